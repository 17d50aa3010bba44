"""The timeline's own words: names of lanes, kinds and reasons, ready to be translated. Sentences about a movement or a
flag are `annotator.wording`'s; here are only labels and figures."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.anatomy import Limb
from annotator.session.model import Excluded, ExclusionReason, Kind, LookedSpan, PatternFlag, Rule, SoundKind
from annotator.ui.timeline.scene import Shown, State
from annotator.ui.timeline.ticks import time_text


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
    names: dict[Limb | None, str] = {
        "left_arm": QCoreApplication.translate("Timeline", "Left arm"),
        "right_arm": QCoreApplication.translate("Timeline", "Right arm"),
        "left_leg": QCoreApplication.translate("Timeline", "Left leg"),
        "right_leg": QCoreApplication.translate("Timeline", "Right leg"),
        "head": QCoreApplication.translate("Timeline", "Head"),
        None: QCoreApplication.translate("Timeline", "Limb not named"),
    }
    return names[limb]


def kind_name(kind: Kind) -> str:
    """A bar's label."""
    names: dict[Kind, str] = {
        "jerk": QCoreApplication.translate("Timeline", "Jerk"),
        "prolonged": QCoreApplication.translate("Timeline", "Prolonged"),
        "sustained": QCoreApplication.translate("Timeline", "Sustained"),
        "rhythmic": QCoreApplication.translate("Timeline", "Rhythmic"),
        "slow": QCoreApplication.translate("Timeline", "Slow"),
        "active": QCoreApplication.translate("Timeline", "Active"),
    }
    return names[kind]


def rule_name(rule: Rule) -> str:
    """A flag row's label."""
    names: dict[Rule, str] = {
        "cluster": QCoreApplication.translate("Timeline", "Cluster"),
        "sustained": QCoreApplication.translate("Timeline", "Sustained"),
        "prolonged": QCoreApplication.translate("Timeline", "Prolonged"),
        "rhythmic": QCoreApplication.translate("Timeline", "Rhythmic"),
        "bilateral": QCoreApplication.translate("Timeline", "Both sides"),
        "whole_body": QCoreApplication.translate("Timeline", "Whole body"),
        "frequent": QCoreApplication.translate("Timeline", "Frequent"),
        "arousal": QCoreApplication.translate("Timeline", "Arousal"),
    }
    return names[rule]


def reason_name(reason: ExclusionReason) -> str:
    """Why nothing could be judged."""
    names: dict[ExclusionReason, str] = {
        "camera_moved": QCoreApplication.translate("Timeline", "Camera moved"),
        "light_changed": QCoreApplication.translate("Timeline", "Light changed"),
        "no_baby": QCoreApplication.translate("Timeline", "No baby in view"),
        "other_person": QCoreApplication.translate("Timeline", "Somebody else in view"),
        "too_dark": QCoreApplication.translate("Timeline", "Too dark"),
        "picture_missing": QCoreApplication.translate("Timeline", "Picture missing"),
        "out_of_frame": QCoreApplication.translate("Timeline", "Out of the picture"),
        "covered": QCoreApplication.translate("Timeline", "Covered"),
    }
    return names[reason]


def sound_name(kind: SoundKind) -> str:
    """What a stretch of sound is like."""
    names: dict[SoundKind, str] = {
        "crying_like": QCoreApplication.translate("Timeline", "Crying-like"),
        "sudden_noise": QCoreApplication.translate("Timeline", "Sudden noise"),
    }
    return names[kind]


def state_name(state: State) -> str:
    """What a person said of a mark."""
    names: dict[State, str] = {
        "open": QCoreApplication.translate("Timeline", "Not reviewed"),
        "accepted": QCoreApplication.translate("Timeline", "Accepted"),
        "rejected": QCoreApplication.translate("Timeline", "Rejected"),
        "unsure": QCoreApplication.translate("Timeline", "Unsure"),
    }
    return names[state]


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
    span = QCoreApplication.translate("Timeline", "{start} to {end}, {n} movement(s)").format(
        start=time_text(flag.start_s), end=time_text(flag.end_s), n=len(flag.movements)
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
    return QCoreApplication.translate("Timeline", "%n movement(s) here; zoom in to tell them apart", "", count)


def near_line(count: int) -> str:
    """How many marks a parent's pointer is over."""
    return QCoreApplication.translate("Timeline", "%n movement(s) close together", "", count)


def summary_line(movements: int, flags: int) -> str:
    """What a timeline without a selection holds."""
    marks = QCoreApplication.translate("Timeline", "%n movement(s)", "", movements)
    return f"{marks}, {QCoreApplication.translate('Timeline', '%n pattern flag(s)', '', flags)}"
