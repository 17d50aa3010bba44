"""Two reviews of one video compared in the window: by real keys and real files, and neither is changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from annotator import wording
from annotator.session import edits, file
from annotator.session.model import Session
from annotator.session.people import Author
from annotator.ui.dialogs.movement import NoteDialog
from annotator.ui.document import Selection
from annotator.ui.main_window import MainWindow
from annotator.ui.timeline.paint_compared import Place
from tests.ui.hands import answer, press
from tests.ui.panels.looking import said
from tests.ui.sessions import session as session_of

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BROOK = Author("Brook", "reviewer", "2026-11-21T20:00:00+00:00")


def reviewed_by_brook(session: Session) -> Session:
    """One movement rejected, one of another kind, one with other limbs, one added."""
    session = edits.judge(session, 1, "rejected", BROOK)
    session = edits.relabel(session, 2, BROOK, kind="prolonged")
    session = edits.relabel(session, 3, BROOK, limbs=("head",))
    return edits.add(session, BROOK, 30.0, 30.5, "jerk", ("right_leg",))


@pytest.fixture
def other(folder: Path) -> Path:
    """Brook's review of the same video."""
    path = folder / "brook.session.json"
    file.save(reviewed_by_brook(file.load(folder / "night.session.json")), path)
    return path


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, folder: Path) -> MainWindow:
    window.files.open_paths([folder / "night.mp4"])
    qtbot.waitUntil(lambda: window.clock.times is not None, timeout=20_000)
    return window


@pytest.fixture
def comparing(qtbot: QtBot, opened: MainWindow, other: Path) -> MainWindow:
    with qtbot.waitSignal(opened.comparison.changed, timeout=20_000):
        opened.comparison.open(other)
    return opened


def test_the_key_asks_for_the_other_review_and_the_numbers_come(
    qtbot: QtBot, opened: MainWindow, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not opened.workspace.tabs.isTabVisible(opened.workspace.tabs.indexOf(opened.compare_page))
    # The desktop's own file dialog cannot be driven by a test.
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    press(qtbot, opened, Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: opened.comparison.compared is not None, timeout=20_000)
    page = opened.compare_page
    assert page.isVisible()
    words = said(page)
    found = opened.comparison.compared
    assert found is not None
    assert "Comparing: 4 difference" in words
    assert "Brook (reviewer)" in words
    assert "brook.session.json" in words
    assert "night.session.json" in words
    assert f"κ {wording.kappa_of_time(found.agreement)}" in words
    assert f"κ {wording.kappa_of_kinds(found.agreement)}" in words
    assert wording.onset_differences(found.agreement) in words
    rows = [page.model.index(row, 1).data() for row in range(page.model.rowCount())]
    assert rows == [wording.disagreement_sentence(d) for d in found.agreement.disagreements]
    assert [page.model.index(row, 0).data() for row in range(4)] == ["1", "≠", "≠", "2"]


def test_one_key_each_way_steps_through_the_places(qtbot: QtBot, comparing: MainWindow) -> None:
    clock = comparing.clock
    press(qtbot, comparing, Key.Key_D)
    assert comparing.comparison.at == 0
    assert "Difference 1 of 4" in said(comparing.compare_page)
    assert clock.loop == (3.0, 6.5), "with a lead-in"
    assert clock.target_s == pytest.approx(3.0)
    assert clock.playing
    assert comparing.compare_page.view.current_row() == 0
    for _ in range(5):
        press(qtbot, comparing, Key.Key_D)
    assert comparing.comparison.at == 3, "the last one is the last"
    assert not comparing.comparison.next.isEnabled()
    press(qtbot, comparing, Key.Key_D, SHIFT)
    assert comparing.comparison.at == 2
    assert clock.loop == (13.0, 16.5)
    press(qtbot, comparing, Key.Key_D, CONTROL | SHIFT)
    assert clock.loop is None
    assert not clock.playing


def test_rows_are_chosen_by_mouse_and_arrows(qtbot: QtBot, comparing: MainWindow) -> None:
    view = comparing.compare_page.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert comparing.comparison.at is None, "the focus alone goes nowhere"
    row = view.visualRect(view.model().index(1, 1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert comparing.comparison.at == 1
    press(qtbot, comparing, Key.Key_Down)
    assert comparing.comparison.at == 2
    comparing.clock.request_play(False)
    press(qtbot, comparing, Key.Key_Return)
    assert comparing.clock.playing


def test_the_timeline_marks_both_reviewers_at_both_depths(qtbot: QtBot, comparing: MainWindow) -> None:
    places: list[Place | None] = []
    comparing.comparison.moved.connect(places.append)
    for clinician in (True, False):
        comparing._set_clinician(clinician)
        part = comparing.timeline.view if clinician else comparing.timeline.strip
        comparing.timeline.set_compared(None)
        QCoreApplication.processEvents()
        before = part.grab().toImage()
        comparing.comparison.go(1)
        comparing.clock.set_loop(None)
        comparing.clock.request_play(False)
        with_both = part.grab().toImage()
        place = places[-1]
        assert place is not None
        assert place.first is not None
        assert place.second is not None
        assert differs(before, with_both)
        comparing.timeline.set_compared(replace(place, second=None))
        assert differs(part.grab().toImage(), with_both)
        alone = []
        for one in (replace(place, second=None), replace(place, first=None, second=place.first)):
            comparing.timeline.set_compared(one)
            alone.append(part.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8))
        assert differs(*alone), "told apart without colour"


def differs(one: QImage, other: QImage) -> bool:
    return one != other


def test_neither_review_is_changed_and_editing_waits(qtbot: QtBot, comparing: MainWindow, other: Path) -> None:
    document = comparing.document
    before, files = document.session, {p: p.read_bytes() for p in (other, other.with_name("night.session.json"))}
    press(qtbot, comparing, Key.Key_D)
    document.select_movement(2)
    for key in (Key.Key_A, Key.Key_X, Key.Key_U, Key.Key_5, Key.Key_G, Key.Key_S, Key.Key_Delete, Key.Key_Plus):
        press(qtbot, comparing, key)
    press(qtbot, comparing, Key.Key_S, CONTROL)
    assert document.session is before
    assert not document.dirty
    assert document.undo_stack.count() == 0
    assert not comparing.review.accept.isEnabled()
    press(qtbot, comparing, Key.Key_D, CONTROL | SHIFT)
    assert comparing.comparison.compared is None
    assert not comparing.compare_page.isVisible()
    saved = file.load(other.with_name("night.session.json"))
    assert saved == before
    assert files[other] == other.read_bytes()
    document.select_movement(2)
    press(qtbot, comparing, Key.Key_A)
    assert document.dirty


def test_what_is_not_saved_yet_is_compared_too_and_can_still_be_saved_and_undone(
    qtbot: QtBot, opened: MainWindow, other: Path
) -> None:
    opened.document.select_movement(1)
    press(qtbot, opened, Key.Key_X)
    with qtbot.waitSignal(opened.comparison.changed, timeout=20_000):
        opened.comparison.open(other)
    assert len(opened.comparison.differences) == 3
    assert not opened.menus.undo.isEnabled()
    assert opened.document.dirty
    press(qtbot, opened, Key.Key_S, CONTROL)
    assert not opened.document.dirty
    opened.comparison.stop.trigger()
    assert opened.menus.undo.isEnabled()
    press(qtbot, opened, Key.Key_Z, CONTROL)
    movement = opened.document.movement(1)
    assert movement is not None
    assert movement.review is None


def test_an_edit_made_while_it_was_being_read_counts(qtbot: QtBot, opened: MainWindow, other: Path) -> None:
    opened.comparison.open(other)
    opened.document.apply(lambda s: edits.judge(s, 1, "rejected", opened.document.author()), "Reject")
    qtbot.waitUntil(lambda: opened.comparison.compared is not None, timeout=20_000)
    assert len(opened.comparison.differences) == 3


def test_another_video_is_refused_in_one_line(qtbot: QtBot, opened: MainWindow, folder: Path) -> None:
    wrong = folder / "wrong.session.json"
    file.save(replace(session_of(), video=replace(session_of().video, sha256="1" * 64)), wrong)
    with qtbot.waitSignal(opened.comparison.failed, timeout=20_000):
        opened.comparison.open(wrong)
    assert "wrong.session.json: it is about another video than night.mp4" in opened.notices.text
    assert "Choose two sessions of the same video." in opened.notices.text
    assert opened.comparison.compared is None
    assert opened.document.editable


@pytest.mark.parametrize(("name", "cause"), [("night.session.json", "it is the review that is open"), ("x.json", "")])
def test_what_is_no_second_review_is_refused(
    qtbot: QtBot, opened: MainWindow, folder: Path, name: str, cause: str
) -> None:
    (folder / "x.json").write_text("{")
    with qtbot.waitSignal(opened.comparison.failed, timeout=20_000):
        opened.comparison.open(folder / name)
    assert name in opened.notices.text
    assert cause in opened.notices.text
    assert opened.comparison.compared is None


def test_two_that_agree_everywhere(qtbot: QtBot, opened: MainWindow, folder: Path) -> None:
    same = folder / "same.session.json"
    file.save(file.load(folder / "night.session.json"), same)
    with qtbot.waitSignal(opened.comparison.changed, timeout=20_000):
        opened.comparison.open(same)
    assert "differ nowhere" in said(opened.compare_page)
    assert not opened.comparison.next.isEnabled()
    press(qtbot, opened, Key.Key_D)
    assert opened.comparison.at is None


def test_kappa_says_why_there_is_none(qtbot: QtBot, opened: MainWindow, folder: Path) -> None:
    empty = folder / "empty.session.json"
    session = file.load(folder / "night.session.json")
    file.save(replace(session, movements=(), patterns=()), empty)
    opened.document.open_session(replace(session, movements=(), patterns=()), None, folder / "night.mp4")
    with qtbot.waitSignal(opened.comparison.changed, timeout=20_000):
        opened.comparison.open(empty)
    words = said(opened.compare_page)
    assert "not defined (neither review has a movement)" in words
    assert words.count("not defined") == 3


def test_another_file_or_a_blinded_reading_ends_it(qtbot: QtBot, comparing: MainWindow, other: Path) -> None:
    press(qtbot, comparing, Key.Key_D)
    assert not comparing.review.blinded.isEnabled()
    assert comparing.files.open_file(other)
    assert comparing.comparison.compared is None
    assert not comparing.compare_page.isVisible()
    assert comparing.document.editable
    assert comparing.clock.loop is None
    comparing.document.set_blinded(True)
    assert not comparing.comparison.ask.isEnabled()
    comparing.comparison.open(other.with_name("night.session.json"))
    qtbot.wait(50)
    assert comparing.comparison.compared is None


def test_every_part_has_a_name_and_the_actions_are_in_a_menu(comparing: MainWindow) -> None:
    page = comparing.compare_page
    assert page.accessibleName()
    assert page.view.accessibleName()
    assert page.numbers_button.focusPolicy() != Qt.FocusPolicy.NoFocus
    who = page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert who == "Only the first review"
    listed = {action for _, actions in comparing.menus.groups() for action in actions}
    assert set(comparing.comparison.all_actions()) <= listed
    assert all(isinstance(a, QAction) and not a.shortcut().isEmpty() for a in comparing.comparison.all_actions())


def test_closing_while_it_is_read_or_looked_at_is_clean(qtbot: QtBot, opened: MainWindow, other: Path) -> None:
    opened.comparison.open(other)
    assert opened.close()
    assert opened.comparison.compared is None


def test_closing_in_the_middle_of_the_walk_is_clean(qtbot: QtBot, comparing: MainWindow) -> None:
    press(qtbot, comparing, Key.Key_D)
    assert comparing.document.selection == Selection()
    assert comparing.close()


def test_a_movement_without_a_named_limb_is_marked_over_all_lanes(qtbot: QtBot, comparing: MainWindow) -> None:
    comparing._set_clinician(True)
    session = comparing.document.session
    assert session is not None
    unnamed = replace(session.movements[0], limbs=())
    view = comparing.timeline.view
    before = view.grab().toImage()
    comparing.timeline.set_compared(Place(5.0, 5.5, None, unnamed))
    after = view.grab().toImage()
    lanes = view.lanes.of("limb")
    x = round(view.viewport.x(5.25))
    changed = [lane for lane in lanes if before.pixel(x, int(lane.top) + 20) != after.pixel(x, int(lane.top) + 20)]
    assert changed


def test_the_timeline_goes_as_near_as_the_place_needs_and_no_nearer(comparing: MainWindow) -> None:
    comparing._set_clinician(True)
    comparing.resize(1280, 800)
    session = comparing.document.session
    assert session is not None
    view, mark = comparing.timeline.view, session.movements[0]
    comparing.timeline.set_compared(Place(5.0, 5.1, mark))
    near = view.viewport
    assert not near.is_whole
    assert near.start_s < 4.0
    assert near.end_s > 6.0
    comparing.timeline.set_compared(Place(20.0, 45.0, mark))
    wide = view.viewport
    assert wide.start_s < 20.0
    assert wide.end_s > 45.0
    comparing.timeline.set_compared(Place(21.0, 25.0, mark))
    assert view.viewport == wide, "what can be seen well stays where it is"


def test_a_note_begun_while_it_is_read_is_kept(qtbot: QtBot, opened: MainWindow, other: Path) -> None:
    opened.document.select_movement(1)
    opened.comparison.open(other)

    def write(dialog: QWidget) -> None:
        # Long enough for the comparison to come; it waits for the dialog.
        QTest.qWait(600)
        assert opened.comparison.compared is None
        QTest.keyClicks(dialog.focusWidget(), "both saw it")
        assert isinstance(dialog, NoteDialog)
        dialog.accept()

    answer(NoteDialog, write)
    press(qtbot, opened, Key.Key_T)
    qtbot.waitUntil(lambda: opened.comparison.compared is not None, timeout=20_000)
    movement = opened.document.movement(1)
    assert movement is not None
    assert movement.review is not None
    assert movement.review.note == "both saw it"


def test_comparing_anew_ends_the_loop_of_the_one_before(qtbot: QtBot, comparing: MainWindow, other: Path) -> None:
    comparing.comparison.go(1)
    assert comparing.clock.playing
    with qtbot.waitSignal(comparing.comparison.changed, timeout=20_000):
        comparing.comparison.open(other)
    assert comparing.clock.loop is None
    assert not comparing.clock.playing


def test_full_screen_says_which_difference_is_played(qtbot: QtBot, comparing: MainWindow) -> None:
    press(qtbot, comparing, Key.Key_F11)
    assert not comparing.caption.isVisible()
    press(qtbot, comparing, Key.Key_D)
    assert comparing.caption.isVisible()
    assert comparing.caption.text() == wording.disagreement_sentence(comparing.comparison.differences[0])
    press(qtbot, comparing, Key.Key_D, CONTROL | SHIFT)
    assert not comparing.caption.isVisible()
