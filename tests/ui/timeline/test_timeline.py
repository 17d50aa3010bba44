"""The whole widget: overview, simple strip, the card under the pointer, actions, looks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.session.edits import judge
from annotator.session.people import Author
from annotator.ui.document import Selection
from annotator.ui.timeline.hover import ThumbnailSource
from annotator.ui.timeline.traces import Waveform
from tests.ui.timeline import nights
from tests.ui.timeline.driving import Bench, drag, hover, mouse, wheel

Collect = Callable[[object], list[object]]


class Pictures(QObject):
    """Answers every request with a picture of one colour."""

    ready = Signal(float, QImage)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[float] = []

    def request(self, seconds: float) -> None:
        self.asked.append(seconds)
        picture = QImage(160, 90, QImage.Format.Format_RGB32)
        picture.fill(QColor("#336699"))
        self.ready.emit(seconds, picture)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot, nights.few())


@pytest.fixture
def simple(qtbot: QtBot) -> Bench:
    return Bench(qtbot, nights.few(), simple=True)


def middle(bench: Bench, seconds: float) -> QPoint:
    overview = bench.widget.overview
    return QPoint(round(overview.whole.x(seconds)), overview.height() // 2)


def test_the_overview_lines_up_with_the_lanes(bench: Bench) -> None:
    overview, view = bench.widget.overview, bench.view
    left = overview.mapTo(bench.widget, QPoint(round(overview.whole.left_px), 0)).x()
    assert abs(left - view.viewport.left_px) <= 1
    right = overview.mapTo(bench.widget, QPoint(round(overview.whole.right_px), 0)).x()
    assert abs(right - view.viewport.right_px) <= 1


def test_dragging_the_window_moves_the_view(bench: Bench) -> None:
    bench.view.set_viewport(bench.view.viewport.showing(20, 10))
    drag(bench.widget.overview, middle(bench, 25), middle(bench, 30), middle(bench, 40))
    view = bench.view.viewport
    assert view.span_s == pytest.approx(10)
    assert view.start_s == pytest.approx(35, abs=0.2)


def test_dragging_the_windows_sides_zooms(bench: Bench) -> None:
    bench.view.set_viewport(bench.view.viewport.showing(20, 10))
    drag(bench.widget.overview, middle(bench, 30), middle(bench, 45))
    view = bench.view.viewport
    assert (view.start_s, view.end_s) == pytest.approx((20, 45), abs=0.2)
    drag(bench.widget.overview, middle(bench, 20), middle(bench, 40))
    view = bench.view.viewport
    assert (view.start_s, view.end_s) == pytest.approx((40, 45), abs=0.2)


def test_a_click_beside_the_window_brings_it_there_and_a_double_click_shows_all(bench: Bench) -> None:
    bench.view.set_viewport(bench.view.viewport.showing(20, 10))
    drag(bench.widget.overview, middle(bench, 50))
    assert bench.view.viewport.start_s == pytest.approx(45, abs=0.2)
    QTest.mouseDClick(bench.widget.overview, Qt.MouseButton.LeftButton, pos=middle(bench, 10))
    assert bench.view.viewport.is_whole


def test_the_overview_scrubs_while_all_is_shown_and_zooms_by_wheel(bench: Bench) -> None:
    drag(bench.widget.overview, middle(bench, 20), middle(bench, 44))
    assert bench.clock.target_s == pytest.approx(44, abs=0.2)
    wheel(bench.widget.overview, middle(bench, 30), 240)
    assert not bench.view.viewport.is_whole
    assert bench.view.viewport.contains(30)


def test_the_simple_strip_jumps_to_a_marks_start(simple: Bench) -> None:
    strip = simple.widget.strip
    assert strip.isVisible()
    assert not simple.view.isVisible()
    drag(strip, QPoint(round(strip.whole.x(21)), 30))
    assert simple.document.selection == Selection(movement=4)
    assert simple.clock.target_s == pytest.approx(17.5, abs=0.05)
    drag(strip, QPoint(round(strip.whole.x(38.5)), 30), QPoint(round(strip.whole.x(60)), 30))
    assert not simple.document.selection
    assert simple.clock.target_s == pytest.approx(60, abs=0.1)


def test_the_simple_strip_by_keys_alone(simple: Bench, signals_of: Collect) -> None:
    told = signals_of(simple.widget.activated)
    strip = simple.widget.strip
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(strip, key)
    assert simple.document.selection == Selection(movement=1)
    assert "Left arm" in strip.accessibleDescription()
    QTest.keyClick(strip, Qt.Key.Key_Return)
    assert told == [Selection(movement=1)]
    times = simple.clock.times
    assert times is not None
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert simple.clock.target_s == times.seconds[-1]
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert simple.clock.target_s == times.seconds[-2]


def test_nothing_is_lost_between_the_two_depths(bench: Bench) -> None:
    bench.document.select_movement(4)
    bench.view.set_viewport(bench.view.viewport.showing(10, 20))
    bench.widget.set_simple(True)
    assert not bench.widget.zoom_in.isEnabled()
    bench.widget.set_simple(False)
    assert bench.document.selection == Selection(movement=4)
    assert bench.view.viewport.start_s == pytest.approx(10)


def test_the_card_shows_time_and_picture_of_the_newest_request(bench: Bench, qtbot: QtBot) -> None:
    pictures = Pictures()
    source: ThumbnailSource = pictures
    bench.widget.set_thumbnails(source)
    card = bench.widget.card
    for seconds in (20, 30, 40):
        hover(bench.widget.overview, middle(bench, seconds))
    assert card.isVisible()
    hours, minutes, seconds_shown = card.lines[0].split()[0].split(":")
    assert (int(hours), int(minutes)) == (0, 0)
    assert float(seconds_shown) == pytest.approx(40, abs=0.1)
    qtbot.waitUntil(lambda: not card.picture.isNull())
    assert pictures.asked == [pytest.approx(40, abs=0.1)]
    card.repaint()
    assert card.grab().toImage().pixelColor(card.width() // 2, 30) == QColor("#336699")
    hover(bench.view, bench.at(30.0, "sound"))
    assert not card.isVisible()
    bench.widget.shutdown()
    pictures.request(3.0)
    assert card.picture.isNull()


def test_the_card_says_what_lies_under_the_pointer(bench: Bench) -> None:
    card = bench.widget.card

    def said(at: QPoint) -> str:
        hover(bench.view, at)
        return " | ".join(card.lines) if card.isVisible() else ""

    assert "Rhythmic 2.1 Hz" in said(bench.at(21.0, "limb", "left_arm"))
    assert "Accepted by Dr. A" in said(bench.at(9.3, "limb", "right_arm"))
    assert "added by a person" in said(bench.at(33.4, "limb", "left_arm"))
    assert "Covered" in said(bench.at(14.5, "limb", "left_leg", low=False))
    assert "Camera moved" in said(bench.at(1.0, "observed"))
    assert "Left leg" in said(bench.at(1.0, "observed")) or "whole baby" in said(bench.at(1.0, "observed"))
    assert "Looked here" in said(bench.at(2.0, "looked"))
    assert "Mother" in said(bench.at(2.0, "looked"))
    assert "Crying-like" in said(bench.at(48.0, "sound"))
    assert "Pattern flag: Prolonged" in said(
        QPoint(bench.at(14.0).x(), round(next(x for x in bench.view.lanes.rows if x.rule == "prolonged").top + 8))
    )
    assert said(bench.at(30.0, "limb", "head", low=False)) == ""


def test_a_new_session_shows_all_of_itself_and_an_edit_keeps_the_view(bench: Bench) -> None:
    bench.view.set_viewport(bench.view.viewport.showing(10, 20))
    bench.document.select_movement(1)
    bench.document.apply(lambda s: judge(s, 1, "accepted", Author("Ames")), "Accept")
    assert bench.view.viewport.span_s == pytest.approx(20)
    assert bench.view.scene.movements[1].state == "accepted"
    bench.document.open_session(nights.night(600.0, 50), None, None)
    assert bench.view.viewport.is_whole
    assert bench.view.viewport.duration_s == 600.0


def test_a_video_without_a_session_has_its_length(qtbot: QtBot) -> None:
    bench = Bench(qtbot, None)
    bench.clock.set_times(None, 90.0)
    assert bench.view.viewport.duration_s == 90.0
    assert bench.view.viewport.is_whole
    bench.clock.set_times(None, 45.0)
    assert bench.view.viewport.duration_s == 45.0


def test_the_actions_zoom_and_know_when_they_can_do_something(bench: Bench) -> None:
    widget = bench.widget
    bench.clock.seek(31.0)
    assert not widget.whole.isEnabled()
    assert not widget.selection.isEnabled()
    before = bench.view.viewport.x(bench.clock.target_s)
    widget.zoom_in.trigger()
    assert bench.view.viewport.x(bench.clock.target_s) == pytest.approx(before)
    assert widget.whole.isEnabled()
    bench.clock.set_loop((20.0, 22.0))
    widget.selection.trigger()
    assert bench.view.viewport.span_s < 5
    bench.document.select_movement(5)
    assert all(action.isEnabled() for action in widget.nudges)
    widget.whole.trigger()
    assert bench.view.viewport.is_whole
    assert widget.wall_clock.isEnabled()
    names = [action.text() for action in widget.actions()]
    keys = [action.shortcut().toString() for action in widget.actions()]
    assert len(set(names)) == len(names) == 9
    assert len(set(keys)) == 9


def test_looks_sizes_and_traces_are_painted_without_complaint(bench: Bench) -> None:
    session = nights.few()
    bench.widget.set_traces(nights.traces_of(session))
    bench.document.select_movement(4)
    bench.clock.set_loop((20.0, 30.0))
    bench.widget.set_analysed(40.0)
    bench.widget.wall_clock.trigger()
    light = bench.widget.grab().toImage()
    bench.appearance.set(dark=True)
    dark = bench.widget.grab().toImage()
    assert light.pixelColor(5, 200).lightness() > 200
    assert dark.pixelColor(5, 200).lightness() < 60
    font = bench.widget.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    before = bench.view.minimumSizeHint().height()
    bench.view.setFont(font)
    assert bench.view.minimumSizeHint().height() > 1.5 * before
    for size in ((400, 200), (2400, 900)):
        bench.widget.resize(*size)
        bench.widget.grab()
    loud = np.full(60, 0.2, np.float32)
    bench.widget.set_waveform(Waveform(0.0, 1.0, -loud, loud))
    bench.widget.grab()


def test_ten_thousand_movements_are_painted_at_every_zoom(qtbot: QtBot) -> None:
    bench = Bench(qtbot, nights.night())
    for span in (28_800.0, 3600.0, 300.0, 20.0, 0.5):
        bench.view.set_viewport(bench.view.viewport.showing(9000, span))
        bench.widget.grab()
    hover(bench.view, bench.at(9000.2, "limb", "head"))
    bench.widget.set_simple(True)
    bench.widget.grab()


def test_moving_off_hides_the_card(simple: Bench) -> None:
    strip = simple.widget.strip
    hover(strip, QPoint(round(strip.whole.x(21)), 30))
    assert simple.widget.card.isVisible()
    assert "Rhythmic" in simple.widget.card.lines[0]
    mouse(strip, QEvent.Type.MouseButtonPress, QPoint(round(strip.whole.x(21)), 30))
    assert not simple.widget.card.isVisible()
