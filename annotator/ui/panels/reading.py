"""Reads what a person types for a date, a time of day and an age, in the ways that people write them. Pure."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Final

OLDEST_MONTHS: Final = 72.0
_CLOCK: Final = re.compile(r"(\d{1,2})\s*[:.h ]?\s*(\d{2})?\s*(?:uhr)?\s*([ap])?\.?m?\.?", re.IGNORECASE)
_DAY_FIRST: Final = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{2}|\d{4})")
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")


def read_clock(text: str) -> str | None:
    """A time of day as "22:15"; "" for nothing typed; None for what is no time: "22:15", "22.15", "2215", "9:05 pm"."""
    text = text.strip()
    if not text:
        return ""
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, minute).strftime("%H:%M")
    except ValueError:
        return None


def read_date(text: str) -> str | None:
    """A date as "2026-11-21"; "" for nothing typed; None for what is no date. Year first, or day first with dots."""
    text = text.strip()
    if not text:
        return ""
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = int(found[1]), int(found[2]), int(found[3])
        year += 2000 if year < 100 else 0
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def read_months(text: str) -> tuple[bool, float | None]:
    """An age in months, and whether the text is one; (True, None) for nothing typed. Comma or point."""
    text = text.strip().replace(",", ".")
    if not text:
        return True, None
    try:
        months = float(text)
    except ValueError:
        return False, None
    return (True, months) if 0 <= months <= OLDEST_MONTHS else (False, None)
