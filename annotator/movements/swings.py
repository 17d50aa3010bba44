"""Rhythmic movements: groups of a limb's bursts that go to and fro regularly enough, and limbs that do so together."""

from __future__ import annotations

from annotator.movements.bursts import Burst
from annotator.movements.candidate import Candidate
from annotator.movements.limb_bursts import LimbBurst, LimbSignals
from annotator.movements.rhythm import find_rhythm
from annotator.settings import MovementSettings, RuleSettings


def split_rhythmic(
    bursts: list[LimbBurst], signals: LimbSignals, settings: MovementSettings, rules: RuleSettings
) -> tuple[list[Candidate], list[LimbBurst]]:
    """One limb's rhythmic movements, and the bursts that are in none.

    Bursts up to `rhythm_longest_pause_s` apart are looked at together: a limb that swings slowly, or rests at each turn,
    moves in pieces.
    """
    found: list[Candidate] = []
    rest: list[LimbBurst] = []
    for group in _groups(bursts, signals, settings):
        candidate = _rhythmic(group, signals, settings, rules)
        if candidate is None:
            rest += group
        else:
            found.append(candidate)
    return found, rest


def joined(candidates: list[Candidate], settings: MovementSettings) -> list[Candidate]:
    """Rhythmic movements of several limbs that run at the same time and pace are one movement of all of them."""
    result: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: c.first):
        assert candidate.rhythm is not None
        for n, other in enumerate(result):
            assert other.rhythm is not None
            shared = min(candidate.last, other.last) - max(candidate.first, other.first)
            shorter = min(candidate.last - candidate.first, other.last - other.first)
            pace = abs(candidate.rhythm.frequency_hz - other.rhythm.frequency_hz)
            if shared >= 0.7 * shorter and pace <= settings.rhythm_largest_pace_difference_hz:
                result[n] = _together(other, candidate)
                break
        else:
            result.append(candidate)
    return result


def _groups(bursts: list[LimbBurst], signals: LimbSignals, settings: MovementSettings) -> list[list[LimbBurst]]:
    t_s = signals.track.t_s
    groups: list[list[LimbBurst]] = []
    for burst in bursts:
        if groups and t_s[burst.burst.first] - t_s[groups[-1][-1].burst.last] <= settings.rhythm_longest_pause_s:
            groups[-1].append(burst)
        else:
            groups.append([burst])
    return groups


def _rhythmic(
    group: list[LimbBurst], signals: LimbSignals, settings: MovementSettings, rules: RuleSettings
) -> Candidate | None:
    whole = Burst(group[0].burst.first, group[-1].burst.last)
    if signals.track.t_s[whole.last] - signals.track.t_s[whole.first] < rules.rhythmic_shortest_s:
        return None
    inside = slice(whole.first, whole.last + 1)
    t_s = signals.track.t_s
    rhythm = find_rhythm(t_s[inside], signals.track.positions(whole.first, whole.last + 1), settings, rules)
    if rhythm is None or rhythm.cycles < rules.rhythmic_fewest_cycles:
        return None
    if not rules.rhythmic_lowest_hz <= rhythm.frequency_hz <= rules.rhythmic_highest_hz:
        return None
    fastest = max(group, key=lambda b: b.speed_torso_per_s)
    part = LimbBurst(
        limb=signals.limb,
        burst=whole,
        peak=fastest.peak,
        displacement_torso=max(b.displacement_torso for b in group),
        speed_torso_per_s=fastest.speed_torso_per_s,
        moving=tuple(b.burst for b in group),
        before=group[0].before,
        after=group[-1].after,
    )
    moving = tuple((b.burst.first, b.burst.last) for b in group)
    return Candidate(whole.first, whole.last, part.peak, (part,), part.speed_torso_per_s, False, rhythm, moving)


def _together(a: Candidate, b: Candidate) -> Candidate:
    strongest = max((a, b), key=lambda c: c.displacement_torso)
    return Candidate(
        first=min(a.first, b.first),
        last=max(a.last, b.last),
        peak=strongest.peak,
        parts=tuple(sorted((*a.parts, *b.parts), key=lambda p: p.limb)),
        speed_torso_per_s=max(a.speed_torso_per_s, b.speed_torso_per_s),
        slow=False,
        rhythm=strongest.rhythm,
        moving=a.moving + b.moving,
    )
