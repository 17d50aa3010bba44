from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from annotator.video.info import Gap, VideoInfo
from annotator.video.limits import Limit, filming_limits, sample_brightness
from annotator.video.probe import probe
from annotator.video.reader import VideoReader
from annotator.video.times import FrameTimes
from tests import clips

SMALL = clips.Style(size=(64, 64), options={"g": "10"})


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> VideoInfo:
    """A recording that nothing limits: a real file's, but longer and larger."""
    path = clips.write(tmp_path_factory.mktemp("good") / "clip.mp4", clips.even(5), style=SMALL, tone=clips.Tone())
    return replace(probe(path), times=lasting(11, 30), width=640, height=360)


def lasting(seconds: float, rate: Fraction | int) -> FrameTimes:
    step = round(90000 / rate)
    return FrameTimes(np.arange(round(seconds * rate)) * step, clips.TICKS, step)


def codes_of(info: VideoInfo, brightness: Sequence[float] = (120.0,)) -> list[str]:
    return [limit.code for limit in filming_limits(info, brightness)]


def test_a_good_recording_has_no_limits(good: VideoInfo) -> None:
    assert codes_of(good) == []


@pytest.mark.parametrize(
    ("rate", "codes"),
    [
        (60, []),
        (25, []),
        (24, []),
        (Fraction(24000, 1001), []),
        (20, ["rate_low"]),
        (15, ["rate_low"]),
        (10, ["rate_too_low"]),
    ],
)
def test_the_frame_rate(good: VideoInfo, rate: Fraction | int, codes: list[str]) -> None:
    assert codes_of(replace(good, times=lasting(11, rate))) == codes


@pytest.mark.parametrize(("size", "codes"), [((320, 240), ["small"]), ((8, 8), ["too_small"]), ((360, 640), [])])
def test_the_size(good: VideoInfo, size: tuple[int, int], codes: list[str]) -> None:
    assert codes_of(replace(good, width=size[0], height=size[1])) == codes


def test_the_length(good: VideoInfo) -> None:
    assert codes_of(replace(good, times=lasting(9, 30))) == ["short"]


def test_hdr_and_silence_are_told(good: VideoInfo) -> None:
    assert codes_of(replace(good, hdr=True, audio=None)) == ["hdr", "no_sound"]


def test_darkness_is_not_judged_unseen(good: VideoInfo) -> None:
    assert codes_of(good, brightness=()) == []


@pytest.mark.parametrize(("luma", "codes"), [(16, ["too_dark"]), (30, ["dark"]), (60, [])])
def test_the_light(tmp_path: Path, good: VideoInfo, luma: int, codes: list[str]) -> None:
    path = clips.write(tmp_path / "clip.mp4", clips.even(30), style=SMALL, paint=clips.flat(luma))
    with VideoReader(path) as reader:
        brightness = sample_brightness(reader)
        assert brightness == pytest.approx([luma] * len(brightness), abs=2)
        assert codes_of(good, brightness) == codes


def test_the_light_is_looked_at_all_along(tmp_path: Path) -> None:
    """Lit at first, dark for the rest of the night."""
    path = clips.write(
        tmp_path / "night.mp4",
        clips.even(100),
        style=SMALL,
        paint=lambda n, width, height: clips.flat(150 if n < 20 else 18)(n, width, height),
    )
    with VideoReader(path) as reader:
        brightness = sample_brightness(reader)
        assert len(brightness) >= 8
        assert sorted(brightness)[len(brightness) // 2] < 22


def test_uneven_timing_tells_the_extremes(tmp_path: Path) -> None:
    path = clips.write(tmp_path / "uneven.mp4", [0, 3000, 9000, 12000])
    found = filming_limits(probe(path))
    (timing,) = (limit for limit in found if limit.code == "variable_timing")
    assert timing.numbers == pytest.approx({"shortest_interval_s": 3000 / 90000, "longest_interval_s": 6000 / 90000})


def test_holes_are_added_up_by_cause(good: VideoInfo) -> None:
    gaps = (Gap(1, 2, "missing"), Gap(3, 3.5, "corrupt"), Gap(5, 7, "missing"), Gap(11, 60, "cut_short"))
    expected = (
        Limit("picture_missing", {"spans": 2, "seconds": 3}),
        Limit("picture_damaged", {"spans": 1, "seconds": 0.5}),
        Limit("cut_short", {"seconds": 49}),
    )
    assert filming_limits(good, (99.0,), gaps) == expected
    assert filming_limits(replace(good, gaps=gaps), (99.0,)) == expected
