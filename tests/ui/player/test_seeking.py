"""The frame shown is the frame asked for, whatever was asked before it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from annotator.job import Job
from annotator.ui.player.fetch import FrameFetcher, cache_capacity
from annotator.ui.player.picture import FrameRequest, Picture, Tone
from annotator.video.reader import VideoReader
from tests import clips
from tests.ui.player.conftest import FRAMES, Rig, number_on


def true_number(picture: Picture) -> int | None:
    return clips.read_number(picture.pixels)


def test_opening_shows_the_first_frame(rig: Rig, phone_clip: Path) -> None:
    rig.open(phone_clip)
    assert (rig.position.frame, number_on(rig.canvas)) == (0, 0)
    assert rig.clock.times is not None
    assert rig.position.pts == int(rig.clock.times.pts[0])


@pytest.mark.parametrize("seed", range(4))
def test_a_storm_of_seeks_ends_on_the_very_frame(rig: Rig, phone_clip: Path, seed: int) -> None:
    rig.open(phone_clip)
    rng = np.random.default_rng(seed)
    for _ in range(4):
        frame = 0
        for _ in range(int(rng.integers(1, 60))):
            frame = int(rng.integers(0, FRAMES))
            rig.clock.seek_frame(frame)
            if rng.random() < 0.3:
                rig.qtbot.wait(int(rng.integers(0, 12)))
        rig.settle(frame)
        assert number_on(rig.canvas) == frame
        assert rig.clock.times is not None
        assert rig.position.seconds == rig.clock.times.seconds[frame]
    assert all(true_number(picture) == picture.number for picture in rig.painted)


def test_every_frame_is_its_own_when_stepping_both_ways(rig: Rig, phone_clip: Path) -> None:
    rig.open(phone_clip)
    for step, reached in ((1, range(1, 40)), (-1, range(38, -1, -1))):
        for frame in reached:
            rig.clock.step(step)
            rig.settle(frame)
            assert number_on(rig.canvas) == frame


def test_a_seek_by_time_shows_the_frame_on_screen_at_that_time(rig: Rig, phone_clip: Path) -> None:
    rig.open(phone_clip)
    assert rig.clock.times is not None
    for frame in (3, 50, 89):
        rig.clock.seek(float(rig.clock.times.seconds[frame]) + 0.001)
        rig.settle(frame)
        assert number_on(rig.canvas) == frame


def test_another_video_takes_over_at_once(rig: Rig, phone_clip: Path, even_clip: Path) -> None:
    rig.open(phone_clip)
    rig.clock.seek_frame(70)
    rig.open(even_clip)
    rig.settle(0)
    rig.clock.seek_frame(33)
    rig.settle(33)
    assert rig.position.pts == 33 * 3000
    assert rig.controller.info is not None
    assert rig.controller.info.path == even_clip


def test_a_broken_file_is_told_of_and_the_next_one_opens(rig: Rig, even_clip: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"not a video at all" * 100)
    with rig.qtbot.waitSignal(rig.widget.failed, timeout=10000) as told:
        rig.document.open_video(broken)
    assert "broken.mp4" in str(told.args[0])
    rig.open(even_clip)
    assert number_on(rig.canvas) == 0


@pytest.mark.parametrize("moment_ms", [0, 1, 3, 10, 40])
def test_closing_at_any_moment_is_clean(rig: Rig, phone_clip: Path, moment_ms: int) -> None:
    rig.document.open_video(phone_clip)
    if moment_ms:
        rig.qtbot.wait(moment_ms)
    for frame in (80, 5, 60):
        rig.clock.seek_frame(frame)
    rig.clock.request_play(True)
    rig.widget.controller.shutdown()
    rig.widget.controller.shutdown()


def test_closing_while_playing_is_clean(rig: Rig, phone_clip: Path) -> None:
    rig.open(phone_clip)
    rig.clock.request_play(True)
    rig.wait_painted(4)
    rig.widget.controller.shutdown()


def test_the_picture_is_no_larger_than_the_canvas_needs_and_grows_when_zoomed(
    qtbot: QtBot, rig: Rig, tmp_path: Path
) -> None:
    rig.open(clips.write(tmp_path / "large.mp4", clips.even(4), style=clips.Style(size=(640, 384))))
    side = rig.canvas.useful_side()
    assert side is not None
    assert side < 640
    qtbot.waitUntil(lambda: rig.canvas.picture is not None and rig.canvas.picture.pixels.shape[1] == side)
    assert number_on(rig.canvas) == 0
    rig.canvas.zoom_by(4.0)
    qtbot.waitUntil(lambda: rig.canvas.picture is not None and rig.canvas.picture.pixels.shape[1] == 640)


def test_brightening_changes_the_picture_and_not_the_frame(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    assert rig.canvas.picture is not None
    before = rig.canvas.picture.pixels.mean()
    rig.controller.set_tone(Tone(gamma=2.0))
    rig.qtbot.waitUntil(lambda: rig.canvas.picture is not None and rig.canvas.picture.tone.gamma == 2.0)
    assert rig.canvas.picture.pixels.mean() > before
    assert rig.position.frame == 0


def test_the_fetcher_decodes_in_order_of_need_and_keeps_to_its_capacity(phone_clip: Path) -> None:
    with VideoReader(phone_clip) as reader:
        fetcher = FrameFetcher(reader, capacity=12)
        near = (*range(83, 86), *range(81, 50, -1))
        fetcher.ask(FrameRequest(1, 82, (), near))
        first = fetcher.advance(Job())
        assert first is not None
        assert first.number == 82
        while fetcher.advance(Job()) is not None:
            assert len(fetcher) <= 12
        assert {n for n in range(FRAMES) if fetcher.cached(n) is not None} == {82, *near[:11]}
        for n in (82, *near[:11]):
            frame = fetcher.cached(n)
            assert frame is not None
            assert clips.read_number(frame.bgra()) == n


def test_two_seconds_of_1080p_fit_the_cache(even_clip: Path) -> None:
    from dataclasses import replace

    with VideoReader(even_clip) as reader:
        info = replace(reader.info, coded_width=1920, coded_height=1088, pix_fmt="yuv420p", bit_depth=8)
    assert cache_capacity(info) >= 2 * 30 + 20
