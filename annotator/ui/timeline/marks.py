"""Many marks as sorted arrays, so that only those in view are looked at, and what of them is drawn at which zoom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from annotator.ui.timeline.sheet import Sheet, on_grid
from annotator.ui.timeline.viewport import Viewport

# A mark is never drawn narrower than this, so that a jerk of 0.1 s can still be seen in an hour.
NARROWEST_PX: Final = 3.0
# Narrow marks closer than this to a neighbour are counted in columns and not drawn one by one.
CLOSEST_PX: Final = 2.0
# No mark's outline or badge reaches further than this beyond its ends.
NEAR_PX: Final = 16.0
MOST_DRAWN: Final = 64

Indices = NDArray[np.intp]
Seconds = NDArray[np.float64]
Pixels = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Spans sorted by their start; they may overlap.

    `key` int64 `(N,)` tells which movement (id) or flag (index) each is, `start_s` and `end_s` float64 `(N,)`, and
    `reach_s` `(N,)` the latest end so far, which makes a search by end possible although ends are not sorted. `style`
    uint8 `(N,)` is for whoever draws them.
    """

    key: NDArray[np.int64]
    start_s: Seconds
    end_s: Seconds
    reach_s: Seconds
    style: NDArray[np.uint8]

    @classmethod
    def of(cls, spans: Iterable[tuple[int, float, float] | tuple[int, float, float, int]]) -> Marks:
        """Sorts `(key, start_s, end_s)` or `(key, start_s, end_s, style)` rows."""
        rows = list(spans)
        key = np.array([row[0] for row in rows], np.int64)
        start_s = np.array([row[1] for row in rows], np.float64)
        end_s = np.maximum(np.array([row[2] for row in rows], np.float64), start_s)
        style = np.array([row[3] if len(row) > 3 else 0 for row in rows], np.uint8)
        order = np.lexsort((key, start_s))
        end_s = end_s[order]
        reach_s = np.maximum.accumulate(end_s) if len(end_s) else end_s
        return cls(key[order], start_s[order], end_s, reach_s, style[order])

    def __len__(self) -> int:
        return len(self.key)

    def within(self, start_s: float, end_s: float) -> Indices:
        """The marks that share at least a moment with [start_s, end_s], in order of their start."""
        first = int(np.searchsorted(self.reach_s, start_s, "left"))
        last = int(np.searchsorted(self.start_s, end_s, "right"))
        candidates = np.arange(first, max(last, first))
        return candidates[self.end_s[first:last] >= start_s]

    def at(self, seconds: float, slack_s: float) -> int | None:
        """The index of the mark at a time: the shortest that holds it, else the nearest within `slack_s`."""
        near = self.within(seconds - slack_s, seconds + slack_s)
        if not len(near):
            return None
        start_s, end_s = self.start_s[near], self.end_s[near]
        away = np.maximum(np.maximum(start_s - seconds, seconds - end_s), 0.0)
        return int(near[np.lexsort((end_s - start_s, away))[0]])

    def index_of(self, key: int) -> int | None:
        """Where the mark with this key is."""
        found = np.flatnonzero(self.key == key)
        return int(found[0]) if len(found) else None


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """How the marks of a stretch are drawn: `single` indices `(K,)` one by one between `left` and `right` pixels `(K,)`,
    the next one beginning at `following` `(K,)`; the others as `counts` `(C,)`, how many begin in each column of pixels;
    `columns` `(C,)` are the columns' left pixels. Empty columns are left out.
    """

    single: Indices
    left: Pixels
    right: Pixels
    following: Pixels
    counts: NDArray[np.intp]
    columns: Pixels


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Where all marks of the video lie at one zoom, in pixels from its first moment: what `Drawn` is cut from.

    It hangs on the video, not on the view: panning moves marks and columns and never recounts or redraws them.
    `reach` `(K,)` is the rightmost end so far.
    """

    single: Indices
    left: Pixels
    right: Pixels
    reach: Pixels
    counts: NDArray[np.intp]
    columns: Pixels

    @classmethod
    def of(cls, marks: Marks, px_per_s: float, column_px: float = 1.0) -> Layout:
        """Splits marks into those with room to be drawn and those that are only counted."""
        left, exact = on_grid(marks.start_s * px_per_s), on_grid(marks.end_s * px_per_s)
        right = np.maximum(exact, left + NARROWEST_PX)
        reach = np.maximum.accumulate(right) if len(right) else right
        crowded = exact - left < NARROWEST_PX
        close = np.zeros(len(left) + 1, bool)
        if len(left):
            close[1:-1] = left[1:] - reach[:-1] < CLOSEST_PX
        crowded &= close[1:] | close[:-1]
        if not crowded.any():
            return cls(np.arange(len(left)), left, right, reach, *NO_COLUMNS)
        # Sorted by their start already: equal numbers are neighbours.
        numbers = np.floor(left[crowded] / column_px)
        bounds = np.ones(len(numbers) + 1, bool)
        bounds[1:-1] = numbers[1:] != numbers[:-1]
        edges = bounds.nonzero()[0]
        first, counts = edges[:-1], edges[1:] - edges[:-1]
        single = (~crowded).nonzero()[0]
        right = right[single]
        reach = np.maximum.accumulate(right) if len(right) else right
        return cls(single, left[single], right, reach, counts, numbers[first] * column_px)

    def within(self, sheet: Sheet) -> Drawn:
        """What reaches into a stretch, or nearly."""
        first_px, last_px = sheet.left_px + sheet.shift_px - NEAR_PX, sheet.right_px + sheet.shift_px + NEAR_PX
        first = int(self.reach.searchsorted(first_px))
        last = max(int(self.left.searchsorted(last_px, "right")), first)
        column = slice(*self.columns.searchsorted((first_px, last_px)).tolist()) if len(self.columns) else slice(0)
        left, right = self.left[first:last], self.right[first:last]
        following = np.full(last - first, np.inf)
        later = self.left[first + 1 : last + 1]
        following[: len(later)] = later
        single = self.single[first:last]
        near = right >= first_px
        if not near.all():
            single, left, right, following = single[near], left[near], right[near], following[near]
        shift = sheet.shift_px
        return Drawn(
            single, left - shift, right - shift, following - shift, self.counts[column], self.columns[column] - shift
        )


NO_COLUMNS: Final = (np.zeros(0, np.intp), np.zeros(0))


class Layouts:
    """The layouts of all rows at one zoom, each made when it is first asked for."""

    def __init__(self, px_per_s: float) -> None:
        self.px_per_s = px_per_s
        # The marks are kept beside their layout, so that no other marks get their identity.
        self._kept: dict[tuple[int, float], tuple[Marks, Layout]] = {}
        self._drawn: dict[tuple[int, Sheet], Drawn] = {}

    def of(self, marks: Marks, column_px: float = 1.0) -> Layout:
        """Where these marks lie."""
        key = (id(marks), column_px)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = (marks, Layout.of(marks, self.px_per_s, column_px))
        return kept[1]

    def within(self, sheet: Sheet, marks: Marks, column_px: float = 1.0) -> Drawn:
        """What of these marks reaches into a stretch. Kept for the stretches asked for last: several painters ask."""
        layout = self.of(marks, column_px)
        key = (id(layout), sheet)
        drawn = self._drawn.get(key)
        if drawn is None:
            if len(self._drawn) > MOST_DRAWN:
                self._drawn.clear()
            drawn = self._drawn[key] = layout.within(sheet)
        return drawn


def draw_plan(marks: Marks, view: Viewport, column_px: float = 1.0) -> Drawn:
    """How the marks in a view are drawn."""
    return Layout.of(marks, view.px_per_s, column_px).within(Sheet.of(view))


def spaced(places: Pixels, first_px: float, last_px: float, gap_px: float) -> list[int]:
    """Which of sorted `places` are taken when each must lie `gap_px` behind the one taken before: those between two
    pixels. Where a gap is wide enough, everything begins anew, so that nothing far away is looked at."""
    if not len(places):
        return []
    begins = np.ones(len(places), bool)
    begins[1:] = places[1:] - places[:-1] >= gap_px
    anew = begins.nonzero()[0]
    first = int(places.searchsorted(first_px))
    first = int(anew[max(int(anew.searchsorted(first, "right")) - 1, 0)])
    last = int(places.searchsorted(last_px, "right"))
    taken, free_from = [], -np.inf
    for n, place in enumerate(places[first:last].tolist(), first):
        if place >= free_from:
            free_from = place + gap_px
            if place >= first_px:
                taken.append(n)
    return taken
