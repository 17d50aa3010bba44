"""The errors that reach a person: each says, in one line, which file, what is wrong and what to do next."""

from __future__ import annotations

from pathlib import Path

from annotator.phrase import Phrase


class AnnotatorError(Exception):
    """A failure with a one-line message, in English, that a parent can act on.

    `subject` is the file or folder concerned, `cause` what is wrong with it, `remedy` what to do next. Cause and remedy
    are phrases, and so is a subject that is no name: the window says them in the reader's language.
    """

    def __init__(self, subject: str | Path, cause: Phrase, remedy: Phrase) -> None:
        self.subject = subject if isinstance(subject, Phrase) else str(subject)
        self.cause = cause
        self.remedy = remedy
        super().__init__(one_line(f"{self.subject}: {cause}. {remedy}"))

    def __reduce__(self) -> tuple[type[AnnotatorError], tuple[str, Phrase, Phrase]]:
        return type(self), (self.subject, self.cause, self.remedy)


class VideoError(AnnotatorError):
    """The video cannot be read, or holds nothing to analyse."""


class ModelError(AnnotatorError):
    """A pose model is missing, damaged or will not load."""


class SessionError(AnnotatorError):
    """A session file cannot be read, or does not fit its video."""


class OutputError(AnnotatorError):
    """A result cannot be written."""


class Cancelled(Exception):
    """The person asked for the work to stop. Not a failure: nothing is reported."""


def one_line(text: str) -> str:
    """Folds line breaks and control characters, so that a hostile file name cannot break the line or the terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
