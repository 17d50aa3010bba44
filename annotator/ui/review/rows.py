"""The review table's rows: movements and pattern flags as plain values, filtered and sorted without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from annotator.anatomy import LIMBS, Limb
from annotator.session.effective import effective
from annotator.session.model import Kind, Movement, PatternFlag, Review, Rule, Session

State = Literal["open", "accepted", "rejected", "unsure"]
Show = Literal["all", "open", "flags", "movements", "moments"]
Column = Literal["state", "start", "what", "limbs", "duration", "who", "note", "size"]
COLUMNS: Final[tuple[Column, ...]] = ("state", "start", "what", "limbs", "duration", "who", "note", "size")
_STATE_ORDER: Final = {"open": 0, "unsure": 1, "accepted": 2, "rejected": 3}


@dataclass(frozen=True, slots=True)
class Key:
    """Which movement (by id) or flag (by its index in the session) a row stands for."""

    movement: int | None = None
    flag: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: effective values, and what was changed from the detector's."""

    key: Key
    state: State
    start_s: float
    end_s: float
    kind: Kind | None  # of a movement
    rule: Rule | None  # of a flag
    limbs: tuple[Limb, ...]
    size_torso: float | None
    source: Literal["detected", "reviewer"]
    review: Review | None
    corrected: bool
    of_movement: int | None = None  # of a flag that is about this one movement and says no more than its kind
    same_flags: tuple[int, ...] = ()  # of a movement: the flags that are about it alone and say no more than its kind
    flag_state: State | None = None  # what was said of those flags, where it differs from `state`

    @property
    def duration_s(self) -> float:
        """Seconds from start to end."""
        return self.end_s - self.start_s

    @property
    def note(self) -> str:
        """The newest note, or ""."""
        return self.review.note if self.review is not None else ""


def rows_of(session: Session | None) -> tuple[Row, ...]:
    """All rows in the order of time; movements that a split or merge replaced have none."""
    if session is None:
        return ()
    by_id = {m.id: m for m in session.movements}
    shown = [m for m in session.movements if m.review is None or m.review.verdict != "replaced"]
    flags = same_flags(session)
    rows = [_movement_row(m, flags.get(m.id, ()), session.patterns) for m in shown]
    rows += [_flag_row(i, flag, by_id) for i, flag in enumerate(session.patterns)]
    return tuple(sorted(rows, key=_by_time))


def same_flags(session: Session) -> dict[int, tuple[int, ...]]:
    """By movement, the flags that are about it alone and have its kind's name: the parent's list shows both as one.

    A flag belongs to its movement whatever was said of either, so that both stay one row.
    """
    by_id = {m.id: m for m in session.movements}
    found: dict[int, tuple[int, ...]] = {}
    for index, flag in enumerate(session.patterns):
        movement = _own_movement(flag, by_id)
        if movement is not None:
            found[movement] = (*found.get(movement, ()), index)
    return found


def with_same(keys: Sequence[Key], session: Session) -> list[Key]:
    """The keys with what the parent's list shows together with them: a verdict there is given to both."""
    flags = same_flags(session)
    movements = {index: movement for movement, indices in flags.items() for index in indices}
    found: dict[Key, None] = {}
    for key in keys:
        movement = key.movement if key.movement is not None else movements.get(key.flag if key.flag is not None else -1)
        if movement is None:
            found[key] = None
        else:
            found |= dict.fromkeys([Key(movement=movement), *(Key(flag=index) for index in flags.get(movement, ()))])
    return list(found)


def matches(row: Row, show: Show, limb: Limb | None) -> bool:
    """Whether a row passes the filter; the text filter is the model's, which knows the words."""
    if limb is not None and limb not in row.limbs:
        return False
    if show == "open":
        return row.state == "open"
    if show == "flags":
        return row.rule is not None
    if show == "movements":
        return row.rule is None
    if show == "moments":
        return row.of_movement is None
    return True


def sorted_rows(rows: Sequence[Row], column: Column, descending: bool, what: Callable[[Row], str]) -> list[Row]:
    """The rows sorted by a column, equal ones by time. `what` gives a row's words for the column of that name."""
    keys: dict[Column, Callable[[Row], object]] = {
        "state": lambda row: _STATE_ORDER[row.state],
        "start": lambda row: row.start_s,
        "what": what,
        "limbs": lambda row: tuple(LIMBS.index(limb) for limb in row.limbs),
        "duration": lambda row: row.duration_s,
        "size": lambda row: -1.0 if row.size_torso is None else row.size_torso,
        "who": lambda row: (row.source, row.review.reviewer if row.review else ""),
        "note": lambda row: (not row.note, row.note),
    }
    ordered = sorted(rows, key=_by_time)
    if column == "start":
        return ordered[::-1] if descending else ordered
    return sorted(ordered, key=keys[column], reverse=descending)  # type: ignore[arg-type]


def state_of(review: Review | None) -> State:
    """What a review says, as a row's state."""
    if review is None or review.verdict == "replaced":
        return "open"
    return review.verdict


def _own_movement(flag: PatternFlag, by_id: dict[int, Movement]) -> int | None:
    """The one movement that a flag is about and whose kind is its rule's name."""
    if len(flag.movements) != 1:
        return None
    movement = by_id.get(flag.movements[0])
    if movement is None or effective(movement).kind != flag.rule:
        return None
    if movement.review is not None and movement.review.verdict == "replaced":
        return None
    return movement.id


def _movement_row(movement: Movement, flags: tuple[int, ...], patterns: Sequence[PatternFlag]) -> Row:
    now = effective(movement)
    corrected = (now.onset_s, now.offset_s, now.kind, now.limbs) != (
        movement.onset_s,
        movement.offset_s,
        movement.kind,
        movement.limbs,
    )
    state = state_of(movement.review)
    other = [said for index in flags if (said := state_of(patterns[index].review)) != state]
    return Row(
        Key(movement=movement.id),
        state,
        now.onset_s,
        now.offset_s,
        now.kind,
        None,
        now.limbs,
        movement.peak_displacement_torso,
        movement.source,
        movement.review,
        corrected,
        same_flags=flags,
        flag_state=other[0] if other else None,
    )


def _flag_row(index: int, flag: PatternFlag, by_id: dict[int, Movement]) -> Row:
    named = {limb for i in flag.movements if i in by_id for limb in effective(by_id[i]).limbs}
    return Row(
        Key(flag=index),
        state_of(flag.review),
        flag.start_s,
        flag.end_s,
        None,
        flag.rule,
        tuple(limb for limb in LIMBS if limb in named),
        None,
        "detected",
        flag.review,
        False,
        of_movement=_own_movement(flag, by_id),
    )


def _by_time(row: Row) -> tuple[float, int, float, int]:
    return (row.start_s, 0 if row.rule else 1, row.end_s, row.key.movement or row.key.flag or 0)
