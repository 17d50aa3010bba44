"""The clinician's review: what is under way (queue, blinded reading), the table, and the chosen row in full."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator import wording
from annotator.session.effective import effective
from annotator.session.model import Movement, PatternFlag
from annotator.session.people import reviews
from annotator.ui.appearance import Appearance
from annotator.ui.bits import Button, Frame, Hairline, Text, margins
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document
from annotator.ui.formats import clock_text, number
from annotator.ui.review.actions import ReviewActions
from annotator.ui.review.queue import ReviewQueue
from annotator.ui.review.table import ReviewTable
from annotator.ui.theme import SPACE
from annotator.ui.words import flag_text, kind_name, limbs_text, rule_name


class ReviewPage(QWidget):
    """Bar, table, details."""

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
        self.table = ReviewTable(document, clock, appearance)
        self.details = Details(document, actions)
        layout = QVBoxLayout(self)
        margins(layout, 0, 0)
        layout.addWidget(StateBar(document, queue, actions))
        layout.addWidget(self.table, 1)
        layout.addWidget(Hairline())
        layout.addWidget(self.details)
        self.table.set_menu(actions.context_actions())


class StateBar(Frame):
    """Shown while a queue or a blinded reading runs: how far it is, and how to end it."""

    def __init__(self, document: Document, queue: ReviewQueue, actions: ReviewActions) -> None:
        super().__init__("notice")
        self._document, self._queue = document, queue
        self._text = Text("", "heading")
        self._hint = Text("", "small", wrap=True)
        words = QVBoxLayout()
        margins(words, 0, 0.25)
        words.addWidget(self._text)
        words.addWidget(self._hint)
        self._next = action_button(actions.queue_next)
        self._stop = Button("", "quiet")
        self._stop.clicked.connect(self._on_stop)
        self._finish = action_button(actions.finish_blinded)
        layout = QHBoxLayout(self)
        margins(layout, 1.25, 1)
        layout.addLayout(words, 1)
        layout.addWidget(self._next)
        layout.addWidget(self._finish)
        layout.addWidget(self._stop)
        queue.changed.connect(self._refresh)
        document.blinded_changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _on_stop(self) -> None:
        self._queue.stop()

    @Slot()
    def _refresh(self) -> None:
        queue, blinded = self._queue, self._document.blinded
        self.setVisible(queue.running or blinded)
        self._next.setVisible(queue.running)
        self._stop.setVisible(queue.running)
        self._finish.setVisible(blinded)
        if queue.running:
            left = queue.left
            self._text.setText(self.tr("Review queue: %n left", "", left) if left else self.tr("Review queue: done"))
            self._hint.setText(
                self.tr("Each flagged stretch plays in a loop. A verdict moves on to the next.")
                if left
                else self.tr("Every flagged stretch has a verdict.")
            )
            self._stop.setText(self.tr("End the queue"))
        elif blinded:
            self._text.setText(self.tr("Blinded reading"))
            self._hint.setText(
                self.tr("The detector's marks are hidden until you finish. Mark what you see: [ and ], then +.")
            )


class Details(QWidget):
    """The chosen movement or flag: its values, who said what, and the verdicts' buttons."""

    def __init__(self, document: Document, actions: ReviewActions) -> None:
        super().__init__()
        self._document = document
        self._heading = Text("", "heading")
        self._facts = Text("", "muted")
        self._facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._history = Text("", wrap=True)
        self._heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        first, last = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._heading, 1)
        last.addWidget(self._history, 1)
        for row, row_actions, quiet in (
            (first, (actions.accept, actions.reject, actions.unsure), False),
            (last, (actions.relabel, actions.note), True),
        ):
            row.setSpacing(SPACE // 2)
            for action in row_actions:
                row.addWidget(action_button(action, quiet=quiet))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(round(1.5 * SPACE), SPACE, round(1.5 * SPACE), SPACE)
        layout.setSpacing(SPACE // 2)
        layout.addLayout(first)
        layout.addWidget(self._facts)
        layout.addLayout(last)
        document.session_changed.connect(self._refresh)
        document.selection_changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        movement, flag = self._document.selected_movement, self._document.selected_flag
        if movement is not None:
            self._show_movement(movement)
        elif flag is not None:
            self._show_flag(flag)
        elif self._document.selection.span is not None:
            start, end = self._document.selection.span
            self._say(
                self.tr("A free span"),
                self.tr("{start} to {end}").format(start=clock_text(start), end=clock_text(end)),
                self.tr("Add a movement here (+), or say that you looked and saw nothing (O)."),
            )
        else:
            self._say(self.tr("Nothing chosen"), self.tr("Choose a row, or press N for the next movement."), "")

    def _show_movement(self, movement: Movement) -> None:
        now = effective(movement)
        facts = [
            self.tr("{start} to {end}").format(start=clock_text(now.onset_s), end=clock_text(now.offset_s)),
            self.tr("{seconds} s long").format(seconds=number(now.duration_s, 2)),
        ]
        if movement.peak_displacement_torso is not None:
            facts.append(self.tr("{size} torso lengths").format(size=number(movement.peak_displacement_torso, 2)))
        if movement.frequency_hz is not None:
            facts.append(self.tr("{hz} Hz").format(hz=number(movement.frequency_hz, 1)))
        said = reviews(movement)
        changed = (now.kind, now.limbs, now.onset_s, now.offset_s) != (
            movement.kind, movement.limbs, movement.onset_s, movement.offset_s
        )  # fmt: skip
        if movement.source == "detected" and not changed:
            facts.insert(0, self.tr("Detector"))
        origin = [self._origin(movement)] if changed or movement.source == "reviewer" else []
        lines = [*origin, *map(wording.review_sentence, said)]
        self._say(f"{kind_name(now.kind)} · {limbs_text(now.limbs)}", " · ".join(facts), "\n".join(lines[-3:]))

    def _show_flag(self, flag: PatternFlag) -> None:
        facts = [
            self.tr("{start} to {end}").format(start=clock_text(flag.start_s), end=clock_text(flag.end_s)),
            self.tr("%n movement(s)", "", len(flag.movements)),
        ]
        lines = [self.tr("Detector: {said}").format(said=flag_text(flag))]
        lines += map(wording.review_sentence, reviews(flag))
        self._say("⚑ " + rule_name(flag.rule), " · ".join(facts), "\n".join(lines[-3:]))

    def _say(self, heading: str, facts: str, history: str) -> None:
        self._heading.setText(heading)
        self._facts.setText(facts)
        self._history.setText(history)

    def _origin(self, movement: Movement) -> str:
        if movement.source == "reviewer":
            return self.tr("Added by a person")
        return self.tr("Detector: {kind}, {limbs}, {start} to {end}").format(
            kind=kind_name(movement.kind),
            limbs=limbs_text(movement.limbs),
            start=clock_text(movement.onset_s),
            end=clock_text(movement.offset_s),
        )


def action_button(action: QAction, *, quiet: bool = False) -> QWidget:
    """A button that is an action: same words, same key in its tip, greyed out with it."""
    return _ActionButton(action, quiet)


class _ActionButton(Button):
    def __init__(self, action: QAction, quiet: bool) -> None:
        super().__init__("", "quiet" if quiet else "")
        self._action = action
        action.changed.connect(self._refresh)
        self.clicked.connect(action.trigger)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        action = self._action
        key = action.shortcut().toString()
        self.setText(action.iconText() + (f"  {key}" if key else ""))
        self.setEnabled(action.isEnabled())
        self.setToolTip(action.toolTip())
        self.setAccessibleName(action.iconText())
        self.setAccessibleDescription(key)
