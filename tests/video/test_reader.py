"""Frame n is frame n, in any file, after any seek."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import Cancelled
from annotator.job import Job
from annotator.video.probe import probe
from annotator.video.reader import VideoReader
from tests import clips

AVI_TIME = Fraction(1, 30)
WEBM_TIME = Fraction(1, 1000)


def _edited(path: Path) -> Path:
    """The first 21 frames, keyframes among them, are hidden by an edit list."""
    whole = clips.write(path.with_name("whole.mp4"), clips.uneven(60), style=clips.OPEN_GOP)
    return clips.remuxed(whole, path, shift=-60000)


def _edited_hevc(path: Path) -> Path:
    whole = clips.write(path.with_name("whole.mp4"), clips.uneven(60), style=clips.HEVC_OPEN_GOP)
    return clips.remuxed(whole, path, shift=-60000)


def _trimmed(path: Path) -> Path:
    """Both ends are hidden by an edit list."""
    return clips.trimmed(
        clips.write(path.with_name("whole.mp4"), clips.uneven(90), style=clips.OPEN_GOP), path, 60000, 1.6
    )


def _odd_sides(path: Path) -> Path:
    style = clips.Style(codec="libvpx-vp9", size=(161, 97), pix_fmt="yuv444p")
    return clips.write(
        path,
        clips.even(60, time_base=WEBM_TIME),
        time_base=WEBM_TIME,
        style=style,
        paint=lambda n, width, height: clips.numbered(n, 160, 96).reformat(width, height),
    )


def _headless(path: Path) -> Path:
    """Cut to begin at an open group of pictures: those that lead it build on what is gone."""
    whole = clips.write(path.with_name("whole.mp4"), clips.uneven(60), style=clips.OPEN_GOP)
    return clips.remuxed(whole, path, drop=range(9))


def _headless_hevc(path: Path) -> Path:
    whole = clips.write(path.with_name("whole.mp4"), clips.uneven(60), style=clips.HEVC_OPEN_GOP)
    return clips.remuxed(whole, path, drop=range(11))


def _plain(pts: list[int], style: clips.Style, time_base: Fraction = clips.TICKS) -> Callable[[Path], Path]:
    return lambda path: clips.write(path, pts, style=style, time_base=time_base)


FRAGMENTS = clips.Style(options=clips.B_FRAMES.options, container_options={"movflags": "frag_keyframe+empty_moov"})
MPEG4 = clips.Style(codec="mpeg4", options={"bf": "2", "g": "12"})
MPEG2 = clips.Style(codec="mpeg2video", options={"bf": "2", "g": "12"})
VP8 = clips.Style(codec="libvpx", options={"g": "20", "auto-alt-ref": "1", "lag-in-frames": "16"})
VP9 = clips.Style(codec="libvpx-vp9", options={"g": "12", "auto-alt-ref": "1", "lag-in-frames": "16"})

FILES: dict[str, Callable[[Path], Path]] = {
    "one_keyframe.mp4": _plain(clips.even(60), clips.Style()),
    "uneven.mp4": _plain(clips.uneven(60), clips.Style()),
    "b_frames.mp4": _plain(clips.uneven(60), clips.B_FRAMES),
    "b_frames.mkv": _plain(clips.uneven(60), clips.B_FRAMES),
    "open_gop.mp4": _plain(clips.uneven(60), clips.OPEN_GOP),
    "open_gop.mkv": _plain(clips.uneven(60), clips.OPEN_GOP),
    "open_gop.ts": _plain(clips.uneven(60), clips.OPEN_GOP),
    "hevc_open_gop.mp4": _plain(clips.uneven(60), clips.HEVC_OPEN_GOP),
    "hevc_open_gop.ts": _plain(clips.uneven(60), clips.HEVC_OPEN_GOP),
    "refreshed.mkv": _plain(clips.even(60), clips.INTRA_REFRESH),
    "late_start.mp4": _plain(clips.uneven(60, start=123456), clips.B_FRAMES),
    "late_start.mkv": _plain(clips.uneven(60, start=123456), clips.B_FRAMES),
    "fragments.mp4": _plain(clips.uneven(60), FRAGMENTS),
    "edited.mp4": _edited,
    "edited_hevc.mp4": _edited_hevc,
    "trimmed.mp4": _trimmed,
    "headless.mp4": _headless,
    "deep.mkv": _plain(clips.even(60), clips.DEEP_B_FRAMES),
    "interlaced.ts": _plain(clips.even(60), clips.INTERLACED),
    "odd_sides.webm": _odd_sides,
    "headless_hevc.mp4": _headless_hevc,
    "mpeg4.avi": _plain(clips.even(60, time_base=AVI_TIME), MPEG4, AVI_TIME),
    "mpeg2.ts": _plain(clips.even(60, time_base=AVI_TIME), MPEG2, AVI_TIME),
    "vp8.webm": _plain(clips.even(60, time_base=WEBM_TIME), VP8, WEBM_TIME),
    "vp9.webm": _plain(clips.even(60, time_base=WEBM_TIME), VP9, WEBM_TIME),
    "two_hours_in.mkv": _plain(clips.uneven(60, start=2 * 3600 * 90000), clips.B_FRAMES),
}
# H.264 with reordered frames in files that do not say when each is shown: only the decoder knows their order.
UNTIMED: dict[str, Callable[[Path], Path]] = {
    "reordered.avi": _plain(clips.even(60, time_base=AVI_TIME), clips.B_FRAMES, AVI_TIME),
    "bare.h264": _plain(clips.even(60), clips.B_FRAMES),
}


@pytest.fixture(scope="module")
def videos(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {}
    for name, make in (FILES | UNTIMED).items():
        made[name] = make(tmp_path_factory.mktemp("video") / name)
    return made


def _shown_by_pyav(path: Path) -> list[Fraction]:
    with av.open(path) as container:
        stream = container.streams.video[0]
        assert stream.time_base is not None
        pts = [frame.pts for frame in container.decode(stream)]
        return [(p - (pts[0] or 0)) * stream.time_base for p in pts if p is not None]


@pytest.mark.parametrize("name", [*FILES, *UNTIMED])
def test_every_frame_comes_once_and_in_order(videos: dict[str, Path], name: str) -> None:
    with VideoReader(videos[name]) as reader:
        frames = list(reader.frames())
        numbers = [clips.read_number(frame.luma(*clips.SIZE)) for frame in frames]
        first = numbers[0]
        assert first is not None
        stop = sum(tick < 60000 + 1.6 * 90000 for tick in clips.uneven(90)) if name == "trimmed.mp4" else 60
        assert numbers == list(range(first, stop))
        assert [frame.number for frame in frames] == list(range(len(reader.times)))
        assert not any(frame.corrupt for frame in frames)
        assert reader.gaps == ()


@pytest.mark.parametrize("name", list(FILES))
def test_times_are_those_that_the_file_gives(videos: dict[str, Path], name: str) -> None:
    info = probe(videos[name])
    assert [info.times.exact(n) for n in range(len(info.times))] == _shown_by_pyav(videos[name])


@pytest.mark.parametrize("name", list(UNTIMED))
def test_frames_without_times_are_spread_evenly(videos: dict[str, Path], name: str) -> None:
    times = probe(videos[name]).times
    assert len(times) == 60
    assert times.timing == "constant"


def test_an_edit_list_hides_frames_and_time_begins_after_them(videos: dict[str, Path]) -> None:
    with VideoReader(videos["edited.mp4"]) as reader:
        assert len(reader.times) == 60 - 21
        assert clips.read_number(reader.frame(0).rgb()) == 21
        assert reader.frame(0).seconds == 0


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_way_through_a_file_meets_the_same_frames(videos: dict[str, Path], data: st.DataObject) -> None:
    path = videos[data.draw(st.sampled_from([*FILES, *UNTIMED]))]
    with VideoReader(path) as reader:
        first = clips.read_number(reader.frame(0).luma(*clips.SIZE))
        assert first is not None
        for n in data.draw(st.lists(st.integers(0, len(reader.times) - 1), min_size=1, max_size=8)):
            frame = reader.frame(n)
            assert clips.read_number(frame.luma(*clips.SIZE)) == first + n
            assert frame.seconds == reader.times.seconds[n]
            assert reader.frame_at(frame.seconds).number == n


@pytest.mark.parametrize("name", ["b_frames.mp4", "refreshed.mkv", "hevc_open_gop.ts"])
def test_a_seek_gives_the_very_same_picture(videos: dict[str, Path], name: str) -> None:
    with VideoReader(videos[name]) as reader:
        straight = [frame.luma(*clips.SIZE) for frame in reader.frames()]
    with VideoReader(videos[name]) as reader:
        for n in (59, 30, 31, 12, 47, 0, 11, 58):
            np.testing.assert_array_equal(reader.frame(n).luma(*clips.SIZE), straight[n])


def test_a_part_is_read_from_its_start_to_before_its_stop(videos: dict[str, Path]) -> None:
    with VideoReader(videos["open_gop.mp4"]) as reader:
        assert [frame.number for frame in reader.frames(20, 25)] == [20, 21, 22, 23, 24]
        assert [frame.number for frame in reader.frames(57, 100)] == [57, 58, 59]
        assert list(reader.frames(10, 10)) == []


def test_reading_elsewhere_does_not_disturb_an_iteration(videos: dict[str, Path]) -> None:
    with VideoReader(videos["b_frames.mp4"]) as reader:
        seen = []
        for frame in reader.frames(0, 20):
            seen.append(clips.read_number(frame.luma(*clips.SIZE)))
            reader.frame((frame.number * 17) % 60)
        assert seen == list(range(20))


def test_an_iteration_ends_when_cancelled(videos: dict[str, Path]) -> None:
    job = Job()
    with VideoReader(videos["uneven.mp4"]) as reader:
        frames = reader.frames(job=job)
        next(frames)
        job.cancel()
        with pytest.raises(Cancelled):
            next(frames)


def test_probing_ends_when_cancelled(videos: dict[str, Path]) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        probe(videos["uneven.mp4"], job)


@pytest.mark.parametrize("n", [-1, 60])
def test_frames_outside_the_video_are_refused(videos: dict[str, Path], n: int) -> None:
    with VideoReader(videos["uneven.mp4"]) as reader, pytest.raises(IndexError):
        reader.frame(n)


def test_the_frame_shown_at_a_time(videos: dict[str, Path]) -> None:
    with VideoReader(videos["uneven.mp4"]) as reader:
        between = float(reader.times.seconds[7] + reader.times.seconds[8]) / 2
        assert reader.frame_at(between).number == 7
        assert reader.frame_at(-1).number == 0
        assert reader.frame_at(1e9).number == 59


def test_a_kept_picture_stays_as_it_was(videos: dict[str, Path]) -> None:
    with VideoReader(videos["b_frames.mp4"]) as reader:
        kept = [frame.luma(*clips.SIZE) for frame in reader.frames()]
        for luma in kept:
            luma[0, 0] = 7
    with VideoReader(videos["b_frames.mp4"]) as reader:
        for frame in reader.frames():
            frame.luma(*clips.SIZE)[:] = 0  # the array is the caller's own: no later frame is built on it
        assert clips.read_number(reader.frame(40).rgb()) == 40
    assert [clips.read_number(luma) for luma in kept] == list(range(60))


def test_a_known_file_is_not_read_again(videos: dict[str, Path]) -> None:
    info = probe(videos["vp9.webm"])
    with VideoReader(videos["vp9.webm"], info) as reader:
        assert reader.info is info
        assert reader.frame(33).number == 33


def test_one_thread_reads_the_same(videos: dict[str, Path]) -> None:
    with VideoReader(videos["open_gop.mp4"], threads=1) as reader:
        assert [clips.read_number(f.luma(*clips.SIZE)) for f in reader.frames()] == list(range(60))


def test_a_closed_reader_refuses(videos: dict[str, Path]) -> None:
    reader = VideoReader(next(iter(videos.values())))
    reader.frame(0)
    reader.close()
    for read in (reader.frame, reader.glance):
        with pytest.raises(ValueError, match="closed"):
            read(0)
