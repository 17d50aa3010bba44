import numpy as np
import pytest

from annotator.motion.camera import Affine, CameraMeter
from annotator.settings import MotionSettings
from tests.motion.scenes import Room, texture

S = MotionSettings()


def mean_error_px(found: Affine, shift: tuple[float, float]) -> float:
    """Over the picture, how far from the true place it carries a point."""
    points = np.stack(np.meshgrid(np.arange(10.0, 310, 20), np.arange(10.0, 170, 20)), axis=-1).reshape(-1, 2)
    return float(np.linalg.norm(points @ found[:, :2].T + found[:, 2] - points - shift, axis=1).mean())


def test_a_still_camera() -> None:
    room = Room()
    assert CameraMeter(S).between(room.picture(), room.picture()) is None


@pytest.mark.parametrize("shift", [(1.0, 0.0), (-0.6, 1.4), (3.0, 2.0)])
def test_a_carried_camera(shift: tuple[float, float]) -> None:
    room = Room()
    found = CameraMeter(S).between(room.picture(), room.picture(offset=shift))
    assert found is not None
    assert mean_error_px(found, shift) < 0.1 + 0.15 * np.hypot(*shift)


def test_what_moves_in_the_picture_does_not_count() -> None:
    room, patch = Room(), texture(90, 90, 4)
    before, after = room.picture([(patch, 100, 40)]), room.picture([(patch, 104, 40)], offset=(1.0, 0.0))
    found = CameraMeter(S).between(before, after)
    assert found is not None
    assert mean_error_px(found, (1.0, 0.0)) < 0.2
    still = CameraMeter(S).between(before, room.picture([(patch, 104, 40)]))
    assert still is None or mean_error_px(still, (0.0, 0.0)) < 0.2


def test_nothing_to_hold_on_to() -> None:
    blank = np.full((180, 320), 90, np.uint8)
    assert CameraMeter(S).between(blank, blank) is None


def test_shift_is_that_of_the_farthest_corner() -> None:
    assert CameraMeter.shift_px(np.array([[1.0, 0, 3], [0, 1, 4]]), (10, 20)) == 5.0
    zoom = np.array([[1.1, 0, 0], [0, 1.1, 0]])
    assert CameraMeter.shift_px(zoom, (30, 40)) == pytest.approx(5.0)
