"""`annotator analyze`: real runs of the program on real files, good and bad."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from annotator.batch import Batch, Outcome, Progress
from annotator.session import file
from annotator.settings import AnalysisSettings
from annotator.tasks import Analyze
from tests import clips
from tests.commands import Ran, command, environment, run


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The video that is analysed soonest: one frame of nothing."""
    return clips.write(tmp_path_factory.mktemp("still") / "still.mp4", [0], paint=clips.flat(120))


@dataclass(frozen=True)
class Odd:
    """One run over a folder of odd videos: how it ended, and what it said of each."""

    ran: Ran
    told: dict[str, dict[str, Any]]
    folder: Path


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Odd:
    videos, results = tmp_path_factory.mktemp("odd"), tmp_path_factory.mktemp("results") / "new" / "folder"
    (videos / "sub").mkdir()
    (videos / "text.mp4").write_text("hello\n" * 100)
    (videos / "empty.mp4").write_bytes(b"")
    whole = clips.write(videos / "whole.mp4", clips.even(60))
    clips.truncated(whole, videos / "truncated.mp4", 0.5)
    whole.unlink()
    clips.audio_only(videos / "sound.mp4")
    clips.write(videos / "one.mp4", [0])
    clips.write(videos / "tiny.mp4", clips.even(60), style=clips.Style(size=(8, 8)), paint=clips.flat(120))
    clips.write(videos / "black.mp4", clips.even(1000, 10), paint=clips.flat(16))
    clips.write(
        videos / "sub" / "nobody.mp4", clips.even(90), paint=clips.flat(120), style=clips.Style(size=(320, 240))
    )
    ran = run("analyze", videos, videos / "gone.mp4", "-o", results, "--jobs", "2", "--json")
    told = [json.loads(line) for line in ran.out]
    return Odd(ran, {Path(one["video"]).name: one for one in told}, results)


def test_odd_files_do_not_stop_each_other_and_the_status_tells(odd: Odd) -> None:
    assert odd.ran.status == 1
    done = sorted(name for name, one in odd.told.items() if one["status"] == "done")
    failed = sorted(name for name, one in odd.told.items() if one["status"] == "failed")
    assert done == ["black.mp4", "nobody.mp4", "one.mp4", "tiny.mp4"]
    assert failed == ["empty.mp4", "gone.mp4", "sound.mp4", "text.mp4", "truncated.mp4"]
    assert len(odd.ran.out) == 9


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("text.mp4", "not a video"),
        ("empty.mp4", "empty"),
        ("truncated.mp4", "incomplete"),
        ("sound.mp4", "no picture"),
        ("gone.mp4", "no such file"),
    ],
)
def test_a_bad_file_gets_one_clear_line(odd: Odd, name: str, said: str) -> None:
    (line,) = [line for line in odd.ran.err if f"{name}: " in line]
    assert said in line
    assert odd.told[name]["error"] == line
    assert not (odd.folder / name.replace(".mp4", ".session.json")).exists()


def test_nothing_but_the_failures_stands_on_the_error_stream(odd: Odd) -> None:
    assert len(odd.ran.err) == 5


@pytest.mark.parametrize(
    ("name", "reasons"),
    [("black.mp4", ["too_dark"]), ("nobody.mp4", ["no_baby"]), ("one.mp4", ["no_baby"]), ("tiny.mp4", ["no_baby"])],
)
def test_what_cannot_be_judged_is_excluded_with_its_reason(odd: Odd, name: str, reasons: list[str]) -> None:
    told = odd.told[name]
    assert (told["movements"], told["patterns"], told["observed_s"]) == (0, [], 0.0)
    assert told["excluded"] == reasons
    session = file.load(told["session"])
    assert sum(span.end_s - span.start_s for span in session.coverage.excluded) == pytest.approx(
        session.video.duration_s, abs=1e-3
    )


def test_results_are_whole_and_nothing_else_is_left(odd: Odd) -> None:
    stems = {"black", "nobody", "one", "tiny"}
    assert {path.name.split(".")[0] for path in odd.folder.iterdir()} == stems
    assert len(list(odd.folder.iterdir())) == 2 * len(stems)
    for stem in stems:
        session = file.load(odd.folder / f"{stem}.session.json")
        assert session.signals_file is not None
        assert (odd.folder / session.signals_file).is_file()


def test_a_sample_clip_gives_timed_movements_flags_and_the_disclaimer(sample_clips: Path, tmp_path: Path) -> None:
    ran = run("analyze", sample_clips / "startle_and_cry.mp4", "-o", tmp_path)
    assert (ran.status, ran.err) == (0, [])
    said, disclaimer = ran.out
    assert "2 movements met the settings. The baby could be observed for " in said
    assert disclaimer.startswith("Not a diagnosis.")
    value = json.loads((tmp_path / "startle_and_cry.session.json").read_text("utf-8"))
    assert (value["format"], value["version"]) == ("annotator-session", 1)
    assert value["video"]["frames"] == 1350
    assert (tmp_path / value["video"]["file"]).resolve() == (sample_clips / "startle_and_cry.mp4").resolve()
    startle, jerk = (m for m in value["movements"] if m["kind"] != "slow")
    assert startle["onset_s"] == pytest.approx(14.15, abs=0.1)
    assert set(startle["limbs"]) == {"left_arm", "right_arm", "left_leg", "right_leg"}
    assert startle["sudden_noise_before_s"] == pytest.approx(0.15, abs=0.05)
    assert jerk["onset_s"] == pytest.approx(33.0, abs=0.1)
    assert jerk["limbs"] == ["left_arm"]
    assert {flag["rule"] for flag in value["patterns"]} == {"whole_body", "arousal"}


def test_two_videos_of_one_name_never_share_a_session(still: Path, tmp_path: Path) -> None:
    for folder in ("monday", "tuesday"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "night.mp4").write_bytes(still.read_bytes())
    out = tmp_path / "out"
    ran = run("analyze", tmp_path / "monday", tmp_path / "tuesday", "-o", out)
    assert ran.status == 1
    assert len(ran.err) == 1
    assert str(tmp_path / "tuesday" / "night.mp4") in ran.err[0]
    before = (out / "night.session.json").read_bytes()
    later = run("analyze", tmp_path / "tuesday", "-o", out)
    assert (later.status, len(later.err)) == (1, 1)
    assert (out / "night.session.json").read_bytes() == before
    assert run("analyze", tmp_path / "tuesday", "-o", out, "--force").status == 0


def test_a_reviewed_session_is_replaced_only_by_force(still: Path, tmp_path: Path) -> None:
    path = tmp_path / "still.session.json"
    assert run("analyze", still, "-o", tmp_path).status == 0
    assert run("analyze", still, "-o", tmp_path).status == 0
    session = file.load(path)
    file.save(replace(session, observer=replace(session.observer, age_months=4.0)), path)
    before = path.read_bytes()
    ran = run("analyze", still, "-o", tmp_path)
    assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)
    assert "reviewed" in ran.err[0]
    assert path.read_bytes() == before
    assert run("analyze", still, "-o", tmp_path, "--force").status == 0
    assert file.load(path).observer.age_months is None


@pytest.mark.parametrize("content", [b'{"format": "annotator-session", "version": 2}', b"{", b"\xff\xfe"])
def test_a_newer_or_damaged_session_in_the_way_is_kept(still: Path, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "still.session.json"
    path.write_bytes(content)
    ran = run("analyze", still, "-o", tmp_path)
    assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]
    damaged = b"version" not in content
    assert ("use --force" in ran.err[0]) is damaged
    assert ("Update this program" in ran.err[0]) is not damaged


def test_force_writes_over_a_damaged_session_and_keeps_it(still: Path, tmp_path: Path) -> None:
    path = tmp_path / "still.session.json"
    path.write_bytes(b'{"format": ')
    assert run("analyze", still, "-o", tmp_path, "--force").status == 0
    assert file.load(path).video.frames == 1
    assert [backup.read_bytes() for backup in file.backups(path)] == [b'{"format": ']


def test_an_output_folder_that_cannot_be_is_one_clear_line(still: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        ran = run("analyze", still, "-o", folder)
        assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)
        assert ran.err[0].startswith(f"{folder}: ")


if sys.platform == "linux":

    def test_a_folder_that_may_not_be_written_to_is_one_clear_line(still: Path) -> None:
        # Root may write anywhere but where the kernel has no files to write.
        for folder in ("/proc", "/proc/new"):
            ran = run("analyze", still, "-o", folder)
            assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)
            assert folder in ran.err[0]


if sys.platform != "win32":

    def test_a_full_disk_is_one_clear_line_and_leaves_nothing(still: Path, tmp_path: Path) -> None:
        # A limit on the size of a file fails the same write that a full disk fails.
        limited = "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (2500, 2500))"
        script = f"{limited}; runpy.run_module('annotator', run_name='__main__', alter_sys=True)"
        ended = subprocess.run(
            [sys.executable, "-c", script, "analyze", str(still), "-o", str(tmp_path)],
            env=environment(),
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert (ended.returncode, ended.stdout) == (1, "")
        (line,) = ended.stderr.splitlines()
        assert "the disk is full" in line
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def test_ctrl_c_leaves_nothing_half_written(sample_clips: Path, tmp_path: Path, number: signal.Signals) -> None:
        process = subprocess.Popen(
            command("analyze", sample_clips, "-o", tmp_path / "out", "--jobs", "2"),
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        _wait_for(lambda: (tmp_path / "out").is_dir())
        time.sleep(3)
        os.killpg(process.pid, number)  # as a terminal does: to every process of the run
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out, err) == (130, "", "Stopped.\n")
        assert list((tmp_path / "out").iterdir()) == []


class Deadly(Analyze):
    """A task that ends the process that receives it, as a crash in a native library would."""

    def __reduce__(self) -> tuple[Callable[[int], None], tuple[int]]:
        return os._exit, (70,)


def test_a_crash_stays_with_its_video(still: Path, tmp_path: Path) -> None:
    settings = AnalysisSettings()
    tasks = [Deadly(tmp_path / "deadly.mp4", tmp_path, settings, False), Analyze(still, tmp_path, settings, False)]
    heard: list[Progress | Outcome] = []
    Batch(tasks, jobs=2).run(heard.append)
    crashed, whole = sorted((one for one in heard if isinstance(one, Outcome)), key=lambda one: one.task)
    assert crashed.failure is not None
    assert "broke off (status 70)" in crashed.failure
    assert whole == Outcome(1, result=tmp_path / "still.session.json")
    assert any(isinstance(one, Progress) and one.task == 1 for one in heard)


def _wait_for(ready: Callable[[], bool], longest_s: float = 30.0) -> None:
    end = time.monotonic() + longest_s
    while not ready():
        assert time.monotonic() < end
        time.sleep(0.05)
