"""Active spans: an awake or unsettled baby, in which single movements cannot be told apart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from annotator.settings import MovementSettings

Floats = NDArray[np.float64]


def active_spans(t_s: Floats, moving: Sequence[tuple[int, int]], settings: MovementSettings) -> list[tuple[int, int]]:
    """Frames (first, last) of each span of `active_shortest_s` or more in which limbs moved for more than half the time.

    `moving` are frames (first, last) in which some limb moved. A span begins and ends with movement; the share is taken
    over every window of the shortest length, at each frame of `t_s` (T,).
    """
    if not moving or len(t_s) < 2:
        return []
    busy = np.zeros(len(t_s), np.bool_)
    for first, last in moving:
        busy[first + 1 : last + 1] = True
    gaps = np.diff(t_s, prepend=t_s[0])
    clock = np.concatenate([[0.0], np.cumsum(np.where(busy, gaps, 0.0))])
    stops = np.searchsorted(t_s, t_s + settings.active_shortest_s)
    full = stops < len(t_s)
    # Time moved between frame i and the frame `active_shortest_s` later.
    share = np.zeros(len(t_s))
    at = np.flatnonzero(full)
    share[at] = (clock[stops[at] + 1] - clock[at + 1]) / np.maximum(t_s[stops[at]] - t_s[at], 1e-9)
    spans: list[tuple[int, int]] = []
    for i in np.flatnonzero(share > settings.active_smallest_moving_share):
        first, last = int(i), int(stops[i])
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return [span for span in (_trimmed(s, moving) for s in spans) if _lasts(span, t_s, settings)]


def _trimmed(span: tuple[int, int], moving: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The span grown or shrunk to the ends of the movements that touch it."""
    touching = [(first, last) for first, last in moving if last > span[0] and first < span[1]]
    return min(first for first, _ in touching), max(last for _, last in touching)


def _lasts(span: tuple[int, int], t_s: Floats, settings: MovementSettings) -> bool:
    return bool(t_s[span[1]] - t_s[span[0]] >= settings.active_shortest_s)
