"""How long the timeline takes to paint: `python -m tests.benchmarks.timeline` prints one table.

Eight hours, 10,000 movements, six traces at 30 Hz, on a 1280 and a 1920 pixels wide view. A full repaint is what
zooming and panning cost a frame; a playhead step is what playing costs.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from annotator.session.model import Session
from annotator.ui.appearance import Appearance
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document
from annotator.ui.theme import LIGHT
from annotator.ui.timeline.scene import build_scene
from annotator.ui.timeline.timeline import TimelineWidget
from annotator.ui.timeline.traces import Traces
from tests.ui.timeline import nights

ROUNDS = 40


def timed(work: Callable[[int], None], rounds: int = ROUNDS) -> tuple[float, float, float]:
    """Median, 95th percentile of the wall time and median of the processor time of one round, ms."""
    work(0)
    wall, processor = [], []
    for number in range(1, rounds + 1):
        began, used = time.perf_counter(), time.process_time()
        work(number)
        wall.append(1000 * (time.perf_counter() - began))
        processor.append(1000 * (time.process_time() - used))
    return float(np.median(wall)), float(np.quantile(wall, 0.95)), float(np.median(processor))


def measure(session: Session, traces: Traces, width: int, height: int) -> list[tuple[str, tuple[float, float, float]]]:
    """The rows for one size."""
    document, clock = Document(), PlaybackClock()
    widget = TimelineWidget(document, clock, Appearance(LIGHT))
    widget.set_simple(False)
    clock.set_times(None, session.video.duration_s)
    document.open_session(session, None, None)
    widget.set_traces(traces)
    widget.resize(width, height)
    view = widget.view
    widget.show()
    QApplication.processEvents()
    canvas = QImage(view.width(), view.height(), QImage.Format.Format_RGB32)
    whole = view.viewport

    def paint() -> None:
        view.render(canvas, QPoint(0, 0))

    def zooming(number: int) -> None:
        view.set_viewport(whole.zoomed(1.15**number, 0.4 * whole.duration_s))
        paint()

    def panning(span_s: float) -> Callable[[int], None]:
        def work(number: int) -> None:
            view.set_viewport(whole.showing(3600.0 + 0.05 * span_s * number, span_s))
            paint()

        return work

    def all_night(number: int) -> None:
        view.set_viewport(whole.showing(0.001 * number, whole.span_s - 1))
        paint()

    def playing(number: int) -> None:
        clock.seek(3600.0 + number)
        paint()

    def selecting(number: int) -> None:
        document.select_movement(number + 1)
        paint()

    rows = [
        ("whole night, full repaint", timed(all_night)),
        ("zoom in, full repaint", timed(zooming)),
        ("pan over 1 h, full repaint", timed(panning(3600.0))),
        ("pan over 5 min, full repaint", timed(panning(300.0))),
        ("pan over 10 s, full repaint", timed(panning(10.0))),
    ]
    view.set_viewport(whole)
    rows += [("playhead step", timed(playing)), ("selection step", timed(selecting))]
    widget.close()
    widget.deleteLater()
    QApplication.processEvents()
    return rows


def main() -> None:
    """Prints the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(sys.argv)
    session = nights.night()
    began = time.perf_counter()
    traces = nights.traces_of(session)
    made_ms = 1000 * (time.perf_counter() - began)
    print(f"{'':32s} {'median ms':>10s} {'p95 ms':>10s} {'cpu ms':>10s}")
    for width, height in ((1280, 430), (1920, 520)):
        print(f"{width} x {height}")
        for name, (median, p95, processor) in measure(session, traces, width, height):
            print(f"  {name:30s} {median:10.1f} {p95:10.1f} {processor:10.1f}")

    def sort(_number: int) -> None:
        build_scene(session)

    sorting = timed(sort, 10)
    print(f"{'sorting 10,000 movements':32s} {sorting[0]:10.1f} {sorting[1]:10.1f} {sorting[2]:10.1f}")
    print(f"{'made-up traces and pyramids':32s} {made_ms:10.1f}")
    del application


if __name__ == "__main__":
    main()
