"""Starting quickly, and closing cleanly at any moment."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.ui.main_window import MainWindow
from tests.ui.hands import press


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


def test_the_window_is_up_within_a_second_and_a_half(tmp_path: Path) -> None:
    """Processor time, so that other work on the machine does not count; nothing heavy may be loaded by then."""
    script = (
        "import resource, sys, time\n"
        "from PySide6.QtCore import QSettings\n"
        "from annotator.ui import app\n"
        "from annotator.ui.preferences import Preferences\n"
        "application = app.create_application()\n"
        f"store = QSettings({str(tmp_path / 's.ini')!r}, QSettings.IniFormat)\n"
        "window = app.create_window(application, Preferences(store))\n"
        "window.show()\n"
        "application.sendPostedEvents()\n"
        "window.grab()\n"
        "used = resource.getrusage(resource.RUSAGE_SELF)\n"
        "assert not {'av', 'cv2', 'mediapipe'} & set(sys.modules)\n"
        "window.close()\n"
        "print(used.ru_utime + used.ru_stime)\n"
    )
    used = []
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr
        used.append(float(done.stdout))
    assert min(used) <= 1.5
