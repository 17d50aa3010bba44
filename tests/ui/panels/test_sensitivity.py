from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.movements.sensitivity import SENSITIVITY, with_sensitivity
from annotator.session import edits, file
from annotator.settings import AnalysisSettings, RuleSettings
from annotator.ui.appearance import Appearance
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document
from annotator.ui.panels.change_strip import ChangeStrip
from annotator.ui.panels.preview import Previewer, Wish, tried
from annotator.ui.panels.sensitivity import SensitivityPage
from tests.ui.panels import looking
from tests.ui.panels.looking import said
from tests.ui.panels.nights import FAINT_S, night, signals


@pytest.fixture
def page(qtbot: QtBot, document: Document, clock: PlaybackClock, appearance: Appearance) -> SensitivityPage:
    page = SensitivityPage(document, clock, appearance)
    qtbot.addWidget(page, before_close_func=lambda widget: widget.stop())
    page.resize(620, 900)
    page.set_signals(signals())
    page.show()
    qtbot.waitExposed(page)
    settle(qtbot, page)
    return page


def settle(qtbot: QtBot, page: SensitivityPage) -> None:
    """Waits until what is tried has been worked out and is shown."""
    qtbot.waitUntil(lambda: page.preview is not None and not page.previewer.running, timeout=20_000)
    looking.settle(qtbot, page)


def test_the_dial_shows_what_would_change_and_changes_nothing(
    qtbot: QtBot, page: SensitivityPage, document: Document
) -> None:
    assert "Move the dial" in said(page)
    page.slider.setFocus()
    qtbot.keyClick(page.slider, Qt.Key.Key_Right)
    settle(qtbot, page)
    assert page.preview is not None
    assert [m.onset_s for m in page.preview.changes.added] == [pytest.approx(FAINT_S, abs=0.1)]
    assert "would be added (1)" in said(page)
    assert "1 added" in page.findChildren(ChangeStrip)[0].accessibleDescription()
    assert document.session is not None
    assert document.session == night()
    assert not document.dirty


def test_applying_is_one_step_and_the_settings_go_into_the_session(
    qtbot: QtBot, page: SensitivityPage, document: Document, tmp_path: Path
) -> None:
    page.slider.setValue(2)
    settle(qtbot, page)
    page.apply_button.click()
    session = document.session
    assert session is not None
    assert document.undo_stack.count() == 1
    assert len(session.movements) == len(night().movements) + 1
    assert session.settings[SENSITIVITY] == 2
    wanted = with_sensitivity(AnalysisSettings(), 2).movements
    assert AnalysisSettings.from_flat(session.settings).movements == wanted
    file.save(session, tmp_path / "night.session.json")
    assert file.load(tmp_path / "night.session.json").settings[SENSITIVITY] == 2
    settle(qtbot, page)
    assert not page.apply_button.isEnabled()
    document.undo_stack.undo()
    assert document.session == night()
    settle(qtbot, page)
    assert page.slider.value() == 0
    document.undo_stack.redo()
    assert page.slider.value() == 2
    settle(qtbot, page)
    page.slider.setValue(0)
    settle(qtbot, page)
    page.apply_button.click()
    assert document.session is not None
    assert document.session.movements == night().movements
    assert AnalysisSettings.from_flat(document.session.settings) == AnalysisSettings()


def test_what_people_said_stays(qtbot: QtBot, page: SensitivityPage, document: Document) -> None:
    document.apply(lambda s: edits.judge(s, 2, "rejected", document.author(), "the cat"), "Reject")
    document.apply(lambda s: edits.add(s, document.author(), 44.0, 44.5, "jerk", ["head"]), "Add")
    settle(qtbot, page)
    page.slider.setValue(3)
    settle(qtbot, page)
    page.apply_button.click()
    assert document.session is not None
    rejected = edits.find(document.session, 2)
    assert rejected.review is not None
    assert rejected.review.note == "the cat"
    assert any(m.source == "reviewer" and m.onset_s == 44.0 for m in document.session.movements)


def test_the_tables_numbers_can_be_tried_too(qtbot: QtBot, page: SensitivityPage, document: Document) -> None:
    page.rules_button.click()
    box = page.rules.box("cluster_fewest_movements")
    assert box.isVisible()
    assert box.text() == "at least 3 movements"
    box.setValue(1)
    assert box.text() == "at least 1 movement"
    box.setValue(3)
    assert page.rules.box("bilateral_longest_onset_lag_s").value() == 150
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    settle(qtbot, page)
    assert page.preview is not None
    assert [f.rule for f in page.preview.changes.flags_gone] == ["cluster"]
    assert "Pattern flags that would go (1)" in said(page)
    page.apply_button.click()
    assert document.session is not None
    assert document.session.settings["cluster_fewest_movements"] == 4
    page.rules.usual.click()
    assert page.rules.rules == RuleSettings()
    page.back_button.click()
    assert page.rules.rules.cluster_fewest_movements == 4


def test_without_signals_only_the_tables_numbers_can_be_tried(
    qtbot: QtBot, page: SensitivityPage, document: Document
) -> None:
    page.set_signals(None)
    settle(qtbot, page)
    assert not page.slider.isEnabled()
    page.rules.box("cluster_fewest_movements").setValue(5)
    settle(qtbot, page)
    page.apply_button.click()
    assert document.session is not None
    assert document.session.movements == night().movements
    assert "cluster" not in {f.rule for f in document.session.patterns}


def test_another_session_forgets_the_signals(qtbot: QtBot, page: SensitivityPage, document: Document) -> None:
    document.open_session(replace(night(), movements=(), patterns=()), None, None)
    settle(qtbot, page)
    assert page.preview is not None
    assert page.preview.detected is None


def test_what_could_be_observed_is_found_anew_too() -> None:
    stale = replace(night(), coverage=replace(night().coverage, observed_s=1.0, excluded=()))
    preview = tried(Wish(stale, signals(), with_sensitivity(AnalysisSettings(), 1), 1))
    assert preview.after.coverage == night().coverage
    assert preview.edit(stale).coverage == night().coverage


def test_a_blinded_reader_cannot_see_what_it_would_find(
    qtbot: QtBot, page: SensitivityPage, document: Document
) -> None:
    document.set_blinded(True)
    qtbot.waitUntil(lambda: "Hidden for now" in said(page))
    assert not page.slider.isVisible()


def test_the_newest_wish_wins(qtbot: QtBot) -> None:
    previewer = Previewer()
    seen: list[int] = []
    previewer.done.connect(lambda preview: seen.append(preview.wish.step))
    for step in (-4, 3, -2, 4, 1):
        settings = with_sensitivity(AnalysisSettings(), step)
        previewer.ask(Wish(night(), signals(), settings, step))
    qtbot.waitUntil(lambda: not previewer.running, timeout=20_000)
    assert seen == [1], "the ones between are dropped, the overtaken one is not told"


def test_stopping_in_the_middle_tells_nothing(qtbot: QtBot) -> None:
    previewer = Previewer()
    seen: list[object] = []
    previewer.done.connect(seen.append)
    for step in (1, 2):
        previewer.ask(Wish(night(), signals(), with_sensitivity(AnalysisSettings(), step), step))
    previewer.stop()
    qtbot.wait(50)
    assert not previewer.running
    assert seen == []
