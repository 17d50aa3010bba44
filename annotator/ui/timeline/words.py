"""The timeline's own words: names of lanes, kinds and reasons, ready to be translated. Sentences about a movement or a
flag are `annotator.wording`'s; here are only labels and figures."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from annotator import wording
from annotator.anatomy import Limb
from annotator.session.model import Excluded, ExclusionReason, Kind, LookedSpan, PatternFlag, Rule, SoundKind
from annotator.ui.timeline.scene import Shown, State
from annotator.ui.timeline.ticks import time_text


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a text for the translators by the name they look for; `context` is theirs. Qt's own has no types."""
    return text


LIMB_NAMES: Final[dict[Limb | None, str]] = {
    "left_arm": QT_TRANSLATE_NOOP("Timeline", "Left arm"),
    "right_arm": QT_TRANSLATE_NOOP("Timeline", "Right arm"),
    "left_leg": QT_TRANSLATE_NOOP("Timeline", "Left leg"),
    "right_leg": QT_TRANSLATE_NOOP("Timeline", "Right leg"),
    "head": QT_TRANSLATE_NOOP("Timeline", "Head"),
    None: QT_TRANSLATE_NOOP("Timeline", "Limb not named"),
}
KIND_NAMES: Final[dict[Kind, str]] = {
    "jerk": QT_TRANSLATE_NOOP("Timeline", "Jerk"),
    "prolonged": QT_TRANSLATE_NOOP("Timeline", "Prolonged"),
    "sustained": QT_TRANSLATE_NOOP("Timeline", "Sustained"),
    "rhythmic": QT_TRANSLATE_NOOP("Timeline", "Rhythmic"),
    "slow": QT_TRANSLATE_NOOP("Timeline", "Slow"),
    "active": QT_TRANSLATE_NOOP("Timeline", "Active"),
}
RULE_NAMES: Final[dict[Rule, str]] = {
    "cluster": QT_TRANSLATE_NOOP("Timeline", "Cluster"),
    "sustained": QT_TRANSLATE_NOOP("Timeline", "Sustained"),
    "prolonged": QT_TRANSLATE_NOOP("Timeline", "Prolonged"),
    "rhythmic": QT_TRANSLATE_NOOP("Timeline", "Rhythmic"),
    "bilateral": QT_TRANSLATE_NOOP("Timeline", "Both sides"),
    "whole_body": QT_TRANSLATE_NOOP("Timeline", "Whole body"),
    "frequent": QT_TRANSLATE_NOOP("Timeline", "Frequent"),
    "arousal": QT_TRANSLATE_NOOP("Timeline", "Arousal"),
}
REASON_NAMES: Final[dict[ExclusionReason, str]] = {
    "camera_moved": QT_TRANSLATE_NOOP("Timeline", "Camera moved"),
    "light_changed": QT_TRANSLATE_NOOP("Timeline", "Light changed"),
    "no_baby": QT_TRANSLATE_NOOP("Timeline", "No baby in view"),
    "other_person": QT_TRANSLATE_NOOP("Timeline", "Somebody else in view"),
    "too_dark": QT_TRANSLATE_NOOP("Timeline", "Too dark"),
    "picture_missing": QT_TRANSLATE_NOOP("Timeline", "Picture missing"),
    "out_of_frame": QT_TRANSLATE_NOOP("Timeline", "Out of the picture"),
    "covered": QT_TRANSLATE_NOOP("Timeline", "Covered"),
}
SOUND_NAMES: Final[dict[SoundKind, str]] = {
    "crying_like": QT_TRANSLATE_NOOP("Timeline", "Crying-like"),
    "sudden_noise": QT_TRANSLATE_NOOP("Timeline", "Sudden noise"),
}
STATE_NAMES: Final[dict[State, str]] = {
    "open": QT_TRANSLATE_NOOP("Timeline", "Not reviewed"),
    "accepted": QT_TRANSLATE_NOOP("Timeline", "Accepted"),
    "rejected": QT_TRANSLATE_NOOP("Timeline", "Rejected"),
    "unsure": QT_TRANSLATE_NOOP("Timeline", "Unsure"),
}


def observed_lane_name() -> str:
    """The observability lane's label."""
    return QCoreApplication.translate("Timeline", "Could be seen")


def looked_lane_name() -> str:
    """The looked-here lane's label."""
    return QCoreApplication.translate("Timeline", "Looked here")


def sound_lane_name() -> str:
    """The sound lane's label."""
    return QCoreApplication.translate("Timeline", "Sound")


def seen_text(share: float) -> str:
    """How much of the video a limb could be seen in. Rounded down: "100 %" is all of it."""
    percent = int(100 * share) if share < 0.9999 else 100
    return QCoreApplication.translate("Timeline", "{percent} % seen").format(percent=percent)


def limb_name(limb: Limb | None) -> str:
    """A lane's label."""
    return QCoreApplication.translate("Timeline", LIMB_NAMES[limb])


def kind_name(kind: Kind) -> str:
    """A bar's label."""
    return QCoreApplication.translate("Timeline", KIND_NAMES[kind])


def rule_name(rule: Rule) -> str:
    """A flag row's label."""
    return QCoreApplication.translate("Timeline", RULE_NAMES[rule])


def reason_name(reason: ExclusionReason) -> str:
    """Why nothing could be judged."""
    return QCoreApplication.translate("Timeline", REASON_NAMES[reason])


def sound_name(kind: SoundKind) -> str:
    """What a stretch of sound is like."""
    return QCoreApplication.translate("Timeline", SOUND_NAMES[kind])


def state_name(state: State) -> str:
    """What a person said of a mark."""
    return QCoreApplication.translate("Timeline", STATE_NAMES[state])


def bar_label(shown: Shown) -> str:
    """What a bar with room for it says: its kind and the one figure that goes with it."""
    name = kind_name(shown.kind)
    if shown.kind == "rhythmic" and shown.frequency_hz:
        return QCoreApplication.translate("Timeline", "{kind} {hz:.1f} Hz").format(kind=name, hz=shown.frequency_hz)
    if shown.kind in ("jerk", "slow"):
        return name
    seconds = shown.offset_s - shown.onset_s
    return QCoreApplication.translate("Timeline", "{kind} {seconds:.1f} s").format(kind=name, seconds=seconds)


def movement_lines(shown: Shown) -> tuple[str, ...]:
    """A movement in short lines, for the card under the pointer and for screen readers."""
    limbs = ", ".join(limb_name(limb) for limb in shown.lanes)
    span = QCoreApplication.translate("Timeline", "{start} to {end}, {length:.2f} s").format(
        start=time_text(shown.onset_s), end=time_text(shown.offset_s), length=shown.offset_s - shown.onset_s
    )
    by = shown.movement.review.reviewer if shown.movement.review is not None else ""
    said = state_name(shown.state)
    if by:
        said = QCoreApplication.translate("Timeline", "{verdict} by {reviewer}").format(verdict=said, reviewer=by)
    if shown.by_reviewer:
        said = QCoreApplication.translate("Timeline", "{verdict} · added by a person").format(verdict=said)
    return (f"{bar_label(shown)} · {limbs}", span, said)


def flag_lines(flag: PatternFlag) -> tuple[str, ...]:
    """A flag in short lines."""
    name = QCoreApplication.translate("Timeline", "Pattern flag: {rule}").format(rule=rule_name(flag.rule))
    span = QCoreApplication.translate("Timeline", "{start} to {end}, {movements}").format(
        start=time_text(flag.start_s),
        end=time_text(flag.end_s),
        movements=wording.movement_count(len(flag.movements)),
    )
    verdict = flag.review.verdict if flag.review is not None else "open"
    return (name, span, state_name("open" if verdict == "replaced" else verdict))


def looked_lines(span: LookedSpan) -> tuple[str, ...]:
    """A watched span in short lines."""
    name = QCoreApplication.translate("Timeline", "Looked here, nothing seen")
    by = QCoreApplication.translate("Timeline", "by {reviewer}").format(reviewer=span.reviewer) if span.reviewer else ""
    return tuple(line for line in (name, f"{time_text(span.start_s)} – {time_text(span.end_s)}", by, span.note) if line)


def excluded_lines(span: Excluded) -> tuple[str, ...]:
    """A span that could not be judged in short lines: why, which limbs, when."""
    whom = ", ".join(limb_name(limb) for limb in span.limbs) or QCoreApplication.translate("Timeline", "The whole baby")
    return (
        QCoreApplication.translate("Timeline", "Could not be judged: {reason}").format(reason=reason_name(span.reason)),
        whom,
        f"{time_text(span.start_s)} – {time_text(span.end_s)}",
    )


def count_line(count: int) -> str:
    """How many marks lie under the pointer where they are too close to be told apart."""
    text = QCoreApplication.translate("Timeline", "{movements} here; zoom in to tell them apart")
    return text.format(movements=wording.movement_count(count))


def near_line(count: int) -> str:
    """How many marks a parent's pointer is over."""
    text = QCoreApplication.translate("Timeline", "{movements} close together")
    return text.format(movements=wording.movement_count(count))


def summary_line(movements: int, flags: int) -> str:
    """What a timeline without a selection holds."""
    return f"{wording.movement_count(movements)}, {wording.flag_count(flags)}"
