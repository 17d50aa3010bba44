"""Paints when each limb could be judged and why not, and which spans a person watched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.anatomy import LIMBS, Limb
from annotator.ui.timeline import words
from annotator.ui.timeline.labels import draw_label
from annotator.ui.timeline.lanes import Lane
from annotator.ui.timeline.look import HATCHES, Look, check_path, fill_boxes, hatch_brush, mixed
from annotator.ui.timeline.marks import Layouts, Marks
from annotator.ui.timeline.scene import Scene
from annotator.ui.timeline.sheet import Sheet, whole

HATCHED_FROM_PX = 7.0


def limb_rows(lane: Lane) -> dict[Limb, tuple[float, float]]:
    """Top and height of each limb's thin row within the observability lane."""
    step = (lane.height - 7) / len(LIMBS)
    return {limb: (lane.top + 3 + n * step, step - 1) for n, limb in enumerate(LIMBS)}


def paint_observed(painter: QPainter, lane: Lane, sheet: Sheet, scene: Scene, look: Look, layouts: Layouts) -> None:
    """A thin row a limb, filled where it could be judged; hatched by reason where not. What hid the whole baby is one
    block over all rows."""
    surface = look.color("surface")
    for limb, (top, height) in limb_rows(lane).items():
        painter.fillRect(
            QRectF(sheet.left_px, top, sheet.width_px, height), mixed(look.limb_color(limb), surface, 0.42)
        )
        _paint_gaps(painter, scene.unseen.get(limb), top, height, sheet, scene, look, layouts)
    _paint_gaps(painter, scene.unseen.get(None), lane.top + 3, lane.height - 7, sheet, scene, look, layouts)


def paint_veils(
    painter: QPainter, lanes: Sequence[Lane], sheet: Sheet, scene: Scene, look: Look, layouts: Layouts
) -> None:
    """Greys the limbs' lanes where they could not be judged: an empty trace there is no stillness."""
    places: list[tuple[Limb | None, float, float]] = [
        (lane.limb, lane.top, lane.height - 1) for lane in lanes if lane.limb is not None
    ]
    if lanes:
        places.append((None, lanes[0].top, lanes[-1].bottom - lanes[0].top - 1))
    boxes = []
    for limb, top, height in places:
        marks = scene.unseen.get(limb)
        if marks is None or not len(marks):
            continue
        plan = layouts.within(sheet, marks)
        spans = zip(whole(plan.left).tolist(), whole(plan.right - plan.left).tolist(), strict=True)
        boxes += [QRectF(left, top, width, height) for left, width in spans]
    fill_boxes(painter, boxes, mixed(look.color("excluded"), look.color("surface"), 0.16))


def _paint_gaps(
    painter: QPainter,
    marks: Marks | None,
    top: float,
    height: float,
    sheet: Sheet,
    scene: Scene,
    look: Look,
    layouts: Layouts,
) -> None:
    if marks is None or not len(marks):
        return
    plan = layouts.within(sheet, marks)
    color, surface = look.color("excluded"), look.color("surface")
    name = color.name(QColor.NameFormat.HexArgb)
    narrow = [QRectF(x, top, 1, height) for x in plan.columns.tolist()]
    ends: list[QLineF] = []
    for key, left, right in zip(marks.key[plan.single].tolist(), plan.left.tolist(), plan.right.tolist(), strict=True):
        rect = QRectF(left, top, right - left, height)
        if right - left < HATCHED_FROM_PX:
            narrow.append(QRectF(whole(left), top, whole(right - left), height))
            continue
        painter.fillRect(rect, surface)
        painter.fillRect(rect, hatch_brush(HATCHES[scene.excluded[key].reason], name, look.dpr))
        ends += [QLineF(x, top, x, top + height) for x in (left + 0.5, right - 0.5)]
    painter.setPen(QPen(color, 1))
    painter.drawLines(ends)
    fill_boxes(painter, narrow, color)


def paint_reasons(painter: QPainter, lane: Lane, sheet: Sheet, scene: Scene, look: Look, layouts: Layouts) -> None:
    """Names what hid the whole baby, where there is room for it."""
    marks = scene.unseen.get(None)
    if marks is None or look.small_em + 2 > lane.height - 7:
        return
    plan = layouts.within(sheet, marks)
    middle = lane.top + 3 + (lane.height - 7) / 2
    for key, left, right in zip(marks.key[plan.single].tolist(), plan.left.tolist(), plan.right.tolist(), strict=True):
        name = words.reason_name(scene.excluded[key].reason)
        left, right = max(left, sheet.left_px), min(right, sheet.right_px)
        width = look.small_width(name) + 10
        if width + 6 > right - left:
            continue
        plate = QRectF(round((left + right - width) / 2), round(middle - look.small_em / 2), width, look.small_em)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(plate, 3, 3)
        draw_label(painter, plate.adjusted(5, 0, 0, 0), name, look.color("text"), look)


def paint_looked(painter: QPainter, lane: Lane, sheet: Sheet, scene: Scene, look: Look, layouts: Layouts) -> None:
    """Spans a person watched: a line at both ends."""
    plan = layouts.within(sheet, scene.looked_marks)
    color = look.color("looked")
    middle = lane.top + lane.height / 2
    fill_boxes(painter, [QRectF(x, middle - 3, 1, 6) for x in plan.columns.tolist()], color)
    for left, right in zip(plan.left.tolist(), plan.right.tolist(), strict=True):
        painter.fillRect(QRectF(left, lane.top + 2, right - left, lane.height - 5), look.color("looked", 0.14))
        painter.setPen(QPen(color, 1.6))
        for x in (left + 0.8, right - 0.8):
            painter.drawLine(QPointF(x, lane.top + 2), QPointF(x, lane.bottom - 3))


def paint_lookers(painter: QPainter, lane: Lane, sheet: Sheet, scene: Scene, look: Look, layouts: Layouts) -> None:
    """A tick in each span that a person watched, and the person's name, where there is room."""
    marks = scene.looked_marks
    plan = layouts.within(sheet, marks)
    middle = lane.top + lane.height / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.color("looked"), 1.6))
    for key, left, right in zip(marks.key[plan.single].tolist(), plan.left.tolist(), plan.right.tolist(), strict=True):
        left, right = max(left, sheet.left_px), min(right, sheet.right_px)
        if right - left > 16:
            painter.drawPath(check_path(QPointF(left + 9, middle - 0.5), 7))
        name = scene.looked[key].reviewer
        width = look.small_width(name) + 2
        if name and right - left > width + 26:
            box = QRectF(left + 18, lane.top, width, lane.height - 1)
            draw_label(painter, box, name, look.color("muted"), look)
