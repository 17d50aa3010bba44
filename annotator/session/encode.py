"""The session's types as plain JSON objects, with the contract's names and always in the same order.

A field that says nothing (None, or empty, and not promised by the contract) is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.session.model import (
    FORMAT,
    VERSION,
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

Json = dict[str, Any]


def session_object(session: Session) -> Json:
    """The whole file as one object."""
    signals = None
    if session.signals_file is not None:
        signals = {"file": session.signals_file, "sha256": session.signals_sha256}
    return {
        "format": FORMAT,
        "version": VERSION,
        "video": video_object(session.video),
        "settings": dict(session.settings),
        "coverage": coverage_object(session.coverage),
        "movements": [movement_object(m) for m in session.movements],
        "patterns": [pattern_object(p) for p in session.patterns],
        "sounds": [sound_object(s) for s in session.sounds],
        "looked": [looked_object(s) for s in session.looked],
        "observer": observer_object(session.observer),
        "signals": signals,
        "created_at": session.created_at,
        "software": dict(session.software),
        **session.extra,
    }


def video_object(video: VideoRecord) -> Json:
    """The contract's `video`."""
    return {
        "file": video.file,
        "sha256": video.sha256,
        "duration_s": video.duration_s,
        "frames": video.frames,
        "width": video.width,
        "height": video.height,
        "rotation_deg": video.rotation_deg,
        "timing": video.timing,
        "has_audio": video.has_audio,
        **video.extra,
    }


def coverage_object(coverage: Coverage) -> Json:
    """The contract's `coverage`."""
    return {
        "observed_s": coverage.observed_s,
        "limbs_s": dict(coverage.limbs_s),
        "excluded": [_excluded_object(e) for e in coverage.excluded],
        **coverage.extra,
    }


def _excluded_object(excluded: Excluded) -> Json:
    kept: Json = {"start_s": excluded.start_s, "end_s": excluded.end_s, "reason": excluded.reason}
    return {**kept, **_said(limbs=list(excluded.limbs)), **excluded.extra}


def movement_object(movement: Movement) -> Json:
    """One of the contract's `movements`: what was detected, or added by a person, and what was said of it."""
    return {
        "id": movement.id,
        "onset_s": movement.onset_s,
        "peak_s": movement.peak_s,
        "offset_s": movement.offset_s,
        "kind": movement.kind,
        "limbs": list(movement.limbs),
        "peak_displacement_torso": movement.peak_displacement_torso,
        "peak_speed_torso_per_s": movement.peak_speed_torso_per_s,
        **_said(
            frequency_hz=movement.frequency_hz,
            cycles=movement.cycles,
            limb_onsets_s=dict(movement.limb_onsets_s),
            limb_displacements_torso=dict(movement.limb_displacements_torso),
            sudden_noise_before_s=movement.sudden_noise_before_s,
        ),
        "source": movement.source,
        "review": review_object(movement.review),
        **_said(
            earlier_reviews=[review_object(r) for r in movement.earlier_reviews],
            replaces=list(movement.replaces),
        ),
        **movement.extra,
    }


def pattern_object(flag: PatternFlag) -> Json:
    """One of the contract's `patterns`."""
    return {
        "rule": flag.rule,
        "start_s": flag.start_s,
        "end_s": flag.end_s,
        "movements": list(flag.movements),
        "facts": dict(flag.facts),
        "review": review_object(flag.review),
        **_said(earlier_reviews=[review_object(r) for r in flag.earlier_reviews]),
        **flag.extra,
    }


def review_object(review: Review | None) -> Json | None:
    """What one person said, or null."""
    if review is None:
        return None
    return {
        "verdict": review.verdict,
        "reviewer": review.reviewer,
        "role": review.role,
        "reviewed_at": review.reviewed_at,
        "note": review.note,
        **_said(onset_s=review.onset_s, offset_s=review.offset_s, kind=review.kind),
        **({} if review.limbs is None else {"limbs": list(review.limbs)}),
        **review.extra,
    }


def sound_object(span: SoundSpan) -> Json:
    """A stretch of sound."""
    return {
        "kind": span.kind,
        "start_s": span.start_s,
        "end_s": span.end_s,
        "level_db": span.level_db,
        **span.extra,
    }


def looked_object(span: LookedSpan) -> Json:
    """A span that a person watched."""
    return {
        "start_s": span.start_s,
        "end_s": span.end_s,
        "reviewer": span.reviewer,
        "role": span.role,
        "reviewed_at": span.reviewed_at,
        "note": span.note,
        **span.extra,
    }


def observer_object(answers: ObserverAnswers) -> Json:
    """The observer's answers."""
    return {
        "rows": dict(answers.rows),
        **_said(age_months=answers.age_months, corrected_age_months=answers.corrected_age_months),
        "state_start": answers.state_start,
        "state_end": answers.state_end,
        "recorded_on": answers.recorded_on,
        "clock_start": answers.clock_start,
        "notes": dict(answers.notes),
        "answered_by": answers.answered_by,
        **answers.extra,
    }


def _said(**values: Any) -> Mapping[str, Any]:
    """Only those values that say something."""
    return {n: v for n, v in values.items() if v is not None and not (isinstance(v, list | dict) and not v)}
