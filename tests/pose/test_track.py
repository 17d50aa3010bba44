from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.pose.track import Pose, PoseTrack
from tests.pose.pictures import baby, pose_of


def test_poses_are_read_only_copies() -> None:
    xy = np.zeros((33, 2), np.float32)
    pose = pose_of(xy)
    xy += 1
    assert not pose.xy_px.any()
    with pytest.raises(ValueError, match="read-only"):
        pose.xy_px[0] = 5


def test_wrong_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match=r"xy_px has shape \(32, 2\), expected \(33, 2\)"):
        pose_of(np.zeros((32, 2)))
    with pytest.raises(ValueError, match="visibility has shape"):
        Pose(np.zeros((33, 2), np.float32), np.zeros(3, np.float32), np.zeros(33, np.float32))
    with pytest.raises(ValueError, match="xy_px has shape"):
        PoseTrack(np.arange(2), np.zeros((3, 33, 2), np.float32), np.zeros((2, 33), np.float32))
    with pytest.raises(ValueError, match="2 frames but 1 poses"):
        PoseTrack.of([1, 2], [baby()])


@pytest.mark.parametrize("frames", [[2, 1], [1, 1]])
def test_frames_must_rise(frames: list[int]) -> None:
    with pytest.raises(ValueError, match="strictly increasing"):
        PoseTrack.of(frames, [baby(), baby()])


def test_frames_without_a_pose_are_nan() -> None:
    track = PoseTrack.of([3, 5, 9], [baby(), None, baby()])
    assert len(track) == 3
    assert track.found.tolist() == [True, False, True]
    assert np.isnan(track.xy_px[1]).all()
    assert np.isnan(track.visibility[1]).all()
    assert track.xy_px.dtype == track.visibility.dtype == np.float32
    assert not track.frames.flags.writeable


def test_an_empty_track() -> None:
    track = PoseTrack.of([], [])
    assert len(track) == 0
    assert track.found.shape == (0,)
    assert np.isnan(track.at(np.array([1, 2]))).all()


def test_between_looks_landmarks_go_straight() -> None:
    one, other = baby(), pose_of(baby().xy_px + 10)
    track = PoseTrack.of([10, 15, 20], [one, None, other])
    middle = track.at(np.array([5, 15, 25]))
    assert np.allclose(middle[0], one.xy_px)
    assert np.allclose(middle[1], one.xy_px + 5)
    assert np.allclose(middle[2], other.xy_px)


@given(st.floats(0, 0.5))
def test_the_box_is_square_and_holds_every_landmark(margin: float) -> None:
    left, top, right, bottom = baby().box(margin)
    xy = baby().xy_px
    assert right - left == pytest.approx(bottom - top)
    assert left <= xy[:, 0].min() + 1e-3
    assert right >= xy[:, 0].max() - 1e-3
    assert top <= xy[:, 1].min() + 1e-3
    assert bottom >= xy[:, 1].max() - 1e-3
