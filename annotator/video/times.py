"""The one clock: when each frame is shown, exactly, from its presentation timestamp and the stream's time base."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

Timing = Literal["constant", "variable"]

CONSTANT_TOLERANCE_S: Final = 0.001
"""A frame this near the even grid counts as on it: containers in whole milliseconds (Matroska) round by less."""


@dataclass(frozen=True, slots=True, eq=False)
class FrameTimes:
    """The presentation timestamps of all frames, in the order in which they are shown.

    `pts` int64 `(T,)`, strictly increasing, in units of `time_base` seconds, read-only; `last_duration` is how long the
    last frame stays, in the same units. Seconds count from the first frame: `seconds[0] == 0`.
    Raises ValueError where `pts` is empty or does not strictly increase.
    """

    pts: npt.NDArray[np.int64]
    time_base: Fraction
    last_duration: int = 0
    seconds: npt.NDArray[np.float64] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        pts = np.array(self.pts, dtype=np.int64)
        if pts.ndim != 1 or len(pts) == 0:
            raise ValueError("pts must be a one-dimensional array with at least one frame")
        if np.any(np.diff(pts) <= 0):
            raise ValueError("pts must strictly increase")
        if self.time_base <= 0 or self.last_duration < 0:
            raise ValueError("time_base must be positive and last_duration not negative")
        seconds = (pts - pts[0]) * self.time_base.numerator / self.time_base.denominator
        for array in (pts, seconds):
            array.flags.writeable = False
        object.__setattr__(self, "pts", pts)
        object.__setattr__(self, "seconds", seconds)

    def __len__(self) -> int:
        return len(self.pts)

    def frame_at(self, seconds: float) -> int:
        """The number of the frame shown at that time: the last one that starts no later. Clamped to the ends."""
        return max(int(np.searchsorted(self.seconds, _finite(seconds), side="right")) - 1, 0)

    def nearest(self, seconds: float) -> int:
        """The number of the frame that starts nearest to that time; of two as near, the earlier."""
        earlier = self.frame_at(seconds)
        later = min(earlier + 1, len(self) - 1)
        return later if self.seconds[later] - seconds < seconds - self.seconds[earlier] else earlier

    def exact(self, n: int) -> Fraction:
        """The time of frame `n` in seconds from the first frame, without rounding."""
        if not 0 <= n < len(self):
            raise IndexError(f"frame {n} of {len(self)}")
        return (int(self.pts[n]) - int(self.pts[0])) * self.time_base

    @property
    def duration_s(self) -> float:
        """Seconds from the first frame's start to the last frame's end."""
        return float((int(self.pts[-1]) - int(self.pts[0]) + self.last_duration) * self.time_base)

    @property
    def median_interval_s(self) -> float:
        """The usual time from one frame to the next; of a single frame, how long it stays."""
        if len(self) == 1:
            return float(self.last_duration * self.time_base)
        return float(np.median(np.diff(self.pts))) * float(self.time_base)

    @property
    def mean_rate_hz(self) -> float:
        """Frames a second over the whole video; 0 where a single frame has no duration."""
        return len(self) / self.duration_s if self.duration_s > 0 else 0.0

    @property
    def timing(self) -> Timing:
        """Constant where all frames lie on one even grid, to a tick of the time base or a millisecond."""
        if len(self) < 3:
            return "constant"
        steps = np.arange(len(self)) * ((self.pts[-1] - self.pts[0]) / (len(self) - 1))
        off_grid = (self.pts - self.pts[0]) - steps
        tolerance = max(1.0, CONSTANT_TOLERANCE_S / float(self.time_base))
        return "constant" if (off_grid.max() - off_grid.min()) / 2 <= tolerance else "variable"


def _finite(seconds: float) -> float:
    if not np.isfinite(seconds):
        raise ValueError(f"not a time: {seconds}")
    return seconds
