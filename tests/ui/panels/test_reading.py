from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.panels.reading import read_clock, read_date, read_months


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("22:15", "22:15"), ("22.15", "22:15"), ("2215", "22:15"), (" 7:05 ", "07:05"), ("9:05 pm", "21:05"),
        ("12:30 AM", "00:30"), ("22 Uhr", "22:00"), ("22:15 Uhr", "22:15"), ("7", "07:00"), ("", ""), ("22:1", None),
        ("25:00", None), ("12:61", None), ("13 pm", None), ("late", None),
    ],
)  # fmt: skip
def test_times_of_day(text: str, clock: str | None) -> None:
    assert read_clock(text) == clock


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026-11-21", "2026-11-21"), ("2026/1/2", "2026-01-02"), ("21.11.2026", "2026-11-21"), ("1. 2. 26", "2026-02-01"),
        ("", ""), ("2026-02-30", None), ("21/11/2026", None), ("yesterday", None),
    ],
)  # fmt: skip
def test_dates(text: str, date: str | None) -> None:
    assert read_date(text) == date


@pytest.mark.parametrize(
    ("text", "months"),
    [("4", (True, 4.0)), ("4,5", (True, 4.5)), ("", (True, None)), ("four", (False, None)), ("-1", (False, None)),
     ("900", (False, None)), ("nan", (False, None))],
)  # fmt: skip
def test_ages(text: str, months: tuple[bool, float | None]) -> None:
    assert read_months(text) == months


@given(st.datetimes())
def test_what_is_written_is_read_back(moment: object) -> None:
    day, clock = moment.strftime("%Y-%m-%d").zfill(10), moment.strftime("%H:%M")  # type: ignore[attr-defined]
    assert read_date(day) == day
    assert read_clock(clock) == clock


@given(st.text())
def test_anything_can_be_typed(text: str) -> None:
    for read in (read_clock, read_date, read_months):
        read(text)
