"""The packet's views put into `annotator.wording`'s sentences; every sentence itself is written there."""

from __future__ import annotations

from annotator import wording
from annotator.anatomy import Limb
from annotator.export.text import number, video_time
from annotator.export.view import FlagView, MovementView, PacketView
from annotator.patterns.reflag import is_rejected
from annotator.session.model import Excluded, Kind, LookedSpan, Review, Rule
from annotator.wording.meanings import kind_meaning as _kind_meaning
from annotator.wording.meanings import rule_meaning as _rule_meaning
from annotator.wording.translate import capitalized, translate


def disclaimer() -> str:
    """The sentence that every file of a packet carries."""
    return wording.disclaimer()


def moment(seconds: float, decimals: int = 3) -> str:
    """A time of the video as h:mm:ss.mmm, for a reader."""
    return video_time(seconds, decimals).replace(".", _decimal_sign())


def plain_number(value: float, decimals: int = 6) -> str:
    """A decimal without needless zeros, for a reader."""
    return number(value, decimals).replace(".", _decimal_sign())


def seconds_phrase(seconds: float, decimals: int) -> str:
    """A length in seconds with so many decimals: "0.40 s"."""
    return translate("Wording", "{seconds} s").format(seconds=wording.number(seconds, decimals))


def _decimal_sign() -> str:
    return wording.number(0.5, 1)[1:2]


def clip_notice() -> str:
    """Its short form, for a picture."""
    return wording.clip_notice()


def kind_meaning(kind: Kind) -> str:
    """What a kind of movement is."""
    return _kind_meaning(kind)


def rule_meaning(rule: Rule) -> str:
    """What a rule looks for."""
    return _rule_meaning(rule)


def rule_title(rule: Rule) -> str:
    """A rule's name as a heading."""
    return capitalized(wording.rule_name(rule))


def limb_name(limb: Limb) -> str:
    """A limb's name in a sentence."""
    return wording.limb_name(limb)


def movement(m: MovementView) -> str:
    """One movement in a few words, for a caption: number, kind, limbs, length."""
    length = seconds_phrase(m.offset_s - m.onset_s, 1)
    parts = [f"{m.id}: {wording.kind_name(m.kind)}", wording.limbs_phrase(m.limbs), length]
    if m.kind == "rhythmic" and m.detected.frequency_hz is not None:
        parts.append(translate("Wording", "{hz} Hz").format(hz=wording.number(m.detected.frequency_hz, 1)))
    return ", ".join(parts)


def flag(f: FlagView) -> str:
    """One flag with its numbers."""
    return wording.flag_sentence(f.flag)


def flag_in_full(f: FlagView) -> str:
    """One flag with its numbers, the table's row and the settings."""
    return wording.flag_sentence(f.flag, "precise")


def flag_short(f: FlagView) -> str:
    """A flag's number and name."""
    return f"{f.number}: {wording.rule_name(f.flag.rule)}"


def reviewed(number: int, review: Review | None) -> str:
    """What a person said of a movement or flag."""
    return f"{number}: {wording.review_sentence(review)}"


def looked(span: LookedSpan) -> str:
    """A span that a person watched."""
    note = f" {span.note}" if span.note else ""
    return wording.looked_sentence(span) + note


def excluded(span: Excluded) -> str:
    """A span that could not be judged."""
    return wording.excluded_sentence(span)


def observed(view: PacketView) -> str:
    """How much could be observed."""
    return wording.coverage_sentence(view.session.coverage, view.session.video.duration_s)


def outcome(view: PacketView) -> str:
    """What was found, always with how much could be observed."""
    session = view.session
    return wording.summary_sentence(
        len(view.counted),
        len(view.shown_flags),
        session.coverage.observed_s,
        session.video.duration_s,
        sum(is_rejected(flag.flag) for flag in view.flags),
    )


def limb_outcome(limb: Limb, count: int, observed_s: float, total_s: float) -> str:
    """What was found of one limb, with how much of it could be observed."""
    if not count:
        return f"{capitalized(limb_name(limb))}: {wording.nothing_found(observed_s, total_s)}"
    counted = translate("Wording", "Movements: {count}.").format(count=count)
    return f"{wording.limb_coverage_sentence(limb, observed_s, total_s)} {counted}"
