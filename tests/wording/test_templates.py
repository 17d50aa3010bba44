import ast
import string
from dataclasses import fields, replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings

from annotator import wording
from annotator.anatomy import LIMBS
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
    ExclusionReason,
    ObserverAnswers,
    Role,
    Session,
    SoundKind,
    Verdict,
)
from annotator.settings import RuleSettings
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


def test_another_language_is_plugged_in() -> None:
    german = {
        "No movement met the settings in {observable}; this rules nothing out.": "Nichts in {observable}.",
        "{observed} of {total} observable minutes": "{observed} von {total} Minuten",
        "A movement that lasted {length} at {at}.": "Lost the {length} and {invented}.",
    }
    wording.set_translator(lambda text: german.get(text, text), lambda value, n: f"{value:.{n}f}".replace(".", ","))
    assert wording.nothing_found(2520, 3600) == "Nichts in 42 von 60 Minuten."
    assert wording.clock(62.35, 2) == "1:02,35"
    (broken,) = find_flags([make.movement(0, 9)], make.coverage(), (), RuleSettings())
    assert wording.flag_sentence(broken) == "A movement that lasted 9,0 s at 0:00."
    wording.set_translator()
    assert wording.clock(62.35, 2) == "1:02.35"


@settings(max_examples=25)
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
