"""What the overview and the simple strip share: the whole video on one strip, kept as a picture under the playhead."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.appearance import Appearance
from annotator.ui.clock import PlaybackClock, Position
from annotator.ui.document import Document
from annotator.ui.timeline.hover import Hover
from annotator.ui.timeline.look import Look, paint_unreached
from annotator.ui.timeline.scene import Scene
from annotator.ui.timeline.viewport import Viewport


class Strip(QWidget):
    """The whole video from the left margin to the right one. Children paint and answer the mouse."""

    hovered = Signal(object)  # Hover | None

    def __init__(
        self, document: Document, clock: PlaybackClock, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._clock, self._appearance = document, clock, appearance
        self._scene = Scene()
        self._still: QPixmap | None = None
        self._analysed_to_s: float | None = None
        self._look = Look.of(self, appearance.theme)
        self._margins_px = (0.0, 0.0)
        self._whole = Viewport.whole(1.0)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        appearance.changed.connect(self._on_look)
        clock.position_changed.connect(self._on_moved)
        clock.seek_requested.connect(self._on_moved)
        clock.loop_changed.connect(self._on_moved)
        document.selection_changed.connect(self._on_moved)

    @property
    def whole(self) -> Viewport:
        """The whole video on this strip's pixels."""
        return self._whole

    def set_scene(self, scene: Scene) -> None:
        """Shows another scene."""
        self._scene = scene
        self._renew()

    def set_analysed(self, seconds: float | None) -> None:
        """Veils what a running analysis has not reached yet; None when none runs."""
        if seconds != self._analysed_to_s:
            self._analysed_to_s = seconds
            self._renew()

    def set_margins(self, left_px: float, right_px: float) -> None:
        """Leaves room on both sides, so that strips above one another line up."""
        self._margins_px = (left_px, right_px)
        self._renew()

    def paint_still(self, painter: QPainter) -> None:
        """Paints what only changes with the scene."""
        raise NotImplementedError

    def paint_moving(self, painter: QPainter) -> None:
        """Paints what moves."""
        raise NotImplementedError

    def lines_at(self, position: QPointF) -> tuple[str, ...]:
        """What the card says at a point."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        dpr = self.devicePixelRatioF()
        if self._still is None or self._still.devicePixelRatio() != dpr:
            self._look = Look.of(self, self._appearance.theme)
            self._still = QPixmap(round(self.width() * dpr), round(self.height() * dpr))
            self._still.setDevicePixelRatio(dpr)
            self._still.fill(self._look.theme.color("surface"))
            painter = QPainter(self._still)
            self.paint_still(painter)
            if self._analysed_to_s is not None and self._analysed_to_s < self._whole.duration_s:
                left = self._whole.x(self._analysed_to_s)
                painter.setClipping(False)
                paint_unreached(painter, QRectF(left, 0, self._whole.right_px - left, self.height()), self._look)
            painter.end()
        painter = QPainter(self)
        painter.drawPixmap(QPointF(0, 0), self._still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_moving(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._renew()
        super().resizeEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(None)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._renew()
        return super().event(event)

    def hover(self, position: QPointF) -> None:
        """Shows the card for a point."""
        seconds = self._whole.seconds_within(position.x())
        at = self.mapToGlobal(QPoint(round(position.x()), 0))
        self.hovered.emit(Hover(at, seconds, self.lines_at(position)))

    def _renew(self) -> None:
        left, right = self._margins_px
        self._whole = Viewport.whole(self._scene.duration_s, left, self.width() - left - right)
        self._look = Look.of(self, self._appearance.theme)
        self._still = None
        self.update()

    @Slot()
    def _on_look(self) -> None:
        self._renew()
        self.updateGeometry()

    @Slot(object)
    @Slot(float)
    def _on_moved(self, _what: Position | float | None) -> None:
        self.update()
