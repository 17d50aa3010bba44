"""No review is lost or invented, whatever a person does and whenever the program ends."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from annotator.errors import AnnotatorError
from annotator.session import autosave, edits, file
from annotator.session.model import Session
from annotator.session.people import Author
from annotator.ui.document import Document, Reviewer
from annotator.ui.recovery import RecoveryDialog, RecoveryKeeper
from tests.ui.sessions import series

BY = Author("Ames", "reviewer", "2026-11-21T20:00:00+00:00")
VERDICTS = st.sampled_from(["accepted", "rejected", "unsure"])
TIMES = st.floats(0.0, 59.0).map(lambda s: round(s, 2))


class Reviewing(RuleBasedStateMachine):
    """A model of what the person did (`self.now`, with its past and future) runs beside the real document and files."""

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.place = Path(self.folder.name)
        self.path = self.place / "night.session.json"
        self.copies = self.place / "recovery"
        file.save(series(), self.path)
        self.open(file.load(self.path), unsaved=False)
        self.saved = self.now

    def open(self, session: Session, *, unsaved: bool) -> None:
        self.document = Document()
        self.keeper = RecoveryKeeper(self.document)
        self.document.open_session(session, self.path, None, unsaved)
        self.past: list[Session] = []
        self.future: list[Session] = []
        self.merging: str | None = None
        assert self.document.session is not None
        self.now: Session = self.document.session

    def edit(self, change: Any, merge: str | None = None) -> None:
        before = self.document.session
        try:
            changed = self.document.apply(change, "Edit", merge)
        except AnnotatorError:
            changed = False
        if not changed:
            assert self.document.session == before
            return
        if merge is None or self.merging != merge:
            self.past.append(self.now)
        self.future.clear()
        self.merging = merge
        assert self.document.session is not None
        self.now = self.document.session

    @rule(movement=st.integers(1, 9), verdict=VERDICTS)
    def judge(self, movement: int, verdict: Any) -> None:
        self.edit(lambda s: edits.judge(s, movement, verdict, BY))

    @rule(movement=st.integers(1, 9), onset=TIMES)
    def retime(self, movement: int, onset: float) -> None:
        self.edit(lambda s: edits.retime(s, movement, BY, onset_s=onset))

    @rule(onsets=st.lists(TIMES, min_size=1, max_size=4))
    def drag(self, onsets: list[float]) -> None:
        for onset in onsets:
            self.edit(partial(edits.retime, movement_id=5, by=BY, onset_s=onset), merge="drag")
        if self.letting_go:
            self.document.end_merge()
            self.merging = None
        self.letting_go = not self.letting_go

    letting_go = True

    @rule(movement=st.integers(1, 9), kind=st.sampled_from(["jerk", "slow", "sustained"]))
    def relabel(self, movement: int, kind: Any) -> None:
        self.edit(lambda s: edits.relabel(s, movement, BY, kind=kind))

    @rule(onset=TIMES)
    def add(self, onset: float) -> None:
        self.edit(lambda s: edits.add(s, BY, onset, onset + 0.5, "jerk", ("right_arm",)))

    @rule(movement=st.integers(1, 9), at=TIMES)
    def split(self, movement: int, at: float) -> None:
        self.edit(lambda s: edits.split(s, movement, at, BY))

    @rule(one=st.integers(1, 9), other=st.integers(1, 9))
    def merge(self, one: int, other: int) -> None:
        self.edit(lambda s: edits.merge(s, (one, other), BY))

    @rule(movement=st.integers(1, 9))
    def delete(self, movement: int) -> None:
        self.edit(lambda s: edits.delete(s, movement, BY))

    @rule(start=TIMES)
    def look(self, start: float) -> None:
        self.edit(lambda s: edits.add_looked(s, start, start + 1.0, BY))

    @rule(verdict=VERDICTS)
    def judge_flag(self, verdict: Any) -> None:
        self.edit(lambda s: edits.judge_flag(s, 0, verdict, BY))

    @rule()
    def undo(self) -> None:
        self.document.undo_stack.undo()
        self.merging = None
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        self.document.undo_stack.redo()
        self.merging = None
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()

    @rule()
    def save(self) -> None:
        session = self.document.to_save()
        assert session is not None
        file.save(session, self.path)
        self.document.mark_saved(self.path)
        self.merging = None
        self.saved = self.now

    @rule()
    def reload(self) -> None:
        """Closed in order without saving, and opened again: the work since the last save is gone, as was asked."""
        self.close()
        self.open(file.load(self.path), unsaved=False)
        self.now = self.saved
        assert autosave.find_recoveries() == ()

    @rule()
    def crash(self) -> None:
        """The program ends at once: the next start offers exactly what was there, or nothing if all was saved."""
        unsaved = self.document.dirty
        self.keeper.flush()
        if self.keeper._autosave is not None:
            self.keeper._autosave.close()
            self.keeper._autosave = None
        self.keeper._timer.stop()
        before = self.now
        left = autosave.find_recoveries()
        if unsaved and before != self.saved:
            assert len(left) == 1
            assert left[0].session == before
            assert left[0].session_path == self.path
            self.close()
            self.open(left[0].session, unsaved=True)
            autosave.discard(left[0])
            assert self.now == before
        else:
            assert left == ()
            self.close()
            self.open(file.load(self.path), unsaved=False)
            assert self.now == self.saved

    @invariant()
    def shows_what_was_done(self) -> None:
        if hasattr(self, "document"):
            assert self.document.session == self.now
            assert self.document.undo_stack.canUndo() == bool(self.past)
            assert self.document.undo_stack.canRedo() == bool(self.future)

    @invariant()
    def what_the_detector_found_stands_as_it_was(self) -> None:
        if hasattr(self, "document"):
            found = {m.id: m for m in series().movements}
            kept = {m.id: m for m in self.now.movements if m.source == "detected" and not m.replaces}
            for number, movement in found.items():
                assert (kept[number].onset_s, kept[number].offset_s, kept[number].kind, kept[number].limbs) == (
                    movement.onset_s,
                    movement.offset_s,
                    movement.kind,
                    movement.limbs,
                )

    def close(self) -> None:
        self.keeper.stop()
        self.keeper.deleteLater()
        self.document.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def teardown(self) -> None:
        if hasattr(self, "document"):
            self.close()
            self.folder.cleanup()


def test_no_review_is_lost_or_invented(qtbot: QtBot, own_places: None) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        Reviewing,
        settings=settings(
            max_examples=30,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
        ),
    )


def test_the_copy_follows_each_change_and_goes_with_the_save(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "night.session.json"
    file.save(series(), path)
    document = Document()
    keeper = RecoveryKeeper(document)
    document.open_session(file.load(path), path, None)
    document.apply(lambda s: edits.judge(s, 1, "accepted", BY), "Accept")
    folder = autosave.default_folder()
    qtbot.waitUntil(lambda: any(folder.glob("*.recovery.json")), timeout=10_000)
    assert autosave.find_recoveries() == ()  # the window that writes it still runs
    keeper.flush()
    document.mark_saved(path)
    assert not any(folder.glob("*.recovery.json"))
    keeper.stop()


def test_a_blinded_reading_is_still_blinded_after_a_crash(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "night.session.json"
    file.save(series(), path)
    document = Document()
    document.set_reviewer(Reviewer("Ames", "reviewer"))
    document.open_session(file.load(path), path, None)
    document.set_blinded(True)
    document.apply(lambda s: edits.add(s, BY, 30.0, 31.0, "jerk", blinded=True), "Add")
    kept = document.to_save()
    assert kept is not None
    file.save(kept, path)
    again = Document()
    again.set_reviewer(Reviewer("Ames", "reviewer"))
    again.open_session(file.load(path), path, None)
    assert again.blinded
    assert again.shown is not None
    assert [m.source for m in again.shown.movements] == ["reviewer"]
    again.finish_blinded("Finish")
    assert again.session is not None
    assert again.session.extra["blinded_readings"][0]["reviewer"] == "Ames"
    assert "blinded_reading" not in again.session.extra
    again.undo_stack.undo()
    assert not again.blinded


def test_the_offer_lists_each_and_can_throw_one_away(qtbot: QtBot) -> None:
    one = autosave.Autosave(series().video.sha256, Path("/nights/one.session.json"))
    one.save(series())
    one.close()
    dialog = RecoveryDialog(autosave.find_recoveries())
    qtbot.addWidget(dialog)
    assert dialog.chosen is not None
    assert "one.session.json" in dialog.list.item(0).text()
    dialog.discarded.connect(autosave.discard)
    dialog.discard_button.click()
    assert dialog.list.count() == 0
    assert autosave.find_recoveries() == ()
