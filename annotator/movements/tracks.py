"""Where a limb's tip was before, during and after a burst."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.movements.bursts import Burst

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class TipTrack:
    """One limb's tip: `xy` float64 (T, 2) in torso lengths, NaN where it was not looked for or could not be trusted.

    `jitter` is the tip's usual scatter between looks while nothing moves, torso lengths.
    """

    t_s: Floats
    xy: Floats
    stretch: NDArray[np.int32]
    jitter: float

    def rest_before(self, frame: int, span_s: float) -> Floats:
        """Median position (2,) in the `span_s` up to and with `frame`, or the last one known before; NaN if none."""
        return self._median(np.searchsorted(self.t_s, self.t_s[frame] - span_s), frame + 1, frame, backwards=True)

    def rest_after(self, frame: int, span_s: float) -> Floats:
        """Median position (2,) in the `span_s` from `frame` on, or the next one known; NaN if none."""
        return self._median(
            frame, np.searchsorted(self.t_s, self.t_s[frame] + span_s, side="right"), frame, backwards=False
        )

    def displacement(self, burst: Burst, rest: Floats) -> Floats:
        """Distance (n,) from `rest` at each known position inside the burst."""
        inside = self.xy[burst.first : burst.last + 2]
        distance = np.linalg.norm(inside - rest, axis=1)
        return np.asarray(distance[np.isfinite(distance)], dtype=np.float64)

    def _median(self, start: int | np.intp, stop: int | np.intp, frame: int, backwards: bool) -> Floats:
        same = self.stretch[start:stop] == self.stretch[frame]
        known = self.xy[start:stop][same & np.isfinite(self.xy[start:stop, 0])]
        if len(known):
            return np.asarray(np.median(known, axis=0), dtype=np.float64)
        usable = np.flatnonzero(np.isfinite(self.xy[:, 0]) & (self.stretch == self.stretch[frame]))
        at = int(np.searchsorted(usable, frame, side="right")) - 1 if backwards else int(np.searchsorted(usable, frame))
        return self.xy[usable[at]] if 0 <= at < len(usable) else np.full(2, np.nan)


def jitter_of(xy: Floats, quiet: NDArray[np.bool_]) -> float:
    """Scatter of a tip between successive looks (T, 2) of a quiet picture (T,): 1.48 × the median absolute difference
    over the square root of two. 0 where there are too few looks."""
    known = quiet & np.isfinite(xy[:, 0])
    steps = np.linalg.norm(np.diff(xy[known], axis=0), axis=1)
    return float(1.48 * np.median(steps) / np.sqrt(2.0)) if len(steps) >= 5 else 0.0
