"""Paints what moves over the standing picture: playhead, loop, selection, a dragged edge, the keyboard's focus."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from annotator.ui.timeline.bar_batch import BarBatch
from annotator.ui.timeline.edges import Edge
from annotator.ui.timeline.lanes import Lanes
from annotator.ui.timeline.look import Look
from annotator.ui.timeline.paint_bars import badge_place, bar_box, paint_badges
from annotator.ui.timeline.paint_compared import Place, paint_compared
from annotator.ui.timeline.paint_labels import BarLabels
from annotator.ui.timeline.scene import Scene, Shown
from annotator.ui.timeline.sheet import Sheet
from annotator.ui.timeline.ticks import time_text
from annotator.ui.timeline.viewport import Viewport


@dataclass(frozen=True, slots=True)
class Overlay:
    """All that moves: `dragged` is a movement as it would be if the mouse were let go now, with the edge held;
    `compared` a place at which two reviews are compared."""

    playhead_s: float
    loop: tuple[float, float] | None = None
    selected: Shown | None = None
    selected_flag: int | None = None
    span: tuple[float, float] | None = None
    dragged: tuple[Shown, Edge] | None = None
    focused: bool = False
    compared: Place | None = None


def paint_overlay(painter: QPainter, overlay: Overlay, scene: Scene, lanes: Lanes, view: Viewport, look: Look) -> None:
    """Paints the moving things in their order, the playhead last."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    painter.setClipRect(QRectF(view.left_px, 0, view.width_px, lanes.bottom))
    if overlay.loop is not None:
        _paint_loop(painter, overlay.loop, lanes, view, look)
    if overlay.span is not None:
        _paint_span(painter, overlay.span, lanes, view, look)
    if overlay.dragged is not None:
        _paint_selected(painter, overlay.dragged[0], lanes, view, look, overlay.dragged[1])
    elif overlay.selected is not None:
        _paint_selected(painter, overlay.selected, lanes, view, look, None)
    if overlay.selected_flag is not None and overlay.selected_flag < len(scene.patterns):
        _paint_selected_flag(painter, overlay.selected_flag, scene, lanes, view, look)
    if overlay.compared is not None:
        paint_compared(painter, overlay.compared, lanes, view, look)
    painter.restore()
    if overlay.dragged is not None:
        shown, edge = overlay.dragged
        at = shown.onset_s if edge == "onset" else shown.offset_s
        paint_time_tag(painter, at, lanes, view, look, strong=False)
    if view.contains(overlay.playhead_s):
        _paint_playhead(painter, overlay.playhead_s, lanes, view, look)
    if overlay.focused:
        painter.setPen(QPen(look.theme.color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(1, 1, view.right_px - 2, lanes.bottom - 2))


def playhead_rect(seconds: float, lanes: Lanes, view: Viewport, look: Look) -> QRectF:
    """The part of the view that the playhead and its time cover."""
    x = view.x(seconds)
    half = look.small_width(time_text(seconds)) / 2 + 12
    return QRectF(x - half, 0, 2 * half, lanes.bottom)


def _paint_loop(painter: QPainter, loop: tuple[float, float], lanes: Lanes, view: Viewport, look: Look) -> None:
    left, right = view.x(loop[0]), view.x(loop[1])
    axis = lanes.rows[0]
    color = look.theme.color("accent")
    painter.fillRect(
        QRectF(left, axis.bottom, right - left, lanes.bottom - axis.bottom), look.theme.color("accent", 0.07)
    )
    painter.fillRect(QRectF(left, axis.bottom - 4, right - left, 4), color)
    painter.setPen(QPen(color, 1.5))
    for x, inward in ((left, 5.0), (right, -5.0)):
        painter.drawPolyline(
            QPolygonF([QPointF(x + inward, axis.top + 3), QPointF(x, axis.top + 3), QPointF(x, axis.bottom)])
        )
    dashes = QPen(color, 1)
    dashes.setDashPattern([3, 3])
    painter.setPen(dashes)
    for x in (left, right):
        painter.drawLine(QPointF(x, axis.bottom), QPointF(x, lanes.bottom))


def _paint_span(painter: QPainter, span: tuple[float, float], lanes: Lanes, view: Viewport, look: Look) -> None:
    left, right = view.x(span[0]), view.x(span[1])
    top = lanes.rows[0].bottom
    rect = QRectF(left, top, max(right - left, 1), lanes.bottom - top)
    painter.fillRect(rect, look.theme.color("accent", 0.16))
    painter.setPen(QPen(look.theme.color("accent"), 1))
    painter.drawLine(rect.topLeft(), rect.bottomLeft())
    painter.drawLine(rect.topRight(), rect.bottomRight())


def _paint_selected(
    painter: QPainter, shown: Shown, lanes: Lanes, view: Viewport, look: Look, held: Edge | None
) -> None:
    """A band over all limbs, and on each of its lanes a frame around the bar with a grip at both ends."""
    theme = look.theme
    left, right = view.x(shown.onset_s), view.x(shown.offset_s)
    if right < view.left_px or left > view.right_px:
        return
    rows = [lane for lane in map(lanes.limb, shown.lanes) if lane is not None]
    first, last = lanes.of("limb")[0], lanes.of("limb")[-1]
    wide = max(right - left, 3)
    painter.fillRect(QRectF(left, first.top, wide, last.bottom - first.top), look.theme.color("accent", 0.07))
    for lane in rows:
        top, height = bar_box(lane, look)
        rect = QRectF(left, top, wide, height)
        if held is not None:
            painter.fillRect(rect, theme.color("surface"))
            batch = BarBatch(look, theme.limb_color(lane.limb))
            batch.add(rect, shown.kind, shown.state)
            batch.paint(painter)
            labels = BarLabels(lane, Sheet.of(view), look)
            labels.add(rect.left(), rect.right(), shown, view.right_px)
            labels.paint(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("surface"), 4))
        painter.drawRect(rect.adjusted(-2, -2, 2, 2))
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 2, 2)
        if shown.state != "open" or shown.by_reviewer:
            paint_badges(painter, [(*badge_place(left, left + wide, top), shown.state, shown.by_reviewer)], look)
        if wide < 10:
            continue
        for x, edge in ((left - 2, "onset"), (right + 2, "offset")):
            grip = QRectF(x - 2.5, top + height / 2 - 5, 5, 10)
            painter.setPen(QPen(theme.color("surface"), 1))
            painter.setBrush(theme.color("playhead" if edge == held else "accent"))
            painter.drawRoundedRect(grip, 2, 2)


def _paint_selected_flag(painter: QPainter, index: int, scene: Scene, lanes: Lanes, view: Viewport, look: Look) -> None:
    flag = scene.patterns[index]
    left, right = view.x(flag.start_s), view.x(flag.end_s)
    top = lanes.rows[0].bottom
    painter.fillRect(QRectF(left, top, max(right - left, 3), lanes.bottom - top), look.theme.color("accent", 0.08))
    painter.setPen(QPen(look.theme.color("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    lane = next((lane for lane in lanes.of("flag") if lane.rule == flag.rule), None)
    if lane is not None:
        painter.drawRoundedRect(QRectF(left - 2, lane.top + 1, max(right - left, 3) + 4, lane.height - 2), 2, 2)
    own = [scene.movements[key] for key in flag.movements if key in scene.movements]
    color = look.theme.color("accent")
    painter.setPen(QPen(color, 2))
    for shown in own[:2000]:
        x0, x1 = view.x(shown.onset_s), view.x(shown.offset_s)
        if x1 < view.left_px or x0 > view.right_px:
            continue
        for limb in shown.lanes:
            row = lanes.limb(limb)
            if row is not None:
                painter.drawLine(QPointF(x0, row.bottom - 2), QPointF(max(x1, x0 + 2), row.bottom - 2))


def _paint_playhead(painter: QPainter, seconds: float, lanes: Lanes, view: Viewport, look: Look) -> None:
    x = view.x(seconds)
    painter.setPen(QPen(look.theme.color("surface", 0.8), 3.5))
    painter.drawLine(QPointF(x, lanes.rows[0].bottom), QPointF(x, lanes.bottom))
    painter.setPen(QPen(look.theme.color("playhead"), 1.5))
    painter.drawLine(QPointF(x, lanes.rows[0].bottom - 4), QPointF(x, lanes.bottom))
    paint_time_tag(painter, seconds, lanes, view, look, strong=True)


def paint_time_tag(
    painter: QPainter, seconds: float, lanes: Lanes, view: Viewport, look: Look, *, strong: bool
) -> None:
    """A time in a small tag on the axis: the playhead's, or the edge's that is being dragged."""
    theme = look.theme
    axis = lanes.rows[0]
    text = time_text(seconds)
    x = view.x(seconds)
    width = look.small_width(text) + 12
    tag = QRectF(min(max(x - width / 2, view.left_px), view.right_px - width), axis.top + 1, width, axis.height - 6)
    painter.setPen(Qt.PenStyle.NoPen)
    color = theme.color("playhead" if strong else "accent")
    painter.setBrush(color)
    painter.drawRoundedRect(tag, 4, 4)
    painter.drawPolygon(
        QPolygonF([QPointF(x - 4, tag.bottom() - 0.5), QPointF(x + 4, tag.bottom() - 0.5), QPointF(x, axis.bottom)])
    )
    painter.setPen(look.ink_on(color))
    painter.setFont(look.small)
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)
