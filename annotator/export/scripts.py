"""People's own words in a PDF: right-to-left text in the order it is read in, and signs that the letters lack by name.

A PDF holds glyphs where they stand and knows nothing of directions, so every line is put in order before it is drawn
(Unicode's bidirectional algorithm, by python-bidi), Arabic letters in the forms that join (by arabic-reshaper).
"""

from __future__ import annotations

import unicodedata
from typing import Any, Final

from arabic_reshaper import reshape
from bidi import get_display
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable, Paragraph

_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN"})
# Parts of an emoji that stand for nothing by themselves: joiners, variation selectors, skin tones.
_JOINING: Final = frozenset({"Cf", "Mn", "Sk"})
_BETWEEN: Final = frozenset("\u200d\ufe0e\ufe0f")


def lacking(text: str, font: str) -> bool:
    """Whether the font has no glyph for some sign of the text."""
    known = pdfmetrics.getFont(font).face.charToGlyph
    return any(ord(char) not in known for char in text)


def with_names(text: str, font: str) -> str:
    """The text with each sign that the font lacks by its Unicode name in brackets: "[baby]", "[U+738B]"."""
    known = pdfmetrics.getFont(font).face.charToGlyph
    return "".join(char if ord(char) in known and char not in _BETWEEN else _name(char) for char in text)


def _name(char: str) -> str:
    if unicodedata.category(char) in _JOINING:
        return ""
    name = unicodedata.name(char, "")
    # The names of ideographs and of private signs say no more than their number.
    told = name and not name.startswith(("CJK", "HANGUL", "EGYPTIAN")) and len(name) <= 40
    return f"[{name.lower()}]" if told else f"[U+{ord(char):04X}]"


def right_to_left(text: str) -> bool:
    """Whether some of the text is read from right to left."""
    return any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text)


def in_order(line: str) -> str:
    """One line, its letters joined already, as it is drawn from left to right, the paragraph's own direction."""
    return str(get_display(line, base_dir="L"))


class MixedParagraph(Flowable):  # type: ignore[misc]
    """A paragraph with right-to-left text: broken into lines first, then each line put in order."""

    def __init__(self, text: str, style: Any) -> None:
        super().__init__()
        self._text = reshape(text)
        self.style = style
        self.spaceAfter = style.spaceAfter
        self._inner: Any = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """(width, height) that it takes."""
        rows = simpleSplit(self._text, self.style.fontName, self.style.fontSize, width)
        marked = "<br/>".join(_escaped(in_order(row)) for row in rows)
        self._inner = Paragraph(marked, self.style)
        # A hair wider, so that a line that just fits is not broken once more.
        size: tuple[float, float] = self._inner.wrap(width + 0.5, height)
        return size

    def split(self, width: float, height: float) -> list[Any]:
        """Its parts before and after a page's end."""
        self.wrap(width, height)
        parts: list[Any] = self._inner.split(width + 0.5, height)
        return parts

    def draw(self) -> None:
        """Draws what was wrapped."""
        self._inner.drawOn(self.canv, 0, 0)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
