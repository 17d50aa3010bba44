"""Movements of which no limb can be named: nobody was found, or what moved was no limb that could be seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from annotator.movements.bursts import Burst, find_bursts
from annotator.movements.candidate import Candidate
from annotator.settings import MovementSettings
from annotator.signals import CHANNELS, MotionSignals

Floats = NDArray[np.float64]
_FEWEST_FRAMES: Final = 3


def unnamed_candidates(
    signals: MotionSignals, bursts_of_limbs: Sequence[tuple[int, int]], settings: MovementSettings
) -> list[Candidate]:
    """Bursts of the whole picture near the body that no limb's burst (frames first, last) accounts for.

    Something as large as a limb must have moved: `unnamed_smallest_share` of the picture at once.
    """
    body = CHANNELS.index("body")
    level = signals.strength_levels[:, body].astype(np.float64) / signals.noise_levels
    speed = signals.speed_torso_per_s[:, body].astype(np.float64)
    found = find_bursts(
        level,
        signals.t_s,
        settings.unnamed_start_noise_multiple,
        settings.end_noise_multiple,
        settings.unnamed_merge_longest_gap_s,
    )
    accounted = _clock(bursts_of_limbs, len(level))
    result = []
    for burst in found:
        inside = slice(burst.first + 1, burst.last + 1)
        if accounted[burst.last + 1] > accounted[burst.first]:
            continue
        if float(signals.moving_share[inside].max()) < settings.unnamed_smallest_share:
            continue
        if signals.seen[inside].any() and not _plain_beside_limbs(level[inside], settings):
            continue
        result.append(_candidate(burst, level, speed, signals.t_s, settings))
    return result


def _clock(spans: Sequence[tuple[int, int]], count: int) -> NDArray[np.int64]:
    """How many frames before each of `count` + 1 lie in any span (frames first, last)."""
    inside = np.zeros(count, np.bool_)
    for first, last in spans:
        inside[first : last + 1] = True
    return np.concatenate([[0], np.cumsum(inside)])


def _candidate(burst: Burst, level: Floats, speed: Floats, t_s: Floats, settings: MovementSettings) -> Candidate:
    """Without landmarks, the way that the flow covered stands for the displacement when slow is told from sudden."""
    inside = slice(burst.first + 1, burst.last + 1)
    peak = burst.first + 1 + int(np.argmax(level[inside]))
    fastest = float(speed[inside].max())
    slow = False
    if np.isfinite(fastest):
        way = float((speed[inside] * np.diff(t_s)[burst.first : burst.last]).sum())
        ratio = fastest / way if way > 0 else np.inf
        slow = (
            fastest < settings.slow_largest_speed_torso_per_s
            or ratio < settings.slow_largest_speed_per_displacement_hz / 2
        )
    return Candidate(burst.first, burst.last, peak, (), fastest, slow, None, ((burst.first, burst.last),))


def _plain_beside_limbs(level: Floats, settings: MovementSettings) -> bool:
    """Where the limbs were in view and none moved, only something strong that lasts a few frames counts: a covered or
    dragged part of the body, not a flicker."""
    return bool(level.max() >= settings.unnamed_beside_limbs_noise_multiple and len(level) >= _FEWEST_FRAMES)
