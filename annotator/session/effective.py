"""What stands after review: the detector's values with people's corrections laid over them, never written into them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter
from typing import Final

from annotator.session.model import Movement, Session

NOT_STANDING: Final = frozenset({"rejected", "replaced"})


def stands(movement: Movement) -> bool:
    """Whether the movement counts: no person rejected it or put others in its place."""
    return movement.review is None or movement.review.verdict not in NOT_STANDING


def effective(movement: Movement) -> Movement:
    """The movement with its newest review's corrections applied; the review stays attached. Applying it twice is once.

    Where the review moves the onset or the offset past the peak, the peak moves to the nearest moment inside. Onsets
    and displacements of limbs that the review took away are left out.
    """
    review = movement.review
    if review is None or (
        review.onset_s is None and review.offset_s is None and review.kind is None and review.limbs is None
    ):
        return movement
    onset_s = movement.onset_s if review.onset_s is None else review.onset_s
    offset_s = movement.offset_s if review.offset_s is None else review.offset_s
    limbs = movement.limbs if review.limbs is None else review.limbs
    return replace(
        movement,
        onset_s=onset_s,
        peak_s=min(max(movement.peak_s, onset_s), offset_s),
        offset_s=offset_s,
        kind=movement.kind if review.kind is None else review.kind,
        limbs=limbs,
        limb_onsets_s={limb: s for limb, s in movement.limb_onsets_s.items() if limb in limbs},
        limb_displacements_torso={limb: d for limb, d in movement.limb_displacements_torso.items() if limb in limbs},
    )


def standing(movements: Iterable[Movement]) -> tuple[Movement, ...]:
    """The movements that stand, with their corrections, by onset."""
    found = [m if m.review is None else effective(m) for m in movements if m.review is None or stands(m)]
    return tuple(sorted(found, key=attrgetter("onset_s")))


def effective_movements(session: Session) -> tuple[Movement, ...]:
    """The session's movements that stand, with their corrections, by onset."""
    return standing(session.movements)
