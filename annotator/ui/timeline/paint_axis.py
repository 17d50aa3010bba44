"""Paints the time axis, the lanes' names and the hairlines between them."""

from __future__ import annotations

import math
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from annotator.anatomy import LIMBS
from annotator.session.model import RULES
from annotator.ui.timeline import words
from annotator.ui.timeline.labels import draw_label
from annotator.ui.timeline.lanes import Lane, Lanes
from annotator.ui.timeline.look import Look
from annotator.ui.timeline.scene import Scene
from annotator.ui.timeline.sheet import Sheet, whole
from annotator.ui.timeline.ticks import Ticks, tick_text, ticks_for
from annotator.ui.timeline.viewport import Viewport

PADDING_PX = 8.0
# Two labels of the axis never come closer; at the very edge one is left out.
LABEL_GAP_PX = 10.0


def gutter_width(look: Look) -> float:
    """How wide the column of names must be."""
    names = [words.limb_name(limb) for limb in (*LIMBS, None)]
    names += [words.rule_name(rule) for rule in RULES]
    names += [words.observed_lane_name(), words.looked_lane_name(), words.sound_lane_name()]
    widest = max(QFontMetricsF(look.font).horizontalAdvance(name) for name in names) + 2.2 * PADDING_PX
    # At 125 and 150 % four pixels are whole pixels of the screen too: what lies right of the names then begins at one.
    return 4.0 * math.ceil(widest / 4)


def spaced_ticks(view: Viewport, look: Look, clock_start_s: float | None) -> Ticks:
    """Ticks whose labels have room."""
    rough = ticks_for(view, look.small_width("0:00:00") * 1.7)
    if rough.step_s >= 1:
        return rough
    return ticks_for(view, look.small_width(tick_text(0.0, 0.1, clock_start_s)) * 1.5)


def paint_axis(
    painter: QPainter, lane: Lane, view: Viewport, look: Look, clock_start_s: float | None, *, below: bool = False
) -> Ticks:
    """Paints the ruler and gives back its ticks, for the guides through the other lanes. `below` hangs it from its top."""
    ticks = spaced_ticks(view, look, clock_start_s)
    base, up = (lane.top + 0.5, -1) if below else (lane.bottom - 0.5, 1)
    painter.setPen(QPen(look.color("line"), 1))
    painter.drawLine(QPointF(view.left_px, base), QPointF(view.right_px, base))
    painter.setPen(QPen(look.color("muted", 0.45), 1))
    sheet = Sheet.of(view)
    xs = [whole(sheet.x(seconds)) + 0.5 for seconds in ticks.minor]
    painter.drawLines([QLineF(x, base - 3 * up, x, base) for x in xs])
    free_from = view.left_px - LABEL_GAP_PX
    muted = look.color("muted")
    xs = [whole(sheet.x(seconds)) + 0.5 for seconds in ticks.major]
    painter.setPen(QPen(muted, 1))
    painter.drawLines([QLineF(x, base - 6 * up, x, base) for x in xs])
    for x, seconds in zip(xs, ticks.major, strict=True):
        text = tick_text(seconds, ticks.step_s, clock_start_s)
        width = look.small_width(text)
        left = min(max(x - width / 2, view.left_px + 2), view.right_px - width - 2)
        if left < free_from + LABEL_GAP_PX:
            continue
        free_from = left + width
        box = QRectF(left, lane.top + (7 if below else 0), width + 2, lane.height - 7)
        draw_label(painter, box, text, muted, look)
    return ticks


def paint_guides(painter: QPainter, lanes: Lanes, step_s: float, sheet: Sheet, look: Look) -> None:
    """Paints the faint lines at the labelled times, `step_s` apart, and between the lanes."""
    top = lanes.rows[0].bottom
    painter.setPen(QPen(look.color("line", 0.55), 1))
    # A line just beyond an edge may reach into the stretch.
    first, last = ((px + sheet.shift_px) / sheet.px_per_s / step_s for px in (sheet.left_px - 1, sheet.right_px + 1))
    xs = [whole(sheet.x(n * step_s)) + 0.5 for n in range(max(math.floor(first), 0), math.ceil(last) + 1)]
    painter.drawLines([QLineF(x, top, x, lanes.bottom) for x in xs])
    rows = lanes.rows[1:]
    ys = [lane.top - 0.5 for above, lane in pairwise(rows) if not above.role == lane.role == "flag"]
    painter.setPen(QPen(look.color("line", 0.8), 1))
    painter.drawLines([QLineF(sheet.left_px, y, sheet.right_px, y) for y in (*ys, lanes.bottom - 0.5)])


def paint_gutter(painter: QPainter, lanes: Lanes, scene: Scene, view: Viewport, look: Look) -> None:
    """Paints the lanes' names, left-aligned, with a limb's own colour beside its name and how much of it was seen."""
    width = view.left_px
    painter.fillRect(QRectF(0, 0, width, lanes.bottom), look.color("surface"))
    painter.setPen(QPen(look.color("line"), 1))
    painter.drawLine(QPointF(width - 0.5, 0), QPointF(width - 0.5, lanes.bottom))
    for lane in lanes.rows:
        if lane.role == "axis":
            continue
        box = QRectF(PADDING_PX, lane.top, width - 1.5 * PADDING_PX, lane.height - 1)
        if lane.role == "limb":
            _paint_limb_name(painter, lane, box, scene, look)
            continue
        text = {
            "flag": words.rule_name(lane.rule) if lane.rule is not None else "",
            "observed": words.observed_lane_name(),
            "looked": words.looked_lane_name(),
            "sound": words.sound_lane_name(),
        }[lane.role]
        _write(painter, box, text, look, small=lane.role == "flag", muted=lane.role != "flag")


def _paint_limb_name(painter: QPainter, lane: Lane, box: QRectF, scene: Scene, look: Look) -> None:
    chip = QRectF(0, lane.top + 3, 3, lane.height - 7)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.limb_color(lane.limb))
    painter.drawRoundedRect(chip, 1.5, 1.5)
    share = scene.seen_share.get(lane.limb) if lane.limb is not None else None
    if share is None or lane.height < look.em + look.small_em + 3:
        _write(painter, box, words.limb_name(lane.limb), look)
        return
    gap = (lane.height - look.em - look.small_em) / 2
    _write(painter, QRectF(box.left(), lane.top + gap, box.width(), look.em), words.limb_name(lane.limb), look)
    second = QRectF(box.left(), lane.top + gap + look.em, box.width(), look.small_em)
    _write(painter, second, words.seen_text(share), look, small=True, muted=True)


def _write(painter: QPainter, box: QRectF, text: str, look: Look, *, small: bool = False, muted: bool = False) -> None:
    painter.setFont(look.small if small else look.font)
    painter.setPen(look.color("muted" if muted else "text"))
    metrics = QFontMetricsF(painter.font())
    elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
