"""Writes on and behind the bars what they are. Labels and signs keep to the view, and are painted anew when it moves."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from annotator.ui.timeline import words
from annotator.ui.timeline.bar_batch import KEPT_UP_TO_PX, UNSIGNED, ink_on_bar, paint_signs
from annotator.ui.timeline.labels import draw_label
from annotator.ui.timeline.lanes import Lane
from annotator.ui.timeline.look import Look, mixed
from annotator.ui.timeline.marks import Layouts
from annotator.ui.timeline.paint_bars import BADGE_PX, BADGED_INSIDE_PX, COLUMN_PX, bar_box
from annotator.ui.timeline.scene import Scene, Shown, State
from annotator.ui.timeline.shapes import sign_path
from annotator.ui.timeline.sheet import Sheet

# No label is shorter than this.
LABELLED_FROM_PX: Final = 24.0


class BarLabels:
    """Collects the signs and labels of one lane's bars, then paints them."""

    def __init__(self, lane: Lane, sheet: Sheet, look: Look) -> None:
        self._sheet, self._look = sheet, look
        self._color = look.limb_color(lane.limb)
        self._top, self._height = bar_box(lane, look)
        self._signs: dict[State, QPainterPath] = {}
        self._labels: list[tuple[QRectF, str, Shown | None]] = []
        self._free_from = sheet.left_px

    def add(self, left: float, right: float, shown: Shown, free_until: float) -> None:
        """Takes a bar; its label may lie behind it up to `free_until` pixels. Where bars overlap, the first one speaks."""
        sheet, height, kind = self._sheet, self._height, shown.kind
        first, last = max(left, sheet.left_px), min(right, sheet.right_px)
        if first < self._free_from:
            return
        if right - left > KEPT_UP_TO_PX and kind not in UNSIGNED and last - first >= height + 2:
            self._free_from = first + height + 4
            sign = QRectF(first + 2, self._top, height, height)
            self._signs.setdefault(shown.state, QPainterPath()).addPath(sign_path(sign, kind))
        label = words.bar_label(shown)
        wide = self._look.small_width(label) + 4
        start = first + (6 if kind in UNSIGNED else height + 4)
        judged = shown.state != "open" or shown.by_reviewer
        badge = BADGE_PX if judged and right - left > BADGED_INSIDE_PX and right < sheet.right_px + BADGE_PX else 0
        if start + wide < last - 2 - badge:
            self._free_from = start + wide
            self._labels.append((QRectF(start, self._top, wide, height), label, shown))
        elif right + 9 + wide < min(free_until, sheet.right_px) - 6:
            self._free_from = right + 9 + wide
            self._labels.append((QRectF(right + 5, self._top, wide, height), label, None))

    def paint(self, painter: QPainter) -> None:
        """Paints what was collected."""
        look, color = self._look, self._color
        for state, path in self._signs.items():
            paint_signs(painter, path, state, color, look)
        for rect, label, shown in self._labels:
            ink = look.color("muted")
            if shown is not None:
                if shown.kind == "active":
                    plate = rect.adjusted(-3, 1.5, 0, -1.5)
                    painter.fillRect(plate, mixed(color, look.color("surface"), 0.18))
                plain = shown.kind in ("slow", "active")
                ink = look.color("text") if plain else ink_on_bar(look, color, shown.state)
            draw_label(painter, rect, label, ink, look)


def paint_bar_labels(
    painter: QPainter, lane: Lane, sheet: Sheet, scene: Scene, look: Look, layouts: Layouts, hidden: int | None = None
) -> None:
    """Paints a lane's signs and labels, where there is room for them."""
    marks = scene.lane(lane.limb)
    plan = layouts.within(sheet, marks, COLUMN_PX)
    height = bar_box(lane, look)[1]
    first, last = np.maximum(plan.left, sheet.left_px), np.minimum(plan.right, sheet.right_px)
    behind = np.minimum(plan.following - 6, sheet.right_px) - plan.right - 4
    roomy = (last - first >= height + 2) & (np.maximum(last - first - 8, behind) >= LABELLED_FROM_PX)
    labels = BarLabels(lane, sheet, look)
    for n in (roomy).nonzero()[0].tolist():
        key = int(marks.key[plan.single[n]])
        if key != hidden:
            left, right = float(plan.left[n]), float(plan.right[n])
            labels.add(left, right, scene.movements[key], max(float(plan.following[n]), right))
    labels.paint(painter)
