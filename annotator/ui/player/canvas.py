"""The picture: painted by QPainter, zoomed by the wheel about the cursor, moved by dragging, turned, mirrored,
with what the detector saw on top."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.player.overlay import Layers, OverlayProvider, paint_overlay
from annotator.ui.player.picture import Picture
from annotator.ui.player.view import View
from annotator.ui.theme import DARK

ZOOM_A_NOTCH = 1.25
_NOTCH = 120.0  # Qt's eighths of a degree in one notch of a wheel
_SHARP_FROM_SCALE = 4.0  # from here on single pixels are looked at, so they are drawn as squares


class PictureCanvas(QWidget):
    """Shows one `Picture` at a time. `size_px` is the video's displayed size, which overlays are drawn in."""

    painted = Signal(object)  # Picture: it is on the canvas now (or would be, were the window in view)
    view_changed = Signal(object)  # View
    double_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._announced: Picture | None = None
        self._size_px = QSizeF()
        self._view = View()
        self._overlay: OverlayProvider | None = None
        self._layers = Layers()
        self._message = ""
        self._dragged_from: QPointF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self.setAccessibleName(self.tr("Picture"))
        self.setToolTip("")

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    @property
    def view(self) -> View:
        """How it is looked at."""
        return self._view

    @property
    def layers(self) -> Layers:
        """Which parts of the overlay are drawn."""
        return self._layers

    def set_picture(self, picture: Picture | None) -> None:
        """Shows another frame; `painted` follows."""
        self._picture = picture
        self._announced = None
        if picture is None:
            self.update()
            return
        handle = self.window().windowHandle()
        if self.isVisible() and handle is not None and handle.isExposed():
            self.update()
        else:
            self._announce()

    def set_video_size(self, width: int, height: int) -> None:
        """Another video: its displayed size in pixels. Back to the whole picture, as it was filmed."""
        self._size_px = QSizeF(width, height)
        self.set_view(View())

    def set_message(self, text: str) -> None:
        """Says something in place of a picture, such as why there is none."""
        self._message = text
        self.update()

    def set_overlay(self, provider: OverlayProvider | None) -> None:
        """Where to learn what the detector saw."""
        self._overlay = provider
        self.update()

    def set_layers(self, layers: Layers) -> None:
        """Which parts of the overlay to draw."""
        self._layers = layers
        self.update()

    def set_view(self, view: View) -> None:
        """Looks at the picture in another way."""
        if view != self._view:
            self._view = view
            self._show_cursor()
            self.update()
            self.view_changed.emit(view)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zooms about `at` (canvas pixels), or about the middle."""
        at = at if at is not None else QPointF(self.width() / 2.0, self.height() / 2.0)
        self.set_view(self._view.zoomed(factor, at, self._size_px, QSizeF(self.size())))

    def useful_side(self) -> int | None:
        """The longest side of a picture that this canvas can show, in device pixels; None for all there are."""
        if self._size_px.isEmpty():
            return None
        rect = self._view.rect(self._size_px, QSizeF(self.size()))
        side = round(max(rect.width(), rect.height()) * self.devicePixelRatioF())
        return side if side < max(self._size_px.width(), self._size_px.height()) else None

    def sizeHint(self) -> QSize:
        return QSize(960, 540)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), DARK.color("video"))
        picture = self._picture
        if picture is None:
            painter.setPen(DARK.color("muted"))
            painter.drawText(
                QRectF(self.rect()).adjusted(24, 24, -24, -24),
                int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap),
                self._message,
            )
            return
        canvas = QSizeF(self.size())
        to_canvas = self._view.transform(self._size_px, canvas)
        scale = self._view.scale(self._size_px, canvas) * self.devicePixelRatioF()
        painter.save()
        painter.setTransform(to_canvas, combine=True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < _SHARP_FROM_SCALE)
        painter.drawImage(QRectF(QPointF(), self._size_px), picture.image)
        painter.restore()
        overlay = self._overlay.at(picture.number) if self._overlay is not None else None
        if overlay is not None:
            paint_overlay(painter, overlay, self._layers, to_canvas)
        painter.end()
        if self._announced is not picture:
            self._announce()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.set_view(self._view.clamped(self._size_px, QSizeF(self.size())))
        self.view_changed.emit(self._view)
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / _NOTCH
        if notches:
            self.zoom_by(ZOOM_A_NOTCH**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged_from = event.position()
            self._show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is not None:
            moved = event.position() - self._dragged_from
            self._dragged_from = event.position()
            self.set_view(self._view.panned(moved.x(), moved.y(), self._size_px, QSizeF(self.size())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged_from = None
            self._show_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit()

    def _show_cursor(self) -> None:
        if self._view.zoom <= 1.0:
            self.unsetCursor()
        elif self._dragged_from is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def _announce(self) -> None:
        self._announced = self._picture
        self.painted.emit(self._picture)
