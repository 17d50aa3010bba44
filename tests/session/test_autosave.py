import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.errors import OutputError, SessionError
from annotator.session import file
from annotator.session.autosave import Autosave, default_folder, discard, find_recoveries, find_recovery
from annotator.session.model import Session
from tests.session import sessions as make

ROOT = Path(__file__).parents[2]
SHA = make.VIDEO.sha256


def edited(mark: str = "edited") -> Session:
    return make.session(make.movement(1.0), created_at=mark)


def crash_with(folder: Path, session: Session, session_path: Path | None) -> None:
    """Another process autosaves and is killed, as by a power cut: no clean-up of any kind runs."""
    code = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from annotator.session import file\n"
        "from annotator.session.autosave import Autosave\n"
        "session = file.from_json(sys.stdin.buffer.read().decode())\n"
        "path = Path(sys.argv[2]) if sys.argv[2] else None\n"
        "Autosave(session.video.sha256, path, Path('/videos/a.mp4'), Path(sys.argv[1])).save(session)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(folder), str(session_path or "")],
        input=file.to_json(session).encode(),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL


def test_a_crash_leaves_a_copy_that_the_next_start_finds(tmp_path: Path) -> None:
    path = tmp_path / "a.session.json"
    crash_with(tmp_path / "state", edited(), path)
    (recovery,) = find_recoveries(tmp_path / "state")
    assert recovery.session == edited()
    assert recovery.session_path == path
    assert recovery.video_path == Path("/videos/a.mp4")
    assert find_recovery(SHA, path, tmp_path / "state") == recovery
    assert find_recovery(SHA, None, tmp_path / "state") is None
    assert find_recovery("0" * 64, path, tmp_path / "state") is None
    discard(recovery)
    assert list((tmp_path / "state").iterdir()) == []


def test_a_copy_that_is_being_written_is_nobodys_to_recover(tmp_path: Path) -> None:
    with Autosave(SHA, folder=tmp_path) as autosave:
        autosave.save(edited("first"))
        autosave.save(edited("second"))
        assert find_recoveries(tmp_path) == ()
    (recovery,) = find_recoveries(tmp_path)
    assert recovery.session.created_at == "second"


def test_two_windows_on_one_session_keep_a_copy_each(tmp_path: Path) -> None:
    path = tmp_path / "a.session.json"
    for mark in ("one", "two"):
        with Autosave(SHA, path, folder=tmp_path) as autosave:
            autosave.save(edited(mark))
    assert {r.session.created_at for r in find_recoveries(tmp_path)} == {"one", "two"}


def test_saved_work_leaves_nothing(tmp_path: Path) -> None:
    autosave = Autosave(SHA, folder=tmp_path / "state")
    autosave.discard()
    assert not (tmp_path / "state").exists()
    autosave.save(edited())
    autosave.discard()
    assert list((tmp_path / "state").iterdir()) == []
    autosave.save(edited())
    autosave.close()
    assert len(find_recoveries(tmp_path / "state")) == 1


def test_another_videos_session_is_never_saved(tmp_path: Path) -> None:
    other = replace(edited(), video=replace(make.VIDEO, sha256="cd" * 32))
    with Autosave(SHA, folder=tmp_path) as autosave, pytest.raises(SessionError, match="another video"):
        autosave.save(other)
    assert list(tmp_path.iterdir()) == []


def test_a_copy_under_another_videos_name_is_not_offered(tmp_path: Path) -> None:
    with Autosave(SHA, folder=tmp_path) as autosave:
        autosave.save(edited())
    (copy,) = tmp_path.glob("*.recovery.json")
    copy.rename(copy.with_name("f" * 32 + "-00000000.recovery.json"))
    assert find_recoveries(tmp_path) == ()


def test_a_copy_equal_to_the_saved_session_is_not_offered(tmp_path: Path) -> None:
    path = tmp_path / "a.session.json"
    file.save(edited(), path)
    with Autosave(SHA, path, folder=tmp_path) as autosave:
        autosave.save(edited())
    assert find_recoveries(tmp_path) == ()
    file.save(edited("another"), path)
    assert len(find_recoveries(tmp_path)) == 1


def test_damaged_copies_are_passed_over(tmp_path: Path) -> None:
    for n, content in enumerate(["", "{", "[]", '{"format": "annotator-recovery"}', '{"format": "x"}', "\xff"]):
        (tmp_path / f"{n}-0.recovery.json").write_bytes(content.encode("latin-1"))
    assert find_recoveries(tmp_path) == ()
    assert find_recoveries(tmp_path / "not there") == ()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "flat").write_text("")
    with pytest.raises(OutputError):
        Autosave(SHA, folder=tmp_path / "flat" / "state").save(edited())


def test_the_folder_is_the_users_own_state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "annotator" / "recovery"
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", "/home/kim")
    assert default_folder() == Path("/home/kim/.local/state/annotator/recovery")
