"""The cycles of a rhythmic movement, each in a cell of its own on one scale, with the mean cycle behind it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF, QResizeEvent

from annotator.movements.cycles import Cycles
from annotator.ui.appearance import Appearance
from annotator.ui.formats import number
from annotator.ui.panels.drawing import Drawing
from annotator.ui.words import limb_name

CELL_PX = 62.0
MOST_CELLS = 120


class CyclesView(Drawing):
    """Limb after limb; the cells run on in rows as the width allows, numbered from 1."""

    def __init__(self, appearance: Appearance, cycles: Sequence[Cycles]) -> None:
        self._cycles = cycles
        super().__init__(appearance, "", "")
        self.setAccessibleName(self.tr("Cycles side by side"))
        self.setAccessibleDescription("; ".join(self.summary(one) for one in cycles))

    def summary(self, one: Cycles) -> str:
        """One limb's cycles in a line."""
        return self.tr("{limb}: %n cycle(s) of {seconds} s, {percent} % alike", "", len(one.starts_s)).format(
            limb=limb_name(one.limb), seconds=number(one.period_s, 2), percent=round(100 * max(one.likeness, 0.0))
        )

    def height_px(self) -> float:
        return sum(self._part_px(one, self.width()) for one in self._cycles)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(sum(self._part_px(one, width) for one in self._cycles))

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(self.width(), 480)))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(event.size().width()))

    def paint(self, painter: QPainter, area: QRectF) -> None:
        theme, top = self.appearance.theme, area.top()
        for one in self._cycles:
            painter.setPen(theme.color("text"))
            painter.drawText(QRectF(4, top, area.width(), self.line_px()), self.summary(one))
            self._paint_cells(painter, one, top + 1.4 * self.line_px(), area.width())
            top += self._part_px(one, round(area.width()))

    def _paint_cells(self, painter: QPainter, one: Cycles, top: float, width: float) -> None:
        theme = self.appearance.theme
        across = self._across(width)
        cell_width, cell_height = width / across, self._cell_height()
        largest = max(float(np.abs(one.swing_torso).max()), 1e-6)
        for n, swing in enumerate(one.swing_torso[:MOST_CELLS]):
            cell = QRectF((n % across) * cell_width, top + (n // across) * cell_height, cell_width, cell_height)
            box = cell.adjusted(2, 2, -2, -2)
            painter.fillRect(box, theme.color("raised", 0.55))
            painter.setPen(theme.color("muted"))
            painter.drawText(box.adjusted(4, 0, 0, 0), Qt.AlignmentFlag.AlignLeft, str(n + 1))
            inner = box.adjusted(4, 0.8 * self.line_px(), -4, -4)
            painter.setPen(QPen(theme.color("muted", 0.8), 1.2, Qt.PenStyle.DashLine))
            painter.drawPolyline(_curve(one.mean_torso, inner, largest))
            painter.setPen(QPen(theme.limb_color(one.limb), 2))
            painter.drawPolyline(_curve(swing, inner, largest))

    def _across(self, width: float) -> int:
        return max(int(width / (CELL_PX * self.appearance.scale)), 1)

    def _cell_height(self) -> float:
        return 4.2 * self.line_px()

    def _part_px(self, one: Cycles, width: int) -> float:
        cells = min(len(one.starts_s), MOST_CELLS)
        return 1.9 * self.line_px() + -(-cells // self._across(width)) * self._cell_height()


def _curve(swing: NDArray[np.float64], box: QRectF, largest: float) -> QPolygonF:
    xs = np.linspace(box.left(), box.right(), len(swing))
    ys = box.center().y() - swing / largest * box.height() / 2
    return QPolygonF([QPointF(float(x), float(y)) for x, y in zip(xs, ys, strict=True)])
