"""Candidates to the session's movements: kind, number, and no overlap on the same limb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import LIMBS, Limb
from annotator.movements.candidate import Candidate
from annotator.session.model import Kind, Movement
from annotator.settings import RuleSettings

Floats = NDArray[np.float64]


def kind_of(candidate: Candidate, t_s: Floats, rules: RuleSettings) -> Kind:
    """The candidate's kind by the table: rhythm first, then slow, then how long it lasted."""
    if candidate.rhythm is not None:
        return "rhythmic"
    if candidate.slow:
        return "slow"
    duration = float(t_s[candidate.last] - t_s[candidate.first])
    if duration > rules.sustained_longer_than_s:
        return "sustained"
    return "jerk" if duration <= rules.jerk_longest_s else "prolonged"


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

    Where two would overlap, the earlier one keeps the limb; a movement that keeps no limb it had is dropped.
    """
    busy_until: dict[Limb | None, float] = {}
    kept: list[Movement] = []
    for movement in sorted(movements, key=lambda m: (m.onset_s, -m.offset_s)):
        owners: tuple[Limb | None, ...] = movement.limbs or (None,)
        free = [limb for limb in owners if busy_until.get(limb, -1.0) <= movement.onset_s]
        if not free:
            continue
        for limb in free:
            busy_until[limb] = movement.offset_s
        limbs = tuple(limb for limb in free if limb is not None)
        kept.append(
            replace(
                movement,
                id=len(kept) + 1,
                limbs=limbs,
                limb_onsets_s={k: v for k, v in movement.limb_onsets_s.items() if k in limbs},
                limb_displacements_torso={k: v for k, v in movement.limb_displacements_torso.items() if k in limbs},
            )
        )
    return tuple(kept)


def _rounded(value: float) -> float | None:
    return round(float(value), 4) if np.isfinite(value) else None
