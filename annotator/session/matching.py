"""Which movement of one list is which of another: one to one, by onset or by overlap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from annotator.session.model import Movement

# The project's scoring: the same movement starts within a quarter of a second, or covers a fifth of their union.
LARGEST_ONSET_DIFFERENCE_S: Final = 0.25
SMALLEST_OVERLAP: Final = 0.2

_TOLERANCE: Final = 1e-9
_NO_MATCH: Final = 1e6


Indices = NDArray[np.intp]
Numbers = NDArray[np.float64]


def match(a: Sequence[Movement], b: Sequence[Movement]) -> tuple[tuple[int, int], ...]:
    """Pairs of indices into `a` and `b`, by onset in `a`: as many pairs as possible, then the closest onsets.

    Two movements can be the same when their onsets lie within 0.25 s, or when their spans share at least 0.2 of their
    union. Movements are taken as they are: pass them as reviewed.
    """
    rows, columns, costs = _candidates(a, b)
    alone = (np.bincount(rows, minlength=len(a))[rows] == 1) & (np.bincount(columns, minlength=len(b))[columns] == 1)
    pairs = list(zip(rows[alone].tolist(), columns[alone].tolist(), strict=True))
    pairs += _disentangled(rows[~alone], columns[~alone], costs[~alone], len(a), len(b))
    return tuple(sorted(pairs, key=lambda pair: (a[pair[0]].onset_s, pair)))


def meeting(a: Sequence[Movement], b: Sequence[Movement]) -> list[tuple[int, int]]:
    """All pairs of indices into `a` and `b` whose spans touch or overlap, whatever their limbs."""
    onset_a, offset_a = _spans(a)
    onset_b, offset_b = _spans(b)
    rows, columns = _beginning_within(onset_a, offset_a, onset_b)
    later_columns, later_rows = _beginning_within(onset_b, offset_b, onset_a)
    rows, columns = np.concatenate([rows, later_rows]), np.concatenate([columns, later_columns])
    return list(zip(rows.tolist(), columns.tolist(), strict=True))


def _disentangled(rows: Indices, columns: Indices, costs: Numbers, count_a: int, count_b: int) -> list[tuple[int, int]]:
    """The best pairs among candidates that compete, each group that hangs together on its own."""
    if not len(rows):
        return []
    size = count_a + count_b
    graph = coo_array((np.ones(len(rows)), (rows, columns + count_a)), shape=(size, size))
    group = connected_components(graph, directed=False)[1][rows]
    order = np.argsort(group, kind="stable")
    pairs = []
    for edges in np.split(order, np.flatnonzero(np.diff(group[order])) + 1):
        left, row_at = np.unique(rows[edges], return_inverse=True)
        right, column_at = np.unique(columns[edges], return_inverse=True)
        table = np.full((len(left), len(right)), _NO_MATCH)
        table[row_at, column_at] = costs[edges]
        chosen = zip(*linear_sum_assignment(table), strict=True)
        pairs += [(int(left[i]), int(right[j])) for i, j in chosen if table[i, j] < _NO_MATCH]
    return pairs


def _candidates(a: Sequence[Movement], b: Sequence[Movement]) -> tuple[Indices, Indices, Numbers]:
    """All pairs that may match, with the difference of their onsets in seconds."""
    onset_a, offset_a = _spans(a)
    onset_b, offset_b = _spans(b)
    reach_s = LARGEST_ONSET_DIFFERENCE_S + _TOLERANCE
    # Spans that meet: either b begins within a (or near its onset), or a begins within b.
    rows, columns = _beginning_within(onset_a - reach_s, np.maximum(offset_a, onset_a + reach_s), onset_b)
    later_columns, later_rows = _beginning_within(onset_b + reach_s, offset_b, onset_a)
    rows, columns = np.concatenate([rows, later_rows]), np.concatenate([columns, later_columns])
    apart_s = np.abs(onset_a[rows] - onset_b[columns])
    shared_s = np.minimum(offset_a[rows], offset_b[columns]) - np.maximum(onset_a[rows], onset_b[columns])
    union_s = np.maximum(offset_a[rows], offset_b[columns]) - np.minimum(onset_a[rows], onset_b[columns])
    overlapping = (shared_s > 0) & (shared_s >= (SMALLEST_OVERLAP - _TOLERANCE) * union_s)
    same = (apart_s <= reach_s) | overlapping
    return rows[same], columns[same], apart_s[same]


def _beginning_within(start: Numbers, end: Numbers, onset: Numbers) -> tuple[Indices, Indices]:
    """All pairs of a span and an onset inside it, as indices."""
    order = np.argsort(onset, kind="stable")
    first = np.searchsorted(onset[order], start, side="left")
    count = np.maximum(np.searchsorted(onset[order], end, side="right") - first, 0)
    spans = np.repeat(np.arange(len(start)), count)
    within = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    return spans, order[np.repeat(first, count) + within]


def _spans(movements: Sequence[Movement]) -> tuple[Numbers, Numbers]:
    """Onsets and offsets, (n,) each."""
    return (
        np.array([m.onset_s for m in movements], dtype=np.float64),
        np.array([m.offset_s for m in movements], dtype=np.float64),
    )
