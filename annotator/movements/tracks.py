"""Where a limb's tip was before, during and after a burst."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from annotator.movements.bursts import Burst

Floats = NDArray[np.float64]
Measured = NDArray[np.floating[Any]]
"""Arrays as long as the video stay as they were stored (float32): a night has a million frames."""

_MOST_PAIRS: Final = 4000
_SMALLEST_STEP_TORSO: Final = 0.05
_SCATTERS: Final = 6.0
"""A step from one frame to the next counts as movement beyond both: MediaPipe's landmarks jump on a still baby, too."""


@dataclass(frozen=True, slots=True, eq=False)
class TipTrack:
    """One limb's tip: `xy` (T, 2) in torso lengths, NaN where it was not looked for or could not be trusted.

    `jitter` is the tip's usual scatter between looks while nothing moves, torso lengths.
    """

    t_s: Floats
    xy: Measured
    stretch: NDArray[np.int32]
    jitter: float
    known: NDArray[np.intp] = field(init=False)
    """The frames where the tip is known, in order."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", np.flatnonzero(np.isfinite(self.xy[:, 0])))

    def positions(self, start: int, stop: int) -> Floats:
        """Positions (n, 2) in frames `start` to before `stop`, NaN where unknown."""
        return np.asarray(self.xy[start:stop], dtype=np.float64)

    def rest_before(self, frame: int, since: int, span_s: float) -> Floats:
        """Median position (2,) in the `span_s` up to and with `frame`, not before frame `since`; else the last one known
        before; NaN if none."""
        start = max(since, bisect_left(self.t_s, self.t_s[frame] - span_s))
        known = self._known(start, frame + 1, frame)
        if len(known):
            return middle_of(known)
        earlier = bisect_right(self.known, frame)
        last = int(self.known[earlier - 1]) if earlier else -1
        if last < 0 or self.stretch[last] != self.stretch[frame]:  # it only ever counts up
            return np.full(2, np.nan)
        return np.array(self.xy[last], dtype=np.float64)

    def rest_after(self, frame: int, until: int, span_s: float) -> Floats:
        """Median position (2,) in the `span_s` from `frame` on, not after frame `until`; NaN if none is known there: where
        the limb came to rest later says nothing of where this movement left it."""
        stop = min(until + 1, bisect_right(self.t_s, self.t_s[frame] + span_s))
        known = self._known(frame, stop, frame)
        return middle_of(known) if len(known) else np.full(2, np.nan)

    def displacement(self, burst: Burst, rest: Floats) -> Floats:
        """Distance (n,) from `rest` at each known position inside the burst."""
        known = self._known(burst.first, burst.last + 2, burst.first)
        distance = np.linalg.norm(known - rest, axis=1)
        return np.asarray(distance[np.isfinite(distance)], dtype=np.float64)

    def speed(self, burst: Burst) -> float:
        """The tip's fastest way between two looks in successive frames, torso lengths a second; 0 where every step is so
        small that it may be scatter."""
        inside = slice(burst.first, burst.last + 1)
        steps = np.linalg.norm(np.diff(self.positions(burst.first, burst.last + 1), axis=0), axis=1)
        same = np.diff(self.stretch[inside]) == 0
        clear = same & (steps >= max(_SMALLEST_STEP_TORSO, _SCATTERS * self.jitter))
        if not clear.any():
            return 0.0
        return float((steps[clear] / np.diff(self.t_s[inside])[clear]).max())

    def _known(self, start: int, stop: int, frame: int) -> Floats:
        """Positions (n, 2) known in frames `start` to before `stop` that can be compared with those at `frame`."""
        inside = self.known[bisect_left(self.known, start) : bisect_left(self.known, stop)]
        return np.asarray(self.xy[inside[self.stretch[inside] == self.stretch[frame]]], dtype=np.float64)


def middle_of(positions: Floats) -> Floats:
    """Median (2,) of finite positions (n, 2), n ≥ 1. NumPy's own takes ten times as long for so few."""
    ordered, count = np.sort(positions, axis=0), len(positions)
    return np.asarray((ordered[(count - 1) // 2] + ordered[count // 2]) / 2.0)


def jitter_of(xy: Measured, quiet: NDArray[np.bool_]) -> float:
    """Scatter of a tip between successive looks (T, 2) of a quiet picture (T,): 1.48 × the median absolute difference
    over the square root of two. 0 where there are too few looks."""
    known = np.flatnonzero(quiet & np.isfinite(xy[:, 0]))
    stride = 1 + len(known) // _MOST_PAIRS
    earlier, later = known[:-1:stride], known[1::stride]
    steps = np.linalg.norm(xy[later].astype(np.float64) - xy[earlier], axis=1)
    return float(1.48 * np.median(steps) / np.sqrt(2.0)) if len(steps) >= 5 else 0.0
