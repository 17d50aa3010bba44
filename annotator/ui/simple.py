"""The simple depth beside the picture: what was found, in plain words, each moment one click away."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.session.effective import effective_movements
from annotator.session.model import UNCOUNTED_KINDS
from annotator.ui.appearance import Appearance
from annotator.ui.bits import Hairline, Text, margins
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document
from annotator.ui.formats import spoken_duration
from annotator.ui.review.actions import ReviewActions
from annotator.ui.review.page import StateBar, action_button
from annotator.ui.review.queue import ReviewQueue
from annotator.ui.review.table import ReviewTable
from annotator.ui.theme import SPACE


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
        self._headline = Text("", "title", wrap=True)
        self._sentence = Text("", "muted", wrap=True)
        self.table = ReviewTable(document, clock, appearance, simple=True)
        self.table.set_menu(actions.context_actions())
        top = QVBoxLayout()
        top.setContentsMargins(2 * SPACE, round(2.5 * SPACE), 2 * SPACE, round(1.5 * SPACE))
        top.setSpacing(SPACE // 2)
        top.addWidget(self._headline)
        top.addWidget(self._sentence)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(2 * SPACE, round(1.5 * SPACE), 2 * SPACE, round(1.5 * SPACE))
        bottom.setSpacing(SPACE)
        bottom.addWidget(Text(self.tr("Did you see the chosen one too?"), "muted"))
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
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        session = self._document.shown
        if session is None:
            self._headline.setText("")
            self._sentence.setText("")
            return
        counted = [m for m in effective_movements(session) if m.kind not in UNCOUNTED_KINDS]
        seen = spoken_duration(session.coverage.observed_s)
        whole = spoken_duration(session.video.duration_s)
        if counted:
            self._headline.setText(self.tr("%n movement(s)", "", len(counted)))
        else:
            self._headline.setText(self.tr("No movement met the settings"))
        self._sentence.setText(
            self.tr("in {seen} that could be observed, of {whole} of video. This rules nothing in or out.").format(
                seen=seen, whole=whole
            )
        )
