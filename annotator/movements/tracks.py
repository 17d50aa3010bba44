"""Where a limb's tip was before, during and after a burst."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from annotator.movements.bursts import Burst

Floats = NDArray[np.float64]

_MOST_PAIRS: Final = 4000
_SMALLEST_STEP_TORSO: Final = 0.05
_SCATTERS: Final = 6.0
"""A step from one frame to the next counts as movement beyond both: MediaPipe's landmarks jump on a still baby, too."""


@dataclass(frozen=True, slots=True, eq=False)
class TipTrack:
    """One limb's tip: `xy` float64 (T, 2) in torso lengths, NaN where it was not looked for or could not be trusted.

    `jitter` is the tip's usual scatter between looks while nothing moves, torso lengths.
    """

    t_s: Floats
    xy: Floats
    stretch: NDArray[np.int32]
    jitter: float

    def rest_before(self, frame: int, since: int, span_s: float) -> Floats:
        """Median position (2,) in the `span_s` up to and with `frame`, not before frame `since`; else the last one known
        before; NaN if none."""
        start = max(since, int(np.searchsorted(self.t_s, self.t_s[frame] - span_s)))
        known = self._known(start, frame + 1, frame)
        if len(known):
            return np.asarray(np.median(known, axis=0), dtype=np.float64)
        earlier = self._known(0, frame + 1, frame)
        return earlier[-1] if len(earlier) else np.full(2, np.nan)

    def rest_after(self, frame: int, until: int, span_s: float) -> Floats:
        """Median position (2,) in the `span_s` from `frame` on, not after frame `until`; NaN if none is known there: where
        the limb came to rest later says nothing of where this movement left it."""
        stop = min(until + 1, int(np.searchsorted(self.t_s, self.t_s[frame] + span_s, side="right")))
        known = self._known(frame, stop, frame)
        return np.asarray(np.median(known, axis=0), dtype=np.float64) if len(known) else np.full(2, np.nan)

    def displacement(self, burst: Burst, rest: Floats) -> Floats:
        """Distance (n,) from `rest` at each known position inside the burst."""
        known = self._known(burst.first, burst.last + 2, burst.first)
        distance = np.linalg.norm(known - rest, axis=1)
        return np.asarray(distance[np.isfinite(distance)], dtype=np.float64)

    def speed(self, burst: Burst) -> float:
        """The tip's fastest way between two looks in successive frames, torso lengths a second; 0 where every step is so
        small that it may be scatter."""
        inside = slice(burst.first, burst.last + 1)
        steps = np.linalg.norm(np.diff(self.xy[inside], axis=0), axis=1)
        same = np.diff(self.stretch[inside]) == 0
        clear = same & (steps >= max(_SMALLEST_STEP_TORSO, _SCATTERS * self.jitter))
        if not clear.any():
            return 0.0
        return float((steps[clear] / np.diff(self.t_s[inside])[clear]).max())

    def _known(self, start: int, stop: int, frame: int) -> Floats:
        """Positions (n, 2) known in frames `start` to before `stop` that can be compared with those at `frame`."""
        inside = slice(start, stop)
        usable = np.isfinite(self.xy[inside, 0]) & (self.stretch[inside] == self.stretch[frame])
        return np.asarray(self.xy[inside][usable], dtype=np.float64)


def jitter_of(xy: Floats, quiet: NDArray[np.bool_]) -> float:
    """Scatter of a tip between successive looks (T, 2) of a quiet picture (T,): 1.48 × the median absolute difference
    over the square root of two. 0 where there are too few looks."""
    known = np.flatnonzero(quiet & np.isfinite(xy[:, 0]))
    stride = 1 + len(known) // _MOST_PAIRS
    earlier, later = known[:-1:stride], known[1::stride]
    steps = np.linalg.norm(xy[later] - xy[earlier], axis=1)
    return float(1.48 * np.median(steps) / np.sqrt(2.0)) if len(steps) >= 5 else 0.0
