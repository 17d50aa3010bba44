"""How long turning the sensitivity dial takes: `python -m tests.benchmarks.sensitivity`.

From the wish to the answer that the window shows: movements and flags found anew from the stored signals, laid over what
people said, and compared with what was there. Made-up signals of a clip, an hour and a night; processor time beside the
wall, because other work on the machine lengthens only the wall.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence

import numpy as np

from annotator.anatomy import LIMBS
from annotator.movements.sensitivity import with_sensitivity
from annotator.pipeline import redetect
from annotator.session.model import Coverage, Session, VideoRecord
from annotator.settings import AnalysisSettings
from annotator.signals import MotionSignals
from annotator.ui.panels.preview import Wish, tried
from tests.movements.made import Film, jerks

GOAL_MS = 100.0
RATE_HZ = 30
STEPS = (1, 2, 1, -1, -2, 0, 3, -3)
LENGTHS = (("a clip of 1 min", 60.0, 6), ("an hour", 3600.0, 100), ("a night of 8 h", 28800.0, 800))


def filmed(seconds: float, movements: int) -> MotionSignals:
    """Jerks at random times, in three limbs by turns."""
    at_s = np.sort(np.random.default_rng(0).uniform(5.0, seconds - 5.0, movements)).tolist()
    return Film(
        seconds,
        {"left_arm": jerks(at_s[::3]), "right_leg": jerks(at_s[1::3]), "left_leg": jerks(at_s[2::3])},
    ).signals()


def found(signals: MotionSignals, seconds: float) -> Session:
    """The session that the command line would have written."""
    empty = Session(
        video=VideoRecord("night.mp4", "0" * 64, seconds, round(seconds * RATE_HZ), 960, 540, 0, "constant", True),
        settings=AnalysisSettings().as_flat(),
        coverage=Coverage(seconds, dict.fromkeys(LIMBS, seconds)),
    )
    return redetect(empty, signals, AnalysisSettings())


def turns_ms(session: Session, signals: MotionSignals, steps: Sequence[int]) -> tuple[list[float], list[float]]:
    """Wall and processor time of each turn of the dial."""
    wall, processor = [], []
    for step in steps:
        wish = Wish(session, signals, with_sensitivity(AnalysisSettings(), step), step)
        wall_s, processor_s = time.perf_counter(), time.process_time()
        tried(wish)
        wall.append((time.perf_counter() - wall_s) * 1000.0)
        processor.append((time.process_time() - processor_s) * 1000.0)
    return wall, processor


def main() -> None:
    print(
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; milliseconds, median / longest of {len(STEPS)} turns"
    )
    print("| signals of | movements | wall | processor | first turn, wall | goal |")
    print("|---|---|---|---|---|---|")
    for name, seconds, movements in LENGTHS:
        signals = filmed(seconds, movements)
        session = found(signals, seconds)
        first, _ = turns_ms(session, signals, STEPS[:1])
        wall, processor = turns_ms(session, signals, STEPS)
        print(
            f"| {name} | {len(session.movements)} | {np.median(wall):.0f} / {max(wall):.0f} "
            f"| {np.median(processor):.0f} / {max(processor):.0f} | {first[0]:.0f} | {GOAL_MS:.0f} |"
        )


if __name__ == "__main__":
    main()
