"""What a person can do to a session, as pure functions `Session -> Session`. Undo keeps the session before and after.

A detected movement is never overwritten: what a person says of it becomes its `review`, and the reviews before it are
kept in `earlier_reviews`. The same holds for movements that people added, so that it stays visible who said what.

After every edit the movements are sorted by onset, ids are unique, and those that stand (`session.effective`) do not
overlap on the same limb, nor do movements that name no limb overlap each other. An edit that would make them overlap is
refused with `SessionError`: it says which movement is in the way. During a blinded reading (`blinded=True`) a hidden
detected movement must not be given away by a refusal: it is marked "replaced" by the reviewer's own instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.anatomy import LIMBS, Limb
from annotator.errors import SessionError
from annotator.phrase import phrase
from annotator.session.effective import effective, stands
from annotator.session.model import (
    Answer,
    Kind,
    LookedSpan,
    Movement,
    ObserverAnswers,
    Review,
    Session,
    Verdict,
)
from annotator.session.people import Author, reviews
from annotator.session.placing import check_span, find, mark_replaced, next_id, place, put, restore, with_review
from annotator.settings import AnalysisSettings

__all__ = [
    "Author", "add", "add_looked", "annotate", "answer", "delete", "find", "judge", "judge_flag", "looked_s", "merge",
    "next_id", "relabel", "remove_looked", "retime", "set_observer", "split",
]  # fmt: skip


def judge(
    session: Session, movement_id: int, verdict: Verdict, by: Author, note: str | None = None, *, blinded: bool = False
) -> Session:
    """Accepts, rejects or is unsure of a movement. Corrections made before stay; so does the note, unless one is given.

    Raises `SessionError` when a rejected movement would come back over one that has taken its place since.
    """
    if verdict == "replaced":
        raise ValueError("only a split, a merge or a blinded reading replaces a movement")
    return _reviewed(session, movement_id, by, blinded, verdict=verdict, note=note)


def annotate(session: Session, movement_id: int, note: str, by: Author) -> Session:
    """Writes a note. A movement that nobody judged yet becomes "unsure": looked at, and not decided."""
    return _reviewed(session, movement_id, by, False, verdict=None, note=note, unjudged="unsure")


def relabel(
    session: Session,
    movement_id: int,
    by: Author,
    *,
    kind: Kind | None = None,
    limbs: Iterable[Limb] | None = None,
    blinded: bool = False,
) -> Session:
    """Corrects the kind or the limbs. Whoever corrects a movement accepts it, unless it was judged before."""
    named = None if limbs is None else _in_order(limbs)
    return _reviewed(session, movement_id, by, blinded, kind=kind, limbs=named)


def retime(
    session: Session,
    movement_id: int,
    by: Author,
    *,
    onset_s: float | None = None,
    offset_s: float | None = None,
    blinded: bool = False,
) -> Session:
    """Corrects onset or offset. Whoever corrects a movement accepts it, unless it was judged before.

    Raises `SessionError` unless 0 <= onset < offset <= the video's duration.
    """
    return _reviewed(session, movement_id, by, blinded, onset_s=onset_s, offset_s=offset_s)


def add(
    session: Session,
    by: Author,
    onset_s: float,
    offset_s: float,
    kind: Kind,
    limbs: Iterable[Limb] = (),
    note: str = "",
    *,
    blinded: bool = False,
) -> Session:
    """Adds a movement that a person saw; its id is `next_id(session)`. Its size and speed are unknown."""
    added = Movement(
        id=next_id(session),
        onset_s=float(onset_s),
        peak_s=(float(onset_s) + float(offset_s)) / 2,
        offset_s=float(offset_s),
        kind=kind,
        limbs=_in_order(limbs),
        peak_displacement_torso=None,
        peak_speed_torso_per_s=None,
        source="reviewer",
        review=Review("accepted", by.name, by.role, by.at, note),
    )
    return place(session, added, by, blinded)


def split(session: Session, movement_id: int, at_s: float, by: Author) -> Session:
    """Puts two movements in place of one, the second starting at `at_s`. The part with the peak keeps its numbers.

    Raises `SessionError` unless the movement stands and `at_s` lies inside it.
    """
    whole = _standing(session, movement_id)
    if not whole.onset_s < at_s < whole.offset_s:
        cause = phrase("Wording", "{at_s:.2f} s is not between its onset and its offset").filled(at_s=at_s)
        raise SessionError(
            phrase("Wording", "Movement {number}").filled(number=movement_id),
            cause,
            phrase("Wording", "Move the playhead into the movement"),
        )
    number = next_id(session)
    parts: list[Movement] = []
    for onset_s, offset_s in ((whole.onset_s, at_s), (at_s, whole.offset_s)):
        part = replace(
            _from(whole, by),
            id=number + len(parts),
            onset_s=onset_s,
            offset_s=offset_s,
            kind=_kind([whole], offset_s - onset_s, session),
            cycles=None,
            limb_onsets_s={limb: s for limb, s in whole.limb_onsets_s.items() if onset_s <= s < offset_s},
            sudden_noise_before_s=whole.sudden_noise_before_s if onset_s == whole.onset_s else None,
            replaces=(whole.id,),
        )
        holds_peak = onset_s <= whole.peak_s < offset_s or whole.peak_s == offset_s == whole.offset_s
        if not holds_peak:
            part = replace(
                part,
                peak_s=(onset_s + offset_s) / 2,
                peak_displacement_torso=None,
                peak_speed_torso_per_s=None,
                limb_displacements_torso={},
            )
        parts.append(part)
    return put(mark_replaced(session, [whole.id], by), *parts)


def merge(session: Session, movement_ids: Iterable[int], by: Author, *, blinded: bool = False) -> Session:
    """Puts one movement in place of several: from the first onset to the last offset, with the limbs of all.

    Raises `SessionError` unless all stand, or when another movement of the same limbs lies between them.
    """
    ids = sorted(set(movement_ids))
    if len(ids) < 2:
        raise SessionError(
            phrase("Wording", "Merging"),
            phrase("Wording", "it takes two movements at least"),
            phrase("Wording", "Select another one as well"),
        )
    parts = sorted((_standing(session, n) for n in ids), key=lambda m: m.onset_s)
    onset_s, offset_s = parts[0].onset_s, max(m.offset_s for m in parts)
    largest = max(parts, key=lambda m: m.peak_displacement_torso or 0.0)
    longest = max(parts, key=lambda m: m.duration_s)
    cycles = [m.cycles for m in parts if m.cycles is not None]
    kind = _kind(parts, offset_s - onset_s, session)
    merged = replace(
        _from(largest, by),
        id=next_id(session),
        onset_s=onset_s,
        offset_s=offset_s,
        kind=kind,
        limbs=_in_order(limb for m in parts for limb in m.limbs),
        peak_speed_torso_per_s=max((m.peak_speed_torso_per_s or 0.0 for m in parts), default=0.0) or None,
        frequency_hz=longest.frequency_hz if kind == "rhythmic" else None,
        cycles=sum(cycles) if kind == "rhythmic" and len(cycles) == len(parts) else None,
        limb_onsets_s=_each_limb(min, [m.limb_onsets_s for m in parts]),
        limb_displacements_torso=_each_limb(max, [m.limb_displacements_torso for m in parts]),
        sudden_noise_before_s=parts[0].sudden_noise_before_s,
        replaces=tuple(ids),
    )
    return place(mark_replaced(session, ids, by), merged, by, blinded)


def delete(session: Session, movement_id: int, by: Author) -> Session:
    """Takes a movement away. A detected one, or one that somebody else also spoke of, is rejected and stays on record.

    A person's own added movement is removed; what it had replaced stands again, unless something else lies there now.
    """
    movement = find(session, movement_id)
    if movement.review is not None and movement.review.verdict == "replaced":
        return judge(session, movement_id, "rejected", by)  # Refuses, and says why.
    if movement.source == "detected" or any((r.reviewer, r.role) != (by.name, by.role) for r in reviews(movement)):
        return judge(session, movement_id, "rejected", by)
    session = replace(session, movements=tuple(m for m in session.movements if m.id != movement_id))
    for replaced_id in movement.replaces:
        session = restore(session, replaced_id)
    return session


def judge_flag(session: Session, index: int, verdict: Verdict, by: Author, note: str | None = None) -> Session:
    """Says what a person makes of the pattern flag at `index` in `session.patterns`."""
    if not 0 <= index < len(session.patterns):
        raise SessionError(
            phrase("Wording", "Flag {number}").filled(number=index + 1),
            phrase("Wording", "it is not in this session"),
            phrase("Wording", "Select another one"),
        )
    flag = session.patterns[index]
    if note is None:
        note = flag.review.note if flag.review else ""
    review = Review(verdict, by.name, by.role, by.at, note)
    earlier = flag.earlier_reviews if flag.review is None else (*flag.earlier_reviews, flag.review)
    changed = replace(flag, review=review, earlier_reviews=earlier)
    return replace(session, patterns=(*session.patterns[:index], changed, *session.patterns[index + 1 :]))


def add_looked(session: Session, start_s: float, end_s: float, by: Author, note: str = "") -> Session:
    """Notes that a person watched a span and saw nothing more in it. Raises `SessionError` for an empty span."""
    start_s, end_s = max(0.0, float(start_s)), min(float(end_s), session.video.duration_s)
    if not start_s < end_s:
        raise SessionError(
            phrase("Wording", "Looked here"),
            phrase("Wording", "the span is empty"),
            phrase("Wording", "Select a span of the video first"),
        )
    span = LookedSpan(start_s, end_s, by.name, by.role, by.at, note)
    return replace(session, looked=tuple(sorted((*session.looked, span), key=lambda s: (s.start_s, s.end_s))))


def remove_looked(session: Session, index: int) -> Session:
    """Takes back the looked-at span at `index` in `session.looked`."""
    if not 0 <= index < len(session.looked):
        raise SessionError(
            phrase("Wording", "Looked here"),
            phrase("Wording", "there is no such span"),
            phrase("Wording", "Select another one"),
        )
    return replace(session, looked=(*session.looked[:index], *session.looked[index + 1 :]))


def answer(session: Session, row: str, said: Answer | None, note: str | None = None) -> Session:
    """Sets the observer's answer to one row of the table, or takes it back (None); likewise its note, if given."""
    rows: dict[str, Answer] = {**session.observer.rows}
    notes: dict[str, str] = {**session.observer.notes}
    rows.pop(row, None)
    if said is not None:
        rows[row] = said
    if note is not None:
        notes.pop(row, None)
        if note:
            notes[row] = note
    return replace(session, observer=replace(session.observer, rows=rows, notes=notes))


def set_observer(session: Session, observer: ObserverAnswers) -> Session:
    """Sets all of the observer's answers at once."""
    return replace(session, observer=observer)


def looked_s(session: Session) -> float:
    """Seconds of the video that at least one person looked at, counted once however many looked."""
    total, until = 0.0, 0.0
    for span in sorted(session.looked, key=lambda s: s.start_s):
        total += max(0.0, span.end_s - max(span.start_s, until))
        until = max(until, span.end_s)
    return total


def _reviewed(
    session: Session,
    movement_id: int,
    by: Author,
    blinded: bool,
    *,
    verdict: Verdict | None = None,
    note: str | None = None,
    kind: Kind | None = None,
    limbs: tuple[Limb, ...] | None = None,
    onset_s: float | None = None,
    offset_s: float | None = None,
    unjudged: Verdict = "accepted",
) -> Session:
    """Adds a review that takes over what the one before it said and this one does not."""
    movement = find(session, movement_id)
    before = movement.review or Review(unjudged, by.name)
    if before.verdict == "replaced":
        cause = phrase("Wording", "others have taken its place")
        raise SessionError(
            phrase("Wording", "Movement {number}").filled(number=movement_id),
            cause,
            phrase("Wording", "Review those, or delete them to bring it back"),
        )
    review = Review(
        verdict=verdict or before.verdict,
        reviewer=by.name,
        role=by.role,
        reviewed_at=by.at,
        note=before.note if note is None else note,
        onset_s=before.onset_s if onset_s is None else float(onset_s),
        offset_s=before.offset_s if offset_s is None else float(offset_s),
        kind=kind or before.kind,
        limbs=before.limbs if limbs is None else limbs,
    )
    if movement.review is not None and review == replace(movement.review, reviewed_at=by.at, extra={}):
        return session
    reviewed = with_review(movement, review)
    as_reviewed = effective(reviewed)
    check_span(
        session,
        as_reviewed.onset_s,
        as_reviewed.offset_s,
        phrase("Wording", "Movement {number}").filled(number=movement_id),
    )
    return place(session, reviewed, by, blinded)


def _standing(session: Session, movement_id: int) -> Movement:
    """The movement as reviewed. Raises `SessionError` when it was rejected or replaced."""
    movement = find(session, movement_id)
    if not stands(movement):
        raise SessionError(
            phrase("Wording", "Movement {number}").filled(number=movement_id),
            phrase("Wording", "it was rejected or replaced"),
            phrase("Wording", "Accept it first"),
        )
    return effective(movement)


def _from(model: Movement, by: Author) -> Movement:
    """A person's movement that takes its numbers from `model`."""
    review = Review("accepted", by.name, by.role, by.at)
    return replace(model, source="reviewer", review=review, earlier_reviews=(), replaces=(), extra={})


def _kind(parts: Sequence[Movement], duration_s: float, session: Session) -> Kind:
    """The parts' common kind where it does not follow from the duration; else the one that does."""
    kinds = {m.kind for m in parts}
    if len(kinds) == 1 and not kinds & {"jerk", "prolonged", "sustained"}:
        return kinds.pop()
    rules = AnalysisSettings.from_flat(session.settings).rules
    if duration_s > rules.sustained_longer_than_s:
        return "sustained"
    return "prolonged" if duration_s > rules.jerk_longest_s else "jerk"


def _in_order(limbs: Iterable[Limb]) -> tuple[Limb, ...]:
    named = set(limbs)
    return tuple(limb for limb in LIMBS if limb in named)


def _each_limb(choose: Callable[[list[float]], float], values: Sequence[Mapping[Limb, float]]) -> dict[Limb, float]:
    """For each limb that any of the mappings names, the chosen one of its values."""
    return {limb: choose(found) for limb in LIMBS if (found := [v[limb] for v in values if limb in v])}
