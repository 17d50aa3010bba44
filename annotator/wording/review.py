"""What people said and how far they agree, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from annotator.wording.counts import movement_count
from annotator.wording.names import kind_name, limb_name, limbs_phrase, role_name, verdict_name
from annotator.wording.translate import clock, listed, number, translate

if TYPE_CHECKING:
    from annotator.session.agreement import Agreement, Disagreement
    from annotator.session.model import Review


def review_sentence(review: Review | None) -> str:
    """One person's word on a movement or flag."""
    if review is None:
        return translate("Wording", "Not reviewed yet.")
    values = {"who": _person(review.reviewer, review.role), "verdict": verdict_name(review.verdict)}
    parts = [translate("Wording", "{who}: {verdict}").format(**values)]
    if review.onset_s is not None:
        parts.append(translate("Wording", "onset {seconds} s").format(seconds=number(review.onset_s, 2)))
    if review.offset_s is not None:
        parts.append(translate("Wording", "offset {seconds} s").format(seconds=number(review.offset_s, 2)))
    if review.kind is not None:
        parts.append(kind_name(review.kind))
    if review.limbs is not None:
        parts.append(limbs_phrase(review.limbs))
    said = ", ".join(parts) + "."
    if review.note:
        said = f"{said} {translate('Wording', 'Note: {note}').format(note=review.note)}"
    return said


def agreement_sentences(agreement: Agreement) -> tuple[str, ...]:
    """How far two reviews of one video agree."""
    sentences = [
        " ".join(_shares(agreement)),
        translate("Wording", "Movements that both have: {matched}.").format(matched=number(len(agreement.matched))),
        translate(
            "Wording",
            "Time ({bins} parts of {seconds} s): Cohen's κ {kappa}.",
        ).format(bins=number(agreement.bins), seconds=number(agreement.bin_s, 1), kappa=kappa_of_time(agreement)),
        translate("Wording", "Each limb: {limbs}.").format(limbs=", ".join(kappas_of_limbs(agreement))),
        translate("Wording", "Kinds of the movements that both have: Cohen's κ {kappa}.").format(
            kappa=kappa_of_kinds(agreement)
        ),
    ]
    if {agreement.kappa_time, agreement.kappa_kind, *agreement.kappa_limbs.values()} != {None}:
        sentences.append(translate("Wording", "A κ of 1 is full agreement, 0 is no more than chance would give."))
    if agreement.median_absolute_onset_difference_ms is not None:
        sentences.append(
            translate("Wording", "Onsets: {differences}.").format(differences=onset_differences(agreement))
        )
    sentences.append(translate("Wording", "Differences: {count}.").format(count=number(len(agreement.disagreements))))
    return tuple(sentences)


def reviewers(agreement: Agreement) -> tuple[str, str]:
    """Who made the first review and who the second, each "" where nobody put a name to it."""
    return _people(agreement.people_a), _people(agreement.people_b)


def kappa_of_time(agreement: Agreement) -> str:
    """Cohen's kappa over the parts of the video with and without a movement, or why there is none."""
    nobody = agreement.count_a == agreement.count_b == 0
    why = (
        translate("Wording", "neither review has a movement")
        if nobody
        else translate("Wording", "both reviews have a movement in every part of the video")
    )
    return _kappa(agreement.kappa_time, why)


def kappa_of_kinds(agreement: Agreement) -> str:
    """Cohen's kappa over the kinds of the matched movements, or why there is none."""
    why = (
        translate("Wording", "both reviews name one and the same kind for all of them")
        if agreement.matched
        else translate("Wording", "there is no movement that both have")
    )
    return _kappa(agreement.kappa_kind, why)


def kappas_of_limbs(agreement: Agreement) -> tuple[str, ...]:
    """Each limb's kappa over the parts of the video. Those that are not defined come last, together with the reason."""
    template = translate("Wording", "{limb} κ {kappa}")
    known = {limb: kappa for limb, kappa in agreement.kappa_limbs.items() if kappa is not None}
    said = [template.format(limb=limb_name(limb), kappa=number(kappa, 2)) for limb, kappa in known.items()]
    differing = [m for d in agreement.disagreements for m in (d.a, d.b) if m is not None]
    named = {limb for pair in agreement.matched for m in (pair.a, pair.b) for limb in m.limbs}
    named |= {limb for movement in differing for limb in movement.limbs}
    for why, limbs in (
        (translate("Wording", "neither review names it"), [n for n in agreement.kappa_limbs if n not in named]),
        (translate("Wording", "both reviews name it in every part of the video"), [*named]),
    ):
        without = [limb_name(limb) for limb in agreement.kappa_limbs if limb in limbs and limb not in known]
        if without:
            said.append(template.format(limb=listed(without), kappa=_kappa(None, why)))
    return tuple(said)


def onset_differences(agreement: Agreement) -> str:
    """How far apart the onsets of matched movements are; "" without any."""
    if agreement.median_absolute_onset_difference_ms is None:
        return ""
    size, largest = agreement.median_absolute_onset_difference_ms, agreement.largest_absolute_onset_difference_ms or 0.0
    if round(largest) == 0:
        return translate("Wording", "both reviews have them at the same times")
    median_ms = round(agreement.median_onset_difference_ms or 0.0)
    if median_ms > 0:
        text = translate("Wording", "in the median, the second review has them {median} ms later")
    elif median_ms < 0:
        text = translate("Wording", "in the median, the second review has them {median} ms earlier")
    else:
        text = translate("Wording", "in the median, neither review has them earlier")
    apart = translate(
        "Wording", "whichever comes first, they are {size} ms apart in the median and {largest} ms at most"
    )
    said = (text.format(median=number(abs(median_ms))), apart.format(size=number(size), largest=number(largest)))
    return translate("Wording", "{direction}; {apart}").format(direction=said[0], apart=said[1])


def disagreement_sentence(disagreement: Disagreement) -> str:
    """One place where two reviews differ, and that the other one looked at it and rejected it, with its note."""
    said = _difference(disagreement)
    review = disagreement.rejection
    if review is None:
        return said
    if review.note:
        text = translate("Wording", "{difference} The other rejected it: {note}")
        return text.format(difference=said, note=review.note)
    return translate("Wording", "{difference} The other rejected it.").format(difference=said)


def _difference(disagreement: Disagreement) -> str:
    a, b, at = disagreement.a, disagreement.b, clock(disagreement.start_s, 1)
    if a is None and b is not None:
        text = translate("Wording", "{at}: only the second review has a {kind} ({limbs}).")
        return text.format(at=at, kind=kind_name(b.kind), limbs=limbs_phrase(b.limbs))
    if b is None and a is not None:
        text = translate("Wording", "{at}: only the first review has a {kind} ({limbs}).")
        return text.format(at=at, kind=kind_name(a.kind), limbs=limbs_phrase(a.limbs))
    if a is None or b is None:
        return at
    if disagreement.what == "times":
        text = translate("Wording", "{at}: the first review has it from {a} to {b}, the second from {c} to {d}.")
        return text.format(
            at=at, a=clock(a.onset_s, 2), b=clock(a.offset_s, 2), c=clock(b.onset_s, 2), d=clock(b.offset_s, 2)
        )
    text = translate("Wording", "{at}: the first review says {first}, the second {second}.")
    if disagreement.what == "kind":
        return text.format(at=at, first=kind_name(a.kind), second=kind_name(b.kind))
    return text.format(at=at, first=limbs_phrase(a.limbs), second=limbs_phrase(b.limbs))


def _person(name: str, role: str) -> str:
    if not name:
        return role_name(role)
    return translate("Wording", "{name} ({role})").format(name=name, role=role_name(role))


def _people(people: Iterable[tuple[str, str]]) -> str:
    return listed([_person(name, role) for name, role in people])


def _shares(agreement: Agreement) -> tuple[str, str]:
    """Who made each review, where somebody is named, and how many movements are in it."""
    a, b = reviewers(agreement)
    first = (
        translate("Wording", "First review, by {people}: {movements}.")
        if a
        else translate("Wording", "First review: {movements}.")
    )
    second = (
        translate("Wording", "Second review, by {people}: {movements}.")
        if b
        else translate("Wording", "Second review: {movements}.")
    )
    return (
        first.format(people=a, movements=movement_count(agreement.count_a)),
        second.format(people=b, movements=movement_count(agreement.count_b)),
    )


def _kappa(value: float | None, why: str) -> str:
    if value is not None:
        return number(value, 2)
    return translate("Wording", "not defined ({why})").format(why=why)
