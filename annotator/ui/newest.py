"""Work of which only the newest request counts: a video to look at, settings to try, a file to read and compare."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from annotator.job import Job
from annotator.ui.work import Outcome, Worker

Work = Callable[[Job, Callable[[Any], None]], Any]


class Newest(QObject):
    """Runs one piece of work at a time on a thread of its own. A newer one cancels the older and begins when that has
    ended; of those that come meanwhile only the newest is kept. What became of an overtaken one is told to nobody.

    `stop` before closing.
    """

    partial = Signal(object)  # a first result
    done = Signal(object)  # the result
    failed = Signal(object)  # Failure
    finished = Signal()  # nothing runs any more; after `done` or `failed`, if either follows

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None
        self._next: Work | None = None

    @property
    def running(self) -> bool:
        """Whether work is under way."""
        return self._worker is not None

    def run(self, work: Work) -> None:
        """Does this instead of whatever was asked before. Nobody waits: `done` or `failed` follows."""
        if self._worker is not None:
            self._next = work
            self._worker.job.cancel()
        else:
            self._begin(work)

    def cancel(self) -> None:
        """Asks the work to end; nobody waits for it, and only `finished` follows."""
        self._next = None
        if self._worker is not None:
            self._worker.job.cancel()

    def stop(self) -> None:
        """Forgets what was asked, cancels and waits. Nothing is told afterwards."""
        self._next = None
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.blockSignals(True)
            worker.stop()
            worker.deleteLater()

    def _begin(self, work: Work) -> None:
        self._worker = Worker(work, self)
        self._worker.partial.connect(self._on_partial)
        self._worker.ended.connect(self._on_ended)
        self._worker.start()

    @Slot(object)
    def _on_partial(self, value: object) -> None:
        worker = self._worker
        if worker is not None and self.sender() is worker and not worker.job.cancelled:
            self.partial.emit(value)

    @Slot(object)
    def _on_ended(self, outcome: Outcome) -> None:
        worker = self._worker
        if worker is None or self.sender() is not worker:  # stopped while this was on its way
            return
        self._worker = None
        overtaken = worker.job.cancelled
        worker.wait()
        worker.deleteLater()
        newer, self._next = self._next, None
        if newer is not None:
            self._begin(newer)
            return
        if outcome.failure is not None and not overtaken:
            self.failed.emit(outcome.failure)
        elif not outcome.cancelled and not overtaken:
            self.done.emit(outcome.result)
        if self._worker is None:  # else whoever was told has asked for more
            self.finished.emit()
