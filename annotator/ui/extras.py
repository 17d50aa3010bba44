"""What the timeline draws behind the marks, fetched on a thread of its own: stored motion signals and the sound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from annotator.errors import AnnotatorError, VideoError
from annotator.job import Job
from annotator.session.model import Session
from annotator.ui.document import Document
from annotator.ui.heavy import load_pyav
from annotator.ui.skeleton import StoredPoses
from annotator.ui.work import Failure, Outcome, Worker

if TYPE_CHECKING:
    from annotator.signals import MotionSignals
    from annotator.ui.timeline.traces import Waveform


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was found; None where there is none, `failure` where the stored signals could not be used."""

    signals: MotionSignals | None = None
    poses: StoredPoses | None = None
    waveform: Waveform | None = None
    failure: Failure | None = None


class Extras(QObject):
    """Fetches anew whenever another session is shown. `stop` before closing."""

    signals_found = Signal(object)  # MotionSignals | None
    poses_found = Signal(object)  # StoredPoses | None
    waveform_found = Signal(object)  # Waveform | None
    failed = Signal(object)  # Failure

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._worker: Worker | None = None
        self._fetched_for: tuple[object, ...] = ()
        self._signals: MotionSignals | None = None
        document.opened.connect(self._on_opened)
        document.session_changed.connect(self._on_session)

    @property
    def signals(self) -> MotionSignals | None:
        """The stored motion signals of the open session, once they are read."""
        return self._signals

    def stop(self) -> None:
        """Cancels and waits."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.blockSignals(True)
            worker.stop()
            worker.deleteLater()

    @Slot()
    def _on_opened(self) -> None:
        self.stop()
        self._fetched_for = ()
        self._signals = None
        self.signals_found.emit(None)
        self.poses_found.emit(None)

    @Slot(object)
    def _on_session(self, _session: object) -> None:
        session, path, video = self._document.session, self._document.path, self._document.video
        if session is None or self._document.partial:
            return
        wanted = (path, video, session.signals_file, session.signals_sha256)
        if wanted == self._fetched_for:
            return
        self.stop()
        self._fetched_for = wanted
        self._worker = Worker(_fetch(session, path, video), self)
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
        if outcome.failure is not None:
            self.failed.emit(outcome.failure)
        fetched = outcome.result
        if isinstance(fetched, Fetched):
            self._signals = fetched.signals
            self.signals_found.emit(fetched.signals)
            self.poses_found.emit(fetched.poses)
            self.waveform_found.emit(fetched.waveform)
            if fetched.failure is not None:
                self.failed.emit(fetched.failure)


def _fetch(session: Session, path: Path | None, video: Path | None) -> Callable[[Job, Callable[[Any], None]], Fetched]:
    def work(job: Job, _partial: Callable[[Any], None]) -> Fetched:
        load_pyav()
        signals, poses, failure = None, None, None
        try:
            signals, poses = _stored(session, path)
        except AnnotatorError as error:
            failure = Failure.of(error)
        job.raise_if_cancelled()
        return Fetched(signals, poses, _waveform_of(session, video, job), failure)

    return work


def _stored(session: Session, path: Path | None) -> tuple[MotionSignals | None, StoredPoses | None]:
    from annotator.session.signals import load_session_signals
    from annotator.signals import MotionSignals

    stored = load_session_signals(session, path) if path is not None else None
    if stored is None:
        return None, None
    poses = StoredPoses.of(stored.arrays)
    try:
        return MotionSignals.from_arrays(stored.arrays), poses
    except (KeyError, ValueError):  # written by another version: the marks are still good without them
        return None, poses


def _waveform_of(session: Session, video: Path | None, job: Job) -> Waveform | None:
    if video is None or not session.video.has_audio:
        return None
    from annotator.ui.timeline.traces import Waveform
    from annotator.video.audio import waveform
    from annotator.video.probe import probe

    try:
        found = waveform(video, probe(video, job), job=job)
    except VideoError:  # the player tells what is wrong with the video; without sound the marks are still good
        return None
    return Waveform(found.start_s, found.bin_s, found.low, found.high) if found is not None else None
