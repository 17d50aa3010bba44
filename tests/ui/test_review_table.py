from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.session import edits
from annotator.session.people import Author
from annotator.ui.appearance import Appearance
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document, Selection
from annotator.ui.review.model import ReviewModel
from annotator.ui.review.rows import COLUMNS, Key, rows_of
from annotator.ui.review.table import ReviewTable
from tests.ui.sessions import long_night, series

BY = Author("Ames", "reviewer", "2026-11-21T20:00:00+00:00")


@pytest.fixture
def document() -> Document:
    document = Document()
    document.open_session(series(), Path("night.session.json"), None)
    return document


@pytest.fixture
def table(qtbot: QtBot, document: Document) -> ReviewTable:
    clock = PlaybackClock()
    clock.set_times(None, 60.0)
    clock.setParent(document)
    table = ReviewTable(document, clock, Appearance(parent=document))
    qtbot.addWidget(table)
    return table


def column(model: ReviewModel, name: str) -> list[str]:
    index = COLUMNS.index(name)
    return [model.index(row, index).data() for row in range(model.rowCount())]


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, document: Document) -> None:
    model = ReviewModel(Appearance(parent=document), document)
    model.set_session(document.shown)
    qtmodeltester.check(model, force_py=True)


def test_rows_are_movements_and_flags_by_time() -> None:
    assert [row.key for row in rows_of(series())] == [
        Key(flag=0), Key(movement=1), Key(movement=2), Key(movement=3), Key(movement=4), Key(movement=5)
    ]  # fmt: skip


def test_corrections_are_shown_and_the_detector_is_still_named() -> None:
    session = edits.relabel(series(), 1, BY, kind="slow", limbs=("head",))
    row = next(row for row in rows_of(session) if row.key == Key(movement=1))
    assert (row.kind, row.limbs, row.corrected, row.source, row.state) == (
        "slow",
        ("head",),
        True,
        "detected",
        "accepted",
    )


def test_who_said_it_names_detector_and_person(table: ReviewTable, document: Document) -> None:
    document.apply(lambda s: edits.judge(s, 1, "rejected", BY), "Reject")
    document.apply(lambda s: edits.add(s, BY, 50.0, 51.0, "jerk"), "Add")
    who = dict(zip(table.keys(), column(table.model, "who"), strict=True))
    assert who[Key(movement=1)] == "Detector · Ames, reviewer"
    assert who[Key(movement=2)] == "Detector"
    assert who[Key(movement=6)] == "Ames, reviewer"


def test_sorting_by_each_column_loses_no_row(table: ReviewTable) -> None:
    everything = set(table.keys())
    for section in range(len(COLUMNS)):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            table.view.sortByColumn(section, order)
            assert set(table.keys()) == everything
    table.view.sortByColumn(COLUMNS.index("duration"), Qt.SortOrder.DescendingOrder)
    assert table.keys()[:2] == [Key(flag=0), Key(movement=4)]


def test_filters_narrow_the_rows(table: ReviewTable) -> None:
    table.show_box.setCurrentIndex(table.show_box.findData("flags"))
    assert table.keys() == [Key(flag=0)]
    table.show_box.setCurrentIndex(table.show_box.findData("all"))
    table.limb_box.setCurrentIndex(table.limb_box.findData("head"))
    assert table.keys() == [Key(movement=4)]
    table.limb_box.setCurrentIndex(0)
    table.search.setText("both legs")
    assert table.keys() == [Key(movement=5)]


def test_choosing_a_row_selects_it_everywhere_and_goes_there(table: ReviewTable, document: Document) -> None:
    seeks: list[float] = []
    table._clock.seek_requested.connect(seeks.append)
    table.view.selectRow(2)
    assert document.selection == Selection(movement=2)
    assert seeks == [10.0]
    document.select_flag(0)
    assert table.selected_keys() == [Key(flag=0)]
    assert seeks == [10.0]


def test_an_edit_keeps_the_chosen_row(table: ReviewTable, document: Document) -> None:
    document.select_movement(3)
    document.apply(lambda s: edits.judge(s, 3, "accepted", BY), "Accept")
    document.apply(lambda s: edits.add(s, BY, 1.0, 2.0, "jerk", ("head",)), "Add")
    assert table.selected_keys() == [Key(movement=3)]
    assert document.selection == Selection(movement=3)


def test_of_ten_thousand_rows_an_edit_touches_only_its_own(
    qtbot: QtBot, table: ReviewTable, document: Document
) -> None:
    document.open_session(long_night(), None, None)
    assert table.model.rowCount() == 10_000
    document.apply(lambda s: edits.judge(s, 4000, "accepted", BY), "Accept")  # the first edit finds the flags
    with qtbot.assertNotEmitted(table.model.modelReset), qtbot.waitSignal(table.model.dataChanged) as changed:
        document.apply(lambda s: edits.judge(s, 5000, "accepted", BY), "Accept")
    first, last, *_ = changed.args
    assert first.row() == last.row()
