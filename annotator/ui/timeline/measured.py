"""What the analysis measured, as traces to draw, and how far it came."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import LIMBS, Limb
from annotator.session.model import Session
from annotator.ui.timeline.traces import Channel, Traces, Waveform


class Measured(Protocol):
    """What of the motion signals is drawn: T frames, a column a limb in the order of `LIMBS`, then the whole body's."""

    @property
    def t_s(self) -> NDArray[np.float64]:
        """Each frame's time `(T,)`."""

    @property
    def speed_torso_per_s(self) -> NDArray[np.float32]:
        """`(T, 6)`."""

    @property
    def seen(self) -> NDArray[np.bool_]:
        """Whether each limb was in view, `(T, 5)`."""

    @property
    def excluded(self) -> NDArray[Any]:
        """0 where the frame could be judged, `(T,)`."""


def analysed_to_s(session: Session) -> float:
    """How far the analysis had come when it handed out this first result: all it reached it observed or excluded."""
    excluded_s = sum(span.end_s - span.start_s for span in session.coverage.excluded if not span.limbs)
    return min(session.coverage.observed_s + excluded_s, session.video.duration_s)


def traces_of(signals: Measured, sound: Waveform | None = None) -> Traces:
    """Each limb's speed where it was seen, and the body's as the lane of movements without a named limb."""
    observed = signals.excluded == 0
    channels: dict[Limb | None, Channel] = {
        limb: Channel(np.ascontiguousarray(signals.speed_torso_per_s[:, n]), observed & signals.seen[:, n])
        for n, limb in enumerate(LIMBS)
    }
    channels[None] = Channel(np.ascontiguousarray(signals.speed_torso_per_s[:, len(LIMBS)]), observed)
    return Traces(signals.t_s, channels, sound)
