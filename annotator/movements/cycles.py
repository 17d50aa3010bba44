"""A rhythmic movement cut into its cycles, so that they can be laid side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import LIMBS, Limb
from annotator.signals import MotionSignals

Floats = NDArray[np.float64]

SAMPLES: Final = 48
"""Points a cycle: more than video holds at 0.8 Hz and 30 frames a second."""
FEWEST_POSITIONS: Final = 8
FEWEST_A_CYCLE: Final = 3.0
"""Fewer looks at the tip than this in one cycle tell its rate but not its shape."""


@dataclass(frozen=True, slots=True, eq=False)
class Cycles:
    """One limb's cycles. `starts_s` float64 (C,); `swing_torso` float64 (C, 48): the tip's place along its main
    direction, torso lengths from the middle of its own cycle. Cut at one fixed length, so that an uneven rhythm shows.
    """

    limb: Limb
    period_s: float
    starts_s: Floats
    swing_torso: Floats

    @property
    def mean_torso(self) -> Floats:
        """The mean cycle (48,)."""
        return np.asarray(self.swing_torso.mean(axis=0), np.float64)

    @property
    def likeness(self) -> float:
        """Mean correlation of the cycles with their mean, -1 to 1; 0 for a limb that stood still."""
        mean = self.mean_torso - self.mean_torso.mean()
        each = self.swing_torso - self.swing_torso.mean(axis=1, keepdims=True)
        scale = np.linalg.norm(each, axis=1) * np.linalg.norm(mean)
        return float(np.divide(each @ mean, scale, out=np.zeros(len(each)), where=scale > 0).mean())


def cycles_of(
    signals: MotionSignals, limb: Limb, onset_s: float, offset_s: float, frequency_hz: float
) -> Cycles | None:
    """The whole cycles of a limb between onset and offset, each beginning where the mean cycle is lowest.

    None where fewer than two fit, or where the tip was seen too rarely to show their shape.
    """
    if frequency_hz <= 0:
        return None
    period_s = 1.0 / frequency_hz
    first, stop = np.searchsorted(signals.t_s, (onset_s, offset_s + 1e-6))
    t_s = signals.t_s[first:stop]
    xy = signals.tips_torso[first:stop, LIMBS.index(limb)].astype(np.float64)
    known = np.isfinite(xy[:, 0])
    t_s, xy = t_s[known], xy[known]
    if len(t_s) < max(FEWEST_POSITIONS, FEWEST_A_CYCLE * (offset_s - onset_s) * frequency_hz):
        return None
    swing = _main_swing(xy)
    step_s = period_s / SAMPLES
    even_s = np.arange(t_s[0], t_s[-1] + step_s / 2, step_s)
    even = np.interp(even_s, t_s, swing)
    start = _lowest_phase(even)
    count = (len(even) - start) // SAMPLES
    if count < 2:
        return None
    cut = even[start : start + count * SAMPLES].reshape(count, SAMPLES)
    starts_s = even_s[start : start + count * SAMPLES : SAMPLES]
    middles = (cut.max(axis=1, keepdims=True) + cut.min(axis=1, keepdims=True)) / 2
    return Cycles(limb, period_s, starts_s, cut - middles)


def _main_swing(xy: Floats) -> Floats:
    centred = xy - xy.mean(axis=0)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    return np.asarray(centred @ directions[0], np.float64)


def _lowest_phase(even: Floats) -> int:
    """The sample of the first cycle at which the mean of all whole cycles is lowest."""
    whole = len(even) // SAMPLES
    if whole < 2:
        return 0
    return int(even[: whole * SAMPLES].reshape(whole, SAMPLES).mean(axis=0).argmin())
