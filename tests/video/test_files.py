"""Digests, boxes of an MP4, and OpenCV kept from steering Qt."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from annotator.errors import Cancelled, VideoError
from annotator.job import Job
from annotator.video.boxes import Beginning, outer_boxes
from annotator.video.digest import sha256_of
from tests import clips


def test_the_digest_is_sha256(tmp_path: Path) -> None:
    path = tmp_path / "file.bin"
    data = bytes(range(256)) * 20000
    path.write_bytes(data)
    told: list[tuple[float, float]] = []
    job = Job(lambda done, total, _: told.append((done, total)))
    assert sha256_of(path, job) == hashlib.sha256(data).hexdigest()
    assert told[-1] == (len(data), len(data))
    assert sha256_of(path) == hashlib.sha256(data).hexdigest()


def test_a_digest_ends_when_cancelled(tmp_path: Path) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(b"x")
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        sha256_of(path, job)


@pytest.mark.parametrize(("name", "cause"), [("gone.mp4", "there is no such file"), (".", "this is a folder")])
def test_a_digest_of_what_cannot_be_read(tmp_path: Path, name: str, cause: str) -> None:
    with pytest.raises(VideoError, match=cause):
        sha256_of(tmp_path / name)


def test_the_boxes_of_an_mp4(tmp_path: Path) -> None:
    path = clips.write(tmp_path / "clip.mp4", clips.even(5))
    boxes = outer_boxes(path)
    assert [box.kind for box in boxes] == [b"ftyp", b"free", b"mdat", b"moov"]
    assert boxes[0].start == 0
    assert all(box.end == following.start for box, following in pairwise(boxes))
    assert boxes[-1].end == path.stat().st_size
    torn = outer_boxes(clips.truncated(path, tmp_path / "torn.mp4", 0.9))
    assert torn[-1].end > (tmp_path / "torn.mp4").stat().st_size


@pytest.mark.parametrize("data", [b"", b"short", b"no boxes in here at all", b"\x00\x00\x00\x04ftyp" + b"x" * 40])
def test_what_has_no_boxes(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file.mp4"
    path.write_bytes(data)
    assert outer_boxes(path) == []


def test_the_beginning_of_a_file_ends_where_it_is_told(tmp_path: Path) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(b"0123456789")
    with Beginning(path, 6) as file:
        assert file.read() == b"012345"
        assert file.seek(-2, os.SEEK_END) == 4
        assert file.read(10) == b"45"
        assert file.seek(2) == file.tell() == 2
        assert file.read(2) == b"23"


@pytest.mark.parametrize("before", [None, "/where/it/was"])
def test_opencv_leaves_qt_alone(before: str | None, root: Path) -> None:
    script = (
        "import os\n"
        "from annotator.video._cv import load_cv2\n"
        "load_cv2().resize\n"
        "print(os.environ.get('QT_QPA_PLATFORM_PLUGIN_PATH'), os.environ.get('QT_QPA_FONTDIR'))\n"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QT_QPA_")}
    if before is not None:
        environment["QT_QPA_PLATFORM_PLUGIN_PATH"] = before
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{before} None\n"


def test_light_modules_bring_neither_pyav_nor_opencv(root: Path) -> None:
    script = (
        "import sys\n"
        "import annotator.video.times, annotator.video.info, annotator.video.digest, annotator.video.limits\n"
        "print([name for name in ('av', 'cv2', 'mediapipe') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
