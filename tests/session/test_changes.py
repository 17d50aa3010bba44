from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from annotator.patterns.reflag import reflagged
from annotator.session import edits
from annotator.session.changes import changes_between
from annotator.session.model import Session
from annotator.session.people import Author
from annotator.settings import RuleSettings
from tests.session import sessions as make

BY = Author("Ames", "reviewer", "2026-11-21T20:00:00+00:00")


def series() -> Session:
    """Three jerks that make a cluster, and one alone."""
    found = make.numbered(*(make.movement(at) for at in (5.0, 8.0, 12.0, 40.0)))
    return reflagged(make.session(*found))


@settings(max_examples=25)
@given(make.sessions())
def test_a_session_against_itself_changes_nothing(session: Session) -> None:
    found = changes_between(session, session)
    assert not found
    assert len(found.kept) == len({m.id for m in found.kept})


def test_what_goes_one_way_comes_the_other_way() -> None:
    before = series()
    after = reflagged(edits.judge(before, 2, "rejected", BY))
    there, back = changes_between(before, after), changes_between(after, before)
    assert [m.id for m in there.gone] == [m.id for m in back.added] == [2]
    assert [m.id for m in there.kept] == [1, 3, 4]
    assert [f.rule for f in there.flags_gone] == [f.rule for f in back.flags_added] == ["cluster"]
    assert not there.added
    assert not there.flags_added


def test_a_flag_with_more_movements_is_the_same_flag() -> None:
    before = series()
    after = reflagged(before, replace(RuleSettings(), cluster_longest_onset_gap_s=60.0))
    assert len(after.patterns[0].movements) == 4
    assert not changes_between(before, after)


def test_a_correction_is_a_change() -> None:
    before = series()
    after = edits.retime(before, 4, BY, offset_s=41.0)
    found = changes_between(before, after)
    assert [(now.id, now.offset_s, then.offset_s) for now, then in found.changed] == [(4, 40.4, 41.0)]
    assert not found.added
    assert not found.gone
