"""A frame by the shortest way is the same frame."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from annotator.errors import Cancelled
from annotator.job import Job
from annotator.video.reader import VideoReader
from tests import clips

STYLES = {
    "plain": clips.Style(),
    "b_frames": clips.B_FRAMES,
    "open_gop": clips.OPEN_GOP,
    "hevc_open_gop": clips.HEVC_OPEN_GOP,
    "intra_refresh": clips.INTRA_REFRESH,
}


@pytest.mark.parametrize("name", list(STYLES))
@pytest.mark.parametrize("suffix", ["mp4", "mkv"])
def test_a_glance_is_the_very_frame_and_reading_goes_on_from_it(tmp_path: Path, name: str, suffix: str) -> None:
    path = clips.write(tmp_path / f"clip.{suffix}", clips.uneven(60), style=STYLES[name])
    rng = np.random.default_rng(0)
    with VideoReader(path) as reader:
        for n in [0, 59, 1, 58, *(int(k) for k in rng.integers(0, 60, 40))]:
            frame = reader.glance(n)
            assert (frame.number, clips.read_number(frame.bgra())) == (n, n)
            for after in range(n + 1, min(n + 1 + int(rng.integers(0, 3)), 60)):
                assert clips.read_number(reader.frame(after).bgra()) == after


def test_a_glance_ends_on_request_and_leaves_the_reader_whole(tmp_path: Path) -> None:
    path = clips.write(tmp_path / "clip.mp4", clips.even(40))
    job = Job()
    job.cancel()
    with VideoReader(path) as reader:
        with pytest.raises(Cancelled):
            reader.glance(30, job)
        assert clips.read_number(reader.frame(7).bgra()) == 7
        with pytest.raises(IndexError):
            reader.glance(40)


def test_damage_on_the_way_is_not_passed_off_as_a_true_picture(tmp_path: Path) -> None:
    whole = clips.write(tmp_path / "whole.mp4", clips.even(60), style=clips.B_FRAMES)
    path = clips.damaged(whole, tmp_path / "damaged.mp4", [12, 13])
    with VideoReader(path) as reader, VideoReader(path) as careful:
        for n in (20, 22, 40, 14):
            assert reader.glance(n).corrupt == careful.frame(n).corrupt
        assert reader.gaps
