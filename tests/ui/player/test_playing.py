"""Playing follows the video's own clock: order, times, loops, speeds, both directions."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests import clips
from tests.ui.player.conftest import FRAMES, Rig


def play_to_the_end(rig: Rig) -> float:
    begun = time.monotonic()
    rig.clock.request_play(True)
    assert rig.clock.playing
    rig.qtbot.waitUntil(lambda: not rig.clock.playing, timeout=30000)
    return time.monotonic() - begun


def test_playing_shows_frames_in_order_and_ends_on_the_last(rig: Rig, phone_clip: Path) -> None:
    rig.open(phone_clip)
    assert rig.clock.times is not None
    rig.clock.seek_frame(60)
    rig.settle(60)
    rig.painted.clear()
    took_s = play_to_the_end(rig)
    rig.settle(FRAMES - 1)
    numbers = [picture.number for picture in rig.painted]
    assert numbers == sorted(numbers)
    assert all(clips.read_number(picture.pixels) == picture.number for picture in rig.painted)
    count = rig.controller.count
    assert count.shown + count.dropped == FRAMES - 60
    left_s = rig.clock.times.duration_s - rig.clock.times.seconds[60]
    assert took_s >= left_s - 0.1 - count.held_s
    assert len(set(numbers)) >= count.shown - 1


def test_each_frame_comes_when_its_timestamp_says(rig: Rig, phone_clip: Path) -> None:
    """Half the clip runs at fifteen frames a second, half at thirty: an index over a mean rate would be far off."""
    rig.open(phone_clip)
    times = rig.clock.times
    assert times is not None
    rig.clock.seek_frame(35)
    rig.settle(35)
    came: list[tuple[float, float]] = []
    rig.canvas.painted.connect(lambda picture: came.append((time.monotonic(), picture.seconds)))
    rig.clock.request_play(True)
    rig.qtbot.waitUntil(lambda: rig.position.frame >= 70, timeout=30000)
    rig.clock.request_play(False)
    held_s = rig.controller.count.held_s
    late = [at - came[1][0] - (seconds - came[1][1]) for at, seconds in came[1:-1]]
    assert min(late) > -0.06
    assert sorted(late)[len(late) // 2] < 0.1 + held_s


@pytest.mark.parametrize(("rate", "slowest"), [(4.0, 1.0), (0.5, 3.0)])
def test_speed(rig: Rig, even_clip: Path, rate: float, slowest: float) -> None:
    rig.open(even_clip)
    rig.clock.set_rate(rate)
    rig.clock.seek_frame(60)
    rig.settle(60)
    took_s = play_to_the_end(rig)
    assert took_s - rig.controller.count.held_s >= 1.0 / rate - 0.1
    assert took_s - rig.controller.count.held_s <= 1.0 / rate + slowest
    rig.settle(FRAMES - 1)


def test_a_loop_goes_round_and_stays_within(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    rig.clock.seek_frame(30)
    rig.settle(30)
    rig.clock.set_loop((1.0, 1.3))
    rig.painted.clear()
    rig.clock.request_play(True)
    rig.qtbot.waitUntil(
        lambda: sum(a.number > b.number for a, b in zip(rig.painted, rig.painted[1:], strict=False)) >= 3, timeout=30000
    )
    assert rig.clock.playing
    rig.clock.set_loop(None)
    rig.qtbot.waitUntil(lambda: rig.position.frame > 45, timeout=20000)
    rig.clock.request_play(False)
    numbers = [picture.number for picture in rig.painted]
    left_at = next(k for k, number in enumerate(numbers) if number > 39)
    assert set(numbers[:left_at]) <= set(range(30, 40))


def test_a_loop_set_elsewhere_is_gone_to(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    rig.clock.set_loop((2.0, 2.2))
    rig.clock.request_play(True)
    rig.qtbot.waitUntil(lambda: 60 <= rig.position.frame <= 66, timeout=20000)
    rig.clock.request_play(False)


def test_backward(rig: Rig, phone_clip: Path) -> None:
    rig.open(phone_clip)
    rig.clock.seek_frame(40)
    rig.settle(40)
    rig.painted.clear()
    rig.controller.set_direction(-1)
    rig.clock.set_rate(4.0)
    play_to_the_end(rig)
    rig.settle(0)
    numbers = [picture.number for picture in rig.painted]
    assert numbers == sorted(numbers, reverse=True)
    assert len(set(numbers)) > 5


def test_seeking_while_playing_plays_on_from_there(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    rig.clock.request_play(True)
    rig.wait_painted(3)
    rig.clock.seek_frame(70)
    rig.qtbot.waitUntil(lambda: rig.position.frame >= 72, timeout=20000)
    assert rig.clock.playing
    rig.clock.seek_frame(10)
    rig.qtbot.waitUntil(lambda: 10 <= rig.position.frame < 60, timeout=20000)
    rig.clock.request_play(False)
    assert not rig.clock.playing


def test_playing_from_the_end_begins_anew(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    rig.clock.seek_frame(FRAMES - 1)
    rig.settle(FRAMES - 1)
    rig.clock.request_play(True)
    rig.qtbot.waitUntil(lambda: 0 < rig.position.frame < 40, timeout=20000)
    rig.clock.request_play(False)


def test_pausing_stays_on_the_frame_that_is_shown(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    rig.clock.request_play(True)
    rig.wait_painted(8)
    rig.clock.request_play(False)
    rig.qtbot.wait(50)
    shown = rig.position.frame
    rig.settle(shown)
    rig.qtbot.wait(150)
    assert rig.position.frame == shown == rig.painted[-1].number
    rig.clock.step(1)
    rig.settle(shown + 1)


def test_one_frame_is_a_video_too(rig: Rig, tmp_path: Path) -> None:
    rig.open(clips.write(tmp_path / "one.mp4", [0]))
    play_to_the_end(rig)
    assert rig.position.frame == 0


def test_pausing_before_the_first_frame_came_keeps_where_it_was_to_begin(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    rig.clock.seek_frame(40)
    rig.clock.request_play(True)
    rig.clock.request_play(False)
    rig.settle(40)
    assert rig.position.frame == 40
