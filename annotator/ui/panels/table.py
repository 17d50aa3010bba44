"""The documents' table, filled in: each row, what was measured or answered, and over how much observed time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator import wording
from annotator.patterns.filled import RowResult, fill_table
from annotator.session.model import PatternFlag, Session
from annotator.ui.bits import Button, Frame, Text, margins
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document
from annotator.ui.formats import clock_text
from annotator.ui.panels.page import GoRow, Page, card, empty
from annotator.ui.theme import SPACE
from annotator.ui.words import flag_text

MOST_FLAGS_A_ROW = 4
SIGNS = {
    "met": "⚑", "rejected": "✗", "not_met": "○", "too_short": "…", "not_observed": "–", "no_sound": "–", "shown": "·",
    "asked": "?",
}  # fmt: skip


class TablePage(Page):
    """All rows, in the table's order. `set_precise` adds each flag's settings and every open question."""

    answers_asked = Signal()

    def __init__(self, document: Document, clock: PlaybackClock, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("The documents' table, filled in"))
        self._document, self._clock = document, clock
        self._precise = False
        top = Frame("plain")
        inside = QVBoxLayout(top)
        inside.setContentsMargins(2 * SPACE, round(1.5 * SPACE), 2 * SPACE, SPACE)
        self._observed = Text("", "heading", wrap=True)
        inside.addWidget(self._observed)
        self.head.addWidget(top)
        document.session_changed.connect(self.outdate)

    @Slot(bool)
    def set_precise(self, precise: bool) -> None:
        """Clinicians' register, or the plain one."""
        if precise != self._precise:
            self._precise = precise
            self.outdate()

    def build(self) -> None:
        session = self._document.shown
        self._observed.setVisible(session is not None and not self._document.blinded)
        if session is None:
            text = self.tr("The table is filled in once the video is analysed.")
            self.column.addWidget(empty(self.tr("Nothing to show yet"), text))
            return
        if self._document.blinded:
            text = self.tr("The table is shown once the blinded reading is finished.")
            self.column.addWidget(empty(self.tr("Hidden for now"), text))
            return
        register: wording.Register = "precise" if self._precise else "plain"
        self._observed.setText(wording.coverage_sentence(session.coverage, session.video.duration_s, register))
        for result in fill_table(session):
            self.column.addWidget(self._row(session, result))
        self.column.addWidget(Text(wording.what_a_flag_says(), "small", wrap=True))

    def _row(self, session: Session, result: RowResult) -> QWidget:
        title = QWidget()
        line = QHBoxLayout(title)
        margins(line, 0, 1)
        line.addWidget(Text(wording.row_title(result.key), "heading", wrap=True), 1)
        state = Text(f"{SIGNS[result.state]}  {wording.row_state_phrase(result)}", "overline", wrap=True)
        state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(state, 1)
        parts: list[QWidget] = [title]
        measured = wording.measured_sentence(result)
        if measured:
            parts.append(Text(measured, wrap=True))
        parts += self._flags(session, result)
        parts += self._answers(result)
        parts.append(_sides(result))
        if result.key == "age":
            parts.append(Text(wording.age_note(), "small", wrap=True))
        return card(*parts)

    def _flags(self, session: Session, result: RowResult) -> list[QWidget]:
        rows: list[QWidget] = []
        for flag in result.flags[:MOST_FLAGS_A_ROW]:
            said = wording.flag_sentence(flag, "precise") if self._precise else flag_text(flag)
            row = GoRow(clock_text(flag.start_s, 0), said, flag, "⚑")
            row.chosen.connect(self._on_flag)
            rows.append(row)
        left = len(result.flags) - len(rows)
        if left > 0:
            rows.append(Text(self.tr("and %n more", "", left), "small"))
        return rows

    def _answers(self, result: RowResult) -> list[QWidget]:
        """What the observer said; open questions one by one for a clinician, as a count with a way there otherwise."""
        asked = result.row.questions
        said = [q for q in asked if self._precise or q in result.answers]
        parts: list[QWidget] = [Text(wording.answer_sentence(q, result.answers.get(q)), wrap=True) for q in said]
        parts += [Text(self.tr("Note: {note}").format(note=note), wrap=True) for note in result.notes.values()]
        left = len(asked) - len(result.answers)
        if left and not self._precise:
            button = Button(self.tr("%n question(s) not answered: answer now", "", left), "quiet")
            button.clicked.connect(self.answers_asked)
            line = QWidget()
            row = QHBoxLayout(line)
            margins(row, 0, 0)
            row.addWidget(button)
            row.addStretch(1)
            parts.append(line)
        return parts

    @Slot(object)
    def _on_flag(self, flag: PatternFlag) -> None:
        session = self._document.shown
        # The table finds its flags anew; the session's own of the same rule and start is the one to choose.
        own = session.patterns if session is not None else ()
        index = next((i for i, f in enumerate(own) if (f.rule, f.start_s, f.movements) == (
            flag.rule, flag.start_s, flag.movements)), None)  # fmt: skip
        if index is not None:
            self._document.select_flag(index)
        self._clock.seek(flag.start_s)


def _sides(result: RowResult) -> QWidget:
    """What the documents themselves say in this row."""
    held = QWidget()
    across = QHBoxLayout(held)
    across.setContentsMargins(0, SPACE // 2, 0, 0)
    across.setSpacing(2 * SPACE)
    for side in result.row.sides or ("typical", "to_raise"):
        part = QVBoxLayout()
        margins(part, 0, 0.25)
        part.addWidget(Text(wording.column_title(side), "overline", wrap=True))
        part.addWidget(Text(wording.row_side(result.key, side), "muted", wrap=True))
        part.addStretch(1)
        across.addLayout(part, 1)
    return held
