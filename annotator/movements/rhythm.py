"""Rhythm: how often and how regularly a limb's tip went to and fro."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import CubicSpline
from scipy.signal import find_peaks

from annotator.settings import MovementSettings, RuleSettings

Floats = NDArray[np.float64]

_EVEN_HZ: Final = 60.0
"""Fine enough that a cycle of 5 Hz is told to a twelfth of its length before the peak is refined."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`cycles` to and fro at `frequency_hz`; `correlation` of the swing with itself one cycle later, 0 to 1."""

    frequency_hz: float
    cycles: int
    correlation: float


def find_rhythm(t_s: Floats, xy: Floats, settings: MovementSettings, rules: RuleSettings) -> Rhythm | None:
    """The rhythm of a tip at positions `xy` (n, 2), torso lengths, at times `t_s` (n,); None where there is none.

    The swing along the main direction is resampled evenly and correlated with itself (after Geertsema et al. 2018, who
    look for one dominant band); the frequency is that of the first peak in the rules' band. Sampled at less than twice
    the frequency, nothing is said.
    """
    known = np.isfinite(xy[:, 0])
    t_s, xy = t_s[known], xy[known]
    if len(t_s) < 8 or t_s[-1] - t_s[0] < rules.rhythmic_shortest_s:
        return None
    looks_hz = 1.0 / float(np.median(np.diff(t_s)))
    even_s = np.arange(t_s[0], t_s[-1], 1.0 / _EVEN_HZ)
    swing = _main_swing(CubicSpline(t_s, xy)(even_s))
    rate_hz = _EVEN_HZ
    swing = swing - _slow_part(swing, rate_hz / rules.rhythmic_lowest_hz)
    if float(np.percentile(np.abs(swing), 90)) < settings.rhythm_smallest_displacement_torso / 2:
        return None
    lags, correlation = _self_correlation(swing, rate_hz, rules)
    if len(lags) < 3:
        return None
    peaks, _ = find_peaks(correlation)
    if not len(peaks):
        return None
    # The first peak close to the best is the cycle; later ones are its multiples.
    best = float(correlation[peaks].max())
    if best < settings.rhythm_smallest_correlation:
        return None
    first = int(peaks[correlation[peaks] >= 0.85 * best][0])
    frequency = rate_hz / _refined(lags, correlation, first)
    if frequency > looks_hz / 2:
        return None
    cycles = int(np.floor((t_s[-1] - t_s[0]) * frequency + 0.25))
    return Rhythm(frequency, cycles, float(correlation[first]))


def _main_swing(xy: Floats) -> Floats:
    centred = xy - xy.mean(axis=0)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    return np.asarray(centred @ directions[0], dtype=np.float64)


def _slow_part(swing: Floats, window: float) -> Floats:
    size = max(3, 2 * int(window / 2) + 1)
    padded = np.pad(swing, size // 2, mode="edge")
    return np.asarray(np.convolve(padded, np.ones(size) / size, mode="valid"), dtype=np.float64)


def _self_correlation(swing: Floats, rate_hz: float, rules: RuleSettings) -> tuple[Floats, Floats]:
    """Lags in samples over the rules' band, and the correlation at each, from -1 to 1."""
    shortest = max(2, int(np.floor(rate_hz / rules.rhythmic_highest_hz)) - 1)
    longest = min(len(swing) // 2, int(np.ceil(rate_hz / rules.rhythmic_lowest_hz)) + 1)
    lags = np.arange(shortest, longest + 1)
    values = []
    for lag in lags:
        a, b = swing[:-lag], swing[lag:]
        scale = float(np.sqrt((a @ a) * (b @ b)))
        values.append(float(a @ b) / scale if scale > 0 else 0.0)
    return lags.astype(np.float64), np.array(values)


def _refined(lags: Floats, correlation: Floats, at: int) -> float:
    """The peak's lag by the parabola through it and its neighbours."""
    if not 0 < at < len(lags) - 1:
        return float(lags[at])
    left, middle, right = correlation[at - 1 : at + 2]
    bend = left - 2 * middle + right
    return float(lags[at] + (0.5 * (left - right) / bend if bend else 0.0))
