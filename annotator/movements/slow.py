"""Slow repositioning: a stretch, a head turn, settling. So slow a movement dips under the noise from frame to frame, but
not over half a second."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.ndimage import uniform_filter1d

from annotator.movements.bursts import find_bursts
from annotator.movements.candidate import is_slow
from annotator.movements.limb_bursts import LimbBurst, LimbSignals, measured
from annotator.settings import MovementSettings


def slow_parts(signals: LimbSignals, sudden: Sequence[LimbBurst], settings: MovementSettings) -> list[LimbBurst]:
    """One limb's slow movements, in order of time; none overlaps a `sudden` one.

    Found in the level's mean over `slow_window_s`, which quiet stretches of the rendered clips keep under 1.6, and
    confirmed by the landmarks.
    """
    t_s = signals.track.t_s
    if len(t_s) < 2:
        return []
    frames = max(1, round(settings.slow_window_s / max(float(np.median(np.diff(t_s))), 1e-3)))
    # A jerk would lift half a second around it, so what is sudden is cut off at the level where it would begin.
    level = np.minimum(signals.level, settings.start_noise_multiple)
    mean = uniform_filter1d(level, frames, mode="nearest")
    found = find_bursts(
        mean,
        t_s,
        settings.slow_start_noise_multiple,
        settings.slow_end_noise_multiple,
        settings.slow_merge_longest_gap_s,
    )
    result = []
    taken = np.zeros(len(t_s), np.bool_)
    for part in sudden:
        taken[part.burst.first : part.burst.last + 1] = True
    for burst in found:
        if taken[burst.first : burst.last + 1].any():
            continue
        if t_s[burst.last] - t_s[burst.first] < settings.slow_shortest_s:
            continue
        before = signals.track.rest_before(burst.first, 0, settings.limb_rest_span_s)
        after = signals.track.rest_after(burst.last, len(t_s) - 1, settings.limb_rest_span_s)
        part = measured(signals, burst, (burst,), before, after)
        least = max(settings.limb_smallest_displacement_torso, settings.limb_jitter_multiple * signals.track.jitter)
        if part.displacement_torso >= least and is_slow(part, settings):
            result.append(part)
    return result
