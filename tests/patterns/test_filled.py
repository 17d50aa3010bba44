from dataclasses import replace
from typing import Any

import pytest

from annotator.anatomy import LIMBS
from annotator.patterns.filled import RowResult, fill_table
from annotator.patterns.measures import with_noise_before
from annotator.patterns.reflag import reflagged
from annotator.patterns.table import QUESTIONS, ROWS, TABLE, RowKey, row_of_rule
from annotator.session import edits
from annotator.session.model import RULES, Movement, ObserverAnswers, SoundSpan
from annotator.session.people import Author
from annotator.settings import RuleSettings
from tests.session import sessions as make

KIM = Author("Kim")


def row(key: RowKey, *movements: Movement, **other: Any) -> RowResult:
    return next(r for r in fill_table(make.session(*make.numbered(*movements), **other)) if r.key == key)


def test_the_table_is_the_documents() -> None:
    assert [r.key for r in TABLE] == [
        "duration", "repetition", "frequency", "location", "arousal",
        "posture", "breathing_eyes", "other_signs", "trigger", "age",
    ]  # fmt: skip
    assert {rule for r in TABLE for rule in r.rules} == set(RULES)
    assert all(hasattr(RuleSettings(), name) for r in TABLE for name in r.settings)
    assert len(set(QUESTIONS)) == len(QUESTIONS)
    assert row_of_rule("sustained") is ROWS["duration"]
    assert all(rule in row_of_rule(rule).rules for rule in RULES)


def test_every_row_is_filled_in_its_order() -> None:
    found = fill_table(make.session(coverage=make.coverage(42.0)))
    assert [r.row for r in found] == list(TABLE)
    assert {(r.observed_s, r.video_s) for r in found} == {(42.0, 60.0)}


def test_duration() -> None:
    found = row("duration", make.movement(0), make.movement(5, 8), make.movement(20, 29))
    assert found.state == "met"
    assert found.facts == {"count": 3, "median_s": 3.0, "longest_s": 9.0, "prolonged": 1, "sustained": 1}
    assert [flag.rule for flag in found.flags] == ["prolonged", "sustained"]
    assert row("duration", make.movement(0)).state == "not_met"
    assert row("duration").facts["longest_s"] is None


def test_repetition() -> None:
    movements = [make.movement(t) for t in (0, 4, 8, 30, 34, 38, 42)]
    rhythm = make.movement(50, 55, ("head",), "rhythmic", frequency_hz=2.2, cycles=11)
    found = row("repetition", *movements, rhythm)
    assert found.facts == {
        "count": 8,
        "clusters": 2,
        "largest_cluster": 5,
        "shortest_time_between_clusters_s": 30,
        "rhythmic": 1,
        "frequencies_hz": (2.2,),
    }


def test_frequency() -> None:
    movements = [make.movement(20.0 * n) for n in range(3)]
    short = row("frequency", *movements)
    assert (short.state, short.facts["per_observed_hour"], short.facts["needed_s"]) == ("too_short", 180.0, 1200.0)
    assert row("frequency", *movements, coverage=make.coverage(1200.0)).state == "met"
    assert row("frequency", *movements, coverage=make.coverage(3600.0)).state == "not_met"
    assert row("frequency", coverage=make.coverage(0.0)).state == "not_observed"


def test_location() -> None:
    found = row(
        "location",
        make.movement(0),
        make.movement(5, limbs=("left_arm", "right_arm")),
        make.movement(10, limbs=()),
        make.movement(20, limbs=LIMBS),
        make.movement(40, limbs=("head",), kind="slow"),
    )
    assert found.facts == {
        "count": 4,
        "limbs": {"left_arm": 3, "right_arm": 2, "left_leg": 1, "right_leg": 1, "head": 1},
        "unnamed": 1,
        "both_sides": 2,
        "all_four": 1,
        "bilateral": 1,
        "whole_body": 1,
    }


def test_arousal() -> None:
    cry = SoundSpan("crying_like", 5.0, 9.0, 20)
    found = row("arousal", make.movement(1.0), make.movement(20.0), sounds=(cry,))
    assert found.state == "met"
    assert found.facts["cries_after_movement"] == 1
    assert found.facts["shortest_delay_s"] == pytest.approx(3.6)
    silent = replace(make.VIDEO, has_audio=False)
    assert fill_table(replace(make.session(make.movement(1.0)), video=silent))[4].state == "no_sound"


@pytest.mark.parametrize(
    ("follower", "counted"),
    [
        (make.movement(11.4, 16.5), 1),
        (make.movement(11.5, 16.6), 0),
        (make.movement(3.0, 9.0, peak_displacement_torso=0.05), 0),
        (make.movement(3.0, 9.0, LIMBS, "active"), 1),
        (make.movement(3.0, 9.0, kind="slow"), 0),
        (make.movement(3.0, 8.0), 0),
    ],
)
def test_a_large_movement_after_another_is_a_fact_and_no_flag(follower: Movement, counted: int) -> None:
    found = row("arousal", make.movement(1.0), follower)
    assert found.facts["movements_before_large_ones"] == counted
    assert found.state == "not_met"


def test_posture() -> None:
    found = row("posture", make.movement(0, 9), make.movement(10, 14))
    assert (found.state, found.facts) == ("met", {"count": 2, "sustained": 1, "longest_s": 9.0})


def test_trigger() -> None:
    bangs = tuple(SoundSpan("sudden_noise", t, t + 0.1, 30) for t in (1.0, 10.0, 19.9))
    movements = make.numbered(make.movement(2.0), make.movement(11.1), make.movement(20.0))
    found = row("trigger", *movements, sounds=bangs)
    assert (found.state, found.facts) == ("shown", {"count": 3, "after_sudden_noise": 2, "movements": (1, 3)})
    leads = [m.sudden_noise_before_s for m in with_noise_before(movements, bangs, RuleSettings())]
    assert leads == [1.0, None, pytest.approx(0.1)]


def test_what_only_the_observer_can_say() -> None:
    said = ObserverAnswers(
        rows={"breathing_pause": "no", "fever": "unknown", "no_response": "yes"},
        notes={"breathing_eyes": "looked closely"},
        age_months=4.5,
    )
    found = {r.key: r for r in fill_table(make.session(observer=said))}
    assert found["breathing_eyes"].state == "asked"
    assert found["breathing_eyes"].answers == {"breathing_pause": "no"}
    assert found["breathing_eyes"].notes == {"breathing_eyes": "looked closely"}
    assert found["other_signs"].answers == {"fever": "unknown"}
    assert found["arousal"].answers == {"no_response": "yes"}
    assert found["age"].facts == {"age_months": 4.5, "corrected_age_months": None}


def test_reviews_and_settings_change_the_table() -> None:
    session = make.session(*make.numbered(make.movement(0, 9), make.movement(20)))
    rejected = edits.judge(session, 1, "rejected", KIM)
    assert fill_table(rejected)[0].state == "not_met"
    lenient = replace(RuleSettings(), sustained_longer_than_s=10.0)
    assert fill_table(session, lenient)[0].facts["prolonged"] == 1


def test_a_rejected_flag_is_told_as_one_and_the_measured_length_stays() -> None:
    made = reflagged(make.session(*make.numbered(make.movement(5.0, 12.0))))
    (n,) = [n for n, flag in enumerate(made.patterns) if flag.rule == "sustained"]
    before = {row.key: row for row in fill_table(made)}
    after = {row.key: row for row in fill_table(edits.judge_flag(made, n, "rejected", KIM))}
    for key in ("duration", "posture"):
        assert (before[key].state, before[key].rejected) == ("met", 0)
        assert (after[key].state, after[key].rejected) == ("rejected", 1)
        assert after[key].facts["sustained"] == before[key].facts["sustained"] == 1
