"""Paints many bars of one lane at once: a call a kind and verdict instead of several a bar."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from annotator.session.model import Kind
from annotator.ui.timeline import words
from annotator.ui.timeline.labels import draw_label
from annotator.ui.timeline.look import Look, fill_boxes, fill_hatched, mixed
from annotator.ui.timeline.scene import Shown, State
from annotator.ui.timeline.shapes import bar_path, outline_pen, sign_path
from annotator.ui.timeline.viewport import Viewport

# Narrower than this a bar is a plain stroke; its kind then shows in its height and filling.
SHAPED_FROM_PX: Final = 9.0
# No label is shorter than this.
LABELLED_FROM_PX: Final = 24.0
# A bar up to this width is drawn from a picture of its like; so many pictures are kept.
KEPT_UP_TO_PX: Final = 96
MOST_KEPT: Final = 4000
# Their bodies tell these kinds well enough.
UNSIGNED: Final[frozenset[Kind]] = frozenset({"slow", "active"})

_pictures: dict[tuple[object, ...], QPixmap] = {}


class BarBatch:
    """Collects bars of one colour, then paints them. Kinds differ in shape and sign, verdicts in outline."""

    def __init__(self, look: Look, color: QColor, view: Viewport) -> None:
        self._look, self._color, self._view = look, color, view
        self._surface = look.theme.color("surface")
        self._solid = {"open": color, "accepted": color, "unsure": mixed(color, self._surface, 0.55)}
        self._strokes: dict[tuple[Kind, State], list[QRectF]] = defaultdict(list)
        self._bodies: dict[tuple[Kind, State], QPainterPath] = {}
        self._signs: dict[State, QPainterPath] = {}
        self._kept: list[tuple[QPointF, QPixmap]] = []
        self._inside: list[tuple[QRectF, str, Shown]] = []
        self._behind: list[tuple[QRectF, str]] = []

    def add_narrow(self, boxes: list[QRectF], kind: Kind, state: State) -> None:
        """Takes bars too narrow for a shape, on whole pixels."""
        self._strokes[kind, state] += boxes

    def add(self, rect: QRectF, shown: Shown, free_until: float) -> None:
        """Takes a bar; its label may lie behind it up to `free_until` pixels."""
        kind, state, width = shown.kind, shown.state, rect.width()
        if width < SHAPED_FROM_PX:
            self.add_narrow([QRectF(round(rect.left()), rect.top(), round(width), rect.height())], kind, state)
            return
        if width <= KEPT_UP_TO_PX:
            self._kept.append((QPointF(round(rect.left()) - 2, rect.top() - 2), self._picture(rect, kind, state)))
        else:
            self._add_shape(rect, kind, state)
        left, right = max(rect.left(), self._view.left_px), min(rect.right(), self._view.right_px)
        start = left + (6 if kind in UNSIGNED else rect.height() + 4)
        behind = min(free_until - 6, self._view.right_px) - right - 4
        if right - left < rect.height() + 2 or max(right - 2 - start, behind) < LABELLED_FROM_PX:
            return
        label = words.bar_label(shown)
        wide = self._look.small_width(label) + 4
        if start + wide < right - 2:
            self._inside.append((QRectF(start, rect.top(), wide, rect.height()), label, shown))
        elif wide < behind:
            self._behind.append((QRectF(right + 5, rect.top(), wide, rect.height()), label))

    def _add_shape(self, rect: QRectF, kind: Kind, state: State) -> None:
        path = self._bodies.get((kind, state))
        if path is None:
            path = self._bodies[kind, state] = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
        path.addPath(bar_path(rect, kind))
        left, right = max(rect.left(), self._view.left_px), min(rect.right(), self._view.right_px)
        if kind not in UNSIGNED and right - left >= rect.height() + 2:
            sign = QRectF(left + 2, rect.top(), rect.height(), rect.height())
            self._signs.setdefault(state, QPainterPath()).addPath(sign_path(sign, kind))

    def _picture(self, rect: QRectF, kind: Kind, state: State) -> QPixmap:
        """A short bar as a picture with two pixels around it: most bars of a dense view look like some other one."""
        look, width, height = self._look, round(rect.width()), rect.height()
        key = (kind, state, width, height, self._color.rgba(), look.theme.dark, look.dpr)
        picture = _pictures.get(key)
        if picture is None:
            picture = QPixmap(round((width + 4) * look.dpr), round((height + 4) * look.dpr))
            picture.setDevicePixelRatio(look.dpr)
            picture.fill(Qt.GlobalColor.transparent)
            alone = BarBatch(look, self._color, Viewport.whole(1.0, 0, KEPT_UP_TO_PX + 8))
            alone._add_shape(QRectF(2, 2, width, height), kind, state)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            alone.paint(painter)
            painter.end()
            if len(_pictures) >= MOST_KEPT:
                _pictures.clear()
            _pictures[key] = picture
        return picture

    def paint(self, painter: QPainter) -> None:
        """Paints what was collected: strokes, bodies, signs, labels."""
        for (kind, state), rects in self._strokes.items():
            self._paint_strokes(painter, rects, kind, state)
        for place, picture in self._kept:
            painter.drawPixmap(place, picture)
        strong = self._look.theme.color("text")
        for (kind, state), path in self._bodies.items():
            self._fill(painter, path, kind, state)
            if state == "open" and kind not in ("slow", "active"):
                continue
            painter.setPen(outline_pen(state, self._color, strong))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
        for state, path in self._signs.items():
            ink = self._ink(state)
            painter.setPen(QPen(ink, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
        for rect, label, shown in self._inside:
            if shown.kind == "active":
                plate = rect.adjusted(-3, 1.5, 0, -1.5)
                painter.fillRect(plate, mixed(self._color, self._surface, 0.18))
            ink = strong if shown.kind in ("slow", "active") else self._ink(shown.state)
            draw_label(painter, rect, label, ink, self._look)
        muted = self._look.theme.color("muted")
        for rect, label in self._behind:
            draw_label(painter, rect, label, muted, self._look)

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
