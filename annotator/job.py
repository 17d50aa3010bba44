"""Progress and cancelling, shared by the command line and the window.

A long piece of work takes a `Job`, calls `report` as it goes and `raise_if_cancelled` often.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from annotator.errors import Cancelled

ProgressListener = Callable[[float, float, str], None]


class Job:
    """One piece of work that can be watched and cancelled, from any thread.

    `listener(done, total, label)` is called on the working thread; `done` and `total` share one unit (mostly seconds of
    video), and `label` is a short phrase for a person ("Reading the picture").
    """

    def __init__(self, listener: ProgressListener | None = None) -> None:
        self._listener = listener
        self._cancelled = threading.Event()

    def report(self, done: float, total: float, label: str) -> None:
        """Tells the listener how far the work has come."""
        if self._listener is not None:
            self._listener(done, total, label)

    def cancel(self) -> None:
        """Asks the work to stop at its next check."""
        self._cancelled.set()

    def part(self, start: float, stop: float) -> Job:
        """A job for one stage of this one: its whole progress is this one's from share `start` to `stop` (0 to 1), and it
        is cancelled with this one."""

        def forward(done: float, total: float, label: str) -> None:
            share = min(max(done / total, 0.0), 1.0) if total > 0 else 0.0
            self.report(start + (stop - start) * share, 1.0, label)

        stage = Job(forward)
        stage._cancelled = self._cancelled
        return stage

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._cancelled.is_set()

    def raise_if_cancelled(self) -> None:
        """Raises `Cancelled` once `cancel` was called."""
        if self._cancelled.is_set():
            raise Cancelled
