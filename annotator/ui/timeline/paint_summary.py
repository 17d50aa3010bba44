"""Paints the whole video on one strip: what moved, where a pattern flag lies, where nothing could be judged."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from annotator.ui.timeline.bar_batch import SHAPED_FROM_PX
from annotator.ui.timeline.look import Look, fill_boxes, fill_hatched, mixed
from annotator.ui.timeline.marks import draw_plan
from annotator.ui.timeline.paint_bars import COLUMN_PX, paint_badges
from annotator.ui.timeline.scene import Scene
from annotator.ui.timeline.shapes import bar_path, outline_pen
from annotator.ui.timeline.viewport import Viewport


@dataclass(frozen=True, slots=True)
class SummaryBox:
    """Where on the strip things lie: the flags' row from `top`, the marks from `marks_top` down to `bottom`.

    `bar` is a single mark's height; many in one place grow from there up to `marks_top`.
    """

    top: float
    marks_top: float
    bottom: float
    bar: float


def paint_summary(
    painter: QPainter, box: SummaryBox, view: Viewport, scene: Scene, look: Look, *, badges: bool
) -> None:
    """Paints one strip. `badges` also shows verdicts, where there is room for them."""
    theme = look.theme
    surface = theme.color("surface")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = scene.unseen.get(None)
    if whole is not None:
        plan = draw_plan(whole, view)
        for left, right in zip(plan.left.tolist(), plan.right.tolist(), strict=True):
            rect = QRectF(round(left), box.top, round(right - left), box.bottom - box.top)
            painter.fillRect(rect, theme.color("excluded", 0.12))
            if rect.width() > 3:
                fill_hatched(painter, rect, "rising", theme.color("excluded", 0.55), look.dpr)
        columns = [QRectF(round(x), box.top, 1, box.bottom - box.top) for x in plan.columns.tolist()]
        fill_boxes(painter, columns, theme.color("excluded", 0.4))
    painter.setPen(QPen(theme.color("line"), 1))
    painter.drawLine(QPointF(view.left_px, box.bottom + 0.5), QPointF(view.right_px, box.bottom + 0.5))
    _paint_active(painter, box, view, scene, look)
    color = theme.color("accent")
    plan = draw_plan(scene.counted, view, COLUMN_PX)
    most = max(int(plan.counts.max(initial=0)), 4)
    heights = box.bar + (box.bottom - box.marks_top - box.bar) * (plan.counts - 1) / (most - 1)
    boxes = [
        QRectF(x, box.bottom - h, COLUMN_PX - 1, h)
        for x, h in zip(np.rint(plan.columns).tolist(), np.rint(heights).tolist(), strict=True)
    ]
    fill_boxes(painter, boxes, mixed(color, surface, 0.85))
    narrow, judged = [], []
    top = box.bottom - box.bar
    for key, left, right in zip(
        scene.counted.key[plan.single].tolist(), plan.left.tolist(), plan.right.tolist(), strict=True
    ):
        shown = scene.movements[key]
        if shown.state != "open" or shown.by_reviewer:
            judged.append(((left + right) / 2, top - 7, shown.state, shown.by_reviewer))
        if right - left < SHAPED_FROM_PX:
            narrow.append(QRectF(round(left), top, round(right - left), box.bar))
            continue
        path = bar_path(QRectF(left, top, right - left, box.bar), shown.kind)
        painter.fillPath(path, color)
        painter.setPen(outline_pen(shown.state, color, theme.color("text")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    fill_boxes(painter, narrow, color)
    if badges:
        paint_badges(painter, judged, look)
    _paint_flags(painter, box, view, scene, look)


def _paint_active(painter: QPainter, box: SummaryBox, view: Viewport, scene: Scene, look: Look) -> None:
    plan = draw_plan(scene.active, view)
    color = look.theme.color("muted", 0.5)
    for left, right in zip(plan.left.tolist(), plan.right.tolist(), strict=True):
        rect = QRectF(round(left), box.bottom - box.bar, round(right - left), box.bar)
        painter.fillRect(rect, look.theme.color("muted", 0.14))
        if rect.width() > 6:
            fill_hatched(painter, rect, "falling", color, look.dpr)
    fill_boxes(painter, [QRectF(round(x), box.bottom - box.bar, 1, box.bar) for x in plan.columns.tolist()], color)


def _paint_flags(painter: QPainter, box: SummaryBox, view: Viewport, scene: Scene, look: Look) -> None:
    """Brackets along the top: one over each stretch that a rule names, whichever rule."""
    plan = draw_plan(scene.any_flag, view)
    color = look.theme.color("text")
    y = box.top + 2.5
    painter.setPen(QPen(color, 1.4))
    for left, right in zip(plan.left.tolist(), plan.right.tolist(), strict=True):
        if right - left < 6:
            painter.drawLine(QPointF(left, y), QPointF(right, y))
            continue
        painter.drawLine(QPointF(left + 0.7, y), QPointF(right - 0.7, y))
        painter.drawLine(QPointF(left + 0.7, y), QPointF(left + 0.7, y + 3))
        painter.drawLine(QPointF(right - 0.7, y), QPointF(right - 0.7, y + 3))
    fill_boxes(painter, [QRectF(round(x), y - 0.5, 1, 2) for x in plan.columns.tolist()], color)
