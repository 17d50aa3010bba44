from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from annotator import wording
from annotator.patterns.filled import fill_table
from annotator.patterns.table import TABLE
from annotator.session import edits
from annotator.session.model import Coverage, Session
from annotator.ui.bits import Button
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document
from annotator.ui.panels.page import GoRow
from annotator.ui.panels.table import TablePage
from tests.ui.panels.looking import said, settle
from tests.ui.panels.nights import night


@pytest.fixture
def page(qtbot: QtBot, document: Document, clock: PlaybackClock) -> TablePage:
    page = TablePage(document, clock)
    qtbot.addWidget(page)
    page.resize(460, 900)
    page.show()
    qtbot.waitExposed(page)
    return page


def show(qtbot: QtBot, page: TablePage, session: Session) -> str:
    page._document.open_session(session, None, None)
    settle(qtbot, page)
    return said(page)


@pytest.mark.parametrize("precise", [False, True])
def test_every_row_says_what_was_measured_or_answered(qtbot: QtBot, page: TablePage, precise: bool) -> None:
    page.set_precise(precise)
    words = show(qtbot, page, edits.answer(night(), "fever", "no"))
    for result in fill_table(night()):
        assert wording.row_title(result.key) in words
        assert wording.measured_sentence(result) in words
        assert wording.row_state_phrase(result) in words
        for side in result.row.sides:
            assert wording.row_side(result.key, side) in words
    assert wording.answer_sentence("fever", "no") in words
    assert (wording.answer_sentence("irritable", None) in words) is precise
    assert wording.forbidden_words(words) == []


def test_nothing_found_is_always_said_with_the_observed_time(qtbot: QtBot, page: TablePage) -> None:
    quiet = replace(night(), movements=(), patterns=(), sounds=())
    words = show(qtbot, page, quiet)
    observable = "58 of 60 "
    measured = [row for row in TABLE if row.how != "asked"]
    assert words.count(observable) >= len(measured) - 1, "frequency says how long was observed instead"
    assert "58 s observed" in words
    assert "rules nothing out" in words
    unseen = replace(quiet, coverage=Coverage(0.0, {}))
    assert "Nothing could be observed, so nothing can be said." in show(qtbot, page, unseen)


def test_a_flag_of_a_row_is_one_press_away(
    qtbot: QtBot, page: TablePage, document: Document, clock: PlaybackClock
) -> None:
    row = next(r for r in page.findChildren(GoRow) if "Series" in r.button.accessibleName())
    row.button.click()
    assert document.selected_flag is not None
    assert document.selected_flag.rule == "cluster"
    assert clock.target_s == pytest.approx(20.0)


def test_open_questions_lead_to_the_form(qtbot: QtBot, page: TablePage) -> None:
    button = next(b for b in page.findChildren(Button) if "not answered" in b.text())
    with qtbot.waitSignal(page.answers_asked):
        button.click()


def test_it_follows_every_edit(qtbot: QtBot, page: TablePage, document: Document) -> None:
    assert "Movements: 5" in said(page)
    document.apply(lambda s: edits.judge(s, 2, "rejected", document.author()), "Reject")
    qtbot.waitUntil(lambda: "Movements: 4" in said(page))
    document.set_blinded(True)
    qtbot.waitUntil(lambda: "Hidden for now" in said(page))
    assert "Movements:" not in said(page)
