"""What in the filming will limit the analysis, and how to film next time, in words."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.wording.translate import length, number, translate


def limit_sentence(code: str, numbers: Mapping[str, float] | None = None) -> str:
    """One limit of a video: its code and numbers as `annotator.video.limits` gives them."""
    numbers = numbers or {}
    text = _limits_of_one(numbers).get(code) or _limits().get(code)
    if text is None:
        text = translate("Wording", "Something in the filming will limit the analysis ({code}).")
    return text.format(code=code, **{name: _said(name, value) for name, value in numbers.items()})


def filming_advice(code: str) -> str:
    """What to do about one limit next time; empty where nothing can be done by filming otherwise."""
    return _advice().get(code, "")


def filming_aspect_name(aspect: str) -> str:
    """What the filming check looks at."""
    return {
        "light": translate("Wording", "Light"),
        "body": translate("Wording", "Whole body in view"),
        "steady": translate("Wording", "Camera"),
        "rate": translate("Wording", "Frame rate"),
        "size": translate("Wording", "Picture size"),
        "file": translate("Wording", "Length and file"),
    }.get(aspect, aspect)


def filming_enough(aspect: str) -> str:
    """That one thing the filming check looks at limits nothing."""
    return {
        "light": translate("Wording", "Bright enough."),
        "body": translate("Wording", "Head, hands and feet are inside the picture."),
        "steady": translate("Wording", "It stands still."),
        "rate": translate("Wording", "Enough pictures a second for brief movements."),
        "size": translate("Wording", "Large enough."),
        "file": translate("Wording", "Complete, with sound."),
    }.get(aspect, "")


def _limits() -> dict[str, str]:
    return {
        "rate_low": translate(
            "Wording", "{rate_hz} pictures a second: brief movements are timed less exactly, and some may be missed."
        ),
        "rate_too_low": translate(
            "Wording", "{rate_hz} pictures a second: too few for brief movements, many will be missed."
        ),
        "small": translate(
            "Wording", "The picture is small ({width_px} × {height_px}): small movements may be missed."
        ),
        "too_small": translate(
            "Wording", "The picture is very small ({width_px} × {height_px}): most movements cannot be seen."
        ),
        "dark": translate(
            "Wording", "The picture is dark: limbs may stay without a name, small movements may be missed."
        ),
        "too_dark": translate("Wording", "The picture is nearly black: little or nothing can be seen in it."),
        "short": translate(
            "Wording", "The video is short ({duration_s}): how often movements come cannot be told from it."
        ),
        "variable_timing": translate(
            "Wording",
            "From {shortest_interval_s} to {longest_interval_s} between pictures: the times shown are exact, but what "
            "happens between two pictures is not seen.",
        ),
        "hdr": translate(
            "Wording", "The video has extended brightness (HDR); it is shown and analyzed in common brightness."
        ),
        "picture_missing": translate("Wording", "Pictures are missing in {spans} places, {seconds} in all."),
        "picture_damaged": translate("Wording", "Pictures are damaged in {spans} places, {seconds} in all."),
        "cut_short": translate("Wording", "The file ends too early: {seconds} that it promises are not in it."),
        "no_sound": translate("Wording", "The video has no sound: crying and sudden noises cannot be told."),
        "camera_unsteady": translate(
            "Wording", "The camera moves, as in a hand: small movements may be missed, and some stretches not judged."
        ),
        "body_not_found": translate(
            "Wording", "No body was found in {looked} pictures looked at: limbs may stay without a name."
        ),
        "body_cut_off": translate(
            "Wording",
            "In {cut_off} of {looked} pictures looked at, the head, a hand or a foot is beyond the edge or covered: "
            "what moves there is not seen.",
        ),
        "body_small": translate("Wording", "The baby is small in the picture: small movements may be missed."),
    }


def _limits_of_one(numbers: Mapping[str, float]) -> dict[str, str]:
    """What is said of one place or one picture rather than of several."""
    found: dict[str, str] = {}
    if numbers.get("spans") == 1:
        found |= {
            "picture_missing": translate("Wording", "Pictures are missing in one place, {seconds} in all."),
            "picture_damaged": translate("Wording", "Pictures are damaged in one place, {seconds} in all."),
        }
    if numbers.get("looked") == 1:
        found |= {
            "body_not_found": translate(
                "Wording", "No body was found in the picture looked at: limbs may stay without a name."
            ),
            "body_cut_off": translate(
                "Wording",
                "In the picture looked at, the head, a hand or a foot is beyond the edge or covered: what moves there "
                "is not seen.",
            ),
        }
    return found


def _advice() -> dict[str, str]:
    faster = translate("Wording", "Film with 30 pictures a second or more; more light often helps.")
    larger = translate("Wording", "Film in full HD, and let the whole body fill the picture.")
    lighter = translate("Wording", "Leave a small light on, or use a camera that sees in the dark.")
    whole = translate("Wording", "Send or copy the original file once more.")
    return {
        "rate_low": faster,
        "rate_too_low": faster,
        "small": larger,
        "too_small": larger,
        "dark": lighter,
        "too_dark": lighter,
        "short": translate("Wording", "Film longer: through falling asleep and waking, 20 minutes or more."),
        "picture_missing": whole,
        "picture_damaged": whole,
        "cut_short": whole,
        "no_sound": translate("Wording", "Film with sound, if you can."),
        "camera_unsteady": translate("Wording", "Put the camera down or lean it on something; do not hold it."),
        "body_not_found": translate(
            "Wording", "Film from above or from the side, with the whole body in the picture and not under a blanket."
        ),
        "body_cut_off": translate(
            "Wording",
            "Let head, hands and feet lie inside the picture with some room to spare, uncovered if it is warm.",
        ),
        "body_small": translate("Wording", "Move the camera closer, until the body fills most of the picture."),
    }


def _said(name: str, value: float) -> str:
    """A number in the unit that its name gives."""
    if name.endswith("_interval_s"):
        return translate("Wording", "{milliseconds} ms").format(milliseconds=number(value * 1000))
    if name == "seconds" or name.endswith("_s"):
        return length(value)
    return number(value, 1) if name.endswith("_hz") else number(value)
