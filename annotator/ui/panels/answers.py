"""The observer's answers: what no camera sees. All of it optional, each answer one step to undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from annotator import wording
from annotator.patterns.table import FREE_TEXTS, MORE_QUESTIONS, QUESTIONS, STATES, TABLE
from annotator.session import edits
from annotator.session.model import Answer, ObserverAnswers, Session
from annotator.ui.bits import Frame, Text, margins
from annotator.ui.document import Document
from annotator.ui.formats import number
from annotator.ui.panels.choice import Choice
from annotator.ui.panels.fields import NoteField, ReadField
from annotator.ui.panels.page import Page, card
from annotator.ui.panels.reading import read_clock, read_date, read_months
from annotator.ui.theme import SPACE

ANSWERS: tuple[Answer, ...] = ("yes", "no", "unknown")
LAST_TEXT = "anything_else"


class AnswersPage(Page):
    """The form. It writes into the document as it is filled in, and shows what the document holds."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("The observer's answers"))
        self._document = document
        self.questions: dict[str, Choice] = {}
        self.states: dict[str, Choice] = {}
        self.fields: dict[str, ReadField] = {}
        self.notes: dict[str, NoteField] = {}
        document.session_changed.connect(self.outdate)

    def build(self) -> None:
        """The form stays as it is and only takes over what changed."""
        self._refresh()

    def prepare(self) -> None:
        top = Frame("plain")
        self._count = Text("", "heading", wrap=True)
        said = self.tr(
            "Only somebody who was there can answer this. Nothing has to be answered; “don't know” is an answer."
        )
        self._form = QWidget()
        column = _column(self._form)
        intro = _column(top)
        margins(intro, 0, 0.5)
        intro.addWidget(self._count, 0, 0)
        intro.addWidget(Text(said, "muted", wrap=True), 1, 0)
        self.fixed.addWidget(top)
        self.fixed.addWidget(self._form)
        parts = [card(Text(self.tr("The baby and the video"), "heading", wrap=True), self._facts(), gap=1.25)]
        for row in TABLE:
            if row.questions:
                asked = [self._question(question) for question in row.questions]
                parts.append(card(Text(wording.row_title(row.key), "heading", wrap=True), *asked, gap=1.25))
        more: list[QWidget] = [self._question(question) for question in MORE_QUESTIONS]
        more += [self._note(key) for key in FREE_TEXTS]
        title = Text(self.tr("What clinicians also ask"), "heading", wrap=True)
        parts.append(card(title, *more, gap=1.25))
        for place, part in enumerate(parts):
            column.addWidget(part, place, 0)

    def _facts(self) -> QWidget:
        held = QWidget()
        grid = QGridLayout(held)
        margins(grid, 0, 1.5)
        age = self.tr("Write a number of months, such as 4 or 4.5")
        date = self.tr("Write it as 2026-11-21")
        clock = self.tr("Write it as 22:15")
        fields = (
            self._field("age_months", self.tr("Age in months"), age, "4"),
            self._field("corrected_age_months", self.tr("Corrected age, if born early"), age, ""),
            self._field("recorded_on", self.tr("Filmed on"), date, "2026-11-21"),
            self._field("clock_start", self.tr("Clock time at the video's start"), clock, "22:15"),
        )
        for place, field in enumerate(fields):
            grid.addWidget(field, place // 2, place % 2)
        for place, (key, label) in enumerate(
            (
                ("state_start", self.tr("At the video's start the baby was")),
                ("state_end", self.tr("At its end the baby was")),
            )
        ):
            choice = Choice(label, [(state, wording.state_name(state)) for state in STATES])
            choice.setProperty("key", key)
            choice.chosen.connect(self._on_state)
            self.states[key] = choice
            grid.addWidget(_asked(label, choice), 2 + place, 0, 1, 2)
        grid.addWidget(Text(wording.age_note(), "small", wrap=True), 4, 0, 1, 2)
        return held

    def _field(self, key: str, label: str, hint: str, example: str) -> ReadField:
        field = ReadField(label, hint, _READERS[key], _say, example)
        field.setProperty("key", key)
        field.edited.connect(self._on_field)
        field.finished.connect(self._document.end_merge)
        self.fields[key] = field
        return field

    def _question(self, question: str) -> QWidget:
        text = wording.question_text(question)
        choice = Choice(text, [(answer, wording.answer_name(answer)) for answer in ANSWERS])
        choice.setProperty("key", question)
        choice.chosen.connect(self._on_answer)
        self.questions[question] = choice
        return _asked(text, choice)

    def _note(self, key: str) -> QWidget:
        note = NoteField(wording.free_text_label(key), tall=key == LAST_TEXT)
        note.setProperty("key", key)
        note.edited.connect(self._on_note)
        note.finished.connect(self._document.end_merge)
        self.notes[key] = note
        return note

    def _refresh(self) -> None:
        session = self._document.session
        observer = session.observer if session is not None else ObserverAnswers()
        self._form.setEnabled(self._document.editable)
        for question, choice in self.questions.items():
            choice.set_value(observer.rows.get(question, ""))
        for key, choice in self.states.items():
            choice.set_value(getattr(observer, key))
        for key, field in self.fields.items():
            field.set_value(getattr(observer, key))
        for key, note in self.notes.items():
            note.set_text(observer.notes.get(key, ""))
        answered = sum(question in observer.rows for question in QUESTIONS)
        said = self.tr("{answered} of {questions} questions answered").format(
            answered=answered, questions=len(QUESTIONS)
        )
        if observer.answered_by:
            said = self.tr("{said}, last by {name}").format(said=said, name=observer.answered_by)
        self._count.setText(said)

    @Slot(str)
    def _on_answer(self, value: str) -> None:
        question = str(self.sender().property("key"))
        said = cast("Answer | None", value or None)
        self._apply(lambda session: edits.answer(session, question, said))

    @Slot(str)
    def _on_state(self, value: str) -> None:
        key = str(self.sender().property("key"))
        self._apply(lambda session: _observed(session, **{key: value}))

    @Slot(object)
    def _on_field(self, value: object) -> None:
        key = str(self.sender().property("key"))
        self._apply(lambda session: _observed(session, **{key: value}), ("observer", key))

    @Slot(str)
    def _on_note(self, text: str) -> None:
        key = str(self.sender().property("key"))
        self._apply(lambda session: edits.answer(session, key, session.observer.rows.get(key), text), ("observer", key))

    def _apply(self, edit: Callable[[Session], Session], merge: tuple[str, str] | None = None) -> None:
        """One step to undo; whoever is at the window is noted as the one who answered."""
        name = self._document.reviewer.name

        def with_name(session: Session) -> Session:
            edited = edit(session)
            if edited == session or not name:
                return edited
            return _observed(edited, answered_by=name)

        self._document.apply(with_name, self.tr("Answer"), merge)


def _observed(session: Session, **values: Any) -> Session:
    return edits.set_observer(session, replace(session.observer, **values))


def _column(widget: QWidget) -> QGridLayout:
    layout = QGridLayout(widget)
    margins(layout, 0, 1.5)
    layout.setColumnStretch(0, 1)
    return layout


def _asked(text: str, choice: Choice) -> QWidget:
    """A question above its answers."""
    held = QWidget()
    layout = QGridLayout(held)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setVerticalSpacing(SPACE // 2)
    layout.addWidget(Text(text, wrap=True), 0, 0)
    layout.addWidget(choice, 1, 0)
    return held


def _months(text: str) -> Any:
    known, months = read_months(text)
    return months if known else ReadField.UNREADABLE


def _clock(text: str) -> Any:
    said = read_clock(text)
    return ReadField.UNREADABLE if said is None else said


def _date(text: str) -> Any:
    said = read_date(text)
    return ReadField.UNREADABLE if said is None else said


def _say(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return number(value, 0 if value == round(value) else 1)
    return str(value)


_READERS: dict[str, Callable[[str], Any]] = {
    "age_months": _months,
    "corrected_age_months": _months,
    "recorded_on": _date,
    "clock_start": _clock,
}
