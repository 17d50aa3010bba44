"""Sessions made by hand for the export tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from annotator.export.context import PacketContext
from annotator.export.options import ExportOptions
from annotator.export.view import packet_view
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
from annotator.settings import AnalysisSettings
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
