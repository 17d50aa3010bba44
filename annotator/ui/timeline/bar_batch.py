"""Paints many bars of one lane at once: a call a kind and verdict instead of several a bar."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from annotator.session.model import KINDS, Kind
from annotator.ui.timeline.look import Look, fill_boxes, fill_hatched, mixed
from annotator.ui.timeline.scene import STATES, State
from annotator.ui.timeline.shapes import bar_path, outline_pen, sign_path
from annotator.ui.timeline.sheet import whole

# Narrower than this a bar is a plain stroke; its kind then shows in its height and filling.
SHAPED_FROM_PX: Final = 9.0
# A bar up to this width is drawn from a picture of its like; so many pictures are kept.
KEPT_UP_TO_PX: Final = 96
MOST_KEPT: Final = 2000
# Their bodies tell these kinds well enough.
UNSIGNED: Final[frozenset[Kind]] = frozenset({"slow", "active"})
Style = tuple[Kind, State]

_pictures: dict[tuple[object, ...], QPixmap] = {}


class BarBatch:
    """Collects bars of one colour, then paints them. Kinds differ in shape and sign, verdicts in outline."""

    def __init__(self, look: Look, color: QColor) -> None:
        self._look, self._color = look, color
        self._surface = look.color("surface")
        self._strokes: dict[Style, list[QRectF]] = defaultdict(list)
        self._bodies: dict[Style, QPainterPath] = {}
        self._kept: list[tuple[QPointF, QPixmap]] = []
        self._pictures: dict[tuple[Kind, State, float, float], QPixmap] = {}

    def add_narrow(self, boxes: list[QRectF], kind: Kind, state: State) -> None:
        """Takes bars too narrow for a shape, on whole pixels."""
        self._strokes[kind, state] += boxes

    def add(self, rect: QRectF, kind: Kind, state: State) -> None:
        """Takes a bar."""
        width = rect.width()
        if width < SHAPED_FROM_PX:
            self.add_narrow([QRectF(whole(rect.left()), rect.top(), whole(width), rect.height())], kind, state)
        elif width <= KEPT_UP_TO_PX:
            self.add_kept(float(whole(rect.left())), rect.top(), float(whole(width)), rect.height(), kind, state)
        else:
            self._add_shape(rect, kind, state)

    def add_kept(self, left: float, top: float, width: float, height: float, kind: Kind, state: State) -> None:
        """Takes a bar with a shape to be drawn from a picture, on whole pixels: most bars look like some other one."""
        key = (kind, state, width, height)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = self._picture(*key)
        self._kept.append((QPointF(left - 2, top - 2), picture))

    def _add_shape(self, rect: QRectF, kind: Kind, state: State) -> None:
        path = self._bodies.get((kind, state))
        if path is None:
            path = self._bodies[kind, state] = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
        path.addPath(bar_path(rect, kind))

    def _picture(self, kind: Kind, state: State, width: float, height: float) -> QPixmap:
        """A short bar with its sign as a picture with two pixels around it."""
        look = self._look
        key = (kind, state, width, height, self._color.rgba(), look.theme.dark, look.dpr)
        picture = _pictures.get(key)
        if picture is None:
            picture = QPixmap(round((width + 4) * look.dpr), round((height + 4) * look.dpr))
            picture.setDevicePixelRatio(look.dpr)
            picture.fill(Qt.GlobalColor.transparent)
            alone = BarBatch(look, self._color)
            alone._add_shape(QRectF(2, 2, width, height), kind, state)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            alone.paint(painter)
            if kind not in UNSIGNED and height + 2 <= width <= KEPT_UP_TO_PX:
                paint_signs(painter, sign_path(QRectF(4, 2, height, height), kind), state, self._color, look)
            painter.end()
            if len(_pictures) >= MOST_KEPT:
                _pictures.clear()
            _pictures[key] = picture
        return picture

    def paint(self, painter: QPainter) -> None:
        """Paints what was collected, in an order that does not depend on what else is in view."""
        for kind, state in sorted(self._strokes, key=_order):
            self._paint_strokes(painter, self._strokes[kind, state], kind, state)
        for place, picture in self._kept:
            painter.drawPixmap(place, picture)
        strong = self._look.color("text")
        for kind, state in sorted(self._bodies, key=_order):
            path = self._bodies[kind, state]
            self._fill(painter, path, kind, state)
            if state == "open" and kind not in ("slow", "active"):
                continue
            painter.setPen(outline_pen(state, self._color, strong))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)

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
            filled = mixed(self._color, self._surface, 0.4) if kind == "slow" else solid(self._look, self._color, state)
            painter.fillPath(path, filled)

    def _paint_strokes(self, painter: QPainter, rects: list[QRectF], kind: Kind, state: State) -> None:
        if kind == "slow":
            rects = [QRectF(r.left(), r.top() + 0.5 * r.height(), r.width(), 0.5 * r.height()) for r in rects]
        if state == "accepted" or (state == "open" and kind != "active"):
            fill_boxes(painter, rects, self._color)
            return
        inside = self._surface if state == "rejected" else mixed(self._color, self._surface, 0.35)
        fill_boxes(painter, [r.adjusted(0, 0, -1, -1) for r in rects], inside, QPen(self._color, 1))


def solid(look: Look, color: QColor, state: State) -> QColor:
    """What a bar of a limb's colour is filled with; a rejected one is hollow."""
    if state == "rejected":
        return look.color("surface")
    return mixed(color, look.color("surface"), 0.55) if state == "unsure" else color


def ink_on_bar(look: Look, color: QColor, state: State) -> QColor:
    """What reads on such a bar."""
    return look.color("text") if state == "rejected" else look.ink_on(solid(look, color, state))


def paint_signs(painter: QPainter, path: QPainterPath, state: State, color: QColor, look: Look) -> None:
    """Paints the signs of kinds on bars of one colour and verdict."""
    ink = ink_on_bar(look, color, state)
    painter.setPen(QPen(ink, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _order(style: Style) -> tuple[int, int]:
    return KINDS.index(style[0]), STATES.index(style[1])
