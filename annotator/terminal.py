"""Printing that no file name, encoding or closed pipe can break."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress

from annotator.errors import one_line


class Terminal:
    """Result lines on standard output, failures on standard error. Once a reader has gone, the rest is not printed."""

    def __init__(self) -> None:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")

    def say(self, line: str) -> None:
        """One line of result. Control characters, as a hostile file name may hold, become blanks."""
        if sys.stdout is None:
            return
        try:
            print("".join(c if c.isprintable() else " " for c in line), flush=True)
        except (BrokenPipeError, ValueError):
            self._forget_output()

    def fail(self, line: str) -> None:
        """One line that says what went wrong."""
        with suppress(OSError, ValueError, AttributeError):
            print(one_line(line), file=sys.stderr, flush=True)

    def close(self) -> None:
        """Writes out what is left; a reader that has gone is no failure."""
        if sys.stdout is None:
            return
        try:
            sys.stdout.flush()
        except (BrokenPipeError, ValueError):
            self._forget_output()

    def _forget_output(self) -> None:
        """Points standard output at nothing, so that Python's own flush at the end stays quiet."""
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)
