"""The progress bar: what it draws, and that it draws nothing where nobody sees it."""

from __future__ import annotations

import time

import pytest

from annotator.progress import Bar


def test_the_bar_shows_share_count_and_time_left(capsys: pytest.CaptureFixture[str]) -> None:
    bar = Bar([1, 3], shown=True)
    for task, share, label in (
        (0, 0.5, "Reading the picture"),
        (0, 0.1, "A second look"),
        (0, 1.0, ""),
        (1, 1 / 3, "Reading"),
    ):
        time.sleep(0.11)  # it draws ten times a second at most
        bar.move(task, share, label)
        if share == 1.0:
            bar.end(task)
    drawn = capsys.readouterr().err.split("\r")
    bar.close()
    assert [line.split(" %")[0].split()[-1] for line in drawn if " %" in line][-4:] == ["12", "12", "25", "50"]
    assert any("1 of 2 Reading the picture" in line for line in drawn)
    assert drawn[-1].startswith("2 of 2 Reading")
    assert "left" in drawn[-1]


def test_no_terminal_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    bar = Bar([1, 1])
    bar.move(0, 0.5, "Reading")
    bar.aside()
    bar.end(0)
    bar.close()
    Bar([], shown=True).close()
    assert capsys.readouterr() == ("", "")
