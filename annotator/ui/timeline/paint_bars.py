"""Paints movements and flags. A bar's colour is its limb's; its kind is told by its shape and sign, its verdict by its
outline and badge, so that nothing is told by colour alone."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from annotator.session.model import KINDS
from annotator.ui.timeline.bar_batch import KEPT_UP_TO_PX, SHAPED_FROM_PX, BarBatch
from annotator.ui.timeline.lanes import Lane
from annotator.ui.timeline.look import Look, check_path, cross_path, fill_boxes, mixed, plus_path, question_path
from annotator.ui.timeline.marks import NEAR_PX, Drawn, Layout, Layouts, Marks, spaced
from annotator.ui.timeline.rasters import as_image, columns_down
from annotator.ui.timeline.scene import STATES, Scene, State, kind_and_state
from annotator.ui.timeline.shapes import outline_pen
from annotator.ui.timeline.sheet import Sheet, whole

# Movements too close to be told apart are counted in columns this wide.
COLUMN_PX: Final = 4.0
BADGE_PX: Final = 11.0
# Bars wider than this have their badge at their end.
BADGED_INSIDE_PX: Final = 3 * BADGE_PX
# Longer bars are cut near what is painted.
LONGEST_PX: Final = 4096.0
# Bars with dashes or teeth are drawn as a whole up to this width.
COUNTED_UP_TO_PX: Final = 512.0


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
    painter: QPainter, lane: Lane, sheet: Sheet, scene: Scene, look: Look, layouts: Layouts, hidden: int | None = None
) -> None:
    """Paints a limb's movements without their labels. The fullest column of the video reaches the lane's top; `hidden`
    is left out."""
    marks = scene.lane(lane.limb)
    layout = layouts.of(marks, COLUMN_PX)
    plan = layouts.within(sheet, marks, COLUMN_PX)
    top, height = bar_box(lane, look)
    color = look.limb_color(lane.limb)
    _paint_counts(painter, lane, sheet, plan, fullest(scene, layouts), look, color)
    single, left, right = plan.single, plan.left, plan.right
    if hidden is not None:
        shown = marks.key[single] != hidden
        single, left, right = single[shown], left[shown], right[shown]
    batch = BarBatch(look, color)
    style, width = marks.style[single], right - left
    snapped, wide = whole(left), whole(width)
    narrow = width < SHAPED_FROM_PX
    kept = width <= np.where(_counted(style), COUNTED_UP_TO_PX, KEPT_UP_TO_PX)
    plain = NARROW_STYLES[style]
    for one in np.unique(plain[narrow]).tolist():
        chosen = narrow & (plain == one)
        boxes = zip(snapped[chosen].tolist(), wide[chosen].tolist(), strict=True)
        batch.add_narrow([QRectF(x, top, w, height) for x, w in boxes], *kind_and_state(one))
    for n in (kept & ~narrow).nonzero()[0].tolist():
        batch.add_kept(float(snapped[n]), top, float(wide[n]), height, *kind_and_state(int(style[n])))
    for n in (~kept).nonzero()[0].tolist():
        x, end = cut(float(left[n]), float(right[n]), sheet)
        batch.add(QRectF(x, top, end - x, height), *kind_and_state(int(style[n])))
    batch.paint(painter)
    paint_badges(painter, _badges(layout, marks, sheet, top, hidden), look)


def fullest(scene: Scene, layouts: Layouts) -> int:
    """How many movements the fullest column of any limb holds, in the whole video: its height is the lane's."""
    return max([6, *(int(layouts.of(marks, COLUMN_PX).counts.max(initial=0)) for marks in scene.lanes.values())])


def cut(left: float, right: float, sheet: Sheet) -> tuple[float, float]:
    """A bar's ends, those of a very long one brought near the stretch: beyond that Qt cannot draw."""
    if right - left <= LONGEST_PX:
        return left, right
    return max(left, sheet.left_px - 64), min(right, sheet.right_px + 64)


def movable(scene: Scene, sheet: Sheet, layouts: Layouts) -> bool:
    """Whether a picture of this stretch can be moved: dashes and teeth are counted from a bar's ends, and a bar that is
    too long to be drawn as a whole has others elsewhere."""
    rows = [(marks, COLUMN_PX) for marks in scene.lanes.values()] + [(marks, 1.0) for marks in scene.flags.values()]
    for marks, column_px in rows:
        plan = layouts.within(sheet, marks, column_px)
        if (_counted(marks.style[plan.single]) & (plan.right - plan.left > COUNTED_UP_TO_PX)).any():
            return False
    return True


def _counted(style: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Whether bars have dashes or teeth."""
    dashed: NDArray[np.bool_] = (style >> 4 & 1).astype(bool)
    dashed |= (style & 7) == KINDS.index("rhythmic")
    return dashed


def _badges(
    layout: Layout, marks: Marks, sheet: Sheet, top: float, hidden: int | None = None
) -> list[tuple[float, float, State, bool]]:
    """The badges of a row, none where the one before it would be covered."""
    judged = (marks.style[layout.single] >> 3).nonzero()[0]
    if not len(judged):
        return []
    left, right = layout.left[judged], layout.right[judged]
    places = np.where(right - left > BADGED_INSIDE_PX, right - 4, (left + right) / 2)
    order = np.argsort(places, kind="stable")
    first_px, last_px = sheet.left_px + sheet.shift_px - NEAR_PX, sheet.right_px + sheet.shift_px + NEAR_PX
    badges = []
    for n in order[spaced(places[order], first_px, last_px, BADGE_PX + 1)].tolist():
        index = layout.single[judged[n]]
        if marks.key[index] == hidden:
            continue
        x, y = badge_place(float(left[n]) - sheet.shift_px, float(right[n]) - sheet.shift_px, top)
        badges.append((x, y, kind_and_state(int(marks.style[index]))[1], bool(marks.style[index] >> 5)))
    return badges


def badge_place(left: float, right: float, top: float) -> tuple[float, float]:
    """Where a bar's badge sits: on the upper right corner of a wide bar, above a narrow one, which stays visible."""
    if right - left > BADGED_INSIDE_PX:
        return right - 4, top - 1
    return (left + right) / 2, top - 0.5 * BADGE_PX - 1


def _paint_counts(
    painter: QPainter, lane: Lane, sheet: Sheet, plan: Drawn, most: int, look: Look, color: QColor
) -> None:
    """Columns as high as a bar for one movement, growing with their number up to the lane's top."""
    if not len(plan.counts):
        return
    bar_top, bar_height = bar_box(lane, look)
    heights = bar_height + (bar_top - lane.top - 3) * (plan.counts - 1) / max(most - 1, 1)
    tall = round((bar_top + bar_height - lane.top) * look.dpr)
    width = math.ceil(sheet.width_px * look.dpr)
    tops = np.full(width, tall, np.int16)
    left = whole((plan.columns - sheet.left_px) * look.dpr).astype(np.intp)
    top = np.rint(tall - heights * look.dpr).astype(np.int16)
    for shift in range(round((COLUMN_PX - 1) * look.dpr)):
        within = (left + shift >= 0) & (left + shift < width)
        tops[(left + shift)[within]] = top[within]
    filled = mixed(color, look.color("surface"), 0.82)
    painter.drawImage(QPointF(sheet.left_px, lane.top), as_image(columns_down(tops, tall), filled, filled, look.dpr))


def paint_badges(painter: QPainter, badges: Sequence[tuple[float, float, State, bool]], look: Look) -> None:
    """Small discs on bars' top edges `(x, y, state, by_reviewer)`: a tick, a cross, a question mark, a plus. None where
    the one before it would be covered."""
    free_from = -1e9
    for x, y, state, by_reviewer in badges:
        if x - 0.5 * BADGE_PX < free_from or (state == "open" and not by_reviewer):
            continue
        free_from = x + 0.5 * BADGE_PX + 1
        color = look.color(state if state != "open" else "accent")
        picture = _badge(state, by_reviewer, color.rgba(), look.theme.surface, look.dpr)
        half = 0.5 * BADGE_PX + 1
        painter.drawPixmap(QPointF(whole(x - half), round(y - half)), picture)


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


def paint_flag_row(painter: QPainter, lane: Lane, sheet: Sheet, scene: Scene, look: Look, layouts: Layouts) -> None:
    """Paints one rule's flags: a bracket each, square at both ends like the stretch it names."""
    if lane.rule is None:
        return
    marks = scene.flags[lane.rule]
    layout = layouts.of(marks)
    plan = layouts.within(sheet, marks)
    color = look.color("accent")
    height = max(round(0.42 * lane.height), 4)
    top = lane.top + round((lane.height - height) / 2)
    surface, strong = look.color("surface"), look.color("text")
    filled = mixed(color, surface, 0.28)
    state = marks.style[plan.single] >> 3
    quiet = (plan.right - plan.left <= SHAPED_FROM_PX) & (state == 0)
    spans = zip(whole(plan.left[quiet]).tolist(), whole((plan.right - plan.left)[quiet]).tolist(), strict=True)
    crowd = [QRectF(x, top, 1, height) for x in plan.columns.tolist()]
    crowd += [QRectF(left, top, width, height) for left, width in spans]
    ends: list[QLineF] = []
    for n in (~quiet).nonzero()[0].tolist():
        left, right = cut(float(plan.left[n]), float(plan.right[n]), sheet)
        said = STATES[state[n]]
        inside = surface if said == "rejected" else filled
        if said in ("rejected", "unsure") and right - left <= COUNTED_UP_TO_PX:
            place, wide = QPointF(whole(left) - 2, top - 2), float(whole(right - left))
            painter.drawPixmap(place, _dashed(wide, height, said, color.rgb(), inside.rgb(), strong.rgb(), look.dpr))
        else:
            painter.setBrush(inside)
            painter.setPen(outline_pen(said, color, strong))
            painter.drawRect(QRectF(left, top, right - left, height).adjusted(0.5, 0.5, -0.5, -0.5))
        if right - left > 12:
            ends += [QLineF(x, top - 1.5, x, top + height + 1.5) for x in (left + 1, right - 1)]
    painter.setPen(QPen(color, 2))
    painter.drawLines(ends)
    fill_boxes(painter, crowd, color)
    middle = lane.top + lane.height / 2
    paint_badges(painter, [(x, middle, said, by) for x, _, said, by in _badges(layout, marks, sheet, top)], look)


@lru_cache(maxsize=256)
def _dashed(width: float, height: float, state: State, color: int, inside: int, strong: int, dpr: float) -> QPixmap:
    """A flag that was doubted, with two pixels around it."""
    picture = QPixmap(round((width + 4) * dpr), round((height + 4) * dpr))
    picture.setDevicePixelRatio(dpr)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor.fromRgb(inside))
    painter.setPen(outline_pen(state, QColor.fromRgb(color), QColor.fromRgb(strong)))
    painter.drawRect(QRectF(2, 2, width, height).adjusted(0.5, 0.5, -0.5, -0.5))
    painter.end()
    return picture
