"""Many marks as sorted arrays, so that only those in view are looked at, and what of them is drawn at which zoom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from annotator.ui.timeline.viewport import Viewport

# A mark is never drawn narrower than this, so that a jerk of 0.1 s can still be seen in an hour.
NARROWEST_PX: Final = 3.0
# Narrow marks closer than this to a neighbour are counted in columns and not drawn one by one.
CLOSEST_PX: Final = 2.0

Indices = NDArray[np.intp]
Seconds = NDArray[np.float64]


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
    """How the marks in view are drawn: `single` indices `(K,)` one by one between `left` and `right` pixels `(K,)`, the
    others as `counts` `(C,)`, how many begin in each column of pixels; `columns` `(C,)` are the columns' left pixels.

    Columns hang on the video, not on the view: panning moves them and never recounts them. Empty ones are left out.
    """

    single: Indices
    left: Seconds
    right: Seconds
    counts: NDArray[np.intp]
    columns: Seconds


NO_COLUMNS: Final = (np.zeros(0, np.intp), np.zeros(0))


def draw_plan(marks: Marks, view: Viewport, column_px: float = 1.0) -> Drawn:
    """Splits the marks in view into those with room to be drawn and those that are only counted."""
    seen = marks.within(view.start_s, view.end_s)
    if not len(seen):
        return Drawn(seen, *(np.zeros(0), np.zeros(0)), *NO_COLUMNS)
    left = np.maximum(view.x(marks.start_s[seen]), view.left_px - 2 * NARROWEST_PX)
    exact = np.minimum(view.x(marks.end_s[seen]), view.right_px + 2 * NARROWEST_PX)
    right = np.maximum(exact, left + NARROWEST_PX)
    narrow = exact - left < NARROWEST_PX
    crowded = np.zeros(len(seen), bool)
    if len(seen) > 1:
        close = left[1:] - np.maximum.accumulate(right)[:-1] < CLOSEST_PX
        crowded[1:] |= close
        crowded[:-1] |= close
        crowded &= narrow
    if not crowded.any():
        return Drawn(seen, left, right, *NO_COLUMNS)
    alone = ~crowded
    column_s = column_px / view.px_per_s
    numbers, counts = np.unique(np.floor(marks.start_s[seen[crowded]] / column_s), return_counts=True)
    return Drawn(seen[alone], left[alone], right[alone], counts, view.x(numbers * column_s))
