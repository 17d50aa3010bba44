from dataclasses import replace
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from annotator.anatomy import LIMBS
from annotator.errors import SessionError
from annotator.session import edits, file
from annotator.session.effective import effective, effective_movements
from annotator.session.model import KINDS, Movement, ObserverAnswers, PatternFlag, Review, Session
from annotator.session.people import Author, last_words, people, reviews
from annotator.session.placing import find, overlap
from tests.session import sessions as make

KIM = Author("Kim", "reviewer", "2026-11-21T22:00:00+00:00")
LEE = Author("Lee", "parent", "2026-11-21T23:00:00+00:00")


def two() -> Session:
    """Two movements of the left arm: 1.0–1.4 s and 3.0–3.4 s."""
    return make.session(*make.numbered(make.movement(1.0), make.movement(3.0)))


def stored(session: Session, number: int) -> Movement:
    return next(m for m in session.movements if m.id == number)


def review(session: Session, number: int) -> Review:
    found = stored(session, number).review
    assert found is not None
    return found


def test_verdicts_keep_what_was_said_before() -> None:
    session = edits.judge(two(), 1, "accepted", KIM, "clear")
    session = edits.judge(session, 1, "rejected", LEE)
    found = stored(session, 1)
    assert found.review == Review("rejected", "Lee", "parent", LEE.at, "clear")
    assert found.earlier_reviews == (Review("accepted", "Kim", "reviewer", KIM.at, "clear"),)
    assert [m.id for m in effective_movements(session)] == [2]
    assert people(session) == (("Kim", "reviewer"), ("Lee", "parent"))


def test_saying_the_same_again_changes_nothing() -> None:
    session = edits.judge(two(), 1, "accepted", KIM)
    assert edits.judge(session, 1, "accepted", replace(KIM, at="later")) is session


def test_a_note_alone_leaves_it_undecided_and_a_correction_accepts() -> None:
    assert review(edits.annotate(two(), 1, "he coughed", KIM), 1).verdict == "unsure"
    assert review(edits.relabel(two(), 1, KIM, kind="slow"), 1).verdict == "accepted"
    rejected = edits.judge(two(), 1, "rejected", KIM)
    assert review(edits.annotate(rejected, 1, "the blanket", KIM), 1).verdict == "rejected"


def test_a_detected_movement_is_never_overwritten() -> None:
    before = two()
    session = edits.retime(before, 1, KIM, onset_s=0.9)
    session = edits.relabel(session, 1, LEE, kind="slow", limbs=["head", "left_arm"])
    assert replace(stored(session, 1), review=None, earlier_reviews=()) == stored(before, 1)
    now = effective(stored(session, 1))
    assert (now.onset_s, now.offset_s, now.kind, now.limbs) == (0.9, 1.4, "slow", ("left_arm", "head"))
    assert effective(now) == now


def test_the_peak_stays_inside_a_corrected_span() -> None:
    session = edits.retime(two(), 1, KIM, onset_s=1.3)
    assert effective(stored(session, 1)).peak_s == 1.3


def test_effective_leaves_out_numbers_of_limbs_that_were_taken_away() -> None:
    found = make.movement(
        1.0,
        limbs=("left_arm", "right_arm"),
        limb_onsets_s={"left_arm": 1.0, "right_arm": 1.1},
        limb_displacements_torso={"left_arm": 0.3, "right_arm": 0.2},
    )
    session = edits.relabel(make.session(found), 1, KIM, limbs=["left_arm"])
    now = effective(stored(session, 1))
    assert now.limb_onsets_s == {"left_arm": 1.0}
    assert now.limb_displacements_torso == {"left_arm": 0.3}


@pytest.mark.parametrize(
    ("onset_s", "offset_s"), [(2.0, 1.9), (1.0, 1.0), (-0.1, 1.0), (59.0, 60.1), (float("nan"), 2)]
)
def test_impossible_times_are_refused(onset_s: float, offset_s: float) -> None:
    with pytest.raises(SessionError, match="Movement 1: it would"):
        edits.retime(two(), 1, KIM, onset_s=onset_s, offset_s=offset_s)


def test_an_overlap_on_the_same_limb_is_refused_with_the_one_in_the_way() -> None:
    with pytest.raises(SessionError, match=r"Movement 1: it would overlap movement 2 \(3\.00–3\.40 s\)"):
        edits.retime(two(), 1, KIM, offset_s=3.1)
    assert edits.retime(two(), 1, KIM, offset_s=3.0)
    with pytest.raises(SessionError, match="overlap"):
        edits.add(two(), KIM, 3.1, 3.2, "jerk", ["left_arm", "head"])
    assert len(edits.add(two(), KIM, 3.1, 3.2, "jerk", ["head"]).movements) == 3
    assert len(edits.add(two(), KIM, 3.1, 3.2, "jerk").movements) == 3


def test_a_rejected_movement_makes_room_and_cannot_come_back_over_another() -> None:
    session = edits.judge(two(), 2, "rejected", KIM)
    session = edits.add(session, KIM, 3.1, 3.8, "jerk", ["left_arm"])
    with pytest.raises(SessionError, match="Movement 2: it would overlap movement 3"):
        edits.judge(session, 2, "accepted", KIM)


def test_adding() -> None:
    session = edits.add(two(), LEE, 2.0, 2.6, "jerk", ["head", "left_leg"], "saw it")
    added = stored(session, 3)
    assert (added.source, added.limbs, added.peak_s) == ("reviewer", ("left_leg", "head"), 2.3)
    assert added.peak_displacement_torso is None
    assert added.review == Review("accepted", "Lee", "parent", LEE.at, "saw it")
    assert [m.id for m in session.movements] == [1, 3, 2]


def test_splitting_keeps_where_the_parts_came_from() -> None:
    long = make.movement(2.0, 8.0, ("left_arm", "right_arm"), "sustained", peak_s=3.0, cycles=4)
    session = edits.split(make.session(long), 1, 4.0, KIM)
    first, second = effective_movements(session)
    assert (first.onset_s, first.offset_s, first.kind, first.peak_displacement_torso) == (2.0, 4.0, "jerk", 0.3)
    assert (second.onset_s, second.offset_s, second.kind, second.peak_s) == (4.0, 8.0, "prolonged", 6.0)
    assert second.peak_displacement_torso is None
    assert first.replaces == second.replaces == (1,)
    assert review(session, 1).verdict == "replaced"
    assert replace(stored(session, 1), review=None) == long
    for bad in (2.0, 8.0, 20.0):
        with pytest.raises(SessionError, match="not between"):
            edits.split(make.session(long), 1, bad, KIM)
    with pytest.raises(SessionError, match="others have taken its place"):
        edits.judge(session, 1, "accepted", KIM)
    with pytest.raises(SessionError, match="others have taken its place"):
        edits.delete(session, 1, KIM)
    with pytest.raises(SessionError, match="rejected or replaced"):
        edits.split(session, 1, 4.0, KIM)


def test_merging() -> None:
    session = make.session(
        *make.numbered(
            make.movement(1.0, kind="rhythmic", cycles=4, frequency_hz=2.0, limb_displacements_torso={"left_arm": 0.3}),
            make.movement(
                2.0,
                4.1,
                ("head",),
                kind="rhythmic",
                cycles=6,
                frequency_hz=3.0,
                peak_displacement_torso=0.8,
                limb_displacements_torso={"head": 0.8},
            ),
        )
    )
    merged_session = edits.merge(session, [2, 1], KIM)
    (merged,) = effective_movements(merged_session)
    assert (merged.onset_s, merged.offset_s, merged.limbs) == (1.0, 4.1, ("left_arm", "head"))
    assert (merged.kind, merged.cycles, merged.frequency_hz) == ("rhythmic", 10, 3.0)
    assert merged.peak_displacement_torso == 0.8
    assert merged.limb_displacements_torso == {"left_arm": 0.3, "head": 0.8}
    assert merged.replaces == (1, 2)
    other = edits.relabel(session, 1, KIM, kind="jerk")
    assert effective_movements(edits.merge(other, [1, 2], KIM))[0].kind == "prolonged"
    with pytest.raises(SessionError, match="two movements"):
        edits.merge(session, [1, 1], KIM)
    with pytest.raises(SessionError, match="rejected"):
        edits.merge(edits.judge(session, 1, "rejected", KIM), [1, 2], KIM)


def test_merging_over_another_movement_of_the_limb_is_refused() -> None:
    session = make.session(*make.numbered(*[make.movement(t) for t in (1.0, 3.0, 5.0)]))
    with pytest.raises(SessionError, match="overlap movement 2"):
        edits.merge(session, [1, 3], KIM)
    assert len(effective_movements(edits.merge(session, [1, 2, 3], KIM))) == 1


def test_deleting() -> None:
    session = edits.delete(two(), 1, KIM)
    assert review(session, 1).verdict == "rejected"
    session = edits.add(two(), KIM, 5.0, 6.0, "jerk", ["head"])
    assert edits.delete(session, 3, KIM) == two()
    assert review(edits.delete(session, 3, LEE), 3).verdict == "rejected"


def test_deleting_what_took_a_movements_place_brings_it_back() -> None:
    session = edits.judge(two(), 2, "accepted", LEE)
    halves = edits.split(session, 2, 3.2, KIM)
    one = edits.delete(halves, 3, KIM)
    assert review(one, 2).verdict == "replaced"
    assert edits.delete(one, 4, KIM) == session
    taken = edits.add(one, KIM, 3.0, 3.1, "jerk", ["left_arm"])
    assert review(edits.delete(taken, 4, KIM), 2).verdict == "replaced"


def test_a_blinded_reading_gives_nothing_away() -> None:
    session = edits.add(two(), KIM, 3.1, 3.5, "jerk", ["left_arm"], blinded=True)
    assert stored(session, 3).replaces == (2,)
    assert review(session, 2).verdict == "replaced"
    session = edits.retime(session, 3, KIM, onset_s=1.2, blinded=True)
    assert stored(session, 3).replaces == (2, 1)
    assert edits.delete(session, 3, KIM) == two()
    assert [m.id for m in effective_movements(session)] == [3]
    with pytest.raises(SessionError, match="overlap movement 3"):
        edits.add(session, KIM, 1.3, 1.4, "jerk", ["left_arm"], blinded=True)
    session = edits.add(two(), KIM, 2.0, 2.5, "jerk", ["left_arm"], blinded=True)
    session = edits.add(session, KIM, 5.0, 5.5, "jerk", ["left_arm"], blinded=True)
    session = edits.merge(session, [3, 4], KIM, blinded=True)
    assert stored(session, 5).replaces == (3, 4, 2)
    judged = edits.judge(two(), 2, "accepted", LEE)
    with pytest.raises(SessionError, match="overlap movement 2"):
        edits.add(judged, KIM, 3.1, 3.5, "jerk", ["left_arm"], blinded=True)


def test_a_movement_that_is_not_there() -> None:
    with pytest.raises(SessionError, match="Movement 9: it is not in this session"):
        edits.judge(two(), 9, "accepted", KIM)
    with pytest.raises(ValueError, match="replaces"):
        edits.judge(two(), 1, "replaced", KIM)


def test_flags_are_judged_too() -> None:
    flag = PatternFlag("cluster", 1, 2, (1, 2), {})
    session = replace(two(), patterns=(flag,))
    session = edits.judge_flag(session, 0, "accepted", KIM, "yes")
    session = edits.judge_flag(session, 0, "unsure", LEE)
    found = session.patterns[0]
    assert [(r.reviewer, r.verdict, r.note) for r in reviews(found)] == [
        ("Kim", "accepted", "yes"),
        ("Lee", "unsure", "yes"),
    ]
    for index in (-1, 1):
        with pytest.raises(SessionError):
            edits.judge_flag(session, index, "accepted", KIM)


def test_looked_spans() -> None:
    session = edits.add_looked(two(), 10, 20, KIM)
    session = edits.add_looked(session, -5, 12, LEE, "quiet")
    session = edits.add_looked(session, 55, 99, LEE)
    assert [(s.start_s, s.end_s, s.reviewer) for s in session.looked] == [
        (0, 12, "Lee"),
        (10, 20, "Kim"),
        (55, 60, "Lee"),
    ]
    assert edits.looked_s(session) == 25
    assert edits.remove_looked(session, 0).looked == session.looked[1:]
    with pytest.raises(SessionError, match="empty"):
        edits.add_looked(session, 70, 80, KIM)
    with pytest.raises(SessionError):
        edits.remove_looked(session, 3)


def test_the_observers_answers() -> None:
    session = edits.answer(two(), "breathing", "no", "watched closely")
    assert session.observer.rows == {"breathing": "no"}
    assert session.observer.notes == {"breathing": "watched closely"}
    session = edits.answer(session, "breathing", None, "")
    assert session == two()
    assert edits.set_observer(session, ObserverAnswers(age_months=4.0)).observer.age_months == 4.0


def test_each_persons_last_word() -> None:
    session = edits.judge(two(), 1, "accepted", KIM)
    session = edits.judge(session, 1, "unsure", LEE)
    session = edits.judge(session, 1, "rejected", KIM)
    assert [(r.reviewer, r.verdict) for r in last_words(stored(session, 1))] == [("Lee", "unsure"), ("Kim", "rejected")]


moments = st.integers(0, 480).map(lambda n: n / 8)
someone = st.sampled_from([KIM, LEE])


class Editing(RuleBasedStateMachine):
    """Any edits in any order, with undo, redo and reloading: nothing detected changes, nobody's word is lost."""

    @initialize(onsets=st.lists(st.integers(0, 58), unique=True, max_size=5))
    def begin(self, onsets: list[int]) -> None:
        found = [make.movement(float(t), limbs=(LIMBS[t % 2],)) for t in sorted(onsets)]
        self.detected = make.numbered(*found)
        self.now = make.session(*self.detected)
        self.undone: list[Session] = []
        self.done: list[Session] = []

    def do(self, edit: Any) -> None:
        try:
            after = edit(self.now)
        except SessionError:
            return
        self.nobodys_word_is_lost(self.now, after)
        self.done.append(self.now)
        self.undone.clear()
        self.now = after

    def nobodys_word_is_lost(self, before: Session, after: Session) -> None:
        """Reviews only grow; only a mark "replaced" is taken back, and only one's own movement disappears."""
        left = {m.id: reviews(m) for m in after.movements}
        for movement in before.movements:
            said = reviews(movement)
            if movement.id not in left:
                assert movement.source == "reviewer"
                assert len({(r.reviewer, r.role) for r in said}) == 1
                continue
            taken_back = bool(said) and said[-1].verdict == "replaced" and left[movement.id] == said[:-1]
            assert taken_back or left[movement.id][: len(said)] == said

    def any_id(self, number: int) -> int:
        ids = [m.id for m in self.now.movements]
        return ids[number % len(ids)] if ids else 1

    @rule(n=st.integers(0, 20), verdict=st.sampled_from(["accepted", "rejected", "unsure"]), by=someone)
    def judge(self, n: int, verdict: Any, by: Author) -> None:
        self.do(lambda s: edits.judge(s, self.any_id(n), verdict, by))

    @rule(
        n=st.integers(0, 20),
        onset_s=st.none() | moments,
        offset_s=st.none() | moments,
        by=someone,
        blinded=st.booleans(),
    )
    def retime(self, n: int, onset_s: float | None, offset_s: float | None, by: Author, blinded: bool) -> None:
        number = self.any_id(n)
        self.do(lambda s: edits.retime(s, number, by, onset_s=onset_s, offset_s=offset_s, blinded=blinded))

    @rule(n=st.integers(0, 20), kind=st.sampled_from(KINDS), limbs=make.limb_sets, by=someone)
    def relabel(self, n: int, kind: Any, limbs: Any, by: Author) -> None:
        self.do(lambda s: edits.relabel(s, self.any_id(n), by, kind=kind, limbs=limbs))

    @rule(start=moments, end=moments, limbs=make.limb_sets, by=someone, blinded=st.booleans())
    def add(self, start: float, end: float, limbs: Any, by: Author, blinded: bool) -> None:
        self.do(lambda s: edits.add(s, by, start, end, "jerk", limbs, blinded=blinded))

    @rule(n=st.integers(0, 20), share=st.floats(0.1, 0.9), by=someone)
    def split(self, n: int, share: float, by: Author) -> None:
        def halve(session: Session) -> Session:
            whole = effective(find(session, self.any_id(n)))
            return edits.split(session, whole.id, whole.onset_s + share * whole.duration_s, by)

        self.do(halve)

    @rule(first=st.integers(0, 20), second=st.integers(0, 20), by=someone)
    def merge(self, first: int, second: int, by: Author) -> None:
        self.do(lambda s: edits.merge(s, [self.any_id(first), self.any_id(second)], by))

    @rule(n=st.integers(0, 20), by=someone)
    def delete(self, n: int, by: Author) -> None:
        self.do(lambda s: edits.delete(s, self.any_id(n), by))

    @rule()
    def undo(self) -> None:
        if self.done:
            self.undone.append(self.now)
            self.now = self.done.pop()

    @rule()
    def redo(self) -> None:
        if self.undone:
            self.done.append(self.now)
            self.now = self.undone.pop()

    @rule()
    def reload(self) -> None:
        text = file.to_json(self.now)
        again = file.from_json(text)
        assert again == self.now
        assert file.to_json(again) == text

    @invariant()
    def order_is_kept(self) -> None:
        movements = self.now.movements
        assert [(m.onset_s, m.id) for m in movements] == sorted((m.onset_s, m.id) for m in movements)
        assert len({m.id for m in movements}) == len(movements)
        shown = effective_movements(self.now)
        for n, movement in enumerate(shown):
            assert 0 <= movement.onset_s <= movement.peak_s <= movement.offset_s <= 60.0
            assert movement.onset_s < movement.offset_s
            assert not any(overlap(movement, other) for other in shown[n + 1 :])

    @invariant()
    def nothing_detected_is_lost_or_changed(self) -> None:
        kept = [replace(m, review=None, earlier_reviews=()) for m in self.now.movements if m.source == "detected"]
        assert tuple(kept) == self.detected


Editing.TestCase.settings = settings(max_examples=40, stateful_step_count=25)
TestEditing = Editing.TestCase
