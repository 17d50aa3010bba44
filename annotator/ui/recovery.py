"""Keeps unsaved work safe while it is unsaved, and offers it again after a crash."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.job import Job
from annotator.session.autosave import Autosave, Recovery, discard, find_recoveries
from annotator.session.model import Session
from annotator.ui.bits import Button, Text, margins
from annotator.ui.document import Document
from annotator.ui.work import Outcome, Worker

DELAY_MS: Final = 700


class RecoveryKeeper(QObject):
    """Writes a recovery copy a moment after each change, on a thread of its own. `stop` before closing.

    The copy goes away as soon as the work is saved, or the person has decided against it.
    """

    failed = Signal(object)  # Failure: unsaved work is not safe

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._autosave: Autosave | None = None
        self._worker: Worker | None = None
        self._told = False
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self._write)
        document.opened.connect(self._on_opened)
        document.session_changed.connect(self._on_changed)
        document.dirty_changed.connect(self._on_changed)

    @property
    def writing(self) -> bool:
        """Whether a copy is being written."""
        return self._worker is not None

    def stop(self) -> None:
        """The document is closed in order: nothing needs to be recovered."""
        self._timer.stop()
        self._finish_writing()
        if self._autosave is not None:
            self._autosave.discard()
            self._autosave = None

    def flush(self) -> None:
        """Writes now what waits to be written, and waits for it."""
        if self._timer.isActive():
            self._timer.stop()
            self._finish_writing()
            self._write()
        self._finish_writing()

    @Slot()
    def _on_opened(self) -> None:
        self.stop()
        self._told = False

    @Slot()
    def _on_changed(self) -> None:
        if self._document.dirty:
            self._timer.start()
        elif self._autosave is not None and not self._document.partial:
            self.stop()

    @Slot()
    def _write(self) -> None:
        document = self._document
        session = document.to_save()
        if session is None or not document.dirty:
            return
        if self._worker is not None:
            self._timer.start()
            return
        if self._autosave is None:
            self._autosave = Autosave(session.video.sha256, document.path, document.video)
        self._worker = Worker(_saving(self._autosave, session), self)
        self._worker.ended.connect(self._on_ended)
        self._worker.start()

    @Slot(object)
    def _on_ended(self, outcome: Outcome) -> None:
        worker = self._worker
        if worker is None or self.sender() is not worker:
            return
        self._worker = None
        worker.wait()
        worker.deleteLater()
        if outcome.failure is not None and not self._told:
            self._told = True
            self.failed.emit(outcome.failure)

    def _finish_writing(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.blockSignals(True)
            worker.wait()
            worker.deleteLater()


def _saving(autosave: Autosave, session: Session) -> Callable[[Job, Callable[[Any], None]], None]:
    def work(_job: Job, _partial: Callable[[Any], None]) -> None:
        autosave.save(session)

    return work


class RecoveryDialog(QDialog):
    """Lists what a crash left; the person takes one up, throws it away, or decides later."""

    discarded = Signal(object)  # Recovery

    def __init__(self, recoveries: tuple[Recovery, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Unsaved work was kept"))
        self.setMinimumWidth(560)
        self._recoveries = list(recoveries)
        layout = QVBoxLayout(self)
        margins(layout, 3, 1.5)
        layout.addWidget(Text(self.tr("Unsaved work was kept"), "title"))
        layout.addWidget(
            Text(
                self.tr("The program ended before this was saved. Take it up where you left it, or throw it away."),
                "muted",
                wrap=True,
            )
        )
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Unsaved work"))
        for recovery in self._recoveries:
            self.list.addItem(_item(recovery))
        self.list.setCurrentRow(0)
        layout.addWidget(self.list)
        row = QHBoxLayout()
        self.discard_button = Button(self.tr("Throw it away"), "quiet")
        self.discard_button.clicked.connect(self._on_discard)
        later = Button(self.tr("Decide later"))
        later.clicked.connect(self.reject)
        self.recover_button = Button(self.tr("Take it up"), "primary")
        self.recover_button.setDefault(True)
        self.recover_button.clicked.connect(self.accept)
        row.addWidget(self.discard_button)
        row.addStretch(1)
        row.addWidget(later)
        row.addWidget(self.recover_button)
        layout.addLayout(row)

    @property
    def chosen(self) -> Recovery | None:
        """The one that is marked in the list."""
        row = self.list.currentRow()
        return self._recoveries[row] if 0 <= row < len(self._recoveries) else None

    @Slot()
    def _on_discard(self) -> None:
        recovery, row = self.chosen, self.list.currentRow()
        if recovery is None:
            return
        self._recoveries.pop(row)
        self.list.takeItem(row)
        self.discarded.emit(recovery)
        if not self._recoveries:
            self.reject()


def offer_recovery(window: QWidget) -> Recovery | None:
    """Asks about what a crash left, if anything; the work that the person takes up."""
    left = find_recoveries()
    if not left:
        return None
    dialog = RecoveryDialog(left, window)
    dialog.discarded.connect(discard)
    taken = dialog.chosen if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return taken


def _item(recovery: Recovery) -> QListWidgetItem:
    place = recovery.video_path or recovery.session_path or Path(recovery.session.video.file)
    when = QDateTime.fromString(recovery.saved_at, Qt.DateFormat.ISODate).toLocalTime()
    item = QListWidgetItem(f"{place.name}    {QLocale().toString(when, QLocale.FormatType.ShortFormat)}")
    item.setToolTip(str(place))
    return item
