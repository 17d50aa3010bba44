"""Text from people made inert for each kind of file, clock times, and file names that every system takes."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta
from typing import Final

# Overrides and isolates that reorder what is read ("Trojan source"); they carry no letter of any language.
_REORDERING: Final = frozenset(map(chr, (0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_RESERVED_NAMES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)


def line(text: object, longest: int | None = None) -> str:
    """One line of plain text: control characters, reordering marks and line breaks become spaces.

    What is left is legal in XML 1.0 and cannot end a line, a cue or a cell. `longest` cuts with "…".
    """
    kept = "".join(_plain(c) for c in str(text))
    kept = " ".join(kept.split())
    if longest is not None and len(kept) > longest:
        kept = kept[: longest - 1].rstrip() + "…"
    return kept


def _plain(char: str) -> str:
    if char in _REORDERING:
        return ""
    category = unicodedata.category(char)
    if category in ("Cc", "Zl", "Zp", "Cs") or (category == "Cn" and ord(char) & 0xFFFE == 0xFFFE):
        return " "
    return char


def cell(value: object) -> str:
    """A value for a CSV or TSV cell. Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP,
    "CSV injection"); numbers are written with a dot and no exponent; None is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return number(value)
    text = line(value)
    return "'" + text if text[:1] in ("=", "+", "-", "@", "|", "%") else text


def number(value: float, decimals: int = 6) -> str:
    """A decimal with a dot, no exponent and no needless zeros."""
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text


def file_name(text: str, fallback: str, longest: int = 60) -> str:
    """A part of a file name that Windows, macOS and Linux take: letters, digits, "-" and "_", at most `longest`."""
    plain = unicodedata.normalize("NFC", line(text))
    plain = "".join(c if (c.isalnum() or c in "-_") else "-" for c in plain)
    plain = re.sub("-{2,}", "-", plain).strip("-_")[:longest].strip("-_")
    while len(plain.encode("utf-8")) > 2 * longest:
        plain = plain[:-1]
    return fallback if not plain or plain.lower() in _RESERVED_NAMES else plain


def video_time(seconds: float, decimals: int = 3) -> str:
    """A time of the video as h:mm:ss.mmm, rounded half up at the last place shown."""
    scale = 10**decimals
    ticks = int(max(seconds, 0.0) * scale + 0.5)
    whole, part = divmod(ticks, scale)
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    fraction = f".{part:0{decimals}d}" if decimals else ""
    return f"{hours}:{minutes:02d}:{secs:02d}{fraction}"


def wall_time(clock_start: str, seconds: float, decimals: int = 0) -> str:
    """The time of day that many seconds after `clock_start` ("22:15" or "22:15:30"), "" where that is not known."""
    found = re.fullmatch(r"\s*(\d{1,2}):(\d{2})(?::(\d{2}))?\s*", clock_start)
    if not found:
        return ""
    hours, minutes, secs = int(found[1]), int(found[2]), int(found[3] or 0)
    if hours > 23 or minutes > 59 or secs > 59:
        return ""
    moment = datetime(2000, 1, 1, hours, minutes, secs) + timedelta(seconds=round(seconds, decimals))
    text = moment.strftime("%H:%M:%S")
    return f"{text}.{moment.microsecond // 1000:03d}" if decimals else text


def length(seconds: float) -> str:
    """A length of time for a reader: "0.4 s", "12 s", "3 min 05 s", "1 h 02 min"."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    whole = int(seconds + 0.5)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"
