"""Short texts of the rooms below the window (an error's cause, a step's name): English here, translatable there."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Mapping
from typing import Any

_DECIMALS = re.compile(r"\.(\d)f")


class Phrase(str):
    """An English text that knows the template and the values it was made from, so that it can be said in another language.

    It is the English text itself: whoever prints, compares or logs it needs nothing else. Pickles whole.
    """

    template: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, values: Mapping[str, Any] | None = None) -> Phrase:  # noqa: D102
        text = super().__new__(cls, template if values is None else template.format(**values))
        text.template, text.values = template, dict(values or {})
        return text

    def filled(self, **values: Any) -> Phrase:
        """The phrase with a value for each named placeholder: text, a number, another phrase, or what has a text."""
        kept = (str, int, float)
        return Phrase(self.template, {name: v if isinstance(v, kept) else str(v) for name, v in values.items()})

    def said(self, translate: Callable[[str], str], number: Callable[[float, int], str]) -> str:
        """The text in another language: its template looked up, numbers with decimals ("{at_s:.2f}") written by `number`."""
        return _Filler(translate, number).vformat(translate(self.template), (), self.values)

    def __reduce__(self) -> tuple[type[Phrase], tuple[str, Mapping[str, Any] | None]]:
        return Phrase, (self.template, dict(self.values) or None)


def phrase(context: str, template: str) -> Phrase:
    """Marks a template for translation: `phrase("Wording", "it cannot be read ({reason})").filled(reason=...)`.

    Both arguments must be plain texts, and `context` always "Wording": Qt's lupdate reads them from the source.
    """
    return Phrase(template)


class _Filler(string.Formatter):
    def __init__(self, translate: Callable[[str], str], number: Callable[[float, int], str]) -> None:
        self._translate, self._number = translate, number

    def format_field(self, value: Any, spec: str) -> str:
        decimals = _DECIMALS.fullmatch(spec)
        if isinstance(value, Phrase):
            return value.said(self._translate, self._number)
        if decimals is not None:
            return self._number(float(value), int(decimals[1]))
        return str(super().format_field(value, spec))
