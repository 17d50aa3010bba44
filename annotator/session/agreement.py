"""How far two reviews of one video agree, and where they do not."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import LIMBS, Limb
from annotator.errors import SessionError
from annotator.phrase import phrase
from annotator.session.effective import effective_movements
from annotator.session.matching import match
from annotator.session.model import UNCOUNTED_KINDS, Movement, Review, Role, Session
from annotator.session.people import people
from annotator.session.placing import overlap

BIN_S: Final = 0.5

Difference = Literal["only_a", "only_b", "kind", "limbs", "times"]

TOLD_FROM_MS: Final = 1000 * BIN_S
"""Onsets or offsets this far apart are a disagreement of their own: as far as the bins of κ on time are wide."""


@dataclass(frozen=True, slots=True)
class Matched:
    """One movement as each of the two reviews has it. Differences are b less a, in milliseconds."""

    a: Movement
    b: Movement

    @property
    def onset_ms(self) -> float:
        """How much later b has the onset."""
        return (self.b.onset_s - self.a.onset_s) * 1000

    @property
    def offset_ms(self) -> float:
        """How much later b has the offset."""
        return (self.b.offset_s - self.a.offset_s) * 1000


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One place where the reviews differ: a movement only one has, or a matched one with another kind, limbs or times.

    `rejection` is what the other review says where it looked at such a movement and rejected it.
    """

    what: Difference
    start_s: float
    end_s: float
    a: Movement | None
    b: Movement | None
    rejection: Review | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The comparison of two reviews of one video.

    The kappas are Cohen's (1960): agreement beyond what chance alone would give, 1 for perfect, 0 for chance, None where
    it is not defined (nothing to compare, or both used one category only). `kappa_time` is over bins of `bin_s` seconds
    with or without a counted movement, `kappa_limbs` the same for each limb, `kappa_kind` over the kinds of matched
    movements. Onset differences are over matched movements. `slow` and `active` movements are compared by kind where
    they match, and are no disagreement where only one reviewer noted them.
    """

    people_a: tuple[tuple[str, Role], ...]
    people_b: tuple[tuple[str, Role], ...]
    count_a: int
    count_b: int
    matched: tuple[Matched, ...]
    bin_s: float
    bins: int
    kappa_time: float | None
    kappa_limbs: dict[Limb, float | None]
    kappa_kind: float | None
    median_onset_difference_ms: float | None
    median_absolute_onset_difference_ms: float | None
    largest_absolute_onset_difference_ms: float | None
    disagreements: tuple[Disagreement, ...]


def agreement(a: Session, b: Session, bin_s: float = BIN_S) -> Agreement:
    """Compares two reviews: their standing movements, as reviewed. Raises `SessionError` for two different videos."""
    if a.video.sha256 != b.video.sha256:
        cause = phrase("Wording", "it is about another video than {video}").filled(video=a.video.file)
        raise SessionError(b.video.file, cause, phrase("Wording", "Choose two sessions of the same video"))
    of_a, of_b = effective_movements(a), effective_movements(b)
    matched = tuple(Matched(of_a[i], of_b[j]) for i, j in match(of_a, of_b))
    counted_a, counted_b = _counted(of_a), _counted(of_b)
    bins = max(1, int(np.ceil(a.video.duration_s / bin_s - 1e-9)))
    onsets_ms = [pair.onset_ms for pair in matched]
    absolute_ms = [abs(ms) for ms in onsets_ms]
    return Agreement(
        people_a=people(a),
        people_b=people(b),
        count_a=len(counted_a),
        count_b=len(counted_b),
        matched=matched,
        bin_s=bin_s,
        bins=bins,
        kappa_time=_kappa_of_bins(counted_a, counted_b, bin_s, bins),
        kappa_limbs={
            limb: _kappa_of_bins(_naming(counted_a, limb), _naming(counted_b, limb), bin_s, bins) for limb in LIMBS
        },
        kappa_kind=kappa([pair.a.kind for pair in matched], [pair.b.kind for pair in matched]),
        median_onset_difference_ms=median(onsets_ms) if matched else None,
        median_absolute_onset_difference_ms=median(absolute_ms) if matched else None,
        largest_absolute_onset_difference_ms=max(absolute_ms, default=None),
        disagreements=_disagreements(a, b, of_a, of_b, matched),
    )


def kappa(a: Sequence[Hashable], b: Sequence[Hashable]) -> float | None:
    """Cohen's kappa of two raters' labels of the same items (Cohen 1960, Educ Psychol Meas 20:37-46).

    (observed - expected) / (1 - expected), where expected is the agreement by chance from each rater's own shares. None
    without items, and where chance alone explains all (both use one and the same label throughout).
    """
    if len(a) != len(b):
        raise ValueError("both raters must label the same items")
    if not a:
        return None
    count = len(a)
    agreed = sum(x == y for x, y in zip(a, b, strict=True))
    by_chance = sum(a.count(label) * b.count(label) for label in set(a))
    if by_chance == count * count:
        return None
    return (agreed * count - by_chance) / (count * count - by_chance)


def _kappa_of_bins(a: Sequence[Movement], b: Sequence[Movement], bin_s: float, bins: int) -> float | None:
    return kappa(_occupied(a, bin_s, bins).tolist(), _occupied(b, bin_s, bins).tolist())


def _occupied(movements: Sequence[Movement], bin_s: float, bins: int) -> NDArray[np.bool_]:
    """Which bins hold a part of a movement, (bins,)."""
    found = np.zeros(bins, dtype=np.bool_)
    for movement in movements:
        first = int(movement.onset_s / bin_s + 1e-9)
        last = int(np.ceil(movement.offset_s / bin_s - 1e-9))
        found[first : max(last, first + 1)] = True
    return found


def _counted(movements: Sequence[Movement]) -> list[Movement]:
    return [m for m in movements if m.kind not in UNCOUNTED_KINDS]


def _naming(movements: Sequence[Movement], limb: Limb) -> list[Movement]:
    return [m for m in movements if limb in m.limbs]


def _disagreements(
    a: Session, b: Session, of_a: Sequence[Movement], of_b: Sequence[Movement], matched: Sequence[Matched]
) -> tuple[Disagreement, ...]:
    """Every difference, by time."""
    found = []
    for pair in matched:
        start_s, end_s = min(pair.a.onset_s, pair.b.onset_s), max(pair.a.offset_s, pair.b.offset_s)
        if pair.a.kind != pair.b.kind:
            found.append(Disagreement("kind", start_s, end_s, pair.a, pair.b))
        if set(pair.a.limbs) != set(pair.b.limbs):
            found.append(Disagreement("limbs", start_s, end_s, pair.a, pair.b))
        if max(abs(pair.onset_ms), abs(pair.offset_ms)) >= TOLD_FROM_MS:
            found.append(Disagreement("times", start_s, end_s, pair.a, pair.b))
    in_both_a, in_both_b = {pair.a.id for pair in matched}, {pair.b.id for pair in matched}
    alone_a = [m for m in _counted(of_a) if m.id not in in_both_a]
    alone_b = [m for m in _counted(of_b) if m.id not in in_both_b]
    found += [Disagreement("only_a", m.onset_s, m.offset_s, m, None, _rejection(m, b)) for m in alone_a]
    found += [Disagreement("only_b", m.onset_s, m.offset_s, None, m, _rejection(m, a)) for m in alone_b]
    return tuple(sorted(found, key=lambda d: (d.start_s, d.what)))


def _rejection(movement: Movement, other: Session) -> Review | None:
    """What the other review says of a rejected movement that lies over this one."""
    for theirs in other.movements:
        if theirs.review is not None and theirs.review.verdict == "rejected" and overlap(theirs, movement):
            return theirs.review
    return None
