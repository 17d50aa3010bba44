"""Nothing opens a network connection: not a line of the program imports what could, and a whole analysis makes no call."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from tests.imports import imports, sources
from tests.offline import KILLED, run_offline

REACHES_OUT: Final = frozenset(
    {"aiohttp", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket", "socketserver", "ssl"}
    | {"telnetlib", "urllib3", "webbrowser", "xmlrpc"}
)
REACHES_OUT_WITHIN: Final = ("urllib.request", "PySide6.QtNetwork", "PySide6.QtWebEngine", "PySide6.QtWebSockets")


def test_no_module_imports_what_could_reach_out(root: Path) -> None:
    found = [
        one
        for one in imports(sources(root / "annotator"))
        if one.imported.partition(".")[0] in REACHES_OUT or one.imported.startswith(REACHES_OUT_WITHIN)
    ]
    assert found == []


def test_the_guard_sees_a_connection() -> None:
    script = "import socket; socket.create_connection(('192.0.2.1', 80), 1)"
    assert run_offline(["-c", script]).returncode in (KILLED, 1)


def test_a_whole_analysis_runs_with_the_network_refused(sample_clips: Path, tmp_path: Path) -> None:
    clip = sample_clips / "startle_and_cry.mp4"
    ran = run_offline(["-m", "annotator", "analyze", str(clip), "-o", str(tmp_path), "--json"], timeout_s=280)
    assert (ran.returncode, ran.stderr) == (0, "")
    told = json.loads(ran.stdout)
    assert told["status"] == "done"
    assert told["movements"] == 2
