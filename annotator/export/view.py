"""The session as a packet tells it: every movement and flag as the reviewer left it, in the order of time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from annotator.anatomy import LIMBS, Limb
from annotator.patterns.reflag import is_met, reflagged
from annotator.session.effective import NOT_STANDING, effective
from annotator.session.model import UNCOUNTED_KINDS, Kind, Movement, PatternFlag, Review, Session
from annotator.settings import AnalysisSettings

Item = TypeVar("Item")
Standing = Literal["unreviewed", "accepted", "rejected", "unsure", "replaced"]


@dataclass(frozen=True, slots=True)
class MovementView:
    """One movement as it stands: the reviewer's times, kind and limbs where given, the detector's elsewhere.

    `detected` keeps the stored movement; `peak_s` is held inside the times shown.
    """

    id: int
    onset_s: float
    peak_s: float
    offset_s: float
    kind: Kind
    limbs: tuple[Limb, ...]
    standing: Standing
    detected: Movement

    @property
    def review(self) -> Review | None:
        """The newest review, if there is one."""
        return self.detected.review

    @property
    def set_aside(self) -> bool:
        """Whether a person rejected it, or put others in its place."""
        return self.standing in NOT_STANDING

    @property
    def counted(self) -> bool:
        """Whether the rules count its kind and nobody set it aside."""
        return not self.set_aside and self.kind not in UNCOUNTED_KINDS


@dataclass(frozen=True, slots=True)
class FlagView:
    """One pattern flag and its number in the packet (from 1, in the order of time)."""

    number: int
    flag: PatternFlag
    standing: Standing

    @property
    def set_aside(self) -> bool:
        """Whether a person rejected it, or later corrections left its row unmet."""
        return not is_met(self.flag)


@dataclass(frozen=True, slots=True)
class PacketView:
    """The session, its movements by onset and its flags by start."""

    session: Session
    movements: tuple[MovementView, ...]
    flags: tuple[FlagView, ...]

    @property
    def shown(self) -> tuple[MovementView, ...]:
        """The movements that nobody set aside."""
        return tuple(m for m in self.movements if not m.set_aside)

    @property
    def counted(self) -> tuple[MovementView, ...]:
        """The movements that the rules count."""
        return tuple(m for m in self.movements if m.counted)

    @property
    def shown_flags(self) -> tuple[FlagView, ...]:
        """The flags that nobody set aside."""
        return tuple(f for f in self.flags if not f.set_aside)

    def of(self, flag: PatternFlag) -> tuple[MovementView, ...]:
        """The movements of a flag that nobody set aside."""
        wanted = set(flag.movements)
        return tuple(m for m in self.shown if m.id in wanted)

    def per_observed_hour(self, count: int, observed_s: float) -> float | None:
        """That many as a rate; None where less was observed than the table's `frequent` row asks for a rate."""
        shortest = AnalysisSettings.from_flat(self.session.settings).rules.frequent_shortest_observed_s
        return count * 3600 / observed_s if observed_s > 0 and observed_s >= shortest else None

    @property
    def reviewers(self) -> tuple[tuple[str, str], ...]:
        """(name, role) of everybody who reviewed or looked, in the order of first appearance."""
        people: dict[tuple[str, str], None] = {}
        said = [(m.earlier_reviews, m.review) for m in self.session.movements]
        said += [(f.earlier_reviews, f.review) for f in self.session.patterns]
        for earlier, newest in said:
            for review in (*earlier, *((newest,) if newest else ())):
                people[review.reviewer, review.role] = None
        for looked in self.session.looked:
            people[looked.reviewer, looked.role] = None
        return tuple(people)


def packet_view(session: Session) -> PacketView:
    """The view of a session, its flags found anew from the movements that stand."""
    session = reflagged(session)
    movements = sorted((_movement(m) for m in session.movements), key=lambda m: (m.onset_s, m.offset_s, m.id))
    flags = sorted(session.patterns, key=lambda f: (f.start_s, f.end_s, f.rule))
    return PacketView(
        session,
        tuple(movements),
        tuple(
            FlagView(n, flag, flag.review.verdict if flag.review else "unreviewed") for n, flag in enumerate(flags, 1)
        ),
    )


def _movement(movement: Movement) -> MovementView:
    now = effective(movement)
    return MovementView(
        id=movement.id,
        onset_s=now.onset_s,
        peak_s=now.peak_s,
        offset_s=now.offset_s,
        kind=now.kind,
        limbs=tuple(limb for limb in LIMBS if limb in now.limbs),
        standing=movement.review.verdict if movement.review else "unreviewed",
        detected=movement,
    )


def lanes(items: Sequence[Item], span: Callable[[Item], tuple[int, int]]) -> list[list[Item]]:
    """Deals items out to as few lanes as need be, so that no two of a lane overlap (touching is no overlap).

    Interchange tiers hold no overlapping annotations, while two people's edits may overlap. `span` gives start and end
    in whole units of the file's clock. Lanes are filled in the order of start.
    """
    filled: list[list[Item]] = []
    ends: list[int] = []
    for item in sorted(items, key=span):
        start, end = span(item)
        for place, last in enumerate(ends):
            if last <= start:
                filled[place].append(item)
                ends[place] = end
                break
        else:
            filled.append([item])
            ends.append(end)
    return filled


def milliseconds(start_s: float, end_s: float) -> tuple[int, int]:
    """A span in whole milliseconds, at least one long: interchange formats have no empty annotation."""
    start = max(round(start_s * 1000), 0)
    return start, max(round(end_s * 1000), start + 1)
