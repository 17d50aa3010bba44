"""Hand-made and drawn sessions for the tests of the session and the patterns."""

from dataclasses import replace
from typing import Any, get_args

from hypothesis import strategies as st

from annotator.anatomy import LIMBS, Limb
from annotator.session.model import (
    KINDS,
    RULES,
    Answer,
    Coverage,
    Excluded,
    ExclusionReason,
    Kind,
    LookedSpan,
    Movement,
    ObserverAnswers,
    PatternFlag,
    Review,
    Role,
    Session,
    SoundKind,
    SoundSpan,
    Verdict,
    VideoRecord,
)
from annotator.settings import AnalysisSettings

VIDEO = VideoRecord("night one.mp4", "ab" * 32, 60.0, 1800, 960, 540, 0, "constant", True)


def movement(
    onset_s: float,
    offset_s: float | None = None,
    limbs: tuple[Limb, ...] = ("left_arm",),
    kind: Kind = "jerk",
    **other: Any,
) -> Movement:
    """A movement of 0.4 s and 0.3 torso lengths unless said otherwise."""
    end = onset_s + 0.4 if offset_s is None else offset_s
    values: dict[str, Any] = {
        "id": 1,
        "peak_s": (onset_s + end) / 2,
        "peak_displacement_torso": 0.3,
        "peak_speed_torso_per_s": 2.0,
    }
    return Movement(onset_s=onset_s, offset_s=end, kind=kind, limbs=limbs, **{**values, **other})


def numbered(*movements: Movement) -> tuple[Movement, ...]:
    """The movements with ids 1, 2, 3… in the order given."""
    return tuple(replace(m, id=n) for n, m in enumerate(movements, 1))


def coverage(observed_s: float = 60.0, **limbs_s: float) -> Coverage:
    """Everything observed for the same time unless said otherwise."""
    return Coverage(observed_s, {limb: limbs_s.get(limb, observed_s) for limb in LIMBS})


def session(*movements: Movement, **other: Any) -> Session:
    """A session of one minute that holds the movements, sorted."""
    values: dict[str, Any] = {"settings": AnalysisSettings().as_flat(), "coverage": coverage()}
    return Session(VIDEO, movements=tuple(sorted(movements, key=lambda m: m.onset_s)), **{**values, **other})


seconds = st.floats(0, 1e5, allow_nan=False)
torso = st.floats(0, 50, allow_nan=False)
texts = st.text(max_size=12)
limb_sets = st.lists(st.sampled_from(LIMBS), unique=True).map(tuple)
unknown = st.dictionaries(
    st.text(min_size=1, max_size=6).map(lambda name: "x_" + name),
    st.recursive(st.none() | st.booleans() | st.integers(-5, 5) | texts, lambda inner: st.lists(inner).map(tuple)),
    max_size=2,
)


@st.composite
def spans(draw: st.DrawFn) -> tuple[float, float]:
    """A start and an end in seconds."""
    first, second = draw(seconds), draw(seconds)
    return min(first, second), max(first, second)


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    """Any review."""
    span = draw(st.none() | spans())
    return Review(
        verdict=draw(st.sampled_from(get_args(Verdict))),
        reviewer=draw(texts),
        role=draw(st.sampled_from(get_args(Role))),
        reviewed_at=draw(texts),
        note=draw(texts),
        onset_s=span[0] if span else None,
        offset_s=span[1] if span else None,
        kind=draw(st.none() | st.sampled_from(KINDS)),
        limbs=draw(st.none() | limb_sets),
        extra=draw(unknown),
    )


@st.composite
def movements(draw: st.DrawFn, number: int) -> Movement:
    """Any movement with the id `number`."""
    onset_s, peak_s, offset_s = sorted([draw(seconds), draw(seconds), draw(seconds)])
    return Movement(
        id=number,
        onset_s=onset_s,
        peak_s=peak_s,
        offset_s=offset_s,
        kind=draw(st.sampled_from(KINDS)),
        limbs=draw(limb_sets),
        peak_displacement_torso=draw(st.none() | torso),
        peak_speed_torso_per_s=draw(st.none() | torso),
        source=draw(st.sampled_from(["detected", "reviewer"])),
        frequency_hz=draw(st.none() | torso),
        cycles=draw(st.none() | st.integers(0, 100)),
        limb_onsets_s=draw(st.dictionaries(st.sampled_from(LIMBS), seconds)),
        limb_displacements_torso=draw(st.dictionaries(st.sampled_from(LIMBS), torso)),
        sudden_noise_before_s=draw(st.none() | seconds),
        review=draw(st.none() | reviews()),
        earlier_reviews=tuple(draw(st.lists(reviews(), max_size=1))),
        replaces=tuple(draw(st.lists(st.integers(1, 9), max_size=2))),
        extra=draw(unknown),
    )


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """Any session that the types allow."""
    drawn = [draw(movements(n)) for n in range(1, draw(st.integers(0, 3)) + 1)]
    signals = draw(st.booleans())
    return Session(
        video=VideoRecord(
            draw(texts), "0f" * 32, draw(seconds), draw(st.integers(0, 10**6)), 640, 360, 90, "variable", False
        ),
        settings=AnalysisSettings().as_flat() | draw(unknown),
        coverage=Coverage(
            draw(seconds),
            draw(st.dictionaries(st.sampled_from(LIMBS), seconds)),
            tuple(
                Excluded(*span, draw(st.sampled_from(get_args(ExclusionReason))), draw(limb_sets), draw(unknown))
                for span in draw(st.lists(spans(), max_size=2))
            ),
        ),
        movements=tuple(sorted(drawn, key=lambda m: (m.onset_s, m.id))),
        patterns=tuple(
            PatternFlag(draw(st.sampled_from(RULES)), *span, (1,), draw(unknown), draw(st.none() | reviews()))
            for span in draw(st.lists(spans(), max_size=2))
        ),
        sounds=tuple(
            SoundSpan(draw(st.sampled_from(get_args(SoundKind))), *span, 12.5)
            for span in draw(st.lists(spans(), max_size=2))
        ),
        looked=tuple(LookedSpan(*span, draw(texts)) for span in draw(st.lists(spans(), max_size=2))),
        observer=ObserverAnswers(
            rows=draw(st.dictionaries(texts, st.sampled_from(get_args(Answer)), max_size=2)),
            age_months=draw(st.none() | st.floats(0, 36)),
            state_start=draw(texts),
            notes=draw(st.dictionaries(texts, texts, max_size=2)),
            extra=draw(unknown),
        ),
        signals_file="night one.signals.npz" if signals else None,
        signals_sha256="cd" * 32 if signals else None,
        created_at=draw(texts),
        software=draw(st.dictionaries(texts, texts, max_size=2)),
        extra=draw(unknown),
    )
