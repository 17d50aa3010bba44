"""Drives the real window on a real display by real keys and mouse, in a process of its own.

`python -m tests.e2e.drive_window CLIP REPORT`: first analyses a second of film in this very process, so that cv2 and
MediaPipe are loaded before Qt is; then opens the window on CLIP and works through what a person does. REPORT is written
at the end, as JSON.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from annotator import pipeline
from annotator.job import Job
from annotator.session import file
from annotator.session.model import Session
from annotator.settings import AnalysisSettings
from annotator.ui import app
from annotator.ui.dialogs.preferences import ReviewerDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.welcome import _RecentButton
from tests.clips import even, write
from tests.e2e.x11 import Hands

LONGEST_S = 240.0
Step = Iterator[Callable[[], bool]]


class Driver(QObject):
    """Runs the steps between Qt's events: a step yields a condition and goes on once it holds."""

    def __init__(self, clip: Path, report: Path) -> None:
        super().__init__()
        self._clip, self._report = clip, report
        self._hands = Hands(os.environ["DISPLAY"])
        self._facts: dict[str, Any] = {"messages": []}
        self._steps = self._story()
        self._waiting: Callable[[], bool] = self._window_is_there
        self._since = time.monotonic()
        self._timer = QTimer(self, interval=20)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def hear(self, text: str) -> None:
        """Notes what Qt complains about."""
        self._facts["messages"].append(text)

    @property
    def window(self) -> MainWindow:
        return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))

    def _window_is_there(self) -> bool:
        return any(isinstance(w, MainWindow) and w.isVisible() for w in QApplication.topLevelWidgets())

    def _story(self) -> Step:
        window = self.window
        document, clock = window.document, window.clock
        self._facts["platform"] = QApplication.platformName()
        self._facts["cv2_before_window"] = "cv2" in sys.modules
        self._hands.focus(int(window.winId()))
        yield lambda: window.isActiveWindow() and document.video == self._clip and clock.times is not None

        started = time.monotonic()
        self._click(window.analysis_panel.start_button)
        yield lambda: window.analysis.running
        yield lambda: document.editable
        self._facts["analysis_s"] = time.monotonic() - started
        self._facts["session"] = str(document.path)
        analysed = document.session
        assert analysed is not None
        self._facts["movements"] = len(analysed.movements)

        strip = window.timeline.strip
        self._hands.drag([self._place(strip, x) for x in (0.2, 0.35, 0.5, 0.6)])
        yield lambda: clock.position_s > clock.duration_s * 0.4
        self._facts["scrubbed_to_s"] = clock.position_s

        self._hands.press("F2")
        yield lambda: window.preferences.clinician
        self._hands.press("Home")
        yield lambda: clock.position_s == 0.0
        self._hands.press("n")
        yield lambda: document.selection.movement is not None
        chosen = document.selection.movement
        self._hands.press("a")
        yield lambda: isinstance(QApplication.activeModalWidget(), ReviewerDialog)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        self._hands.focus(int(dialog.winId()))
        yield lambda: dialog.isActiveWindow()
        self._hands.type("Ames")
        self._hands.press("Return")
        yield lambda: self._verdict(chosen) == "accepted"
        self._hands.focus(int(window.winId()))
        yield window.isActiveWindow
        self._hands.press("Control_L", "z")
        yield lambda: self._verdict(chosen) is None
        assert document.session == analysed
        self._hands.press("Control_L", "Shift_L", "z")
        yield lambda: self._verdict(chosen) == "accepted"
        self._hands.press("Control_L", "s")
        yield lambda: not document.dirty
        saved = document.session
        self._facts["saved_equals_shown"] = saved == file.load(str(document.path))

        self._hands.press("Control_L", "w")
        yield lambda: document.video is None
        button = next(b for b in window.findChildren(_RecentButton) if b.isVisible() and self._clip.name in b.toolTip())
        self._click(button)
        yield lambda: document.editable
        self._facts["reopened_equals_saved"] = document.session == saved
        self._facts["reviewer"] = self._reviewer(document.session, chosen)
        self._facts["done"] = True
        self._hands.press("Control_L", "q")
        yield lambda: False

    def _verdict(self, movement_id: int | None) -> str | None:
        movement = self.window.document.movement(movement_id)
        return movement.review.verdict if movement is not None and movement.review is not None else None

    @staticmethod
    def _reviewer(session: Session | None, movement_id: int | None) -> str:
        movements = session.movements if session is not None else ()
        found = next(m for m in movements if m.id == movement_id)
        return found.review.reviewer if found.review is not None else ""

    def _place(self, widget: QWidget, across: float) -> tuple[int, int]:
        at = widget.mapToGlobal(QPoint(round(widget.width() * across), widget.height() // 2))
        return at.x(), at.y()

    def _click(self, widget: QWidget) -> None:
        self._hands.click(*self._place(widget, 0.5))

    def _tick(self) -> None:
        try:
            if not self._waiting():
                if time.monotonic() - self._since > LONGEST_S:
                    raise TimeoutError(f"waited too long at line {self._steps.gi_frame.f_lineno}")  # type: ignore[attr-defined]
                return
            self._waiting = next(self._steps)
            self._since = time.monotonic()
        except StopIteration:
            self._finish()
        except Exception:  # noqa: BLE001 - whatever went wrong is told to the test
            self._facts["error"] = traceback.format_exc()
            self._facts["picture"] = str(self._report.with_suffix(".png"))
            self.window.grab().save(str(self._report.with_suffix(".png")))
            self._finish()
            self.window.document.undo_stack.setClean()
            self.window.close()

    def _finish(self) -> None:
        self._timer.stop()
        self.write()

    def write(self) -> None:
        """Writes what was found."""
        self._report.write_text(json.dumps(self._facts, indent=1))


def main(clip: Path, report: Path) -> int:
    """Returns the window's exit status."""
    pipeline.analyze(write(clip.with_name("before.mp4"), even(30)), AnalysisSettings(), Job())
    application = app.create_application()
    driver = Driver(clip, report)
    qInstallMessageHandler(lambda _kind, _context, text: driver.hear(text or ""))
    status = app.run([clip])
    driver.write()
    qInstallMessageHandler(None)
    del application
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
