"""The documents' table as rules: which movements meet which row, with the numbers and the thresholds that met it.

Pure and quick enough to run after every edit. Each flag's `facts` hold the measured numbers and, under `settings`, the
thresholds that they were held against, by their names in `RuleSettings`. A flag says that numbers meet a row of the
table; what that means for a baby is for a clinician to say.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from statistics import median
from typing import Any

from annotator.patterns.measures import (
    ALL_FOUR,
    TOLERANCE,
    bilateral_pairs,
    clustering,
    counted,
    onset_gaps_s,
    onset_lag_s,
    runs,
)
from annotator.session.effective import standing
from annotator.session.model import RULES, Coverage, Movement, PatternFlag, Rule, SoundSpan
from annotator.settings import RuleSettings

Facts = dict[str, Any]


def find_flags(
    movements: Iterable[Movement], coverage: Coverage, sounds: Iterable[SoundSpan], rules: RuleSettings
) -> tuple[PatternFlag, ...]:
    """All flags that the standing movements meet, by start and then by rule.

    `cluster` gives one flag a run, `frequent` one a session, `arousal` one a crying-like sound, every other rule one a
    movement (`bilateral` also one a cluster). Movements are taken with their reviews' corrections; rejected and
    replaced ones and the kinds `slow` and `active` count in no rule.
    """
    stood = standing(movements)
    found = counted(stood)
    clusters = [
        run
        for run in runs(clustering(stood, rules), rules.cluster_longest_onset_gap_s)
        if len(run) >= rules.cluster_fewest_movements
    ]
    flags = _of_single_movements(found, rules)
    flags += [_cluster(run, rules) for run in clusters]
    flags += [flag for run in clusters if (flag := _bilateral_cluster(run, rules)) is not None]
    flags += _frequent(found, coverage, rules)
    flags += _arousal(found, sounds, rules)
    return tuple(sorted(flags, key=lambda flag: (flag.start_s, RULES.index(flag.rule), flag.end_s)))


def rate_per_hour(count: int, observed_s: float) -> float | None:
    """Movements per observed hour; None where nothing was observed."""
    return count * 3600.0 / observed_s if observed_s > 0 else None


def _of_single_movements(movements: Sequence[Movement], rules: RuleSettings) -> list[PatternFlag]:
    """The rules that look at one movement at a time."""
    flags = []
    for movement in movements:
        duration_s = movement.offset_s - movement.onset_s
        if duration_s > rules.jerk_longest_s + TOLERANCE:
            flags.append(_long(movement, rules))
        if movement.kind == "rhythmic" and _is_rhythmic(movement, rules):
            flags.append(_rhythmic(movement, rules))
        if len(movement.limbs) > 1:
            if duration_s > rules.bilateral_longer_than_s + TOLERANCE:
                flags += _bilateral(movement, rules)
            flags += _whole_body(movement, rules)
    return flags


def _long(movement: Movement, rules: RuleSettings) -> PatternFlag:
    if movement.duration_s > rules.sustained_longer_than_s + TOLERANCE:
        settings: Facts = {"sustained_longer_than_s": rules.sustained_longer_than_s}
        return _flag("sustained", [movement], {"duration_s": movement.duration_s, "settings": settings})
    settings = {
        "jerk_longest_s": rules.jerk_longest_s,
        "sustained_longer_than_s": rules.sustained_longer_than_s,
    }
    return _flag("prolonged", [movement], {"duration_s": movement.duration_s, "settings": settings})


def _is_rhythmic(movement: Movement, rules: RuleSettings) -> bool:
    """A person who calls a movement rhythmic need not count cycles: what was not measured does not speak against it."""
    cycles, frequency_hz = movement.cycles, movement.frequency_hz
    lowest, highest = rules.rhythmic_lowest_hz - TOLERANCE, rules.rhythmic_highest_hz + TOLERANCE
    return (
        (cycles is None or cycles >= rules.rhythmic_fewest_cycles)
        and (frequency_hz is None or lowest <= frequency_hz <= highest)
        and movement.duration_s >= rules.rhythmic_shortest_s - TOLERANCE
    )


def _rhythmic(movement: Movement, rules: RuleSettings) -> PatternFlag:
    facts: Facts = {
        "frequency_hz": movement.frequency_hz,
        "cycles": movement.cycles,
        "duration_s": movement.duration_s,
        "limbs": movement.limbs,
        "settings": {
            "rhythmic_fewest_cycles": rules.rhythmic_fewest_cycles,
            "rhythmic_lowest_hz": rules.rhythmic_lowest_hz,
            "rhythmic_highest_hz": rules.rhythmic_highest_hz,
            "rhythmic_shortest_s": rules.rhythmic_shortest_s,
        },
    }
    return _flag("rhythmic", [movement], facts)


def _bilateral(movement: Movement, rules: RuleSettings) -> list[PatternFlag]:
    together = bilateral_pairs(movement, rules)
    if not together:
        return []
    lags = [pair.onset_lag_s for pair in together if pair.onset_lag_s is not None]
    ratios = [pair.amplitude_ratio for pair in together if pair.amplitude_ratio is not None]
    facts: Facts = {
        "found_in": "movement",
        "limbs": tuple(limb for pair in together for limb in pair.limbs),
        "duration_s": movement.duration_s,
        "longest_onset_lag_s": max(lags, default=None),
        "smallest_amplitude_ratio": min(ratios, default=None),
        "settings": {
            "bilateral_longer_than_s": rules.bilateral_longer_than_s,
            "bilateral_longest_onset_lag_s": rules.bilateral_longest_onset_lag_s,
            "bilateral_smallest_amplitude_ratio": rules.bilateral_smallest_amplitude_ratio,
        },
    }
    return [_flag("bilateral", [movement], facts)]


def _whole_body(movement: Movement, rules: RuleSettings) -> list[PatternFlag]:
    if any(limb not in movement.limbs for limb in ALL_FOUR):
        return []
    lag_s = onset_lag_s(movement, ALL_FOUR)
    if lag_s is not None and lag_s > rules.whole_body_longest_onset_lag_s + TOLERANCE:
        return []
    facts: Facts = {
        "limbs": movement.limbs,
        "duration_s": movement.duration_s,
        "longest_onset_lag_s": lag_s,
        "settings": {"whole_body_longest_onset_lag_s": rules.whole_body_longest_onset_lag_s},
    }
    return [_flag("whole_body", [movement], facts)]


def _cluster(run: Sequence[Movement], rules: RuleSettings) -> PatternFlag:
    gaps_s = onset_gaps_s(run)
    sizes = [m.peak_displacement_torso for m in run if m.peak_displacement_torso is not None]
    facts: Facts = {
        "count": len(run),
        "median_onset_gap_s": median(gaps_s) if gaps_s else None,
        "longest_onset_gap_s": max(gaps_s, default=None),
        "span_s": run[-1].onset_s - run[0].onset_s,
        "smallest_displacement_torso": min(sizes, default=None),
        "count_of_unknown_displacement": len(run) - len(sizes),
        "settings": {
            "cluster_fewest_movements": rules.cluster_fewest_movements,
            "cluster_smallest_displacement_torso": rules.cluster_smallest_displacement_torso,
            "cluster_longest_onset_gap_s": rules.cluster_longest_onset_gap_s,
        },
    }
    return _flag("cluster", run, facts)


def _bilateral_cluster(run: Sequence[Movement], rules: RuleSettings) -> PatternFlag | None:
    both = [(m, found) for m in run if (found := bilateral_pairs(m, rules))]
    share = len(both) / len(run)
    if not both or share < rules.bilateral_smallest_cluster_share - TOLERANCE:
        return None
    named = {limb for _, found in both for pair in found for limb in pair.limbs}
    facts: Facts = {
        "found_in": "cluster",
        "limbs": tuple(limb for limb in ALL_FOUR if limb in named),
        "count": len(both),
        "count_in_cluster": len(run),
        "cluster_share": share,
        "settings": {
            "bilateral_smallest_cluster_share": rules.bilateral_smallest_cluster_share,
            "bilateral_longest_onset_lag_s": rules.bilateral_longest_onset_lag_s,
            "bilateral_smallest_amplitude_ratio": rules.bilateral_smallest_amplitude_ratio,
        },
    }
    return _flag("bilateral", [m for m, _ in both], facts)


def _frequent(movements: Sequence[Movement], coverage: Coverage, rules: RuleSettings) -> list[PatternFlag]:
    rate = rate_per_hour(len(movements), coverage.observed_s)
    if (
        not movements
        or rate is None
        or coverage.observed_s < rules.frequent_shortest_observed_s - TOLERANCE
        or rate < rules.frequent_fewest_per_observed_hour - TOLERANCE
    ):
        return []
    facts: Facts = {
        "count": len(movements),
        "observed_s": coverage.observed_s,
        "per_observed_hour": rate,
        "settings": {
            "frequent_fewest_per_observed_hour": rules.frequent_fewest_per_observed_hour,
            "frequent_shortest_observed_s": rules.frequent_shortest_observed_s,
        },
    }
    return [_flag("frequent", movements, facts)]


def _arousal(movements: Sequence[Movement], sounds: Iterable[SoundSpan], rules: RuleSettings) -> list[PatternFlag]:
    """One flag a crying-like sound, naming every movement that ended within the delay before it began."""
    flags = []
    by_end = sorted(movements, key=attrgetter("offset_s"))
    for sound in sounds:
        if sound.kind != "crying_like" or sound.end_s - sound.start_s < rules.arousal_shortest_cry_s - TOLERANCE:
            continue
        earliest_s = sound.start_s - rules.arousal_longest_delay_s - TOLERANCE
        first = bisect_left(by_end, earliest_s, key=attrgetter("offset_s"))
        last = bisect_right(by_end, sound.start_s + TOLERANCE, key=attrgetter("offset_s"))
        before = sorted(by_end[first:last], key=attrgetter("onset_s"))
        if before:
            facts: Facts = {
                "delay_s": max(sound.start_s - max(m.offset_s for m in before), 0.0),
                "cry_start_s": sound.start_s,
                "cry_s": sound.end_s - sound.start_s,
                "settings": {
                    "arousal_shortest_cry_s": rules.arousal_shortest_cry_s,
                    "arousal_longest_delay_s": rules.arousal_longest_delay_s,
                },
            }
            flags.append(_flag("arousal", before, facts, end_s=sound.end_s))
    return flags


def _flag(rule: Rule, movements: Sequence[Movement], facts: Facts, end_s: float | None = None) -> PatternFlag:
    """A flag over `movements`, which are sorted by onset."""
    last_s = max([m.offset_s for m in movements])
    return PatternFlag(
        rule=rule,
        start_s=movements[0].onset_s,
        end_s=last_s if end_s is None else max(last_s, end_s),
        movements=tuple([m.id for m in movements]),
        facts=facts,
    )
