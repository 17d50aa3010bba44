"""The panels in their places in the window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator import wording
from annotator.session import file
from annotator.session.signals import StoredSignals, save_signals
from annotator.ui.app import create_window
from annotator.ui.document import Reviewer
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.traces import TraceView
from annotator.ui.preferences import Preferences
from tests.ui.panels.looking import said
from tests.ui.panels.nights import night, signals


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, preferences: Preferences) -> Iterator[MainWindow]:
    preferences.reviewer = Reviewer("Ames", "parent")
    window = create_window(qapp, preferences)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.document.undo_stack.setClean()
    window.close()
    assert not window.isVisible()


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """A session file with its signals beside it, and no video."""
    path = tmp_path / "night.session.json"
    digest = save_signals(StoredSignals(signals().to_arrays()), tmp_path / "night.signals.npz")
    file.save(replace(night(), signals_file="night.signals.npz", signals_sha256=digest), path)
    return path


def tab(window: MainWindow, page: QWidget) -> bool:
    tabs = window.workspace.tabs
    return tabs.isTabVisible(tabs.indexOf(page))


def test_parents_see_table_and_answers_clinicians_the_reasons_too(window: MainWindow, stored: Path) -> None:
    window.files.open_paths([stored])
    window._set_clinician(False)
    assert tab(window, window.table_page)
    assert tab(window, window.answers_page)
    assert not tab(window, window.why_page)
    assert not tab(window, window.sensitivity_page)
    window._set_clinician(True)
    assert all(
        tab(window, page) for page in (window.table_page, window.answers_page, window.why_page, window.sensitivity_page)
    )


@pytest.mark.parametrize("clinician", [False, True])
def test_the_disclaimer_is_in_view_beside_the_table(
    qtbot: QtBot, window: MainWindow, stored: Path, clinician: bool
) -> None:
    window._set_clinician(clinician)
    window.files.open_paths([stored])
    window.workspace.tabs.setCurrentWidget(window.table_page)
    qtbot.waitUntil(lambda: wording.row_title("duration") in said(window.table_page))
    bar = window.table_page.view.verticalScrollBar()
    for place in (bar.minimum(), bar.maximum()):
        bar.setValue(place)
        assert window._disclaimer.isVisible()
        assert window._disclaimer.text() == wording.disclaimer()
        assert not window._disclaimer.visibleRegion().isEmpty()


def test_open_questions_bring_the_form(qtbot: QtBot, window: MainWindow, stored: Path) -> None:
    window.files.open_paths([stored])
    window.workspace.tabs.setCurrentWidget(window.table_page)
    window.table_page.answers_asked.emit()
    assert window.workspace.tabs.currentWidget() is window.answers_page


def test_stored_signals_reach_the_reasons(qtbot: QtBot, window: MainWindow, stored: Path) -> None:
    window._set_clinician(True)
    window.files.open_paths([stored])
    window.workspace.tabs.setCurrentWidget(window.why_page)
    window.document.select_flag(0)
    qtbot.waitUntil(lambda: bool(window.why_page.findChildren(TraceView)), timeout=20_000)


def test_a_video_without_a_session_is_looked_at_and_closing_meanwhile_is_clean(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, sample_clips: Path
) -> None:
    video = tmp_path / "clip.mp4"
    shutil.copy(sample_clips / "isolated_jerks.mp4", video)
    window.files.open_paths([video])
    name = wording.filming_aspect_name("rate")
    qtbot.waitUntil(lambda: name in said(window.filming), timeout=20_000)
    window.close()
    assert not window.filming.look.running
