"""The simple depth: a movement and the flag that only repeats it are one row and one verdict; nothing is said twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator import wording
from annotator.session import edits, file
from annotator.session.model import Movement, PatternFlag, Review, Session
from annotator.session.people import Author
from annotator.ui.document import Selection
from annotator.ui.main_window import MainWindow
from annotator.ui.review.rows import COLUMNS, Key, matches, rows_of, with_same
from annotator.ui.review.table import NEEDS, shared_widths
from tests.ui.hands import press
from tests.ui.panels.looking import said
from tests.ui.sessions import movement, session

BY = Author("Ames", "reviewer", "2026-11-21T20:00:00+00:00")


def held() -> Session:
    """A jerk, a sustained movement with the flag of its own kind and one of another rule, and a cluster of both."""
    both = ("left_arm", "right_arm")
    marks = (movement(1, 5.0), movement(2, 12.0, 7.0, kind="sustained", limbs=both))
    flags = (
        PatternFlag("sustained", 12.0, 19.0, (2,), {"duration_s": 7.0, "longer_than_s": 5.0}),
        PatternFlag("bilateral", 12.0, 19.0, (2,), {}),
    )
    return session(*marks, patterns=flags)


@pytest.fixture
def simple(qtbot: QtBot, window: MainWindow, folder: Path) -> MainWindow:
    path = folder / "night.session.json"
    video = file.load(path).video
    file.save(replace(held(), video=video), path)
    window.files.open_paths([path])
    qtbot.waitUntil(lambda: window.clock.times is not None, timeout=20_000)
    return window


def reviews(window: MainWindow) -> tuple[Review | None, Review | None]:
    """What was said of the sustained movement, and of its flag."""
    now = window.document.session
    assert now is not None
    mark: Movement = next(m for m in now.movements if m.id == 2)
    flag = next(f for f in now.patterns if f.rule == "sustained")
    return mark.review, flag.review


def words(window: MainWindow, key: Key) -> str:
    model = window.found_page.table.model
    row = model.row_of(key)
    assert row is not None
    return str(model.index(row, COLUMNS.index("what")).data())


def test_one_row_with_the_flags_sign_and_both_sentences(simple: MainWindow) -> None:
    table = simple.found_page.table
    assert table.keys() == [Key(movement=1), Key(flag=1), Key(movement=2)]
    assert words(simple, Key(movement=2)) == "⚑ Sustained"
    assert words(simple, Key(movement=1)) == "Jerk"
    simple.document.select_movement(2)
    text = said(simple.found_page)
    chosen = simple.document.selected_movement
    assert chosen is not None
    assert wording.movement_sentence(chosen) in text
    assert "⚑" in text


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_X, Qt.Key.Key_U])
def test_a_verdict_goes_to_both_and_is_one_step(qtbot: QtBot, simple: MainWindow, key: Qt.Key) -> None:
    simple.document.select_movement(2)
    press(qtbot, simple, key)
    of_movement, of_flag = reviews(simple)
    assert of_movement is not None
    assert of_flag is not None
    assert (of_movement.verdict, of_movement.reviewer) == (of_flag.verdict, of_flag.reviewer)
    assert words(simple, Key(movement=2)).startswith("⚑ "), "nothing differs, nothing more is said"
    other = simple.document.session
    assert other is not None
    assert all(f.review is None for f in other.patterns if f.rule == "bilateral")
    press(qtbot, simple, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert reviews(simple) == (None, None)
    assert not simple.document.undo_stack.canUndo()


def test_the_flag_reached_by_its_key_is_the_same_row(qtbot: QtBot, simple: MainWindow) -> None:
    press(qtbot, simple, Qt.Key.Key_F)
    assert simple.document.selection == Selection(flag=0)
    assert simple.found_page.table.selected_keys() == [Key(movement=2)]
    press(qtbot, simple, Qt.Key.Key_A)
    of_movement, of_flag = reviews(simple)
    assert of_movement is not None
    assert of_flag is not None


def test_in_the_workspace_each_keeps_its_own_verdict_and_the_simple_row_says_so(
    qtbot: QtBot, simple: MainWindow
) -> None:
    simple._set_clinician(True)
    simple.document.select_movement(2)
    press(qtbot, simple, Qt.Key.Key_A)
    of_movement, of_flag = reviews(simple)
    assert of_movement is not None
    assert of_flag is None
    assert simple.review_page.table.keys() == [Key(movement=1), Key(flag=0), Key(flag=1), Key(movement=2)]
    simple._set_clinician(False)
    assert words(simple, Key(movement=2)) == "⚑○ Sustained"
    model = simple.found_page.table.model
    row = model.row_of(Key(movement=2))
    assert row is not None
    spoken = model.index(row, COLUMNS.index("what")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Sustained; pattern flag: Not reviewed yet"
    assert "Not reviewed yet." in said(simple.found_page)


def test_a_flag_stands_alone_where_its_movement_is_another_or_none_any_more() -> None:
    plain = held()
    assert with_same([Key(flag=0)], plain) == [Key(movement=2), Key(flag=0)]
    assert with_same([Key(flag=1), Key(movement=1)], plain) == [Key(flag=1), Key(movement=1)]
    relabelled = edits.relabel(plain, 2, BY, kind="prolonged")
    assert with_same([Key(movement=2)], relabelled) == [Key(movement=2)]
    parted = edits.split(plain, 2, 15.0, BY)
    shown = {row.key for row in rows_of(parted) if matches(row, "moments", None)}
    assert Key(flag=0) in shown, "its movement has no row"


def test_an_unreadable_file_is_told_once_and_another_one_is_offered(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    broken = tmp_path / "holiday.mp4"
    broken.write_text("no video")
    window.files.open_paths([broken])
    qtbot.waitUntil(lambda: window.analysis_panel.unreadable, timeout=20_000)
    text = said(window.workspace)
    assert text.count("cannot be shown or analysed") == 1
    assert not window.analysis_panel.start_button.isVisible()
    assert not window.filming.isVisible()
    assert window.analysis_panel.other_button.isVisible()
    assert not window.menus.analyse.isEnabled()
    assert window.notices.text == ""


def test_the_next_file_is_offered_as_usual(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    (folder / "night.session.json").unlink()
    broken = folder / "broken.mp4"
    broken.write_text("no video")
    window.files.open_paths([broken])
    qtbot.waitUntil(lambda: window.analysis_panel.unreadable, timeout=20_000)
    window.files.open_paths([folder / "night.mp4"])
    assert window.analysis_panel.start_button.isVisible()
    assert window.menus.analyse.isEnabled()


def test_an_unreadable_video_of_a_session_is_told_above_the_marks(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    (folder / "night.mp4").write_text("no video")
    window.files.open_paths([folder / "night.session.json"])
    qtbot.waitUntil(lambda: bool(window.notices.text), timeout=20_000)
    assert "night.mp4" in window.notices.text
    assert window.found_page.isVisible()


@pytest.mark.parametrize("clinician", [False, True])
def test_all_columns_fit_a_small_window(qtbot: QtBot, simple: MainWindow, clinician: bool) -> None:
    simple._set_clinician(clinician)
    simple.resize(1280, 800)
    qtbot.wait(20)
    view = (simple.review_page if clinician else simple.found_page).table.view
    assert view.horizontalScrollBar().maximum() == 0
    shown = [name for column, name in enumerate(COLUMNS) if not view.isColumnHidden(column)]
    assert set(shown) >= ({"state", "start", "what", "limbs", "duration"} | ({"who"} if clinician else set()))
    view.horizontalHeader().resizeSection(COLUMNS.index("what"), 300)
    simple.resize(1290, 800)
    qtbot.wait(20)
    assert view.columnWidth(COLUMNS.index("what")) == 300, "what a person set stays"


@pytest.mark.parametrize("room_px", [0, 300, 579, 900, 2000])
def test_widths_fill_the_room_and_never_fall_below_the_needs(room_px: int) -> None:
    widths = shared_widths(room_px, 8, COLUMNS, {"start": 90})
    assert all(width >= NEEDS[name] * 8 for name, width in widths.items())
    assert widths["start"] >= 90
    assert sum(widths.values()) == max(room_px, sum(widths.values()))
    assert "who" in widths
