from contextlib import suppress
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.anatomy import LIMBS
from annotator.errors import SessionError
from annotator.session import edits
from annotator.session.effective import effective_movements
from annotator.session.model import Coverage, Movement, Session
from annotator.session.people import Author
from annotator.session.placing import find, overlap
from annotator.session.redetect import with_detected
from tests.session import sessions as make

KIM = Author("Kim")


def three() -> Session:
    return make.session(*make.numbered(*[make.movement(t) for t in (1.0, 5.0, 9.0)]))


def test_the_same_detection_changes_nothing() -> None:
    session = three()
    found = with_detected(session, [replace(m, id=n + 40) for n, m in enumerate(session.movements)])
    assert found == session


def test_new_numbers_keep_the_id_and_new_movements_get_new_ones() -> None:
    found = with_detected(three(), [make.movement(1.05, id=1), make.movement(20.0, id=2)])
    assert [(m.id, m.onset_s) for m in found.movements] == [(1, 1.05), (4, 20.0)]


def test_what_people_said_stays_as_it_is() -> None:
    session = edits.judge(three(), 2, "rejected", KIM)
    session = edits.retime(session, 3, KIM, offset_s=12.0)
    session = edits.add(session, KIM, 30.0, 31.0, "jerk", ["left_arm"])
    again = [make.movement(t) for t in (5.1, 9.0, 11.0, 30.5, 40.0)]
    found = with_detected(session, make.numbered(*again))
    assert [(m.id, m.onset_s, m.source) for m in found.movements] == [
        (2, 5.0, "detected"),
        (3, 9.0, "detected"),
        (4, 30.0, "reviewer"),
        (5, 40.0, "detected"),
    ]
    assert found.movements[:3] == tuple(m for m in session.movements if m.id in (2, 3, 4))


def test_what_people_replaced_does_not_come_back() -> None:
    session = edits.split(three(), 1, 1.2, KIM)
    found = with_detected(session, [make.movement(1.0)])
    assert found.movements == tuple(m for m in session.movements if m.review is not None)


def test_settings_and_coverage_are_taken_over() -> None:
    coverage = Coverage(10.0, {})
    found = with_detected(three(), [], {"model": "lite"}, coverage)
    assert (found.movements, found.settings, found.coverage) == ((), {"model": "lite"}, coverage)


@st.composite
def detections(draw: st.DrawFn) -> list[Movement]:
    """What a detector gives: apart on each limb."""
    starts = draw(st.lists(st.integers(0, 55), unique=True, max_size=8))
    return [
        make.movement(t + draw(st.sampled_from([0.0, 0.1, 0.3])), limbs=(draw(st.sampled_from(LIMBS)),))
        for t in sorted(starts)
    ]


@given(detections(), detections(), st.lists(st.tuples(st.integers(0, 9), st.sampled_from("arxm"))))
def test_order_is_kept_and_nobodys_word_is_lost(
    first: list[Movement], second: list[Movement], said: list[tuple[int, str]]
) -> None:
    session = make.session(*make.numbered(*first))
    for n, what in said:
        if not session.movements:
            break
        number = session.movements[n % len(session.movements)].id
        with suppress(SessionError):
            if what == "a":
                session = edits.annotate(session, number, f"note {n}", KIM)
            elif what == "r":
                session = edits.judge(session, number, "rejected", KIM)
            elif what == "x":
                session = edits.split(session, number, find(session, number).onset_s + 0.2, KIM)
            else:
                session = edits.retime(session, number, KIM, offset_s=find(session, number).offset_s + 0.5)
    spoken_of = [m for m in session.movements if m.review is not None or m.source == "reviewer"]
    found = with_detected(session, make.numbered(*second))
    assert [m for m in found.movements if m in spoken_of] == spoken_of
    assert len({m.id for m in found.movements}) == len(found.movements)
    onsets = [m.onset_s for m in found.movements]
    assert onsets == sorted(onsets)
    shown = effective_movements(found)
    assert not any(overlap(a, b) for n, a in enumerate(shown) for b in shown[n + 1 :])
    assert with_detected(found, make.numbered(*second)) == found
