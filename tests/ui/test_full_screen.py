"""Full screen: the same window with only the picture, where every key works as it does in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.dialogs.movement import NoteDialog
from annotator.ui.dialogs.shortcuts import ShortcutsDialog
from annotator.ui.document import Selection
from annotator.ui.main_window import MainWindow
from tests.ui.hands import answer, press

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def full(qtbot: QtBot, window: MainWindow, folder: Path) -> MainWindow:
    window.files.open_paths([folder / "night.mp4"])
    qtbot.waitUntil(lambda: window.clock.times is not None, timeout=20_000)
    press(qtbot, window, Key.Key_F11)
    assert window.isFullScreen()
    return window


def verdict(window: MainWindow, number: int) -> str | None:
    found = window.document.movement(number)
    assert found is not None
    return found.review.verdict if found.review is not None else None


def test_only_the_picture_and_its_bar_are_shown_and_all_comes_back(qtbot: QtBot, full: MainWindow) -> None:
    hidden: list[QWidget] = [full.header, full.timeline, full.workspace.tabs, full.menuBar()]
    assert full.player.canvas.isVisible()
    assert full.player.bar.isVisible()
    assert not any(widget.isVisible() for widget in hidden)
    full.document.select_movement(2)
    full._refresh()
    assert not full.header.isVisible()
    press(qtbot, full, Key.Key_Escape)
    assert not full.isFullScreen()
    assert all(widget.isVisible() for widget in hidden)
    assert not full.player.player_actions.full_screen.isChecked()
    assert full.player.canvas.hasFocus()


def test_a_double_click_on_the_picture_goes_there_and_back(qtbot: QtBot, full: MainWindow) -> None:
    canvas = full.player.canvas
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert not full.isFullScreen()
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert full.isFullScreen()


def test_how_the_window_was_divided_up_is_not_forgotten(qtbot: QtBot, full: MainWindow) -> None:
    press(qtbot, full, Key.Key_F11)
    before = full.workspace._across.sizes(), full.workspace._down.sizes(), full.size()
    press(qtbot, full, Key.Key_F11)
    press(qtbot, full, Key.Key_F11)
    assert (full.workspace._across.sizes(), full.workspace._down.sizes(), full.size()) == before


def test_the_review_keys_work(qtbot: QtBot, full: MainWindow) -> None:
    press(qtbot, full, Key.Key_F)
    assert full.document.selection == Selection(flag=0)
    full.clock.seek(0.0)
    press(qtbot, full, Key.Key_N)
    assert full.document.selection == Selection(movement=1)
    press(qtbot, full, Key.Key_A)
    assert verdict(full, 1) == "accepted"
    press(qtbot, full, Key.Key_X)
    assert verdict(full, 1) == "rejected"
    press(qtbot, full, Key.Key_Z, CONTROL)
    assert verdict(full, 1) == "accepted"
    press(qtbot, full, Key.Key_Y, CONTROL)
    assert verdict(full, 1) == "rejected"
    press(qtbot, full, Key.Key_U)
    assert verdict(full, 1) == "unsure"
    press(qtbot, full, Key.Key_N)
    assert full.document.selection == Selection(movement=2)
    press(qtbot, full, Key.Key_P)
    assert full.document.selection == Selection(movement=1)
    press(qtbot, full, Key.Key_5)
    movement = full.document.movement(1)
    assert movement is not None
    assert movement.review is not None
    assert movement.review.kind == "slow", "also those of a menu within a menu"
    press(qtbot, full, Key.Key_S, CONTROL)
    assert not full.document.dirty


def test_the_players_keys_work(qtbot: QtBot, full: MainWindow) -> None:
    clock = full.clock
    press(qtbot, full, Key.Key_Right)
    qtbot.waitUntil(lambda: clock.position.frame == 1, timeout=20_000)
    press(qtbot, full, Key.Key_BracketLeft)
    press(qtbot, full, Key.Key_Right, SHIFT)
    qtbot.waitUntil(lambda: clock.position.frame == 11, timeout=20_000)
    press(qtbot, full, Key.Key_BracketRight)
    assert clock.loop == (0.5, 5.5)
    press(qtbot, full, Key.Key_Backslash)
    assert clock.loop is None
    for key in (Key.Key_Space, Key.Key_L):
        press(qtbot, full, key)
        assert clock.playing
        press(qtbot, full, Key.Key_K)
        assert not clock.playing
    press(qtbot, full, Key.Key_J)
    assert full.player.controller.direction == -1
    press(qtbot, full, Key.Key_K)


def test_a_verdict_can_be_seen_in_the_corner(qtbot: QtBot, full: MainWindow) -> None:
    assert not full.caption.isVisible()
    press(qtbot, full, Key.Key_N)
    assert full.caption.isVisible()
    assert "Jerk · Left arm" in full.caption.text()
    assert "Not reviewed yet" in full.caption.text()
    press(qtbot, full, Key.Key_A)
    assert "Accepted" in full.caption.text()
    press(qtbot, full, Key.Key_Escape)
    assert not full.caption.isVisible()


def test_dialogs_and_the_list_of_keys_open_over_it(qtbot: QtBot, full: MainWindow) -> None:
    seen: list[QWidget] = []

    def close(dialog: QWidget) -> None:
        seen.append(dialog)
        qtbot.keyClick(dialog, Key.Key_Escape)

    answer(ShortcutsDialog, close)
    press(qtbot, full, Key.Key_Question)
    full.document.select_movement(2)
    answer(NoteDialog, close)
    press(qtbot, full, Key.Key_T)
    assert len(seen) == 2
    assert full.isFullScreen(), "Escape closed the dialogs only"


def test_closing_in_full_screen_is_clean_and_opens_as_a_window_again(qtbot: QtBot, full: MainWindow) -> None:
    assert full.close()
    assert not full.isFullScreen()


def test_up_and_down_go_from_movement_to_movement(qtbot: QtBot, full: MainWindow) -> None:
    press(qtbot, full, Key.Key_Down)
    press(qtbot, full, Key.Key_Down)
    assert full.document.selection == Selection(movement=2)
    press(qtbot, full, Key.Key_Up)
    assert full.document.selection == Selection(movement=1)
    assert full.clock.target_s == pytest.approx(5.0)


def places(window: MainWindow) -> list[QWidget]:
    """Where the focus may be without needing the arrows."""
    return [
        window.player.canvas,
        window.player.bar.play_button,
        window.header.packet_button,
        window.timeline.view,
        window.workspace.tabs.tabBar(),
    ]


@pytest.mark.parametrize("place", range(5))
def test_up_and_down_work_wherever_nothing_needs_them(
    qtbot: QtBot, window: MainWindow, folder: Path, place: int
) -> None:
    window._set_clinician(True)
    window.files.open_paths([folder / "night.mp4"])
    qtbot.waitUntil(lambda: window.clock.times is not None, timeout=20_000)
    widget = places(window)[place]
    widget.setFocus()
    assert QApplication.focusWidget() is widget
    press(qtbot, window, Key.Key_Down)
    assert window.document.selection == Selection(movement=1)
    press(qtbot, window, Key.Key_Down)
    press(qtbot, window, Key.Key_Up)
    assert window.document.selection == Selection(movement=1)


def test_fields_tables_and_scrolled_pages_keep_up_and_down(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window._set_clinician(True)
    window.files.open_paths([folder / "night.mp4"])
    qtbot.waitUntil(lambda: window.clock.times is not None, timeout=20_000)
    table = window.review_page.table
    table.search.setFocus()
    press(qtbot, window, Key.Key_Down)
    assert window.document.selection == Selection()
    table.show_box.setFocus()
    press(qtbot, window, Key.Key_Down)
    assert table.show_box.currentData() == "open"
    assert window.document.selection == Selection()
    table.show_box.setCurrentIndex(0)
    table.view.setFocus()
    table.view.selectRow(3)
    press(qtbot, window, Key.Key_Down)
    assert table.view.currentIndex().row() == 4
    window.workspace.tabs.setCurrentWidget(window.sensitivity_page)
    window.sensitivity_page.rules_button.setChecked(True)
    box = window.sensitivity_page.rules.box("cluster_fewest_movements")
    box.setFocus()
    before, chosen = box.value(), window.document.selection
    press(qtbot, window, Key.Key_Up)
    assert box.value() == before + 1
    assert window.document.selection == chosen
    window.workspace.tabs.setCurrentWidget(window.table_page)
    page = next(w for w in window.table_page.findChildren(QScrollArea) if w.isVisible())
    page.setFocus()
    press(qtbot, window, Key.Key_Down)
    assert window.document.selection == chosen


def test_a_file_that_cannot_be_shown_is_told_there_too(qtbot: QtBot, full: MainWindow, folder: Path) -> None:
    (folder / "bad.mp4").write_bytes(b"no video at all" * 100)
    full.files.open_paths([folder / "bad.mp4"])
    qtbot.waitUntil(full.notices.isVisible, timeout=20_000)
    assert full.notices.text.startswith("bad.mp4: ")
