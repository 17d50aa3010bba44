"""The signs on the timeline's buttons, painted in the theme's own colour."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

Sign = Literal["closer", "further", "whole", "selection"]
SIDE_PX = 16


def icon(sign: Sign, color: QColor, faded: QColor) -> QIcon:
    """A button's icon, with a faded one for when it can do nothing."""
    result = QIcon()
    for ink, mode in ((color, QIcon.Mode.Normal), (faded, QIcon.Mode.Disabled)):
        for scale in (1, 2, 3):
            pixmap = QPixmap(SIDE_PX * scale, SIDE_PX * scale)
            pixmap.setDevicePixelRatio(scale)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            _draw(painter, sign)
            painter.end()
            result.addPixmap(pixmap, mode)
    return result


def _draw(painter: QPainter, sign: Sign) -> None:
    if sign in ("closer", "further"):
        painter.drawEllipse(QPointF(6.8, 6.8), 4.8, 4.8)
        painter.drawLine(QPointF(10.4, 10.4), QPointF(14.2, 14.2))
        painter.drawLine(QPointF(4.8, 6.8), QPointF(8.8, 6.8))
        if sign == "closer":
            painter.drawLine(QPointF(6.8, 4.8), QPointF(6.8, 8.8))
        return
    for x in (1.8, 14.2):
        painter.drawLine(QPointF(x, 3), QPointF(x, 13))
    if sign == "selection":
        painter.fillRect(QRectF(5, 5, 6, 6), painter.pen().color())
        return
    painter.drawLine(QPointF(4.5, 8), QPointF(11.5, 8))
    for tip, back in ((4.5, 6.8), (11.5, 9.2)):
        painter.drawLine(QPointF(tip, 8), QPointF(back, 5.8))
        painter.drawLine(QPointF(tip, 8), QPointF(back, 10.2))
