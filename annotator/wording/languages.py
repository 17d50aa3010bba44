"""The languages of everything that is worded, without the window: `speak("de")` in a program that has no Qt.

The texts are the window's own translations, read as data from the file that Qt Linguist keeps them in: one text, one
translation. Nothing of the window is imported.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Final

from annotator.wording.translate import CONTEXT, set_translator

LANGUAGES: Final = ("en", "de")
_FOLDER: Final = Path(__file__).parents[1] / "ui" / "translations"


def speak(code: str) -> None:
    """Words everything in that language from now on. Raises KeyError for a language that there is none of."""
    if code not in LANGUAGES:
        raise KeyError(code)
    if code == "en":
        set_translator()
        return
    texts = _texts(code)
    set_translator(lambda text: texts.get(text, text), _with_comma, code)


def _texts(code: str) -> dict[str, str]:
    """Every template with its translation."""
    found: dict[str, str] = {}
    for context in ET.parse(_FOLDER / f"annotator_{code}.ts").getroot().iter("context"):
        if context.findtext("name") != CONTEXT:
            continue
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.text and not translation.get("type"):
                found[message.findtext("source", "")] = translation.text
    return found


def _with_comma(value: float, decimals: int) -> str:
    text = f"{value:.{decimals}f}"
    return (text.removeprefix("-") if float(text) == 0 else text).replace(".", ",")
