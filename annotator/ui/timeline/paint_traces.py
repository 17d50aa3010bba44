"""Paints the measured traces: each limb's speed with its thresholds, and the sound's waveform with what was heard."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from annotator.ui.timeline import words
from annotator.ui.timeline.labels import draw_label
from annotator.ui.timeline.lanes import Lane
from annotator.ui.timeline.look import Look, hatch_brush
from annotator.ui.timeline.marks import Layouts
from annotator.ui.timeline.rasters import as_image, bands
from annotator.ui.timeline.scene import Scene
from annotator.ui.timeline.sheet import Sheet
from annotator.ui.timeline.traces import Columns, Traces

# A column's outline depends on its neighbours.
BESIDE = 2


def column_edges(sheet: Sheet, dpr: float) -> NDArray[np.float64]:
    """The times between the device's columns, float64 `(W + 1,)`, with `BESIDE` columns more on both sides."""
    columns = max(math.ceil(sheet.width_px * dpr), 1) + 2 * BESIDE
    first = (sheet.left_px + sheet.shift_px) * dpr - BESIDE
    return (first + np.arange(columns + 1, dtype=np.float64)) / (sheet.px_per_s * dpr)


def trace_strength(px_per_s: float) -> float:
    """How strongly traces are drawn: whole where movements have a shape, faint where a pixel holds many seconds and the
    counts tell more than the extremes do."""
    seconds_a_px = 1 / px_per_s
    return float(np.clip(1.0 - 0.3 * np.log2(max(seconds_a_px, 1e-9) / 0.25), 0.3, 1.0))


def paint_speed(
    painter: QPainter, lane: Lane, bottom: float, sheet: Sheet, traces: Traces, columns: Columns, look: Look
) -> None:
    """Paints one limb's speed from `bottom` up to the lane's top. All limbs share one scale, so heights compare."""
    envelope = traces.envelope(lane.limb, columns)
    if envelope is None:
        return
    top = lane.top + 3
    tall = round((bottom - top) * look.dpr)
    if tall < 4:
        return
    scale = tall / traces.highest_torso_per_s
    upper = tall - np.minimum(envelope.high[BESIDE:-BESIDE] * scale, tall)
    lower = tall - np.minimum(envelope.low[BESIDE:-BESIDE] * scale, tall)
    half = 0.6 * look.dpr
    calm = trace_strength(sheet.px_per_s)
    picture = bands(upper - half, np.minimum(lower + half, tall), tall, area=True)
    line, area = look.limb_color(lane.limb, 0.6 * calm), look.limb_color(lane.limb, 0.16 * calm)
    painter.drawImage(QPointF(sheet.left_px, top), as_image(picture, line, area, look.dpr))
    dots = hatch_brush("dotted", look.color("muted", 0.7).name(QColor.NameFormat.HexArgb), look.dpr)
    for threshold in traces.channels[lane.limb].thresholds_torso_per_s:
        if threshold < traces.highest_torso_per_s:
            y = round(top + (1 - threshold / traces.highest_torso_per_s) * (bottom - top))
            painter.fillRect(QRectF(sheet.left_px, y, sheet.width_px, 1), dots)


def paint_sound(
    painter: QPainter, lane: Lane, sheet: Sheet, traces: Traces | None, scene: Scene, look: Look, layouts: Layouts
) -> None:
    """Paints the waveform, a bracket over crying-like stretches and a pennant at sudden noises."""
    sign_room = _sign_room(lane, look)
    top, height = lane.top + sign_room, lane.height - sign_room - 3
    envelope = traces.sound_envelope(column_edges(sheet, look.dpr)) if traces is not None else None
    if envelope is not None and height > 4:
        tall = round(height * look.dpr)
        middle = tall / 2
        # Quiet sound is what fills a night: the square root keeps it visible beside a cry.
        high, low = envelope.high[BESIDE:-BESIDE], envelope.low[BESIDE:-BESIDE]
        upper = middle - np.sqrt(np.clip(high, 0, 1)) * middle - 0.4 * look.dpr
        lower = middle + np.sqrt(np.clip(-low, 0, 1)) * middle + 0.4 * look.dpr
        color = look.color("sound", 0.75)
        painter.drawImage(QPointF(sheet.left_px, top), as_image(bands(upper, lower, tall), color, color, look.dpr))
    plan = layouts.within(sheet, scene.sound_marks)
    ink = look.color("text")
    y = lane.top + 0.5 * sign_room
    for index, left, right in zip(scene.sound_marks.key[plan.single], plan.left, plan.right, strict=True):
        if scene.sounds[int(index)].kind == "crying_like":
            painter.setPen(QPen(ink, 1.5))
            painter.drawPolyline(
                QPolygonF([QPointF(left, y + 4), QPointF(left, y), QPointF(right, y), QPointF(right, y + 4)])
            )
            painter.fillRect(QRectF(left, y, right - left, lane.bottom - y - 2), look.color("sound", 0.16))
        else:
            painter.setPen(QPen(ink, 1))
            painter.drawLine(QPointF(left, y - 2), QPointF(left, lane.bottom - 3))
            painter.setBrush(ink)
            painter.drawPolygon(QPolygonF([QPointF(left, y - 3), QPointF(left + 6, y), QPointF(left, y + 3)]))


def paint_sound_names(painter: QPainter, lane: Lane, sheet: Sheet, scene: Scene, look: Look, layouts: Layouts) -> None:
    """Says what was heard, where there is room for it."""
    plan = layouts.within(sheet, scene.sound_marks)
    top = lane.top + 0.5 * _sign_room(lane, look) + 2
    if top + look.small_em >= lane.bottom:
        return
    free_from = sheet.left_px
    for n, index in enumerate(scene.sound_marks.key[plan.single].tolist()):
        kind = scene.sounds[index].kind
        start = max(float(plan.left[n]) + (9 if kind == "sudden_noise" else 4), sheet.left_px + 4)
        end = start + look.small_width(words.sound_name(kind))
        room = float(plan.following[n]) if kind == "sudden_noise" else min(plan.following[n], plan.right[n] - 4)
        if start > free_from and end < min(room, sheet.right_px):
            box = QRectF(start, top, end - start + 2, look.small_em)
            draw_label(painter, box, words.sound_name(kind), look.color("muted"), look)
            free_from = end + 6


def _sign_room(lane: Lane, look: Look) -> float:
    return min(0.75 * look.em, 0.4 * lane.height)
