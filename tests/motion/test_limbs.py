import numpy as np
import pytest

from annotator.anatomy import LIMBS
from annotator.motion.body import LABEL_OF, NEAR, TRUNK
from annotator.motion.change import FrameChange
from annotator.motion.limbs import FlowMeter, channel_cells, limb_motion
from annotator.settings import MotionSettings
from annotator.signals import CHANNELS
from tests.motion.scenes import HEIGHT, WIDTH, Room, texture

S = MotionSettings()
GRID = (HEIGHT // S.cell_px, WIDTH // S.cell_px)


def change(excess: np.ndarray[tuple[int, int], np.dtype[np.float32]], **other: object) -> FrameChange:
    return FrameChange(excess, 9.0, 1.5, **other)  # type: ignore[arg-type]


def moved(step: tuple[float, float], camera: tuple[float, float] = (0.0, 0.0)) -> float:
    """Pixels that a limb's cells moved when a patch of 60 × 40 went by `step` in a picture carried by `camera`."""
    room, patch = Room(0.8), texture(60, 40, 9, 1.5) + 15
    before = room.picture([(patch, 100, 60)])
    after = room.picture([(patch, 100 + step[0], 60 + step[1])], offset=camera)
    excess = np.zeros(GRID, np.float32)
    excess[15:25, 25:40] = 9.0
    shift = np.array([[1.0, 0.0, camera[0]], [0.0, 1.0, camera[1]]])
    change_ = change(excess, camera=shift if any(camera) else None)
    labels = np.full(GRID, LABEL_OF["left_arm"], np.uint8)
    speeds = FlowMeter(S).speeds(before, after, change_)
    return float(limb_motion(change_, channel_cells(labels), speeds, 4.5, S).speed_px[0])


def test_speed_of_a_moving_patch() -> None:
    assert moved((4.0, 0.0)) == pytest.approx(4.0, rel=0.2)
    assert moved((0.0, 0.0)) < 0.3
    assert moved((1.0, 0.0)) < moved((2.0, 0.0)) < moved((4.0, 0.0))


def test_the_cameras_own_motion_is_taken_out() -> None:
    assert moved((0.0, 0.0), camera=(2.0, 0.0)) < 1.0


def test_each_limb_gets_its_own_cells() -> None:
    labels = np.zeros(GRID, np.uint8)
    labels[:10, :10] = LABEL_OF["left_arm"]
    labels[20:30, :10] = LABEL_OF["right_leg"]
    labels[:10, 20:30] = NEAR
    labels[20:30, 20:30] = TRUNK
    excess, speeds = np.zeros(GRID, np.float32), np.zeros(GRID, np.float32)
    excess[:5, :10], speeds[:5, :10] = 12.0, 3.0
    excess[:10, 20:30], speeds[:10, 20:30] = 20.0, 5.0
    excess[40:, 60:], speeds[40:, 60:] = 90.0, 9.0
    found = limb_motion(change(excess), channel_cells(labels), speeds, 4.5, S)
    by_limb = dict(
        zip(CHANNELS, zip(found.strength_levels.tolist(), found.speed_px.tolist(), strict=True), strict=True)
    )
    nothing = (0.0, 0.0)
    assert by_limb == {
        "left_arm": (12.0, 3.0), "right_arm": nothing, "left_leg": nothing, "right_leg": nothing, "head": nothing,
        "body": (20.0, 5.0),
    }  # fmt: skip
    assert found.moving_share.tolist() == [0.5, 0.0, 0.0, 0.0, 0.0]


def test_where_nobody_was_found_all_is_the_bodys() -> None:
    excess = np.zeros(GRID, np.float32)
    excess[40:, 60:] = 90.0
    found = limb_motion(change(excess), None, np.full(GRID, 2.0, np.float32), 4.5, S)
    assert found.strength_levels.tolist() == [0.0] * len(LIMBS) + [90.0]
    assert found.speed_px.tolist() == [0.0] * len(LIMBS) + [2.0]


def test_where_nothing_moves_there_is_no_speed() -> None:
    found = limb_motion(change(np.full(GRID, 2.0, np.float32)), None, None, 4.5, S)
    assert found.speed_px.tolist() == [0.0] * len(CHANNELS)
    assert found.strength_levels[-1] == 2.0


@pytest.mark.parametrize("size", [(16, 12), (40, 24)])
def test_tiny_pictures_have_a_flow(size: tuple[int, int]) -> None:
    rng = np.random.default_rng(0)
    before, after = (rng.integers(0, 255, (size[1], size[0])).astype(np.uint8) for _ in range(2))
    speeds = FlowMeter(S).speeds(before, after, change(np.zeros((size[1] // 4, size[0] // 4), np.float32)))
    assert speeds.shape == (size[1] // 4, size[0] // 4)
