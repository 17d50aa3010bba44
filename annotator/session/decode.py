"""Plain JSON objects back into the session's types, every value checked. Raises `Malformed` naming the place."""

from __future__ import annotations

import re
from typing import Any, Final, cast, get_args

from annotator.anatomy import LIMBS
from annotator.session.fields import Fields, Malformed
from annotator.session.model import (
    KINDS,
    RULES,
    Answer,
    Coverage,
    Excluded,
    ExclusionReason,
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

_VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
_ROLES: Final[tuple[Role, ...]] = get_args(Role)
_ANSWERS: Final[tuple[Answer, ...]] = get_args(Answer)
_SOUNDS: Final[tuple[SoundKind, ...]] = get_args(SoundKind)
_CODE: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_LARGEST_TORSO: Final = 1e6


def session_from(value: Any) -> Session:
    """The session of a whole file. `format` and `version` have been checked by then."""
    fields = Fields(value, "")
    for known in ("format", "version"):
        fields.take(known)
    signals_file, signals_sha256 = _signals(fields)
    movements = fields.items("movements", _movement, required=True)
    _unique([m.id for m in movements])
    return Session(
        video=_video(fields.take("video")),
        settings=_settings(fields.mapping("settings", required=True)),
        coverage=_coverage(fields.take("coverage")),
        movements=tuple(sorted(movements, key=lambda m: (m.onset_s, m.id))),
        patterns=fields.items("patterns", _pattern, required=True),
        sounds=fields.items("sounds", _sound),
        looked=fields.items("looked", _looked),
        observer=_observer(fields.take("observer")) if fields.has("observer") else ObserverAnswers(),
        signals_file=signals_file,
        signals_sha256=signals_sha256,
        created_at=fields.text("created_at", ""),
        software=_texts(fields, "software"),
        extra=fields.extra(),
    )


def _video(value: Any) -> VideoRecord:
    fields = Fields(value, "video")
    sha256 = fields.text("sha256")
    if _SHA256.fullmatch(sha256) is None:
        raise fields.bad("sha256", "is not a sha256")
    return VideoRecord(
        file=fields.text("file"),
        sha256=sha256,
        duration_s=fields.number("duration_s", low=0),
        frames=fields.integer("frames"),
        width=fields.integer("width"),
        height=fields.integer("height"),
        rotation_deg=fields.integer("rotation_deg", -360, 360),
        timing=fields.choice("timing", ("constant", "variable")),
        has_audio=fields.boolean("has_audio"),
        extra=fields.extra(),
    )


def _settings(settings: dict[str, Any]) -> dict[str, Any]:
    """Every threshold that this version knows must be of its own type; names it does not know are kept."""
    for name, default in AnalysisSettings().as_flat().items():
        value = settings.get(name, default)
        if isinstance(default, bool) or isinstance(value, bool):
            fits = isinstance(default, bool) and isinstance(value, bool)
        elif isinstance(default, int | float):
            fits = isinstance(value, int if isinstance(default, int) else int | float)
        else:
            fits = not isinstance(default, str) or isinstance(value, str)
        if not fits:
            raise Malformed(f"settings.{name} is not of the right type")
    return settings


def _coverage(value: Any) -> Coverage:
    fields = Fields(value, "coverage")
    return Coverage(
        observed_s=fields.number("observed_s", low=0),
        limbs_s=fields.numbers("limbs_s", LIMBS, 0, 1e9),
        excluded=fields.items("excluded", _excluded, required=True),
        extra=fields.extra(),
    )


def _excluded(value: Any, where: str) -> Excluded:
    fields = Fields(value, where)
    start_s, end_s = _span(fields)
    reason = fields.text("reason")
    if _CODE.fullmatch(reason) is None:  # The contract leaves the list of reasons open: any well-formed code is kept.
        raise fields.bad("reason", "is not a reason's name")
    return Excluded(start_s, end_s, cast(ExclusionReason, reason), fields.words("limbs", LIMBS), fields.extra())


def _movement(value: Any, where: str) -> Movement:
    fields = Fields(value, where)
    onset_s, peak_s, offset_s = (fields.number(key, low=0) for key in ("onset_s", "peak_s", "offset_s"))
    if not onset_s <= peak_s <= offset_s:
        raise Malformed(f"{where} does not run from onset over peak to offset")
    return Movement(
        id=fields.integer("id", low=1),
        onset_s=onset_s,
        peak_s=peak_s,
        offset_s=offset_s,
        kind=fields.choice("kind", KINDS),
        limbs=fields.words("limbs", LIMBS, required=True),
        peak_displacement_torso=fields.number_or_none("peak_displacement_torso", 0, _LARGEST_TORSO),
        peak_speed_torso_per_s=fields.number_or_none("peak_speed_torso_per_s", 0, _LARGEST_TORSO),
        source=fields.choice("source", ("detected", "reviewer")),
        frequency_hz=fields.number_or_none("frequency_hz", 0, 1e4),
        cycles=fields.integer("cycles") if fields.has("cycles") else None,
        limb_onsets_s=fields.numbers("limb_onsets_s", LIMBS, 0, 1e9),
        limb_displacements_torso=fields.numbers("limb_displacements_torso", LIMBS, 0, _LARGEST_TORSO),
        sudden_noise_before_s=fields.number_or_none("sudden_noise_before_s", low=0),
        review=_review_of(fields),
        earlier_reviews=fields.items("earlier_reviews", _review),
        replaces=fields.items("replaces", _id),
        extra=fields.extra(),
    )


def _pattern(value: Any, where: str) -> PatternFlag:
    fields = Fields(value, where)
    start_s, end_s = _span(fields)
    return PatternFlag(
        rule=fields.choice("rule", RULES),
        start_s=start_s,
        end_s=end_s,
        movements=fields.items("movements", _id, required=True),
        facts=fields.mapping("facts", required=True),
        review=_review_of(fields),
        earlier_reviews=fields.items("earlier_reviews", _review),
        extra=fields.extra(),
    )


def _review_of(fields: Fields) -> Review | None:
    """A contract's `review`: null, missing or an object."""
    if fields.has("review"):
        return _review(fields.take("review"), fields.place("review"))
    fields.drop("review")
    return None


def _review(value: Any, where: str) -> Review:
    fields = Fields(value, where)
    onset_s, offset_s = fields.number_or_none("onset_s", low=0), fields.number_or_none("offset_s", low=0)
    if onset_s is not None and offset_s is not None and onset_s > offset_s:
        raise Malformed(f"{where} ends before it starts")
    return Review(
        verdict=fields.choice("verdict", _VERDICTS),
        reviewer=fields.text("reviewer"),
        role=fields.choice("role", _ROLES, "reviewer"),
        reviewed_at=fields.text("reviewed_at", ""),
        note=fields.text("note", ""),
        onset_s=onset_s,
        offset_s=offset_s,
        kind=fields.choice("kind", KINDS) if fields.has("kind") else None,
        limbs=fields.words("limbs", LIMBS) if fields.has("limbs") else None,
        extra=fields.extra(),
    )


def _sound(value: Any, where: str) -> SoundSpan:
    fields = Fields(value, where)
    kind = fields.choice("kind", _SOUNDS)
    start_s, end_s = _span(fields)
    return SoundSpan(kind, start_s, end_s, fields.number("level_db"), fields.extra())


def _looked(value: Any, where: str) -> LookedSpan:
    fields = Fields(value, where)
    start_s, end_s = _span(fields)
    return LookedSpan(
        start_s=start_s,
        end_s=end_s,
        reviewer=fields.text("reviewer"),
        role=fields.choice("role", _ROLES, "reviewer"),
        reviewed_at=fields.text("reviewed_at", ""),
        note=fields.text("note", ""),
        extra=fields.extra(),
    )


def _observer(value: Any) -> ObserverAnswers:
    fields = Fields(value, "observer")
    rows: dict[str, Answer] = {}
    for row, answer in fields.mapping("rows").items():
        if answer not in _ANSWERS:
            raise Malformed(f"observer.rows.{row} is not one of " + ", ".join(_ANSWERS))
        rows[row] = answer
    return ObserverAnswers(
        rows=rows,
        age_months=fields.number_or_none("age_months", 0, 1200),
        corrected_age_months=fields.number_or_none("corrected_age_months", -12, 1200),
        state_start=fields.text("state_start", ""),
        state_end=fields.text("state_end", ""),
        recorded_on=fields.text("recorded_on", ""),
        clock_start=fields.text("clock_start", ""),
        notes=_texts(fields, "notes"),
        answered_by=fields.text("answered_by", ""),
        extra=fields.extra(),
    )


def _signals(fields: Fields) -> tuple[str | None, str | None]:
    if not fields.has("signals"):
        fields.drop("signals")
        return None, None
    inner = Fields(fields.take("signals"), "signals")
    name = inner.text("file")
    if not name or name in (".", "..") or any(c in name for c in "/\\:\0"):
        raise inner.bad("file", "is not the plain name of a file beside the session")
    sha256 = inner.text("sha256") if inner.has("sha256") else None
    if sha256 is not None and _SHA256.fullmatch(sha256) is None:
        raise inner.bad("sha256", "is not a sha256")
    return name, sha256


def _texts(fields: Fields, key: str) -> dict[str, str]:
    found = fields.mapping(key)
    if not all(isinstance(value, str) for value in found.values()):
        raise fields.bad(key, "holds something other than texts")
    return found


def _span(fields: Fields) -> tuple[float, float]:
    start_s, end_s = fields.number("start_s", low=0), fields.number("end_s", low=0)
    if start_s > end_s:
        raise fields.bad("end_s", "comes before the start")
    return start_s, end_s


def _id(value: Any, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise Malformed(f"{where} is not a movement's id")
    return value


def _unique(ids: list[int]) -> None:
    if len(set(ids)) != len(ids):
        twice = next(n for n in sorted(ids) if ids.count(n) > 1)
        raise Malformed(f"movement id {twice} is given twice")
