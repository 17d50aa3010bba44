import numpy as np
import pytest

from annotator.anatomy import LIMBS
from annotator.movements.unnamed import unnamed_candidates
from annotator.settings import MovementSettings
from annotator.signals import CHANNELS, MotionSignals
from tests.movements.made import Film

S = MovementSettings()
BODY = CHANNELS.index("body")


def signals(levels: list[float], seen: bool = False, speed: float = 2.0, share: float = 0.01) -> MotionSignals:
    """The body's noise multiples, a frame each, after ten quiet frames and before as many."""
    count = len(levels) + 20
    film = Film(count / 30, unseen=() if seen else LIMBS).signals()
    arrays = {name: np.array(array) for name, array in film.to_arrays().items()}
    arrays["strength_levels"][10 : 10 + len(levels), BODY] = np.array(levels) * 1.5
    arrays["speed_torso_per_s"][10 : 10 + len(levels), BODY] = speed
    arrays["moving_share"][10 : 10 + len(levels)] = share
    return MotionSignals.from_arrays(arrays)


def test_a_burst_of_the_whole_picture() -> None:
    [one] = unnamed_candidates(signals([6.0, 9.0, 12.0, 7.0]), [], S)
    assert (one.first, one.last, one.peak, one.parts, one.slow) == (9, 13, 12, (), False)
    assert one.moving == ((9, 13),)
    assert one.speed_torso_per_s == 2.0
    assert np.isnan(one.displacement_torso)


def test_pauses_up_to_a_third_of_a_second_are_bridged() -> None:
    assert len(unnamed_candidates(signals([9.0] * 3 + [0.0] * 8 + [9.0] * 3), [], S)) == 1
    assert len(unnamed_candidates(signals([9.0] * 3 + [0.0] * 12 + [9.0] * 3), [], S)) == 2


@pytest.mark.parametrize(
    ("limb_frames", "count"), [((0, 8), 1), ((0, 9), 0), ((13, 20), 0), ((14, 20), 1), ((0, 30), 0)]
)
def test_what_a_limb_accounts_for_is_no_second_movement(limb_frames: tuple[int, int], count: int) -> None:
    assert len(unnamed_candidates(signals([9.0] * 4), [limb_frames], S)) == count


@pytest.mark.parametrize(
    ("levels", "count"),
    [([9.0, 9.0], 0), ([9.0, 9.0, 9.0], 1), ([7.0] * 9, 0)],
    ids=["a flicker", "strong and long enough", "too faint"],
)
def test_beside_limbs_in_view_only_what_is_plain_counts(levels: list[float], count: int) -> None:
    assert len(unnamed_candidates(signals(levels, seen=True), [], S)) == count


def test_where_nobody_is_seen_less_is_enough() -> None:
    assert len(unnamed_candidates(signals([S.unnamed_start_noise_multiple + 0.1]), [], S)) == 1
    assert unnamed_candidates(signals([S.unnamed_start_noise_multiple - 0.1] * 9), [], S) == []


def test_something_smaller_than_a_limb_does_not_count() -> None:
    assert unnamed_candidates(signals([9.0] * 4, share=S.unnamed_smallest_share * 0.9), [], S) == []


def test_creeping_is_slow_and_an_unknown_speed_is_not() -> None:
    assert unnamed_candidates(signals([9.0] * 30, speed=0.1), [], S)[0].slow
    assert unnamed_candidates(signals([9.0] * 90, speed=0.5), [], S)[0].slow
    assert not unnamed_candidates(signals([9.0] * 4, speed=0.5), [], S)[0].slow
    assert not unnamed_candidates(signals([9.0] * 90, speed=float("nan")), [], S)[0].slow
