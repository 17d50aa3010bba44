"""Works on several files, each in a process of its own, a few at a time.

A process a file keeps a crash in a decoder to the video that caused it and gives all memory back. Processes are spawned:
a forked child that uses its parent's pose model hangs. One that loses its parent stops by itself.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Final, Protocol

from annotator.errors import AnnotatorError, Cancelled, one_line
from annotator.job import Job
from annotator.phrase import phrase

DEBUG: Final = "ANNOTATOR_DEBUG"
_PROGRESS_EVERY_S: Final = 0.1
_STOPPING_S: Final = 20.0
_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


class Task(Protocol):
    """One piece of work; pickled on its way to its process."""

    @property
    def subject(self) -> Path:
        """The file that it is about."""
        ...

    def run(self, job: Job) -> Path:
        """Does the work and returns what was written. Raises AnnotatorError and Cancelled."""
        ...


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one task has come: a share from 0 to 1 and what it is doing."""

    task: int
    share: float
    label: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one task ended: with what it wrote, with a failure in one line, or with neither, stopped."""

    task: int
    result: Path | None = None
    failure: str | None = None


@dataclass(slots=True)
class _Running:
    process: SpawnProcess
    results: Connection
    orders: Connection
    outcome: Outcome | None = None


class Batch:
    """Runs tasks, at most `jobs` at once. `stop` (from a signal handler, too) ends them early."""

    def __init__(self, tasks: Sequence[Task], jobs: int) -> None:
        self._tasks = tasks
        self._jobs = jobs
        self._stops = 0
        self._deadline_s = 0.0

    def stop(self) -> None:
        """Asks the running tasks to clean up and end; the second time it ends them where they stand."""
        self._stops += 1
        self._deadline_s = time.monotonic() + (_STOPPING_S if self._stops == 1 else 0.0)

    @property
    def stopped(self) -> bool:
        """Whether `stop` was called."""
        return self._stops > 0

    def run(self, tell: Callable[[Progress | Outcome], None]) -> None:
        """Runs them all. `tell` hears progress as it comes and one outcome a task that was started."""
        context = multiprocessing.get_context("spawn")
        waiting = list(range(len(self._tasks)))
        running: dict[int, _Running] = {}
        try:
            while running or (waiting and not self.stopped):
                while waiting and len(running) < self._jobs and not self.stopped:
                    number = waiting.pop(0)
                    running[number] = _start(context, number, self._tasks[number])
                self._hurry(running)
                wait([r.results for r in running.values()] + [r.process.sentinel for r in running.values()], 0.2)
                for number in list(running):
                    if self._hear(number, running[number], tell):
                        del running[number]
        finally:
            for task in running.values():
                task.process.kill()
                task.process.join()

    def _hurry(self, running: dict[int, _Running]) -> None:
        if not self.stopped:
            return
        for task in running.values():
            task.orders.close()
            if time.monotonic() > self._deadline_s:
                task.process.kill()

    def _hear(self, number: int, task: _Running, tell: Callable[[Progress | Outcome], None]) -> bool:
        """Passes on what a task has said; True when it has ended."""
        ended = not task.process.is_alive()
        with suppress(EOFError, OSError):
            while task.results.poll():
                message = task.results.recv()
                if isinstance(message, Outcome):
                    task.outcome = message
                elif task.outcome is None:
                    tell(message)
        if not ended:
            return False
        task.process.join()
        task.results.close()
        task.orders.close()
        outcome = task.outcome or Outcome(number)
        if outcome == Outcome(number) and not self.stopped:
            outcome = Outcome(number, failure=str(_crash(self._tasks[number].subject, task.process.exitcode)))
        tell(outcome)
        task.process.close()
        return True


def _start(context: multiprocessing.context.SpawnContext, number: int, task: Task) -> _Running:
    results, results_end = context.Pipe(duplex=False)
    orders_end, orders = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(number, task, results_end, orders_end), daemon=True)
    with _signals_held():
        process.start()
    results_end.close()
    orders_end.close()
    return _Running(process, results, orders)


def _crash(subject: Path, status: int | None) -> AnnotatorError:
    how = f"signal {-status}" if status is not None and status < 0 else f"status {status}"
    cause = phrase(
        "Wording", "the work on it broke off ({how}); the file may be damaged, or the memory did not suffice"
    ).filled(how=how)
    return AnnotatorError(subject, cause, phrase("Wording", "Try again, or convert the video to MP4 first"))


@contextmanager
def _signals_held() -> Iterator[None]:
    """Holds signals back from a child until it can answer them: it inherits the mask. Windows has none."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # started later, it would lift the mask
    signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)


def _answer_signals(job: Job) -> None:
    """Ctrl-C reaches every process of the terminal, but here only the parent's order counts; a polite kill is one too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: job.cancel())
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)


def _work(number: int, task: Task, results: Connection, orders: Connection) -> None:
    """The child's whole life."""
    if not os.environ.get(DEBUG):
        _hush()
    told_s = -1.0

    def listen(done: float, total: float, label: str) -> None:
        nonlocal told_s
        if time.monotonic() - told_s >= _PROGRESS_EVERY_S:
            told_s = time.monotonic()
            with suppress(OSError):
                results.send(Progress(number, min(max(done / total, 0.0), 1.0) if total > 0 else 0.0, label))

    job = Job(listen)
    _answer_signals(job)
    threading.Thread(target=_obey, args=(orders, job), daemon=True).start()
    outcome = _outcome(number, task, job)
    with suppress(OSError):
        results.send(outcome)


def _outcome(number: int, task: Task, job: Job) -> Outcome:
    try:
        return Outcome(number, result=task.run(job))
    except Cancelled:
        return Outcome(number)
    except AnnotatorError as error:
        return Outcome(number, failure=str(error))
    except MemoryError:
        full = AnnotatorError(
            task.subject,
            phrase("Wording", "the memory did not suffice"),
            phrase("Wording", "Close other programs and try again"),
        )
        return Outcome(number, failure=str(full))
    except Exception as error:  # noqa: BLE001 - one file must not stop the others, whatever went wrong
        if os.environ.get(DEBUG):
            traceback.print_exc()
        name = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        cause = phrase("Wording", "something unforeseen went wrong ({details})").filled(details=one_line(name)[:200])
        return Outcome(
            number,
            failure=str(
                AnnotatorError(
                    task.subject, cause, phrase("Wording", "Set {variable}=1 to see more").filled(variable=DEBUG)
                )
            ),
        )


def _obey(orders: Connection, job: Job) -> None:
    """The parent closes the pipe to stop the work; its death closes it too."""
    with suppress(EOFError, OSError):
        orders.recv()
    job.cancel()


def _hush() -> None:
    """Sends what native libraries print to nowhere: a failure is told in one line by the parent."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream, handle in ((sys.stdout, 1), (sys.stderr, 2)):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
        with suppress(OSError):
            os.dup2(nowhere, handle)
    os.close(nowhere)
