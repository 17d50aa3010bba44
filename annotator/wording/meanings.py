"""What the names of kinds and rules mean, for legends and dictionaries of exported tables."""

from __future__ import annotations

from annotator.wording.translate import translate


def kind_meaning(kind: str) -> str:
    """What a movement of this kind is, in a few words."""
    return {
        "jerk": translate("Wording", "a quick movement of at most 2 s"),
        "prolonged": translate("Wording", "a movement of 2–5 s"),
        "sustained": translate("Wording", "a movement of over 5 s"),
        "rhythmic": translate("Wording", "one that repeats at a steady rate"),
        "slow": translate("Wording", "a slow change of position; shown, counted in no rule"),
        "active": translate("Wording", "limbs moving most of the time for 5 s or more; shown, counted in no rule"),
    }.get(kind, kind)


def rule_meaning(rule: str) -> str:
    """What a rule looks for, in a few words."""
    return {
        "cluster": translate("Wording", "several movements, one soon after the other"),
        "sustained": translate("Wording", "a movement longer than the setting for sustained ones"),
        "prolonged": translate("Wording", "a movement longer than a jerk and not sustained"),
        "rhythmic": translate("Wording", "cycles that repeat at a steady rate"),
        "bilateral": translate("Wording", "both arms or both legs together"),
        "whole_body": translate("Wording", "both arms and both legs in one movement"),
        "frequent": translate("Wording", "many movements an observed hour"),
        "arousal": translate("Wording", "crying-like sound soon after a movement"),
    }.get(rule, rule)
