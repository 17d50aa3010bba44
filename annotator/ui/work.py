"""Work off the GUI thread: one thread, one piece of work, one result. What crosses is one frozen dataclass."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from annotator import wording
from annotator.errors import AnnotatorError, Cancelled
from annotator.job import Job

SHORTEST_BETWEEN_REPORTS_S = 0.1
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong, for a person: what it concerns, the cause, and what to do next."""

    subject: str
    cause: str
    remedy: str

    @classmethod
    def of(cls, error: AnnotatorError) -> Failure:
        """The failure that an error of the core tells, in the window's language."""
        return cls(wording.said(error.subject), wording.said(error.cause), wording.said(error.remedy))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job has come; `done` and `total` share one unit."""

    done: float
    total: float
    label: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a piece of work ended: with a result, with a failure, or cancelled (neither)."""

    result: Any = None
    failure: Failure | None = None
    cancelled: bool = False


class Worker(QThread):
    """Runs `work(job, partial)` on a thread of its own. `partial(value)` hands out a first result on the way.

    Connect its signals to methods of QObjects only. Whoever starts one calls `stop` before dropping it.
    """

    progressed = Signal(object)  # Progress
    partial = Signal(object)
    ended = Signal(object)  # Outcome

    def __init__(self, work: Callable[[Job, Callable[[Any], None]], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self.job = Job(self._on_report)
        self._last_report_s = 0.0
        self._last_label = ""

    def run(self) -> None:
        try:
            outcome = Outcome(result=self._work(self.job, self._on_partial))
        except Cancelled:
            outcome = Outcome(cancelled=True)
        except AnnotatorError as error:
            outcome = Outcome(failure=Failure.of(error))
        except MemoryError:
            outcome = Outcome(failure=_out_of_memory())
        except Exception as error:
            log.exception("work failed")
            outcome = Outcome(failure=unexpected(error))
        self.ended.emit(outcome)

    def stop(self) -> None:
        """Cancels the work and waits until the thread is gone."""
        self.job.cancel()
        self.wait()

    def _on_report(self, done: float, total: float, label: str) -> None:
        now = time.monotonic()
        if label == self._last_label and now - self._last_report_s < SHORTEST_BETWEEN_REPORTS_S and done < total:
            return
        self._last_report_s, self._last_label = now, label
        self.progressed.emit(Progress(done, total, wording.said(label)))

    def _on_partial(self, value: Any) -> None:
        self.partial.emit(value)


def unexpected(error: BaseException) -> Failure:
    """A failure nobody foresaw, told calmly; the details are in the log."""
    return Failure(
        QCoreApplication.translate("Failure", "Something went wrong inside the program"),
        type(error).__name__ + (f": {error}" if str(error) else ""),
        QCoreApplication.translate(
            "Failure", "Your work is kept. Try again; if it happens again, save and start the program anew"
        ),
    )


def _out_of_memory() -> Failure:
    return Failure(
        QCoreApplication.translate("Failure", "This computer"),
        QCoreApplication.translate("Failure", "ran out of memory"),
        QCoreApplication.translate("Failure", "Close other programs and try again"),
    )
