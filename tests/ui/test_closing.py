"""Starting quickly, and closing cleanly at any moment."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaObject, QPoint, Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from annotator.session import autosave, file
from annotator.ui.main_window import MainWindow
from annotator.video.digest import sha256_of
from tests.ui.hands import answer, press
from tests.ui.panels.nights import night, signals
from tests.ui.sessions import long_night


@pytest.mark.parametrize("wait_ms", [0, 30, 400])
def test_closing_during_an_analysis_is_clean(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, sample_clips: Path, wait_ms: int
) -> None:
    clip = tmp_path / "clip.mp4"
    shutil.copyfile(sample_clips / "isolated_jerks.mp4", clip)
    window.files.open_paths([clip])
    window.menus.analyse.trigger()
    assert window.analysis.running
    qtbot.wait(wait_ms)
    assert window.close()
    assert not window.analysis.running
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".ini" and path.is_file()] == ["clip.mp4"]


def test_an_analysis_can_be_stopped_and_nothing_is_written(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, sample_clips: Path
) -> None:
    clip = tmp_path / "clip.mp4"
    shutil.copyfile(sample_clips / "isolated_jerks.mp4", clip)
    window.files.open_paths([clip])
    window.analysis_panel.start_button.click()
    qtbot.waitUntil(lambda: window.analysis.running)
    window.analysis_panel.cancel_button.click()
    qtbot.waitUntil(lambda: not window.analysis.running, timeout=60_000)
    assert window.document.session is None
    assert "stopped" in window.notices.text
    assert not (tmp_path / "clip.session.json").exists()


def test_closing_while_scrubbing_is_clean(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.files.open_paths([folder / "night.mp4"])
    qtbot.waitUntil(lambda: window.clock.times is not None, timeout=20_000)
    for frame in range(0, 120, 7):
        window.clock.seek_frame((frame * 31) % 120)
        window.thumbnails.request(frame / 2)
    window.document.select_movement(1)
    press(qtbot, window, Qt.Key.Key_A)
    window.document.undo_stack.setClean()
    assert window.close()


def names(folder: Path) -> set[str]:
    """Everything in a folder, hidden or not, but backups and the test's own settings."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return {name for name in found if not name.startswith(("xdg_", ".annotator-backups")) and not name.endswith(".ini")}


def open_long_night(window: MainWindow, folder: Path) -> Path:
    """A session that takes a while to write, with one verdict that no file holds yet."""
    path = folder / "night.session.json"
    video = file.load(path).video
    file.save(replace(long_night(8_000), video=replace(video, duration_s=8 * 3600.0)), path)
    assert window.files.open_paths([path])
    window.document.select_movement(7)
    window.review.accept.trigger()
    return path


def verdict(path: Path, number: int) -> str | None:
    movement = next(m for m in file.load(path).movements if m.id == number)
    return movement.review.verdict if movement.review is not None else None


def test_a_close_asked_for_in_the_middle_of_a_save_waits_for_it(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    path = open_long_night(window, folder)
    before = names(folder)
    began = threading.Event()

    def close_once_it_writes() -> None:
        deadline = time.monotonic() + 20
        while not began.is_set() and time.monotonic() < deadline:
            time.sleep(0.001)
            if names(folder) != before:  # the new file stands beside the old one
                began.set()
        QMetaObject.invokeMethod(window, "close", Qt.ConnectionType.QueuedConnection)

    closer = threading.Thread(target=close_once_it_writes)
    closer.start()
    press(qtbot, window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    closer.join(20)
    assert began.is_set()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    assert verdict(path, 7) == "accepted"
    assert names(folder) == before


def test_closing_while_the_recovery_copy_is_being_written_saves_what_the_person_says(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    path = open_long_night(window, folder)
    qtbot.waitUntil(lambda: window.recovery.writing, timeout=20_000)
    answer(QMessageBox, lambda box: box.button(QMessageBox.StandardButton.Save).click())  # type: ignore[attr-defined]
    assert window.close()
    assert not window.recovery.writing
    assert verdict(path, 7) == "accepted"
    assert autosave.find_recoveries() == ()


def test_a_save_that_fails_while_closing_keeps_the_window_and_the_work(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    path = open_long_night(window, folder)
    path.unlink()
    path.mkdir()
    (path / "in the way").touch()
    answer(QMessageBox, lambda box: box.button(QMessageBox.StandardButton.Save).click())  # type: ignore[attr-defined]
    assert not window.close()
    assert window.isVisible()
    assert window.document.dirty
    assert "night.session.json" in window.notices.text


@pytest.mark.parametrize("wait_ms", [0, 150, 900])
def test_closing_while_the_packet_is_made_leaves_no_half_packet(
    qtbot: QtBot, window: MainWindow, folder: Path, wait_ms: int
) -> None:
    path = folder / "night.session.json"
    session = file.load(path)
    file.save(replace(session, video=replace(session.video, sha256=sha256_of(folder / "night.mp4"))), path)
    window.files.open_paths([path])
    before = names(folder)
    window.menus.packet.trigger()
    dialog = window.packet.dialog
    assert dialog is not None
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    assert window.packet.running
    qtbot.wait(wait_ms)
    still = window.packet.running
    assert window.close()
    assert not window.packet.running
    left = names(folder) - before
    assert not left if still else any(name.endswith("index.html") for name in left)


def test_closing_during_wild_scrubbing_by_mouse_is_clean(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.files.open_paths([folder / "night.mp4"])
    qtbot.waitUntil(lambda: window.clock.times is not None, timeout=20_000)
    strip = window.timeline.strip
    middle = strip.height() // 2
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(40, middle))
    for step in range(60):
        qtbot.mouseMove(strip, QPoint(40 + (step * 397) % (strip.width() - 80), middle))
    press(qtbot, window, Qt.Key.Key_J)
    press(qtbot, window, Qt.Key.Key_L)
    assert window.close()


@pytest.mark.parametrize("wait_ms", [0, 60, 600])
def test_closing_during_the_filming_check_is_clean(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, sample_clips: Path, wait_ms: int
) -> None:
    clip = tmp_path / "clip.mp4"
    shutil.copyfile(sample_clips / "isolated_jerks.mp4", clip)
    window.files.open_paths([clip])
    assert window.filming.look.running
    qtbot.wait(wait_ms)
    assert window.close()
    assert not window.filming.look.running


def test_closing_during_a_sensitivity_preview_is_clean(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window._set_clinician(True)
    window.document.open_session(night(), folder / "night.session.json", None)
    window.sensitivity_page.set_signals(signals())
    window.workspace.tabs.setCurrentWidget(window.sensitivity_page)
    slider = window.sensitivity_page.slider
    slider.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        press(qtbot, window, key)
    assert window.sensitivity_page.previewer.running
    assert window.close()
    assert not window.sensitivity_page.previewer.running
    assert window.document.session == night()


def test_closing_while_a_video_is_compared_with_its_session_is_clean(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    with (folder / "night.mp4").open("ab") as video:
        video.write(bytes(64_000_000))
    window.files.open_paths([folder / "night.session.json"])
    assert window.files.checking
    assert window.close()
    assert not window.files.checking


def test_nothing_heavy_is_loaded_before_the_window_is_up(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from PySide6.QtCore import QSettings\n"
        "from annotator.ui import app\n"
        "from annotator.ui.preferences import Preferences\n"
        "application = app.create_application()\n"
        f"store = QSettings({str(tmp_path / 's.ini')!r}, QSettings.IniFormat)\n"
        "window = app.create_window(application, Preferences(store))\n"
        "window.show()\n"
        "application.sendPostedEvents()\n"
        "window.grab()\n"
        "print(*sorted({'av', 'cv2', 'mediapipe', 'scipy'} & set(sys.modules)))\n"
        "window.close()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr
