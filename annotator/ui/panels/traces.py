"""How fast each limb of a flag moved, before, during and after it, from the stored signals."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from annotator.anatomy import LIMBS, Limb
from annotator.session.model import Movement
from annotator.signals import CHANNELS, MotionSignals
from annotator.ui.appearance import Appearance
from annotator.ui.formats import number
from annotator.ui.panels.drawing import Drawing
from annotator.ui.words import limb_name

LEAD_S = 1.5
SMALLEST_SCALE_TORSO_PER_S = 0.5  # a limb that hardly moved is not drawn as if it had


class TraceView(Drawing):
    """One lane a limb: speed in torso lengths a second, all on one scale; the movements shaded, unjudged time hatched."""

    def __init__(self, appearance: Appearance, signals: MotionSignals, movements: Sequence[Movement]) -> None:
        named = {limb for m in movements for limb in m.limbs}
        self._lanes: list[Limb | None] = [limb for limb in LIMBS if limb in named]
        if any(not m.limbs for m in movements):
            self._lanes.append(None)
        self._movements, self._signals = movements, signals
        super().__init__(appearance, "", "")
        start, stop = min(m.onset_s for m in movements), max(m.offset_s for m in movements)
        self.span_s = (max(start - LEAD_S, 0.0), stop + LEAD_S)
        first, last = np.searchsorted(signals.t_s, self.span_s)
        self._frames = slice(int(first), int(last))
        fastest = [float(self._speed(limb).max(initial=0.0)) for limb in self._lanes]
        self._scale = max(*fastest, SMALLEST_SCALE_TORSO_PER_S)
        self.setAccessibleName(self.tr("Motion traces"))
        lines = [
            self.tr("{limb}: at most {speed} torso lengths a second").format(
                limb=limb_name(limb), speed=number(speed, 1)
            )
            for limb, speed in zip(self._lanes, fastest, strict=True)
        ]
        self.setAccessibleDescription("; ".join(lines))

    @property
    def scale_torso_per_s(self) -> float:
        """The speed at the top of every lane."""
        return self._scale

    def height_px(self) -> float:
        return len(self._lanes) * self._lane_px() + 1.6 * self.line_px()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        height = self._lane_px()
        for row, limb in enumerate(self._lanes):
            lane = QRectF(self.plot_area().left(), area.top() + row * height, self.plot_area().width(), height - 3)
            self._paint_lane(painter, lane, limb)
        self.time_axis(painter, area.top() + len(self._lanes) * height)

    def _lane_px(self) -> float:
        return 3.4 * self.line_px()

    def _speed(self, limb: Limb | None) -> NDArray[np.float32]:
        channel = CHANNELS.index("body" if limb is None else limb)
        speed = self._signals.speed_torso_per_s[self._frames, channel]
        return np.asarray(np.nan_to_num(speed), np.float32)

    def _paint_lane(self, painter: QPainter, lane: QRectF, limb: Limb | None) -> None:
        theme = self.appearance.theme
        painter.fillRect(lane, theme.color("raised", 0.55))
        for movement in self._movements:
            if limb in movement.limbs or (limb is None and not movement.limbs):
                left, right = self.x_of(movement.onset_s), self.x_of(movement.offset_s)
                span = QRectF(left, lane.top(), max(right - left, 1.5), lane.height())
                painter.fillRect(span, theme.color("selection"))
                painter.setPen(QPen(theme.color("accent", 0.7), 1))
                painter.drawLine(span.topLeft(), span.bottomLeft())
                painter.drawLine(span.topRight(), span.bottomRight())
        self._paint_excluded(painter, lane)
        outline = self._outline(limb, lane)
        if len(outline) > 2:
            painter.setPen(QPen(theme.limb_color(limb), 1.6))
            painter.setBrush(theme.limb_color(limb, 0.28))
            painter.drawPolygon(QPolygonF(outline))
        painter.setPen(theme.color("text"))
        painter.drawText(lane.adjusted(6, 2, -6, 0), Qt.AlignmentFlag.AlignLeft, limb_name(limb))
        painter.setPen(theme.color("muted"))
        painter.drawText(lane.adjusted(6, 2, -6, 0), Qt.AlignmentFlag.AlignRight, number(self._scale, 1))

    def _paint_excluded(self, painter: QPainter, lane: QRectF) -> None:
        signals = self._signals
        unjudged = signals.excluded[self._frames] > 0
        if not unjudged.any():
            return
        t_s = signals.t_s[self._frames]
        edges = np.flatnonzero(np.diff(np.concatenate([[0], unjudged.astype(np.int8), [0]])))
        brush = QBrush(self.appearance.theme.color("excluded", 0.8), Qt.BrushStyle.BDiagPattern)
        for first, stop in edges.reshape(-1, 2):
            left, right = self.x_of(float(t_s[first])), self.x_of(float(t_s[stop - 1]))
            painter.fillRect(QRectF(left, lane.top(), max(right - left, 2.0), lane.height()), brush)

    def _outline(self, limb: Limb | None, lane: QRectF) -> list[QPointF]:
        """The speed's outline, closed along the lane's floor: the highest sample of each column of pixels."""
        t_s, speed = self._signals.t_s[self._frames], self._speed(limb)
        if not len(t_s) or self.span_s is None:
            return []
        start, stop = self.span_s
        columns = ((t_s - start) / (stop - start) * lane.width()).astype(np.intp)
        firsts = np.flatnonzero(np.diff(columns, prepend=-1))
        highest = np.maximum.reduceat(speed, firsts) / self._scale
        xs = lane.left() + columns[firsts]
        ys = lane.bottom() - highest * (lane.height() - 0.9 * self.line_px())
        points = [QPointF(float(x), float(y)) for x, y in zip(xs, ys, strict=True)]
        return [QPointF(points[0].x(), lane.bottom()), *points, QPointF(points[-1].x(), lane.bottom())]
