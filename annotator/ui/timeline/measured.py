"""The stored motion signals as traces to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from annotator.anatomy import LIMBS, Limb
from annotator.ui.timeline.traces import Channel, Traces, Waveform

if TYPE_CHECKING:
    from annotator.motion.signals import MotionSignals


def traces_of(signals: MotionSignals, sound: Waveform | None = None) -> Traces:
    """Each limb's speed where it was seen, and the body's as the lane of movements without a named limb."""
    observed = signals.excluded == 0
    channels: dict[Limb | None, Channel] = {
        limb: Channel(np.ascontiguousarray(signals.speed_torso_per_s[:, n]), observed & signals.seen[:, n])
        for n, limb in enumerate(LIMBS)
    }
    channels[None] = Channel(np.ascontiguousarray(signals.speed_torso_per_s[:, len(LIMBS)]), observed)
    return Traces(signals.t_s, channels, sound)
