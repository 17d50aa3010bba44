"""The documents' table as data: its rows, what answers each, and the questions that only an observer can answer.

The words of the rows and questions are in `annotator.wording`, under the same keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from annotator.session.model import Rule

RowKey = Literal[
    "duration", "repetition", "frequency", "location", "arousal",
    "posture", "breathing_eyes", "other_signs", "trigger", "age",
]  # fmt: skip
HowAnswered = Literal["measured", "partly", "asked"]
Column = Literal["typical", "to_raise"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table.

    `how` says whether the camera and microphone answer it, answer a part of it, or the observer is asked. `rules` are
    the rules whose flags belong to it, `settings` the names in `RuleSettings` that decide it, `questions` the keys in
    `ObserverAnswers.rows`, `sides` the sides for which the documents say anything.
    """

    key: RowKey
    how: HowAnswered
    rules: tuple[Rule, ...] = ()
    settings: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    sides: tuple[Column, ...] = ("typical", "to_raise")


TABLE: Final[tuple[Row, ...]] = (
    Row("duration", "measured", ("sustained", "prolonged"), ("jerk_longest_s", "sustained_longer_than_s")),
    Row(
        "repetition",
        "measured",
        ("rhythmic", "cluster"),
        (
            "rhythmic_fewest_cycles",
            "rhythmic_lowest_hz",
            "rhythmic_highest_hz",
            "rhythmic_shortest_s",
            "cluster_fewest_movements",
            "cluster_smallest_displacement_torso",
            "cluster_longest_onset_gap_s",
        ),
    ),
    Row("frequency", "measured", ("frequent",), ("frequent_fewest_per_observed_hour", "frequent_shortest_observed_s")),
    Row(
        "location",
        "measured",
        ("bilateral", "whole_body"),
        (
            "bilateral_longest_onset_lag_s",
            "bilateral_smallest_amplitude_ratio",
            "bilateral_longer_than_s",
            "bilateral_smallest_cluster_share",
            "whole_body_longest_onset_lag_s",
        ),
    ),
    Row(
        "arousal",
        "partly",
        ("arousal",),
        ("arousal_shortest_cry_s", "arousal_longest_delay_s"),
        questions=("woke_or_cried", "no_response"),
    ),
    Row(
        "posture",
        "partly",
        ("sustained",),
        ("sustained_longer_than_s",),
        questions=("unusual_position",),
        sides=("to_raise",),
    ),
    Row("breathing_eyes", "asked", questions=("breathing_pause", "eye_movements"), sides=("to_raise",)),
    Row(
        "other_signs",
        "asked",
        questions=("irritable", "feeding_difficult", "fever", "stiff_between", "skills_slow_or_lost"),
    ),
    Row(
        "trigger",
        "partly",
        settings=("noise_longest_lead_s",),
        questions=("very_tired", "noise_or_touch"),
        sides=("typical",),
    ),
    Row("age", "asked"),
)

ROWS: Final[dict[RowKey, Row]] = {row.key: row for row in TABLE}

# Beyond the table: what clinicians ask for with a clip. Free texts are keys of `ObserverAnswers.notes`.
MORE_QUESTIONS: Final[tuple[str, ...]] = ("stops_when_touched",)
FREE_TEXTS: Final[tuple[str, ...]] = (
    "times_a_day", "since_falling_asleep", "since_feeding", "handling_before", "medicines", "anything_else",
)  # fmt: skip
STATES: Final[tuple[str, ...]] = ("awake", "drowsy", "asleep")

QUESTIONS: Final[tuple[str, ...]] = (*(question for row in TABLE for question in row.questions), *MORE_QUESTIONS)


def row_of_rule(rule: Rule) -> Row:
    """The row that a flag belongs to first: `sustained` is one of duration before it is one of posture."""
    return next(row for row in TABLE if rule in row.rules)
