"""The zoomable view under real mouse and key events."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.session.effective import effective
from annotator.ui.document import Selection
from tests.ui.timeline import nights
from tests.ui.timeline.driving import Bench, drag, hover, mouse, wheel

Collect = Callable[[object], list[object]]


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot, nights.few())


def test_a_click_on_the_axis_seeks_to_a_frame_and_a_drag_scrubs(bench: Bench, signals_of: Collect) -> None:
    asked = signals_of(bench.clock.seek_requested)
    drag(bench.view, bench.at(20.0), bench.at(25.0), bench.at(30.0))
    assert len(asked) == 3
    times = bench.clock.times
    assert times is not None
    assert all(seconds in times.seconds for seconds in asked)
    assert bench.clock.target_s == pytest.approx(30.0, abs=0.12)


def test_scrubbing_is_kept_within_the_video_and_escape_takes_it_back(bench: Bench) -> None:
    bench.clock.seek(10.0)
    before = bench.clock.target_s
    drag(bench.view, bench.at(20.0), bench.at(20.0) - QPoint(5000, 0), release=False)
    assert bench.clock.target_s == 0.0
    QTest.keyClick(bench.view, Qt.Key.Key_Escape)
    assert bench.clock.target_s == before
    mouse(bench.view, QEvent.Type.MouseButtonRelease, bench.at(20.0))
    assert bench.clock.target_s == before


def test_clicking_a_bar_selects_it_and_stays_inside_it(bench: Bench) -> None:
    drag(bench.view, bench.at(21.0, "limb", "left_arm"))
    assert bench.document.selection == Selection(movement=4)
    assert 17.5 <= bench.clock.target_s <= 25.7
    drag(bench.view, bench.at(21.0, "limb", "left_leg"))
    assert bench.document.selection == Selection(movement=4), "a click beside all marks keeps the selection"


def test_clicking_a_flag_selects_it(bench: Bench) -> None:
    lane = next(x for x in bench.view.lanes.rows if x.rule == "prolonged")
    drag(bench.view, QPoint(round(bench.view.viewport.x(14.0)), round(lane.top + lane.height / 2)))
    flag = bench.document.selected_flag
    assert flag is not None
    assert flag.rule == "prolonged"


def test_the_wheel_zooms_about_the_cursor_and_shift_pans(bench: Bench) -> None:
    place = bench.at(40.0, "limb", "head")
    before = bench.view.viewport.seconds(float(place.x()))
    for _ in range(6):
        wheel(bench.view, place, 120)
        assert bench.view.viewport.seconds(float(place.x())) == pytest.approx(before, abs=1e-6)
    view = bench.view.viewport
    wheel(bench.view, place, -120, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert bench.view.viewport.start_s > view.start_s
    assert bench.view.viewport.span_s == view.span_s
    wheel(bench.view, place, x=120)
    assert bench.view.viewport.start_s == pytest.approx(view.start_s)
    for _ in range(60):
        wheel(bench.view, place, -120)
    assert bench.view.viewport.is_whole


def test_the_middle_button_pans(bench: Bench) -> None:
    bench.view.set_viewport(bench.view.viewport.showing(20, 10))
    grip = bench.at(25.0)
    drag(bench.view, grip, grip + QPoint(100, 0), button=Qt.MouseButton.MiddleButton)
    view = bench.view.viewport
    assert view.start_s == pytest.approx(20 - 100 / view.px_per_s)


def test_dragging_an_edge_snaps_to_frames_and_is_one_undo_step(bench: Bench, signals_of: Collect) -> None:
    bench.view.set_viewport(bench.view.viewport.showing(15, 15))
    onset = bench.at(17.5, "limb", "left_arm")
    shown = signals_of(bench.document.session_changed)
    drag(bench.view, onset, onset + QPoint(30, 0), onset + QPoint(55, 0), onset + QPoint(81, 0))
    assert len(shown) == 1, "nothing is edited before the button is let go"
    assert bench.document.undo_stack.count() == 1
    movement = bench.document.movement(4)
    times = bench.clock.times
    assert movement is not None
    assert times is not None
    assert movement.onset_s == 17.5, "what was detected is not overwritten"
    now = effective(movement)
    assert now.onset_s in times.seconds
    assert now.onset_s == pytest.approx(17.5 + 81 / bench.view.viewport.px_per_s, abs=0.04)
    assert bench.clock.target_s == now.onset_s, "the picture follows the edge"
    assert movement.review is not None
    assert movement.review.reviewer == "Ames"
    bench.document.undo_stack.undo()
    restored = bench.document.movement(4)
    assert restored is not None
    assert restored.review is None
    bench.document.undo_stack.redo()
    assert bench.view.scene.movements[4].onset_s == now.onset_s


def test_an_edge_cannot_pass_the_other_one_or_a_neighbour(bench: Bench) -> None:
    bench.view.set_viewport(bench.view.viewport.showing(55, 7))
    offset = bench.at(56.7, "limb", "right_leg")
    drag(bench.view, offset, offset + QPoint(600, 0))
    assert 56.7 < bench.view.scene.movements[9].offset_s <= 57.9
    drag(bench.view, bench.at(56.0, "limb", "right_leg"), bench.at(61.0, "limb", "right_leg"))
    shown = bench.view.scene.movements[9]
    assert shown.onset_s < shown.offset_s


def test_escape_leaves_an_edge_where_it_was(bench: Bench) -> None:
    onset = bench.at(17.5, "limb", "left_arm")
    drag(bench.view, onset, onset + QPoint(40, 0), release=False)
    QTest.keyClick(bench.view, Qt.Key.Key_Escape)
    mouse(bench.view, QEvent.Type.MouseButtonRelease, onset)
    assert bench.document.undo_stack.count() == 0
    assert bench.view.scene.movements[4].onset_s == 17.5


def test_a_check_before_an_edit_can_refuse_it(bench: Bench) -> None:
    bench.widget.set_edit_check(lambda: False)
    onset = bench.at(17.5, "limb", "left_arm")
    drag(bench.view, onset, onset + QPoint(40, 0))
    assert bench.document.undo_stack.count() == 0


def test_a_running_analysis_cannot_be_edited(qtbot: QtBot) -> None:
    bench = Bench(qtbot, None)
    bench.document.show_partial(nights.few())
    onset = bench.at(17.5, "limb", "left_arm")
    drag(bench.view, onset, onset + QPoint(40, 0))
    assert bench.view.scene.movements[4].onset_s == 17.5
    assert bench.document.selection == Selection(movement=4)


def test_shift_and_drag_choose_a_span_between_frames(bench: Bench) -> None:
    drag(bench.view, bench.at(30.0), bench.at(27.0), bench.at(26.0), modifiers=Qt.KeyboardModifier.ShiftModifier)
    span = bench.document.selection.span
    times = bench.clock.times
    assert span is not None
    assert times is not None
    assert span == pytest.approx((26.0, 30.0), abs=0.08)
    assert all(edge in times.seconds for edge in span)
    bench.widget.selection.trigger()
    view = bench.view.viewport
    assert view.start_s < span[0] < span[1] < view.end_s
    assert view.span_s < 10


def test_escape_while_choosing_a_span_brings_the_selection_back(bench: Bench) -> None:
    bench.document.select_movement(4)
    drag(bench.view, bench.at(30.0), bench.at(26.0), modifiers=Qt.KeyboardModifier.ShiftModifier, release=False)
    assert bench.document.selection.span is not None
    QTest.keyClick(bench.view, Qt.Key.Key_Escape)
    assert bench.document.selection == Selection(movement=4)
    QTest.keyClick(bench.view, Qt.Key.Key_Escape)
    assert not bench.document.selection


def test_arrow_keys_go_from_movement_to_movement_and_frame_to_frame(bench: Bench) -> None:
    order = [int(key) for key in bench.view.scene.ordered.key]
    for expected in order:
        QTest.keyClick(bench.view, Qt.Key.Key_Down)
        assert bench.document.selection.movement == expected
    QTest.keyClick(bench.view, Qt.Key.Key_Down)
    assert bench.document.selection.movement == order[-1]
    QTest.keyClick(bench.view, Qt.Key.Key_Up)
    assert bench.document.selection.movement == order[-2]
    times = bench.clock.times
    assert times is not None
    bench.clock.seek_frame(100)
    QTest.keyClick(bench.view, Qt.Key.Key_Right)
    assert bench.clock.target_s == times.seconds[101]
    QTest.keyClick(bench.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert bench.clock.target_s == times.seconds[91]
    QTest.keyClick(bench.view, Qt.Key.Key_End)
    assert bench.clock.target_s == times.seconds[-1]
    QTest.keyClick(bench.view, Qt.Key.Key_Home)
    assert bench.clock.target_s == 0.0


def test_keys_move_an_edge_by_a_frame_and_a_held_key_is_one_step(bench: Bench) -> None:
    bench.document.select_movement(4)
    times = bench.clock.times
    assert times is not None
    first = times.nearest(25.7)
    for _ in range(3):
        QTest.keyPress(
            bench.widget, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        )
    assert bench.view.scene.movements[4].offset_s == times.seconds[first + 3]
    assert bench.document.undo_stack.count() == 1
    QTest.keyRelease(bench.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(bench.widget, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert bench.document.undo_stack.count() == 2
    bench.document.undo_stack.undo()
    bench.document.undo_stack.undo()
    assert bench.view.scene.movements[4].offset_s == 25.7


def test_the_selection_of_another_widget_is_brought_into_view(bench: Bench) -> None:
    bench.view.set_viewport(bench.view.viewport.showing(0, 5))
    bench.document.select_movement(9)
    view = bench.view.viewport
    assert view.span_s == 5
    assert view.start_s < 56.0 < 56.7 < view.end_s
    assert "Right leg" in bench.view.accessibleDescription()
    bench.document.select_flag(1)
    assert bench.view.viewport.contains(28.0)


def test_playing_turns_the_page_and_only_the_playhead_is_painted(bench: Bench) -> None:
    bench.view.set_viewport(bench.view.viewport.showing(10, 5))
    bench.clock.seek(12.0)
    bench.clock.set_playing(True)
    bench.view.repaint()
    before = bench.view.stills_painted
    for seconds in (12.5, 13.0, 14.9):
        bench.clock.seek(seconds)
        bench.view.repaint()
    assert bench.view.stills_painted == before
    bench.clock.seek(15.2)
    assert bench.view.viewport.start_s < 15.2 < bench.view.viewport.start_s + 0.1 * bench.view.viewport.span_s
    bench.clock.set_playing(False)


def test_a_double_click_zooms_to_the_mark_and_tells_the_window(bench: Bench, signals_of: Collect) -> None:
    told = signals_of(bench.widget.activated)
    place = bench.at(21.0, "limb", "left_arm")
    drag(bench.view, place)
    mouse(bench.view, QMouseEvent.Type.MouseButtonDblClick, place)
    assert told == [Selection(movement=4)]
    assert bench.view.viewport.span_s == pytest.approx(8.2 * 1.7)


def test_cursors_say_what_can_be_done(bench: Bench) -> None:
    hover(bench.view, bench.at(17.5, "limb", "left_arm"))
    assert bench.view.cursor().shape() == Qt.CursorShape.SizeHorCursor
    hover(bench.view, bench.at(21.0, "limb", "left_arm"))
    assert bench.view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    hover(bench.view, bench.at(21.0, "limb", "head"))
    assert bench.view.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_blinded_reader_sees_no_marks_and_no_traces(bench: Bench) -> None:
    bench.widget.set_traces(nights.traces_of(nights.few()))
    bench.document.set_blinded(True)
    assert set(bench.view.scene.movements) == {11}
    assert not bench.view.scene.flags
    bench.view.repaint()
