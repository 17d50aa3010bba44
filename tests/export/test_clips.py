"""Clips against sources of every sort: the frames asked for, at their own times, upright, with their sound."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from annotator.errors import OutputError
from annotator.export.clips import ClipMaker, SegmentClips
from annotator.export.context import PacketContext
from annotator.export.options import ExportOptions
from annotator.export.plan import plan_segments
from annotator.export.planes import Planes
from annotator.export.prove import Expected, prove, small
from annotator.export.skeleton import PoseAt
from annotator.export.view import packet_view
from annotator.export.writer import ClipWriter, PictureFormat
from annotator.job import Job
from annotator.session.signals import StoredSignals
from annotator.video.reader import VideoReader
from annotator.video.times import FrameTimes
from tests import clips
from tests.export import sessions

# 30 frames a second, and a phone's: gaps of 2 to 9 hundredths of a second, never even.
CONSTANT = [n * 3000 for n in range(240)]
VARIABLE = list(np.cumsum([0] + [1800 + (n * 7919) % 6300 for n in range(239)]))
SOURCES: dict[str, tuple[list[int], clips.Style, Fraction]] = {
    "constant": (CONSTANT, clips.Style(), clips.TICKS),
    "variable": (VARIABLE, clips.Style(), clips.TICKS),
    "rotated": (CONSTANT, clips.Style(rotation=-90.0), clips.TICKS),
    "b-frames": (VARIABLE, clips.Style(options={"bf": "3", "g": "60", "x264-params": "b-pyramid=normal"}), clips.TICKS),
    "late start": ([t + 123_457 for t in VARIABLE], clips.Style(), clips.TICKS),
    "odd sides": (
        CONSTANT,
        clips.Style(size=(162, 98), pix_fmt="yuv444p", options={"profile": "high444"}),
        clips.TICKS,
    ),
    "NTSC ticks": ([n * 1001 for n in range(240)], clips.Style(), Fraction(1, 30000)),
}


def make(
    folder: Path, video: Path, options: ExportOptions | None = None, pose: PoseAt | None = None
) -> Iterator[tuple[SegmentClips, VideoReader]]:
    # Two whole-body movements, 2.0 s and 5.0 s in, with 0.8 s around them: two clips.
    moved = [
        sessions.movement(n, at, at + 0.4, "left_arm", "right_arm", "left_leg", "right_leg")
        for n, at in ((1, 2.0), (2, 5.0))
    ]
    options = options or ExportOptions(lead_in_s=0.8, lead_out_s=0.8, slow_motion=0.25)
    with VideoReader(video) as reader:
        made = sessions.of_video(video, *moved)
        context = PacketContext(packet_view(made), options, reader.times, sessions.MADE_AT, "0.1.0")
        maker = ClipMaker(reader, context, pose, None, folder)
        for segment in plan_segments(context.view, reader.times, options):
            yield maker.make(segment, Job(), lambda seconds: None), reader


def frames_of(path: Path) -> list[tuple[float, int | None]]:
    """(time by FFmpeg's own ffprobe, number read off the picture) of each frame."""
    command = ["ffprobe", "-v", "error", "-select_streams", "v", "-show_entries", "frame=pts_time", "-of", "json"]
    probed = json.loads(subprocess.run([*command, str(path)], capture_output=True, check=True, text=True).stdout)
    times = [float(frame["pts_time"]) for frame in probed["frames"]]
    numbers = []
    with av.open(path) as container:
        for frame in container.decode(video=0):
            luma = np.asarray(frame.to_ndarray(format="gray"), dtype=np.uint8)
            picture = luma[: round(luma.shape[1] * 96 / 160)] if luma.shape[1] >= luma.shape[0] else luma
            numbers.append(clips.read_number(picture))
    return list(zip(times, numbers, strict=True))


@pytest.mark.parametrize("source", [s for s in SOURCES if s != "rotated"])
def test_every_clip_holds_the_frames_asked_for_at_their_times(source: str, tmp_path: Path) -> None:
    ticks, style, base = SOURCES[source]
    video = clips.write(tmp_path / "video.mp4", ticks, style=style, time_base=base)
    count = 0
    for made, reader in make(tmp_path, video):
        count += 1
        segment, seconds = made.segment, reader.times.seconds
        assert segment.first == reader.times.frame_at(segment.start_s - 0.8)
        assert segment.last == reader.times.frame_at(segment.end_s + 0.8)
        for kind in ("original", "annotated"):
            file = made.file(kind)
            assert file is not None
            found = frames_of(file.path)
            assert [n for _, n in found] == list(range(segment.first, segment.last + 1))
            wanted = seconds[segment.first : segment.last + 1] - seconds[segment.first]
            assert np.abs(np.array([t for t, _ in found]) - wanted).max() < 2e-6
            assert file.proof.largest_time_error_ms == 0
        slow = made.file("slow")
        assert slow is not None
        found = frames_of(slow.path)
        first, last = made.close
        assert [n for _, n in found] == list(range(first, last + 1))
        assert np.abs(np.array([t for t, _ in found]) - 4 * (seconds[first : last + 1] - seconds[first])).max() < 5e-6
    assert count == 2


def test_a_rotated_source_comes_upright(tmp_path: Path) -> None:
    ticks, style, base = SOURCES["rotated"]
    video = clips.write(tmp_path / "video.mp4", ticks, style=style, time_base=base)
    for made, reader in make(tmp_path, video):
        file = made.file("original")
        assert file is not None
        with av.open(file.path) as container:
            shown = [np.asarray(frame.to_ndarray(format="gray"), dtype=np.uint8) for frame in container.decode(video=0)]
        assert (shown[0].shape[1], shown[0].shape[0]) == (reader.info.width, reader.info.height) == (96, 160)
        assert [clips.read_number(np.rot90(s, _turns(reader))) for s in shown] == list(
            range(made.segment.first, made.segment.last + 1)
        )


def _turns(reader: VideoReader) -> int:
    return {90: 1, 270: 3}[reader.info.rotation_deg]


def test_a_clip_is_what_browsers_and_slides_play(tmp_path: Path) -> None:
    video = clips.write(tmp_path / "video.mp4", CONSTANT, tone=clips.Tone(bursts=[(2.0, 2.5)], end=8.0))
    made, _ = next(make(tmp_path, video))
    for file in made.files:
        command = ["ffprobe", "-v", "error", "-show_streams", "-show_format", "-of", "json", str(file.path)]
        probed = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
        picture = next(s for s in probed["streams"] if s["codec_type"] == "video")
        assert (picture["codec_name"], picture["profile"], picture["pix_fmt"]) == ("h264", "High", "yuv420p")
        assert picture["has_b_frames"] == 0
        sound = [s for s in probed["streams"] if s["codec_type"] == "audio"]
        assert [s["codec_name"] for s in sound] == ([] if file.kind == "slow" else ["aac"])
        head = file.path.read_bytes()
        assert 0 < head.find(b"moov") < head.find(b"mdat")
        assert set(probed["format"]["tags"]) <= {
            "major_brand", "minor_version", "compatible_brands", "title", "comment", "encoder",
        }  # fmt: skip


def test_the_sound_stays_on_its_picture(tmp_path: Path) -> None:
    video = clips.write(tmp_path / "video.mp4", VARIABLE, tone=clips.Tone(bursts=[(2.2, 2.4)], end=8.0))
    made, reader = next(make(tmp_path, video))
    file = made.file("annotated")
    assert file is not None
    start = float(reader.times.seconds[made.segment.first])
    with av.open(file.path) as container:
        stream = container.streams.audio[0]
        heard = [(f.time, f.to_ndarray()[0]) for f in container.decode(stream) if f.time is not None]
        rate = stream.rate
    samples = np.concatenate([s for _, s in heard])
    loud = heard[0][0] + np.flatnonzero(np.abs(samples) > 0.05) / rate
    assert loud[0] == pytest.approx(2.2 - start, abs=0.01)
    assert loud[-1] == pytest.approx(2.4 - start, abs=0.01)


def test_no_sound_where_none_is_wanted(tmp_path: Path) -> None:
    video = clips.write(tmp_path / "video.mp4", CONSTANT, tone=clips.Tone(end=8.0))
    made, _ = next(make(tmp_path, video, ExportOptions(no_audio=True)))
    for file in made.files:
        with av.open(file.path) as container:
            assert not container.streams.audio


def test_the_skeleton_names_the_moving_limb_and_leaves_the_original_alone(tmp_path: Path) -> None:
    video = clips.write(tmp_path / "video.mp4", CONSTANT, style=clips.Style(size=(640, 384)), paint=clips.flat(120))
    arrays = {
        "pose_frames": np.arange(0, 240, 5),
        "pose_xy_px": np.repeat(sessions.lying(640, 384)[None], 48, axis=0),
        "pose_visibility": np.ones((48, 33)),
    }
    pose = PoseAt.of(StoredSignals(arrays))
    made, _ = next(make(tmp_path, video, pose=pose))
    during = int(2.2 * 30) - made.segment.first
    for kind in ("original", "annotated"):
        file = made.file(kind)
        assert file is not None
        with av.open(file.path) as container:
            pictures = [f.to_ndarray(format="rgb24").astype(int) for f in container.decode(video=0)]
        changed = [
            np.abs(p[:384] - p[:384].mean(axis=(0, 1))).max(axis=2) > 40 for p in (pictures[0], pictures[during])
        ]
        shares = [c.mean() for c in changed]
        if kind == "original":
            assert max(shares) == 0
        else:
            assert 0 < shares[0] < 0.1, "lightly drawn while nothing moves"
            assert shares[1] > 1.5 * shares[0], "and stronger where limbs move"


def test_a_clip_that_differs_from_its_source_fails(tmp_path: Path) -> None:
    form = PictureFormat(160, 96, Fraction(1, 90000), Fraction(30), (6, 6, 6))
    path = tmp_path / "clip.mp4"
    grey, white = Planes.empty(160, 96), Planes.empty(160, 96)
    grey.buffer[:], white.buffer[:] = 100, 200
    with ClipWriter(path, form, None) as writer:
        for n in range(10):
            writer.show(grey, n * 3000, 3000)
    right: dict[str, Any] = {
        "pts": tuple(n * 3000 for n in range(10)),
        "time_base": form.time_base,
        "width": 160,
        "height": 96,
        "first": small(grey),
        "last": small(grey),
    }
    assert prove(path, Expected(**right)).largest_time_error_ms == 0
    wrong: list[dict[str, Any]] = [
        {"pts": (*right["pts"], 30000)},
        {"pts": (*right["pts"][:-1], 27001)},
        {"last": small(white)},
        {"first": small(white)},
        {"width": 162},
    ]
    for change in wrong:
        with pytest.raises(OutputError, match="does not match the source"):
            prove(path, Expected(**(right | change)))


def test_overlapping_clips_are_merged_and_long_flags_are_shown_by_their_movements() -> None:
    moved = tuple(sessions.movement(n, 100.0 * n, 100.0 * n + 0.4, "left_arm") for n in range(1, 40))
    made = sessions.session(4000.0, movements=moved, patterns=(), looked=())
    times = FrameTimes(np.arange(120_000, dtype=np.int64), Fraction(1, 30), 1)
    view = packet_view(made)
    assert [f.flag.rule for f in view.shown_flags] == ["frequent"]
    segments = plan_segments(view, times, ExportOptions())
    assert len(segments) == 6
    assert (segments[0].start_s, segments[-1].start_s) == (100.0, 3900.0)
    assert all(before.last < after.first for before, after in pairwise(segments))
    whole = plan_segments(
        view, times, ExportOptions(movement_clips="accepted_or_unreviewed", lead_in_s=60, lead_out_s=60)
    )
    assert len(whole) == 1


def test_a_pose_is_joined_to_a_near_one_and_stands_until_it_is_old() -> None:
    seconds = np.arange(6000) / 30
    xy = np.zeros((3, 33, 2))
    xy[1], xy[2] = 10, 20
    pose = PoseAt(np.array([30, 36, 300]), xy, np.ones((3, 33)))

    def place(frame: int) -> float | None:
        found = pose.at(frame, seconds)
        return None if found is None else float(found[0, 0])

    assert [place(n) for n in (30, 33, 36)] == [0, pytest.approx(5), 10]
    assert place(200) == 10, "nothing moved, so nothing was looked for"
    assert place(300) == 20
    assert place(15) == 0, "shortly before it was first seen"
    assert place(300 + 61 * 30) is None


@pytest.mark.parametrize(
    "style",
    [
        clips.Style(size=(320, 180)),
        clips.Style(size=(320, 180), color_range=2, pix_fmt="yuvj420p"),
        clips.Style(size=(320, 180), pix_fmt="yuv420p10le", options={"profile": "high10"}),
        clips.Style(size=(320, 180), sample_aspect=Fraction(2)),
        clips.Style(size=(320, 180), rotation=90.0, hflip=True),
        clips.Style(size=(1280, 720), colorspace=1, primaries=1, transfer=1),
        clips.Style(size=(322, 182), rotation=180.0),
        clips.Style(
            size=(320, 180),
            pix_fmt="yuv420p10le",
            options={"profile": "high10"},
            transfer=16,
            primaries=9,
            colorspace=9,
        ),
    ],
    ids=["plain", "full range", "10 bit", "wide pixels", "turned and mirrored", "HD", "odd quarter", "HDR"],
)
def test_a_clip_looks_as_its_source_does(style: clips.Style, tmp_path: Path) -> None:
    video = clips.write(tmp_path / "video.mp4", CONSTANT[:120], style=style, paint=clips.corners)
    making = make(tmp_path, video, ExportOptions(lead_in_s=0.2, lead_out_s=0.2))
    made, reader = next(making)
    file = made.file("original")
    assert file is not None
    source = reader.frame(made.segment.first).rgb().astype(int)
    with VideoReader(file.path) as written:
        shown = written.frame(0).rgb().astype(int)
    assert shown.shape == (source.shape[0] // 2 * 2, source.shape[1] // 2 * 2, 3)
    height, width = shown.shape[:2]
    for y in (height // 4, 3 * height // 4):
        for x in (width // 4, 3 * width // 4):
            assert np.abs(shown[y, x] - source[y, x]).max() <= 12, (y, x, shown[y, x], source[y, x])
    next(making, None)
