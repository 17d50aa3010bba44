"""`annotator info`, usage errors, and starting without a screen: real runs of the program."""

from __future__ import annotations

import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from annotator import __version__
from tests import clips
from tests.commands import command, environment, run


def test_info_tells_everything_about_a_turned_uneven_clip(tmp_path: Path) -> None:
    style = clips.Style(rotation=-90, sample_aspect=Fraction(2, 1))
    pts = clips.uneven(60, start=12345)
    clip = clips.write(tmp_path / "clip.mp4", pts, style=style, tone=clips.Tone(bursts=[(0.5, 1.0)]))
    ran = run("info", clip, "--json")
    assert (ran.status, ran.err) == (0, [])
    (line,) = ran.out
    told = json.loads(line)
    assert (told["video"], told["codec"], told["frames"], told["timing"]) == (str(clip), "h264", 60, "variable")
    assert (told["coded_width"], told["coded_height"], told["sample_aspect"]) == (160, 96, "2:1")
    assert (told["width"], told["height"], told["rotation_deg"], told["mirrored"]) == (96, 320, 90, False)
    assert told["duration_s"] == pytest.approx((pts[-1] - pts[0]) / 90000, abs=0.1)
    assert told["audio"]["codec"] == "aac"
    assert {"small", "too_small"} & {limit["code"] for limit in told["limits"]}


def test_info_for_a_person_names_codec_size_rotation_timing_frames_duration_and_limits(sample_clips: Path) -> None:
    ran = run("info", sample_clips / "rhythmic_arm.mp4")
    assert (ran.status, ran.err) == (0, [])
    told = {line.split()[0]: line for line in ran.out[1:]}
    assert "h264" in told["codec"]
    assert "960 x 540" in told["size"]
    assert "0 degrees" in told["rotation"]
    assert "constant, 30.00 frames a second" in told["timing"]
    assert told["frames"].endswith("1350")
    assert told["duration"].endswith("45.000 s")
    assert told["sound"].endswith("none")
    assert "no sound" in told["limits"]


@pytest.mark.parametrize(
    ("name", "content"), [("missing.mp4", None), ("text.mp4", b"hello\n" * 50), ("empty.mp4", b""), ("folder", b"")]
)
def test_info_of_what_is_no_video_is_one_clear_line(tmp_path: Path, name: str, content: bytes | None) -> None:
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    ran = run("info", path)
    assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)
    assert ran.err[0].startswith(f"{path}: ")


def test_a_hostile_file_name_cannot_break_the_line(tmp_path: Path) -> None:
    if sys.platform == "win32":
        hostile = tmp_path / "a\u202eb\u200bc.mp4"
    else:
        hostile = tmp_path / "a\n\x1b[31mb\udcffc.mp4"
    hostile.write_bytes(b"no video")
    ran = run("info", hostile)
    assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)
    assert ran.err[0].isprintable()
    made = clips.write(tmp_path / "clip.mp4", clips.even(5))
    made.rename(hostile)
    ran = run("info", hostile)
    assert ran.status == 0
    assert all(line.isprintable() for line in ran.out)
    assert json.loads(run("info", hostile, "--json").out[0])["video"] == str(hostile)


def test_an_ascii_terminal_can_show_every_line(tmp_path: Path) -> None:
    clip = clips.write(tmp_path / "früh.mp4", clips.even(5))
    ran = run("info", clip, PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (ran.status, ran.err) == (0, [])
    assert "fr" in ran.out[0]


@pytest.mark.parametrize(
    "arguments",
    [
        ("analyze",),
        ("analyze", "a.mp4", "--jobs", "0"),
        ("analyze", "a.mp4", "--jobs", "many"),
        ("analyze", "a.mp4", "--model", "huge"),
        ("analyze", "a.mp4", "--forc"),
        ("info",),
        ("agree", "one.session.json"),
        ("--nonsense",),
        ("analyse",),
    ],
)
def test_usage_errors_leave_with_2_and_print_no_traceback(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments, folder=tmp_path)
    assert (ran.status, ran.out) == (2, [])
    assert ran.err
    assert not any("Traceback" in line for line in ran.err)


def test_help_and_version() -> None:
    assert run("--version").out == [f"annotator {__version__}"]
    told = " ".join(run("--help").out)
    for word in ("analyze", "info", "agree", "opens the window", "Not a diagnosis"):
        assert word in told


def test_a_missing_file_opens_no_window(tmp_path: Path) -> None:
    ran = run("missing.mp4", folder=tmp_path)
    assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)
    assert ran.err[0].startswith("missing.mp4: there is no such file.")


if sys.platform == "linux":

    def test_without_a_screen_the_window_says_so_in_one_line() -> None:
        ran = run()
        assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)
        assert "no screen" in ran.err[0]


def test_a_reader_that_goes_away_breaks_nothing(sample_clips: Path) -> None:
    process = subprocess.Popen(
        command("info", sample_clips / "rhythmic_arm.mp4"),
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process.stderr:
        errors = process.stderr.read()
    assert (process.wait(60), errors) == (0, b"")


def test_info_of_a_session_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "night.session.json"
    path.write_text("{}")
    ran = run("info", path)
    assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)
    assert f"{path}: this is a session, not a video. To open it: annotator {path}." in ran.err[0]
