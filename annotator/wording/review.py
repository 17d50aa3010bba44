"""What people said and how far they agree, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

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
    values = {
        "matched": number(len(agreement.matched)),
        "count_a": number(agreement.count_a),
        "count_b": number(agreement.count_b),
        "a": _people(agreement.people_a, translate("Wording", "the first review")),
        "b": _people(agreement.people_b, translate("Wording", "the second review")),
    }
    sentences = [
        translate("Wording", "First: {a}, {count_a} movements. Second: {b}, {count_b} movements.").format(**values),
        translate("Wording", "Movements that both have: {matched}.").format(**values),
        translate("Wording", "Time ({bins} parts of {seconds} s): Cohen's κ {kappa}.").format(
            bins=number(agreement.bins), seconds=number(agreement.bin_s, 1), kappa=_kappa(agreement.kappa_time)
        ),
        translate("Wording", "Each limb: {limbs}.").format(
            limbs=", ".join(f"{limb_name(limb)} κ {_kappa(k)}" for limb, k in agreement.kappa_limbs.items())
        ),
        translate("Wording", "Kinds of the movements that both have: Cohen's κ {kappa}.").format(
            kappa=_kappa(agreement.kappa_kind)
        ),
    ]
    if agreement.median_absolute_onset_difference_ms is not None:
        text = translate(
            "Wording",
            "Onsets: median difference {median} ms (second less first), without its sign {size} ms, "
            "at most {largest} ms.",
        )
        sentences.append(
            text.format(
                median=number(agreement.median_onset_difference_ms or 0.0),
                size=number(agreement.median_absolute_onset_difference_ms),
                largest=number(agreement.largest_absolute_onset_difference_ms or 0.0),
            )
        )
    sentences.append(translate("Wording", "Differences: {count}.").format(count=number(len(agreement.disagreements))))
    return tuple(sentences)


def disagreement_sentence(disagreement: Disagreement) -> str:
    """One place where two reviews differ."""
    a, b, at = disagreement.a, disagreement.b, clock(disagreement.start_s, 1)
    if a is None and b is not None:
        text = translate("Wording", "{at}: only the second review has a {kind} ({limbs}).")
        return text.format(at=at, kind=kind_name(b.kind), limbs=limbs_phrase(b.limbs))
    if b is None and a is not None:
        text = translate("Wording", "{at}: only the first review has a {kind} ({limbs}).")
        return text.format(at=at, kind=kind_name(a.kind), limbs=limbs_phrase(a.limbs))
    if a is None or b is None:
        return at
    text = translate("Wording", "{at}: the first review says {first}, the second {second}.")
    if disagreement.what == "kind":
        return text.format(at=at, first=kind_name(a.kind), second=kind_name(b.kind))
    return text.format(at=at, first=limbs_phrase(a.limbs), second=limbs_phrase(b.limbs))


def _person(name: str, role: str) -> str:
    if not name:
        return role_name(role)
    return translate("Wording", "{name} ({role})").format(name=name, role=role_name(role))


def _people(people: Iterable[tuple[str, str]], nobody: str) -> str:
    named = [_person(name, role) for name, role in people]
    return listed(named) if named else nobody


def _kappa(value: float | None) -> str:
    return translate("Wording", "not defined") if value is None else number(value, 2)
