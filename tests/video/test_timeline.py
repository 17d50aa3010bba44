from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from annotator.video.timeline import (
    NO_TIME,
    continued,
    decode_clock,
    filled,
    increasing,
    reorder_depth,
    usual_step,
)

STEP = 3000
ticks = st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=60).map(lambda v: np.array(v, dtype=np.int64))
some_unknown = st.lists(st.one_of(st.integers(0, 10**9), st.just(NO_TIME)), min_size=1, max_size=60).map(
    lambda v: np.array(v, dtype=np.int64)
)


@given(ticks, st.integers(1, 100000))
def test_times_come_out_strictly_increasing_whatever_they_were(given_ticks: np.ndarray, step: int) -> None:
    out, refinement = increasing(given_ticks, step)
    assert len(out) == len(given_ticks)
    assert np.all(np.diff(out) > 0)
    assert out[0] == given_ticks[0] * refinement


@given(ticks)
def test_sound_times_are_not_touched(given_ticks: np.ndarray) -> None:
    sound = np.unique(given_ticks)
    out, refinement = increasing(sound, STEP)
    np.testing.assert_array_equal(out, sound)
    assert refinement == 1
    shift, restarts = continued(sound, STEP)
    assert not shift.any()
    assert restarts == []


def test_coarse_ticks_are_divided_rather_than_pushing_all_that_follows() -> None:
    out, refinement = increasing(np.array([0, 1, 1, 2, 3], dtype=np.int64), 1)
    assert refinement == 1000
    assert out.tolist() == [0, 1000, 1001, 2000, 3000]


@given(some_unknown, some_unknown, st.integers(1, 10000))
def test_every_packet_gets_a_time(pts: np.ndarray, dts: np.ndarray, step: int) -> None:
    size = min(len(pts), len(dts))
    pts, dts = pts[:size], dts[:size]
    out = filled(pts, dts, step)
    assert np.all(out != NO_TIME)
    known = pts != NO_TIME
    np.testing.assert_array_equal(out[known], pts[known])


def test_packets_without_times_follow_step_by_step() -> None:
    none = np.full(4, NO_TIME, dtype=np.int64)
    assert filled(none, none, 10).tolist() == [0, 10, 20, 30]
    assert filled(np.array([NO_TIME, 100, NO_TIME, NO_TIME]), none, 10).tolist() == [90, 100, 110, 120]


@given(st.integers(10, 200), st.integers(9, 200), st.integers(0, 10**9))
def test_a_restarted_clock_goes_on_without_a_jump(before: int, after: int, again_at: int) -> None:
    start = 10**10
    clock = np.concatenate([start + np.arange(before) * STEP, again_at + np.arange(after) * STEP])
    shift, restarts = continued(clock, STEP)
    assert restarts == [before]
    np.testing.assert_array_equal(np.diff(clock + shift), STEP)


@given(st.integers(2, 40), st.integers(10**6, 10**9))
def test_a_single_stray_time_is_no_restart(row: int, away: int) -> None:
    for stray in (away, -away):
        clock = np.arange(60, dtype=np.int64) * STEP
        clock[row] += stray
        shift, restarts = continued(clock, STEP)
        assert restarts == []
        others = np.arange(60) != row
        assert not shift[others].any()


def test_the_usual_step_is_the_median_one() -> None:
    assert usual_step(np.array([0, 10, 20, 30, 500, NO_TIME], dtype=np.int64), 7) == 10
    assert usual_step(np.array([5, 5], dtype=np.int64), 7) == 7
    assert usual_step(np.array([NO_TIME], dtype=np.int64), 0) == 1


def test_reordering_is_counted_in_packets() -> None:
    assert reorder_depth(np.array([0, 1, 2, 3])) == 0
    assert reorder_depth(np.array([0, 2, 1, 4, 3])) == 1
    assert reorder_depth(np.array([0, 4, 2, 1, 3, 8, 6, 5, 7])) == 2
    assert reorder_depth(np.array([], dtype=np.int64)) == 0


def test_the_decode_clock_is_the_dts_alone() -> None:
    pts = np.array([0, 560, 280, 140, 70], dtype=np.int64)
    dts = np.array([NO_TIME, NO_TIME, 0, NO_TIME, 70], dtype=np.int64)
    assert decode_clock(pts, dts).tolist() == [0, 0, 0, 0, 70]
    none = np.full(5, NO_TIME, dtype=np.int64)
    assert not decode_clock(pts, none).any()
    np.testing.assert_array_equal(decode_clock(np.sort(pts), none), np.sort(pts))
