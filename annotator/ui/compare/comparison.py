"""The comparison of the open review with another one of the same video: its state, and the actions on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from annotator.errors import SessionError
from annotator.job import Job
from annotator.phrase import phrase
from annotator.session import file
from annotator.session.model import Session
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document
from annotator.ui.newest import Newest, Work
from annotator.ui.review.queue import LEAD_IN_S, LEAD_OUT_S, LONGEST_LOOP_S
from annotator.ui.timeline.paint_compared import Place

if TYPE_CHECKING:
    from annotator.session.agreement import Agreement, Disagreement

LOOK_AGAIN_MS: Final = 200


@dataclass(frozen=True, slots=True)
class Compared:
    """Two reviews of one video and how far they agree. Nothing of it is ever written anywhere."""

    own: Session
    other: Session
    other_path: Path
    agreement: Agreement


class Comparison(QObject):
    """Reads and compares on a thread of its own, and walks from difference to difference. While it lasts the open
    session can be looked at only. `shutdown` before closing.
    """

    changed = Signal()  # begun or ended
    moved = Signal(object)  # Place | None: the difference that is looked at now
    failed = Signal(object)  # Failure

    def __init__(self, document: Document, clock: PlaybackClock, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._clock, self._window = document, clock, window
        self._compared: Compared | None = None
        self._at: int | None = None
        self._ready: Compared | None = None
        self._work = Newest(self)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self.failed)
        make = self._make
        self.ask = make(self.tr("Com&pare with another review…"), "Ctrl+D", self._ask)
        self.ask.setToolTip(self.tr("See where another review of this video differs. Neither is changed"))
        self.next = make(self.tr("Ne&xt difference"), "D", self._next)
        self.next.setIconText(self.tr("Next"))
        self.previous = make(self.tr("Previous d&ifference"), "Shift+D", self._previous)
        self.previous.setIconText(self.tr("Previous"))
        self.stop = make(self.tr("St&op comparing"), "Ctrl+Shift+D", self._stop)
        document.opened.connect(self._on_opened)
        document.session_changed.connect(self._refresh)
        self._refresh()

    @property
    def compared(self) -> Compared | None:
        """What is compared, if anything is."""
        return self._compared

    @property
    def differences(self) -> tuple[Disagreement, ...]:
        """Where the reviews differ, by time."""
        return self._compared.agreement.disagreements if self._compared is not None else ()

    @property
    def at(self) -> int | None:
        """Which of the differences is looked at."""
        return self._at

    def all_actions(self) -> list[QAction]:
        """In the menu's order."""
        return [self.ask, self.next, self.previous, self.stop]

    def open(self, path: Path) -> None:
        """Compares with the review in this file. `changed` follows, or `failed`, which changes nothing."""
        session = self._document.session
        if session is not None and self._document.whole and not self._document.blinded:
            self._ready = None
            self._work.run(_comparing(session, self._document.path, path))

    def go(self, index: int) -> None:
        """Plays the place of one difference in a loop with a lead-in, and marks it on the timeline."""
        if not 0 <= index < len(self.differences):
            return
        self._at = index
        found = self.differences[index]
        self._document.clear_selection()
        begin = max(found.start_s - LEAD_IN_S, 0.0)
        self._clock.set_loop((begin, min(found.end_s, found.start_s + LONGEST_LOOP_S) + LEAD_OUT_S))
        self._clock.seek(begin)
        self._clock.request_play(True)
        self._refresh()
        self.moved.emit(Place(found.start_s, found.end_s, found.a, found.b))

    def shutdown(self) -> None:
        """Ends what is being read, and waits, before closing."""
        self._ready = None
        self._work.stop()

    @Slot()
    def _ask(self) -> None:
        start = self._document.path or self._document.video
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Which review to compare with?"),
            str(start.parent) if start is not None else "",
            self.tr("Sessions (*{suffix})").format(suffix=".json") + ";;" + self.tr("All files (*)"),
        )
        if name:
            self.open(Path(name))

    @Slot()
    def _next(self) -> None:
        self.go(0 if self._at is None else self._at + 1)

    @Slot()
    def _previous(self) -> None:
        if self._at is not None:
            self.go(self._at - 1)

    @Slot()
    def _stop(self) -> None:
        if self._compared is None:
            return
        self._end()
        self._clock.set_loop(None)
        self._clock.request_play(False)
        self._document.set_read_only(False)

    @Slot()
    def _on_opened(self) -> None:
        """Another session is shown, or another video of this one."""
        self._work.cancel()
        self._ready = None
        if self._compared is not None:
            self._end()
            self._clock.set_loop(None)
            self._document.set_read_only(False)

    def _end(self) -> None:
        self._compared = self._at = None
        self._refresh()
        self.moved.emit(None)
        self.changed.emit()

    @Slot(object)
    def _on_done(self, compared: Compared) -> None:
        document = self._document
        if document.blinded or not document.whole:
            return
        if compared.own is not document.session:  # edited in the meantime
            self.open(compared.other_path)
            return
        if QApplication.activeModalWidget() is not None:
            # What is being written there could no longer be kept.
            self._ready = compared
            QTimer.singleShot(LOOK_AGAIN_MS, self, self._on_ready)
            return
        if self._compared is not None:
            self._clock.set_loop(None)
            self._clock.request_play(False)
        self._compared, self._at = compared, None
        self.moved.emit(None)
        document.set_read_only(True)
        self._refresh()
        self.changed.emit()

    @Slot()
    def _on_ready(self) -> None:
        compared, self._ready = self._ready, None
        if compared is not None:
            self._on_done(compared)

    @Slot()
    def _refresh(self) -> None:
        on, last = self._compared is not None, len(self.differences) - 1
        self.ask.setEnabled(self._document.whole and not self._document.blinded)
        self.next.setEnabled(on and (-1 if self._at is None else self._at) < last)
        self.previous.setEnabled(on and self._at is not None and self._at > 0)
        self.stop.setEnabled(on)

    def _make(self, text: str, keys: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        return action


def _comparing(own: Session, own_path: Path | None, path: Path) -> Work:
    def work(_job: Job, _partial: Callable[[Any], None]) -> Compared:
        from annotator.session.agreement import agreement  # brings SciPy with it

        if own_path is not None and path.exists() and own_path.exists() and path.samefile(own_path):
            raise SessionError(
                path,
                phrase("Wording", "it is the review that is open"),
                phrase("Wording", "Choose the session of another reviewer"),
            )
        other = file.load(path)
        try:
            found = agreement(own, other)
        except SessionError as error:  # named after the file that was chosen, not after the video in it
            raise SessionError(path, error.cause, error.remedy) from error
        return Compared(own, other, path, found)

    return work
