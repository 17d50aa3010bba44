"""From packets' timestamps, as honest or broken as files have them, to one strictly increasing time for each frame.

Pure: arrays in, arrays out. A sound file passes through unchanged; what is repaired here would otherwise make frames
share a time, run backwards, or fall on top of each other after a camera restarted its clock.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

NO_TIME: Final = int(np.iinfo(np.int64).min)
"""Stands for a timestamp that the file does not give."""

Ticks = npt.NDArray[np.int64]

_REFINEMENT: Final = 1000
_LARGEST_NUDGE_FRAMES: Final = 0.5
_RETURNS_WITHIN_PACKETS: Final = 8
_SPIKE_FRAMES: Final = 4


def usual_step(ticks: Ticks, fallback: int) -> int:
    """The median of the positive steps between sorted timestamps; `fallback` where there are none. At least 1."""
    known = np.unique(ticks[ticks != NO_TIME])
    return max(int(np.median(np.diff(known))) if len(known) > 1 else fallback, 1)


def filled(pts: Ticks, dts: Ticks, step: int) -> Ticks:
    """A time for every packet: its pts, else its dts, else one step after the packet before."""
    ticks = np.where(pts != NO_TIME, pts, dts)
    known = ticks != NO_TIME
    if known.all():
        return ticks
    if not known.any():
        return np.arange(len(ticks), dtype=np.int64) * step
    rows = np.arange(len(ticks))
    before = np.maximum.accumulate(np.where(known, rows, -1))
    first = int(np.flatnonzero(known)[0])
    anchor = np.where(before >= 0, before, first)
    return np.where(known, ticks, ticks[anchor] + (rows - anchor) * step)


def decode_clock(pts: Ticks, dts: Ticks) -> Ticks:
    """A time that should never fall in decode order: each packet's dts, else that of its nearest neighbour in the file. A
    file without any gives its pts, which fall wherever frames are reordered: then no time is better, and all are 0."""
    known = np.flatnonzero(dts != NO_TIME)
    if len(known):
        before = np.clip(np.searchsorted(known, np.arange(len(dts)), side="right") - 1, 0, None)
        return dts[known[before]]
    return np.zeros_like(pts) if np.any(pts == NO_TIME) or reorder_depth(pts) else pts


def reorder_depth(ticks: Ticks) -> int:
    """By how many packets decoding runs ahead of showing, from the packets' times in decode order."""
    showing_rank = np.empty(len(ticks), dtype=np.int64)
    showing_rank[np.argsort(ticks, kind="stable")] = np.arange(len(ticks))
    return int(np.max(np.arange(len(ticks)) - showing_rank, initial=0))


def continued(clock: Ticks, step: int) -> tuple[Ticks, list[int]]:
    """What to add to each packet's times so that the clock never restarts, and the rows at which it did.

    `clock` is a time that should never fall in decode order (dts). A fall after which it does not come back within a
    few packets is a restart: the rest is moved to follow on. A single stray packet is left to `increasing`.
    """
    shift = np.zeros_like(clock)
    restarts: list[int] = []
    steady = clock.copy()
    for row in np.flatnonzero(np.diff(clock) < 0) + 1:
        reached = steady[row - 1]
        if row >= 2 and steady[row] > steady[row - 2] and reached - steady[row - 2] > _SPIKE_FRAMES * step:
            between = (steady[row - 2] + steady[row]) // 2
            shift[row - 1] += between - steady[row - 1]
            steady[row - 1] = between
        elif steady[row] < reached and steady[row : row + _RETURNS_WITHIN_PACKETS].max() < reached:
            jump = reached + step - steady[row]
            shift[row:] += jump
            steady[row:] += jump
            restarts.append(int(row))
    return shift, restarts


def increasing(ticks: Ticks, step: int) -> tuple[Ticks, int]:
    """Strictly increasing times for frames in showing order, and by how much the time base was refined (1 or 1000).

    Of frames that share a time, or fall behind the one before, each comes one tick later: players show the last of them
    nearly all that while. Where ticks are too coarse for that, every tick is divided.
    """
    if np.all(np.diff(ticks) > 0):
        return ticks, 1
    counting = np.arange(len(ticks))
    for refinement in (1, _REFINEMENT):
        fine = ticks * refinement
        apart = np.maximum.accumulate(fine - counting) + counting
        behind = np.maximum.accumulate(fine)
        if refinement == _REFINEMENT or np.max(apart - behind) <= _LARGEST_NUDGE_FRAMES * step:
            break
    return apart, refinement
