from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from annotator import wording
from annotator.ui.appearance import Appearance
from annotator.ui.bits import Button
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document
from annotator.ui.panels.bars import ThresholdBar
from annotator.ui.panels.cycles import CyclesView
from annotator.ui.panels.intervals import IntervalStrip
from annotator.ui.panels.page import GoRow
from annotator.ui.panels.traces import TraceView
from annotator.ui.panels.why import WhyPage
from annotator.ui.theme import LIGHT
from tests.ui.panels.looking import count_of, painted, said
from tests.ui.panels.nights import NEAR_S, SERIES_S, night, signals


@pytest.fixture
def page(qtbot: QtBot, document: Document, clock: PlaybackClock, appearance: Appearance) -> WhyPage:
    page = WhyPage(document, clock, appearance)
    qtbot.addWidget(page)
    page.resize(620, 900)
    page.set_signals(signals())
    page.show()
    qtbot.waitExposed(page)
    return page


def choose(qtbot: QtBot, page: WhyPage, rule: str) -> int:
    """Selects the first flag of a rule."""
    index = next(i for i, flag in enumerate(night().patterns) if flag.rule == rule)
    page._document.select_flag(index)
    qtbot.waitUntil(lambda: "All pattern flags" in said(page))
    return index


@pytest.mark.parametrize("rule", sorted({flag.rule for flag in night().patterns}))
def test_each_flag_shows_its_row_and_all_its_numbers(qtbot: QtBot, page: WhyPage, rule: str) -> None:
    flag = night().patterns[choose(qtbot, page, rule)]
    words = said(page)
    assert wording.flag_sentence(flag) in words
    assert wording.flag_row_sentence(flag) in words
    assert wording.what_a_flag_says() in words
    for one in wording.comparisons(flag):
        assert one.asked in words
        assert one.measured in words
    assert len(page.findChildren(ThresholdBar)) == len(wording.comparisons(flag))
    assert page.findChildren(TraceView)
    assert wording.forbidden_words(words) == []


def test_a_series_has_its_strip_and_a_rhythm_its_cycles(qtbot: QtBot, page: WhyPage) -> None:
    choose(qtbot, page, "cluster")
    (strip,) = page.findChildren(IntervalStrip)
    assert "median 6.5 s, shortest 6.0 s, longest 7.0 s" in strip.summary()
    assert strip.summary() in said(page)
    assert not page.findChildren(CyclesView)
    choose(qtbot, page, "rhythmic")
    qtbot.waitUntil(lambda: not page.findChildren(IntervalStrip))
    (cycles,) = page.findChildren(CyclesView)
    assert "Left arm: 1" in cycles.accessibleDescription()
    assert count_of(painted(cycles), LIGHT.limbs["left_arm"]) > 100


def test_a_click_on_strip_or_trace_goes_there(qtbot: QtBot, page: WhyPage, clock: PlaybackClock) -> None:
    choose(qtbot, page, "cluster")
    for drawing in (*page.findChildren(IntervalStrip), *page.findChildren(TraceView)):
        place = QPoint(round(drawing.x_of(SERIES_S[1])), drawing.height() // 2)
        qtbot.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=place)
        assert clock.target_s == pytest.approx(SERIES_S[1], abs=0.15)
        clock.seek(0.0)


def test_the_overview_lists_flags_and_near_misses_by_keyboard(
    qtbot: QtBot, page: WhyPage, document: Document, clock: PlaybackClock
) -> None:
    words = said(page)
    assert "Pattern flags" in words
    assert "asked for: " in words, "a near miss names what is asked for"
    rows = page.findChildren(GoRow)
    near = next(row for row in rows if "asked for: longer than 2 s" in row.button.accessibleName())
    near.button.setFocus()
    qtbot.keyClick(near.button, Qt.Key.Key_Space)
    assert clock.target_s == pytest.approx(NEAR_S, abs=0.2)
    qtbot.keyClick(rows[0].button, Qt.Key.Key_Space)
    assert document.selection.flag == 0
    qtbot.waitUntil(lambda: "All pattern flags" in said(page))
    back = next(b for b in page.findChildren(Button) if "All pattern flags" in b.text())
    back.click()
    assert not document.selection


def test_a_movement_names_the_flags_that_it_is_part_of(qtbot: QtBot, page: WhyPage, document: Document) -> None:
    document.select_movement(1)
    qtbot.waitUntil(lambda: "Movement 1" in said(page))
    assert "Rhythmic movement" in said(page)
    document.select_movement(next(m.id for m in night().movements if m.onset_s > 50))
    qtbot.waitUntil(lambda: "part of no pattern flag" in said(page))


def test_without_signals_it_says_why_there_are_no_traces(qtbot: QtBot, page: WhyPage) -> None:
    page.set_signals(None)
    choose(qtbot, page, "cluster")
    assert not page.findChildren(TraceView)
    assert "no traces can be drawn" in said(page)


def test_a_blinded_reader_sees_nothing_of_it(qtbot: QtBot, page: WhyPage, document: Document) -> None:
    document.set_blinded(True)
    qtbot.waitUntil(lambda: "Hidden for now" in said(page))
    assert "Series" not in said(page)


def test_a_foreign_flag_without_numbers_is_still_shown(qtbot: QtBot, page: WhyPage, document: Document) -> None:
    bare = replace(night().patterns[0], facts={})
    document.open_session(replace(night(), patterns=(bare,)), None, None)
    document.select_flag(0)
    qtbot.waitUntil(lambda: "All pattern flags" in said(page))
    assert not page.findChildren(ThresholdBar)


def test_a_page_that_nobody_sees_is_not_built(
    qtbot: QtBot, document: Document, clock: PlaybackClock, appearance: Appearance
) -> None:
    page = WhyPage(document, clock, appearance)
    qtbot.addWidget(page)
    document.select_flag(0)
    assert page.column.count() == 0
    page.show()
    qtbot.waitUntil(lambda: page.column.count() > 0)


@pytest.mark.parametrize("at_most", [False, True])
def test_a_bar_is_as_long_as_its_number(qtbot: QtBot, appearance: Appearance, at_most: bool) -> None:
    def width(value: float | None, threshold: float) -> int:
        bar = ThresholdBar(appearance, wording.Comparison("x", "asked", "said", threshold, value, at_most))
        qtbot.addWidget(bar)
        bar.resize(400, 30)
        image = painted(bar)
        middle = [image.pixelColor(x, 17).name() for x in range(image.width())]
        return middle.count(LIGHT.accent)

    assert width(10.0, 5.0) == pytest.approx(2 * width(5.0, 10.0), rel=0.1)
    assert width(None, 5.0) == 0
