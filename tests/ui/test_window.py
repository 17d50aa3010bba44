"""The whole window, offscreen: opening, the two depths, keys, reviewing, closing at any moment."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.session import autosave, edits, file
from annotator.session.people import Author
from annotator.ui.dialogs.movement import MovementDialog
from annotator.ui.dialogs.shortcuts import ShortcutsDialog
from annotator.ui.document import Reviewer, Selection
from annotator.ui.main_window import MainWindow
from annotator.ui.preferences import Preferences
from annotator.ui.recovery import RecoveryDialog
from tests.ui.hands import answer, press
from tests.ui.sessions import series

Open = Callable[..., MainWindow]


def test_a_video_without_a_session_offers_the_analysis(window: MainWindow, folder: Path) -> None:
    (folder / "night.session.json").unlink()
    assert window.files.open_paths([folder / "night.mp4"])
    assert window.analysis_panel.isVisible()
    assert window.analysis_panel.start_button.isVisible()
    assert not window.header.packet_button.isEnabled()
    assert not window.menus.save.isEnabled()


def test_a_session_opens_with_its_video_and_is_remembered(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.files.open_paths([folder / "night.session.json"])
    assert window.document.video == folder / "night.mp4"
    assert window.preferences.recent[0] == folder / "night.mp4"
    qtbot.waitUntil(lambda: window.clock.times is not None, timeout=20_000)
    assert "night.mp4" in window.windowTitle()


def test_dropping_a_folder_opens_all_it_holds(window: MainWindow, folder: Path) -> None:
    shutil.copyfile(folder / "night.mp4", folder / "other.mp4")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    assert [path.name for path in window.files.playlist] == ["night.mp4", "other.mp4"]
    window.menus.next_file.trigger()
    assert window.document.video == folder / "other.mp4"
    assert window.document.session is None
    window.menus.previous_file.trigger()
    assert window.document.session is not None


def test_a_file_that_cannot_be_opened_changes_nothing_and_says_what_to_do(window: MainWindow, folder: Path) -> None:
    window.files.open_paths([folder / "night.mp4"])
    before = window.document.session
    (folder / "bad.session.json").write_text("{")
    assert not window.files.open_paths([folder / "bad.session.json"])
    assert window.document.session is before
    assert "bad.session.json" in window.notices.text
    assert "Restore" in window.notices.text


def test_both_depths_show_the_same_document_and_are_remembered(
    qtbot: QtBot, window: MainWindow, folder: Path, preferences: Preferences
) -> None:
    window.files.open_paths([folder / "night.mp4"])
    window.document.select_movement(2)
    assert window.found_page.isVisible()
    window.header.clinician_button.click()
    assert window.review_page.isVisible()
    assert not window.found_page.isVisible()
    assert preferences.clinician
    assert window.document.selection == Selection(movement=2)
    assert window.review_page.table.selected_keys()[0].movement == 2
    press(qtbot, window, Qt.Key.Key_F2)
    assert window.found_page.isVisible()
    assert not preferences.clinician


def test_two_keys_from_the_start_to_a_verdict_on_the_flag(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.files.open_paths([folder / "night.mp4"])
    qtbot.waitUntil(lambda: window.clock.times is not None, timeout=20_000)
    press(qtbot, window, Qt.Key.Key_F)
    assert window.document.selection == Selection(flag=0)
    press(qtbot, window, Qt.Key.Key_A)
    flag = window.document.selected_flag
    assert flag is not None
    assert flag.review is not None
    assert (flag.review.verdict, flag.review.reviewer, flag.review.role) == ("accepted", "Ames", "reviewer")


def test_every_review_action_by_its_key(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.files.open_paths([folder / "night.mp4"])
    document = window.document

    def review(number: int) -> tuple[str, str | None]:
        found = document.movement(number)
        assert found is not None
        assert found.review is not None
        return found.review.verdict, found.review.kind

    document.select_movement(1)
    press(qtbot, window, Qt.Key.Key_X)
    assert review(1) == ("rejected", None)
    press(qtbot, window, Qt.Key.Key_U)
    assert review(1) == ("unsure", None)
    press(qtbot, window, Qt.Key.Key_5)
    assert review(1) == ("unsure", "slow")
    document.select_movement(2)
    press(qtbot, window, Qt.Key.Key_G)
    merged = document.selected_movement
    assert merged is not None
    assert merged.replaces == (2, 3)
    press(qtbot, window, Qt.Key.Key_Delete)
    assert document.movement(merged.id) is None
    document.select_span(30.0, 31.0)
    press(qtbot, window, Qt.Key.Key_O)
    assert document.session is not None
    assert document.session.looked[0].reviewer == "Ames"

    def fill(dialog: QWidget) -> None:
        for key in (Qt.Key.Key_3, Qt.Key.Key_Q, Qt.Key.Key_S):
            qtbot.keyClick(dialog, key)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    document.select_span(30.0, 36.0)
    answer(MovementDialog, fill)
    press(qtbot, window, Qt.Key.Key_Plus)
    added = document.selected_movement
    assert added is not None, window.notices.text
    assert (added.kind, added.limbs, added.source) == ("sustained", ("left_arm", "right_leg"), "reviewer")
    steps = document.undo_stack.count()
    for _ in range(steps):
        press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document.session.movements == series().movements
    for _ in range(steps):
        press(qtbot, window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert document.movement(added.id) is not None


def test_the_name_is_asked_once_before_the_first_verdict(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.preferences.reviewer = Reviewer()
    window.files.open_paths([folder / "night.mp4"])
    window.document.select_movement(1)

    def fill(dialog: QWidget) -> None:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        qtbot.keyClicks(field, "Brook")
        qtbot.keyClick(field, Qt.Key.Key_Return)

    answer(QDialog, fill)
    press(qtbot, window, Qt.Key.Key_A)
    press(qtbot, window, Qt.Key.Key_X)
    found = window.document.movement(1)
    assert found is not None
    assert found.review is not None
    assert (found.review.reviewer, found.review.role) == ("Brook", "parent")
    assert window.preferences.reviewer.name == "Brook"


def test_the_queue_loops_each_flag_and_counts_down(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.files.open_paths([folder / "night.mp4"])
    press(qtbot, window, Qt.Key.Key_Q)
    assert window.queue.running
    assert window.queue.left == 1
    assert window.document.selection == Selection(flag=0)
    press(qtbot, window, Qt.Key.Key_A)
    assert window.queue.left == 0
    assert window.clock.loop is None
    press(qtbot, window, Qt.Key.Key_Q)
    assert not window.queue.running


def test_a_blinded_reading_hides_and_shows_again(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.files.open_paths([folder / "night.mp4"])
    press(qtbot, window, Qt.Key.Key_B)
    assert window.found_page.table.model.rowCount() == 0
    press(qtbot, window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.found_page.table.model.rowCount() == 6


def test_unsaved_work_is_asked_about_and_can_be_saved(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.files.open_paths([folder / "night.mp4"])
    window.document.select_movement(1)
    press(qtbot, window, Qt.Key.Key_A)
    answer(QMessageBox, lambda box: box.button(QMessageBox.StandardButton.Cancel).click())  # type: ignore[attr-defined]
    assert not window.close()
    answer(QMessageBox, lambda box: box.button(QMessageBox.StandardButton.Save).click())  # type: ignore[attr-defined]
    assert window.close()
    saved = file.load(folder / "night.session.json").movements[0].review
    assert saved is not None
    assert saved.verdict == "accepted"


def test_after_a_crash_the_next_start_offers_the_work(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    session = file.load(folder / "night.session.json")
    from annotator.session import edits
    from annotator.session.people import Author

    worked = edits.judge(session, 1, "rejected", Author("Ames", "reviewer", "2026-11-21T20:00:00+00:00"))
    with autosave.Autosave(session.video.sha256, folder / "night.session.json", folder / "night.mp4") as copy:
        copy.save(worked)
    answer(RecoveryDialog, lambda dialog: dialog.recover_button.click())  # type: ignore[attr-defined]
    window.start([])
    assert window.document.session == worked
    assert window.document.dirty
    assert window.files.save()
    assert file.load(folder / "night.session.json") == worked
    assert autosave.find_recoveries() == ()


def test_no_key_is_given_twice(window: MainWindow) -> None:
    keys = Counter(
        shortcut.toString() for _, actions in window.menus.groups() for a in actions for shortcut in a.shortcuts()
    )
    assert [key for key, count in keys.items() if count > 1] == []
    assert len(keys) > 50


def test_every_action_can_be_found_in_the_list_of_keys(qtbot: QtBot, window: MainWindow) -> None:
    dialog = ShortcutsDialog(window.menus.groups(), window)
    qtbot.addWidget(dialog)
    words = {text for text, _ in dialog._rows}
    assert {"accept", "reject", "undo", "next movement", "play or pause"} <= words
    dialog.search.setText("accept")
    assert [text for text, widgets in dialog._rows if not widgets[0].isHidden()] == ["accept"]


@pytest.mark.parametrize("clinician", [False, True])
def test_every_control_has_a_name_and_can_be_reached(window: MainWindow, folder: Path, clinician: bool) -> None:
    window._set_clinician(clinician)
    window.files.open_paths([folder / "night.mp4"])
    controls = [
        w
        for kind in (QAbstractButton, QComboBox, QLineEdit, QAbstractSlider, QAbstractItemView)
        for w in window.findChildren(kind)
        if w.isVisible() and not isinstance(w.parent(), QComboBox | QLineEdit | QAbstractItemView)
    ]
    assert len(controls) > 8
    for control in controls:
        said = control.accessibleName() or getattr(control, "text", str)()
        scroll_bar = "ScrollBar" in control.metaObject().className()
        header = "Header" in control.metaObject().className()
        assert said or scroll_bar or header, control
        assert control.focusPolicy() != Qt.FocusPolicy.NoFocus or scroll_bar or header or not control.isEnabled(), (
            control
        )


def test_the_focused_control_keeps_the_keys_it_needs(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window._set_clinician(True)
    window.files.open_paths([folder / "night.mp4"])
    window.review_page.table.search.setFocus()
    qtbot.keyClicks(window.review_page.table.search, "jerk a")
    assert window.review_page.table.search.text() == "jerk a"
    assert all(m.review is None for m in series().movements)
    assert not window.document.dirty


def test_text_grows_and_colours_change_for_everything(window: MainWindow, qapp: QApplication) -> None:
    before = qapp.font().pointSizeF()
    window.menus.larger.trigger()
    assert qapp.font().pointSizeF() > before
    window.menus.usual.trigger()
    assert qapp.font().pointSizeF() == before
    dark = window.appearance.theme.dark
    window.menus.dark.trigger()
    assert window.appearance.theme.dark is not dark
    window.menus.dark.trigger()


def test_a_damaged_sessions_last_good_version_is_offered(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    path, video = folder / "night.session.json", folder / "night.mp4"
    good = file.load(path)
    by = Author("Ames", "reviewer", "2026-11-21T20:00:00+00:00")
    file.save(edits.judge(good, 1, "accepted", by), path)  # the good one is a backup now
    path.write_text('{"format": ', encoding="utf-8")
    assert not window.files.open_paths([video])
    offer = next(b for b in window.notices.findChildren(QAbstractButton) if b.text() == "Open its last good version")
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    document = window.document
    assert (document.session, document.path, document.video) == (good, path.absolute(), video.absolute())
    assert document.dirty
    assert window.files.save()
    assert file.load(path) == good
    assert any(kept.read_text(encoding="utf-8") == '{"format": ' for kept in file.backups(path))


def test_where_no_earlier_version_is_kept_none_is_offered(window: MainWindow, folder: Path) -> None:
    path = folder / "night.session.json"
    path.write_text('{"format": ', encoding="utf-8")
    assert not window.files.open_paths([path])
    assert not any(
        b.isVisible() and b.text() for b in window.notices.findChildren(QAbstractButton) if "last" in b.text()
    )
    assert window.document.session is None


def test_a_newer_programs_session_is_never_replaced_by_an_older_one(window: MainWindow, folder: Path) -> None:
    path = folder / "night.session.json"
    file.save(file.load(path), path)
    path.write_text(path.read_text(encoding="utf-8").replace('"version": 1', '"version": 99', 1), encoding="utf-8")
    assert not window.files.open_paths([folder / "night.mp4"])
    assert "newer program" in window.notices.text
    assert not any(b.isVisible() and "last good" in b.text() for b in window.notices.findChildren(QAbstractButton))


def test_n_goes_from_a_flag_to_the_movement_that_begins_with_it_first(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    window.files.open_paths([folder / "night.mp4"])
    qtbot.waitUntil(lambda: window.clock.times is not None, timeout=20_000)
    session = window.document.session
    assert session is not None
    flag = session.patterns[0]
    first = min((m for m in session.movements if m.id in flag.movements), key=lambda m: m.onset_s)
    window.document.select_flag(0)
    window.clock.seek(flag.start_s)
    press(qtbot, window, Qt.Key.Key_N)
    assert window.document.selection.movement == first.id
    press(qtbot, window, Qt.Key.Key_F)
    assert window.document.selection.flag == 0
    press(qtbot, window, Qt.Key.Key_N)
    press(qtbot, window, Qt.Key.Key_N)
    assert window.document.selection.movement not in (None, first.id)
