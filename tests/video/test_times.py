from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.video.times import FrameTimes

TIME_BASES = st.sampled_from([Fraction(1, 90000), Fraction(1, 1000), Fraction(1, 600), Fraction(1001, 30000)])


@st.composite
def frame_times(draw: st.DrawFn) -> FrameTimes:
    start = draw(st.integers(-(10**6), 10**9))
    steps = draw(st.lists(st.integers(1, 10**6), max_size=40))
    return FrameTimes(np.cumsum([start, *steps]), draw(TIME_BASES), draw(st.integers(0, 5000)))


@given(frame_times())
def test_each_frame_is_found_at_its_own_time(times: FrameTimes) -> None:
    assert times.seconds[0] == 0
    for n, seconds in enumerate(times.seconds):
        assert times.frame_at(float(seconds)) == n
        assert times.nearest(float(seconds)) == n
        assert float(times.exact(n)) == pytest.approx(float(seconds), rel=1e-12)


@given(frame_times(), st.floats(-10, 1e7))
def test_the_frame_shown_is_the_last_that_has_started(times: FrameTimes, seconds: float) -> None:
    n = times.frame_at(seconds)
    assert times.seconds[n] <= seconds or n == 0
    assert n == len(times) - 1 or times.seconds[n + 1] > seconds


@given(frame_times(), st.floats(-10, 1e7))
def test_no_frame_is_nearer_than_the_nearest(times: FrameTimes, seconds: float) -> None:
    distance = abs(float(times.seconds[times.nearest(seconds)]) - seconds)
    assert distance <= np.abs(times.seconds - seconds).min() + 1e-9


def test_duration_includes_the_last_frame() -> None:
    times = FrameTimes(np.array([100, 200, 300]), Fraction(1, 1000), 50)
    assert times.duration_s == pytest.approx(0.25)
    assert times.median_interval_s == pytest.approx(0.1)


@pytest.mark.parametrize("pts", [[], [3, 3], [5, 4]])
def test_times_that_do_not_increase_are_refused(pts: list[int]) -> None:
    with pytest.raises(ValueError, match="pts"):
        FrameTimes(np.array(pts, dtype=np.int64), Fraction(1, 1000))


@pytest.mark.parametrize("seconds", [float("nan"), float("inf")])
def test_what_is_not_a_time_is_refused(seconds: float) -> None:
    with pytest.raises(ValueError, match="not a time"):
        FrameTimes(np.array([0, 1]), Fraction(1, 1000)).frame_at(seconds)


def test_frames_outside_the_video_are_refused() -> None:
    times = FrameTimes(np.array([0, 1]), Fraction(1, 1000))
    for n in (-1, 2):
        with pytest.raises(IndexError):
            times.exact(n)


def test_arrays_are_read_only_and_apart_from_the_callers() -> None:
    pts = np.array([0, 10, 20])
    times = FrameTimes(pts, Fraction(1, 1000))
    pts[0] = 5
    assert times.pts[0] == 0
    with pytest.raises(ValueError, match="read-only"):
        times.pts[0] = 1


def test_rounding_to_milliseconds_is_still_constant() -> None:
    milliseconds = np.round(np.arange(300) * 1001 / 30).astype(np.int64)
    assert FrameTimes(milliseconds, Fraction(1, 1000)).timing == "constant"


def test_a_dropped_frame_makes_the_timing_variable() -> None:
    pts = np.delete(np.arange(300) * 3000, 150)
    assert FrameTimes(pts, Fraction(1, 90000)).timing == "variable"
