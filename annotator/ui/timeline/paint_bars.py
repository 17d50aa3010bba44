"""Paints movements and flags. A bar's colour is its limb's; its kind is told by its shape and sign, its verdict by its
outline and badge, so that nothing is told by colour alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.session.model import Kind
from annotator.ui.timeline import words
from annotator.ui.timeline.lanes import Lane
from annotator.ui.timeline.look import Look, check_path, cross_path, fill_boxes, fill_hatched, mixed, plus_path
from annotator.ui.timeline.marks import Drawn, Marks, draw_plan
from annotator.ui.timeline.scene import Scene, Shown, State, state_of
from annotator.ui.timeline.viewport import Viewport

# Narrower than this a bar is a plain stroke; its kind then shows in its height and filling.
SHAPED_FROM_PX: Final = 9.0
# Movements too close to be told apart are counted in columns this wide.
COLUMN_PX: Final = 4.0
BADGE_PX: Final = 11.0


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
    _paint_counts(painter, lane, plan, most, look, color)
    strokes: dict[tuple[Kind, State], list[QRectF]] = defaultdict(list)
    badges: list[tuple[tuple[float, float], Shown]] = []
    lefts = plan.left.tolist()
    for key, left, right, next_left in zip(
        marks.key[plan.single].tolist(), lefts, plan.right.tolist(), [*lefts[1:], view.right_px], strict=False
    ):
        shown = scene.movements[key]
        if key == hidden:
            continue
        rect = QRectF(left, top, right - left, height)
        if shown.state != "open" or shown.by_reviewer:
            badges.append((badge_place(left, right, view, top), shown))
        if right - left < SHAPED_FROM_PX:
            strokes[shown.kind, shown.state].append(QRectF(round(left), top, round(right - left), height))
        else:
            paint_bar(painter, rect, shown, look, color, max(next_left, right), view)
    for (kind, state), rects in strokes.items():
        _paint_strokes(painter, rects, kind, state, look, color)
    paint_badges(painter, [(x, y, shown.state, shown.by_reviewer) for (x, y), shown in badges], look)


def badge_place(left: float, right: float, view: Viewport, top: float) -> tuple[float, float]:
    """Where a bar's badge sits: on the upper right corner of a wide bar, above a narrow one, which stays visible."""
    if right - left > 3 * BADGE_PX:
        return min(right, view.right_px - BADGE_PX) - 4, top - 1
    return (left + right) / 2, top - 0.5 * BADGE_PX - 1


def _paint_counts(painter: QPainter, lane: Lane, plan: Drawn, most: int, look: Look, color: QColor) -> None:
    """Columns as high as a bar for one movement, growing with their number up to the lane's top."""
    if not len(plan.counts):
        return
    bar_top, bar_height = bar_box(lane, look)
    room = bar_top - lane.top - 3
    heights = np.rint(bar_height + room * np.sqrt((plan.counts - 1) / max(most - 1, 1)))
    lefts = np.rint(plan.columns)
    bottom = bar_top + bar_height
    boxes = [QRectF(x, bottom - h, COLUMN_PX - 1, h) for x, h in zip(lefts.tolist(), heights.tolist(), strict=True)]
    fill_boxes(painter, boxes, mixed(color, look.theme.color("surface"), 0.82))


def _paint_strokes(
    painter: QPainter, rects: Sequence[QRectF], kind: Kind, state: State, look: Look, color: QColor
) -> None:
    """Narrow bars of one kind and verdict, all at once."""
    surface = look.theme.color("surface")
    if kind == "slow":
        rects = [QRectF(r.left(), r.top() + 0.5 * r.height(), r.width(), 0.5 * r.height()) for r in rects]
    if state == "rejected":
        fill_boxes(painter, [r.adjusted(0, 0, -1, -1) for r in rects], surface, QPen(color, 1))
    elif kind == "active" or state == "unsure":
        fill_boxes(painter, [r.adjusted(0, 0, -1, -1) for r in rects], mixed(color, surface, 0.35), QPen(color, 1))
    else:
        fill_boxes(painter, rects, color)


def paint_bar(
    painter: QPainter, rect: QRectF, shown: Shown, look: Look, color: QColor, free_until: float, view: Viewport
) -> None:
    """One bar with room for its shape: sign and label inside where they fit, the label behind it where that is free."""
    theme = look.theme
    surface = theme.color("surface")
    faded = shown.state == "rejected"
    solid = mixed(color, surface, 0.55) if shown.state == "unsure" else color
    path = bar_path(rect, shown.kind)
    painter.setPen(Qt.PenStyle.NoPen)
    if faded:
        painter.fillPath(path, surface)
    elif shown.kind == "active":
        painter.fillPath(path, mixed(color, surface, 0.18))
        painter.save()
        painter.setClipPath(path)
        fill_hatched(painter, rect, "rising", mixed(color, surface, 0.75), look.dpr)
        painter.restore()
    elif shown.kind == "slow":
        painter.fillPath(path, mixed(color, surface, 0.4))
    else:
        painter.fillPath(path, solid)
    painter.setPen(outline_pen(shown.state, color, theme.color("text")))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    inside = solid if not faded and shown.kind not in ("active", "slow") else None
    ink = look.ink_on(inside) if inside is not None else theme.color("text")
    left = max(rect.left(), view.left_px)
    right = min(rect.right(), view.right_px)
    side = rect.height()
    if right - left < side + 2:
        return
    sign = QRectF(left + 2, rect.top(), side, side)
    if shown.kind not in ("slow", "active"):
        _paint_sign(painter, sign, shown.kind, ink)
    label = words.bar_label(shown)
    wide = look.small_width(label) + 4
    painter.setFont(look.small)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    start = sign.right() + 2 if shown.kind not in ("slow", "active") else left + 6
    if start + wide < right - 2:
        if shown.kind == "active":
            plate = QRectF(start - 3, rect.top() + 1.5, wide + 4, rect.height() - 3)
            painter.fillRect(plate, mixed(color, surface, 0.18))
        painter.setPen(ink)
        painter.drawText(QRectF(start, rect.top(), wide, rect.height()), flags, label)
    elif right + 4 + wide < min(free_until - 6, view.right_px):
        painter.setPen(theme.color("muted"))
        painter.drawText(QRectF(right + 5, rect.top(), wide, rect.height()), flags, label)


def bar_path(rect: QRectF, kind: Kind) -> QPainterPath:
    """A kind's outline: a jerk ends in a point, a held one is square, rhythm has teeth, a slow one is a low hump."""
    path = QPainterPath()
    rect = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    if kind == "jerk":
        nose = min(0.45 * rect.height(), 0.5 * rect.width())
        path.moveTo(rect.topLeft())
        path.lineTo(rect.right() - nose, rect.top())
        path.lineTo(rect.right(), rect.center().y())
        path.lineTo(rect.right() - nose, rect.bottom())
        path.lineTo(rect.bottomLeft())
        path.closeSubpath()
    elif kind == "rhythmic":
        tooth, depth = 5.0, 2.5
        teeth = max(int(rect.width() / tooth), 1)
        step = rect.width() / teeth
        path.moveTo(rect.bottomLeft())
        for n in range(teeth):
            path.lineTo(rect.left() + n * step, rect.top() + depth)
            path.lineTo(rect.left() + (n + 0.5) * step, rect.top())
        path.lineTo(rect.right(), rect.top() + depth)
        path.lineTo(rect.bottomRight())
        path.closeSubpath()
    elif kind == "slow":
        low = QRectF(rect.left(), rect.top() + 0.25 * rect.height(), rect.width(), 0.75 * rect.height())
        radius = min(0.5 * low.height(), 0.5 * low.width())
        path.addRoundedRect(low, radius, radius)
    elif kind == "active":
        path.addRect(rect)
    else:
        path.addRoundedRect(rect, 2, 2)
    return path


def outline_pen(state: State, color: QColor, strong: QColor) -> QPen:
    """A verdict's outline: strong and whole for accepted, dashed for rejected, dotted for unsure, quiet where open."""
    if state == "accepted":
        return QPen(strong, 1.6)
    pen = QPen(color, 1.0)
    if state in ("rejected", "unsure"):
        pen = QPen(strong if state == "unsure" else color, 1.2)
        pen.setDashPattern([4, 3] if state == "rejected" else [1.2, 2])
    return pen


def _paint_sign(painter: QPainter, box: QRectF, kind: Kind, ink: QColor) -> None:
    """The small sign of a kind: a spike, one held line, two held lines, or a wave."""
    painter.setPen(QPen(ink, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    inner = box.adjusted(3, 3.5, -3, -3.5)
    left, right, middle = inner.left(), inner.right(), inner.center().y()
    path = QPainterPath(QPointF(left, inner.bottom() if kind == "jerk" else middle))
    if kind == "jerk":
        path.lineTo(left + 0.3 * inner.width(), inner.bottom())
        path.lineTo(left + 0.5 * inner.width(), inner.top())
        path.lineTo(left + 0.7 * inner.width(), inner.bottom())
        path.lineTo(right, inner.bottom())
    elif kind == "rhythmic":
        for n, y in enumerate((inner.top(), inner.bottom(), inner.top(), middle)):
            path.lineTo(left + (n + 1) * inner.width() / 4, y)
    elif kind == "prolonged":
        path.lineTo(right, middle)
    else:
        path = QPainterPath(QPointF(left, middle - 2))
        path.lineTo(right, middle - 2)
        path.moveTo(left, middle + 2)
        path.lineTo(right, middle + 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def paint_badges(painter: QPainter, badges: Sequence[tuple[float, float, State, bool]], look: Look) -> None:
    """Small discs on bars' top edges `(x, y, state, by_reviewer)`: a tick, a cross, a question mark, a plus. None where
    the one before it would be covered."""
    free_from = -1e9
    for x, y, state, by_reviewer in badges:
        if x - 0.5 * BADGE_PX < free_from:
            continue
        free_from = x + 0.5 * BADGE_PX + 1
        paint_badge(painter, QPointF(x, y), state, by_reviewer, look)


def paint_badge(painter: QPainter, center: QPointF, state: State, by_reviewer: bool, look: Look) -> None:
    """One badge. A reviewer's own movement wears the plus until somebody gives a verdict on it."""
    theme = look.theme
    name = state if state != "open" else "accent"
    if state == "open" and not by_reviewer:
        return
    color = theme.color(name)
    painter.setPen(QPen(color, 1.2))
    painter.setBrush(theme.color("surface"))
    radius = 0.5 * BADGE_PX
    if by_reviewer:
        painter.drawRect(QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius))
    else:
        painter.drawEllipse(center, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    size = 0.6 * BADGE_PX
    if state == "unsure":
        painter.setFont(look.small)
        painter.drawText(
            QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius), Qt.AlignmentFlag.AlignCenter, "?"
        )
        return
    path = {"accepted": check_path, "rejected": cross_path, "open": plus_path}[state](center, size)
    painter.drawPath(path)


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
    for key, left, right in zip(marks.key[plan.single], plan.left, plan.right, strict=True):
        flag = scene.patterns[int(key)]
        state = state_of(flag.review) or "open"
        rect = QRectF(left, top, right - left, height)
        if right - left <= SHAPED_FROM_PX and state == "open":
            crowd.append(QRectF(round(left), top, round(right - left), height))
            continue
        filled = mixed(color, look.theme.color("surface"), 0.28)
        painter.setBrush(look.theme.color("surface") if state == "rejected" else filled)
        painter.setPen(outline_pen(state, color, look.theme.color("text")))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        if right - left > 12:
            painter.setPen(QPen(color, 2))
            for x in (left + 1, right - 1):
                painter.drawLine(QPointF(x, top - 1.5), QPointF(x, top + height + 1.5))
        if state != "open":
            badges.append(((left + right) / 2, lane.top + lane.height / 2, state, False))
    fill_boxes(painter, crowd, color)
    paint_badges(painter, badges, look)
