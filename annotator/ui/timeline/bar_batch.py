"""Paints many bars of one lane at once: a call a kind and verdict instead of several a bar."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.session.model import Kind
from annotator.ui.timeline import words
from annotator.ui.timeline.look import Look, fill_boxes, fill_hatched, mixed
from annotator.ui.timeline.scene import Shown, State
from annotator.ui.timeline.shapes import bar_path, outline_pen, sign_path
from annotator.ui.timeline.viewport import Viewport

# Narrower than this a bar is a plain stroke; its kind then shows in its height and filling.
SHAPED_FROM_PX: Final = 9.0
# No label is shorter than this.
LABELLED_FROM_PX: Final = 24.0
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class BarBatch:
    """Collects bars of one colour, then paints them. Kinds differ in shape and sign, verdicts in outline."""

    def __init__(self, look: Look, color: QColor, view: Viewport) -> None:
        self._look, self._color, self._view = look, color, view
        self._surface = look.theme.color("surface")
        self._solid = {"open": color, "accepted": color, "unsure": mixed(color, self._surface, 0.55)}
        self._strokes: dict[tuple[Kind, State], list[QRectF]] = defaultdict(list)
        self._bodies: dict[tuple[Kind, State], QPainterPath] = {}
        self._signs: dict[State, QPainterPath] = {}
        self._inside: list[tuple[QRectF, str, Shown]] = []
        self._behind: list[tuple[QRectF, str]] = []

    def add(self, rect: QRectF, shown: Shown, free_until: float) -> None:
        """Takes a bar; its label may lie behind it up to `free_until` pixels."""
        key = (shown.kind, shown.state)
        if rect.width() < SHAPED_FROM_PX:
            self._strokes[key].append(QRectF(round(rect.left()), rect.top(), round(rect.width()), rect.height()))
            return
        path = self._bodies.get(key)
        if path is None:
            path = self._bodies[key] = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
        path.addPath(bar_path(rect, shown.kind))
        left, right = max(rect.left(), self._view.left_px), min(rect.right(), self._view.right_px)
        side = rect.height()
        if right - left < side + 2:
            return
        signed = shown.kind not in ("slow", "active")
        start = left + 6
        if signed:
            sign = QRectF(left + 2, rect.top(), side, side)
            self._signs.setdefault(shown.state, QPainterPath()).addPath(sign_path(sign, shown.kind))
            start = sign.right() + 2
        behind = min(free_until - 6, self._view.right_px) - right - 4
        if max(right - 2 - start, behind) < LABELLED_FROM_PX:
            return
        label = words.bar_label(shown)
        wide = self._look.small_width(label) + 4
        if start + wide < right - 2:
            self._inside.append((QRectF(start, rect.top(), wide, side), label, shown))
        elif wide < behind:
            self._behind.append((QRectF(right + 5, rect.top(), wide, side), label))

    def paint(self, painter: QPainter) -> None:
        """Paints what was collected: strokes, bodies, signs, labels."""
        for (kind, state), rects in self._strokes.items():
            self._paint_strokes(painter, rects, kind, state)
        strong = self._look.theme.color("text")
        for (kind, state), path in self._bodies.items():
            self._fill(painter, path, kind, state)
            painter.setPen(outline_pen(state, self._color, strong))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
        for state, path in self._signs.items():
            ink = self._ink(state)
            painter.setPen(QPen(ink, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
        painter.setFont(self._look.small)
        for rect, label, shown in self._inside:
            if shown.kind == "active":
                plate = rect.adjusted(-3, 1.5, 0, -1.5)
                painter.fillRect(plate, mixed(self._color, self._surface, 0.18))
            painter.setPen(strong if shown.kind in ("slow", "active") else self._ink(shown.state))
            painter.drawText(rect, LEFT, label)
        painter.setPen(self._look.theme.color("muted"))
        for rect, label in self._behind:
            painter.drawText(rect, LEFT, label)

    def _ink(self, state: State) -> QColor:
        solid = self._solid.get(state)
        return self._look.theme.color("text") if solid is None else self._look.ink_on(solid)

    def _fill(self, painter: QPainter, path: QPainterPath, kind: Kind, state: State) -> None:
        if state == "rejected":
            painter.fillPath(path, self._surface)
        elif kind == "active":
            painter.fillPath(path, mixed(self._color, self._surface, 0.18))
            painter.save()
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            hatch = mixed(self._color, self._surface, 0.75)
            fill_hatched(painter, path.boundingRect(), "rising", hatch, self._look.dpr)
            painter.restore()
        else:
            painter.fillPath(path, mixed(self._color, self._surface, 0.4) if kind == "slow" else self._solid[state])

    def _paint_strokes(self, painter: QPainter, rects: list[QRectF], kind: Kind, state: State) -> None:
        if kind == "slow":
            rects = [QRectF(r.left(), r.top() + 0.5 * r.height(), r.width(), 0.5 * r.height()) for r in rects]
        if state == "accepted" or (state == "open" and kind != "active"):
            fill_boxes(painter, rects, self._color)
            return
        inside = self._surface if state == "rejected" else mixed(self._color, self._surface, 0.35)
        fill_boxes(painter, [r.adjusted(0, 0, -1, -1) for r in rects], inside, QPen(self._color, 1))
