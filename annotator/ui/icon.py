"""The program's icon, painted: a moon over a strip with marks."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from annotator.ui.theme import Theme

SIDE = 128


def program_icon(theme: Theme) -> QPixmap:
    """The icon, 128 px square."""
    pixmap = QPixmap(SIDE, SIDE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawRoundedRect(QRectF(4, 4, 120, 120), 28, 28)
    painter.setBrush(theme.color("on_accent"))
    painter.drawEllipse(QRectF(40, 20, 50, 50))
    painter.setBrush(theme.color("accent"))
    painter.drawEllipse(QRectF(56, 14, 46, 46))
    painter.setBrush(theme.color("on_accent"))
    painter.drawRoundedRect(QRectF(22, 92, 84, 5), 2.5, 2.5)
    for x, height in ((32, 12), (52, 20), (62, 26), (90, 14)):
        painter.drawRoundedRect(QRectF(x, 94.5 - height / 2, 7, height), 3.5, 3.5)
    painter.end()
    return pixmap
