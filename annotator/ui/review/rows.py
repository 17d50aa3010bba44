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
    same_as_movement: bool = False  # a flag that says no more than its one movement's own kind

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
    rows = [_movement_row(m) for m in session.movements if m.review is None or m.review.verdict != "replaced"]
    rows += [_flag_row(i, flag, by_id) for i, flag in enumerate(session.patterns)]
    return tuple(sorted(rows, key=_by_time))


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
        return not row.same_as_movement
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


def _movement_row(movement: Movement) -> Row:
    now = effective(movement)
    corrected = (now.onset_s, now.offset_s, now.kind, now.limbs) != (
        movement.onset_s,
        movement.offset_s,
        movement.kind,
        movement.limbs,
    )
    return Row(
        Key(movement=movement.id),
        state_of(movement.review),
        now.onset_s,
        now.offset_s,
        now.kind,
        None,
        now.limbs,
        movement.peak_displacement_torso,
        movement.source,
        movement.review,
        corrected,
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
        len(flag.movements) == 1 and all(i in by_id and effective(by_id[i]).kind == flag.rule for i in flag.movements),
    )


def _by_time(row: Row) -> tuple[float, int, float, int]:
    return (row.start_s, 0 if row.rule else 1, row.end_s, row.key.movement or row.key.flag or 0)
