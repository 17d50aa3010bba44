"""Looking a template up in the reader's language, and writing numbers and times as that language does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, Literal

from annotator.phrase import Phrase

Register = Literal["plain", "precise"]
Translator = Callable[[str], str]
NumberFormat = Callable[[float, int], str]

CONTEXT: Final = "Wording"


def _english_number(value: float, decimals: int) -> str:
    text = f"{value:.{decimals}f}"
    return text.removeprefix("-") if float(text) == 0 else text


_translator: Translator | None = None
_number: NumberFormat = _english_number
_language: str = "en"


def set_translator(
    translator: Translator | None = None, number: NumberFormat | None = None, language: str = "en"
) -> None:
    """Sets how templates are translated (`text -> text`), numbers written (`value, decimals -> text`), and the language
    that this is (ISO 639-1).

    Without arguments: English. Both are called from any thread that words something.
    """
    global _translator, _number, _language
    _translator = translator
    _number = number or _english_number
    _language = language


def language() -> str:
    """The reader's language (ISO 639-1)."""
    return _language


def translate(context: str, text: str) -> str:
    """The template in the reader's language. `context` is always "Wording": lupdate reads it from the source.

    A translation that lost or invented a placeholder shows in English instead of failing.
    """
    if _translator is None or context != CONTEXT:
        return text
    translated = _translator(text)
    return translated if translated and _placeholders(translated) == _placeholders(text) else text


def said(text: str) -> str:
    """A phrase of the rooms below (an error's cause, a step's name) in the reader's language; a plain text as it is."""
    return text.said(partial(translate, CONTEXT), number) if isinstance(text, Phrase) else text


def number(value: float, decimals: int = 0) -> str:
    """A number as the reader's language writes it."""
    return _number(value, decimals)


def short_number(value: float) -> str:
    """A number with two decimals at most, and none that are zero."""
    for decimals in (0, 1):
        if abs(value - round(value, decimals)) < 0.5e-3:
            return number(value, decimals)
    return number(value, 2)


def clock(seconds: float, decimals: int = 0) -> str:
    """A time on the video's clock: "1:02", "2:01:02.35". Rounded down, so that it never names a later frame."""
    scale = 10**decimals
    whole, rest = divmod(int(max(seconds, 0.0) * scale + 1e-6), scale)
    minutes, secs = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02d}:{secs:02d}" if hours else f"{minutes}:{secs:02d}"
    return text + number(rest / scale, decimals).removeprefix("0") if decimals else text


def length(seconds: float) -> str:
    """A length of time: "0.4 s", "45 s", "12 min", "7 h 40 min"."""
    if seconds < 9.95:
        return translate("Wording", "{seconds} s").format(seconds=number(seconds, 1))
    if seconds < 99.5:
        return translate("Wording", "{seconds} s").format(seconds=number(seconds))
    minutes = round(seconds / 60)
    if minutes < 100:
        return translate("Wording", "{minutes} min").format(minutes=number(minutes))
    hours, minutes = divmod(minutes, 60)
    return translate("Wording", "{hours} h {minutes} min").format(hours=number(hours), minutes=number(minutes))


def listed(parts: list[str]) -> str:
    """Phrases joined into one: "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    before = translate("Wording", ", ").join(parts[:-1])
    return translate("Wording", "{before} and {last}").format(before=before, last=parts[-1])


def capitalized(text: str) -> str:
    """The text with its first letter large; the rest as it is."""
    return text[:1].upper() + text[1:]


def _placeholders(text: str) -> list[str]:
    return sorted(part.split("}", 1)[0] for part in text.split("{")[1:])
