"""The packet's sentences and names, put together for the writers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from annotator.anatomy import Limb
from annotator.export.text import length
from annotator.export.view import FlagView, MovementView, PacketView
from annotator.session.model import Excluded, Kind, LookedSpan, Review, Rule

DISCLAIMER: Final = "Not a diagnosis. If you are worried, contact a clinician now; do not wait for a result."
FOR_REVIEW: Final = "For clinician review, not a diagnosis"
_KIND_MEANINGS: Final[Mapping[Kind, str]] = {
    "jerk": "a quick movement of up to 2 s",
    "prolonged": "a movement of 2 to 5 s",
    "sustained": "a movement of over 5 s",
    "rhythmic": "repeated cycles at a steady rate",
    "slow": "a slow change of position; shown, counted in no rule",
    "active": "a span of 5 s or more with limbs moving most of the time; shown, counted in no rule",
}
_RULE_MEANINGS: Final[Mapping[Rule, str]] = {
    "cluster": "several movements, one soon after the other",
    "sustained": "a movement longer than the row's limit",
    "prolonged": "a movement longer than a jerk",
    "rhythmic": "repeated cycles at a steady rate",
    "bilateral": "both arms or both legs together",
    "whole_body": "arms and legs of both sides together",
    "frequent": "many movements per observed hour",
    "arousal": "crying-like sound soon after a movement",
}
_REASONS: Final = {
    "camera_moved": "the camera moved",
    "light_changed": "the light changed",
    "no_baby": "no baby was seen",
    "other_person": "somebody else was in the picture",
    "too_dark": "the picture was too dark",
    "picture_missing": "the picture was missing or damaged",
    "out_of_frame": "out of the picture",
    "covered": "covered",
}


def kind_meaning(kind: Kind) -> str:
    """What a kind of movement is."""
    return _KIND_MEANINGS[kind]


def rule_meaning(rule: Rule) -> str:
    """What a row of the table asks."""
    return _RULE_MEANINGS[rule]


def rule_name(rule: Rule) -> str:
    """The row's name for a heading."""
    return rule.replace("_", " ").capitalize()


def limb_name(limb: Limb) -> str:
    """A limb's name in a sentence."""
    return limb.replace("_", " ")


def limbs_phrase(limbs: Sequence[Limb]) -> str:
    """Limbs in a sentence, both arms and both legs put together."""
    if not limbs:
        return "limb not named"
    names = []
    for pair, both in ((("left_arm", "right_arm"), "both arms"), (("left_leg", "right_leg"), "both legs")):
        found = [limb for limb in pair if limb in limbs]
        names += [both] if len(found) == 2 else [name.replace("_", " ") for name in found]
    if "head" in limbs:
        names.append("head")
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def movement(m: MovementView) -> str:
    """One movement, for a caption or a list."""
    parts = [f"Movement {m.id}: {m.kind}", limbs_phrase(m.limbs), f"{m.offset_s - m.onset_s:.1f} s"]
    if m.detected.frequency_hz is not None and m.kind == "rhythmic":
        parts.append(f"{m.detected.frequency_hz:.1f} Hz")
    return ", ".join(parts)


def flag(f: FlagView, view: PacketView) -> str:
    """One flag with its numbers."""
    count = len(view.of(f.flag))
    return (
        f"{rule_name(f.flag.rule)}: {count} movement{'s' if count != 1 else ''} in "
        f"{length(f.flag.end_s - f.flag.start_s)}; meets the row '{f.flag.rule}' of the documents' table"
    )


def reviewed(what: str, review: Review | None) -> str:
    """What a person said of a movement or flag."""
    if review is None:
        return f"{what}: not reviewed"
    note = f": {review.note}" if review.note else ""
    return f"{what}: {review.verdict} by {review.reviewer} ({review.role}){note}"


def looked(span: LookedSpan) -> str:
    """A span that a person watched."""
    return f"{span.reviewer} ({span.role}) looked here and marked nothing" + (f": {span.note}" if span.note else "")


def excluded(span: Excluded) -> str:
    """A span that could not be judged."""
    who = limbs_phrase(span.limbs) if span.limbs else "the whole baby"
    return f"not observed ({who}): {_REASONS[span.reason]}"


def observed(view: PacketView) -> str:
    """How much could be observed."""
    session = view.session
    return f"{length(session.coverage.observed_s)} of {length(session.video.duration_s)} could be observed"


def outcome(view: PacketView) -> str:
    """What was found, always with how much could be observed."""
    count, flags = len(view.counted), len(view.shown_flags)
    if not count:
        return f"No movement met the settings; {observed(view)}. This rules nothing out."
    return f"{counted(count, 'movement')} and {counted(flags, 'pattern flag')}; {observed(view)}."


def counted(count: int, noun: str) -> str:
    """A number with its noun."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def limb_outcome(limb: str, count: int, observed_s: float, total_s: float) -> str:
    """What was found of one limb, with how much of it could be observed."""
    found = f"{count} movements" if count else "no movement met the settings"
    return f"{limb.replace('_', ' ')}: {found} in {length(observed_s)} of {length(total_s)}"


def facts(f: FlagView) -> list[tuple[str, str]]:
    """(label, value) of each number that met the row."""
    rows = []
    for name, value in f.flag.facts.items():
        if name != "settings" and value is not None:
            rows.append((name.replace("_", " "), _value(value)))
    return rows


def _value(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, (list, tuple)):
        return ", ".join(str(item).replace("_", " ") for item in value)
    return str(value)
