"""Labels that several widgets share. Sentences about a movement or a flag are `annotator.wording`'s alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QCoreApplication

from annotator import wording
from annotator.anatomy import Limb
from annotator.session.model import PatternFlag, Role
from annotator.ui.timeline.words import kind_name, limb_name, reason_name, rule_name

__all__ = [
    "flag_text", "kind_name", "limb_name", "limbs_text", "reason_name", "role_name", "rule_name", "sentence",
    "verdict_name",
]  # fmt: skip


def limbs_text(limbs: Sequence[Limb]) -> str:
    """Limbs as one short phrase: pairs are named as pairs."""
    left = list(limbs)
    parts: list[str] = []
    for pair, name in (
        (("left_arm", "right_arm"), QCoreApplication.translate("Words", "Both arms")),
        (("left_leg", "right_leg"), QCoreApplication.translate("Words", "Both legs")),
    ):
        if all(limb in left for limb in pair):
            parts.append(name)
            left = [limb for limb in left if limb not in pair]
    parts += [limb_name(limb) for limb in left]
    if not parts:
        return limb_name(None)
    return ", ".join([parts[0], *(part[:1].lower() + part[1:] if _lowers() else part for part in parts[1:])])


def verdict_name(state: Literal["open", "accepted", "rejected", "unsure", "replaced"]) -> str:
    """What a person said of a row."""
    return {
        "open": QCoreApplication.translate("Words", "Not reviewed yet"),
        "accepted": QCoreApplication.translate("Words", "Accepted"),
        "rejected": QCoreApplication.translate("Words", "Rejected"),
        "unsure": QCoreApplication.translate("Words", "Unsure"),
        "replaced": QCoreApplication.translate("Words", "Replaced"),
    }[state]


def role_name(role: Role) -> str:
    """Who a person is."""
    if role == "parent":
        return QCoreApplication.translate("Words", "parent")
    return QCoreApplication.translate("Words", "reviewer")


def _lowers() -> bool:
    """Whether nouns inside a phrase start small in this language. Translators: answer "yes" or "no"."""
    return QCoreApplication.translate("Words", "yes", "nouns inside a phrase start with a small letter") != "no"


def sentence(text: str) -> str:
    """A phrase as a sentence: with a capital letter and a full stop."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if not text or text[-1] in ".!?…" else ".")


def flag_text(flag: PatternFlag) -> str:
    """A flag in a plain sentence; only its name where a foreign file left out the numbers that met the rule."""
    try:
        return wording.flag_sentence(flag)
    except (KeyError, TypeError, ValueError):
        return rule_name(flag.rule)
