"""A packet's page in headless Chromium, opened as a file, with the network off."""

from __future__ import annotations

import json
import queue
import shutil
import subprocess
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or "chromium"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
    "--hide-scrollbars",
    # Every name leads nowhere.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

# The page itself has no script, so a page around it looks at it, plays its videos and tells this process.
PROBE = """
<!doctype html><meta charset="utf-8"><body><iframe id="page" src="PAGE" width="1000" height="900"></iframe>
<script>
const frame = document.getElementById("page");
const pause = milliseconds => new Promise(ready => setTimeout(ready, milliseconds));
frame.onload = async () => {
  const page = frame.contentDocument, result = {videos: [], scripts: page.scripts.length};
  result.text = page.body.innerText;
  result.alive = page.defaultView.hurt === undefined;
  for (const video of page.querySelectorAll("video")) {
    video.muted = true;
    const one = {source: video.querySelector("source").getAttribute("src")};
    video.play().catch(problem => { one.problem = String(problem); });
    for (let turn = 0; turn < 200 && !(video.currentTime > 0); turn++) await pause(50);
    one.played = video.currentTime > 0;
    one.width = video.videoWidth;
    one.cues = video.textTracks.length ? (video.textTracks[0].cues || []).length : null;
    video.pause();
    result.videos.push(one);
  }
  fetch("http://127.0.0.1:PORT/", {method: "POST", mode: "no-cors", body: JSON.stringify(result)});
};
</script>
"""


class _Ear(BaseHTTPRequestHandler):
    """Hears what the probe tells, and whatever else asks for anything."""

    told: queue.Queue[str]

    def do_POST(self) -> None:
        self.told.put(self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8"))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        return


def look(page: Path, seconds: int = 120) -> tuple[dict[str, Any], str]:
    """(what the page holds and whether its videos play, the browser's console) of a page opened from its file."""
    told: queue.Queue[str] = queue.Queue()
    server = HTTPServer(("127.0.0.1", 0), type("Ear", (_Ear,), {"told": told}))
    listening = threading.Thread(target=server.serve_forever)
    listening.start()
    probe = page.with_name("probe.html")
    probe.write_text(PROBE.replace("PAGE", page.name).replace("PORT", str(server.server_port)), encoding="utf-8")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, tempfile.TemporaryFile("w+") as console:
        # The debugging port, which nobody uses, keeps the browser open until it has told.
        command = [CHROMIUM, *FLAGS, "--allow-file-access-from-files", f"--user-data-dir={folder}"]
        command += ["--enable-logging=stderr", "--remote-debugging-port=0", probe.as_uri()]
        browser = subprocess.Popen(command, stderr=console, stdout=subprocess.DEVNULL)
        try:
            result = json.loads(told.get(timeout=seconds))
        finally:
            browser.terminate()
            browser.wait(20)
            server.shutdown()
            listening.join()
            server.server_close()
            probe.unlink()
        console.seek(0)
        return result, console.read()


def screenshot(page: Path, picture: Path) -> str:
    """A picture of the page as opened on its own; returns the browser's console."""
    with tempfile.TemporaryDirectory() as folder:
        command = [CHROMIUM, *FLAGS, f"--user-data-dir={folder}", "--window-size=1040,2000", "--enable-logging=stderr"]
        ran = subprocess.run(
            [*command, f"--screenshot={picture}", page.as_uri()], capture_output=True, text=True, timeout=90, check=True
        )
    return ran.stderr
