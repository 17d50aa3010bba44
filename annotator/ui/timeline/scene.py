"""What the timeline shows of a session, sorted once so that painting and hit testing never walk all movements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

import numpy as np

from annotator.anatomy import LIMBS, Limb
from annotator.session.effective import effective
from annotator.session.model import (
    KINDS,
    RULES,
    UNCOUNTED_KINDS,
    Excluded,
    Kind,
    LookedSpan,
    Movement,
    PatternFlag,
    Review,
    Rule,
    Session,
    SoundSpan,
)
from annotator.ui.timeline.marks import Marks

# How a mark stands: what its newest review says, "open" where nobody said anything yet.
State = Literal["open", "accepted", "rejected", "unsure"]
STATES: Final[tuple[State, ...]] = ("open", "accepted", "rejected", "unsure")
EMPTY: Final = Marks.of(())


@dataclass(frozen=True, slots=True)
class Shown:
    """One movement as it is drawn: with the reviewer's corrections where there are any."""

    id: int
    onset_s: float
    offset_s: float
    kind: Kind
    limbs: tuple[Limb, ...]
    state: State
    by_reviewer: bool
    frequency_hz: float | None
    movement: Movement

    @property
    def style(self) -> int:
        """Kind, state and author in one small number, for `Marks.style`."""
        return KINDS.index(self.kind) | STATES.index(self.state) << 3 | self.by_reviewer << 5

    @property
    def lanes(self) -> tuple[Limb | None, ...]:
        """The lanes it lies in; `None` is the lane of movements without a named limb."""
        return self.limbs or (None,)


@dataclass(frozen=True, eq=False)
class Scene:
    """A session sorted for drawing.

    `lanes` holds each limb's movements (keys: ids; `None` the unnamed limb's), `flags` each rule's flags (keys: indices
    in `Session.patterns`), `counted` the movements that the rules count, `active` the active spans, `unseen` each
    limb's excluded spans (keys: indices in `excluded`) without those of the whole baby, which are under `None`.
    `any_flag` holds all flags but `frequent`, which is about the whole recording and no place in it.
    """

    duration_s: float = 0.0
    movements: Mapping[int, Shown] = field(default_factory=dict)
    lanes: Mapping[Limb | None, Marks] = field(default_factory=dict)
    flags: Mapping[Rule, Marks] = field(default_factory=dict)
    patterns: tuple[PatternFlag, ...] = ()
    ordered: Marks = EMPTY
    counted: Marks = EMPTY
    active: Marks = EMPTY
    any_flag: Marks = EMPTY
    excluded: tuple[Excluded, ...] = ()
    unseen: Mapping[Limb | None, Marks] = field(default_factory=dict)
    looked: tuple[LookedSpan, ...] = ()
    looked_marks: Marks = EMPTY
    sounds: tuple[SoundSpan, ...] = ()
    sound_marks: Marks = EMPTY
    seen_share: Mapping[Limb, float] = field(default_factory=dict)
    has_audio: bool = False
    clock_start: str = ""

    def neighbour(self, movement_id: int | None, seconds: float, step: int) -> int | None:
        """The id of the movement `step` places after one, or, without one, after a time (negative: before)."""
        marks = self.ordered
        if not len(marks):
            return None
        index = marks.index_of(movement_id) if movement_id is not None else None
        if index is None:
            after = int(np.searchsorted(marks.start_s, seconds, "right"))
            index = after - 1 if step > 0 else after
        return int(marks.key[min(max(index + step, 0), len(marks) - 1)])

    def lane(self, limb: Limb | None) -> Marks:
        """One limb's movements."""
        return self.lanes.get(limb, EMPTY)


def kind_and_state(style: int) -> tuple[Kind, State]:
    """What a `Shown.style` says."""
    return KINDS[style & 7], STATES[style >> 3 & 3]


def state_of(review: Review | None) -> State | None:
    """How a mark with this review stands; None where others were put in its place and it is not drawn."""
    if review is None:
        return "open"
    return None if review.verdict == "replaced" else review.verdict


def as_shown(movement: Movement) -> Shown | None:
    """A movement with its newest review's corrections; None where others were put in its place."""
    state = state_of(movement.review)
    if state is None:
        return None
    now = effective(movement)
    return Shown(
        now.id,
        now.onset_s,
        now.offset_s,
        now.kind,
        now.limbs,
        state,
        now.source == "reviewer",
        now.frequency_hz,
        movement,
    )


def build_scene(session: Session | None, duration_s: float = 0.0) -> Scene:
    """Sorts a session for drawing; without one, an empty stretch of `duration_s`."""
    if session is None:
        return Scene(duration_s=duration_s)
    shown = [s for s in map(as_shown, session.movements) if s is not None]
    lanes: dict[Limb | None, list[tuple[int, float, float, int]]] = {limb: [] for limb in (*LIMBS, None)}
    for s in shown:
        row = (s.id, s.onset_s, s.offset_s, s.style)
        for lane in s.lanes:
            lanes[lane].append(row)
    flags: dict[Rule, list[tuple[int, float, float, int]]] = {}
    for index, flag in enumerate(session.patterns):
        state = state_of(flag.review)
        if state is not None:
            flags.setdefault(flag.rule, []).append((index, flag.start_s, flag.end_s, STATES.index(state) << 3))
    excluded = session.coverage.excluded
    unseen: dict[Limb | None, list[tuple[int, float, float]]] = {limb: [] for limb in (*LIMBS, None)}
    for index, span in enumerate(excluded):
        for limb in span.limbs or (None,):
            unseen[limb].append((index, span.start_s, span.end_s))
    length_s = max(session.video.duration_s, duration_s)
    return Scene(
        duration_s=length_s,
        movements={s.id: s for s in shown},
        lanes={limb: Marks.of(rows) for limb, rows in lanes.items()},
        flags={rule: Marks.of(flags[rule]) for rule in RULES if rule in flags},
        patterns=session.patterns,
        ordered=Marks.of((s.id, s.onset_s, s.offset_s) for s in shown),
        counted=Marks.of(
            (s.id, s.onset_s, s.offset_s) for s in shown if s.kind not in UNCOUNTED_KINDS and s.state != "rejected"
        ),
        active=Marks.of((s.id, s.onset_s, s.offset_s) for s in shown if s.kind == "active" and s.state != "rejected"),
        any_flag=Marks.of(row for rule, rows in flags.items() if rule != "frequent" for row in rows),
        excluded=excluded,
        unseen={limb: Marks.of(rows) for limb, rows in unseen.items()},
        looked=session.looked,
        looked_marks=Marks.of((i, span.start_s, span.end_s) for i, span in enumerate(session.looked)),
        sounds=session.sounds,
        sound_marks=Marks.of((i, span.start_s, span.end_s) for i, span in enumerate(session.sounds)),
        seen_share={limb: min(s / length_s, 1.0) for limb, s in session.coverage.limbs_s.items()} if length_s else {},
        has_audio=session.video.has_audio,
        clock_start=session.observer.clock_start,
    )
