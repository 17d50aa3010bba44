"""The whole video as one line: what other settings would keep, add and take away."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from annotator.session.changes import Changes
from annotator.ui.appearance import Appearance
from annotator.ui.panels.drawing import Drawing


class ChangeStrip(Drawing):
    """Kept ones are rings on the line, added ones point up from it, gone ones are crosses under it."""

    def __init__(self, appearance: Appearance, changes: Changes, duration_s: float) -> None:
        super().__init__(appearance, "", "")
        self._changes = changes
        self.span_s = (0.0, max(duration_s, 1e-3))
        self.setAccessibleName(self.tr("What would change, over the whole video"))
        self.setAccessibleDescription(
            self.tr("{kept} kept, {added} added, {gone} gone, {changed} measured differently").format(
                kept=len(changes.kept),
                added=len(changes.added),
                gone=len(changes.gone),
                changed=len(changes.changed),
            )
        )

    def height_px(self) -> float:
        return 4.2 * self.line_px()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        theme, line = self.appearance.theme, self.line_px()
        rail = area.top() + 1.5 * line
        painter.setPen(QPen(theme.color("line"), 2))
        painter.drawLine(QPointF(self.plot_area().left(), rail), QPointF(self.plot_area().right(), rail))
        size = 0.32 * line
        painter.setBrush(theme.color("surface"))
        for movement in (*self._changes.kept, *(after for _, after in self._changes.changed)):
            painter.setPen(QPen(theme.color("muted"), 1.6))
            painter.drawEllipse(QPointF(self.x_of(movement.onset_s), rail), size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accepted"))
        for movement in self._changes.added:
            x, y = self.x_of(movement.onset_s), rail - 0.45 * line
            painter.drawPolygon(QPolygonF([QPointF(x - size, y), QPointF(x + size, y), QPointF(x, y - 1.9 * size)]))
        painter.setPen(QPen(theme.color("rejected"), 2))
        for movement in self._changes.gone:
            x, y = self.x_of(movement.onset_s), rail + 0.7 * line
            painter.drawLine(QPointF(x - size, y - size), QPointF(x + size, y + size))
            painter.drawLine(QPointF(x - size, y + size), QPointF(x + size, y - size))
        self.time_axis(painter, rail + 1.3 * line)
