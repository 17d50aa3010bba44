"""How well a session agrees with a clip's exact truth.

True and found movements are matched one to one, at the smallest sum of onset differences; a pair may match where the
onsets lie within 0.25 s or the spans overlap by a fifth of their union. Slow movements and active spans do not count, and
what is found in a truly active span is neither right nor wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
from scipy.optimize import linear_sum_assignment

from annotator.anatomy import ARMS, LEGS
from annotator.session.model import UNCOUNTED_KINDS, Movement, Session
from annotator.settings import RuleSettings

ONSET_TOLERANCE_S: Final = 0.25
SMALLEST_OVERLAP: Final = 0.2
ACTIVE_MARGIN_S: Final = 0.5
_NO_PAIR: Final = 1e3

_KINDS: Final = {"jerk": {"jerk"}, "sustained": {"sustained"}, "rhythmic": {"rhythmic"}}
_LONGER_JERK: Final = {"jerk", "prolonged"}


@dataclass(frozen=True)
class TrueMovement:
    """One movement that the clip was rendered with. `kind` is the renderer's word, `peak_torso` the largest limb's."""

    kind: str
    onset_s: float
    offset_s: float
    limbs: frozenset[str]
    peak_torso: float
    frequency_hz: float | None = None

    @property
    def duration_s(self) -> float:
        return self.offset_s - self.onset_s

    @property
    def kinds(self) -> set[str]:
        """The kinds of the session file that are right for it; the renderer has one more, a longer jerk of all limbs."""
        return _KINDS.get(self.kind, _LONGER_JERK)

    @property
    def pair(self) -> bool:
        """Whether both arms or both legs moved."""
        return self.limbs.issuperset(ARMS) or self.limbs.issuperset(LEGS)


@dataclass(frozen=True)
class Truth:
    """A clip's truth: its counted movements in order, the spans of an ever-moving baby, the flags that must be raised."""

    duration_s: float
    movements: tuple[TrueMovement, ...]
    active: tuple[tuple[float, float], ...]
    flags: frozenset[str]

    @classmethod
    def read(cls, path: Path) -> Truth:
        return cls.of(json.loads(path.read_text(encoding="utf-8")))

    @classmethod
    def of(cls, document: dict[str, Any]) -> Truth:
        counted = tuple(
            TrueMovement(
                event["kind"],
                event["onset"],
                event["offset"],
                frozenset(event["limbs"]),
                max(event["peak_torso"].values()),
                event.get("hz"),
            )
            for event in document["events"]
            if event["kind"] not in UNCOUNTED_KINDS
        )
        active = tuple((start, end) for start, end in document.get("active", []))
        flags = expected_flags(counted) | (set(document["flags"]) & {"arousal"})
        return cls(document["duration"], counted, active, frozenset(flags))


def expected_flags(movements: Sequence[TrueMovement], rules: RuleSettings | None = None) -> set[str]:
    """The flags that the default rules raise on the true movements; sound is not seen here, so `arousal` is not."""
    rules = rules or RuleSettings()
    clusters = [run for run in _runs(movements, rules) if len(run) >= rules.cluster_fewest_movements]
    share = rules.bilateral_smallest_cluster_share
    met = {
        "sustained": any(m.duration_s > rules.sustained_longer_than_s for m in movements),
        "prolonged": any(rules.jerk_longest_s < m.duration_s <= rules.sustained_longer_than_s for m in movements),
        "rhythmic": any(m.kind == "rhythmic" for m in movements),
        "whole_body": any(m.limbs.issuperset(ARMS + LEGS) for m in movements),
        "cluster": bool(clusters),
        "bilateral": any(m.pair and m.duration_s > rules.bilateral_longer_than_s for m in movements)
        or any(sum(m.pair for m in run) >= share * len(run) for run in clusters),
    }
    return {flag for flag, is_met in met.items() if is_met}


def _runs(movements: Sequence[TrueMovement], rules: RuleSettings) -> list[list[TrueMovement]]:
    """The movements large enough for a cluster, in runs whose onsets follow each other closely."""
    runs: list[list[TrueMovement]] = []
    for movement in movements:
        if movement.peak_torso < rules.cluster_smallest_displacement_torso:
            continue
        if runs and movement.onset_s - runs[-1][-1].onset_s <= rules.cluster_longest_onset_gap_s:
            runs[-1].append(movement)
        else:
            runs.append([movement])
    return runs


@dataclass
class Figures:
    """The figures of one clip, or of several added up. Errors are found minus true."""

    minutes: float = 0.0
    matched: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    onset_s: list[float] = field(default_factory=list)
    duration_s: list[float] = field(default_factory=list)
    limbs: list[float] = field(default_factory=list)
    kinds: list[bool] = field(default_factory=list)
    hz: list[float] = field(default_factory=list)
    flags_missing: list[str] = field(default_factory=list)
    flags_extra: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """NaN where there was nothing to find and nothing was found."""
        wrong = len(self.missed) + len(self.false)
        return 2 * self.matched / (2 * self.matched + wrong) if self.matched or wrong else float("nan")

    @property
    def false_per_minute(self) -> float:
        return len(self.false) / self.minutes if self.minutes else float("nan")

    @property
    def onset_median_ms(self) -> float:
        return _percentile_ms(self.onset_s, 50)

    @property
    def onset_p95_ms(self) -> float:
        return _percentile_ms(self.onset_s, 95)

    @property
    def duration_median_ms(self) -> float:
        return _percentile_ms(self.duration_s, 50)

    @property
    def limb_jaccard(self) -> float:
        return float(np.mean(self.limbs)) if self.limbs else float("nan")

    @property
    def kind_share(self) -> float:
        return float(np.mean(self.kinds)) if self.kinds else float("nan")

    @property
    def worst_hz(self) -> float:
        return max(self.hz, default=float("nan"))


def score(truth: Truth, session: Session) -> Figures:
    """One clip's figures."""
    found = [m for m in session.movements if m.kind not in UNCOUNTED_KINDS and not _excused(m, truth)]
    pairs = _matched(truth.movements, found)
    figures = Figures(minutes=truth.duration_s / 60, matched=len(pairs))
    for i, j in pairs:
        true, got = truth.movements[i], found[j]
        limbs = set(got.limbs)
        figures.onset_s.append(got.onset_s - true.onset_s)
        figures.duration_s.append(got.duration_s - true.duration_s)
        figures.limbs.append(len(true.limbs & limbs) / len(true.limbs | limbs))
        figures.kinds.append(got.kind in true.kinds)
        if true.frequency_hz is not None:
            figures.hz.append(abs((got.frequency_hz or 0.0) - true.frequency_hz))
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    figures.missed = [
        f"{m.onset_s:.1f} s {'+'.join(sorted(m.limbs))}" for i, m in enumerate(truth.movements) if i not in hit
    ]
    figures.false = [
        f"{m.onset_s:.1f} s {m.kind} {'+'.join(m.limbs) or 'no limb'}" for j, m in enumerate(found) if j not in used
    ]
    raised = {flag.rule for flag in session.patterns}
    figures.flags_missing = sorted(truth.flags - raised)
    figures.flags_extra = sorted(raised - truth.flags)
    return figures


def total(figures: Iterable[Figures]) -> Figures:
    """All the clips' figures as those of one long clip."""
    made = Figures()
    for one in figures:
        made.minutes += one.minutes
        made.matched += one.matched
        for name in (
            "missed",
            "false",
            "onset_s",
            "duration_s",
            "limbs",
            "kinds",
            "hz",
            "flags_missing",
            "flags_extra",
        ):
            getattr(made, name).extend(getattr(one, name))
    return made


def _excused(movement: Movement, truth: Truth) -> bool:
    margin = ACTIVE_MARGIN_S
    return any(start - margin <= movement.onset_s <= end + margin for start, end in truth.active)


def _matched(true: Sequence[TrueMovement], found: Sequence[Movement]) -> list[tuple[int, int]]:
    if not true or not found:
        return []
    cost = np.full((len(true), len(found)), _NO_PAIR)
    for i, one in enumerate(true):
        for j, other in enumerate(found):
            apart = abs(one.onset_s - other.onset_s)
            both = max(0.0, min(one.offset_s, other.offset_s) - max(one.onset_s, other.onset_s))
            either = max(one.offset_s, other.offset_s) - min(one.onset_s, other.onset_s)
            if apart <= ONSET_TOLERANCE_S or both >= SMALLEST_OVERLAP * either:
                cost[i, j] = apart
    rows, columns = linear_sum_assignment(cost)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if cost[i, j] < _NO_PAIR]


def _percentile_ms(errors_s: Sequence[float], percent: float) -> float:
    return 1000 * float(np.percentile(np.abs(errors_s), percent)) if errors_s else float("nan")
