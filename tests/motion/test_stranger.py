from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from annotator.motion.body import Labels, draw_body
from annotator.motion.stranger import StrangerWatch, Visit
from annotator.settings import MotionSettings
from tests.motion.scenes import HEIGHT, TORSO_PX, WIDTH, lying, with_arm

S = MotionSettings()
GRID = (HEIGHT // 4, WIDTH // 4)
CELL_TORSO = 4 / TORSO_PX
LABELS = draw_body(lying().xy_px.astype(np.float64), TORSO_PX, GRID, 4.0, S)
EDGE, HEAD_SIDE, FAR = 70, 48, 66


class Play:
    """A picture of cells: quiet at 100 levels, with one blob of 180 that is put, moved and taken away."""

    def __init__(self) -> None:
        self.watch = StrangerWatch(S)
        self.now_s = 0.0
        self.blob: tuple[int, int, int, int] | None = None

    def show(self, blob: tuple[int, int, int, int] | None, labels: Labels = LABELS, seconds: float = 1 / 30) -> None:
        """The blob (left, top, right, bottom) is there now; what it left and what it covers moved."""
        before, after = self._picture(self.blob), self._picture(blob)
        self.watch.watch(self.now_s, after, np.abs(after - before) > 5, labels, CELL_TORSO, True)
        self.blob = blob
        self.now_s += seconds

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds * 10)):
            self.show(self.blob, seconds=0.1)

    def slide(self, lefts: Iterable[int], top: int = 20, size: int = 10) -> None:
        for left in lefts:
            self.show((left, top, left + size, top + size))

    @property
    def visits(self) -> list[Visit]:
        return self.watch.visits

    @staticmethod
    def _picture(blob: tuple[int, int, int, int] | None) -> NDArray[np.float32]:
        picture = np.full(GRID, 100.0, np.float32)
        if blob is not None:
            left, top, right, bottom = blob
            picture[top:bottom, left:right] = 180.0
        return picture


def test_nobody_comes() -> None:
    play = Play()
    play.wait(3.0)
    assert play.visits == []


def test_a_hand_that_comes_to_the_baby_is_a_visit_until_the_picture_is_as_before() -> None:
    play = Play()
    play.wait(1.0)
    play.slide(range(EDGE, HEAD_SIDE, -2))
    play.wait(5.0)
    at_the_baby_s = play.now_s
    play.slide(range(HEAD_SIDE, EDGE, 2))
    play.show(None)
    gone_s = play.now_s
    play.wait(3.0)
    [visit] = play.visits
    assert visit.reached
    assert 0.9 < visit.start_s < 1.2
    assert visit.end_s >= at_the_baby_s
    assert gone_s - 0.1 <= visit.end_s <= gone_s + S.stranger_margin_s + 0.2


def test_someone_far_away_does_not_reach_the_baby() -> None:
    play = Play()
    play.wait(1.0)
    play.slide([70, 68, FAR, 68, 70] * 3, top=2)
    play.show(None)
    play.wait(2.0)
    assert [visit.reached for visit in play.visits] == [False]


def test_a_limb_and_its_long_shadow_are_no_stranger() -> None:
    watch = StrangerWatch(S)
    arm = with_arm(lying(), 20.0, 0.0)
    labels = np.maximum(LABELS, draw_body(arm.xy_px.astype(np.float64), TORSO_PX, GRID, 4.0, S))
    hand_row, hand_column = (int(v) for v in np.round(arm.xy_px[15][::-1] / 4))
    quiet = np.full(GRID, 100.0, np.float32)
    watch.watch(0.0, quiet, np.zeros(GRID, np.bool_), labels, CELL_TORSO, True)
    for n in range(1, 20):
        moving = np.zeros(GRID, np.bool_)
        moving[hand_row - 4 : hand_row + 5, hand_column:] = True
        dark = quiet.copy()
        dark[moving] = 60.0 + n
        watch.watch(n / 30, dark, moving, labels, CELL_TORSO, True)
    assert watch.visits == []


def test_the_same_patch_apart_from_the_limb_is_one() -> None:
    watch = StrangerWatch(S)
    moving = np.zeros(GRID, np.bool_)
    moving[10:20, 66:80] = True
    watch.watch(0.0, np.full(GRID, 100.0, np.float32), np.zeros(GRID, np.bool_), LABELS, CELL_TORSO, True)
    watch.watch(0.1, np.where(moving, 180, 100).astype(np.float32), moving, LABELS, CELL_TORSO, True)
    assert len(watch.visits) == 1


def test_a_baby_that_moves_is_no_stranger() -> None:
    watch = StrangerWatch(S)
    for n in range(10):
        watch.watch(n / 30, np.full(GRID, 100.0 + n, np.float32), LABELS > 1, LABELS, CELL_TORSO, True)
    assert watch.visits == []


def test_what_was_left_in_the_picture_ends_the_visit_after_a_while() -> None:
    play = Play()
    play.wait(1.0)
    play.slide(range(EDGE, HEAD_SIDE, -2))
    play.wait(S.stranger_settled_s + 5.0)
    [visit] = play.visits
    assert S.stranger_settled_s - 1 <= visit.end_s - visit.start_s <= S.stranger_settled_s + 3
    play.slide(range(HEAD_SIDE, EDGE, 2))
    assert len(play.visits) == 2


def test_small_things_are_nobody() -> None:
    play = Play()
    play.wait(1.0)
    play.slide(range(EDGE, HEAD_SIDE, -2), size=3)
    assert play.visits == []
