from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from annotator.session import edits
from annotator.session.people import Author
from annotator.ui.document import Document, Reviewer, Selection
from tests.ui.sessions import series

BY = Author("Ames", "reviewer", "2026-11-21T20:00:00+00:00")
Collect = Callable[[object], list[object]]


def opened() -> Document:
    document = Document()
    document.open_session(series(), Path("night.session.json"), None)
    return document


def flags_of(document: Document) -> list[str]:
    session = document.session
    assert session is not None
    return [flag.rule for flag in session.patterns]


def test_an_edit_is_shown_undone_and_redone(signals_of: Collect) -> None:
    document = opened()
    before = document.session
    seen = signals_of(document.session_changed)
    assert document.apply(lambda s: edits.judge(s, 1, "accepted", BY), "Accept")
    assert document.dirty
    after = document.session
    document.undo_stack.undo()
    assert document.session == before
    assert not document.dirty
    document.undo_stack.redo()
    assert document.session == after
    assert seen == [after, before, after]


def test_flags_follow_what_people_say() -> None:
    document = opened()
    document.apply(lambda s: edits.judge(s, 2, "accepted", BY), "Accept")
    assert flags_of(document) == ["cluster"]
    for number in (2, 5):
        document.apply(partial(edits.judge, movement_id=number, verdict="rejected", by=BY), "Reject")
    assert flags_of(document) == []
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert flags_of(document) == ["cluster"]


def test_an_edit_that_changes_nothing_leaves_no_step() -> None:
    document = opened()
    assert not document.apply(lambda s: s, "Nothing")
    assert document.undo_stack.count() == 0


def test_a_drag_is_one_step_computed_from_where_it_began() -> None:
    document = opened()
    before = document.session
    for onset in (5.1, 5.2, 5.3):
        document.apply(partial(edits.retime, movement_id=1, by=BY, onset_s=onset), "Move", merge=("onset", 1))
    assert document.undo_stack.count() == 1
    moved = document.movement(1)
    assert moved is not None
    assert moved.review is not None
    assert moved.review.onset_s == 5.3
    assert moved.earlier_reviews == ()
    document.undo_stack.undo()
    assert document.session == before
    document.undo_stack.redo()
    document.end_merge()
    document.apply(lambda s: edits.retime(s, 1, BY, onset_s=5.4), "Move", merge=("onset", 1))
    assert document.undo_stack.count() == 2


def test_a_drag_after_saving_is_a_step_of_its_own() -> None:
    document = opened()
    document.apply(lambda s: edits.retime(s, 1, BY, onset_s=5.1), "Move", merge="m")
    document.mark_saved(Path("night.session.json"))
    document.apply(lambda s: edits.retime(s, 1, BY, onset_s=5.2), "Move", merge="m")
    assert document.dirty
    document.undo_stack.undo()
    assert not document.dirty


def test_a_partial_result_cannot_be_edited_or_saved() -> None:
    document = Document()
    document.open_video(Path("night.mp4"))
    document.show_partial(series())
    assert document.shown is not None
    assert not document.editable
    assert not document.apply(lambda s: edits.judge(s, 1, "accepted", BY), "Accept")
    assert not document.dirty
    document.drop_partial()
    assert document.session is None


def test_a_blinded_reading_hides_the_detector_and_keeps_the_readers_marks() -> None:
    document = opened()
    document.set_reviewer(Reviewer("Ames", "reviewer"))
    document.select_movement(1)
    document.set_blinded(True)
    assert document.shown is not None
    assert document.shown.movements == ()
    assert document.shown.patterns == ()
    assert not document.selection
    document.apply(lambda s: edits.add(s, BY, 30.0, 31.0, "jerk", ("head",), blinded=True), "Add")
    shown = document.shown
    assert shown is not None
    assert [m.source for m in shown.movements] == ["reviewer"]
    document.set_blinded(False)
    assert len(document.shown.movements) == 6


def test_selection_ends_with_what_it_meant(signals_of: Collect) -> None:
    document = opened()
    seen = signals_of(document.selection_changed)
    document.apply(lambda s: edits.add(s, BY, 30.0, 31.0, "jerk"), "Add")
    document.select_movement(6)
    document.undo_stack.undo()
    assert document.selection == Selection()
    document.select_flag(0)
    assert document.selected_flag is not None
    document.open_session(series(), None, None)
    assert seen == [Selection(movement=6), Selection(), Selection(flag=0), Selection()]


def test_a_recovered_session_is_unsaved_until_it_is_saved() -> None:
    document = Document()
    document.open_session(series(), Path("night.session.json"), None, unsaved=True)
    assert document.dirty
    document.mark_saved(Path("night.session.json"))
    assert not document.dirty
