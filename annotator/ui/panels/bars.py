"""A measured number against the setting it was held against: one bar from zero, one line at the threshold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QWidget

from annotator import wording
from annotator.ui.appearance import Appearance
from annotator.ui.bits import Text, margins
from annotator.ui.panels.drawing import Drawing

ROOM = 1.3  # the longer of number and threshold ends well before the edge


class ThresholdBar(Drawing):
    """The bar is the number, from zero; the hatched side of the line is what the setting asks for."""

    def __init__(self, appearance: Appearance, compared: wording.Comparison) -> None:
        super().__init__(appearance, compared.asked, compared.measured)
        self._compared = compared

    def height_px(self) -> float:
        return 1.35 * self.line_px()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        theme, compared = self.appearance.theme, self._compared
        value = compared.value
        scale = ROOM * max(value or 0.0, compared.threshold, 1e-9)
        track = area.adjusted(1, 0.25 * area.height(), -1, -0.15 * area.height())
        at = track.left() + compared.threshold / scale * track.width()
        painter.fillRect(track, theme.color("raised"))
        asked = QRectF(track)
        if compared.at_most:
            asked.setRight(at)
        else:
            asked.setLeft(at)
        painter.fillRect(asked, QBrush(theme.color("muted", 0.45), Qt.BrushStyle.BDiagPattern))
        if value is not None:
            bar = QRectF(track.left(), track.top() + 0.2 * track.height(), 0.0, 0.6 * track.height())
            bar.setWidth(max(value / scale * track.width(), 2.0))
            painter.fillRect(bar, theme.color("accent"))
        painter.setPen(QPen(theme.color("text"), 2))
        painter.drawLine(QPointF(at, area.top() + 2), QPointF(at, track.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("text"))
        top = area.top()
        painter.drawPolygon(QPolygonF([QPointF(at - 4, top), QPointF(at + 4, top), QPointF(at, top + 5)]))


class Comparisons(QWidget):
    """All of a flag's numbers, one to a row: what was measured, the bar, what the setting asks for."""

    def __init__(self, appearance: Appearance, compared: Sequence[wording.Comparison]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        margins(grid, 0, 0.5)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for column, title in enumerate((self.tr("Measured"), "", self.tr("The setting asks for"))):
            grid.addWidget(Text(title, "small"), 0, column)
        for row, one in enumerate(compared, start=1):
            measured = Text(one.measured, "heading")
            asked = Text(one.asked, wrap=True)
            grid.addWidget(measured, row, 0)
            grid.addWidget(ThresholdBar(appearance, one), row, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(asked, row, 2)
