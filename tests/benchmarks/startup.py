"""How long the window takes to open: `python -m tests.benchmarks.startup`. Prints a table.

From the start of the process to the end of the window's first paint, on the offscreen platform unless QT_QPA_PLATFORM
says otherwise. The very first start also compiles the program's Python files, as an installation mostly has done already.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

GOAL_S = 1.5
STARTS = 7
ROOT = Path(__file__).resolve().parents[2]
CHILD = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from annotator.ui import app, languages
from annotator.ui.preferences import Preferences

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if watched is window and event.type() == QEvent.Type.Paint:
            application.removeEventFilter(self)
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self):
        print(time.time() - float(sys.argv[1]), time.process_time(), "av" in sys.modules, "mediapipe" in sys.modules)
        window.close()
        application.quit()

application = app.create_application()
preferences = Preferences(QSettings(sys.argv[2], QSettings.Format.IniFormat))
translators = languages.install(application, "en")
window = app.create_window(application, preferences)
first_paint = FirstPaint()
application.installEventFilter(first_paint)
window.show()
application.exec()
"""


def start(folder: Path) -> tuple[float, float]:
    """Wall and processor seconds of one start, with compiled files kept in `folder`."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONPATH": str(ROOT)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-c", CHILD, repr(time.time()), str(folder / "settings.ini")]
    said = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=True).stdout
    wall_s, processor_s, decoder, detector = said.split()
    if "True" in (decoder, detector):
        raise SystemExit("PyAV or MediaPipe was imported before the window was on screen")
    return float(wall_s), float(processor_s)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = start(folder)
        later = np.array([start(folder) for _ in range(STARTS)])
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; seconds to the end of the first paint")
    print("| start | wall | processor | goal |")
    print("|---|---|---|---|")
    print(f"| the very first, nothing compiled | {first[0]:.2f} | {first[1]:.2f} | |")
    wall, processor = np.median(later, axis=0)
    print(f"| later, median of {STARTS} (longest {later[:, 0].max():.2f}) | {wall:.2f} | {processor:.2f} | {GOAL_S} |")


if __name__ == "__main__":
    main()
