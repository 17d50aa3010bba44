"""What a file holds, and one clear line for whatever is not a video."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from annotator.errors import VideoError
from annotator.job import Job
from annotator.settings import VideoSettings
from annotator.video.probe import probe
from annotator.video.reader import VideoReader
from tests import clips


def test_what_a_plain_file_holds(tmp_path: Path) -> None:
    path = clips.write(tmp_path / "clip.mp4", clips.even(60), style=clips.B_FRAMES, tone=clips.Tone(bursts=[(0.5, 1)]))
    info = probe(path)
    assert info.path == path
    assert "mp4" in info.format
    assert (info.codec, info.pix_fmt, info.bit_depth) == ("h264", "yuv420p", 8)
    assert (info.width, info.height, info.coded_width, info.coded_height) == (160, 96, 160, 96)
    assert (info.rotation_deg, info.mirrored, info.sample_aspect, info.hdr) == (0, False, Fraction(1), False)
    assert (len(info.times), info.times.timing, info.times.duration_s) == (60, "constant", 2.0)
    assert info.keyframes == (0, 12, 24, 36, 48)
    assert info.gaps == ()
    assert info.audio is not None
    assert (info.audio.codec, info.audio.rate_hz, info.audio.channels) == ("aac", 48000, 1)
    assert info.audio.start_s == pytest.approx(0, abs=0.03)
    assert info.audio.end_s == pytest.approx(2, abs=0.05)


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[float, float, str]] = []
    path = clips.write(tmp_path / "long.mp4", clips.even(1100), style=clips.Style(size=(32, 32)), paint=clips.flat(90))
    probe(path, Job(lambda done, total, label: told.append((done, total, label))))
    assert len(told) >= 2
    assert all(0 <= done <= total == path.stat().st_size and label for done, total, label in told)


def test_one_frame_is_a_video(tmp_path: Path) -> None:
    with VideoReader(clips.write(tmp_path / "one.mp4", clips.even(1))) as reader:
        assert len(reader.times) == 1
        assert reader.times.duration_s == pytest.approx(1 / 30, abs=0.001)
        assert reader.times.timing == "constant"
        assert clips.read_number(reader.frame(0).rgb()) == 0


def test_the_smallest_picture_is_a_video(tmp_path: Path) -> None:
    path = clips.write(tmp_path / "tiny.mp4", clips.even(10), style=clips.Style(size=(8, 8)), paint=clips.flat(100))
    with VideoReader(path) as reader:
        assert (reader.info.width, reader.info.height) == (8, 8)
        assert reader.frame(9).rgb().shape == (8, 8, 3)
        assert reader.frame(9).luma(320, 180).shape == (180, 320)


@pytest.mark.parametrize("suffix", ["mp4", "mkv"])
def test_a_cover_picture_is_not_the_video(tmp_path: Path, suffix: str) -> None:
    source = clips.write(tmp_path / "source.mp4", clips.even(20))
    info = probe(clips.with_cover(source, tmp_path / f"clip.{suffix}"))
    assert (info.codec, len(info.times)) == ("h264", 20)


def refusal(path: Path) -> str:
    with pytest.raises(VideoError) as caught:
        probe(path)
    assert caught.value.subject == str(path)
    assert caught.value.remedy.endswith(".")
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_missing_file(tmp_path: Path) -> None:
    assert "there is no such file" in refusal(tmp_path / "gone.mp4")


def test_a_folder(tmp_path: Path) -> None:
    assert "this is a folder" in refusal(tmp_path)


def test_text_named_mp4(tmp_path: Path) -> None:
    path = tmp_path / "notes.mp4"
    path.write_text("Slept well. Woke at five.\n" * 200)
    assert "this is not a video file" in refusal(path)


@pytest.mark.parametrize("name", ["notes.txt", "story.nfo", "art.ans"])
def test_text_that_ffmpeg_would_paint(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("Slept well. Woke at five.\n" * 200)
    assert "this is not a video file" in refusal(path)


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.mp4"
    path.touch()
    assert "the file is empty" in refusal(path)


def test_sound_alone(tmp_path: Path) -> None:
    assert "there is sound but no picture" in refusal(clips.audio_only(tmp_path / "sound.m4a"))


def test_a_picture_file(tmp_path: Path) -> None:
    for name in ("photo.png", "photo.jpg"):
        clips.numbered(1, 64, 64).save(tmp_path / name)
        assert "this is not a video file" in refusal(tmp_path / name)


def test_a_playlist_is_not_followed(tmp_path: Path) -> None:
    clips.write(tmp_path / "part.ts", clips.even(10))
    path = tmp_path / "list.m3u8"
    path.write_text("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://192.0.2.1/part.ts\n#EXT-X-ENDLIST\n")
    assert "not a video file" in refusal(path)
    path.write_text("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\npart.ts\n#EXT-X-ENDLIST\n")
    assert "not a video file" in refusal(path)


@pytest.mark.parametrize("name", ["http:x.mp4", "concat:a|b", "50%d.mp4", "-i.mp4", "naïve ｂａｂｙ.mp4"])
def test_a_file_name_is_only_a_name(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    clips.write(tmp_path / "clip.mp4", clips.even(3)).rename(tmp_path / name)
    assert len(probe(tmp_path / name).times) == 3
    monkeypatch.chdir(tmp_path)
    assert len(probe(Path(name)).times) == 3


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    assert "not a file name" in refusal(tmp_path / "a\0b.mp4")


@contextlib.contextmanager
def as_an_ordinary_person() -> Iterator[None]:
    """Root may read everything; so for a while this process is somebody who may not."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = clips.write(tmp_path / "secret.mp4", clips.even(3))
    probe(path)
    path.chmod(0)
    with as_an_ordinary_person():
        assert "you may not read this file" in refusal(path)


def test_a_gap_is_as_long_as_the_settings_say(tmp_path: Path) -> None:
    path = clips.write(tmp_path / "paused.mp4", [*range(0, 90000, 3000), *range(120000, 180000, 3000)])
    (gap,) = probe(path).gaps
    assert gap.cause == "missing"
    assert (gap.start_s, gap.end_s) == pytest.approx((1.0, 120000 / 90000))
    assert probe(path, settings=VideoSettings(gap_shortest_s=1.0)).gaps == ()
