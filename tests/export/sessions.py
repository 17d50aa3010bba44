"""Sessions made by hand for the export tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from annotator.anatomy import LIMBS
from annotator.export.context import PacketContext
from annotator.export.options import ExportOptions
from annotator.export.view import packet_view
from annotator.patterns.rules import find_flags
from annotator.session.file import save
from annotator.session.model import (
    Coverage,
    Excluded,
    LookedSpan,
    Movement,
    ObserverAnswers,
    PatternFlag,
    Review,
    Session,
    SoundSpan,
    VideoRecord,
)
from annotator.session.signals import StoredSignals, save_signals
from annotator.settings import AnalysisSettings
from annotator.video.digest import sha256_of
from annotator.video.probe import probe
from annotator.video.times import FrameTimes

MADE_AT = datetime(2026, 11, 21, 20, 30, tzinfo=UTC)

# Everything that some format reads as its own syntax, in one text.
HOSTILE = (
    "<script>alert(\"x\")</script>'\"=cmd|' /C calc'!A0 --> \n\nWEBVTT\r\n\t{\\an8}&lt;b> ]]> | ( , ` ~ \x00\x07 "
    "\u202eevil\u202c \u2066x\u2069 עברית العربية 👶🏽 " + "long" * 60
)


def movement(n: int, onset: float, offset: float, *limbs: str, **other: Any) -> Movement:
    values: dict[str, Any] = {
        "id": n,
        "onset_s": onset,
        "peak_s": (onset + offset) / 2,
        "offset_s": offset,
        "kind": "jerk",
        "limbs": limbs,
        "peak_displacement_torso": 0.31,
        "peak_speed_torso_per_s": 2.4,
    }
    return Movement(**(values | other))


def session(duration_s: float = 60.0, **other: Any) -> Session:
    """Five movements (one rejected, one corrected), three flags, an excluded span, answers and a looked span."""
    review = Review("accepted", "Reviewer A", "reviewer", "2026-11-21T19:00:00Z", "clear", onset_s=12.1)
    movements = (
        movement(1, 12.0, 12.4, "left_arm", review=review),
        movement(2, 18.2, 18.7, "left_arm", "right_arm", sudden_noise_before_s=0.4),
        movement(3, 24.0, 30.5, "left_leg", kind="rhythmic", frequency_hz=2.13, cycles=14),
        movement(4, 40.0, 40.3, "head", review=Review("rejected", "Reviewer A", note="hand in front")),
        movement(5, 45.0, 46.0),
    )
    settings = AnalysisSettings().as_flat()
    flags = (
        PatternFlag(
            "cluster",
            12.0,
            30.5,
            (1, 2, 3),
            {
                "count": 3,
                "median_onset_gap_s": 6.0,
                "longest_onset_gap_s": 6.2,
                "span_s": 12.0,
                "smallest_displacement_torso": 0.31,
                "count_of_unknown_displacement": 0,
                "settings": {
                    "cluster_fewest_movements": 3,
                    "cluster_smallest_displacement_torso": 0.1,
                    "cluster_longest_onset_gap_s": 10.0,
                },
            },
        ),
        PatternFlag("sustained", 24.0, 30.5, (3,), {"duration_s": 6.5, "settings": {"sustained_longer_than_s": 5.0}}),
        PatternFlag(
            "rhythmic",
            24.0,
            30.5,
            (3,),
            {
                "frequency_hz": 2.13,
                "cycles": 14,
                "duration_s": 6.5,
                "limbs": ("left_leg",),
                "settings": {
                    "rhythmic_fewest_cycles": 4,
                    "rhythmic_lowest_hz": 0.8,
                    "rhythmic_highest_hz": 5.0,
                    "rhythmic_shortest_s": 2.0,
                },
            },
            review=Review("unsure", "Reviewer A"),
        ),
    )
    made = Session(
        video=VideoRecord("video.mp4", "ab" * 32, duration_s, round(duration_s * 30), 960, 540, 0, "constant", True),
        settings=settings | {"model_sha256": "cd" * 32},
        coverage=Coverage(
            observed_s=duration_s - 8.0,
            limbs_s={
                "left_arm": duration_s - 8,
                "right_arm": duration_s - 8,
                "left_leg": duration_s - 8,
                "right_leg": duration_s - 18,
                "head": duration_s - 8,
            },
            excluded=(
                Excluded(50.0, 58.0, "camera_moved"),
                Excluded(2.0, 12.0, "covered", ("right_leg",)),
            ),
        ),
        movements=movements,
        patterns=flags,
        sounds=(SoundSpan("crying_like", 33.0, 36.0, 22.0), SoundSpan("sudden_noise", 17.8, 17.9, 18.0)),
        looked=(LookedSpan(0.0, 11.0, "Reviewer A"),),
        observer=ObserverAnswers(
            rows={"breathing": "no"},
            age_months=4.5,
            recorded_on="2026-11-20",
            clock_start="22:15:30",
            state_start="asleep",
            state_end="awake",
            answered_by="parent",
        ),
        created_at="2026-11-21T18:00:00Z",
        software={"annotator": "0.1.0", "mediapipe": "1.2.2"},
    )
    return replace(made, **other)


def nothing_found(duration_s: float = 60.0) -> Session:
    return session(duration_s, movements=(), patterns=(), looked=())


def hostile(duration_s: float = 60.0) -> Session:
    """Every text that a person can write is hostile."""
    made = session(duration_s)
    review = Review("accepted", HOSTILE, "reviewer", HOSTILE, HOSTILE)
    return replace(
        made,
        video=replace(made.video, file=HOSTILE.replace("\x00", "") + ".mp4"),
        movements=tuple(replace(m, review=replace(review, limbs=m.limbs)) for m in made.movements),
        patterns=tuple(replace(f, review=review) for f in made.patterns),
        looked=(LookedSpan(0.0, 11.0, HOSTILE, note=HOSTILE),),
        observer=ObserverAnswers(
            rows={"breathing": "yes"},
            state_start=HOSTILE,
            state_end=HOSTILE,
            recorded_on=HOSTILE,
            clock_start=HOSTILE,
            notes={"breathing": HOSTILE},
            answered_by=HOSTILE,
        ),
        software={"annotator": "0.1.0", HOSTILE: HOSTILE},
    )


def context(made: Session, times: FrameTimes | None = None, **options: Any) -> PacketContext:
    return PacketContext(packet_view(made), ExportOptions(**options), times, MADE_AT, "0.1.0")


def of_video(video: Path, *movements: Movement, **other: Any) -> Session:
    """A session of a real file, its flags found by the rules."""
    info = probe(video)
    duration = float(info.times.duration_s)
    settings = AnalysisSettings()
    coverage = Coverage(duration, dict.fromkeys(LIMBS, duration))
    flags = find_flags(movements, coverage, (), settings.rules)
    record = VideoRecord(
        video.name,
        sha256_of(video),
        duration,
        len(info.times),
        info.width,
        info.height,
        info.rotation_deg,
        info.times.timing,
        info.audio is not None,
    )
    made = Session(record, settings.as_flat(), coverage, movements, flags, created_at="2026-11-21T18:00:00Z")
    return replace(made, **other)


def saved(folder: Path, made: Session, pose: tuple[list[int], Any] | None = None, stem: str = "video") -> Path:
    """Writes the session, and beside it a pose track `(frames, landmarks (n, 33, 2))` where one is given."""
    if pose is not None:
        frames, xy = pose
        arrays: dict[str, Any] = {
            "pose_frames": np.array(frames, np.int64),
            "pose_xy_px": np.asarray(xy, np.float32),
            "pose_visibility": np.ones((len(frames), 33), np.float32),
            "t_s": np.arange(0, made.video.duration_s, 0.1),
        }
        count = len(arrays["t_s"])
        arrays |= {
            "speed_torso_per_s": np.full((count, len(LIMBS) + 1), 0.2, np.float32),
            "seen": np.ones((count, len(LIMBS)), bool),
            "excluded": np.zeros(count, np.uint8),
        }
        signals = folder / f"{stem}.signals.npz"
        digest = save_signals(StoredSignals(arrays), signals)
        made = replace(made, signals_file=signals.name, signals_sha256=digest)
    path = folder / f"{stem}.session.json"
    save(made, path)
    return path


def lying(width: int, height: int) -> Any:
    """Landmarks (33, 2) of somebody who lies along the picture, head to the left."""
    xy = np.zeros((33, 2))
    for index, (x, y) in {
        **dict.fromkeys(range(11), (0.15, 0.5)),
        11: (0.3, 0.35), 12: (0.3, 0.65), 13: (0.35, 0.2), 14: (0.35, 0.8), 15: (0.45, 0.1), 16: (0.45, 0.9),
        19: (0.48, 0.08), 20: (0.48, 0.92), 23: (0.6, 0.4), 24: (0.6, 0.6), 25: (0.75, 0.35), 26: (0.75, 0.65),
        27: (0.9, 0.3), 28: (0.9, 0.7), 31: (0.93, 0.28), 32: (0.93, 0.72),
    }.items():  # fmt: skip
        xy[index] = (x * width, y * height)
    return xy
