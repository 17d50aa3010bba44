"""Sentences of the packet's report: what its table is, and what of a long flag its clips show."""

from __future__ import annotations

from annotator.wording.translate import length, number, translate


def what_the_table_is() -> str:
    """Where the table comes from and what it is worth: whoever gets a report has never heard of it."""
    return translate(
        "Wording",
        "“The documents” are two articles for parents about a baby's twitches and jerks around falling asleep. Their "
        "table is repeated here in short and filled in from this video; it is no clinical guideline.",
    )


def table_heading() -> str:
    """The heading over the filled-in table."""
    return translate("Wording", "The table of two articles for parents, filled in")


def part_shown_sentence(shown: int, total: int, span_s: float) -> str:
    """That clips show only some movements of a flag over a long span."""
    text = translate(
        "Wording",
        "This flag spans {span}. The clips show {shown} of its {total} movements, from its first to its last; the "
        "others are in the list of all movements and in the video.",
    )
    return text.format(span=length(span_s), shown=number(shown), total=number(total))


def beginning_shown_sentence(shown_s: float, span_s: float) -> str:
    """That a clip shows only the beginning of a long flag."""
    text = translate("Wording", "This flag spans {span}. The clip shows its first {shown}; the rest is in the video.")
    return text.format(span=length(span_s), shown=length(shown_s))


def signs_named_note() -> str:
    """That the PDF names signs that its letters lack."""
    return translate(
        "Wording", "Signs that the letters of this PDF lack stand in brackets, by their names; index.html shows them."
    )


def legend() -> str:
    """What is not labelled in the drawing of the whole video."""
    return translate("Wording", "Dark bars: pattern flags with their numbers. Coloured: movements. Grey: not judged.")


def intervals_above(flag: int) -> str:
    """That a flag's movements are listed elsewhere."""
    return translate("Wording", "Its movements are those of flag {number}, above.").format(number=flag)
