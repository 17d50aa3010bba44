"""Near misses: what came close to a row of the table without meeting it, and by how much."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from typing import Final

from annotator.patterns.measures import (
    ALL_FOUR,
    TOLERANCE,
    clustering,
    counted,
    onset_lag_s,
    pairs,
    runs,
)
from annotator.patterns.rules import find_flags, rate_per_hour
from annotator.session.effective import standing
from annotator.session.model import RULES, Coverage, Movement, Rule, SoundSpan
from annotator.settings import RuleSettings

MOST_PER_RULE: Final = 3
CLOSE_FROM: Final = 0.5


@dataclass(frozen=True, slots=True)
class Gap:
    """One number that kept a rule from being met: the setting's name, what it asks for and what was measured.

    `closeness` is 1 at the threshold and falls to 0 away from it.
    """

    setting: str
    threshold: float
    measured: float

    @property
    def closeness(self) -> float:
        """The smaller of measured and threshold over the larger."""
        low, high = sorted((abs(self.measured), abs(self.threshold)))
        return low / high if high > 0 else 1.0


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Movements that one or more numbers (`gaps`) kept from meeting `rule`."""

    rule: Rule
    start_s: float
    end_s: float
    movements: tuple[int, ...]
    gaps: tuple[Gap, ...]

    @property
    def closeness(self) -> float:
        """That of the number that is farthest off."""
        return min(gap.closeness for gap in self.gaps)


def near_misses(
    movements: Iterable[Movement], coverage: Coverage, sounds: Iterable[SoundSpan], rules: RuleSettings
) -> tuple[NearMiss, ...]:
    """For each rule the nearest misses, nearest first: at most three, and none whose numbers are less than half way.

    A movement that meets a rule is no near miss of it. The order of rules is that of the table.
    """
    movements, sounds = tuple(movements), tuple(sounds)
    met = {(flag.rule, n) for flag in find_flags(movements, coverage, sounds, rules) for n in flag.movements}
    stood = standing(movements)
    found = counted(stood)
    misses = [
        *_durations(found, rules),
        *_rhythms(found, rules),
        *_clusters(stood, rules),
        *_bilaterals(found, rules),
        *_whole_bodies(found, rules),
        *_frequent(found, coverage, rules),
        *_arousals(found, sounds, rules),
    ]
    near = [
        miss
        for miss in misses
        if miss.closeness >= CLOSE_FROM - TOLERANCE and not any((miss.rule, n) in met for n in miss.movements)
    ]
    kept: list[NearMiss] = []
    for rule in RULES:
        of_rule = sorted((miss for miss in near if miss.rule == rule), key=lambda miss: (-miss.closeness, miss.start_s))
        kept += _apart(of_rule)[:MOST_PER_RULE]
    return tuple(kept)


def _apart(misses: Sequence[NearMiss]) -> list[NearMiss]:
    """The misses without those that share a movement with one before them."""
    kept = []
    seen: set[int] = set()
    for miss in misses:
        if seen.isdisjoint(miss.movements):
            seen.update(miss.movements)
            kept.append(miss)
    return kept


def _durations(movements: Sequence[Movement], rules: RuleSettings) -> list[NearMiss]:
    misses = []
    for movement in movements:
        if movement.duration_s <= rules.jerk_longest_s + TOLERANCE:
            gap = Gap("jerk_longest_s", rules.jerk_longest_s, movement.duration_s)
            misses.append(_miss("prolonged", [movement], gap))
        elif movement.duration_s <= rules.sustained_longer_than_s + TOLERANCE:
            gap = Gap("sustained_longer_than_s", rules.sustained_longer_than_s, movement.duration_s)
            misses.append(_miss("sustained", [movement], gap))
    return misses


def _rhythms(movements: Sequence[Movement], rules: RuleSettings) -> list[NearMiss]:
    """Movements in which a frequency was measured and something else was missing."""
    misses = []
    for movement in movements:
        if movement.frequency_hz is None:
            continue
        gaps = []
        if movement.cycles is not None and movement.cycles < rules.rhythmic_fewest_cycles:
            gaps.append(Gap("rhythmic_fewest_cycles", rules.rhythmic_fewest_cycles, movement.cycles))
        if movement.frequency_hz < rules.rhythmic_lowest_hz - TOLERANCE:
            gaps.append(Gap("rhythmic_lowest_hz", rules.rhythmic_lowest_hz, movement.frequency_hz))
        if movement.frequency_hz > rules.rhythmic_highest_hz + TOLERANCE:
            gaps.append(Gap("rhythmic_highest_hz", rules.rhythmic_highest_hz, movement.frequency_hz))
        if movement.duration_s < rules.rhythmic_shortest_s - TOLERANCE:
            gaps.append(Gap("rhythmic_shortest_s", rules.rhythmic_shortest_s, movement.duration_s))
        if gaps:
            misses.append(_miss("rhythmic", [movement], *gaps))
    return misses


def _clusters(stood: Sequence[Movement], rules: RuleSettings) -> list[NearMiss]:
    """Runs one movement short, runs with one gap too long, and runs that smaller movements would have filled."""
    most = rules.cluster_fewest_movements
    large = clustering(stood, rules)
    misses = [
        _miss("cluster", run, Gap("cluster_fewest_movements", most, len(run)))
        for run in runs(large, rules.cluster_longest_onset_gap_s)
        if 1 < len(run) < most
    ]
    for first in range(len(large) - most + 1):
        window = large[first : first + most]
        gap_s = max((b.onset_s - a.onset_s for a, b in pairwise(window)), default=0.0)
        if gap_s > rules.cluster_longest_onset_gap_s + TOLERANCE:
            gap = Gap("cluster_longest_onset_gap_s", rules.cluster_longest_onset_gap_s, gap_s)
            misses.append(_miss("cluster", window, gap))
    misses += _small_clusters(stood, rules)
    return misses


def _small_clusters(stood: Sequence[Movement], rules: RuleSettings) -> list[NearMiss]:
    """Runs that would be clusters if smaller movements counted, with the size of the last one needed."""
    any_size = clustering(stood, replace(rules, cluster_smallest_displacement_torso=0.0))
    misses = []
    for run in runs(any_size, rules.cluster_longest_onset_gap_s):
        sizes = sorted((m.peak_displacement_torso for m in run if m.peak_displacement_torso is not None), reverse=True)
        unknown = len(run) - len(sizes)
        needed = rules.cluster_fewest_movements - unknown
        if 0 < needed <= len(sizes) and sizes[needed - 1] < rules.cluster_smallest_displacement_torso - TOLERANCE:
            smallest = rules.cluster_smallest_displacement_torso
            gap = Gap("cluster_smallest_displacement_torso", smallest, sizes[needed - 1])
            misses.append(_miss("cluster", run, gap))
    return misses


def _bilaterals(movements: Sequence[Movement], rules: RuleSettings) -> list[NearMiss]:
    misses = []
    for movement in movements:
        for pair in pairs(movement):
            gaps = []
            if movement.duration_s <= rules.bilateral_longer_than_s + TOLERANCE:
                gaps.append(Gap("bilateral_longer_than_s", rules.bilateral_longer_than_s, movement.duration_s))
            lag_s, longest_s = pair.onset_lag_s, rules.bilateral_longest_onset_lag_s
            if lag_s is not None and lag_s > longest_s + TOLERANCE:
                gaps.append(Gap("bilateral_longest_onset_lag_s", longest_s, lag_s))
            ratio, smallest = pair.amplitude_ratio, rules.bilateral_smallest_amplitude_ratio
            if ratio is not None and ratio < smallest - TOLERANCE:
                gaps.append(Gap("bilateral_smallest_amplitude_ratio", smallest, ratio))
            if gaps:
                misses.append(_miss("bilateral", [movement], *gaps))
    return misses


def _whole_bodies(movements: Sequence[Movement], rules: RuleSettings) -> list[NearMiss]:
    misses = []
    for movement in movements:
        lag_s = onset_lag_s(movement, ALL_FOUR)
        longest_s = rules.whole_body_longest_onset_lag_s
        if all(limb in movement.limbs for limb in ALL_FOUR) and lag_s is not None and lag_s > longest_s + TOLERANCE:
            misses.append(_miss("whole_body", [movement], Gap("whole_body_longest_onset_lag_s", longest_s, lag_s)))
    return misses


def _frequent(movements: Sequence[Movement], coverage: Coverage, rules: RuleSettings) -> list[NearMiss]:
    rate = rate_per_hour(len(movements), coverage.observed_s)
    if not movements or rate is None:
        return []
    gaps = []
    if coverage.observed_s < rules.frequent_shortest_observed_s - TOLERANCE:
        gaps.append(Gap("frequent_shortest_observed_s", rules.frequent_shortest_observed_s, coverage.observed_s))
    if rate < rules.frequent_fewest_per_observed_hour - TOLERANCE:
        gaps.append(Gap("frequent_fewest_per_observed_hour", rules.frequent_fewest_per_observed_hour, rate))
    return [_miss("frequent", movements, *gaps)] if gaps else []


def _arousals(movements: Sequence[Movement], sounds: Iterable[SoundSpan], rules: RuleSettings) -> list[NearMiss]:
    """Crying-like sounds that were too short or came too late after the last movement before them."""
    misses = []
    by_end = sorted(movements, key=attrgetter("offset_s"))
    for sound in sounds:
        before = bisect_right(by_end, sound.start_s + TOLERANCE, key=attrgetter("offset_s"))
        if sound.kind != "crying_like" or not before:
            continue
        last = by_end[before - 1]
        gaps = []
        if sound.end_s - sound.start_s < rules.arousal_shortest_cry_s - TOLERANCE:
            gaps.append(Gap("arousal_shortest_cry_s", rules.arousal_shortest_cry_s, sound.end_s - sound.start_s))
        delay_s = sound.start_s - last.offset_s
        if delay_s > rules.arousal_longest_delay_s + TOLERANCE:
            gaps.append(Gap("arousal_longest_delay_s", rules.arousal_longest_delay_s, delay_s))
        if gaps:
            misses.append(_miss("arousal", [last], *gaps))
    return misses


def _miss(rule: Rule, movements: Sequence[Movement], *gaps: Gap) -> NearMiss:
    return NearMiss(
        rule=rule,
        start_s=movements[0].onset_s,
        end_s=max(m.offset_s for m in movements),
        movements=tuple(m.id for m in movements),
        gaps=gaps,
    )
