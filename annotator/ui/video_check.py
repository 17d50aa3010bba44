"""Whether a video is the one that a session was made from, found out by its digest on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from annotator.job import Job
from annotator.ui.heavy import load_pyav
from annotator.ui.work import Outcome, Worker


@dataclass(frozen=True, slots=True)
class Checked:
    """A video and whether it is the expected one."""

    video: Path
    same: bool


class VideoCheck(QObject):
    """One check at a time; a newer one drops the older. `stop` before closing."""

    checked = Signal(object)  # Checked
    failed = Signal(object)  # Failure

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None

    def start(self, video: Path, sha256: str) -> None:
        """Reads the whole video and compares its digest."""
        self.stop()
        self._worker = Worker(_check_of(video, sha256), self)
        self._worker.ended.connect(self._on_ended)
        self._worker.start()

    def stop(self) -> None:
        """Cancels and waits."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.blockSignals(True)
            worker.stop()
            worker.deleteLater()

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
        elif not outcome.cancelled:
            self.checked.emit(outcome.result)


def _check_of(video: Path, sha256: str) -> Callable[[Job, Callable[[Any], None]], Checked]:
    def work(job: Job, _partial: Callable[[Any], None]) -> Checked:
        load_pyav()
        from annotator.video.digest import sha256_of

        return Checked(video, sha256_of(video, job) == sha256)

    return work
