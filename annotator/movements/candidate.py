"""A movement in the making: the limbs that moved together, before it gets its kind and number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import LIMBS
from annotator.movements.limb_bursts import LimbBurst
from annotator.movements.rhythm import Rhythm
from annotator.settings import MovementSettings

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Frames `first`, `last` and `peak`; `parts`: one burst a limb, none where no limb could be named.

    `moving`: frames (first, last) in which its limbs really went about.
    """

    first: int
    last: int
    peak: int
    parts: tuple[LimbBurst, ...]
    speed_torso_per_s: float
    slow: bool
    rhythm: Rhythm | None = None
    moving: tuple[tuple[int, int], ...] = field(default=())

    @property
    def displacement_torso(self) -> float:
        """The largest limb's; NaN where unknown."""
        known = [p.displacement_torso for p in self.parts if np.isfinite(p.displacement_torso)]
        return max(known) if known else float("nan")


def is_slow(part: LimbBurst, settings: MovementSettings) -> bool:
    """Whether a limb's movement was a smooth repositioning: no faster than its size explains, or hardly moving at all."""
    if part.speed_torso_per_s < settings.slow_largest_speed_torso_per_s:
        return True
    if not np.isfinite(part.displacement_torso) or part.displacement_torso <= 0:
        return False
    return part.speed_torso_per_s / part.displacement_torso < settings.slow_largest_speed_per_displacement_hz


def fuse(parts: Iterable[LimbBurst], t_s: Floats, settings: MovementSettings) -> list[Candidate]:
    """Limbs that started together (`fuse_longest_onset_lag_s` after the first) are one movement.

    A limb that moved only a small share of what the largest moved is left out: cloth, shadow or a dragged landmark. The
    head never moves as far as a hand, and was confirmed by its own area.
    Limbs of which one stops long before the other (`fuse_largest_duration_difference_s`) moved each on its own.
    """
    groups: list[list[LimbBurst]] = []
    for part in sorted(parts, key=lambda p: (p.burst.first, p.limb)):
        onset = t_s[part.burst.first]
        for group in reversed(groups[-4:]):
            together = onset - t_s[group[0].burst.first] <= settings.fuse_longest_onset_lag_s
            apart = all(part.limb != other.limb for other in group)
            if together and apart and _as_long(part, group[0], t_s, settings):
                group.append(part)
                break
        else:
            groups.append([part])
    return [_candidate(group, settings) for group in groups]


def _as_long(one: LimbBurst, other: LimbBurst, t_s: Floats, settings: MovementSettings) -> bool:
    longer, shorter = sorted((float(t_s[p.burst.last] - t_s[p.burst.first]) for p in (one, other)), reverse=True)
    return longer - shorter <= max(settings.fuse_largest_duration_difference_s, longer / 2)


def _candidate(group: list[LimbBurst], settings: MovementSettings) -> Candidate:
    largest = max(p.displacement_torso for p in group)
    least = settings.limb_smallest_share * largest
    parts = tuple(p for p in group if p.displacement_torso >= least or LIMBS[p.limb] == "head")
    fastest = max(parts, key=lambda p: p.speed_torso_per_s)
    return Candidate(
        first=min(p.burst.first for p in parts),
        last=max(p.burst.last for p in parts),
        peak=fastest.peak,
        parts=tuple(sorted(parts, key=lambda p: p.limb)),
        speed_torso_per_s=fastest.speed_torso_per_s,
        slow=all(is_slow(p, settings) for p in parts),
        # A limb that is kept away and trembles there is stiff, not active.
        moving=tuple((b.first, b.last) for p in parts if not p.steady for b in p.moving),
    )
