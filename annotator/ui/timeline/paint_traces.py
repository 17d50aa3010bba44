"""Paints the measured traces: each limb's speed with its thresholds, and the sound's waveform with what was heard."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from annotator.ui.timeline import words
from annotator.ui.timeline.lanes import Lane
from annotator.ui.timeline.look import Look, hatch_brush
from annotator.ui.timeline.marks import draw_plan
from annotator.ui.timeline.rasters import as_image, bands
from annotator.ui.timeline.scene import Scene
from annotator.ui.timeline.traces import Columns, Traces
from annotator.ui.timeline.viewport import Viewport


def column_edges(view: Viewport, dpr: float) -> NDArray[np.float64]:
    """The times between the device's columns, float64 `(W + 1,)`."""
    columns = max(round(view.width_px * dpr), 1)
    return view.start_s + np.arange(columns + 1, dtype=np.float64) * (view.span_s / columns)


def trace_strength(view: Viewport) -> float:
    """How strongly traces are drawn: whole where movements have a shape, faint where a pixel holds many seconds and the
    counts tell more than the extremes do."""
    seconds_a_px = 1 / view.px_per_s
    return float(np.clip(1.0 - 0.3 * np.log2(max(seconds_a_px, 1e-9) / 0.25), 0.3, 1.0))


def paint_speed(
    painter: QPainter, lane: Lane, bottom: float, view: Viewport, traces: Traces, columns: Columns, look: Look
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
    upper = tall - np.minimum(envelope.high * scale, tall)
    lower = tall - np.minimum(envelope.low * scale, tall)
    half = 0.6 * look.dpr
    calm = trace_strength(view)
    picture = bands(upper - half, np.minimum(lower + half, tall), tall, area=True)
    line, area = look.theme.limb_color(lane.limb, 0.6 * calm), look.theme.limb_color(lane.limb, 0.16 * calm)
    painter.drawImage(QPointF(view.left_px, top), as_image(picture, line, area, look.dpr))
    dots = hatch_brush("dotted", look.theme.color("muted", 0.7).name(QColor.NameFormat.HexArgb), look.dpr)
    for threshold in traces.channels[lane.limb].thresholds_torso_per_s:
        if threshold < traces.highest_torso_per_s:
            y = round(top + (1 - threshold / traces.highest_torso_per_s) * (bottom - top))
            painter.fillRect(QRectF(view.left_px, y, view.width_px, 1), dots)


def paint_sound(painter: QPainter, lane: Lane, view: Viewport, traces: Traces | None, scene: Scene, look: Look) -> None:
    """Paints the waveform, a bracket over crying-like stretches and a pennant at sudden noises."""
    sign_room = min(0.75 * look.em, 0.4 * lane.height)
    top, height = lane.top + sign_room, lane.height - sign_room - 3
    envelope = traces.sound_envelope(column_edges(view, look.dpr)) if traces is not None else None
    if envelope is not None and height > 4:
        tall = round(height * look.dpr)
        middle = tall / 2
        # Quiet sound is what fills a night: the square root keeps it visible beside a cry.
        upper = middle - np.sqrt(np.clip(envelope.high, 0, 1)) * middle - 0.4 * look.dpr
        lower = middle + np.sqrt(np.clip(-envelope.low, 0, 1)) * middle + 0.4 * look.dpr
        color = look.theme.color("sound", 0.75)
        painter.drawImage(QPointF(view.left_px, top), as_image(bands(upper, lower, tall), color, color, look.dpr))
    plan = draw_plan(scene.sound_marks, view)
    ink = look.theme.color("text")
    painter.setFont(look.small)
    free_from = -1.0
    for index, left, right in zip(scene.sound_marks.key[plan.single], plan.left, plan.right, strict=True):
        span = scene.sounds[int(index)]
        y = lane.top + 0.5 * sign_room
        if span.kind == "crying_like":
            painter.setPen(QPen(ink, 1.5))
            painter.drawPolyline(
                QPolygonF([QPointF(left, y + 4), QPointF(left, y), QPointF(right, y), QPointF(right, y + 4)])
            )
            painter.fillRect(QRectF(left, y, right - left, lane.bottom - y - 2), look.theme.color("sound", 0.16))
        else:
            painter.setPen(QPen(ink, 1))
            painter.drawLine(QPointF(left, y - 2), QPointF(left, lane.bottom - 3))
            painter.setBrush(ink)
            painter.drawPolygon(QPolygonF([QPointF(left, y - 3), QPointF(left + 6, y), QPointF(left, y + 3)]))
        name = words.sound_name(span.kind)
        start = left + 9 if span.kind == "sudden_noise" else left + 4
        width = look.small_width(name)
        if start > free_from and (span.kind == "sudden_noise" or width + 8 < right - left):
            box = QRectF(start, y + 2, width + 2, look.small_em)
            painter.setPen(look.theme.color("muted"))
            if box.bottom() < lane.bottom and _has_room(plan.left, left, start + width):
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
                free_from = start + width + 6


def _has_room(lefts: NDArray[np.float64], own: float, until: float) -> bool:
    """Whether no later mark begins before a label ends."""
    after = lefts[int(np.searchsorted(lefts, own, "right")) :]
    return not len(after) or bool(after[0] > until)
