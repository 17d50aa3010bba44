"""A short made-up night with its signals, for the panels: a rhythm, a series, and one movement too faint to be marked."""

from __future__ import annotations

from functools import cache

from annotator.anatomy import LIMBS, Limb
from annotator.pipeline import redetect
from annotator.session.model import Coverage, Session, SoundSpan, VideoRecord
from annotator.settings import AnalysisSettings
from annotator.signals import MotionSignals
from tests.movements.made import Film, Way, hold, jerk, jerks, wave

SECONDS = 60.0
FAINT_S = 48.0
NEAR_S = 55.0  # almost long enough to be prolonged
SERIES_S = (20.0, 26.0, 33.0)


@cache
def signals() -> MotionSignals:
    """What was measured."""
    limbs: dict[Limb, Way] = {
        "left_arm": wave(5.0, 11.0, 2.0),
        "right_arm": jerks(SERIES_S),
        "left_leg": jerk(FAINT_S, 0.034),
        "right_leg": hold(NEAR_S, NEAR_S + 1.7),
    }
    return Film(SECONDS, limbs, excluded=[(40.0, 42.0, "camera_moved")]).signals()


@cache
def night() -> Session:
    """What was found in it."""
    found = Session(
        video=VideoRecord("night.mp4", "0" * 64, SECONDS, 1800, 320, 180, 0, "constant", True),
        settings=AnalysisSettings().as_flat(),
        coverage=Coverage(SECONDS - 2.0, dict.fromkeys(LIMBS, SECONDS - 2.0)),
        sounds=(SoundSpan("crying_like", 34.5, 39.0, 12.0),),
    )
    return redetect(found, signals(), AnalysisSettings())
