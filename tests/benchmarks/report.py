"""Tables in Markdown, and figures beside their goals."""

from __future__ import annotations

import importlib.metadata
import math
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

_LIBRARIES = ("mediapipe", "av", "opencv-contrib-python", "numpy", "scipy")


@dataclass(frozen=True)
class Goal:
    """A figure and the bound that it should keep. `places` are its decimals."""

    what: str
    figure: float
    side: Literal["≤", "≥"]
    bound: float
    unit: str = ""
    places: int = 2

    @property
    def verdict(self) -> str:
        if math.isnan(self.figure):
            return "nothing to measure"
        kept = self.figure <= self.bound if self.side == "≤" else self.figure >= self.bound
        return "reached" if kept else "**missed**"

    @property
    def row(self) -> tuple[str, str, str, str]:
        unit = f" {self.unit}" if self.unit else ""
        figure = number(self.figure, self.places) + ("" if math.isnan(self.figure) else unit)
        return self.what, figure, f"{self.side} {self.bound:g}{unit}" if self.bound else "0", self.verdict


def number(figure: float, places: int = 2) -> str:
    """The figure for a table; "–" where there is none."""
    return "–" if math.isnan(figure) else f"{figure:.{places}f}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, its columns padded so that it reads on a terminal too; the first column is left-aligned."""
    lines = [tuple(head), *(tuple(row) for row in rows)]
    widths = [max(3, *(len(line[n]) for line in lines)) for n in range(len(head))]
    made = []
    for at, line in enumerate(lines):
        cells = [
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        made.append(f"| {' | '.join(cells)} |")
        if at == 0:
            rule = ["-" * width if n == 0 else "-" * (width - 1) + ":" for n, width in enumerate(widths)]
            made.append(f"| {' | '.join(rule)} |")
    return "\n".join(made)


def machine() -> str:
    """The machine's size and the versions that count, in one line."""
    parts = [f"{os.cpu_count()} cores ({platform.machine()})", f"{_memory_gb():.0f} GB", platform.system()]
    parts.append(f"Python {platform.python_version()}")
    parts += [f"{name} {importlib.metadata.version(name)}" for name in _LIBRARIES]
    return ", ".join(parts)


def load() -> float:
    """How many other pieces of work the machine was busy with in the last minute; NaN where the system does not tell."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")


def _memory_gb() -> float:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    except (AttributeError, ValueError, OSError):
        return float("nan")
