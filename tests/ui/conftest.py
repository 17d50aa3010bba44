"""Every test of the window must leave nothing behind: no thread, no window."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QStandardPaths, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.session import file
from annotator.ui.app import create_window
from annotator.ui.document import Reviewer
from annotator.ui.main_window import MainWindow
from annotator.ui.preferences import Preferences
from tests.clips import even, write
from tests.ui.sessions import series

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Fails a test that leaves a running thread or a window open."""
    yield
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    running = [thread for thread in gc.get_objects() if isinstance(thread, QThread) and _runs(thread)]
    for thread in running:
        thread.requestInterruption()
        thread.wait(5000)
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    for window in windows:
        window.hide()
        window.deleteLater()
    assert not running, f"still running: {running}"
    assert not windows, f"still open: {windows}"


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes a person's own settings and data."""
    QStandardPaths.setTestModeEnabled(True)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Settings of the test's own."""
    return Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a video of a minute, two frames a second, and its session."""
    video = write(tmp_path / "night.mp4", even(120, 2))
    session = series()
    file.save(file.with_video_at(session, video, tmp_path / "night.session.json"), tmp_path / "night.session.json")
    return tmp_path


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, preferences: Preferences) -> Iterator[MainWindow]:
    preferences.reviewer = Reviewer("Ames", "reviewer")
    window = create_window(qapp, preferences)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.document.undo_stack.setClean()
    window.close()
    assert not window.isVisible()
    window.deleteLater()


@pytest.fixture
def signals_of(qtbot: QtBot) -> Callable[[object], list[object]]:
    """Collects what a signal of one argument emits."""

    def collect(signal: object) -> list[object]:
        seen: list[object] = []
        signal.connect(seen.append)  # type: ignore[attr-defined]
        return seen

    return collect


def _runs(thread: QThread) -> bool:
    try:
        return thread.isRunning() and thread is not QThread.currentThread()
    except RuntimeError:  # its C++ side is gone
        return False
