"""The session's immutable types. Times are seconds from the first frame's timestamp on the video's own clock,
lengths are torso lengths (shoulder middle to hip middle), left and right are the baby's own. Each type's `extra` keeps
the keys of a file that this version does not know, so that saving loses nothing a later program wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from annotator.anatomy import Limb

FORMAT: Final = "annotator-session"
VERSION: Final = 1

Kind = Literal["jerk", "prolonged", "sustained", "rhythmic", "slow", "active"]
KINDS: Final[tuple[Kind, ...]] = ("jerk", "prolonged", "sustained", "rhythmic", "slow", "active")
UNCOUNTED_KINDS: Final[frozenset[Kind]] = frozenset({"slow", "active"})

Rule = Literal["cluster", "sustained", "prolonged", "rhythmic", "bilateral", "whole_body", "frequent", "arousal"]
RULES: Final[tuple[Rule, ...]] = (
    "cluster", "sustained", "prolonged", "rhythmic", "bilateral", "whole_body", "frequent", "arousal",
)  # fmt: skip

ExclusionReason = Literal[
    "camera_moved", "light_changed", "no_baby", "other_person", "too_dark", "picture_missing", "out_of_frame", "covered"
]
Verdict = Literal["accepted", "rejected", "unsure", "replaced"]
Role = Literal["parent", "reviewer"]
Answer = Literal["yes", "no", "unknown"]
SoundKind = Literal["crying_like", "sudden_noise"]


@dataclass(frozen=True, slots=True)
class Review:
    """What one person said of one movement or flag. A field that is None leaves the detector's value as it stands.

    `reviewed_at` is an ISO 8601 UTC time; "replaced" marks a movement that a split or merge put others in place of.
    """

    verdict: Verdict
    reviewer: str
    role: Role = "reviewer"
    reviewed_at: str = ""
    note: str = ""
    onset_s: float | None = None
    offset_s: float | None = None
    kind: Kind | None = None
    limbs: tuple[Limb, ...] | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Movement:
    """One timed movement. `limbs` is empty where the picture moved but no pose named the limb.

    `peak_displacement_torso` and `peak_speed_torso_per_s` are None where no torso length could be measured.
    A detected movement is never altered: what people say of it stands in `review` (the newest) and `earlier_reviews`
    (oldest first).
    """

    id: int
    onset_s: float
    peak_s: float
    offset_s: float
    kind: Kind
    limbs: tuple[Limb, ...]
    peak_displacement_torso: float | None
    peak_speed_torso_per_s: float | None
    source: Literal["detected", "reviewer"] = "detected"
    frequency_hz: float | None = None
    cycles: int | None = None
    limb_onsets_s: Mapping[Limb, float] = field(default_factory=dict)
    limb_displacements_torso: Mapping[Limb, float] = field(default_factory=dict)
    sudden_noise_before_s: float | None = None
    review: Review | None = None
    earlier_reviews: tuple[Review, ...] = ()
    replaces: tuple[int, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def duration_s(self) -> float:
        """Seconds from onset to offset."""
        return self.offset_s - self.onset_s


@dataclass(frozen=True, slots=True)
class PatternFlag:
    """Movements that meet one row of the documents' table, with the numbers (`facts`) that met it."""

    rule: Rule
    start_s: float
    end_s: float
    movements: tuple[int, ...]
    facts: Mapping[str, Any]
    review: Review | None = None
    earlier_reviews: tuple[Review, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Excluded:
    """A span in which nothing could be judged, and why. `limbs` is empty where it concerns the whole baby."""

    start_s: float
    end_s: float
    reason: ExclusionReason
    limbs: tuple[Limb, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much could be observed: `observed_s` of the baby as a whole, `limbs_s` of each named limb."""

    observed_s: float
    limbs_s: Mapping[Limb, float]
    excluded: tuple[Excluded, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SoundSpan:
    """A stretch of sound on the video's clock. `level_db` is its loudest level above the track's own floor."""

    kind: SoundKind
    start_s: float
    end_s: float
    level_db: float
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LookedSpan:
    """A span that a person watched: "looked here, nothing seen"."""

    start_s: float
    end_s: float
    reviewer: str
    role: Role = "reviewer"
    reviewed_at: str = ""
    note: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VideoRecord:
    """The video as the session knows it. `file` is relative to the session file, with forward slashes."""

    file: str
    sha256: str
    duration_s: float
    frames: int
    width: int
    height: int
    rotation_deg: int
    timing: Literal["constant", "variable"]
    has_audio: bool
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ObserverAnswers:
    """What the observer answered for the table's rows that no camera sees; all of it optional.

    `rows` maps a row's key (patterns.table) to an answer; `clock_start` is the local wall-clock time ("22:15") at the
    video's first frame, `recorded_on` a date ("2026-11-21").
    """

    rows: Mapping[str, Answer] = field(default_factory=dict)
    age_months: float | None = None
    corrected_age_months: float | None = None
    state_start: str = ""
    state_end: str = ""
    recorded_on: str = ""
    clock_start: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    answered_by: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Session:
    """One video's session. `settings` holds every threshold used, by name, and the model's name and sha256.

    `signals_file` names the .npz beside the session that holds the stored motion signals.
    """

    video: VideoRecord
    settings: Mapping[str, Any]
    coverage: Coverage
    movements: tuple[Movement, ...] = ()
    patterns: tuple[PatternFlag, ...] = ()
    sounds: tuple[SoundSpan, ...] = ()
    looked: tuple[LookedSpan, ...] = ()
    observer: ObserverAnswers = field(default_factory=ObserverAnswers)
    signals_file: str | None = None
    signals_sha256: str | None = None
    created_at: str = ""
    software: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)
