"""Paints movements and flags. A bar's colour is its limb's; its kind is told by its shape and sign, its verdict by its
outline and badge, so that nothing is told by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from annotator.session.model import KINDS
from annotator.ui.timeline.bar_batch import SHAPED_FROM_PX, BarBatch
from annotator.ui.timeline.lanes import Lane
from annotator.ui.timeline.look import Look, check_path, cross_path, fill_boxes, mixed, plus_path, question_path
from annotator.ui.timeline.marks import Drawn, Marks, draw_plan
from annotator.ui.timeline.rasters import as_image, columns_down
from annotator.ui.timeline.scene import STATES, Scene, State, kind_and_state, state_of
from annotator.ui.timeline.shapes import outline_pen
from annotator.ui.timeline.viewport import Viewport

# Movements too close to be told apart are counted in columns this wide.
COLUMN_PX: Final = 4.0
BADGE_PX: Final = 11.0


def _narrow_style(style: int) -> int:
    """The style that a narrow bar of this one is drawn like: only its height and its filling can be seen."""
    kind, state = kind_and_state(style)
    if state == "accepted":
        state = "open"
    if kind == "active" and state == "open":
        state = "unsure"
    return KINDS.index("slow" if kind == "slow" else "jerk") | STATES.index(state) << 3


NARROW_STYLES: Final = np.array([_narrow_style(n) if n & 7 < len(KINDS) else 0 for n in range(64)], np.uint8)


def bar_box(lane: Lane, look: Look) -> tuple[float, float]:
    """Top and height of the row of bars at a limb lane's foot."""
    height = float(round(min(1.15 * look.small_em, 0.5 * lane.height)))
    return lane.bottom - height - 4, height


def paint_limb_bars(
    painter: QPainter,
    lane: Lane,
    view: Viewport,
    scene: Scene,
    look: Look,
    plan: Drawn,
    most: int,
    hidden: int | None = None,
) -> None:
    """Paints a limb's movements by `plan`. A column of `most` reaches the lane's top; `hidden` is left out."""
    marks = scene.lane(lane.limb)
    top, height = bar_box(lane, look)
    color = look.theme.limb_color(lane.limb)
    _paint_counts(painter, lane, view, plan, most, look, color)
    kept = marks.key[plan.single] != hidden if hidden is not None else np.ones(len(plan.single), bool)
    single, left, right = plan.single[kept], plan.left[kept], plan.right[kept]
    style, width = marks.style[single], right - left
    batch = BarBatch(look, color, view)
    narrow = width < SHAPED_FROM_PX
    plain = np.where(narrow, NARROW_STYLES[style], np.uint8(255))
    for one in sorted(set(plain.tolist()) - {255}):
        chosen = plain == one
        boxes = zip(np.rint(left[chosen]).tolist(), np.rint(width[chosen]).tolist(), strict=True)
        batch.add_narrow([QRectF(x, top, w, height) for x, w in boxes], *kind_and_state(one))
    following = np.append(left[1:], view.right_px)
    for n in np.flatnonzero(~narrow).tolist():
        shown = scene.movements[int(marks.key[single[n]])]
        free_until = max(float(following[n]), float(right[n]))
        batch.add(QRectF(left[n], top, width[n], height), shown, free_until)
    batch.paint(painter)
    badges = []
    for n in np.flatnonzero(style >> 3).tolist():
        x, y = badge_place(float(left[n]), float(right[n]), view, top)
        badges.append((x, y, kind_and_state(int(style[n]))[1], bool(style[n] >> 5)))
    paint_badges(painter, badges, look)


def badge_place(left: float, right: float, view: Viewport, top: float) -> tuple[float, float]:
    """Where a bar's badge sits: on the upper right corner of a wide bar, above a narrow one, which stays visible."""
    if right - left > 3 * BADGE_PX:
        return min(right, view.right_px - BADGE_PX) - 4, top - 1
    return (left + right) / 2, top - 0.5 * BADGE_PX - 1


def _paint_counts(
    painter: QPainter, lane: Lane, view: Viewport, plan: Drawn, most: int, look: Look, color: QColor
) -> None:
    """Columns as high as a bar for one movement, growing with their number up to the lane's top."""
    if not len(plan.counts):
        return
    bar_top, bar_height = bar_box(lane, look)
    heights = bar_height + (bar_top - lane.top - 3) * (plan.counts - 1) / max(most - 1, 1)
    tall = round((bar_top + bar_height - lane.top) * look.dpr)
    width = round(view.width_px * look.dpr)
    tops = np.full(width, tall, np.int16)
    left = np.rint((plan.columns - view.left_px) * look.dpr).astype(np.intp)
    top = np.rint(tall - heights * look.dpr).astype(np.int16)
    for shift in range(round((COLUMN_PX - 1) * look.dpr)):
        within = (left + shift >= 0) & (left + shift < width)
        tops[(left + shift)[within]] = top[within]
    filled = mixed(color, look.theme.color("surface"), 0.82)
    painter.drawImage(QPointF(view.left_px, lane.top), as_image(columns_down(tops, tall), filled, filled, look.dpr))


def paint_badges(painter: QPainter, badges: Sequence[tuple[float, float, State, bool]], look: Look) -> None:
    """Small discs on bars' top edges `(x, y, state, by_reviewer)`: a tick, a cross, a question mark, a plus. None where
    the one before it would be covered."""
    free_from = -1e9
    for x, y, state, by_reviewer in badges:
        if x - 0.5 * BADGE_PX < free_from or (state == "open" and not by_reviewer):
            continue
        free_from = x + 0.5 * BADGE_PX + 1
        color = look.theme.color(state if state != "open" else "accent")
        picture = _badge(state, by_reviewer, color.rgba(), look.theme.surface, look.dpr)
        half = 0.5 * BADGE_PX + 1
        painter.drawPixmap(QPointF(round(x - half), round(y - half)), picture)


@lru_cache(maxsize=64)
def _badge(state: State, by_reviewer: bool, ink: int, surface: str, dpr: float) -> QPixmap:
    """One badge, round on what was detected, square on what a person added."""
    side, color = BADGE_PX + 2, QColor.fromRgba(ink)
    picture = QPixmap(round(side * dpr), round(side * dpr))
    picture.setDevicePixelRatio(dpr)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.2))
    painter.setBrush(QColor(surface))
    body = QRectF(1, 1, BADGE_PX, BADGE_PX)
    if by_reviewer:
        painter.drawRect(body)
    else:
        painter.drawEllipse(body)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    shapes = {"accepted": check_path, "rejected": cross_path, "unsure": question_path, "open": plus_path}
    painter.drawPath(shapes[state](body.center(), 0.6 * BADGE_PX))
    painter.end()
    return picture


def paint_flag_row(painter: QPainter, lane: Lane, view: Viewport, scene: Scene, look: Look) -> None:
    """Paints one rule's flags: a bracket each, square at both ends like the stretch it names."""
    if lane.rule is None:
        return
    marks: Marks = scene.flags[lane.rule]
    plan: Drawn = draw_plan(marks, view)
    color = look.theme.color("accent")
    height = max(round(0.42 * lane.height), 4)
    top = lane.top + round((lane.height - height) / 2)
    crowd = [QRectF(x, top, 1, height) for x in np.rint(plan.columns).tolist()]
    badges = []
    surface, strong = look.theme.color("surface"), look.theme.color("text")
    filled, quiet = mixed(color, surface, 0.28), outline_pen("open", color, strong)
    ends: list[QLineF] = []
    for key, left, right in zip(marks.key[plan.single].tolist(), plan.left.tolist(), plan.right.tolist(), strict=True):
        state = state_of(scene.patterns[key].review) or "open"
        rect = QRectF(left, top, right - left, height)
        if right - left <= SHAPED_FROM_PX and state == "open":
            crowd.append(QRectF(round(left), top, round(right - left), height))
            continue
        painter.setBrush(surface if state == "rejected" else filled)
        painter.setPen(quiet if state == "open" else outline_pen(state, color, strong))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        if right - left > 12:
            ends += [QLineF(x, top - 1.5, x, top + height + 1.5) for x in (left + 1, right - 1)]
        if state != "open":
            badges.append(((left + right) / 2, lane.top + lane.height / 2, state, False))
    painter.setPen(QPen(color, 2))
    painter.drawLines(ends)
    fill_boxes(painter, crowd, color)
    paint_badges(painter, badges, look)
