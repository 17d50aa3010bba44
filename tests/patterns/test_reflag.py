from dataclasses import replace

from annotator.patterns.reflag import is_met, reflagged, session_rules
from annotator.session import edits
from annotator.session.model import Session
from annotator.session.people import Author
from annotator.settings import RuleSettings
from tests.session import sessions as make

KIM = Author("Kim")


def cluster() -> Session:
    return reflagged(make.session(*make.numbered(*[make.movement(t) for t in (0.0, 5.0, 10.0, 15.0)])))


def test_flags_are_found_from_what_stands() -> None:
    session = cluster()
    assert [flag.movements for flag in session.patterns] == [(1, 2, 3, 4)]
    session = reflagged(edits.judge(session, 2, "rejected", KIM))
    assert [flag.movements for flag in session.patterns] == [(1, 3, 4)]
    session = reflagged(edits.judge(session, 3, "rejected", KIM))
    assert session.patterns == ()
    session = edits.judge(session, 3, "accepted", KIM)
    session = reflagged(edits.judge(session, 2, "accepted", KIM))
    assert [flag.movements for flag in session.patterns] == [(1, 2, 3, 4)]


def test_nothing_new_is_the_same_session() -> None:
    session = cluster()
    assert reflagged(session) is session


def test_a_flag_keeps_what_was_said_of_it() -> None:
    session = edits.judge_flag(cluster(), 0, "accepted", KIM, "clear")
    session = reflagged(edits.judge(session, 4, "rejected", KIM))
    (flag,) = session.patterns
    assert flag.movements == (1, 2, 3)
    assert flag.review is not None
    assert flag.review.note == "clear"
    assert is_met(flag)


def test_a_reviewed_flag_that_is_met_no_more_stays_and_says_so() -> None:
    session = edits.judge_flag(cluster(), 0, "accepted", KIM)
    gone = reflagged(session, replace(RuleSettings(), cluster_fewest_movements=5))
    (flag,) = gone.patterns
    assert flag.facts["still_met"] is False
    assert not is_met(flag)
    (again,) = reflagged(gone).patterns
    assert again == session.patterns[0]
    assert is_met(again)


def test_a_rejected_flag_is_not_met() -> None:
    assert not is_met(edits.judge_flag(cluster(), 0, "rejected", KIM).patterns[0])
    assert is_met(edits.judge_flag(cluster(), 0, "unsure", KIM).patterns[0])


def test_the_sessions_own_rules_are_used() -> None:
    session = cluster()
    strict = replace(session, settings={**session.settings, "cluster_fewest_movements": 5})
    assert session_rules(strict).cluster_fewest_movements == 5
    assert reflagged(strict).patterns == ()
