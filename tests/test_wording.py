import ast
import string
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings

from annotator import wording
from annotator.anatomy import LIMBS, Limb
from annotator.patterns.filled import fill_table
from annotator.patterns.near import near_misses
from annotator.patterns.reflag import reflagged
from annotator.patterns.rules import find_flags
from annotator.patterns.table import FREE_TEXTS, QUESTIONS, STATES, TABLE
from annotator.session.agreement import agreement
from annotator.session.model import (
    KINDS,
    RULES,
    Answer,
    Coverage,
    Excluded,
    ExclusionReason,
    LookedSpan,
    Movement,
    ObserverAnswers,
    PatternFlag,
    Review,
    Role,
    Session,
    SoundKind,
    SoundSpan,
    Verdict,
)
from annotator.settings import RuleSettings
from annotator.video.limits import LimitCode
from tests.session import sessions as make

SOURCES = sorted(Path(wording.__file__).parent.glob("*.py"))


def templates() -> list[str]:
    """Every English template, read from the source as lupdate reads it."""
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "translate":
                context, text = node.args
                assert isinstance(context, ast.Constant)
                assert context.value == "Wording"
                assert isinstance(text, ast.Constant), f"{path.name}: a template must be a plain text"
                found.append(str(text.value))
    return found


@pytest.fixture
def english() -> Iterator[None]:
    """Puts English back after a test of another language."""
    yield
    wording.set_translator()


def test_no_template_holds_a_forbidden_word() -> None:
    found = templates()
    assert len(found) > 150
    assert {text: words for text in found if (words := wording.forbidden_words(text))} == {}


def test_every_placeholder_has_a_name() -> None:
    for text in templates():
        for _, name, spec, conversion in string.Formatter().parse(text):
            assert name is None or name.isidentifier(), text
            assert not spec
            assert not conversion


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("This is normal.", ["normal"]),
        ("Abnormal, benign or concerning?", ["abnormal", "benign", "concerning"]),
        ("A seizure, epilepsy, epileptic spasms", ["seizure", "epilepsy", "epileptic", "spasms"]),
        ("low risk, high probability", ["risk", "probability"]),
        ("no abnormal activity", ["no abnormal activity"]),
        ("baby monitor alarm", ["monitor", "alarm"]),
        ("the diagnosis is", ["diagnosis"]),
        ("Not a diagnosis.", []),
        ("Ein unauffälliger Befund, kein Krampfanfall", ["unauffälliger", "krampfanfall"]),
        ("Keine Diagnose.", []),
        ("an asterisk, a seizing engine, abnormalise", []),
        ("Series: 7 movements, median gap 8 s, both arms", []),
    ],
)
def test_forbidden_words(text: str, found: list[str]) -> None:
    assert wording.forbidden_words(text) == found


def test_the_sentences_that_every_output_carries() -> None:
    assert wording.disclaimer() == (
        "Not a diagnosis. If you are worried, contact a clinician now; do not wait for a result."
    )
    assert wording.clip_notice() == "For clinician review, not a diagnosis"
    assert wording.nothing_found(2520, 3600) == (
        "No movement met the settings in 42 of 60 observable minutes; this rules nothing out."
    )


@pytest.mark.parametrize(
    ("observed_s", "video_s", "said"),
    [
        (2520.0, 3600.0, "42 of 60 observable minutes"),
        (2579.9, 3601.0, "42 of 60 observable minutes"),
        (45.9, 60.0, "45 of 60 observable seconds"),
        (60.0, 60.0, "60 of 60 observable seconds"),
        (60.2, 60.0, "60 of 60 observable seconds"),
        (29.97, 29.97, "30 of 30 observable seconds"),
        (59.9, 60.0, "59 of 60 observable seconds"),
        (0.0, 7200.0, "0 of 120 observable minutes"),
    ],
)
def test_observed_time_is_never_overstated(observed_s: float, video_s: float, said: str) -> None:
    assert wording.observable(observed_s, video_s) == said


def test_nothing_observed_says_nothing() -> None:
    assert wording.nothing_found(0, 60) == "Nothing could be observed, so nothing can be said."


def test_everything_has_a_name_of_its_own() -> None:
    for name, codes in (
        (wording.limb_name, LIMBS),
        (wording.kind_name, KINDS),
        (wording.rule_name, RULES),
        (wording.reason_name, get_args(ExclusionReason)),
        (wording.verdict_name, (*get_args(Verdict), None)),
        (wording.role_name, get_args(Role)),
        (wording.answer_name, (*get_args(Answer), None)),
        (wording.sound_name, get_args(SoundKind)),
        (wording.state_name, (*STATES, "")),
        (wording.row_title, tuple(row.key for row in TABLE)),
        (wording.question_text, QUESTIONS),
        (wording.free_text_label, FREE_TEXTS),
        (wording.column_title, ("row", "typical", "to_raise", "found", "answers")),
        (wording.how_answered_name, ("measured", "partly", "asked")),
    ):
        said = [name(code) for code in codes]
        assert all(said)
        assert len(set(said)) == len(said)
        assert not any("_" in text or "another reason" in text for text in said)


def test_the_sides_of_the_table_are_where_the_documents_say_something() -> None:
    for row in TABLE:
        for side in ("typical", "to_raise"):
            assert bool(wording.row_side(row.key, side)) is (side in row.sides), row.key


def test_every_setting_has_its_phrase_and_its_measured_number() -> None:
    for field in fields(RuleSettings):
        if field.name != "noise_longest_lead_s":
            phrase = wording.setting_phrase("cluster", field.name, 2.0)
            assert "_" not in phrase, field.name


def test_limbs() -> None:
    assert wording.limbs_phrase([]) == "no limb named"
    assert wording.limbs_phrase(["left_arm"]) == "left arm"
    assert wording.limbs_phrase(["right_leg", "left_arm", "right_arm"]) == "both arms and right leg"
    assert wording.limbs_phrase(LIMBS) == "both arms, both legs and head"


def test_lengths_and_clocks() -> None:
    assert [wording.length(s) for s in (0.44, 9.94, 9.96, 60, 120, 5999, 27600)] == [
        "0.4 s", "9.9 s", "10 s", "60 s", "2 min", "1 h 40 min", "7 h 40 min",
    ]  # fmt: skip
    assert wording.clock(62.359, 2) == "1:02.35"
    assert wording.clock(7261.0) == "2:01:01"


def test_a_movement() -> None:
    found = make.movement(62.34, 62.74, ("left_arm", "right_arm"), "rhythmic", id=3, frequency_hz=2.13, cycles=4)
    assert wording.movement_sentence(found) == "Rhythmic movement, both arms, at 1:02, lasting 0.4 s."
    assert wording.movement_sentence(found, "precise") == (
        "Movement 3: rhythmic movement, both arms; onset 62.34 s, peak 62.54 s, offset 62.74 s (0.40 s); "
        "peak displacement 0.30 torso lengths; peak speed 2.0 torso lengths/s; 2.1 Hz; 4 cycles."
    )
    unknown = replace(found, peak_displacement_torso=None, peak_speed_torso_per_s=None, kind="jerk", limbs=())
    assert "no limb named" in wording.movement_sentence(unknown)
    assert "size not measured" in wording.movement_sentence(unknown, "precise")


def flags(*movements: Movement, sounds: tuple[SoundSpan, ...] = (), observed_s: float = 60.0) -> dict[str, PatternFlag]:
    found = find_flags(make.numbered(*movements), make.coverage(observed_s), sounds, RuleSettings())
    return {flag.rule: flag for flag in found}


def test_flags_in_plain_words() -> None:
    arms: tuple[Limb, ...] = ("left_arm", "right_arm")
    series = flags(*[make.movement(7.5 * n, limbs=arms) for n in range(7)])
    assert wording.flag_sentence(series["cluster"]) == ("Series: 7 movements within 45 s from 0:00, median gap 7.5 s.")
    assert wording.flag_sentence(series["bilateral"]) == (
        "Both arms together in 7 of 7 movements of a series from 0:00."
    )
    long = flags(make.movement(61, 70, (*arms, "left_leg", "right_leg")))
    assert wording.flag_sentence(long["sustained"]) == "A movement that lasted 9.0 s at 1:01."
    assert wording.flag_sentence(long["bilateral"]) == "Both arms and both legs together for 9.0 s at 1:01."
    assert wording.flag_sentence(long["whole_body"]) == (
        "Both arms and both legs together in one movement at 1:01, lasting 9.0 s."
    )
    rhythm = flags(make.movement(0, 8, arms, "rhythmic", frequency_hz=2.2, cycles=18))["rhythmic"]
    assert wording.flag_sentence(rhythm) == "A rhythm of 2.2 times a second (both arms) for 8.0 s at 0:00, 18 cycles."
    often = flags(*[make.movement(300.0 * n) for n in range(4)], observed_s=1260)["frequent"]
    assert wording.flag_sentence(often) == "11.4 movements an observed hour: 4 in 21 min of observed time."
    cry = flags(make.movement(1), sounds=(SoundSpan("crying_like", 4.5, 9.0, 20),))["arousal"]
    assert wording.flag_sentence(cry) == (
        "Crying-like sound for 4.5 s, beginning 3.1 s after a movement that ended at 0:01."
    )


def test_a_flag_for_a_clinician_names_the_row_the_rule_and_the_settings() -> None:
    flag = flags(*[make.movement(4.0 * n) for n in range(3)])["cluster"]
    assert wording.flag_sentence(flag, "precise") == (
        "Series: 3 movements within 8.0 s from 0:00, median gap 4.0 s. Meets the row “Rhythm and repetition” of the "
        "documents' table (rule: series of movements). Settings: at least 3 movements, each of at least 0.1 torso "
        "lengths, onsets at most 10 s apart."
    )
    assert [(c.asked, c.measured) for c in wording.comparisons(flag)] == [
        ("at least 3 movements", "3"),
        ("each of at least 0.1 torso lengths", "0.3 torso lengths"),
        ("onsets at most 10 s apart", "4 s"),
    ]
    faded = replace(flag, facts={**flag.facts, "still_met": False})
    assert wording.flag_sentence(faded).startswith("No longer met after later changes.")


def test_a_near_miss_shows_its_numbers() -> None:
    movements = make.numbered(make.movement(0, 1.8, ("left_arm", "right_arm")), make.movement(5))
    said = [wording.near_miss_sentence(m) for m in near_misses(movements, make.coverage(), (), RuleSettings())]
    assert said == [
        "Close to “series of movements” at 0:00, not met: 2 (at least 3 movements is asked for).",
        "Close to “prolonged movement” at 0:00, not met: 1.8 s (longer than 2 s is asked for).",
        "Close to “both sides together” at 0:00, not met: 1.8 s (longer than 2 s is asked for).",
    ]


def rows(session: Session) -> dict[str, tuple[str, ...]]:
    return {result.key: wording.row_sentences(result) for result in fill_table(session)}


def test_the_filled_table_of_a_quiet_video() -> None:
    said = rows(make.session(coverage=make.coverage(42.0)))
    nothing = "No movement met the settings in 42 of 60 observable seconds; this rules nothing out."
    for key in ("duration", "repetition", "location"):
        assert said[key] == (nothing,)
    assert said["frequency"] == (
        "Too short to say: 42 s observed, 20 min are needed. Movements found in that time: 0.",
    )
    assert said["posture"][0] == nothing
    assert said["arousal"][0].startswith("No crying-like sound was found; this rules nothing out.")
    assert said["breathing_eyes"] == (
        "Did the breathing pause during a movement? Observer: not answered.",
        "Did the eyes roll, stare or flicker during a movement? Observer: not answered.",
    )
    assert said["age"] == ("Age not given.",)


def test_the_filled_table_of_a_full_one() -> None:
    movements = [make.movement(7.5 * n, limbs=("left_arm", "right_arm")) for n in range(7)]
    rhythm = make.movement(70, 78, ("head",), "rhythmic", frequency_hz=2.2, cycles=17)
    session = make.session(
        *make.numbered(*movements, rhythm),
        coverage=make.coverage(1800.0),
        sounds=(SoundSpan("sudden_noise", 7.2, 7.3, 30), SoundSpan("crying_like", 80, 85, 20)),
        observer=ObserverAnswers(rows={"breathing_pause": "no"}, age_months=4.5, notes={"posture": "arched"}),
    )
    session = replace(session, video=replace(session.video, duration_s=1800.0))
    said = rows(session)
    assert said["duration"] == (
        "Movements: 8; prolonged: 0, sustained: 1; the longest lasted 8.0 s. (30 of 30 observable minutes)",
    )
    assert said["repetition"] == (
        "Movements: 8; series: 1, the largest of 7 movements, rhythmic movements: 1, at 2.2 Hz. "
        "(30 of 30 observable minutes)",
    )
    assert said["frequency"] == ("Movements an observed hour: 16.0; found: 8. (30 of 30 observable minutes)",)
    assert said["location"] == (
        "Movements by limb: left arm 7, right arm 7, head 1. Both sides in one movement: 7; both arms and both legs: 0. "
        "(30 of 30 observable minutes)",
    )
    assert said["arousal"][0] == (
        "Crying-like sounds: 1, soon after a movement: 1, after 2.0 s. (30 of 30 observable minutes)"
    )
    assert said["trigger"][0] == "Movements: 8; soon after a sudden noise: 1. (30 of 30 observable minutes)"
    assert said["breathing_eyes"][0] == "Did the breathing pause during a movement? Observer: no."
    assert said["posture"][-1] == "Note: arched"
    assert said["age"] == ("Age: 4.5 months.",)


def test_coverage() -> None:
    spans = (
        Excluded(0, 60, "camera_moved"),
        Excluded(100, 400, "too_dark"),
        Excluded(60, 100, "covered", ("left_leg", "right_leg")),
    )
    found = Coverage(3240.0, {}, spans)
    assert wording.coverage_sentence(found, 3600) == "The baby could be observed for 54 min of 60 min."
    assert wording.coverage_sentence(found, 3600, "precise") == "Observed time 3240.0 s of 3600.0 s (90 %)."
    assert wording.excluded_sentences(spans) == (
        "Not judged for 5 min: too dark.",
        "Not judged for 60 s: the camera moved.",
        "Single limbs not judged for 40 s in all: covered.",
    )
    assert wording.excluded_sentence(spans[2]) == "1:00–1:40: both legs not judged, covered."
    assert wording.limb_coverage_sentence("left_leg", 120, 3600) == "Left leg: seen for 2 min of 60 min."
    assert "too dark" in wording.unnamed_limb_sentence(["too_dark", "too_dark"])
    assert wording.looked_sentence(LookedSpan(0, 65, "Kim")) == "0:00–1:05: watched by Kim, nothing more seen."


def test_summaries() -> None:
    assert wording.summary_sentence(0, 0, 60, 60) == wording.nothing_found(60, 60)
    assert wording.summary_sentence(1, 0, 60, 60) == (
        "1 movement in 60 of 60 observable seconds. It meets no row of the table; this rules nothing out."
    )
    assert wording.summary_sentence(4, 2, 60, 60) == ("4 movements in 60 of 60 observable seconds; pattern flags: 2.")


def test_reviews_and_agreement() -> None:
    assert wording.review_sentence(None) == "Not reviewed yet."
    said = Review("accepted", "Kim", "parent", "", "the left one", onset_s=1.5, kind="slow", limbs=("head",))
    assert wording.review_sentence(said) == (
        "Kim (parent): accepted, onset 1.50 s, slow movement, head. Note: the left one"
    )
    a = make.session(*make.numbered(make.movement(1, review=said), make.movement(5), make.movement(9)))
    b = make.session(*make.numbered(make.movement(1.1, kind="slow"), make.movement(5, limbs=("head",))))
    compared = agreement(a, b)
    assert len(wording.agreement_sentences(compared)) >= 6
    assert [wording.disagreement_sentence(d) for d in compared.disagreements] == [
        "0:05.0: the first review says left arm, the second head.",
        "0:09.0: only the first review has a jerk (left arm).",
    ]


def test_every_limit_of_the_filming_is_said_with_its_numbers() -> None:
    numbers = {
        "rate_hz": 14.985,
        "width_px": 320.0,
        "height_px": 240.0,
        "luma": 30.0,
        "duration_s": 8.0,
        "shortest_interval_s": 0.016,
        "longest_interval_s": 0.25,
        "spans": 3.0,
        "seconds": 4.2,
    }
    for code in get_args(LimitCode):
        said = wording.limit_sentence(code, numbers)
        assert "limit the analysis" not in said
        assert "{" not in said
        assert wording.forbidden_words(said) == []
    assert wording.limit_sentence("rate_low", numbers).startswith("15.0 pictures a second")
    assert wording.limit_sentence("variable_timing", numbers).startswith("From 16 ms to 250 ms between pictures")
    assert "strange" in wording.limit_sentence("strange")
    assert wording.filming_advice("strange") == ""
    assert wording.filming_advice("rate_low").startswith("Film with 30")


@pytest.mark.usefixtures("english")
def test_another_language_is_plugged_in() -> None:
    german = {
        "No movement met the settings in {observable}; this rules nothing out.": "Nichts in {observable}.",
        "{observed} of {total} observable minutes": "{observed} von {total} Minuten",
        "A movement that lasted {length} at {at}.": "Lost the {length} and {invented}.",
    }
    wording.set_translator(lambda text: german.get(text, text), lambda value, n: f"{value:.{n}f}".replace(".", ","))
    assert wording.nothing_found(2520, 3600) == "Nichts in 42 von 60 Minuten."
    assert wording.clock(62.35, 2) == "1:02,35"
    broken = flags(make.movement(0, 9))["sustained"]
    assert wording.flag_sentence(broken) == "A movement that lasted 9,0 s at 0:00."
    wording.set_translator()
    assert wording.clock(62.35, 2) == "1:02.35"


@settings(max_examples=25, deadline=None)
@given(make.sessions())
def test_whatever_a_session_holds_can_be_said_without_a_forbidden_word(session: Session) -> None:
    session = reflagged(replace(session, patterns=(), observer=ObserverAnswers()))
    said = [wording.summary_sentence(len(session.movements), len(session.patterns), session.coverage.observed_s, 1e5)]
    said += [wording.coverage_sentence(session.coverage, session.video.duration_s, r) for r in ("plain", "precise")]
    said += wording.excluded_sentences(session.coverage.excluded)
    said += [wording.excluded_sentence(span) for span in session.coverage.excluded]
    for register in get_args(wording.Register):
        said += [wording.movement_sentence(m, register) for m in session.movements]
        said += [wording.flag_sentence(flag, register) for flag in session.patterns]
        said += [text for result in fill_table(session) for text in wording.row_sentences(result, register)]
    near = near_misses(session.movements, session.coverage, session.sounds, RuleSettings())
    said += [wording.near_miss_sentence(miss) for miss in near]
    compared = agreement(session, session, bin_s=1000.0)  # People's names are their own.
    said += wording.agreement_sentences(replace(compared, people_a=(), people_b=()))
    for text in said:
        assert text
        assert wording.forbidden_words(text) == []
        assert "{" not in text
        assert "None" not in text.replace("None: sleep", "")
