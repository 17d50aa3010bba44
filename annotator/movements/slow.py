"""Slow repositioning: pieces of one smooth movement of a limb belong together."""

from __future__ import annotations

from dataclasses import replace

from annotator.movements.bursts import Burst
from annotator.movements.candidate import is_slow
from annotator.movements.limb_bursts import LimbBurst, LimbSignals
from annotator.settings import MovementSettings


def with_slow_joined(parts: list[LimbBurst], signals: LimbSignals, settings: MovementSettings) -> list[LimbBurst]:
    """One limb's movements in order of time, with successive slow ones joined.

    So slow a movement dips under the noise again and again; its pieces, up to `slow_merge_longest_gap_s` apart, are one.
    """
    t_s = signals.track.t_s
    result: list[LimbBurst] = []
    for part in parts:
        last = result[-1] if result else None
        if (
            last is not None
            and is_slow(last, settings)
            and is_slow(part, settings)
            and t_s[part.burst.first] - t_s[last.burst.last] <= settings.slow_merge_longest_gap_s
        ):
            result[-1] = replace(
                last,
                burst=Burst(last.burst.first, part.burst.last),
                displacement_torso=max(last.displacement_torso, part.displacement_torso),
                speed_torso_per_s=max(last.speed_torso_per_s, part.speed_torso_per_s),
                moving=last.moving + part.moving,
                after=part.after,
            )
        else:
            result.append(part)
    return result
