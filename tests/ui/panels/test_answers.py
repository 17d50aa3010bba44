from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator import wording
from annotator.patterns.table import FREE_TEXTS, QUESTIONS
from annotator.ui.document import Document
from annotator.ui.panels.answers import AnswersPage
from tests.ui.panels.looking import said, settle
from tests.ui.panels.nights import night


@pytest.fixture
def page(qtbot: QtBot, document: Document) -> AnswersPage:
    page = AnswersPage(document)
    qtbot.addWidget(page)
    page.resize(460, 900)
    page.show()
    qtbot.waitExposed(page)
    return page


def click(qtbot: QtBot, page: AnswersPage, question: str, answer: str) -> None:
    button = page.questions[question].button(answer)
    page.view.ensureWidgetVisible(button)
    settle(qtbot, page)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_question_of_the_table_is_there_and_open(page: AnswersPage) -> None:
    assert set(page.questions) == set(QUESTIONS)
    assert set(page.notes) == set(FREE_TEXTS)
    words = said(page)
    assert all(wording.question_text(q) in words for q in QUESTIONS)
    assert f"0 of {len(QUESTIONS)} questions answered" in words
    assert all(choice.value == "" for choice in page.questions.values())


def test_answers_go_into_the_document_one_step_each(qtbot: QtBot, page: AnswersPage, document: Document) -> None:
    click(qtbot, page, "fever", "no")
    click(qtbot, page, "irritable", "unknown")
    assert document.session is not None
    assert dict(document.session.observer.rows) == {"fever": "no", "irritable": "unknown"}
    assert document.session.observer.answered_by == "Ames"
    settle(qtbot, page)
    assert "2 of 13 questions answered, last by Ames" in said(page)
    document.undo_stack.undo()
    settle(qtbot, page)
    assert page.questions["irritable"].value == ""
    document.undo_stack.undo()
    assert document.session == night()
    document.undo_stack.redo()
    settle(qtbot, page)
    assert page.questions["fever"].value == "no"


def test_an_answer_can_be_changed_and_taken_back_by_keyboard(
    qtbot: QtBot, page: AnswersPage, document: Document
) -> None:
    choice = page.questions["breathing_pause"]
    choice.button("yes").setFocus()
    qtbot.keyClick(choice.button("yes"), Qt.Key.Key_Space)
    assert choice.value == "yes"
    qtbot.keyClick(choice.button("yes"), Qt.Key.Key_Right)
    assert choice.button("no").hasFocus()
    qtbot.keyClick(choice.button("no"), Qt.Key.Key_Space)
    assert choice.value == "no"
    qtbot.keyClick(choice.button("no"), Qt.Key.Key_Space)
    assert choice.value == ""
    assert document.session is not None
    assert "breathing_pause" not in document.session.observer.rows


def test_age_state_date_and_clock(qtbot: QtBot, page: AnswersPage, document: Document) -> None:
    for key, typed in (
        ("age_months", "4,5"),
        ("corrected_age_months", "3"),
        ("recorded_on", "21.11.2026"),
        ("clock_start", "22.15"),
    ):
        line = page.fields[key].line
        line.setFocus()
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    page.states["state_start"].button("drowsy").click()
    page.states["state_end"].button("asleep").click()
    assert document.session is not None
    observer = document.session.observer
    assert (observer.age_months, observer.corrected_age_months) == (4.5, 3.0)
    assert (observer.recorded_on, observer.clock_start) == ("2026-11-21", "22:15")
    assert (observer.state_start, observer.state_end) == ("drowsy", "asleep")
    assert page.fields["clock_start"].line.text() == "22:15"
    assert document.undo_stack.count() == 6, "typing is one step a field"


def test_typing_is_not_disturbed_and_what_cannot_be_read_is_told(
    qtbot: QtBot, page: AnswersPage, document: Document
) -> None:
    field = page.fields["clock_start"]
    field.line.setFocus()
    for n, key in enumerate("22:15", start=1):
        qtbot.keyClicks(field.line, key)
        settle(qtbot, page)
        assert field.line.text() == "22:15"[:n]
    field.line.selectAll()
    qtbot.keyClicks(field.line, "late")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert "Write it as 22:15" in said(page)
    assert document.session is not None
    assert document.session.observer.clock_start == "22:15"
    field.line.clear()
    field.line.textEdited.emit("")
    assert document.session.observer.clock_start == ""


def test_notes_are_kept_as_they_are_written(qtbot: QtBot, page: AnswersPage, document: Document) -> None:
    line = page.notes["medicines"].findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    qtbot.keyClicks(line, "vitamin D")
    text = page.notes["anything_else"].findChild(QPlainTextEdit)
    assert text is not None
    text.setFocus()
    qtbot.keyClicks(text, "born at 36 weeks ")
    assert document.session is not None
    assert dict(document.session.observer.notes) == {"medicines": "vitamin D", "anything_else": "born at 36 weeks"}
    settle(qtbot, page)
    assert text.toPlainText() == "born at 36 weeks ", "the space that is just being typed stays"
    document.undo_stack.undo()
    settle(qtbot, page)
    assert text.toPlainText() == ""


def test_it_shows_another_sessions_answers(qtbot: QtBot, page: AnswersPage, document: Document) -> None:
    observer = replace(night().observer, rows={"fever": "yes"}, age_months=6.0, notes={"medicines": "none"})
    document.open_session(replace(night(), observer=observer), None, None)
    settle(qtbot, page)
    assert page.questions["fever"].value == "yes"
    assert page.fields["age_months"].line.text() == "6"
    assert page.notes["medicines"].text == "none"


def test_first_results_cannot_be_answered_yet(qtbot: QtBot, page: AnswersPage, document: Document) -> None:
    document.show_partial(night())
    settle(qtbot, page)
    assert not page.questions["fever"].button("yes").isEnabled()
