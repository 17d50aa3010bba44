"""Keeping a session's order: movements sorted by onset, and the standing ones apart on every limb."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter
from typing import Final

from annotator.errors import SessionError
from annotator.phrase import phrase
from annotator.session.effective import effective, stands
from annotator.session.model import Movement, Review, Session
from annotator.session.people import Author

# Two movements may touch: a millionth of a second is rounding, not overlap.
_TOUCH_S: Final = 1e-6


def find(session: Session, movement_id: int) -> Movement:
    """The movement of that id, as stored. Raises `SessionError` when there is none."""
    for movement in session.movements:
        if movement.id == movement_id:
            return movement
    raise SessionError(
        phrase("Wording", "Movement {number}").filled(number=movement_id),
        phrase("Wording", "it is not in this session"),
        phrase("Wording", "Select another one"),
    )


def next_id(session: Session) -> int:
    """The id that the next added movement gets: above every id that was ever named in this session."""
    named = [n for m in session.movements for n in (m.id, *m.replaces)]
    return max([*named, *(n for flag in session.patterns for n in flag.movements)], default=0) + 1


def overlap(a: Movement, b: Movement) -> bool:
    """Whether two movements, taken as they are, lie over each other on a limb, or both name none."""
    return (
        a.onset_s < b.offset_s - _TOUCH_S
        and b.onset_s < a.offset_s - _TOUCH_S
        and (not set(a.limbs).isdisjoint(b.limbs) or not (a.limbs or b.limbs))
    )


def in_the_way(session: Session, movement: Movement) -> list[Movement]:
    """The standing movements, as reviewed, that `movement` would overlap if it stood as it is."""
    found = []
    for other in session.movements:
        if other.id != movement.id and stands(other):
            as_reviewed = effective(other)
            if overlap(as_reviewed, movement):
                found.append(as_reviewed)
    return found


def check_span(session: Session, onset_s: float, offset_s: float, subject: str) -> None:
    """Raises `SessionError` unless 0 <= onset < offset <= the video's duration."""
    if not onset_s < offset_s:
        raise SessionError(
            subject,
            phrase("Wording", "it would end before it starts"),
            phrase("Wording", "Choose an end after the start"),
        )
    if not (onset_s >= 0 and offset_s <= session.video.duration_s + _TOUCH_S):
        raise SessionError(
            subject, phrase("Wording", "it would reach beyond the video"), phrase("Wording", "Stay within the video")
        )


def place(session: Session, movement: Movement, by: Author, blinded: bool) -> Session:
    """The session with `movement` put in, or in place of the one of its id.

    Where it newly stands over others: raises `SessionError` naming the first; in a blinded reading, detected ones that
    nobody judged give way to a person's own and are named in its `replaces`.
    """
    others = tuple(m for m in session.movements if m.id != movement.id)
    cleared = replace(session, movements=others)
    if stands(movement):
        now = effective(movement)
        check_span(
            session, now.onset_s, now.offset_s, phrase("Wording", "Movement {number}").filled(number=movement.id)
        )
        before = next((m for m in session.movements if m.id == movement.id), None)
        moved = before is None or not stands(before) or _where(effective(before)) != _where(now)
        blocking = in_the_way(cleared, now) if moved else []
        hidden = blinded and movement.source == "reviewer"
        if blocking and not (hidden and all(m.source == "detected" and m.review is None for m in blocking)):
            raise SessionError(
                phrase("Wording", "Movement {number}").filled(number=movement.id),
                phrase(
                    "Wording", "it would overlap movement {number} ({onset_s:.2f}–{offset_s:.2f} s) on the same limb"
                ).filled(number=blocking[0].id, onset_s=blocking[0].onset_s, offset_s=blocking[0].offset_s),
                phrase("Wording", "Shorten, reject or merge one of the two first"),
            )
        giving_way = [m.id for m in blocking]
        cleared = mark_replaced(cleared, giving_way, by)
        movement = replace(movement, replaces=(*movement.replaces, *giving_way))
    return put(cleared, movement)


def put(session: Session, *movements: Movement) -> Session:
    """The session with more movements, sorted."""
    return replace(session, movements=tuple(sorted((*session.movements, *movements), key=attrgetter("onset_s", "id"))))


def mark_replaced(session: Session, movement_ids: Iterable[int], by: Author) -> Session:
    """Movements that others take the place of: they stay on record, with their corrections, and stand no longer."""
    ids = set(movement_ids)
    if not ids:
        return session
    return replace(session, movements=tuple(_with_replaced(m, by) if m.id in ids else m for m in session.movements))


def restore(session: Session, movement_id: int) -> Session:
    """Lets a replaced movement stand again as it did before, unless another one takes its place or lies there now."""
    movement = next((m for m in session.movements if m.id == movement_id), None)
    if movement is None or movement.review is None or movement.review.verdict != "replaced":
        return session
    if any(movement_id in m.replaces and stands(m) for m in session.movements):
        return session
    earlier = movement.earlier_reviews
    again = replace(movement, review=earlier[-1] if earlier else None, earlier_reviews=earlier[:-1])
    if stands(again) and in_the_way(session, effective(again)):
        return session
    others = tuple(m for m in session.movements if m.id != movement_id)
    return put(replace(session, movements=others), again)


def with_review(movement: Movement, review: Review) -> Movement:
    """The movement with a new review; the one before it is kept."""
    earlier = movement.earlier_reviews if movement.review is None else (*movement.earlier_reviews, movement.review)
    return replace(movement, review=review, earlier_reviews=earlier)


def _with_replaced(movement: Movement, by: Author) -> Movement:
    base = movement.review or Review("replaced", by.name)
    review = replace(base, verdict="replaced", reviewer=by.name, role=by.role, reviewed_at=by.at)
    return with_review(movement, review)


def _where(movement: Movement) -> tuple[object, ...]:
    return movement.onset_s, movement.offset_s, movement.limbs
