"""`annotator export`: real runs on a small real video and its session."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.session import file
from annotator.session.model import VideoRecord
from tests import clips
from tests.commands import run
from tests.session import sessions


@pytest.fixture
def session(tmp_path: Path) -> Path:
    """A session of one movement beside its video."""
    clip = clips.write(tmp_path / "night.mp4", clips.even(90), style=clips.Style(size=(320, 240)))
    digest = hashlib.sha256(clip.read_bytes()).hexdigest()
    record = VideoRecord("night.mp4", digest, 3.0, 90, 320, 240, 0, "constant", False)
    made = replace(sessions.session(sessions.movement(1.0, 1.5)), video=record, coverage=sessions.coverage(3.0))
    path = tmp_path / "night.session.json"
    file.save(made, path)
    return path


def test_a_packet_is_written_and_its_place_told(session: Path, tmp_path: Path) -> None:
    out = tmp_path / "packets"
    ran = run("export", session, "-o", out, "--formats", "html,csv,vtt", "--no-audio")
    assert (ran.status, ran.err) == (0, [])
    packet = out / "night-packet"
    assert ran.out == [f"{session}: packet written to {packet}"]
    assert (packet / "index.html").is_file()
    assert (packet / "data" / "movements.csv").is_file()
    assert not (packet / "report.pdf").exists()


def test_a_video_that_is_gone_or_changed_is_one_clear_line_and_the_rest_is_done(session: Path, tmp_path: Path) -> None:
    video, out = tmp_path / "night.mp4", tmp_path / "packets"
    other = tmp_path / "other" / "day.session.json"
    other.parent.mkdir()
    (other.parent / "night.mp4").write_bytes(video.read_bytes())
    other.write_bytes(session.read_bytes())
    video.write_bytes(video.read_bytes() + b"more")
    ran = run("export", session, other, "-o", out, "--formats", "clips,csv")
    assert (ran.status, len(ran.out), len(ran.err)) == (1, 1, 1)
    assert "not the one that was analysed" in ran.err[0]
    video.unlink()
    gone = run("export", session, "-o", out, "--formats", "clips,csv")
    assert (gone.status, gone.out, len(gone.err)) == (1, [], 1)
    assert [path.name for path in out.iterdir()] == ["day-packet"]


def test_a_newer_or_missing_session_is_one_clear_line(session: Path, tmp_path: Path) -> None:
    newer = json.loads(session.read_text("utf-8")) | {"version": 2}
    session.write_text(json.dumps(newer), "utf-8")
    ran = run("export", session, tmp_path / "missing.session.json", "-o", tmp_path / "packets")
    assert (ran.status, ran.out, len(ran.err)) == (1, [], 2)
    assert "newer program" in ran.err[0]
    assert "no such file" in ran.err[1]


def test_a_place_that_cannot_be_written_to_is_one_clear_line(session: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ran = run("export", session, "-o", tmp_path / "file", "--formats", "csv")
    assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)


@pytest.mark.parametrize("arguments", [("--formats", "docx"), ("--formats", ""), ()])
def test_what_is_asked_for_must_be_known(session: Path, arguments: tuple[str, ...]) -> None:
    place = ("-o", "packets") if arguments else ()
    ran = run("export", session, *place, *arguments)
    assert (ran.status, ran.out) == (2, [])
