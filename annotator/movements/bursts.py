"""Bursts: spans in which one channel moves without a pause, found by hysteresis over its own noise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Burst:
    """Frames `first` to `last`: nothing had moved yet at `first`, and the last change was seen at `last`.

    A change is seen between a frame and the one before, so the movement began after the frame before the first change.
    """

    first: int
    last: int


def find_bursts(
    level: NDArray[np.floating[Any]], t_s: Floats, start: float, end: float, longest_gap_s: float
) -> list[Burst]:
    """Bursts of `level` (T,), in multiples of the noise, at times `t_s` (T,).

    A burst reaches `start` somewhere and stays at `end` or above around it; bursts whose pause is no longer than
    `longest_gap_s` are one.
    """
    over = np.concatenate([[False], level >= end, [False]])
    over[1] = False  # before the first frame there is nothing that it could have changed from
    edges = np.flatnonzero(over[1:] != over[:-1])
    runs = edges.reshape(-1, 2)
    if not len(runs):
        return []
    strong = np.add.reduceat(np.append(level >= start, False).astype(np.int64), runs.ravel())[::2] > 0
    bursts: list[Burst] = []
    for first_change, after in runs[strong]:
        burst = Burst(max(0, int(first_change) - 1), int(after) - 1)
        if bursts and t_s[burst.first] - t_s[bursts[-1].last] <= longest_gap_s:
            bursts[-1] = Burst(bursts[-1].first, burst.last)
        else:
            bursts.append(burst)
    return bursts
