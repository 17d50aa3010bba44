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


def match(a: Sequence[Movement], b: Sequence[Movement]) -> tuple[tuple[int, int], ...]:
    """Pairs of indices into `a` and `b`, by onset in `a`: as many pairs as possible, then the closest onsets.

    Two movements can be the same when their onsets lie within 0.25 s, or when their spans share at least 0.2 of their
    union. Movements are taken as they are: pass them as reviewed.
    """
    rows, columns, costs = _candidates(a, b)
    if not len(rows):
        return ()
    size = len(a) + len(b)
    graph = coo_array((np.ones(len(rows)), (rows, columns + len(a))), shape=(size, size))
    _, labels = connected_components(graph, directed=False)
    pairs: list[tuple[int, int]] = []
    order = np.argsort(labels[rows], kind="stable")
    for edges in np.split(order, np.flatnonzero(np.diff(labels[rows][order])) + 1):
        pairs += _assigned(rows[edges], columns[edges], costs[edges])
    return tuple(sorted(pairs, key=lambda pair: (a[pair[0]].onset_s, pair)))


def _assigned(rows: NDArray[np.intp], columns: NDArray[np.intp], costs: NDArray[np.float64]) -> list[tuple[int, int]]:
    """The best pairs among candidates that hang together."""
    left, row_at = np.unique(rows, return_inverse=True)
    right, column_at = np.unique(columns, return_inverse=True)
    table = np.full((len(left), len(right)), _NO_MATCH)
    table[row_at, column_at] = costs
    chosen = zip(*linear_sum_assignment(table), strict=True)
    return [(int(left[i]), int(right[j])) for i, j in chosen if table[i, j] < _NO_MATCH]


def _candidates(
    a: Sequence[Movement], b: Sequence[Movement]
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64]]:
    """All pairs that may match, with the difference of their onsets in seconds."""
    onset_s = np.array([m.onset_s for m in b], dtype=np.float64)
    offset_s = np.array([m.offset_s for m in b], dtype=np.float64)
    order = np.argsort(onset_s, kind="stable")
    onset_s, offset_s = onset_s[order], offset_s[order]
    longest_s = float((offset_s - onset_s).max()) if len(b) else 0.0
    rows, columns, costs = [], [], []
    for i, movement in enumerate(a):
        reach_s = max(longest_s, LARGEST_ONSET_DIFFERENCE_S) + _TOLERANCE
        first = np.searchsorted(onset_s, movement.onset_s - reach_s)
        last = np.searchsorted(onset_s, max(movement.offset_s, movement.onset_s + reach_s), side="right")
        near = slice(int(first), int(last))
        apart_s = np.abs(onset_s[near] - movement.onset_s)
        shared_s = np.minimum(offset_s[near], movement.offset_s) - np.maximum(onset_s[near], movement.onset_s)
        union_s = np.maximum(offset_s[near], movement.offset_s) - np.minimum(onset_s[near], movement.onset_s)
        same = (apart_s <= LARGEST_ONSET_DIFFERENCE_S + _TOLERANCE) | (
            (shared_s > 0) & (shared_s >= (SMALLEST_OVERLAP - _TOLERANCE) * union_s)
        )
        found = np.flatnonzero(same)
        rows.append(np.full(len(found), i, dtype=np.intp))
        columns.append(order[near][found])
        costs.append(apart_s[found])
    if not rows:
        empty = np.zeros(0, dtype=np.intp)
        return empty, empty, np.zeros(0)
    return np.concatenate(rows), np.concatenate(columns), np.concatenate(costs)
