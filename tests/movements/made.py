"""Motion signals made by hand: say how each limb's tip goes, and get what a clean film of it would measure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import LIMBS, Limb
from annotator.session.model import ExclusionReason
from annotator.signals import CHANNELS, REASONS, MotionSignals, blank

Floats = NDArray[np.float64]
Way = Callable[[Floats], Floats]
"""How far a tip is from its first place, torso lengths (T,), at the times (T,)."""

LEVELS_PER_SPEED: Final = 12.0
"""Noise multiples for one torso length a second: a jerk of 0.05 torso lengths in 0.1 s begins at about 10."""
QUIET: Final = 0.9
MOVING: Final = 3.0


def to(at_s: float, size: float, takes_s: float = 0.15) -> Way:
    """Goes `size` away, smoothly, and stays."""

    def way(t_s: Floats) -> Floats:
        done = np.clip((t_s - at_s) / takes_s, 0.0, 1.0)
        return np.asarray(size * done * done * (3 - 2 * done))

    return way


def both(*ways: Way) -> Way:
    """One way on top of the other."""
    return lambda t_s: np.sum([way(t_s) for way in ways], axis=0)


def jerk(at_s: float, size: float = 0.3, takes_s: float = 0.3) -> Way:
    """Goes and comes back at once."""
    return both(to(at_s, size, takes_s / 2), to(at_s + takes_s / 2, -size, takes_s / 2))


def jerks(at_s: Sequence[float], size: float = 0.3, takes_s: float = 0.3) -> Way:
    """Several."""
    return both(*[jerk(at, size, takes_s) for at in at_s])


def hold(at_s: float, until_s: float, size: float = 0.4, takes_s: float = 0.2) -> Way:
    """Goes, stays away, and is back at `until_s`."""
    return both(to(at_s, size, takes_s), to(until_s - takes_s, -size, takes_s))


def wave(at_s: float, until_s: float, hz: float, size: float = 0.15) -> Way:
    """Goes to and fro."""

    def way(t_s: Floats) -> Floats:
        inside = (t_s >= at_s) & (t_s <= until_s)
        return np.asarray(np.where(inside, size * np.sin(2 * np.pi * hz * (t_s - at_s)), 0.0))

    return way


def still(t_s: Floats) -> Floats:
    """Does not move."""
    return np.zeros(len(t_s))


@dataclass(frozen=True)
class Film:
    """What is filmed. `limbs`: how each tip goes, along `angles_deg` where given. `landmarks`: what its landmark adds on
    its own, unseen in the picture. `picture`: noise multiples that the picture shows near the body, whatever the limbs
    do. `excluded`: (from, to, reason) in seconds; `breaks_s`: where tips before and after cannot be compared;
    `unseen`: limbs that no pose shows; `looks_every`: frames between poses."""

    seconds: float
    limbs: Mapping[Limb, Way] = field(default_factory=dict)
    landmarks: Mapping[Limb, Way] = field(default_factory=dict)
    picture: Way = still
    rate_hz: float = 30.0
    angles_deg: Mapping[Limb, float] = field(default_factory=dict)
    jitter_torso: float = 0.003
    excluded: Sequence[tuple[float, float, ExclusionReason]] = ()
    breaks_s: Sequence[float] = ()
    unseen: Sequence[Limb] = ()
    looks_every: int = 1
    seed: int = 1

    def times(self) -> Floats:
        """The frames' times."""
        return np.arange(round(self.seconds * self.rate_hz)) / self.rate_hz

    def signals(self) -> MotionSignals:
        """What would be measured."""
        rng = np.random.default_rng(self.seed)
        t_s = self.times()
        count = len(t_s)
        arrays = blank(count)
        levels = QUIET + 0.2 * rng.random((count, len(CHANNELS)))
        arrays["tips_torso"][:] = 0.0
        for n, limb in enumerate(LIMBS):
            way = self.limbs.get(limb, still)(t_s)
            speed = np.abs(np.diff(way, prepend=way[:1])) * self.rate_hz
            levels[:, n] += LEVELS_PER_SPEED * speed
            angle = np.deg2rad(self.angles_deg.get(limb, 30.0 * n))
            along = (way + self.landmarks.get(limb, still)(t_s))[:, None] * (np.cos(angle), np.sin(angle))
            arrays["tips_torso"][:, n] = along + rng.normal(0.0, self.jitter_torso, (count, 2)) + (n, -n)
            seen = limb not in self.unseen
            arrays["seen"][:, n] = seen
            if not seen:
                levels[:, n] = 0.0
                arrays["tips_torso"][:, n] = np.nan
            moves = levels[:, n] >= MOVING
            arrays["speed_torso_per_s"][:, n] = np.where(moves, speed, 0.0)
            arrays["limb_share"][:, n] = np.where(moves, 0.6, 0.0)
        arrays["tips_torso"][np.arange(count) % self.looks_every > 0] = np.nan
        body = CHANNELS.index("body")
        whole = self.picture(t_s) + QUIET
        levels[:, body] = np.maximum(whole, levels[:, :body].max(axis=1))
        arrays["speed_torso_per_s"][:, body] = np.where(
            whole >= MOVING, whole / LEVELS_PER_SPEED, arrays["speed_torso_per_s"][:, :body].max(axis=1)
        )
        arrays["moving_share"][:] = np.where(levels[:, body] >= MOVING, 0.01, 0.0)
        levels[:1] = 0.0
        arrays["noise_levels"][:] = 1.5
        arrays["strength_levels"][:] = levels * 1.5
        arrays["t_s"][:] = t_s
        for start_s, end_s, reason in self.excluded:
            arrays["excluded"][(t_s >= start_s) & (t_s < end_s)] = 1 + REASONS.index(reason)
        arrays["stretch"][:] = np.searchsorted(np.array(sorted(self.breaks_s)), t_s, side="right")
        return MotionSignals(**arrays, torso_px=90.0)
