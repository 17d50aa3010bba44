"""Which videos the named paths stand for."""

from __future__ import annotations

import sys
from pathlib import Path

from annotator.inputs import is_session, session_name, videos


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    return path


def test_a_folder_stands_for_its_videos_in_depth_and_order(tmp_path: Path) -> None:
    wanted = [touch(tmp_path / name) for name in ("a.MP4", "b.mov", "sub/c.mkv", "sub/sub/d.webm")]
    for other in ("notes.txt", ".hidden.mp4", ".thumbs/e.mp4", "a.session.json", "mp4"):
        touch(tmp_path / other)
    assert videos([tmp_path]) == (wanted, [])


def test_a_named_file_is_taken_whatever_its_suffix(tmp_path: Path) -> None:
    odd = touch(tmp_path / "recording.bin")
    assert videos([odd]) == ([odd], [])


def test_the_same_video_named_twice_is_one(tmp_path: Path) -> None:
    clip = touch(tmp_path / "a.mp4")
    again = [clip, tmp_path, tmp_path / "." / "a.mp4", tmp_path / "x" / ".." / "a.mp4"]
    (tmp_path / "x").mkdir()
    if sys.platform != "win32":
        (tmp_path / "link.mp4").symlink_to(clip)
        again.append(tmp_path / "link.mp4")
    assert videos(again) == ([clip], [])


def test_missing_files_and_empty_folders_are_failures_and_the_rest_is_kept(tmp_path: Path) -> None:
    clip = touch(tmp_path / "full" / "a.mp4")
    (tmp_path / "empty").mkdir()
    found, failures = videos([tmp_path / "gone.mp4", tmp_path / "empty", tmp_path / "full"])
    assert found == [clip]
    assert [failure.subject for failure in failures] == [str(tmp_path / "gone.mp4"), str(tmp_path / "empty")]


def test_a_session_is_named_after_its_video() -> None:
    assert session_name(Path("nights/first night.2.mp4")) == "first night.2.session.json"


def test_a_session_is_no_video_and_its_line_says_how_to_open_it(tmp_path: Path) -> None:
    clip, named = touch(tmp_path / "a.mp4"), touch(tmp_path / "a b.session.json")
    renamed = tmp_path / "night.mp4"
    renamed.write_text('{\n "format": "annotator-session",\n "version": 1}')
    found, failures = videos([named, clip, renamed])
    assert found == [clip]
    assert [str(failure) for failure in failures] == [
        f"{path}: this is a session, not a video. To open it: annotator {quoted}. To make the clinician's packet: "
        f"annotator export {quoted} -o FOLDER. To analyze, name its video"
        for path, quoted in ((named, f"'{named}'"), (renamed, renamed))
    ]
    assert not is_session(clip)
    assert not is_session(tmp_path)
    assert not is_session(tmp_path / "gone.session.json")
