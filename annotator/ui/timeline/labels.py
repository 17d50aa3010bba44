"""Small texts kept as pictures: a view holds the same few dozen labels frame after frame, and laying out text is dear."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from annotator.ui.timeline.look import Look


def draw_label(painter: QPainter, box: QRectF, text: str, color: QColor, look: Look) -> None:
    """Draws a text in small type from the box's left edge, in the middle of its height, on whole pixels."""
    picture = _picture(text, look.small_key, color.rgba(), look.small_width(text), look.small_em, look.dpr)
    painter.drawPixmap(QPointF(round(box.left()), round(box.center().y() - look.small_em / 2)), picture)


@lru_cache(maxsize=1024)
def _picture(text: str, font: str, color: int, width: float, height: float, dpr: float) -> QPixmap:
    picture = QPixmap(max(round((width + 2) * dpr), 1), max(round((height + 1) * dpr), 1))
    picture.setDevicePixelRatio(dpr)
    picture.fill(Qt.GlobalColor.transparent)
    described = QFont()
    described.fromString(font)
    described.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    painter = QPainter(picture)
    painter.setFont(described)
    painter.setPen(QColor.fromRgba(color))
    painter.drawText(QRectF(0, 0, width + 2, height), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    painter.end()
    return picture
