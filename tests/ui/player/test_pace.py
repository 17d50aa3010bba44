"""Play time and cues: which frame is due when, in either direction, round loops, at any speed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.player.pace import JUMP_S, MOST_SHOWN_HZ, CueSheet, Pace, Span

STEPS = st.lists(st.floats(0.005, 0.2), min_size=1, max_size=60)


def sheet(
    steps: list[float], *, first: int = 0, last: int | None = None, frame: int = 0, **changed: object
) -> CueSheet:
    seconds = np.concatenate(([0.0], np.cumsum(steps)))
    span = Span(first, len(seconds) - 1 if last is None else last, bool(changed.pop("loop", False)))
    speed, direction = float(str(changed.pop("speed", 1.0))), int(str(changed.pop("direction", 1)))
    return CueSheet(seconds, float(seconds[-1] + 0.03), span, frame, speed, direction)


@given(STEPS, st.floats(0.0, 3.0))
def test_the_frame_due_is_the_one_whose_timestamp_has_come(steps: list[float], at_s: float) -> None:
    cues = sheet([max(step, 0.02) for step in steps])
    seconds = np.concatenate(([0.0], np.cumsum([max(step, 0.02) for step in steps])))
    due = cues.take_due(at_s)
    assert due[-1].frame == int(np.searchsorted(seconds, at_s + 1e-9, side="right")) - 1
    assert [cue.frame for cue in due] == list(range(len(due)))


@given(STEPS, st.sampled_from([1.0, 2.0, 4.0]), st.sampled_from([1, -1]))
def test_no_more_frames_than_a_screen_shows(steps: list[float], speed: float, direction: int) -> None:
    cues = sheet(steps, frame=0 if direction > 0 else len(steps), speed=speed, direction=direction)
    due = cues.take_due(1e9)
    gaps = np.diff([cue.due_s for cue in due])
    assert (gaps[:-1] >= speed / MOST_SHOWN_HZ - 1e-6).all()
    frames = [cue.frame for cue in due]
    assert frames == sorted(frames, reverse=direction < 0)
    assert frames[-1] == (len(steps) if direction > 0 else 0)
    assert cues.ends_s is not None
    assert cues.ends_s > due[-1].due_s


@given(st.integers(1, 5), st.integers(0, 6), st.sampled_from([1, -1]))
def test_a_loop_takes_its_own_length_each_time_round(first: int, length: int, direction: int) -> None:
    steps = [0.04] * 20
    last = first + length
    start = first if direction > 0 else last
    cues = sheet(steps, first=first, last=last, frame=start, loop=True, direction=direction)
    due = cues.take_due(3.0)
    begun = [cue.due_s for cue in due if cue.frame == start]
    assert np.allclose(np.diff(begun), (length + 1) * 0.04)
    assert {cue.frame for cue in due} == set(range(first, last + 1))
    assert cues.ends_s is None


def test_looking_ahead_takes_nothing() -> None:
    cues = sheet([0.04] * 5, frame=3)
    assert cues.ahead(10) == (3, 4, 5)
    assert cues.ahead(2) == (3, 4)
    assert [cue.frame for cue in cues.take_due(0.05)] == [3, 4]
    assert cues.next_due_s() == pytest.approx(0.08)


def test_play_time_runs_at_its_speed_and_stands_while_held() -> None:
    pace = Pace()
    pace.start(10.0, 2.0)
    assert pace.now(11.0) == 2.0
    pace.hold(11.0)
    assert pace.held
    assert pace.now(15.0) == 2.0
    pace.go_on(15.0)
    assert pace.now(16.0) == 4.0


def test_play_time_is_drawn_to_the_sound_gently_and_jumps_when_far() -> None:
    pace = Pace()
    pace.start(0.0, 1.0)
    pace.follow(1.0, 1.1)
    assert 1.0 < pace.now(1.0) < 1.05
    pace.follow(1.0, 1.0 + 2 * JUMP_S)
    assert pace.now(1.0) == pytest.approx(1.0 + 2 * JUMP_S)
