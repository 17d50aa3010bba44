"""What the panels' drawings share: fonts that follow the text size, a line of time, and one description for readers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.appearance import Appearance
from annotator.ui.formats import clock_text


class Drawing(QWidget):
    """A picture of numbers. Who inherits writes `paint`, and `height_px` for a height other than that of two lines.

    A click tells the time under it, for drawings that set `span_s`; everything that a click does a button nearby does.
    """

    clicked = Signal(float)  # seconds

    def __init__(self, appearance: Appearance, name: str, description: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.span_s: tuple[float, float] | None = None
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._on_look)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draws."""
        raise NotImplementedError

    def height_px(self) -> float:
        """How tall the drawing is at the present text size."""
        return 2 * self.line_px()

    def plot_area(self) -> QRectF:
        """Where `span_s` is laid out."""
        return QRectF(self.rect()).adjusted(4, 0, -4, 0)

    def small(self) -> QFont:
        """The font of ticks and labels."""
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF() * 0.85, 7.0))
        return font

    def line_px(self) -> float:
        """The height of one line of small text."""
        return QFontMetricsF(self.small()).height()

    def x_of(self, seconds: float) -> float:
        """Where a time lies."""
        area, span = self.plot_area(), self.span_s or (0.0, 1.0)
        return area.left() + (seconds - span[0]) / max(span[1] - span[0], 1e-9) * area.width()

    def time_axis(self, painter: QPainter, y: float) -> None:
        """The ends of the span in small figures under a hairline at `y`."""
        theme, area, span = self.appearance.theme, self.plot_area(), self.span_s or (0.0, 1.0)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(theme.color("muted"))
        box = QRectF(area.left(), y + 2, area.width(), self.line_px())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, clock_text(span[0], 1))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, clock_text(span[1], 1))

    def sizeHint(self) -> QSize:
        return QSize(320, round(self.height_px()))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, round(self.height_px()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        area = self.plot_area()
        if self.span_s is None or event.button() != Qt.MouseButton.LeftButton or area.width() <= 0:
            super().mousePressEvent(event)
            return
        share = min(max((event.position().x() - area.left()) / area.width(), 0.0), 1.0)
        self.clicked.emit(self.span_s[0] + share * (self.span_s[1] - self.span_s[0]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.small())
        self.paint(painter, QRectF(self.rect()))
        painter.end()

    def _on_look(self) -> None:
        self.updateGeometry()
        self.update()
