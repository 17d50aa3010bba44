"""The whole window under a real X server with the xcb platform, by real key and mouse events."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
CLIP = ROOT / "sample_clips" / "isolated_jerks.mp4"
CHANGES_WITH_THE_RUN = ("created_at",)


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of the test's own. A machine without Xvfb fails here; README.md names the packages."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(20)


@pytest.mark.timeout(600)
def test_a_person_analyses_reviews_saves_and_reopens(display: str, tmp_path: Path) -> None:
    clip = tmp_path / CLIP.name
    shutil.copyfile(CLIP, clip)
    report = tmp_path / "report.json"
    ended = subprocess.run(
        [sys.executable, "-m", "tests.e2e.drive_window", str(clip), str(report)],
        cwd=ROOT,
        env=environment(display, tmp_path),
        capture_output=True,
        text=True,
        timeout=560,
        check=False,
    )
    assert report.exists(), ended.stderr[-4000:]
    facts: dict[str, Any] = json.loads(report.read_text())
    assert facts.get("done"), facts.get("error", ended.stderr[-4000:])
    assert ended.returncode == 0, ended.stderr[-4000:]
    assert facts["platform"] == "xcb"
    assert facts["cv2_before_window"]
    assert facts["movements"] > 0
    assert facts["saved_equals_shown"]
    assert facts["reopened_equals_saved"]
    assert facts["reviewer"] == "Ames"
    assert facts["messages"] == []
    assert unreviewed(Path(facts["session"])) == written_by_the_command_line(clip, tmp_path / "cli")


def written_by_the_command_line(clip: Path, folder: Path) -> dict[str, Any]:
    """What `annotator analyze` writes for the same clip."""
    folder.mkdir()
    copy = folder / clip.name
    shutil.copyfile(clip, copy)
    subprocess.run([sys.executable, "-m", "annotator", "analyze", str(copy)], cwd=ROOT, check=True, capture_output=True)
    return unreviewed(copy.with_name(copy.stem + ".session.json"))


def unreviewed(path: Path) -> dict[str, Any]:
    """The session's content without what a person said and what changes with every run."""
    content: dict[str, Any] = json.loads(path.read_text())
    for name in CHANGES_WITH_THE_RUN:
        content.pop(name, None)
    for item in (*content["movements"], *content["patterns"]):
        item["review"] = None
        item.pop("earlier_reviews", None)
    return content


def environment(display: str, folder: Path) -> dict[str, str]:
    """The person's own settings stay out of it, and X is the only platform."""
    values = {k: v for k, v in os.environ.items() if k not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM_PLUGIN_PATH")}
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        place = folder / name.lower()
        place.mkdir(mode=0o700)
        values[name] = str(place)
    return values | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
