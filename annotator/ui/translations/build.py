"""Brings the translations up to date with the sources: `python annotator/ui/translations/build.py`.

Qt Linguist's lupdate collects every text into the `.ts` files (English holds only the plural forms), lrelease writes the
`.qm` files that the window loads. Translate in the `.ts` files, with Qt Linguist or any editor, and run this again.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import PySide6

FOLDER: Final = Path(__file__).parent
ROOT: Final = FOLDER.parents[2]
# Besides Qt's own words for it: what marks a text of the rooms below the window.
MARKER: Final = "translate+=phrase"
TOOLS: Final = Path(PySide6.__file__).parent


def sources(root: Path = ROOT) -> list[str]:
    """Every file with texts, by its name in the project, in a stable order."""
    return sorted(path.relative_to(root).as_posix() for path in (root / "annotator").rglob("*.py"))


def update(target: Path, code: str, extra: Sequence[str] = ()) -> None:
    """Collects the texts into a `.ts` file, keeping what is translated in it."""
    tool("lupdate", *sources(), *extra, "-locations", "none", "-no-obsolete", "-source-language", "en",
         "-target-language", code, "-tr-function-alias", MARKER, "-ts", str(target))  # fmt: skip


def release(source: Path, target: Path) -> None:
    """Writes the `.qm` file of a `.ts` file."""
    tool("lrelease", str(source), "-qm", str(target))


def tool(name: str, *arguments: str) -> None:
    """Runs one of Qt Linguist's tools that come with PySide6."""
    found = next(path for path in (TOOLS / name, TOOLS / f"{name}.exe") if path.exists())
    subprocess.run([str(found), *arguments], cwd=ROOT, check=True, capture_output=True)


if __name__ == "__main__":
    for language, options in (("de", ()), ("en", ("-pluralonly",))):
        file = FOLDER / f"annotator_{language}.ts"
        update(file, language, options)
        release(file, file.with_suffix(".qm"))
