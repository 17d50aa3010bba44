"""How much could be observed, of the baby and of each limb, and why not the rest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import LIMBS
from annotator.session.model import Coverage, Excluded, ExclusionReason, Movement
from annotator.signals import REASONS, MotionSignals

NO_BABY = 1 + REASONS.index("no_baby")


def find_coverage(
    signals: MotionSignals,
    movements: Sequence[Movement],
    duration_s: float,
    missing: Sequence[tuple[float, float]] = (),
) -> Coverage:
    """Observed seconds and excluded spans.

    A frame stands for the time until the next one, the last one for the time up to `duration_s`; `missing` are spans in
    seconds in which the file holds no true picture. Where nobody was found, movements without a named limb are the only
    evidence that somebody was there: a stretch that has one was observed, with no limb; a stretch that has none was not.
    """
    if not len(signals.t_s):
        return Coverage(0.0, dict.fromkeys(LIMBS, 0.0))
    ends_s = np.append(signals.t_s[1:], max(duration_s, float(signals.t_s[-1])))
    length_s = ends_s - signals.t_s
    reasons = _reasons(signals, movements, ends_s, missing)
    observed = reasons == 0
    limbs_s = {limb: float(length_s[observed & signals.seen[:, n]].sum()) for n, limb in enumerate(LIMBS)}
    return Coverage(
        observed_s=round(float(length_s[observed].sum()), 4),
        limbs_s={limb: round(seconds, 4) for limb, seconds in limbs_s.items()},
        excluded=_spans(reasons, signals.t_s, ends_s),
    )


def _reasons(
    signals: MotionSignals,
    movements: Sequence[Movement],
    ends_s: NDArray[np.float64],
    missing: Sequence[tuple[float, float]],
) -> NDArray[np.uint8]:
    """Each frame's reason (T,), coded as in MotionSignals.excluded."""
    reasons = signals.excluded.copy()
    for start_s, end_s in missing:
        reasons[(signals.t_s < end_s) & (ends_s > start_s) & (reasons == 0)] = 1 + REASONS.index("picture_missing")
    nobody = (reasons == 0) & ~signals.seen.any(axis=1)
    for first, stop in runs_of(nobody):
        start_s, end_s = float(signals.t_s[first]), float(ends_s[stop - 1])
        if not any(not m.limbs and m.onset_s < end_s and m.offset_s > start_s for m in movements):
            reasons[first:stop] = NO_BABY
    return reasons


def runs_of(mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """(first, stop) of each run of True in a mask (T,)."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def _spans(reasons: NDArray[np.uint8], t_s: NDArray[np.float64], ends_s: NDArray[np.float64]) -> tuple[Excluded, ...]:
    spans: list[Excluded] = []
    starts = np.concatenate([[0], np.flatnonzero(np.diff(reasons)) + 1])
    stops = np.append(starts[1:], len(reasons))
    for first, stop in zip(starts, stops, strict=True):
        if reasons[first]:
            reason: ExclusionReason = REASONS[int(reasons[first]) - 1]
            spans.append(Excluded(round(float(t_s[first]), 6), round(float(ends_s[stop - 1]), 6), reason))
    return tuple(spans)
