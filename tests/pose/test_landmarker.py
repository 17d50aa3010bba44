"""The real networks on rendered babies."""

from __future__ import annotations

import threading
from typing import Final

import numpy as np
import pytest
from numpy.typing import NDArray

from annotator.errors import ModelError
from annotator.pose.landmarker import WHOLE, PoseFinder
from annotator.pose.network import Landmarker, Picture
from annotator.pose.plausible import body_visibility, torso_px
from annotator.pose.track import Pose
from annotator.settings import PoseSettings
from tests.pose.pictures import pictures

TIPS: Final = {"left_arm": 15, "right_arm": 16, "left_leg": 27, "right_leg": 28}


def apart_torso(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """Largest distance of the limbs' tips between two sets of landmarks, in torso lengths."""
    points = list(TIPS.values())
    return float(np.linalg.norm(one[points] - other[points], axis=1).max() / torso_px(one))


def turned_back(pose: Pose, quarters: int, picture: Picture) -> NDArray[np.float32]:
    """The landmarks as they lie in the picture before it was turned left by `quarters`; `picture` is the turned one."""
    height, width = picture.shape[:2]
    xy = np.array(pose.xy_px)
    for _ in range(quarters):
        xy = np.stack([height - xy[:, 1], xy[:, 0]], axis=1)
        height, width = width, height
    return xy


def moved_torso(poses: list[Pose | None]) -> dict[str, float]:
    """How far each limb's tip goes from its place in the first pose, in torso lengths."""
    seen = [pose.xy_px for pose in poses if pose is not None]
    assert len(seen) == len(poses)
    length = torso_px(seen[0])
    return {
        limb: float(max(np.linalg.norm(xy[point] - seen[0][point]) for xy in seen) / length)
        for limb, point in TIPS.items()
    }


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_baby_lying_any_way_is_found_alike(finder: PoseFinder, still: Picture, quarters: int) -> None:
    upright = finder.find(still)
    picture = np.ascontiguousarray(np.rot90(still, quarters))
    turned = finder.find(picture)
    assert upright is not None
    assert turned is not None
    assert float(body_visibility(turned.visibility)) > 0.9
    assert apart_torso(upright.xy_px, turned_back(turned, quarters, picture)) < 0.15


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_views_turned_by_quarters_give_the_picture_s_own_pixels(
    finder: PoseFinder, still: Picture, quarters: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    upright = finder.find(still)
    monkeypatch.setattr("annotator.pose.landmarker.QUARTERS", (quarters,))
    monkeypatch.setattr(finder, "_view", type(WHOLE)((0.1, 0.0, 0.95, 1.0), quarters))
    pose = finder.find(still)
    assert upright is not None
    assert pose is not None
    assert finder.view.quarters == quarters
    assert apart_torso(upright.xy_px, pose.xy_px) < 0.15


@pytest.mark.parametrize("how", ["find", "follow"])
def test_left_is_the_baby_s_left_and_a_brief_jerk_keeps_its_peak(finder: PoseFinder, how: str) -> None:
    frames = pictures("isolated_jerks", list(range(234, 258, 2)))
    moved = moved_torso([getattr(finder, how)(frame) for frame in frames])
    assert moved.pop("left_arm") == pytest.approx(0.72, abs=0.12)
    assert max(moved.values()) < 0.2


def test_following_sees_what_finding_sees(still: Picture) -> None:
    frames = pictures("startle_and_cry", list(range(420, 450, 5)))
    with PoseFinder("full") as one, PoseFinder("full") as other:
        for frame in frames:
            found, followed = one.find(frame), other.follow(frame)
            assert found is not None
            assert followed is not None
            assert apart_torso(found.xy_px, followed.xy_px) < 0.25
            assert np.abs(found.visibility - followed.visibility).max() < 0.25
            assert abs(float(body_visibility(found.visibility) - body_visibility(followed.visibility))) < 0.05


def test_following_does_not_cling_when_the_baby_lies_elsewhere(finder: PoseFinder, still: Picture) -> None:
    for quarters in (0, 1, 3, 2, 0):
        picture = np.ascontiguousarray(np.rot90(still, quarters))
        followed, found = finder.follow(picture), finder.find(picture)
        assert followed is not None
        assert found is not None
        assert apart_torso(found.xy_px, followed.xy_px) < 0.25


def test_following_starts_again_after_nobody(finder: PoseFinder, still: Picture) -> None:
    assert finder.follow(still) is not None
    assert finder.follow(np.zeros_like(still)) is None
    assert finder.follow(np.zeros_like(still)) is None
    again, found = finder.follow(still), finder.find(still)
    assert again is not None
    assert found is not None
    assert apart_torso(found.xy_px, again.xy_px) < 0.1


@pytest.mark.parametrize("thorough", [False, True])
def test_nobody_is_nobody(finder: PoseFinder, thorough: bool) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (240, 320, 3), np.uint8)
    for empty in (np.zeros((240, 320, 3), np.uint8), np.full((240, 320, 3), 255, np.uint8), noise):
        assert finder.find(empty, thorough=thorough) is None


@pytest.mark.parametrize("size", [(1, 1), (8, 8), (1, 900), (900, 1)])
def test_odd_sizes(finder: PoseFinder, size: tuple[int, int]) -> None:
    picture = np.full((*size, 3), 90, np.uint8)
    assert finder.find(picture, hint=(0.0, 0.0, 4.0, 4.0), thorough=True) is None
    assert finder.follow(picture) is None


def far_away(still: Picture, step: int) -> tuple[Picture, tuple[float, float, float, float]]:
    """The baby small in a large grey picture, and where."""
    small = still[::step, ::step]
    height, width = small.shape[:2]
    large = np.full((1080, 1920, 3), 180, np.uint8)
    large[700 : 700 + height, 1300 : 1300 + width] = small
    return large, (1300.0, 700.0, 1300.0 + width, 700.0 + height)


def test_a_baby_far_away_is_found_by_a_thorough_search(finder: PoseFinder, still: Picture) -> None:
    large, (left, top, right, bottom) = far_away(still, 3)
    assert finder.find(large) is None
    pose = finder.find(large, thorough=True)
    assert pose is not None
    assert (pose.xy_px >= (left, top)).all()
    assert (pose.xy_px <= (right, bottom)).all()
    assert finder.view.box != WHOLE.box
    assert finder.find(large) is not None  # it looks there first from now on


def test_a_hint_shows_where_to_look(finder: PoseFinder, still: Picture) -> None:
    large, place = far_away(still, 5)
    assert finder.find(large, hint=(-500.0, -500.0, -400.0, -400.0)) is None
    assert finder.find(large, hint=(5000.0, 5000.0, 5100.0, 5100.0)) is None
    assert finder.find(large, hint=place) is not None


def test_a_baby_in_the_dark_is_found(finder: PoseFinder, still: Picture) -> None:
    noise = np.random.default_rng(2).normal(0, 3, still.shape)
    dark = np.clip(still * 0.06 + noise, 0, 255).astype(np.uint8)
    pose, bright = finder.find(dark), finder.find(still)
    assert pose is not None
    assert bright is not None
    assert apart_torso(bright.xy_px, pose.xy_px) < 0.3


def test_rows_with_gaps_and_read_only_pictures_are_read_rightly(finder: PoseFinder, still: Picture) -> None:
    wide = np.zeros((still.shape[0], still.shape[1] + 31, 3), np.uint8)
    wide[:, : still.shape[1]] = still
    gaps = wide[:, : still.shape[1]]
    gaps.flags.writeable = False
    pose, plain = finder.find(gaps), finder.find(still)
    assert pose is not None
    assert plain is not None
    assert apart_torso(plain.xy_px, pose.xy_px) < 0.05


def test_two_finders_work_side_by_side(still: Picture) -> None:
    poses: list[Pose | None] = []

    def look() -> None:
        with PoseFinder("lite") as finder:
            poses.extend([finder.find(still), finder.follow(still)])

    threads = [threading.Thread(target=look) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(poses) == 4
    assert None not in poses


def test_no_thread_outlives_the_finder(still: Picture) -> None:
    before = threading.active_count()
    with PoseFinder("lite") as finder:
        finder.find(still)
        finder.follow(still)
    assert threading.active_count() == before


def test_closed_finder_says_so(still: Picture) -> None:
    finder = PoseFinder("lite")
    with finder:
        pass
    for look in (finder.find, finder.follow):
        with pytest.raises(RuntimeError, match="outside its 'with' block"):
            look(still)


def test_a_bundle_that_mediapipe_refuses() -> None:
    with pytest.raises(ModelError, match=r"pose_landmarker_full\.task: MediaPipe cannot use the pose model"):
        Landmarker("full", b"no zip at all", PoseSettings(), follows=False)
