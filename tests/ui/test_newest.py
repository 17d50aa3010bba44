"""Work of which only the newest request counts."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from annotator.errors import SessionError
from annotator.job import Job
from annotator.phrase import phrase
from annotator.ui.newest import Newest, Work


class Told:
    """What a `Newest` told, in its order."""

    def __init__(self, newest: Newest) -> None:
        self.all: list[Any] = []
        newest.partial.connect(lambda value: self.all.append(("partial", value)))
        newest.done.connect(lambda value: self.all.append(("done", value)))
        newest.failed.connect(lambda failure: self.all.append(("failed", failure.cause)))
        newest.finished.connect(lambda: self.all.append("finished"))


@pytest.fixture
def newest() -> Newest:
    return Newest()


@pytest.fixture
def told(newest: Newest) -> Told:
    return Told(newest)


def giving(value: object) -> Work:
    def work(_job: Job, partial: Callable[[Any], None]) -> object:
        partial(f"first {value}")
        return value

    return work


def failing(cause: str, after: threading.Event | None = None) -> Work:
    def work(_job: Job, _partial: Callable[[Any], None]) -> object:
        if after is not None:
            after.wait(20)
        raise SessionError("a.json", phrase("Wording", cause), phrase("Wording", "Try another"))

    return work


def until(event: threading.Event, value: object) -> Work:
    """Work that does not look whether it was cancelled."""

    def work(_job: Job, partial: Callable[[Any], None]) -> object:
        event.wait(20)
        partial(f"first {value}")
        return value

    return work


def until_cancelled(began: threading.Event) -> Work:
    def work(job: Job, _partial: Callable[[Any], None]) -> object:
        began.set()
        while True:
            job.raise_if_cancelled()

    return work


def settle(qtbot: QtBot, newest: Newest) -> None:
    qtbot.waitUntil(lambda: not newest.running, timeout=20_000)


def test_a_result_is_told_then_that_nothing_runs(qtbot: QtBot, newest: Newest, told: Told) -> None:
    newest.run(giving(7))
    assert newest.running
    settle(qtbot, newest)
    assert told.all == [("partial", "first 7"), ("done", 7), "finished"]


def test_a_failure_is_told(qtbot: QtBot, newest: Newest, told: Told) -> None:
    newest.run(failing("it is damaged"))
    settle(qtbot, newest)
    assert told.all == [("failed", "it is damaged"), "finished"]


def test_the_newest_wins_even_over_work_that_cannot_be_cancelled(qtbot: QtBot, newest: Newest, told: Told) -> None:
    go_on = threading.Event()
    newest.run(until(go_on, "old"))
    newest.run(giving("between"))
    newest.run(giving("new"))
    go_on.set()
    settle(qtbot, newest)
    assert told.all == [("partial", "first new"), ("done", "new"), "finished"]


def test_older_work_is_cancelled_and_nobody_waits_for_it(qtbot: QtBot, newest: Newest, told: Told) -> None:
    began = threading.Event()
    newest.run(until_cancelled(began))
    assert began.wait(20)
    newest.run(giving("new"))
    settle(qtbot, newest)
    assert told.all == [("partial", "first new"), ("done", "new"), "finished"]


def test_the_failure_of_an_overtaken_request_is_not_shown(qtbot: QtBot, newest: Newest, told: Told) -> None:
    go_on = threading.Event()
    newest.run(failing("nobody asks any more", go_on))
    newest.run(giving("new"))
    go_on.set()
    settle(qtbot, newest)
    assert told.all == [("partial", "first new"), ("done", "new"), "finished"]


def test_cancelling_tells_only_that_nothing_runs(qtbot: QtBot, newest: Newest, told: Told) -> None:
    go_on = threading.Event()
    newest.run(failing("cancelled", go_on))
    newest.run(giving("never begun"))
    newest.cancel()
    go_on.set()
    settle(qtbot, newest)
    assert told.all == ["finished"]
    newest.run(giving("again"))
    settle(qtbot, newest)
    assert told.all[-2:] == [("done", "again"), "finished"]


def test_stopping_waits_and_tells_nothing(qtbot: QtBot, newest: Newest, told: Told) -> None:
    began = threading.Event()
    ended = threading.Event()

    def work(job: Job, partial: Callable[[Any], None]) -> object:
        try:
            return until_cancelled(began)(job, partial)
        finally:
            ended.set()

    newest.run(work)
    newest.run(giving("never begun"))
    assert began.wait(20)
    newest.stop()
    assert ended.is_set()
    assert not newest.running
    qtbot.wait(30)
    assert told.all == []


def test_what_was_on_its_way_when_stopped_is_not_told_later(qtbot: QtBot, newest: Newest, told: Told) -> None:
    for value in range(20):
        newest.run(giving(value))
        newest.stop()
    newest.run(giving("last"))
    settle(qtbot, newest)
    assert told.all == [("partial", "first last"), ("done", "last"), "finished"]


def test_whoever_is_told_may_ask_for_more(qtbot: QtBot, newest: Newest, told: Told) -> None:
    newest.done.connect(lambda value: newest.run(giving(value + 1)) if value < 3 else None)
    newest.run(giving(1))
    qtbot.waitUntil(lambda: "finished" in told.all, timeout=20_000)
    assert [said for said in told.all if said[0] == "done"] == [("done", 1), ("done", 2), ("done", 3)]
    assert told.all.count("finished") == 1
