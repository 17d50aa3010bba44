"""Sessions for the window's tests: real values of the real types."""

from __future__ import annotations

import random

from annotator.anatomy import LIMBS
from annotator.session.model import Coverage, Movement, PatternFlag, Session, VideoRecord
from annotator.settings import AnalysisSettings


def movement(number: int, onset_s: float, duration_s: float = 0.5, **values: object) -> Movement:
    """A jerk of the left arm, unless told otherwise."""
    known: dict[str, object] = {
        "kind": "jerk",
        "limbs": ("left_arm",),
        "peak_displacement_torso": 0.25,
        "peak_speed_torso_per_s": 2.0,
    }
    return Movement(
        id=number,
        onset_s=onset_s,
        peak_s=onset_s + duration_s * 0.4,
        offset_s=onset_s + duration_s,
        **(known | values),  # type: ignore[arg-type]
    )


def session(*movements: Movement, duration_s: float = 60.0, patterns: tuple[PatternFlag, ...] = ()) -> Session:
    """A session of these movements."""
    return Session(
        video=VideoRecord("night.mp4", "0" * 64, duration_s, round(duration_s * 30), 320, 180, 0, "constant", False),
        settings=AnalysisSettings().as_flat(),
        coverage=Coverage(duration_s * 0.9, dict.fromkeys(LIMBS, duration_s * 0.8)),
        movements=movements,
        patterns=patterns,
    )


def series() -> Session:
    """Four jerks and a slow movement; the first three jerks are a cluster."""
    marks = [movement(i, 5.0 * i) for i in (1, 2, 3)]
    slow = movement(4, 22.0, 2.0, kind="slow", limbs=("head",))
    last = movement(5, 40.0, limbs=("left_leg", "right_leg"))
    flag = PatternFlag("cluster", 5.0, 15.5, (1, 2, 3), {"movements": 3})
    return session(*marks, slow, last, patterns=(flag,))


def long_night(count: int = 10_000, hours: float = 8.0) -> Session:
    """Very many movements over a night."""
    chance = random.Random(1)
    step = hours * 3600 / count
    marks = [
        movement(i + 1, i * step + chance.uniform(0, step * 0.4), min(0.4, step * 0.4), limbs=(chance.choice(LIMBS),))
        for i in range(count)
    ]
    return session(*marks, duration_s=hours * 3600)
