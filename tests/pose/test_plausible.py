from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.anatomy import LIMBS
from annotator.pose.plausible import Judged, PoseJudge, body_visibility, possible_build, torso_px
from annotator.pose.track import Pose
from annotator.settings import PoseSettings
from tests.pose.pictures import baby, pose_of

SETTINGS = PoseSettings()
STEP_S = 0.1


def changed(pose: Pose, points: tuple[int, ...], offset_px: tuple[float, float]) -> Pose:
    """The pose with some landmarks moved."""
    xy = np.array(pose.xy_px)
    xy[list(points)] += offset_px
    return pose_of(xy)


def used_judge(poses: int = 30, torso: float = 100.0) -> PoseJudge:
    """A judge that has seen a still baby for a while, up to `poses` × STEP_S."""
    judge = PoseJudge(SETTINGS)
    for n in range(poses):
        assert judge.take(baby(torso), n * STEP_S) is not None
    return judge


def taken(judge: PoseJudge, pose: Pose, seconds: float = 3.0) -> Judged:
    judged = judge.take(pose, seconds)
    assert judged is not None
    return judged


def test_torso_is_shoulder_middle_to_hip_middle() -> None:
    assert float(torso_px(baby(73.0).xy_px)) == pytest.approx(73.0)
    assert torso_px(np.stack([baby(50.0).xy_px, baby(60.0).xy_px])) == pytest.approx([50.0, 60.0])


def test_body_visibility_leaves_the_face_and_fingers_out() -> None:
    visibility = np.zeros(33)
    visibility[[11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28]] = 0.8
    assert float(body_visibility(visibility)) == pytest.approx(0.8)


def test_a_still_baby_is_believed_whole() -> None:
    judged = taken(used_judge(), baby())
    assert judged.limbs.all()
    assert judged.torso_px == pytest.approx(100.0)
    assert not judged.sides_repaired


def test_nothing_seen_is_nothing_judged() -> None:
    assert PoseJudge(SETTINGS).take(None, 0.0) is None


@pytest.mark.parametrize(("visibility", "believed"), [(0.97, True), (0.72, True), (0.68, False), (0.57, False)])
def test_the_network_s_own_doubt_counts(visibility: float, believed: bool) -> None:
    assert (PoseJudge(SETTINGS).take(baby(visibility=visibility), 0.0) is not None) == believed


def test_shoulders_wider_than_any_baby_s() -> None:
    wide = changed(changed(baby(), (11,), (70, 0)), (12,), (-70, 0))
    assert not possible_build(wide.xy_px, SETTINGS)
    assert PoseJudge(SETTINGS).take(wide, 0.0) is None


def test_head_too_far_from_the_shoulders() -> None:
    assert not possible_build(changed(baby(), (0,), (0, -150)).xy_px, SETTINGS)


def test_all_points_in_one_place_are_no_body() -> None:
    assert PoseJudge(SETTINGS).take(pose_of(np.full((33, 2), 100.0)), 0.0) is None


@pytest.mark.parametrize("factor", [0.4, 2.5])
def test_a_body_of_another_size_is_not_the_baby(factor: float) -> None:
    judge = used_judge()
    assert judge.take(baby(100.0 * factor), 3.0) is None
    assert taken(judge, baby(), 3.1).torso_px == pytest.approx(100.0)


def test_a_camera_that_came_nearer_is_believed_in_the_end() -> None:
    judge = used_judge(poses=200)
    believed = [judge.take(baby(250.0), 20.0 + n * STEP_S) is not None for n in range(300)]
    assert not believed[0]
    assert believed[-1]
    assert believed == sorted(believed)


def test_one_outlier_does_not_move_the_torso_length() -> None:
    assert taken(used_judge(), baby(150.0)).torso_px == pytest.approx(100.0)


@pytest.mark.parametrize(
    ("points", "offset_px", "limb"),
    [
        ((15, 17, 19, 21), (130, -130), "left_arm"),
        ((14, 16, 18, 20, 22), (-150, 0), "right_arm"),
        ((27, 29, 31), (0, 160), "left_leg"),
        ((28, 30, 32), (-160, 100), "right_leg"),
    ],
)
def test_a_part_that_outgrows_itself_spoils_its_limb_alone(
    points: tuple[int, ...], offset_px: tuple[float, float], limb: str
) -> None:
    judged = taken(used_judge(), changed(baby(), points, offset_px))
    assert {name for name, sound in zip(LIMBS, judged.limbs, strict=True) if not sound} == {limb}


def test_a_limb_pointing_at_the_camera_is_believed() -> None:
    pose = baby()
    xy = np.array(pose.xy_px)
    xy[[13, 15, 17, 19, 21]] = xy[11]
    assert taken(used_judge(), pose_of(xy)).limbs.all()


def test_a_jerk_is_believed() -> None:
    judged = taken(used_judge(), changed(baby(), (15, 17, 19, 21), (-20, 60)))
    assert judged.limbs.all()


@pytest.mark.parametrize(("hand", "foot"), [(15, 27), (16, 28), (15, 28)])
def test_hand_and_foot_exchanged(hand: int, foot: int) -> None:
    xy = np.array(baby().xy_px)
    xy[[hand, foot]] = xy[[foot, hand]]
    assert used_judge().take(pose_of(xy), 3.0) is None


def test_a_hand_that_reaches_its_foot_is_no_exchange() -> None:
    pose = baby()
    xy = np.array(pose.xy_px)
    xy[[25, 27, 29, 31]] = [(520, 200), (530, 180), (530, 175), (535, 170)]
    xy[[13, 15, 17, 19, 21]] = [(530, 200), (535, 185), (535, 180), (538, 178), (536, 182)]
    assert taken(used_judge(), pose_of(xy)).limbs[:2].all()


def test_hidden_limbs_are_named() -> None:
    pose = baby()
    visibility = np.array(pose.visibility)
    visibility[[25, 27]] = 0.2
    judged = taken(used_judge(), Pose(pose.xy_px, visibility, pose.presence))
    assert {name for name, sound in zip(LIMBS, judged.limbs, strict=True) if not sound} == {"left_leg"}


def test_a_body_with_too_few_limbs_is_no_body() -> None:
    pose = baby()
    visibility = np.full(33, 1.0, np.float32)
    visibility[[13, 15, 14, 16, 25, 27]] = 0.45
    visibility[[13]] = 0.5
    assert used_judge().take(Pose(pose.xy_px, visibility, pose.presence), 3.0) is None


@settings(deadline=None)
@given(
    turn=st.floats(0, 2 * np.pi),
    scale=st.floats(0.2, 8.0),
    x=st.floats(-2000, 2000),
    y=st.floats(-2000, 2000),
    jump=st.tuples(st.floats(-150, 150), st.floats(-150, 150)),
)
def test_judging_does_not_depend_on_where_the_baby_lies(
    turn: float, scale: float, x: float, y: float, jump: tuple[float, float]
) -> None:
    rotation = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]) * scale
    plain, moved = PoseJudge(SETTINGS), PoseJudge(SETTINGS)
    jumped = changed(baby(), (15, 17, 19, 21), jump)
    for n, pose in enumerate([baby()] * 6 + [jumped]):
        one = plain.take(pose, n * STEP_S)
        other = moved.take(pose_of(pose.xy_px @ rotation.T + (x, y)), n * STEP_S)
        assert one is not None
        assert other is not None
        assert other.torso_px == pytest.approx(one.torso_px * scale, rel=1e-3)
