"""Runs the program as a person would: a process of its own, its output captured."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent


@dataclass(frozen=True)
class Ran:
    """How a run ended; `out` and `err` are its lines."""

    status: int
    out: list[str]
    err: list[str]


def command(*arguments: str | Path) -> list[str]:
    """The command line that runs the program from the checkout, with warnings as errors."""
    return [sys.executable, "-W", "error", "-m", "annotator", *map(str, arguments)]


def environment(**changes: str) -> dict[str, str]:
    """The environment of a run: the checkout's own package, no screen."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **changes}


def run(*arguments: str | Path, folder: Path | None = None, **changes: str) -> Ran:
    """Runs `annotator ARGUMENTS` to its end."""
    ended = subprocess.run(
        command(*arguments),
        cwd=folder,
        env=environment(**changes),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    return Ran(ended.returncode, ended.stdout.splitlines(), ended.stderr.splitlines())
