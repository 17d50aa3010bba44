from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.timeline.ticks import clock_seconds, tick_text, ticks_for, time_text
from annotator.ui.timeline.viewport import Viewport


@given(st.floats(1.0, 90_000.0), st.floats(0.0, 1.0), st.floats(0.00002, 1.0), st.floats(40.0, 160.0))
def test_labels_have_room_and_lie_within_the_view(duration: float, start: float, span: float, closest: float) -> None:
    whole = Viewport.whole(duration, 100, 1200)
    view = whole.showing(start * duration, span * duration)
    ticks = ticks_for(view, closest)
    assert ticks.step_s * view.px_per_s >= closest
    assert all(view.start_s - 1e-6 <= t <= view.end_s + 1e-6 for t in ticks.minor)
    assert all(any(abs(t - m) < 1e-9 * max(t, 1) for m in ticks.minor) for t in ticks.major)
    assert len(ticks.minor) <= 1200


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0, "0:00:00.000"),
        (59.9996, "0:00:59.999"),
        (3661.0334, "1:01:01.033"),
        (28_800.0, "8:00:00.000"),
        (-0.0001, "0:00:00.000"),
        (-1.5, "\N{MINUS SIGN}0:00:01.500"),
    ],
)
def test_times_are_cut_and_never_rounded_up(seconds: float, text: str) -> None:
    assert time_text(seconds) == text


def test_a_tick_has_the_decimals_its_step_needs() -> None:
    assert tick_text(90.0, 30) == "0:01:30"
    assert tick_text(90.25, 0.05) == "0:01:30.250"


def test_the_time_of_day_goes_on_after_midnight() -> None:
    start = clock_seconds("23:59:30")
    assert start is not None
    assert tick_text(0.0, 30, start) == "23:59:30"
    assert tick_text(30.0, 30, start) == "00:00:00"
    assert tick_text(3630.0, 3600, start) == "01:00"


@pytest.mark.parametrize("text", ["", "22", "25:00", "12:60", "ab:cd", "12:00:61", "-1:30", "1:2:3:4"])
def test_what_is_no_time_of_day_is_none(text: str) -> None:
    assert clock_seconds(text) is None
