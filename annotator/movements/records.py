"""Candidates to the session's movements: kind, number, and no overlap on the same limb."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import LIMBS, Limb
from annotator.movements.candidate import Candidate
from annotator.session.model import Kind, Movement
from annotator.settings import RuleSettings

Floats = NDArray[np.float64]

_ROUNDING_S: Final = 1e-6
"""Two seconds of frames are two seconds, whatever the last bit of their times says."""


def kind_of(candidate: Candidate, t_s: Floats, rules: RuleSettings) -> Kind:
    """The candidate's kind by the table: rhythm first, then slow, then how long it lasted."""
    if candidate.rhythm is not None:
        return "rhythmic"
    if candidate.slow:
        return "slow"
    duration = float(t_s[candidate.last] - t_s[candidate.first])
    if duration > rules.sustained_longer_than_s + _ROUNDING_S:
        return "sustained"
    return "jerk" if duration <= rules.jerk_longest_s + _ROUNDING_S else "prolonged"


def record(candidate: Candidate, t_s: Floats, rules: RuleSettings) -> Movement:
    """The candidate as a movement without a number; times are those of its frames."""
    displacement = candidate.displacement_torso
    rhythm = candidate.rhythm
    return Movement(
        id=0,
        onset_s=float(t_s[candidate.first]),
        peak_s=float(t_s[candidate.peak]),
        offset_s=float(t_s[candidate.last]),
        kind=kind_of(candidate, t_s, rules),
        limbs=tuple(LIMBS[part.limb] for part in candidate.parts),
        peak_displacement_torso=_rounded(displacement),
        peak_speed_torso_per_s=_rounded(candidate.speed_torso_per_s),
        frequency_hz=None if rhythm is None else round(rhythm.frequency_hz, 3),
        cycles=None if rhythm is None else rhythm.cycles,
        limb_onsets_s={LIMBS[p.limb]: float(t_s[p.burst.first]) for p in candidate.parts},
        limb_displacements_torso={LIMBS[p.limb]: round(p.displacement_torso, 4) for p in candidate.parts},
    )


def active_record(first: int, last: int, inside: Sequence[Candidate], t_s: Floats) -> Movement:
    """One record for an active span: every limb that moved in it, and the largest numbers seen."""
    limbs = {LIMBS[part.limb] for candidate in inside for part in candidate.parts}
    sizes = [c.displacement_torso for c in inside if np.isfinite(c.displacement_torso)]
    speeds = [c.speed_torso_per_s for c in inside if np.isfinite(c.speed_torso_per_s)]
    fastest = max(inside, key=lambda c: np.nan_to_num(c.speed_torso_per_s))
    return Movement(
        id=0,
        onset_s=float(t_s[first]),
        peak_s=float(t_s[min(max(fastest.peak, first), last)]),
        offset_s=float(t_s[last]),
        kind="active",
        limbs=tuple(limb for limb in LIMBS if limb in limbs),
        peak_displacement_torso=_rounded(max(sizes)) if sizes else None,
        peak_speed_torso_per_s=_rounded(max(speeds)) if speeds else None,
    )


def numbered(movements: Sequence[Movement]) -> tuple[Movement, ...]:
    """Sorted by onset, numbered from 1, with no two on the same limb at the same time.

    Where two would overlap on a limb, what says more keeps it: a single movement before an active span, and of single
    ones the earlier. A single movement that keeps no limb is dropped; an active span stays, with the limbs it keeps.
    """
    taken: dict[Limb, list[tuple[float, float]]] = {limb: [] for limb in LIMBS}
    kept: list[Movement] = []
    for movement in sorted(movements, key=lambda m: (m.kind == "active", m.onset_s, -m.offset_s)):
        limbs = tuple(limb for limb in movement.limbs if _free(taken[limb], movement))
        if movement.limbs and not limbs and movement.kind != "active":
            continue
        for limb in limbs:
            insort(taken[limb], (movement.onset_s, movement.offset_s))
        kept.append(movement if limbs == movement.limbs else _with_limbs(movement, limbs))
    kept.sort(key=lambda m: (m.onset_s, m.offset_s))
    return tuple(replace(movement, id=n + 1) for n, movement in enumerate(kept))


def _free(taken: list[tuple[float, float]], movement: Movement) -> bool:
    """Whether no span of `taken` (sorted, apart from each other) overlaps the movement."""
    at = bisect_left(taken, (movement.offset_s, -np.inf))
    return at == 0 or taken[at - 1][1] <= movement.onset_s


def _with_limbs(movement: Movement, limbs: tuple[Limb, ...]) -> Movement:
    return replace(
        movement,
        limbs=limbs,
        limb_onsets_s={k: v for k, v in movement.limb_onsets_s.items() if k in limbs},
        limb_displacements_torso={k: v for k, v in movement.limb_displacements_torso.items() if k in limbs},
    )


def _rounded(value: float) -> float | None:
    return round(float(value), 4) if np.isfinite(value) else None
