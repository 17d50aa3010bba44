"""Each limb's own movements: bursts that its landmarks confirm, and holds, where it stays away and comes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import LIMBS
from annotator.movements.bursts import Burst, find_bursts
from annotator.movements.tracks import Measured, TipTrack, jitter_of
from annotator.settings import MovementSettings

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LimbBurst:
    """One limb's movement. Frames as in Burst; `moving` are the bursts in it (two or more where the limb was held).

    `displacement_torso` is the tip's largest distance from where it rested before; NaN where no pose told it.
    """

    limb: int
    burst: Burst
    peak: int
    displacement_torso: float
    speed_torso_per_s: float
    moving: tuple[Burst, ...]
    before: tuple[float, float]
    after: tuple[float, float]
    held: bool = False
    steady: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class LimbSignals:
    """What is known of one limb over T frames: its level in multiples of the noise, flow speed, the share of its cells
    that moved, whether its tip could be trusted, and its tip."""

    limb: int
    level: Measured
    speed: Measured
    share: Measured
    usable: NDArray[np.bool_]
    track: TipTrack


def limb_signals(
    limb: int,
    t_s: Floats,
    level: Measured,
    speed: Measured,
    share: Measured,
    tips: Measured,
    stretch: NDArray[np.int32],
    usable: NDArray[np.bool_],
    settings: MovementSettings,
) -> LimbSignals:
    """Signals of `limb` from arrays over T frames; `tips` (T, 2) counts only where `usable` (T,)."""
    xy = tips.copy()
    xy[~usable] = np.nan
    quiet = level < settings.end_noise_multiple
    return LimbSignals(limb, level, speed, share, usable, TipTrack(t_s, xy, stretch, jitter_of(xy, quiet)))


def limb_bursts(signals: LimbSignals, settings: MovementSettings) -> list[LimbBurst]:
    """The limb's bursts with what its tip did in each, in order of time; none is confirmed yet."""
    track = signals.track
    found = find_bursts(
        signals.level,
        track.t_s,
        settings.start_noise_multiple,
        settings.end_noise_multiple,
        settings.merge_longest_gap_s,
    )
    result = []
    for n, burst in enumerate(found):
        since = found[n - 1].last if n else 0
        until = found[n + 1].first if n + 1 < len(found) else len(track.t_s) - 1
        before = track.rest_before(burst.first, since, settings.limb_rest_span_s)
        after = track.rest_after(burst.last, until, settings.limb_rest_span_s)
        result.append(measured(signals, burst, (burst,), before, after))
    return result


def measured(
    signals: LimbSignals, burst: Burst, moving: tuple[Burst, ...], before: Floats, after: Floats, held: bool = False
) -> LimbBurst:
    """What the limb did in `burst`, made up of `moving`, from its rest `before` to its rest `after` (both (2,))."""
    away = signals.track.displacement(burst, before)
    inside = slice(burst.first + 1, burst.last + 1)
    speed = signals.speed[inside]
    # Flow loses what is faster than it is wide; then the tip's own way from look to look says more.
    fastest_torso_per_s = max(float(speed.max()) if len(speed) else 0.0, signals.track.speed(burst))
    fastest = int(np.argmax(signals.level[inside])) if len(speed) else 0
    return LimbBurst(
        limb=signals.limb,
        burst=burst,
        peak=burst.first + 1 + fastest if len(speed) else burst.last,
        displacement_torso=float(away.max()) if len(away) else float("nan"),
        speed_torso_per_s=fastest_torso_per_s,
        moving=moving,
        before=(float(before[0]), float(before[1])),
        after=(float(after[0]), float(after[1])),
        held=held,
    )


def confirmed(burst: LimbBurst, signals: LimbSignals, settings: MovementSettings) -> bool:
    """Whether the landmarks moved as well, by more than their own scatter. Unknown landmarks confirm nothing.

    The head's landmarks shake whenever an arm passes, so a good share of the head itself must have moved; nothing that
    happened mostly under an arm is the head's.
    """
    inside = slice(burst.burst.first + 1, burst.burst.last + 1)
    jitter = signals.track.jitter
    if LIMBS[burst.limb] == "head":
        share = np.where(signals.usable[inside], signals.share[inside], 0.0)
        if float(share.max()) < settings.head_smallest_moving_share:
            return False
        jitter = 0.0
    elif float((~signals.usable[inside]).mean()) > settings.covered_largest_share:
        return False
    least = max(settings.limb_smallest_displacement_torso, settings.limb_jitter_multiple * jitter)
    return burst.displacement_torso >= least


def accounts_for(burst: LimbBurst, settings: MovementSettings) -> bool:
    """Whether what moved in the picture was this limb, large enough to be marked or not: then no unnamed movement is
    there."""
    return burst.displacement_torso >= settings.accounting_smallest_displacement_torso


def with_holds(
    bursts: list[LimbBurst],
    signals: LimbSignals,
    settings: MovementSettings,
    swings: Sequence[tuple[int, int]] = (),
) -> list[LimbBurst]:
    """Bursts of one limb, in order of time, in which going away, staying and coming back (at least half way) are one.

    A limb that comes to rest where it went ended its movement when it stopped. The tip's positions before and after
    must be comparable: nothing is paired over a moved camera, nor over the limb's own `swings` (frames first, last).
    """
    result: list[LimbBurst] = []
    n = 0
    while n < len(bursts):
        back = _way_back(bursts, n, signals, settings, swings)
        if back is None:
            result.append(bursts[n])
            n += 1
            continue
        parts = tuple(bursts[k].burst for k in range(n, back + 1))
        whole = Burst(parts[0].first, parts[-1].last)
        before, after = np.array(bursts[n].before), np.array(bursts[back].after)
        merged = measured(signals, whole, parts, before, after, held=True)
        # How sudden it is, is told by how it began; a slow return does not make a movement slow.
        result.append(replace(merged, speed_torso_per_s=max(b.speed_torso_per_s for b in bursts[n : back + 1])))
        n = back + 1
    return result


def _way_back(
    bursts: list[LimbBurst],
    n: int,
    signals: LimbSignals,
    settings: MovementSettings,
    swings: Sequence[tuple[int, int]],
) -> int | None:
    """The number of the burst that brings the limb of burst `n` back, or None where it was not held away."""
    first = bursts[n]
    start, rest = np.array(first.before), np.array(first.after)
    away = float(np.linalg.norm(rest - start))
    least = max(settings.hold_smallest_displacement_torso, settings.limb_jitter_multiple * signals.track.jitter)
    kept = away >= settings.hold_smallest_kept_share * first.displacement_torso
    if not (away >= least and kept):
        return None
    t_s, stretch = signals.track.t_s, signals.track.stretch
    for k in range(n + 1, len(bursts)):
        there = bursts[k].burst
        if t_s[there.first] - t_s[first.burst.last] > settings.hold_longest_s:
            return None
        if stretch[there.last] != stretch[first.burst.first]:
            return None
        if any(first.burst.last <= swing[0] <= there.first for swing in swings):
            return None
        left = float(np.linalg.norm(np.array(bursts[k].after) - start))
        if left <= settings.hold_largest_left_share * away:
            return k
    return None


def stays_away(part: LimbBurst, signals: LimbSignals, settings: MovementSettings) -> bool:
    """Whether a long movement is a limb kept in one place, away from where it rested, that trembles there.

    For `plateau_smallest_share` of the looks the tip lies within `plateau_largest_spread` of its displacement from one
    middle place. A limb that goes to and fro lies all over its way.
    """
    lasts_s = signals.track.t_s[part.burst.last] - signals.track.t_s[part.burst.first]
    if lasts_s < settings.plateau_shortest_s:
        return False
    inside = signals.track.positions(part.burst.first, part.burst.last + 1)
    known = inside[np.isfinite(inside[:, 0])]
    if len(known) < 5 or not np.isfinite(part.before[0]):
        return False
    middle = np.median(known, axis=0)
    away = float(np.linalg.norm(middle - np.array(part.before)))
    spread = np.linalg.norm(known - middle, axis=1)
    near = float((spread <= settings.plateau_largest_spread * max(away, 1e-9)).mean())
    return away >= settings.hold_smallest_displacement_torso and near >= settings.plateau_smallest_share
