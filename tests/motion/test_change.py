import numpy as np
import pytest

from annotator.motion.change import ChangeMeter, FrameChange, top_mean
from annotator.settings import MotionSettings
from tests.motion.scenes import HEIGHT, WIDTH, Picture, Room, texture

S = MotionSettings()
PATCH = texture(24, 24, 9, 1.2) + 20


def watch(pictures: list[Picture], meter: ChangeMeter | None = None) -> list[FrameChange]:
    meter = meter or ChangeMeter(HEIGHT, WIDTH, S)
    return [meter.measure(picture, n / 30) for n, picture in enumerate(pictures)]


def multiples(changes: list[FrameChange]) -> list[float]:
    return [change.strength_levels / change.noise_levels for change in changes]


def test_the_first_frame_has_not_changed() -> None:
    [first] = watch([Room().picture()])
    assert (first.strength_levels, first.camera, first.unreadable, first.light_step) == (0.0, None, False, 0.0)
    assert first.excess.shape == (HEIGHT // S.cell_px, WIDTH // S.cell_px)


@pytest.mark.parametrize("grain", [0.0, 1.2, 4.0])
def test_a_still_picture_stays_under_the_gate_whatever_its_grain(grain: float) -> None:
    room = Room(grain)
    changes = watch([room.picture([(PATCH, 100, 60)]) for _ in range(60)])
    assert max(multiples(changes)[20:]) < S.gate_noise_multiple
    assert not any(c.unreadable or c.light_step for c in changes[10:])


def test_a_moving_patch_stands_out_and_a_rested_one_does_not() -> None:
    room = Room()
    at = [100.0] * 40 + [100 + 2.0 * n for n in range(10)] + [118.0] * 30
    found = multiples(watch([room.picture([(PATCH, x, 60)]) for x in at]))
    assert max(found[20:40]) < S.gate_noise_multiple
    assert min(found[41:50]) > 5.0
    assert max(found[51:]) < S.gate_noise_multiple


def test_a_quicker_patch_changes_more() -> None:
    peaks = []
    for step in (0.5, 1.0, 2.0):
        room = Room(0.8)
        at = [100.0] * 40 + [100 + step * n for n in range(1, 6)]
        peaks.append(max(multiples(watch([room.picture([(PATCH, x, 60)]) for x in at]))[40:]))
    assert peaks == sorted(peaks)
    assert peaks[0] > S.gate_noise_multiple


def test_where_it_moved_is_told() -> None:
    room = Room()
    changes = watch([room.picture([(PATCH, x, 60)]) for x in [100.0] * 30 + [104.0]])
    rows, columns = np.nonzero(changes[-1].excess > 5)
    assert 14 <= rows.min() <= rows.max() <= 21
    assert 24 <= columns.min() <= columns.max() <= 32


def test_flickering_light_is_no_movement() -> None:
    room = Room()
    found = watch([room.picture(gain=1 + 0.02 * np.sin(n)) for n in range(60)])
    assert max(multiples(found)[20:]) < S.gate_noise_multiple
    assert not any(change.unreadable for change in found[10:])


def test_a_lamp_is_a_step_of_light() -> None:
    room = Room()
    found = watch([room.picture(gain=1.0 if n < 30 else 1.4) for n in range(40)])
    assert found[30].light_step >= S.light_largest_step_levels
    assert max(abs(c.light_step) for n, c in enumerate(found) if n != 30) < S.light_smallest_levels * 2


def test_a_camera_that_is_carried_a_little_is_no_movement() -> None:
    room = Room(0.8)
    steady = [(0.0, 0.0)] * 30
    moved = [(0.7 * (n + 1), -0.4 * (n + 1)) for n in range(20)]
    found = watch([room.picture(offset=offset) for offset in steady + moved])
    assert sum(change.camera is not None for change in found[30:]) >= 18
    for change in found[31:]:
        if change.camera is None:
            continue
        assert change.camera[:, 2] == pytest.approx((0.7, -0.4), abs=0.35)
        assert change.camera_shift_px == pytest.approx(0.8, abs=0.6)
        assert change.strength_levels < S.gate_noise_multiple * change.noise_levels
    assert not any(change.unreadable for change in found)


def test_another_picture_is_unreadable() -> None:
    found = watch([Room(seed=1).picture()] * 30 + [Room(seed=2).picture()])
    assert found[-1].unreadable or found[-1].camera_shift_px > S.camera_largest_shift_px
    assert not found[-2].unreadable


def test_noise_is_learned_from_each_video() -> None:
    levels = []
    for grain in (0.5, 5.0):
        room = Room(grain)
        levels.append(watch([room.picture() for _ in range(90)])[-1].noise_levels)
    assert levels[0] == pytest.approx(S.noise_smallest_levels)
    assert levels[1] > levels[0]


@pytest.mark.parametrize("size", [(8, 8), (16, 12), (40, 24), (97, 61)])
def test_tiny_and_odd_pictures_are_read(size: tuple[int, int]) -> None:
    rng = np.random.default_rng(0)
    meter = ChangeMeter(size[1], size[0], S)
    for n in range(5):
        change = meter.measure(rng.integers(0, 255, (size[1], size[0])).astype(np.uint8), n / 30)
        assert np.isfinite(change.excess).all()


def test_top_mean() -> None:
    assert top_mean(np.array([1, 9, 3, 7], np.float32), 2) == 8.0
    assert top_mean(np.array([1, 3], np.float32), 4) == 2.0
    assert top_mean(np.zeros(0, np.float32), 4) == 0.0
