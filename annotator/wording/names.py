"""Plain names of the things that sessions hold."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.wording.translate import listed, translate


def limb_name(limb: str) -> str:
    """A limb; left and right are the baby's own."""
    return {
        "left_arm": translate("Wording", "left arm"),
        "right_arm": translate("Wording", "right arm"),
        "left_leg": translate("Wording", "left leg"),
        "right_leg": translate("Wording", "right leg"),
        "head": translate("Wording", "head"),
    }.get(limb, limb)


def limbs_phrase(limbs: Iterable[str]) -> str:
    """Several limbs: "both arms and the left leg" in short ("both arms and left leg"); "no limb named" for none."""
    left = list(dict.fromkeys(limbs))
    parts = []
    for pair, name in (
        (("left_arm", "right_arm"), translate("Wording", "both arms")),
        (("left_leg", "right_leg"), translate("Wording", "both legs")),
    ):
        if all(limb in left for limb in pair):
            parts.append(name)
            left = [limb for limb in left if limb not in pair]
    parts += [limb_name(limb) for limb in left]
    return listed(parts) if parts else translate("Wording", "no limb named")


def kind_name(kind: str) -> str:
    """A movement's kind."""
    return {
        "jerk": translate("Wording", "jerk"),
        "prolonged": translate("Wording", "prolonged movement"),
        "sustained": translate("Wording", "sustained movement"),
        "rhythmic": translate("Wording", "rhythmic movement"),
        "slow": translate("Wording", "slow movement"),
        "active": translate("Wording", "moving about"),
    }.get(kind, kind)


def rule_name(rule: str) -> str:
    """A rule, in the words of what it looks for."""
    return {
        "cluster": translate("Wording", "series of movements"),
        "sustained": translate("Wording", "sustained movement"),
        "prolonged": translate("Wording", "prolonged movement"),
        "rhythmic": translate("Wording", "rhythmic movement"),
        "bilateral": translate("Wording", "both sides together"),
        "whole_body": translate("Wording", "arms and legs together"),
        "frequent": translate("Wording", "many movements an hour"),
        "arousal": translate("Wording", "crying-like sound after a movement"),
    }.get(rule, rule)


def reason_name(reason: str) -> str:
    """Why a span could not be judged."""
    return {
        "camera_moved": translate("Wording", "the camera moved"),
        "light_changed": translate("Wording", "the light changed"),
        "no_baby": translate("Wording", "no baby in the picture"),
        "other_person": translate("Wording", "somebody else in the picture"),
        "too_dark": translate("Wording", "too dark"),
        "picture_missing": translate("Wording", "pictures missing in the file"),
        "out_of_frame": translate("Wording", "out of the picture"),
        "covered": translate("Wording", "covered"),
    }.get(reason, translate("Wording", "another reason ({reason})").format(reason=reason))


def sound_name(kind: str) -> str:
    """A stretch of sound."""
    return {
        "crying_like": translate("Wording", "crying-like sound"),
        "sudden_noise": translate("Wording", "sudden noise"),
    }.get(kind, kind)


def verdict_name(verdict: str | None) -> str:
    """What a person said of a movement or flag; None for nothing yet."""
    if verdict is None:
        return translate("Wording", "not reviewed yet")
    return {
        "accepted": translate("Wording", "accepted"),
        "rejected": translate("Wording", "rejected"),
        "unsure": translate("Wording", "unsure"),
        "replaced": translate("Wording", "replaced by others"),
    }.get(verdict, verdict)


def role_name(role: str) -> str:
    """Who a person is."""
    return {
        "parent": translate("Wording", "parent"),
        "reviewer": translate("Wording", "reviewer"),
    }.get(role, role)


def answer_name(answer: str | None) -> str:
    """An observer's answer; None for no answer."""
    if answer is None:
        return translate("Wording", "not answered")
    return {
        "yes": translate("Wording", "yes"),
        "no": translate("Wording", "no"),
        "unknown": translate("Wording", "don't know"),
    }.get(answer, answer)


def state_name(state: str) -> str:
    """The baby's state at the start or the end of the video."""
    return {
        "awake": translate("Wording", "awake"),
        "drowsy": translate("Wording", "drowsy"),
        "asleep": translate("Wording", "asleep"),
        "": translate("Wording", "not said"),
    }.get(state, state)


def how_answered_name(how: str) -> str:
    """Who answers a row of the table."""
    return {
        "measured": translate("Wording", "measured"),
        "partly": translate("Wording", "measured in part, otherwise asked of the observer"),
        "asked": translate("Wording", "asked of the observer"),
    }.get(how, how)
