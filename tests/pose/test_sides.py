from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.pose.sides import FACE, FOLLOWERS, JOINTS, SideKeeper
from annotator.pose.track import Pose
from annotator.settings import PoseSettings
from tests.pose.pictures import baby, pose_of

ARMS = ((11, 12), (13, 14), (15, 16), (17, 18), (19, 20), (21, 22))
LEGS = ((23, 24), (25, 26), (27, 28), (29, 30), (31, 32))
EXCHANGES = {
    "arms": ARMS,
    "forearms": ARMS[1:],
    "legs": LEGS,
    "shins": LEGS[1:],
    "all": (*ARMS, *LEGS, *FACE),
}


def exchanged(pose: Pose, pairs: tuple[tuple[int, int], ...]) -> Pose:
    order = np.arange(33)
    for left, right in pairs:
        order[[left, right]] = right, left
    return Pose(pose.xy_px[order], pose.visibility[order], pose.presence[order])


def kicking(count: int, seed: int = 0) -> list[Pose]:
    """A baby whose limbs wander smoothly, up to a third of a torso length."""
    rng = np.random.default_rng(seed)
    phase, rate = rng.uniform(0, 6, (33, 2)), rng.uniform(0.5, 2.0, (33, 2))
    still = np.array(baby().xy_px)
    return [pose_of(still + 15 * np.sin(phase + rate * n * 0.1)) for n in range(count)]


def test_every_pair_is_exchanged_somewhere() -> None:
    pairs = {*JOINTS, *FACE, *(pair for followers in FOLLOWERS.values() for pair in followers)}
    assert {point for pair in pairs for point in pair} == set(range(1, 33))


def test_a_moving_baby_is_left_alone() -> None:
    keeper = SideKeeper(PoseSettings())
    for n, pose in enumerate(kicking(200)):
        settled, repaired = keeper.take(pose, n * 0.1, 100.0)
        assert settled is pose
        assert not repaired


@pytest.mark.parametrize("what", EXCHANGES)
@given(seed=st.integers(0, 1000), first=st.integers(1, 20), length=st.integers(1, 8))
@settings(max_examples=20, deadline=None)
def test_a_short_exchange_is_undone(what: str, seed: int, first: int, length: int) -> None:
    keeper = SideKeeper(PoseSettings())
    for n, pose in enumerate(kicking(40, seed)):
        wrong = first <= n < first + length
        seen = exchanged(pose, EXCHANGES[what]) if wrong else pose
        settled, repaired = keeper.take(seen, n * 0.1, 100.0)
        assert repaired == wrong
        assert np.array_equal(settled.xy_px, pose.xy_px)


def test_visibility_goes_along() -> None:
    keeper = SideKeeper(PoseSettings())
    visibility = np.linspace(0.5, 1.0, 33).astype(np.float32)
    pose = Pose(baby().xy_px, visibility, visibility)
    keeper.take(pose, 0.0, 100.0)
    settled, repaired = keeper.take(exchanged(pose, LEGS), 0.1, 100.0)
    assert repaired
    assert np.array_equal(settled.visibility, visibility)
    assert np.array_equal(settled.presence, visibility)


def test_a_lasting_exchange_is_believed_after_some_seconds() -> None:
    keeper = SideKeeper(PoseSettings())
    keeper.take(baby(), 0.0, 100.0)
    rolled = exchanged(baby(), EXCHANGES["all"])
    repaired = [keeper.take(rolled, (n + 1) * 0.1, 100.0)[1] for n in range(100)]
    assert repaired[:15] == [True] * 15
    assert repaired[-1] is False
    assert repaired == sorted(repaired, reverse=True)


def test_limbs_that_lie_together_tell_nothing() -> None:
    keeper = SideKeeper(PoseSettings())
    xy = np.array(baby().xy_px)
    for left, right in (*ARMS, *LEGS):
        xy[right] = xy[left]
    for n in range(10):
        assert not keeper.take(pose_of(xy), n * 0.1, 100.0)[1]
