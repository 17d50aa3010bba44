"""Counted things, one or many: languages differ in how they say that."""

from __future__ import annotations

from annotator.wording.translate import number, translate


def movement_count(count: int) -> str:
    """So many movements."""
    text = translate("Wording", "{count} movement") if count == 1 else translate("Wording", "{count} movements")
    return text.format(count=number(count))


def flag_count(count: int) -> str:
    """So many pattern flags."""
    text = translate("Wording", "{count} pattern flag") if count == 1 else translate("Wording", "{count} pattern flags")
    return text.format(count=number(count))


def cycle_count(count: int) -> str:
    """So many cycles of a rhythm."""
    text = translate("Wording", "{count} cycle") if count == 1 else translate("Wording", "{count} cycles")
    return text.format(count=number(count))
