"""Paints when each limb could be judged and why not, and which spans a person watched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.anatomy import LIMBS, Limb
from annotator.ui.timeline import words
from annotator.ui.timeline.lanes import Lane
from annotator.ui.timeline.look import HATCHES, Look, check_path, fill_boxes, fill_hatched, mixed
from annotator.ui.timeline.marks import draw_plan
from annotator.ui.timeline.scene import Scene
from annotator.ui.timeline.viewport import Viewport

HATCHED_FROM_PX = 7.0


def limb_rows(lane: Lane) -> dict[Limb, tuple[float, float]]:
    """Top and height of each limb's thin row within the observability lane."""
    step = (lane.height - 7) / len(LIMBS)
    return {limb: (lane.top + 3 + n * step, step - 1) for n, limb in enumerate(LIMBS)}


def paint_observed(painter: QPainter, lane: Lane, view: Viewport, scene: Scene, look: Look) -> None:
    """A thin row a limb, filled where it could be judged; hatched by reason where not. What hid the whole baby is one
    block over all rows, named where there is room."""
    theme = look.theme
    surface = theme.color("surface")
    rows = limb_rows(lane)
    for limb, (top, height) in rows.items():
        painter.fillRect(QRectF(view.left_px, top, view.width_px, height), mixed(theme.limb_color(limb), surface, 0.42))
        marks = scene.unseen.get(limb)
        if marks is not None and len(marks):
            plan = draw_plan(marks, view)
            for key, left, right in zip(marks.key[plan.single], plan.left, plan.right, strict=True):
                _paint_gap(painter, QRectF(left, top, right - left, height), int(key), scene, look)
            _paint_crowd(painter, plan.columns.tolist(), top, height, look)
    whole = scene.unseen.get(None)
    if whole is None:
        return
    plan = draw_plan(whole, view)
    top, height = lane.top + 3, lane.height - 7
    for key, left, right in zip(whole.key[plan.single], plan.left, plan.right, strict=True):
        rect = QRectF(left, top, right - left, height)
        _paint_gap(painter, rect, int(key), scene, look)
        _paint_reason(painter, rect, words.reason_name(scene.excluded[int(key)].reason), view, look)
    _paint_crowd(painter, plan.columns.tolist(), top, height, look)


def paint_veils(painter: QPainter, lanes: Sequence[Lane], view: Viewport, scene: Scene, look: Look) -> None:
    """Greys the limbs' lanes where they could not be judged: an empty trace there is no stillness."""
    places: list[tuple[Limb | None, float, float]] = [
        (lane.limb, lane.top, lane.height - 1) for lane in lanes if lane.limb is not None
    ]
    if lanes:
        places.append((None, lanes[0].top, lanes[-1].bottom - lanes[0].top - 1))
    for limb, top, height in places:
        marks = scene.unseen.get(limb)
        if marks is None or not len(marks):
            continue
        plan = draw_plan(marks, view)
        spans = zip(plan.left.tolist(), plan.right.tolist(), strict=True)
        boxes = [QRectF(round(left), top, round(right - left), height) for left, right in spans]
        fill_boxes(painter, boxes, mixed(look.theme.color("excluded"), look.theme.color("surface"), 0.16))


def _paint_gap(painter: QPainter, rect: QRectF, index: int, scene: Scene, look: Look) -> None:
    color = look.theme.color("excluded")
    if rect.width() < HATCHED_FROM_PX:
        painter.fillRect(rect, color)
        return
    painter.fillRect(rect, look.theme.color("surface"))
    fill_hatched(painter, rect, HATCHES[scene.excluded[index].reason], color, look.dpr)
    painter.setPen(QPen(color, 1))
    painter.drawLine(QPointF(rect.left() + 0.5, rect.top()), QPointF(rect.left() + 0.5, rect.bottom()))
    painter.drawLine(QPointF(rect.right() - 0.5, rect.top()), QPointF(rect.right() - 0.5, rect.bottom()))


def _paint_crowd(painter: QPainter, columns: list[float], top: float, height: float, look: Look) -> None:
    fill_boxes(painter, [QRectF(round(x), top, 1, height) for x in columns], look.theme.color("excluded"))


def _paint_reason(painter: QPainter, rect: QRectF, name: str, view: Viewport, look: Look) -> None:
    left, right = max(rect.left(), view.left_px), min(rect.right(), view.right_px)
    width = look.small_width(name) + 10
    if width + 6 > right - left or look.small_em + 2 > rect.height():
        return
    plate = QRectF((left + right - width) / 2, rect.center().y() - look.small_em / 2, width, look.small_em)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.theme.color("surface"))
    painter.drawRoundedRect(plate, 3, 3)
    painter.setPen(look.theme.color("text"))
    painter.setFont(look.small)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, name)


def paint_looked(painter: QPainter, lane: Lane, view: Viewport, scene: Scene, look: Look) -> None:
    """Spans a person watched: a line from end to end with a tick, and the person's name where there is room."""
    color: QColor = look.theme.color("looked")
    plan = draw_plan(scene.looked_marks, view)
    middle = lane.top + lane.height / 2
    _paint_crowd(painter, plan.columns.tolist(), middle - 3, 6, look)
    for key, left, right in zip(scene.looked_marks.key[plan.single], plan.left, plan.right, strict=True):
        shown_left, shown_right = max(left, view.left_px), min(right, view.right_px)
        painter.fillRect(QRectF(left, lane.top + 2, right - left, lane.height - 5), look.theme.color("looked", 0.14))
        painter.setPen(QPen(color, 1.6))
        for x in (left + 0.8, right - 0.8):
            painter.drawLine(QPointF(x, lane.top + 2), QPointF(x, lane.bottom - 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if shown_right - shown_left > 16:
            painter.drawPath(check_path(QPointF(shown_left + 9, middle - 0.5), 7))
        name = scene.looked[int(key)].reviewer
        width = look.small_width(name) + 2
        if name and shown_right - shown_left > width + 26:
            painter.setPen(look.theme.color("muted"))
            painter.setFont(look.small)
            painter.drawText(
                QRectF(shown_left + 18, lane.top, width, lane.height - 1),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                name,
            )
