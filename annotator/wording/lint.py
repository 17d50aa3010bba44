"""The words that no sentence about a baby may hold, in the languages that the program speaks."""

from __future__ import annotations

import re
from typing import Final

# A result read as a diagnosis, as reassurance or as an order to worry does harm, so none of these is ever written.
_ENGLISH: Final = (
    r"(?:ab)?normal(?:ly|ity|ities)?",
    r"no abnormal activity",
    r"benign(?:ly)?",
    r"concerning",
    r"seizures?",
    r"epilep\w*",
    r"spasms?|spasmodic",
    r"convuls\w*",
    r"risk(?:s|y)?",
    r"probab\w*",
    r"likelihood",
    r"monitor(?:s|ed|ing)?",
    r"alarm(?:s|ing)?",
    r"alert(?:s|ed|ing)?",
    r"warnings?",
    r"episodes?",
    r"patholog\w*",
    r"symptoms?",
    r"healthy",
    r"harmless",
    r"dangerous",
    r"suspicious",
    r"all clear",
    r"diagnos\w*",
)
_GERMAN: Final = (
    r"(?:ab|a)normale?[mnrs]?",
    r"normale[mnrs]?",
    r"(?:un)?auffällig\w*",
    r"gutartig\w*",
    r"bedenklich\w*",
    r"unbedenklich\w*",
    r"(?:krampf|epilepsie)?anf(?:all|älle)\w*",
    r"krampf\w*|krämpf\w*",
    r"spasm(?:us|en)",
    r"risik\w*",
    r"wahrscheinlich\w*",
    r"überwach\w*",
    r"warnung\w*",
    r"episoden?",
    r"krankhaft\w*",
    r"gesunde?[mnrs]?",
    r"harmlose?[mnrs]?",
    r"gefährlich\w*",
    r"verdächtig\w*",
)
_FORBIDDEN: Final = re.compile(r"\b(?:" + "|".join((*_ENGLISH, *_GERMAN)) + r")\b", re.IGNORECASE)
_ALLOWED: Final = re.compile(r"\b(?:not a diagnosis|keine diagnose)\b", re.IGNORECASE)


def forbidden_words(text: str) -> list[str]:
    """The forbidden words in `text`, in small letters, in order. "Not a diagnosis" is allowed, no other diagnosis is.

    For texts that this program writes; what people wrote themselves (notes, names, file names) is theirs.
    """
    return [match.group().lower() for match in _FORBIDDEN.finditer(_ALLOWED.sub(" ", text))]
