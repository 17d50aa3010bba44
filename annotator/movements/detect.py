"""Motion signals to movements: the chain of steps, each in a module of its own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import LIMBS
from annotator.movements.active import active_spans
from annotator.movements.bursts import Burst
from annotator.movements.candidate import Candidate, fuse, is_slow
from annotator.movements.limb_bursts import (
    LimbBurst,
    LimbSignals,
    accounts_for,
    confirmed,
    limb_bursts,
    limb_signals,
    stays_away,
    with_holds,
)
from annotator.movements.records import active_record, numbered, record
from annotator.movements.slow import slow_parts
from annotator.movements.swings import joined, split_rhythmic
from annotator.movements.unnamed import unnamed_candidates
from annotator.session.model import Movement
from annotator.settings import MovementSettings, RuleSettings
from annotator.signals import MotionSignals

Floats = NDArray[np.float64]


def find_movements(signals: MotionSignals, settings: MovementSettings, rules: RuleSettings) -> tuple[Movement, ...]:
    """All movements, sorted by onset; none overlaps another on the same limb. Pure: the same signals give the same."""
    t_s = signals.t_s
    swings: list[Candidate] = []
    parts: list[LimbBurst] = []
    limb_frames: list[tuple[int, int]] = []
    for limb in range(len(LIMBS)):
        of_limb = _limb(signals, limb, settings)
        bursts = [b for b in limb_bursts(of_limb, settings) if not _excluded(b.burst, signals, settings)]
        limb_frames += [(b.burst.first, b.burst.last) for b in bursts if accounts_for(b, settings)]
        bursts = [b for b in bursts if confirmed(b, of_limb, settings)]
        found, bursts = split_rhythmic(bursts, of_limb, settings, rules)
        swings += found
        held = [
            replace(part, steady=stays_away(part, of_limb, settings))
            for part in with_holds(bursts, of_limb, settings, [(c.first, c.last) for c in found])
            if not is_slow(part, settings)
        ]
        sudden = held + [part for candidate in found for part in candidate.parts]
        parts += held + [
            part for part in slow_parts(of_limb, sudden, settings) if not _excluded(part.burst, signals, settings)
        ]
    unnamed = [
        candidate
        for candidate in unnamed_candidates(signals, limb_frames, settings)
        if not _excluded(Burst(candidate.first, candidate.last), signals, settings)
    ]
    singles = fuse(parts, t_s, settings) + unnamed
    return _recorded(joined(swings, settings), singles, t_s, settings, rules)


def _recorded(
    swings: list[Candidate], singles: list[Candidate], t_s: Floats, settings: MovementSettings, rules: RuleSettings
) -> tuple[Movement, ...]:
    """Movements with their kinds; single ones inside an active span give way to one record of it."""
    moving = [frames for candidate in singles if not candidate.slow for frames in candidate.moving]
    movements = [record(candidate, t_s, rules) for candidate in swings]
    left = singles
    for first, last in active_spans(t_s, moving, settings):
        # What began before, or outlasts the span, as a limb held away, has a record of its own.
        inside = [c for c in left if first <= c.first and c.last <= last]
        if not inside:
            continue
        left = [c for c in left if not (first <= c.first and c.last <= last)]
        movements.append(active_record(first, last, inside, t_s))
    return numbered(movements + [record(candidate, t_s, rules) for candidate in left])


def _limb(signals: MotionSignals, limb: int, settings: MovementSettings) -> LimbSignals:
    return limb_signals(
        limb,
        signals.t_s,
        signals.strength_levels[:, limb] / signals.noise_levels,
        signals.speed_torso_per_s[:, limb],
        signals.limb_share[:, limb],
        signals.tips_torso[:, limb],
        signals.stretch,
        ~signals.covered[:, limb],
        settings,
    )


def _excluded(burst: Burst, signals: MotionSignals, settings: MovementSettings) -> bool:
    """Whether too much of a burst fell where nothing can be judged."""
    inside = signals.excluded[burst.first : burst.last + 1] > 0
    return bool(inside[0] or inside.mean() > settings.excluded_largest_share)
