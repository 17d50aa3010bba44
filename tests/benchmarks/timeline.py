"""How long the timeline takes to paint: `python -m tests.benchmarks.timeline` prints one table.

Eight hours, 10,000 movements, six traces at 30 Hz, on a 1280 and a 1920 pixels wide view. "From nothing" paints the whole
picture with nothing kept, as after opening or resizing; "a zoom step" paints it at a zoom not seen before; "a pan step"
is a twentieth of the view, as a wheel's click or a drag pans; a playhead step is what playing costs. Other work on the
machine only adds: of several repeats the quietest is told.
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

ROUNDS, REPEATS = 30, 4
Times = tuple[float, float, float]


def timed(work: Callable[[int], None], rounds: int = ROUNDS, before: Callable[[], None] = lambda: None) -> Times:
    """Median and 95th percentile of the wall time and median of the processor time of one round, ms, of the repeat with
    the lowest median. `before` each round is not counted."""
    number, found = 0, []
    work(number)
    for _ in range(REPEATS):
        wall, processor = [], []
        for _ in range(rounds):
            number += 1
            before()
            began, used = time.perf_counter(), time.process_time()
            work(number)
            wall.append(1000 * (time.perf_counter() - began))
            processor.append(1000 * (time.process_time() - used))
        found.append((float(np.median(wall)), float(np.quantile(wall, 0.95)), float(np.median(processor))))
    return min(found)


def measure(session: Session, traces: Traces, width: int, height: int) -> list[tuple[str, Times]]:
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

    def paint(_number: int = 0) -> None:
        view.render(canvas, QPoint(0, 0))

    def zooming(number: int) -> None:
        # In and out again between the whole night and a few seconds, never twice at one zoom.
        closer = 1.15 ** (30 - abs(number % 60 - 30) + 0.001 * number)
        view.set_viewport(whole.zoomed(closer**2, 0.4 * whole.duration_s))
        paint()

    def panning(span_s: float) -> Callable[[int], None]:
        def work(number: int) -> None:
            view.set_viewport(whole.showing(3600.0 + 0.05 * span_s * number, span_s))
            paint()

        return work

    def playing(number: int) -> None:
        clock.seek(3600.0 + number)
        paint()

    def selecting(number: int) -> None:
        document.select_movement(number + 1)
        paint()

    rows = []
    spans = (("whole night", whole.span_s), ("1 h", 3600.0), ("5 min", 300.0), ("10 s", 10.0))
    for name, span_s in spans:
        view.set_viewport(whole.showing(3600.0, span_s))
        rows.append((f"{name}, from nothing", timed(paint, before=view.forget_picture)))
    rows.append(("a zoom step", timed(zooming, 60)))
    rows += [(f"{name}, a pan step", timed(panning(span_s))) for name, span_s in spans[1:]]
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

    sorting = timed(sort, 5)
    print(f"{'sorting 10,000 movements':32s} {sorting[0]:10.1f} {sorting[1]:10.1f} {sorting[2]:10.1f}")
    print(f"{'made-up traces and pyramids':32s} {made_ms:10.1f}")
    del application


if __name__ == "__main__":
    main()
