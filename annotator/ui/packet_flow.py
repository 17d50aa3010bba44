"""Making the clinician's packet from the window: the dialog asks, a worker writes, a notice tells where it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from annotator.export.options import ExportOptions
from annotator.job import Job
from annotator.ui.dialogs.packet import PacketDialog
from annotator.ui.document import Document
from annotator.ui.files import DocumentFiles
from annotator.ui.heavy import load_pyav
from annotator.ui.notices import NoticeBar
from annotator.ui.work import Outcome, Worker


class PacketFlow(QObject):
    """One packet at a time. `stop` before closing."""

    def __init__(self, document: Document, files: DocumentFiles, notices: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._files, self._notices, self._window = document, files, notices, window
        self._worker: Worker | None = None
        self._dialog: PacketDialog | None = None
        self._made: Path | None = None

    @property
    def dialog(self) -> PacketDialog | None:
        """The open dialog."""
        return self._dialog

    @property
    def running(self) -> bool:
        """Whether a packet is being made."""
        return self._worker is not None

    @Slot()
    def ask(self) -> None:
        """Saves what is unsaved (the packet is made from the file) and asks what goes in."""
        document = self._document
        if not document.whole or self._dialog is not None:
            return
        if (document.dirty or document.path is None) and not self._files.save():
            return
        path = document.path
        if path is None:
            return
        self._dialog = PacketDialog(path.parent, document.video is not None, self._window)
        self._dialog.start_asked.connect(self._start)
        self._dialog.cancel_asked.connect(self._cancel)
        self._dialog.finished.connect(self._on_closed)
        self._dialog.open()

    def stop(self) -> None:
        """Cancels and waits."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.blockSignals(True)
            worker.stop()
            worker.deleteLater()
        if self._dialog is not None:
            self._dialog.set_running(False)
            self._dialog.done(0)

    @Slot(object, object)
    def _start(self, folder: Path, options: ExportOptions) -> None:
        path = self._document.path
        if self._worker is not None or path is None or self._dialog is None:
            return
        self._dialog.set_running(True)
        self._worker = Worker(_packet_of(path, folder, options), self)
        self._worker.progressed.connect(self._dialog.show_progress)
        self._worker.ended.connect(self._on_ended)
        self._worker.start()

    @Slot()
    def _cancel(self) -> None:
        if self._worker is not None:
            self._worker.job.cancel()

    @Slot(object)
    def _on_ended(self, outcome: Outcome) -> None:
        worker, self._worker = self._worker, None
        if worker is None:
            return
        worker.wait()
        worker.deleteLater()
        if self._dialog is not None:
            self._dialog.set_running(False)
            if not outcome.cancelled:
                self._dialog.done(0)
        if outcome.failure is not None:
            self._notices.tell_failure(outcome.failure, self.tr("Make the packet…"), self.ask)
        elif isinstance(outcome.result, Made):
            self._made = outcome.result.folder
            self._notices.tell(
                self.tr("The packet is ready"), str(outcome.result.folder), self.tr("Show the folder"), self._show
            )

    @Slot()
    def _show(self) -> None:
        if self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))

    @Slot()
    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


@dataclass(frozen=True, slots=True)
class Made:
    """Where the packet lies."""

    folder: Path


def _packet_of(session: Path, folder: Path, options: ExportOptions) -> Callable[[Job, Callable[[Any], None]], Made]:
    def work(job: Job, _partial: Callable[[Any], None]) -> Made:
        load_pyav()
        from annotator.export.packet import export_session

        return Made(export_session(session, folder, options, job))

    return work
