"""The documents' table filled in for one session: each row with what was measured or answered, and over how much time.

Nothing here weighs the rows against each other: `annotator.wording` says each in words, a clinician reads them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, Literal

from annotator.anatomy import LIMBS
from annotator.patterns.measures import ALL_FOUR, PAIRS, TOLERANCE, counted, noise_before_s, noise_starts_s
from annotator.patterns.reflag import is_met, is_rejected, reflagged, session_rules
from annotator.patterns.rules import rate_per_hour
from annotator.patterns.table import TABLE, Row, RowKey
from annotator.session.effective import effective_movements
from annotator.session.model import Answer, Movement, PatternFlag, Session
from annotator.settings import RuleSettings

RowState = Literal["met", "rejected", "not_met", "too_short", "not_observed", "no_sound", "shown", "asked"]


@dataclass(frozen=True, slots=True)
class RowResult:
    """One filled row.

    `state`: "met" when a flag of the row stands; "rejected" when people rejected every flag whose numbers meet it;
    "not_met" when there is none; "too_short" when too little was observed to say; "not_observed" when nothing was;
    "no_sound" when the video has no sound to answer it with; "shown" for facts that no rule judges; "asked" when only
    the observer can answer. `facts` are the numbers behind it, `flags` the row's flags that stand, `observed_s` of
    `video_s` the time they are over, `answers` and `notes` what the observer said.
    """

    row: Row
    state: RowState
    facts: Mapping[str, Any]
    flags: tuple[PatternFlag, ...]
    observed_s: float
    video_s: float
    answers: Mapping[str, Answer]
    notes: Mapping[str, str]
    rejected: int = 0
    """How many flags of the row people rejected."""

    @property
    def key(self) -> RowKey:
        """The row's key."""
        return self.row.key


def fill_table(session: Session, rules: RuleSettings | None = None) -> tuple[RowResult, ...]:
    """Every row of the table, in its order. `rules` are the session's own unless given."""
    rules = rules or session_rules(session)
    stood = effective_movements(session)
    found = counted(stood)
    flags = reflagged(session, rules).patterns
    return tuple(_filled(row, session, stood, found, flags, rules) for row in TABLE)


def _filled(
    row: Row,
    session: Session,
    stood: Sequence[Movement],
    found: Sequence[Movement],
    flags: Sequence[PatternFlag],
    rules: RuleSettings,
) -> RowResult:
    own = tuple(flag for flag in flags if flag.rule in row.rules and is_met(flag))
    rejected = sum(flag.rule in row.rules and is_rejected(flag) for flag in flags)
    return RowResult(
        row=row,
        state=_state(row, session, own, rejected, rules),
        facts=_facts(row.key, session, stood, found, own, rules),
        flags=own,
        observed_s=session.coverage.observed_s,
        video_s=session.video.duration_s,
        answers={q: session.observer.rows[q] for q in row.questions if q in session.observer.rows},
        notes={q: session.observer.notes[q] for q in (row.key, *row.questions) if q in session.observer.notes},
        rejected=rejected,
    )


def _state(row: Row, session: Session, flags: Sequence[PatternFlag], rejected: int, rules: RuleSettings) -> RowState:
    if row.how == "asked":
        return "asked"
    if flags or rejected:
        return "met" if flags else "rejected"
    if row.key in ("arousal", "trigger") and not session.video.has_audio:
        return "no_sound"
    if session.coverage.observed_s <= 0:
        return "not_observed"
    if row.key == "frequency" and session.coverage.observed_s < rules.frequent_shortest_observed_s - TOLERANCE:
        return "too_short"
    return "not_met" if row.rules else "shown"


def _facts(
    key: RowKey,
    session: Session,
    stood: Sequence[Movement],
    found: Sequence[Movement],
    flags: Sequence[PatternFlag],
    rules: RuleSettings,
) -> dict[str, Any]:
    count: dict[str, Any] = {"count": len(found)}
    match key:
        case "duration":
            return count | _durations(found, rules)
        case "repetition":
            return count | _repetition(flags)
        case "frequency":
            rate = rate_per_hour(len(found), session.coverage.observed_s)
            return count | {"per_observed_hour": rate, "needed_s": rules.frequent_shortest_observed_s}
        case "location":
            return count | _location(found, flags)
        case "arousal":
            return count | _arousal(session, stood, flags, rules)
        case "posture":
            longest = [m.duration_s for m in found if m.duration_s > rules.sustained_longer_than_s + TOLERANCE]
            return count | {"sustained": len(longest), "longest_s": max(longest, default=None)}
        case "trigger":
            starts_s = noise_starts_s(session.sounds)
            after = [m for m in found if noise_before_s(m.onset_s, starts_s, rules) is not None]
            return count | {"after_sudden_noise": len(after), "movements": tuple(m.id for m in after)}
        case "age":
            observer = session.observer
            return {"age_months": observer.age_months, "corrected_age_months": observer.corrected_age_months}
        case _:
            return {}


def _durations(found: Sequence[Movement], rules: RuleSettings) -> dict[str, Any]:
    lengths = [m.duration_s for m in found]
    sustained = sum(length > rules.sustained_longer_than_s + TOLERANCE for length in lengths)
    return {
        "median_s": median(lengths) if lengths else None,
        "longest_s": max(lengths, default=None),
        "prolonged": sum(length > rules.jerk_longest_s + TOLERANCE for length in lengths) - sustained,
        "sustained": sustained,
    }


def _repetition(flags: Sequence[PatternFlag]) -> dict[str, Any]:
    clusters = [flag for flag in flags if flag.rule == "cluster"]
    rhythms = [flag for flag in flags if flag.rule == "rhythmic"]
    gaps = [later.start_s - earlier.start_s for earlier, later in pairwise(clusters)]
    return {
        "clusters": len(clusters),
        "largest_cluster": max((len(flag.movements) for flag in clusters), default=0),
        "shortest_time_between_clusters_s": min(gaps, default=None),
        "rhythmic": len(rhythms),
        "frequencies_hz": tuple(
            flag.facts["frequency_hz"] for flag in rhythms if flag.facts.get("frequency_hz") is not None
        ),
    }


def _location(found: Sequence[Movement], flags: Sequence[PatternFlag]) -> dict[str, Any]:
    named = Counter(limb for m in found for limb in m.limbs)
    return {
        "limbs": {limb: named[limb] for limb in LIMBS if named[limb]},
        "unnamed": sum(not m.limbs for m in found),
        "both_sides": sum(any(a in m.limbs and b in m.limbs for a, b in PAIRS) for m in found),
        "all_four": sum(all(limb in m.limbs for limb in ALL_FOUR) for m in found),
        "bilateral": sum(flag.rule == "bilateral" for flag in flags),
        "whole_body": sum(flag.rule == "whole_body" for flag in flags),
    }


def _arousal(
    session: Session, stood: Sequence[Movement], flags: Sequence[PatternFlag], rules: RuleSettings
) -> dict[str, Any]:
    """Crying-like sounds, how many came soon after a movement, and movements that large and long ones came soon after."""
    delays = [flag.facts["delay_s"] for flag in flags if "delay_s" in flag.facts]
    return {
        "cries": sum(sound.kind == "crying_like" for sound in session.sounds),
        "cries_after_movement": len(flags),
        "shortest_delay_s": min(delays, default=None),
        "movements_before_large_ones": _before_large_ones(stood, rules),
    }


def _before_large_ones(stood: Sequence[Movement], rules: RuleSettings) -> int:
    """How many counted movements a sustained large or an `active` one followed within the arousal rule's delay."""
    followers = [
        m.onset_s
        for m in stood
        if m.kind == "active"
        or (
            m.kind != "slow"
            and m.duration_s > rules.sustained_longer_than_s + TOLERANCE
            and (m.peak_displacement_torso or 0.0) >= rules.cluster_smallest_displacement_torso - TOLERANCE
        )
    ]
    longest_s = rules.arousal_longest_delay_s + TOLERANCE
    return sum(
        bisect_left(followers, m.offset_s - TOLERANCE) < bisect_right(followers, m.offset_s + longest_s)
        for m in counted(stood)
    )
