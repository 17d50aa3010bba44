"""The simple depth beside the picture: what was found, in plain words, each moment one click away."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator import wording
from annotator.patterns.reflag import is_met, is_rejected
from annotator.session.effective import effective, effective_movements
from annotator.session.model import UNCOUNTED_KINDS
from annotator.ui.appearance import Appearance
from annotator.ui.bits import Hairline, Text, margins
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document
from annotator.ui.review.actions import ReviewActions
from annotator.ui.review.page import StateBar, action_button
from annotator.ui.review.queue import ReviewQueue
from annotator.ui.review.rows import Key, state_of, with_same
from annotator.ui.review.table import ReviewTable
from annotator.ui.theme import SPACE
from annotator.ui.words import flag_text, sentence, verdict_name


class FoundPage(QWidget):
    """A sentence, the list of moments, and two answers to the chosen one."""

    def __init__(
        self,
        document: Document,
        clock: PlaybackClock,
        appearance: Appearance,
        actions: ReviewActions,
        queue: ReviewQueue,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._headline = Text("", "heading", wrap=True)
        self._chosen = Text("", wrap=True)
        self.table = ReviewTable(document, clock, appearance, simple=True)
        self.table.set_menu(actions.context_actions())
        top = QVBoxLayout()
        top.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, round(1.5 * SPACE))
        top.addWidget(self._headline)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(2 * SPACE, round(1.5 * SPACE), 2 * SPACE, round(1.5 * SPACE))
        bottom.setSpacing(SPACE)
        bottom.addWidget(self._chosen)
        answers = QHBoxLayout()
        answers.setSpacing(SPACE)
        for action in (actions.accept, actions.reject, actions.unsure):
            answers.addWidget(action_button(action))
        answers.addStretch(1)
        bottom.addLayout(answers)
        layout = QVBoxLayout(self)
        margins(layout, 0, 0)
        layout.addWidget(StateBar(document, queue, actions))
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(Hairline())
        layout.addLayout(bottom)
        document.session_changed.connect(self._refresh)
        document.selection_changed.connect(self._refresh_chosen)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        session = self._document.shown
        if self._document.blinded:
            self._headline.setText(self.tr("Your own marks so far"))
        elif session is None:
            self._headline.setText("")
        else:
            counted = [m for m in effective_movements(session) if m.kind not in UNCOUNTED_KINDS]
            standing = [f for f in session.patterns if is_met(f)]
            self._headline.setText(
                wording.summary_sentence(
                    len(counted),
                    len(standing),
                    session.coverage.observed_s,
                    session.video.duration_s,
                    sum(is_rejected(f) for f in session.patterns),
                )
            )
        self._refresh_chosen()

    @Slot()
    def _refresh_chosen(self) -> None:
        session, selection = self._document.shown, self._document.selection
        single = Key(selection.movement, selection.flag)
        if session is None or single == Key():
            self._chosen.setText(self.tr("Choose a moment above to look at it."))
            return
        said: list[str] = []
        movement_state = None
        for key in with_same([single], session):
            movement = self._document.movement(key.movement)
            if movement is not None:
                said.append(wording.movement_sentence(effective(movement)))
                movement_state = state_of(movement.review)
            elif key.flag is not None:
                flag = session.patterns[key.flag]
                said.append(f"⚑ {flag_text(flag)}")
                if movement_state not in (None, state_of(flag.review)):
                    said.append(sentence(verdict_name(state_of(flag.review))))
        self._chosen.setText(self.tr("{said} Did you see it too?").format(said="\n".join(said)))
