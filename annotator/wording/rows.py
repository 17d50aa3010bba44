"""The filled-in table in words: for each row what was measured or answered, and over how much observed time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from annotator.wording.counts import movement_count
from annotator.wording.coverage import nothing_found, over_observed, rejected_flags
from annotator.wording.flags import flag_sentence
from annotator.wording.names import answer_name, limb_name
from annotator.wording.table import question_text
from annotator.wording.translate import Register, length, listed, number, short_number, translate

if TYPE_CHECKING:
    from annotator.patterns.filled import RowResult


def row_sentences(result: RowResult, register: Register = "plain") -> tuple[str, ...]:
    """All that is said in one row: what was measured, then the observer's answers and notes.

    The precise register adds a sentence for each flag with its settings.
    """
    sentences = [measured] if (measured := measured_sentence(result)) else []
    if register == "precise":
        sentences += [flag_sentence(flag, "precise") for flag in result.flags]
    sentences += [answer_sentence(question, result.answers.get(question)) for question in result.row.questions]
    sentences += [translate("Wording", "Note: {note}").format(note=note) for note in result.notes.values()]
    return tuple(sentences)


def row_state_phrase(result: RowResult) -> str:
    """How a row stands, in a few words. `measured_sentence` beside it says over how much observed time."""
    return {
        "met": translate("Wording", "Meets the row"),
        "rejected": translate("Wording", "Met by the numbers; rejected in review"),
        "not_met": translate("Wording", "Not met in the observed time"),
        "too_short": translate("Wording", "Too short to say"),
        "not_observed": translate("Wording", "Could not be observed"),
        "no_sound": translate("Wording", "No sound to tell by"),
        "shown": translate("Wording", "Shown; no rule asks for it"),
        "asked": translate("Wording", "Asked of the observer"),
    }[result.state]


def measured_sentence(result: RowResult) -> str:
    """What the camera and the microphone answer of a row; empty for a row that is only asked."""
    if result.key == "age":
        return _age(result.facts)
    if result.state == "asked":
        return ""
    if result.state == "not_observed":
        return nothing_found(0.0, result.video_s)
    if result.state == "no_sound":
        return translate("Wording", "The video has no sound to tell by.")
    if result.state == "too_short":
        return _too_short(result)
    if not result.facts["count"] and result.key != "arousal":
        return nothing_found(result.observed_s, result.video_s)
    said = [_SENTENCES[result.key](result.facts)]
    if result.rejected:
        said.append(rejected_flags(result.rejected))
    return " ".join([*said, over_observed(result.observed_s, result.video_s)])


def answer_sentence(question: str, answer: str | None) -> str:
    """A question with the observer's answer."""
    text = translate("Wording", "{question} Observer: {answer}.")
    return text.format(question=question_text(question), answer=answer_name(answer))


def _too_short(result: RowResult) -> str:
    text = translate(
        "Wording", "Too short to say: {observed} observed, {needed} are needed. Movements found in that time: {count}."
    )
    return text.format(
        observed=length(result.observed_s),
        needed=length(result.facts["needed_s"]),
        count=number(result.facts["count"]),
    )


def _duration(facts: Mapping[str, Any]) -> str:
    values = {
        "count": number(facts["count"]),
        "longest": length(facts["longest_s"]),
        "prolonged": number(facts["prolonged"]),
        "sustained": number(facts["sustained"]),
    }
    if not facts["prolonged"] and not facts["sustained"]:
        text = translate(
            "Wording", "Movements: {count}; the longest lasted {longest}, none was prolonged or sustained."
        )
    else:
        text = translate(
            "Wording",
            "Movements: {count}; prolonged: {prolonged}, sustained: {sustained}; the longest lasted {longest}.",
        )
    return text.format(**values)


def _repetition(facts: Mapping[str, Any]) -> str:
    if not facts["clusters"] and not facts["rhythmic"]:
        text = translate("Wording", "Movements: {count}; no series and no rhythm among them met the settings.")
        return text.format(count=number(facts["count"]))
    parts = []
    if facts["clusters"]:
        text = translate("Wording", "series: {clusters}, the largest of {largest}")
        parts.append(text.format(clusters=number(facts["clusters"]), largest=movement_count(facts["largest_cluster"])))
    if facts["shortest_time_between_clusters_s"] is not None:
        text = translate("Wording", "from one series to the next {between} at least")
        parts.append(text.format(between=length(facts["shortest_time_between_clusters_s"])))
    if facts["rhythmic"]:
        parts.append(translate("Wording", "rhythmic movements: {count}").format(count=number(facts["rhythmic"])))
    if facts["frequencies_hz"]:
        hz = listed([number(value, 1) for value in sorted(set(facts["frequencies_hz"]))])
        parts.append(translate("Wording", "at {hz} Hz").format(hz=hz))
    text = translate("Wording", "Movements: {count}; {parts}.")
    return text.format(count=number(facts["count"]), parts=", ".join(parts))


def _frequency(facts: Mapping[str, Any]) -> str:
    text = translate("Wording", "Movements an observed hour: {rate}; found: {count}.")
    return text.format(rate=number(facts["per_observed_hour"] or 0.0, 1), count=number(facts["count"]))


def _location(facts: Mapping[str, Any]) -> str:
    parts = [f"{limb_name(limb)} {number(count)}" for limb, count in facts["limbs"].items()]
    if facts["unnamed"]:
        parts.append(translate("Wording", "no limb named {count}").format(count=number(facts["unnamed"])))
    text = translate(
        "Wording", "Movements by limb: {limbs}. Both sides in one movement: {both}; both arms and both legs: {four}."
    )
    return text.format(limbs=", ".join(parts), both=number(facts["both_sides"]), four=number(facts["all_four"]))


def _arousal(facts: Mapping[str, Any]) -> str:
    values = {"cries": number(facts["cries"]), "after": number(facts["cries_after_movement"])}
    if not facts["cries"]:
        said = translate("Wording", "No crying-like sound was found; this rules nothing out.")
    elif not facts["cries_after_movement"]:
        said = translate("Wording", "Crying-like sounds: {cries}, none soon after a movement.").format(**values)
    else:
        text = translate("Wording", "Crying-like sounds: {cries}, soon after a movement: {after}, after {delay} s.")
        said = text.format(**values, delay=number(facts["shortest_delay_s"] or 0.0, 1))
    if facts["movements_before_large_ones"]:
        text = translate("Wording", "Movements that a long, large one or moving about followed soon: {count}.")
        said = f"{said} {text.format(count=number(facts['movements_before_large_ones']))}"
    return said


def _posture(facts: Mapping[str, Any]) -> str:
    if not facts["sustained"]:
        text = translate("Wording", "Movements: {count}; none was sustained.")
        return text.format(count=number(facts["count"]))
    text = translate("Wording", "Sustained movements: {count}, the longest lasted {longest}.")
    return text.format(count=number(facts["sustained"]), longest=length(facts["longest_s"]))


def _trigger(facts: Mapping[str, Any]) -> str:
    text = translate("Wording", "Movements: {count}; soon after a sudden noise: {after}.")
    return text.format(count=number(facts["count"]), after=number(facts["after_sudden_noise"]))


def _age(facts: Mapping[str, Any]) -> str:
    parts = []
    if facts["age_months"] is not None:
        parts.append(_months(facts["age_months"]))
    if facts["corrected_age_months"] is not None:
        parts.append(translate("Wording", "corrected {age}").format(age=_months(facts["corrected_age_months"])))
    if not parts:
        return translate("Wording", "Age not given.")
    return translate("Wording", "Age: {age}.").format(age=", ".join(parts))


def _months(months: float) -> str:
    text = translate("Wording", "{months} month") if months == 1 else translate("Wording", "{months} months")
    return text.format(months=short_number(months))


_SENTENCES: Final[Mapping[str, Callable[[Mapping[str, Any]], str]]] = {
    "duration": _duration,
    "repetition": _repetition,
    "frequency": _frequency,
    "location": _location,
    "arousal": _arousal,
    "posture": _posture,
    "trigger": _trigger,
}
