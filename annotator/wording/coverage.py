"""How much could be observed and why not more; and what "nothing found" is always said together with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from annotator.wording.names import limb_name, limbs_phrase, reason_name
from annotator.wording.translate import Register, capitalized, clock, length, listed, number, translate

if TYPE_CHECKING:
    from annotator.session.model import Coverage, Excluded, LookedSpan

# Below ten minutes a rounded minute hides too much.
_MINUTES_FROM_S: Final = 600.0
_MINUTE_S: Final = 60.0
_ALL: Final = 0.999


def observable(observed_s: float, video_s: float) -> str:
    """How much of the video could be observed: "42 of 60 observable minutes". Rounded down unless it is all of it."""
    seconds, observed, total = _parts(observed_s, video_s)
    if seconds:
        text = translate("Wording", "{observed} of {total} observable seconds")
    else:
        text = translate("Wording", "{observed} of {total} observable minutes")
    return text.format(observed=observed, total=total)


def observed_sentence(observed_s: float, video_s: float) -> str:
    """How much of the video could be observed, as a sentence that follows what was found in it."""
    seconds, observed, total = _parts(observed_s, video_s)
    if observed == total:
        if seconds:
            text = translate("Wording", "The baby could be observed for all {total} seconds.")
        else:
            text = translate("Wording", "The baby could be observed for all {total} minutes.")
    elif seconds:
        text = translate("Wording", "The baby could be observed for {observed} of the {total} seconds.")
    else:
        text = translate("Wording", "The baby could be observed for {observed} of the {total} minutes.")
    return text.format(observed=observed, total=total)


def over_observed(observed_s: float, video_s: float) -> str:
    """How much of the video could be observed, in short, for the end of a row of the table."""
    seconds, observed, total = _parts(observed_s, video_s)
    if seconds:
        text = translate("Wording", "Observed: {observed} of {total} seconds.")
    else:
        text = translate("Wording", "Observed: {observed} of {total} minutes.")
    return text.format(observed=observed, total=total)


def nothing_found(observed_s: float, video_s: float) -> str:
    """That no movement met the settings, over how much observed time, and what that does not mean."""
    if observed_s <= 0:
        return translate("Wording", "Nothing could be observed, so nothing can be said.")
    return translate("Wording", "No movement met the settings in {observable}; this rules nothing out.").format(
        observable=observable(observed_s, video_s)
    )


def summary_sentence(movements: int, flags: int, observed_s: float, video_s: float, rejected: int = 0) -> str:
    """How many movements that the rules count, and how many flags, over how much observed time; and how many flags more
    people `rejected`."""
    if not movements:
        return nothing_found(observed_s, video_s)
    if movements == 1:
        found = translate("Wording", "{count} movement met the settings.")
        of_rows = translate("Wording", "It meets no row of the table; this rules nothing out.")
    else:
        found = translate("Wording", "{count} movements met the settings.")
        of_rows = translate("Wording", "They meet no row of the table; this rules nothing out.")
    if flags or rejected:
        of_rows = translate("Wording", "Pattern flags: {flags}.").format(flags=number(flags))
    if rejected:
        of_rows += " " + rejected_flags(rejected)
    return f"{found.format(count=number(movements))} {observed_sentence(observed_s, video_s)} {of_rows}"


def rejected_flags(rejected: int) -> str:
    """How many flags people rejected: their numbers meet the rule all the same."""
    return translate("Wording", "Rejected in review: {count}.").format(count=number(rejected))


def _parts(observed_s: float, video_s: float) -> tuple[bool, str, str]:
    """Whether seconds or else minutes are told, how many were observed, and of how many; never more than was."""
    video_s = max(video_s, observed_s)
    seconds = video_s < _MINUTES_FROM_S or 0 < observed_s < _MINUTE_S
    unit_s = 1.0 if seconds else _MINUTE_S
    observed, total = observed_s / unit_s, video_s / unit_s
    decimals, total_decimals = _decimals(observed), _decimals(total)
    if observed_s >= _ALL * video_s:
        return seconds, number(total, total_decimals), number(total, total_decimals)
    while _down(observed, decimals) >= round(total, total_decimals):  # "10 of 10" would be all of it
        decimals = total_decimals = max(decimals, total_decimals) + 1
    return seconds, number(_down(observed, decimals), decimals), number(total, total_decimals)


def _down(value: float, decimals: int) -> float:
    scale = 10.0**decimals
    return int(value * scale + 1e-6) / scale


def _decimals(value: float) -> int:
    """Enough that a short clip is not told as none."""
    if value == 0 or value >= 9.995:
        return 0
    return 1 if value >= 1 else 2


def coverage_sentence(coverage: Coverage, video_s: float, register: Register = "plain") -> str:
    """How much of the video the baby could be observed in. The precise register gives seconds."""
    if register == "plain":
        text = translate("Wording", "The baby could be observed for {observed} of {total}.")
        return text.format(observed=length(coverage.observed_s), total=length(video_s))
    text = translate("Wording", "Observed time {observed} s of {total} s ({percent} %).")
    share = min(coverage.observed_s / video_s, 1.0) if video_s > 0 else 0.0
    return text.format(
        observed=number(coverage.observed_s, 1), total=number(video_s, 1), percent=number(int(100 * share + 1e-6))
    )


def limb_coverage_sentence(limb: str, observed_s: float, video_s: float) -> str:
    """How long one limb could be seen."""
    text = translate("Wording", "{limb}: seen for {observed} of {total}.")
    return text.format(limb=capitalized(limb_name(limb)), observed=length(observed_s), total=length(video_s))


def excluded_sentence(excluded: Excluded) -> str:
    """One span that could not be judged, and why."""
    values = {
        "start": clock(excluded.start_s),
        "end": clock(excluded.end_s),
        "reason": reason_name(excluded.reason),
        "limbs": limbs_phrase(excluded.limbs),
    }
    if excluded.limbs:
        return translate("Wording", "{start}–{end}: {limbs} not judged, {reason}.").format(**values)
    return translate("Wording", "{start}–{end}: not judged, {reason}.").format(**values)


def excluded_sentences(excluded: Iterable[Excluded]) -> tuple[str, ...]:
    """For each reason, how much time could not be judged, the longest first; spans of single limbs apart."""
    whole: dict[str, float] = {}
    limbs: dict[str, float] = {}
    for span in excluded:
        total = limbs if span.limbs else whole
        total[span.reason] = total.get(span.reason, 0.0) + span.end_s - span.start_s
    sentences = []
    for totals, text in (
        (whole, translate("Wording", "Not judged for {length}: {reason}.")),
        (limbs, translate("Wording", "Single limbs not judged for {length} in all: {reason}.")),
    ):
        for reason, seconds in sorted(totals.items(), key=lambda item: -item[1]):
            sentences.append(text.format(length=length(seconds), reason=reason_name(reason)))
    return tuple(sentences)


def unnamed_limb_sentence(reasons: Iterable[str] = ()) -> str:
    """Why a movement names no limb."""
    named = list(dict.fromkeys(reason_name(reason) for reason in reasons))
    if named:
        text = translate("Wording", "The picture moved here, but no limb could be told apart: {reasons}.")
        return text.format(reasons=listed(named))
    return translate(
        "Wording",
        "The picture moved here, but no limb could be told apart: the body's outline was not found "
        "(dark, covered or far away).",
    )


def looked_sentence(span: LookedSpan) -> str:
    """A span that a person watched."""
    values = {"start": clock(span.start_s), "end": clock(span.end_s), "reviewer": span.reviewer}
    if not span.reviewer:
        return translate("Wording", "{start}–{end}: watched, nothing more seen.").format(**values)
    return translate("Wording", "{start}–{end}: watched by {reviewer}, nothing more seen.").format(**values)
