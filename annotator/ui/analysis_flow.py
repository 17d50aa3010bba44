"""From the wish to analyse to the session on screen: asks before anything is replaced, and says how it ended."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from annotator.session import file
from annotator.settings import AnalysisSettings
from annotator.ui.analysis import Analysed, Analysis, AnalysisPanel
from annotator.ui.document import Document
from annotator.ui.files import DocumentFiles
from annotator.ui.notices import NoticeBar
from annotator.ui.work import Failure


class AnalysisFlow(QObject):
    """Ties the analysis to the document."""

    def __init__(
        self,
        document: Document,
        analysis: Analysis,
        panel: AnalysisPanel,
        files: DocumentFiles,
        notices: NoticeBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._analysis, self._panel = document, analysis, panel
        self._files, self._notices, self._window = files, notices, window
        panel.start_asked.connect(self.start)
        panel.cancel_asked.connect(self.cancel)
        files.before_open.connect(self.abandon)
        analysis.partial.connect(self._on_partial)
        analysis.done.connect(self._on_done)
        analysis.failed.connect(self._on_failed)
        analysis.cancelled.connect(self._on_cancelled)

    @Slot()
    def start(self) -> None:
        """Analyses the open video, after asking when that would replace a session."""
        video, session = self._document.video, self._document.session
        if video is None or self._analysis.running:
            return
        if session is not None and not self._may_replace(file.is_reviewed(session)):
            return
        path = self._document.path
        folder = path.parent if path is not None else self._folder_for(video)
        if folder is None:
            return
        self._notices.clear()
        if session is not None:
            self._document.open_video(video)
        self._analysis.start(video, folder, AnalysisSettings(), force=session is not None)

    @Slot()
    def cancel(self) -> None:
        """Asks the analysis to stop."""
        self._panel.show_stopping()
        self._analysis.cancel()

    @Slot()
    def abandon(self) -> None:
        """Another document is about to be shown: ends the analysis now."""
        if self._analysis.running:
            self._analysis.abandon()
            self._document.drop_partial()

    def _folder_for(self, video: Path) -> Path | None:
        """Beside the video, or where the person says when nothing can be written there (a camera's card, say)."""
        if os.access(video.parent, os.W_OK):
            return video.parent
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Nothing can be saved beside the video: save where?")
        )
        return Path(name) if name else None

    def _may_replace(self, reviewed: bool) -> bool:
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Analyse again?"))
        box.setText(self.tr("Analyse this video again?"))
        if reviewed:
            box.setInformativeText(
                self.tr(
                    "The new session takes the place of this one. Its verdicts, corrections and answers stay only in "
                    "the backup beside it."
                )
            )
        else:
            box.setInformativeText(self.tr("The new session takes the place of this one."))
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.button(QMessageBox.StandardButton.Yes).setText(self.tr("Analyse again"))
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        return QMessageBox.StandardButton(box.exec()) == QMessageBox.StandardButton.Yes

    @Slot(object)
    def _on_partial(self, session: object) -> None:
        if self._analysis.video == self._document.video:
            self._document.show_partial(session)  # type: ignore[arg-type]

    @Slot(object)
    def _on_done(self, analysed: Analysed) -> None:
        if analysed.video == self._document.video:
            self._document.finish_analysis(analysed.session, analysed.path)
            self._notices.tell(
                self.tr("The analysis is done"),
                self.tr("Saved as {name}.").format(name=analysed.path),
            )

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._document.drop_partial()
        self._notices.tell_failure(failure, self.tr("Try again"), self.start)

    @Slot()
    def _on_cancelled(self) -> None:
        self._document.drop_partial()
        self._notices.tell(self.tr("The analysis was stopped"), self.tr("Nothing was written."))
