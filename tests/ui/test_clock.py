from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest

from annotator.ui.clock import PlaybackClock, Position
from annotator.video.times import FrameTimes

Collect = Callable[[object], list[object]]


@pytest.fixture
def uneven() -> PlaybackClock:
    """Five frames at 0, 0.1, 0.25, 0.3 and 0.9 s."""
    clock = PlaybackClock()
    clock.set_times(FrameTimes(np.array([0, 100, 250, 300, 900], dtype=np.int64), Fraction(1, 1000)))
    return clock


def test_a_seek_asks_for_the_frame_that_is_shown_then(uneven: PlaybackClock, signals_of: Collect) -> None:
    seen = signals_of(uneven.seek_requested)
    for seconds in (0.26, 0.89, 99.0, -1.0):
        uneven.seek(seconds)
    assert seen == pytest.approx([0.25, 0.3, 0.9, 0.0])


def test_steps_count_from_the_newest_request_not_from_the_painted_frame(
    uneven: PlaybackClock, signals_of: Collect
) -> None:
    seen = signals_of(uneven.seek_requested)
    uneven.step(1)
    uneven.step(1)
    uneven.step(-1)
    uneven.step(10)
    assert seen == pytest.approx([0.1, 0.25, 0.1, 0.9])


def test_an_edge_snaps_to_the_nearest_frame(uneven: PlaybackClock) -> None:
    assert uneven.snap(0.28) == pytest.approx(0.3)
    assert uneven.snap(0.19) == pytest.approx(0.25)


def test_a_loop_is_ordered_snapped_and_never_empty(uneven: PlaybackClock, signals_of: Collect) -> None:
    seen = signals_of(uneven.loop_changed)
    uneven.set_loop((0.29, 0.02))
    assert uneven.loop == pytest.approx((0.0, 0.3))
    uneven.set_loop((0.29, 0.31))
    assert uneven.loop is None
    assert len(seen) == 2


def test_another_video_starts_anew(uneven: PlaybackClock) -> None:
    uneven.show(Position(0.3, 3, 300))
    uneven.set_rate(2.0)
    uneven.set_times(None, 12.5)
    assert uneven.position == Position(0.0, 0, None)
    assert uneven.rate == 1.0
    assert uneven.duration_s == 12.5
    uneven.seek(7.3)
    assert uneven.target_s == 7.3


def test_the_rate_stays_within_what_can_be_played(uneven: PlaybackClock) -> None:
    uneven.set_rate(100.0)
    assert uneven.rate == 4.0
    uneven.set_rate(0.0)
    assert uneven.rate == 0.1


def test_a_seek_before_the_times_are_known_is_kept(signals_of: Collect) -> None:
    clock = PlaybackClock()
    clock.set_times(None, 1.0)
    clock.seek(0.27)
    seen = signals_of(clock.seek_requested)
    clock.set_times(FrameTimes(np.array([0, 100, 250, 300, 900], dtype=np.int64), Fraction(1, 1000)))
    assert seen == pytest.approx([0.25])
