"""The control bar's icons, drawn in the theme's colour at any size."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

SIDE: Final = 24.0
_STROKE: Final = 1.9


def icon(name: str, color: QColor, faded: QColor, ratio: float = 2.0) -> QIcon:
    """The icon of that name, with its look while disabled."""
    made = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, faded)):
        made.addPixmap(_pixmap(name, ink, ratio), mode)
    return made


def _pixmap(name: str, color: QColor, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(round(SIDE * ratio), round(SIDE * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    filled, lines = _paths(name)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPath(filled)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, _STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(lines)
    painter.end()
    return pixmap


def _polygon(path: QPainterPath, *points: tuple[float, float], closed: bool = True) -> None:
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    if closed:
        path.closeSubpath()


def _paths(name: str) -> tuple[QPainterPath, QPainterPath]:
    """What is filled and what is drawn as lines, on a square of 24."""
    filled, lines = QPainterPath(), QPainterPath()
    match name:
        case "play":
            _polygon(filled, (7, 4.5), (19.5, 12), (7, 19.5))
        case "backward":
            _polygon(filled, (17, 4.5), (4.5, 12), (17, 19.5))
        case "pause":
            filled.addRoundedRect(QRectF(6, 5, 4, 14), 1, 1)
            filled.addRoundedRect(QRectF(14, 5, 4, 14), 1, 1)
        case "next":
            _polygon(filled, (6, 6), (15, 12), (6, 18))
            filled.addRoundedRect(QRectF(16, 6, 2.4, 12), 1, 1)
        case "previous":
            _polygon(filled, (18, 6), (9, 12), (18, 18))
            filled.addRoundedRect(QRectF(5.6, 6, 2.4, 12), 1, 1)
        case "sound" | "muted":
            _polygon(filled, (4, 9.5), (7.5, 9.5), (12, 5.5), (12, 18.5), (7.5, 14.5), (4, 14.5))
            if name == "sound":
                for radius in (4.0, 7.5):
                    rect = QRectF(12.5 - radius, 12 - radius, 2 * radius, 2 * radius)
                    lines.arcMoveTo(rect, -42)
                    lines.arcTo(rect, -42, 84)
            else:
                _polygon(lines, (15.5, 9.5), (20.5, 14.5), closed=False)
                _polygon(lines, (20.5, 9.5), (15.5, 14.5), closed=False)
        case "light":
            lines.addEllipse(QPointF(12, 12), 4, 4)
            for x, y in ((0, 1), (1, 0), (0, -1), (-1, 0), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7)):
                _polygon(lines, (12 + 7 * x, 12 + 7 * y), (12 + 9 * x, 12 + 9 * y), closed=False)
        case "view":
            rect = QRectF(5, 5, 14, 14)
            lines.arcMoveTo(rect, 60)
            lines.arcTo(rect, 60, 285)
            _polygon(filled, (13.2, 2.2), (13.2, 9), (18, 5.6))
        case "overlay":
            lines.addEllipse(QPointF(12, 5.5), 2.4, 2.4)
            _polygon(lines, (12, 8.5), (12, 14.5), (8, 20.5), closed=False)
            _polygon(lines, (12, 14.5), (16, 20.5), closed=False)
            _polygon(lines, (5.5, 13.5), (8, 10.5), (16, 10.5), (18.5, 13.5), closed=False)
        case "full_screen":
            for x, y, dx, dy in ((4.5, 4.5, 5, 5), (19.5, 4.5, -5, 5), (4.5, 19.5, 5, -5), (19.5, 19.5, -5, -5)):
                _polygon(lines, (x + dx, y), (x, y), (x, y + dy), closed=False)
        case "loop":
            _polygon(lines, (5, 12), (5, 10), (8, 7), (18.5, 7), closed=False)
            _polygon(lines, (15.5, 4), (18.5, 7), (15.5, 10), closed=False)
            _polygon(lines, (19, 12), (19, 14), (16, 17), (5.5, 17), closed=False)
            _polygon(lines, (8.5, 14), (5.5, 17), (8.5, 20), closed=False)
        case _:
            raise ValueError(name)
    return filled, lines
