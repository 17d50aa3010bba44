"""The strip of onsets: when each movement of a flag began, and how long until the next one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from annotator.session.model import Movement
from annotator.ui.appearance import Appearance
from annotator.ui.formats import number
from annotator.ui.panels.drawing import Drawing

PIN_PX = 4.0


class IntervalStrip(Drawing):
    """Pins at the onsets, the seconds between them; a gap longer than `longest_gap_s` (if given) is drawn broken."""

    def __init__(
        self, appearance: Appearance, movements: Sequence[Movement], longest_gap_s: float | None = None
    ) -> None:
        self._onsets_s = [m.onset_s for m in movements]
        self._gaps_s = [b - a for a, b in pairwise(self._onsets_s)]
        self._longest_gap_s = longest_gap_s
        super().__init__(appearance, "", "")
        self.setAccessibleName(self.tr("Onsets and the gaps between them"))
        self.setAccessibleDescription(self.summary())
        first, last = self._onsets_s[0], self._onsets_s[-1]
        edge = max(0.04 * (last - first), 0.2)
        self.span_s = (max(first - edge, 0.0), last + edge)

    def summary(self) -> str:
        """The gaps in one line."""
        if not self._gaps_s:
            return ""
        return self.tr("Gaps between onsets: median {median} s, shortest {shortest} s, longest {longest} s").format(
            median=number(median(self._gaps_s), 1),
            shortest=number(min(self._gaps_s), 1),
            longest=number(max(self._gaps_s), 1),
        )

    def height_px(self) -> float:
        return 3.9 * self.line_px()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        theme, line = self.appearance.theme, self.line_px()
        rail = area.top() + 1.9 * line
        metrics = QFontMetricsF(painter.font())
        for (start, stop), gap in zip(pairwise(self._onsets_s), self._gaps_s, strict=True):
            left, right = self.x_of(start), self.x_of(stop)
            long = self._longest_gap_s is not None and gap > self._longest_gap_s + 1e-6
            pen = QPen(theme.color("muted"), 1.4, Qt.PenStyle.DotLine if long else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(left, rail), QPointF(right, rail))
            text = self.tr("{seconds} s").format(seconds=number(gap, 1))
            if metrics.horizontalAdvance(text) + 10 < right - left:
                painter.setPen(theme.color("text"))
                box = QRectF(left, rail - 1.25 * line, right - left, line)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.setPen(QPen(theme.color("text"), 2))
        painter.setBrush(theme.color("surface"))
        for onset in self._onsets_s:
            x = self.x_of(onset)
            painter.drawLine(QPointF(x, rail - PIN_PX), QPointF(x, rail + 0.5 * line))
            painter.drawEllipse(QPointF(x, rail - PIN_PX), PIN_PX, PIN_PX)
        self.time_axis(painter, rail + 0.75 * line)
