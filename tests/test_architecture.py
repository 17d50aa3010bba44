"""Holds the package to its plan: imports point one way, pure rooms stay pure, files stay small."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from tests.imports import cycles, imports, reached, sources

ROOT: Final = Path(__file__).parent.parent
MOST_LINES: Final = 400

# From the ground up. A room may import from its own storey and those below.
STOREYS: Final = (
    ("errors", "phrase", "anatomy", "job", "settings", "wording", "inputs"),
    ("pose", "video"),
    ("motion", "movements", "patterns", "session", "signals", "sound"),
    ("pipeline", "export"),
    ("ui", "cli", "batch", "describe", "progress", "tasks", "terminal"),
    ("__main__",),
)
PURE: Final = ("movements", "patterns", "session", "signals")
PURE_MAY_USE: Final = frozenset({"numpy", "scipy", *sys.stdlib_module_names})
HEAVY: Final = frozenset({"av", "cv2", "mediapipe"})
STARTS_FAST: Final = ("annotator.__main__", "annotator.cli", "annotator.ui.app", "annotator.ui.main_window")


def room(module: str) -> str:
    """`annotator.video.times` -> `video`; the package itself, and what is not of it -> ``."""
    return module.split(".")[1] if module.startswith("annotator.") else ""


def faults(modules: Mapping[str, str]) -> list[str]:
    """Every breach of the plan, one line each."""
    level = {name: height for height, storey in enumerate(STOREYS) for name in storey}
    found = imports(modules)
    lines = [f"{name}: its room is on no storey" for name in modules if room(name) and room(name) not in level]
    for one in found:
        here, there = room(one.importer), room(one.imported)
        outside = one.imported.partition(".")[0]
        if outside == "annotator":
            if not here and there:
                lines.append(f"{one.importer} imports {one.imported}: the package itself imports none of its rooms")
            elif level.get(there, -1) > level.get(here, 99):
                lines.append(f"{one.importer} imports {one.imported}: upwards")
            elif "ui" in (here, there) and {here, there} & set(STOREYS[4]) - {"ui"}:
                lines.append(f"{one.importer} imports {one.imported}: window and command line stay apart")
            elif here in PURE and there in ("video", "pose"):
                lines.append(f"{one.importer} imports {one.imported}: the room is pure")
        elif outside == "PySide6" and here != "ui":
            lines.append(f"{one.importer} imports {one.imported}: only the window does")
        elif here in PURE and outside not in PURE_MAY_USE:
            lines.append(f"{one.importer} imports {one.imported}: the room is pure")
    for name in modules:
        if room(name) in PURE or name in STARTS_FAST:
            lines += [f"{name} loads {there} (by {by})" for there, by in reached(name, found).items() if there in HEAVY]
    rooms = [type(one)(room(one.importer), room(one.imported), False) for one in found if room(one.imported)]
    lines += [
        f"room {name} is part of a cycle" for name in cycles([one for one in rooms if one.importer != one.imported])
    ]
    return lines + [f"{name} is part of a cycle" for name in cycles(found)]


def test_the_package_keeps_to_its_plan() -> None:
    modules = sources(ROOT / "annotator")
    assert set(STARTS_FAST) <= set(modules)
    assert faults(modules) == []


def test_files_can_be_read_in_one_sitting() -> None:
    folders = [ROOT / name for name in ("annotator", "tests", "models")]
    long = {
        str(path.relative_to(ROOT)): lines
        for folder in folders
        for path in folder.rglob("*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"annotator.video.a": "from annotator.session import model"}, "upwards"),
        ({"annotator.settings": "import annotator.pose"}, "upwards"),
        ({"annotator.settings": "def f():\n    import annotator.pose"}, "upwards"),
        ({"annotator.pipeline": "from annotator import cli"}, "upwards"),
        ({"annotator.ui.window": "from annotator.cli import main"}, "stay apart"),
        ({"annotator.cli": "from annotator.ui import window"}, "stay apart"),
        ({"annotator.cli": "from PySide6 import QtCore"}, "only the window"),
        ({"annotator.session.model": "import cv2"}, "pure"),
        ({"annotator.session.model": "import numpy\nimport pandas"}, "pure"),
        ({"annotator.patterns.rules": "from annotator.video import a"}, "pure"),
        ({"annotator.movements.find": "from annotator.motion import flow"}, "loads cv2"),
        (
            {"annotator.cli": "from annotator import pipeline", "annotator.pipeline": "from annotator.video import a"},
            "loads av",
        ),
        ({"annotator.session.model": "from . import file"}, "is part of a cycle"),
        ({"annotator.session.model": "from annotator.patterns import rules"}, "room session is part of a cycle"),
        ({"annotator.shed": ""}, "on no storey"),
        ({"annotator": "from annotator import cli"}, "imports none of its rooms"),
    ],
)
def test_a_breach_is_seen(changed: dict[str, str], fault: str) -> None:
    plan = {
        "annotator": "",
        "annotator.settings": "import dataclasses",
        "annotator.video": "",
        "annotator.video.a": "import av",
        "annotator.pose": "",
        "annotator.motion": "",
        "annotator.motion.flow": "import cv2",
        "annotator.movements": "",
        "annotator.movements.find": "if TYPE_CHECKING:\n    from annotator.motion import flow",
        "annotator.patterns": "",
        "annotator.patterns.rules": "from ..session.model import Session",
        "annotator.session": "",
        "annotator.session.model": "import numpy as np",
        "annotator.session.file": "from annotator.session.model import Session",
        "annotator.pipeline": "def run():\n    from annotator.video import a",
        "annotator.cli": "from annotator import pipeline",
        "annotator.ui": "",
        "annotator.ui.window": "from PySide6 import QtCore",
        "annotator.__main__": "from annotator import cli",
    }
    assert faults(plan) == []
    assert any(fault in line for line in faults(plan | changed)), faults(plan | changed)
