from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from annotator.errors import Cancelled, VideoError
from annotator.job import Job
from annotator.motion.filming import ASPECTS, FilmingCheck, check_filming
from annotator.settings import AnalysisSettings, FilmingSettings
from annotator.video.reader import VideoReader
from tests import clips

Change = Callable[[int, NDArray[np.uint8]], NDArray[np.uint8]]


# A busy machine may take longer than the check allows itself.
PATIENT = AnalysisSettings(filming=FilmingSettings(filming_longest_look_s=120.0))


def last(path: Path, job: Job | None = None) -> FilmingCheck:
    """All that a check has to say at its end."""
    return list(check_filming(path, PATIENT, job))[-1]


def codes(check: FilmingCheck) -> set[str]:
    return {limit.code for limit in check.limits}


def made_from(source: Path, path: Path, change: Change, frames: int = 60) -> Path:
    """The first frames of a clip, each picture changed."""
    with VideoReader(source) as reader:
        pictures = [change(f.number, f.rgb()) for f in reader.frames(0, frames)]

    def paint(n: int, _width: int, _height: int) -> av.VideoFrame:
        return av.VideoFrame.from_ndarray(np.ascontiguousarray(pictures[n]), format="rgb24").reformat(format="yuv420p")

    height, width = pictures[0].shape[:2]
    return clips.write(path, clips.even(frames), style=clips.Style(size=(width, height)), paint=paint)


def flat(path: Path, luma: int) -> Path:
    """Two seconds of one brightness."""
    return clips.write(path, clips.even(60), style=clips.Style(size=(480, 360)), paint=clips.flat(luma))


def test_a_well_filmed_clip_is_seen_whole_bright_and_steady(sample_clips: Path) -> None:
    found = list(check_filming(sample_clips / "isolated_jerks.mp4"))
    assert found[0].looked_at == {"rate", "size", "file"}, "the file's own facts come first"
    assert {"light", "steady"} <= found[-1].looked_at
    assert codes(found[-1]) == {"no_sound"}
    assert [limit.code for limit in found[-1].limits_of("file")] == ["no_sound"]
    assert all(not found[-1].limits_of(aspect) for aspect in ASPECTS if aspect != "file")


def test_each_step_keeps_what_the_one_before_it_knew(sample_clips: Path) -> None:
    found = list(check_filming(sample_clips / "startle_and_cry.mp4"))
    for before, after in pairwise(found):
        assert before.looked_at < after.looked_at
        assert codes(before) <= codes(after)


def test_a_body_beyond_the_edge_is_told(sample_clips: Path, tmp_path: Path) -> None:
    clip = made_from(sample_clips / "isolated_jerks.mp4", tmp_path / "cut.mp4", lambda _n, p: p[:360], frames=40)
    found = last(clip)
    assert "body" in found.looked_at
    assert "body_cut_off" in codes(found)


def test_an_empty_bed_is_told(tmp_path: Path) -> None:
    found = last(flat(tmp_path / "grey.mp4", 120))
    assert "body_not_found" in codes(found)


def test_a_hand_held_camera_is_told(sample_clips: Path, tmp_path: Path) -> None:
    def shaken(n: int, picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
        x, y = round(12 + 12 * np.sin(n / 2.5)), round(12 + 12 * np.cos(n / 3.1))
        return picture[y : y + 480, x : x + 800]

    found = last(made_from(sample_clips / "isolated_jerks.mp4", tmp_path / "held.mp4", shaken))
    assert "camera_unsteady" in codes(found)


def test_darkness_is_told_and_nobody_is_looked_for_in_it(tmp_path: Path) -> None:
    found = last(flat(tmp_path / "dark.mp4", 18))
    assert "too_dark" in codes(found)
    assert "body" not in found.looked_at


def test_a_cancelled_check_stops(sample_clips: Path) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        last(sample_clips / "isolated_jerks.mp4", job)


def test_what_is_no_video_says_so(tmp_path: Path) -> None:
    path = tmp_path / "notes.mp4"
    path.write_text("notes")
    with pytest.raises(VideoError):
        last(path)
