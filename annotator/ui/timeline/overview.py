"""The whole video above the zoomable view, with the part that the view shows as a window to drag."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.appearance import Appearance
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document
from annotator.ui.timeline.paint_summary import SummaryBox, paint_summary
from annotator.ui.timeline.pointer import WHEEL_STEP, ZOOM_A_CLICK
from annotator.ui.timeline.strip import Strip
from annotator.ui.timeline.ticks import time_text
from annotator.ui.timeline.viewport import Viewport

HEIGHT_EM = 2.5
GRIP_PX = 6.0
# The window never gets too small to hold, however short the part that is shown.
SMALLEST_WINDOW_PX = 10.0
Held = Literal["window", "start", "end", "playhead"]


class Overview(Strip):
    """Drag the window to move it, its sides to zoom, beside it to jump there; while all is shown, drag to scrub."""

    viewport_asked = Signal(object)  # Viewport

    def __init__(
        self, document: Document, clock: PlaybackClock, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, clock, appearance, parent)
        self._shown = Viewport.whole(1.0)
        self._held: Held | None = None
        self._grip_s = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Overview of the whole video"))

    def set_viewport(self, viewport: Viewport) -> None:
        """Marks the part that the zoomable view shows."""
        self._shown = viewport
        self.update()

    def window_rect(self) -> QRectF:
        """The window over the part that is shown."""
        left, right = self.whole.x(self._shown.start_s), self.whole.x(self._shown.end_s)
        if right - left < SMALLEST_WINDOW_PX:
            middle = (left + right) / 2
            left, right = middle - SMALLEST_WINDOW_PX / 2, middle + SMALLEST_WINDOW_PX / 2
        return QRectF(left, 1.5, right - left, self.height() - 3)

    def sizeHint(self) -> QSize:
        return QSize(600, round(HEIGHT_EM * self._look.em))

    def lines_at(self, position: QPointF) -> tuple[str, ...]:
        return (time_text(self.whole.seconds_within(position.x())),)

    def paint_still(self, painter: QPainter) -> None:
        height = self.height()
        box = SummaryBox(3.0, 9.0, height - 6.0, max(round(0.32 * height), 5))
        painter.setClipRect(QRectF(self.whole.left_px - 1, 0, self.whole.width_px + 2, height))
        paint_summary(painter, box, self.whole, self._scene, self._look, badges=False)

    def paint_moving(self, painter: QPainter) -> None:
        theme = self._look.theme
        loop = self._clock.loop
        if loop is not None:
            left, right = self.whole.x(loop[0]), self.whole.x(loop[1])
            painter.fillRect(QRectF(left, self.height() - 4, max(right - left, 2), 3), theme.color("accent"))
        if not self._shown.is_whole:
            window = self.window_rect()
            shade = theme.color("window", 0.6)
            start, end = self.whole.left_px, self.whole.right_px
            painter.fillRect(QRectF(start, 0, max(window.left() - start, 0), self.height()), shade)
            painter.fillRect(QRectF(window.right(), 0, max(end - window.right(), 0), self.height()), shade)
            painter.setPen(QPen(theme.color("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(window, 3, 3)
            painter.setPen(QPen(theme.color("accent"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            for x in (window.left(), window.right()):
                painter.drawLine(QPointF(x, window.center().y() - 5), QPointF(x, window.center().y() + 5))
        x = self.whole.x(self._clock.target_s)
        painter.setPen(QPen(theme.color("surface", 0.8), 3.5))
        painter.drawLine(QPointF(x, 2), QPointF(x, self.height() - 2))
        painter.setPen(QPen(theme.color("playhead"), 1.5))
        painter.drawLine(QPointF(x, 2), QPointF(x, self.height() - 2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.hovered.emit(None)
        x = event.position().x()
        seconds = self.whole.seconds_within(x)
        self._held = self._part_at(x)
        if self._held == "playhead":
            self._clock.seek(seconds)
            return
        if self._held is None:
            self._held = "window"
            self._ask(self._shown.showing(seconds - self._shown.span_s / 2, self._shown.span_s))
        self._grip_s = seconds - self._shown.start_s
        self.setCursor(Qt.CursorShape.ClosedHandCursor if self._held == "window" else Qt.CursorShape.SizeHorCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._held is None:
            part = self._part_at(x)
            shapes = {"window": Qt.CursorShape.OpenHandCursor, "playhead": Qt.CursorShape.ArrowCursor}
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if part is None else shapes.get(part, Qt.CursorShape.SizeHorCursor)
            )
            self.hover(event.position())
            return
        seconds = self.whole.seconds_within(x)
        if self._held == "playhead":
            self._clock.seek(seconds)
        elif self._held == "window":
            self._ask(self._shown.showing(seconds - self._grip_s, self._shown.span_s))
        elif self._held == "start":
            start = min(seconds, self._shown.end_s - 1e-3)
            self._ask(self._shown.showing(start, self._shown.end_s - start))
        else:
            self._ask(self._shown.showing(self._shown.start_s, max(seconds - self._shown.start_s, 1e-3)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._ask(self._shown.fitted())

    def wheelEvent(self, event: QWheelEvent) -> None:
        about = self.whole.seconds_within(event.position().x())
        self._ask(self._shown.zoomed(ZOOM_A_CLICK ** (event.angleDelta().y() / WHEEL_STEP), about))
        event.accept()

    def _part_at(self, x: float) -> Held | None:
        if self._shown.is_whole:
            return "playhead"
        window = self.window_rect()
        grip = min(GRIP_PX, window.width() / 4)
        if abs(x - window.left()) <= grip:
            return "start"
        if abs(x - window.right()) <= grip:
            return "end"
        return "window" if window.left() < x < window.right() else None

    def _ask(self, viewport: Viewport) -> None:
        if viewport != self._shown:
            self._shown = viewport
            self.viewport_asked.emit(viewport)
            self.update()
