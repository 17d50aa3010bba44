"""German is complete: every text of the sources is in it, translated, with the same placeholders, and in the .qm file."""

from __future__ import annotations

import re
import string
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import wording
from annotator.ui import languages
from annotator.ui.dialogs.preferences import PreferencesDialog
from annotator.ui.preferences import Preferences
from annotator.ui.translations import build

NAMES = ("de", "en")
Message = tuple[str, str, str, bool]


def messages(path: Path) -> dict[Message, list[str]]:
    """(context, source, comment, plural) -> the finished translations, one for each plural form."""
    found: dict[Message, list[str]] = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            plural = message.get("numerus") == "yes"
            forms = (
                [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text or ""]
            )
            key = (name, message.findtext("source", ""), message.findtext("comment", ""), plural)
            found[key] = [] if translation.get("type") else forms
    return found


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    installed = languages.install(qapp, "de")
    yield
    for translator in installed:
        qapp.removeTranslator(translator)
    wording.set_translator()
    QLocale.setDefault(QLocale(QLocale.Language.English))


@pytest.mark.parametrize("code", NAMES)
def test_the_committed_file_holds_every_text_of_the_sources(code: str, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    build.update(fresh, code, ("-pluralonly",) if code == "en" else ())
    assert set(messages(fresh)) == set(messages(build.FOLDER / f"annotator_{code}.ts"))


@pytest.mark.parametrize("code", NAMES)
def test_every_text_is_translated_with_its_placeholders(code: str) -> None:
    for (context, source, _, plural), forms in messages(build.FOLDER / f"annotator_{code}.ts").items():
        assert forms, f"{context}: {source}"
        assert all(forms) or not source.strip(), f"{context}: {source}"
        for form in forms:
            assert placeholders(form) == placeholders(source), f"{context}: {source} -> {form}"
            assert "%n" in form or not plural or "%n" not in source, f"{context}: {source} -> {form}"


@pytest.mark.parametrize("code", NAMES)
def test_the_compiled_file_is_the_one_of_the_source(code: str, qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load(str(build.FOLDER / f"annotator_{code}.qm"))
    for (context, source, comment, plural), forms in messages(build.FOLDER / f"annotator_{code}.ts").items():
        said = translator.translate(context, source, comment, 1 if plural else -1)
        assert said == forms[0], f"{context}: {source}"


def test_mnemonics_survive() -> None:
    for (context, source, _, _), forms in messages(build.FOLDER / "annotator_de.ts").items():
        if context in ("Menus", "ReviewActions", "PlayerActions", "TimelineWidget"):
            assert all(("&" in form) == ("&" in source) for form in forms), source


def test_nothing_may_be_said_in_german_that_may_not_in_english() -> None:
    forbidden = re.compile(
        r"normal|gutartig|bedenklich|besorgniserregend|anfall|anfäll|epilep|spasm|krampf|risik|wahrscheinlich|alarm|"
        r"warnung|auffällig",
        re.IGNORECASE,
    )
    for (context, source, _, _), forms in messages(build.FOLDER / "annotator_de.ts").items():
        for form in forms:
            assert not forbidden.search(form), f"{context}: {source} -> {form}"


def test_the_window_and_the_wording_speak_german(german: None) -> None:
    assert QCoreApplication.translate("Menus", "&Undo") == "&Rückgängig"
    assert wording.disclaimer().startswith("Keine Diagnose.")
    assert (
        wording.summary_sentence(3, 1, 80.0, 90.0)
        == "3 Bewegungen erfüllten die Einstellungen. Das Baby war 80 der 90 Sekunden lang zu beobachten. "
        "Mustermarkierungen: 1."
    )
    assert QCoreApplication.translate("Details", "%n movement(s)", "", 1) == "1 Bewegung"
    assert QCoreApplication.translate("Details", "%n movement(s)", "", 4) == "4 Bewegungen"


def placeholders(text: str) -> set[str]:
    """The names in braces, with their format."""
    return {f"{name}:{spec}" for _, name, spec, _ in string.Formatter().parse(text) if name is not None}


def test_the_dialog_says_in_both_languages_when_another_one_takes_hold(qtbot: QtBot, preferences: Preferences) -> None:
    preferences.language = "en"
    dialog = PreferencesDialog(preferences)
    qtbot.addWidget(dialog)
    english = "The language changes when the program starts the next time."
    assert dialog.language_note.text() == english
    dialog.language.setCurrentIndex(dialog.language.findData("de"))
    german = "Die Sprache wechselt, wenn das Programm das nächste Mal startet."
    assert dialog.language_note.text() == f"{german}\n{english}"
    dialog.accept()
    assert preferences.language == "de"


def test_a_german_window_says_it_in_english_to_whom_wants_english(
    german: None, qtbot: QtBot, preferences: Preferences
) -> None:
    preferences.language = "en"
    dialog = PreferencesDialog(preferences)
    qtbot.addWidget(dialog)
    assert dialog.language_note.text().splitlines() == [
        languages.change_note("en").splitlines()[0],
        languages.change_note("de"),
    ]
