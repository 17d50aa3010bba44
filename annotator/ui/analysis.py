"""The analysis as the window runs it: offered for a video without a session, watched, cancelled."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from annotator.job import Job
from annotator.session.model import Session
from annotator.settings import AnalysisSettings
from annotator.ui.bits import Button, Text, margins
from annotator.ui.formats import spoken_duration
from annotator.ui.heavy import load_pose, load_pyav
from annotator.ui.theme import SPACE
from annotator.ui.time_left import TimeLeft
from annotator.ui.words import sentence
from annotator.ui.work import Failure, Outcome, Progress, Worker

OFFER, PROGRESS, UNREADABLE = range(3)  # the panel's pages


@dataclass(frozen=True, slots=True)
class Analysed:
    """A finished analysis: which video, and the session file it wrote."""

    video: Path
    session: Session
    path: Path


class Analysis(QObject):
    """Runs one analysis at a time on a worker thread. `abandon` cancels it and waits."""

    running_changed = Signal(bool)
    progressed = Signal(object)  # Progress
    partial = Signal(object)  # Session: a first result
    done = Signal(object)  # Analysed
    failed = Signal(object)  # Failure
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None
        self._video: Path | None = None

    @property
    def running(self) -> bool:
        """Whether an analysis runs."""
        return self._worker is not None

    @property
    def video(self) -> Path | None:
        """The video that is being analysed."""
        return self._video

    def start(self, video: Path, folder: Path, settings: AnalysisSettings, *, force: bool = False) -> None:
        """Starts analysing a video into `folder`. Does nothing while another analysis runs."""
        if self._worker is not None:
            return
        self._video = video
        self._worker = Worker(_analysis_of(video, folder, settings, force), self)
        self._worker.progressed.connect(self.progressed)
        self._worker.partial.connect(self._on_partial)
        self._worker.ended.connect(self._on_ended)
        self._worker.start()
        self.running_changed.emit(True)

    def cancel(self) -> None:
        """Asks the analysis to stop; `cancelled` follows once it has."""
        if self._worker is not None:
            self._worker.job.cancel()

    def abandon(self) -> None:
        """Cancels and waits. How it ended is told to nobody."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.blockSignals(True)
            worker.stop()
            worker.deleteLater()
            self.running_changed.emit(False)

    @Slot(object)
    def _on_partial(self, session: Session) -> None:
        if self._worker is not None and not self._worker.job.cancelled:
            self.partial.emit(session)

    @Slot(object)
    def _on_ended(self, outcome: Outcome) -> None:
        worker, self._worker = self._worker, None
        if worker is None:
            return
        worker.wait()
        worker.deleteLater()
        self.running_changed.emit(False)
        if outcome.failure is not None:
            self.failed.emit(outcome.failure)
        elif outcome.cancelled:
            self.cancelled.emit()
        else:
            self.done.emit(outcome.result)


def _analysis_of(
    video: Path, folder: Path, settings: AnalysisSettings, force: bool
) -> Callable[[Job, Callable[[Any], None]], Analysed]:
    def work(job: Job, partial: Callable[[Any], None]) -> Analysed:
        load_pyav()
        load_pose()
        from annotator import pipeline
        from annotator.session import file

        path = pipeline.analyze_to_file(video, folder, settings, job, force, on_partial=partial)
        return Analysed(video, file.load(path), path)

    return work


class AnalysisPanel(QStackedWidget):
    """Beside the picture of a video that has no session yet: the offer, then the progress."""

    start_asked = Signal()
    cancel_asked = Signal()
    other_asked = Signal()  # another file, because this one cannot be read

    def __init__(self, analysis: Analysis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time_left = TimeLeft()
        self._started_s = 0.0
        self.addWidget(self._offer_page())
        self.addWidget(self._progress_page())
        self._unread_page = self._unreadable_page()
        self.addWidget(self._unread_page)
        analysis.running_changed.connect(self._on_running)
        analysis.progressed.connect(self._on_progress)

    @property
    def room(self) -> QVBoxLayout:
        """Where the filming check goes: under the offer's words, above its button."""
        return self._room

    @property
    def unreadable(self) -> bool:
        """Whether the open file was found to be no video that can be read."""
        return self.currentIndex() == UNREADABLE

    @Slot()
    def show_offer(self) -> None:
        """Another file is open: offers its analysis."""
        if self.unreadable:
            self.setCurrentIndex(OFFER)

    def show_unreadable(self, failure: Failure) -> None:
        """Nothing can be analysed here: says why, and offers to choose another file."""
        self._unread_name.setText(failure.subject.rsplit("/", 1)[-1])
        self._unread_cause.setText(sentence(failure.cause))
        self._unread_remedy.setText(sentence(failure.remedy))
        self.setCurrentIndex(UNREADABLE)
        page = self._unread_page
        page.setAccessibleName(f"{failure.subject}: {failure.cause}. {failure.remedy}")
        QAccessible.updateAccessibility(QAccessibleEvent(page, QAccessible.Event.Alert))

    def _offer_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        margins(layout, 3, 1.5)
        layout.addWidget(Text(self.tr("Not analysed yet"), "overline"))
        layout.addWidget(Text(self.tr("Look for movements in this video?"), "title", wrap=True))
        layout.addWidget(
            Text(
                self.tr(
                    "The program goes through every frame and marks when and which limbs move. "
                    "You can watch the first results while it still works, and stop at any time."
                ),
                "muted",
                wrap=True,
            )
        )
        self._room = QVBoxLayout()
        self._room.setContentsMargins(0, SPACE, 0, SPACE)
        layout.addLayout(self._room, 100)
        self.start_button = Button(self.tr("Analyse this video"), "primary")
        self.start_button.clicked.connect(self.start_asked)
        row = QHBoxLayout()
        row.addWidget(self.start_button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(1)
        return page

    def _unreadable_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        margins(layout, 3, 1.5)
        self._unread_name = Text("", "overline")
        self._unread_cause, self._unread_remedy = Text("", wrap=True), Text("", "muted", wrap=True)
        self.other_button = Button(self.tr("Choose another file…"), "primary")
        self.other_button.clicked.connect(self.other_asked)
        layout.addWidget(self._unread_name)
        layout.addWidget(Text(self.tr("This file cannot be shown or analysed"), "title", wrap=True))
        layout.addWidget(self._unread_cause)
        layout.addWidget(self._unread_remedy)
        layout.addSpacing(SPACE)
        row = QHBoxLayout()
        row.addWidget(self.other_button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(1)
        return page

    def _progress_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        margins(layout, 3, 1.5)
        layout.addWidget(Text(self.tr("Analysing"), "overline"))
        self._percent = Text("", "title")
        layout.addWidget(self._percent)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the analysis"))
        layout.addWidget(self._bar)
        self._label = Text("", wrap=True)
        self._left = Text("", "muted", wrap=True)
        layout.addWidget(self._label)
        layout.addWidget(self._left)
        layout.addSpacing(SPACE)
        layout.addWidget(
            Text(
                self.tr("Marks appear on the strip as they are found. They are first results and may still change."),
                "muted",
                wrap=True,
            )
        )
        self.cancel_button = Button(self.tr("Stop the analysis"))
        self.cancel_button.clicked.connect(self.cancel_asked)
        row = QHBoxLayout()
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        layout.addSpacing(SPACE)
        layout.addLayout(row)
        layout.addStretch(1)
        return page

    @Slot(bool)
    def _on_running(self, running: bool) -> None:
        self.setCurrentIndex(PROGRESS if running else OFFER)
        self.cancel_button.setEnabled(True)
        if running:
            self._time_left = TimeLeft()
            self._started_s = time.monotonic()
            self._bar.setRange(0, 0)
            self._percent.setText(self.tr("Getting ready"))
            self._label.setText("")
            self._left.setText(" ")

    def show_stopping(self) -> None:
        """The person asked to stop: say so until the work has noticed."""
        self.cancel_button.setEnabled(False)
        self._left.setText(self.tr("Stopping…"))

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        if not self.cancel_button.isEnabled():
            return
        share = min(max(progress.done / progress.total, 0.0), 1.0) if progress.total > 0 else 0.0
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(share * 1000))
        self._percent.setText(self.tr("{percent} %").format(percent=int(share * 100)))
        self._label.setText(progress.label)
        left = self._time_left.update(time.monotonic(), progress.done, progress.total, progress.label)
        if left is None:
            self._left.setText(self.tr("Working out how long it takes…"))
        else:
            self._left.setText(self.tr("About {duration} left").format(duration=spoken_duration(max(left, 1.0))))
