"""The report's drawings, as vectors: the whole video at a glance, and the motion traces around a flag.

One drawing serves both reports: in the PDF as it is, in the page as inline SVG.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Line, PolyLine, Rect, String
from reportlab.lib.colors import HexColor

from annotator import wording
from annotator.anatomy import LIMBS, Limb
from annotator.export.colours import ON_PAPER
from annotator.export.text import video_time
from annotator.export.view import FlagView, MovementView, PacketView
from annotator.session.signals import StoredSignals

_INK, _MUTED, _RULE, _VEIL = HexColor("#22262b"), HexColor("#5d646d"), HexColor("#dcd8d0"), HexColor("#c9ccd1")
_FLAG, _SOUND = HexColor("#22262b"), HexColor("#7a828c")
_FONT: Final = "Helvetica"
_LEFT: Final = 62.0
_RIGHT: Final = 14.0
# A trace is drawn with at most this many points: each stands for the highest and lowest value under it.
_MOST_POINTS: Final = 600


def overview(view: PacketView, width: float = 520.0) -> Drawing:
    """The whole video: a lane a limb with its movements, the flags, what could not be observed, and sound."""
    session = view.session
    total = max(session.video.duration_s, 1e-3)
    lane, top = 11.0, 6.0
    rows: list[Limb | None] = [*LIMBS]
    if any(not m.limbs for m in view.shown):
        rows.append(None)
    has_sound = bool(session.sounds)
    height = top + lane * (len(rows) + 1 + has_sound) + 20
    drawing = Drawing(width, height)
    usable = width - _LEFT - _RIGHT

    def x(seconds: float) -> float:
        return _LEFT + usable * min(max(seconds / total, 0.0), 1.0)

    def bar(start: float, end: float, y: float, tall: float, fill: Any, least: float = 1.2) -> None:
        left = x(start)
        drawing.add(Rect(left, y, max(x(end) - left, least), tall, fillColor=fill, strokeColor=None))

    y = height - top - lane
    drawing.add(_label("flags", y + 2.5))
    for flag in view.shown_flags:
        bar(flag.flag.start_s, flag.flag.end_s, y + 4, 3, _FLAG, 2.0)
    for at, numbers in _numbers(view, x):
        drawing.add(String(at, y + 8, numbers, fontName=_FONT, fontSize=5.5, fillColor=_INK))
    for limb in rows:
        y -= lane
        drawing.add(Line(_LEFT, y, width - _RIGHT, y, strokeColor=_RULE, strokeWidth=0.4))
        drawing.add(_label(wording.limb_name(limb) if limb else wording.limbs_phrase(()), y + 2.5))
        for excluded in session.coverage.excluded:
            if not excluded.limbs or limb in excluded.limbs:
                bar(excluded.start_s, excluded.end_s, y + 0.4, lane - 0.8, _VEIL, 0.4)
        for movement in view.shown:
            if limb in movement.limbs if limb else not movement.limbs:
                bar(movement.onset_s, movement.offset_s, y + 1.5, lane - 3, HexColor(ON_PAPER[limb]))
    if has_sound:
        y -= lane
        drawing.add(_label("sound", y + 2.5))
        for sound in session.sounds:
            tall = lane - 4 if sound.kind == "crying_like" else (lane - 4) / 2
            bar(sound.start_s, sound.end_s, y + 2, tall, _SOUND)
    _axis(drawing, 0.0, total, y, x, width)
    return drawing


def traces(
    view: PacketView,
    signals: StoredSignals | None,
    flags: Sequence[FlagView],
    span_s: tuple[float, float],
    width: float = 520.0,
) -> Drawing | None:
    """Each limb's speed over a span with flags in it, the movements' onsets and offsets marked.

    None where no signal was stored.
    """
    if signals is None or not {"t_s", "speed_torso_per_s", "seen", "excluded"} <= set(signals.arrays):
        return None
    limbs = LIMBS
    t = np.asarray(signals["t_s"], dtype=np.float64)
    start, end = span_s
    inside = (t >= start) & (t <= end)
    lane, top = 26.0, 8.0
    height = top + lane * len(limbs) + 20
    drawing = Drawing(width, height)
    usable = width - _LEFT - _RIGHT

    def x(seconds: float) -> float:
        return _LEFT + usable * min(max((seconds - start) / max(end - start, 1e-6), 0.0), 1.0)

    judged = (signals["excluded"] == 0)[:, None] & signals["seen"]
    speeds = np.where(judged, signals["speed_torso_per_s"][:, : len(LIMBS)], np.nan)[inside]
    values = {limb: speeds[:, n] for n, limb in enumerate(LIMBS)}
    highest = max((float(np.nanmax(v)) for v in values.values() if np.isfinite(v).any()), default=0.0) or 1.0
    y = height - top
    movements = [m for m in view.shown if m.onset_s <= end and m.offset_s >= start]
    for limb in limbs:
        y -= lane
        _bands(drawing, view, movements, limb, (start, end), x, y, lane)
        drawing.add(Line(_LEFT, y, width - _RIGHT, y, strokeColor=_RULE, strokeWidth=0.4))
        drawing.add(_label(wording.limb_name(limb), y + lane / 2 - 2))
        for piece in _pieces(t[inside], values[limb]):
            points = [c for s, v in piece for c in (x(s), y + (lane - 4) * v / highest)]
            drawing.add(PolyLine(points, strokeColor=HexColor(ON_PAPER[limb]), strokeWidth=0.8))
    for side in sorted({s for f in flags for s in (f.flag.start_s, f.flag.end_s)}):
        drawing.add(Line(x(side), y, x(side), height - top, strokeColor=_INK, strokeWidth=0.5, strokeDashArray=[2, 2]))
    scale = f"0–{wording.number(highest, 1)} torso/s"
    drawing.add(
        String(width - _RIGHT, height - 6, scale, fontName=_FONT, fontSize=6, fillColor=_MUTED, textAnchor="end")
    )
    _axis(drawing, start, end, y, x, width)
    return drawing


def svg(drawing: Drawing, title: str) -> str:
    """The drawing as an inline SVG element that fills its column; `title` must be escaped."""
    text = renderSVG.drawToString(drawing)
    found = re.search(r"<svg.*</svg>", text, re.DOTALL)
    assert found is not None
    body = re.sub(r"<(title|desc)>.*?</\1>", "", found[0], flags=re.DOTALL)
    # Its clip path has the same name in every drawing, and a page takes the first of a name for all.
    body = re.sub(r'<clipPath.*?</clipPath>|clip-path="[^"]*"|clip-path:[^;"]*;?', "", body, flags=re.DOTALL)
    inner = body[body.index(">") + 1 :]
    size = f"{drawing.width:g} {drawing.height:g}"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" role="img"><title>{title}</title>'
    return head + inner


def _numbers(view: PacketView, x: Any) -> list[tuple[float, str]]:
    """(place, numbers) of the flags; those that begin too close to each other to be read share a label."""
    labels: list[tuple[float, list[int]]] = []
    for flag in view.shown_flags:
        at = float(x(flag.flag.start_s))
        if labels and at - labels[-1][0] < 4 + 5 * len(labels[-1][1]):
            labels[-1][1].append(flag.number)
        else:
            labels.append((at, [flag.number]))
    return [(at, f"{n[0]}–{n[-1]}" if len(n) > 2 else ", ".join(map(str, n))) for at, n in labels]


def _bands(
    drawing: Drawing,
    view: PacketView,
    movements: Sequence[MovementView],
    limb: Limb,
    span: tuple[float, float],
    x: Any,
    y: float,
    lane: float,
) -> None:
    for excluded in view.session.coverage.excluded:
        if (not excluded.limbs or limb in excluded.limbs) and excluded.start_s < span[1] and excluded.end_s > span[0]:
            left = x(excluded.start_s)
            drawing.add(Rect(left, y, x(excluded.end_s) - left, lane, fillColor=_VEIL, strokeColor=None))
    for movement in movements:
        if limb in movement.limbs:
            left = x(movement.onset_s)
            wide = max(x(movement.offset_s) - left, 1.0)
            fill = HexColor(ON_PAPER[limb])
            fill.alpha = 0.2
            drawing.add(Rect(left, y, wide, lane, fillColor=fill, strokeColor=None))
            for side in (left, left + wide):
                drawing.add(Line(side, y, side, y + lane, strokeColor=HexColor(ON_PAPER[limb]), strokeWidth=0.5))


def _pieces(t: npt.NDArray[np.float64], values: npt.NDArray[np.float64]) -> list[list[tuple[float, float]]]:
    """The curve without its gaps (NaN), thinned so that its peaks stay."""
    if not len(t):
        return []
    step = max(len(t) * 2 // _MOST_POINTS, 1)
    pieces: list[list[tuple[float, float]]] = [[]]
    for at in range(0, len(t), step):
        block = values[at : at + step]
        finite = np.flatnonzero(np.isfinite(block))
        if not len(finite):
            if pieces[-1]:
                pieces.append([])
            continue
        low, high = finite[np.argmin(block[finite])], finite[np.argmax(block[finite])]
        pieces[-1] += [(float(t[at + n]), float(block[n])) for n in sorted({int(low), int(high)})]
    return [piece for piece in pieces if len(piece) > 1]


def _label(text: str, y: float) -> String:
    return String(_LEFT - 4, y, text, fontName=_FONT, fontSize=6.5, fillColor=_MUTED, textAnchor="end")


def _axis(drawing: Drawing, start: float, end: float, y: float, x: Any, width: float) -> None:
    drawing.add(Line(_LEFT, y, width - _RIGHT, y, strokeColor=_MUTED, strokeWidth=0.5))
    step = _tick_step(end - start)
    tick = np.ceil(start / step - 1e-9) * step
    decimals = 0 if step >= 1 else 1
    while tick <= end + 1e-9:
        at = x(float(tick))
        drawing.add(Line(at, y, at, y - 3, strokeColor=_MUTED, strokeWidth=0.5))
        text = video_time(float(tick), decimals)
        drawing.add(String(at, y - 10, text, fontName=_FONT, fontSize=6, fillColor=_MUTED, textAnchor="middle"))
        tick += step


def _tick_step(span: float) -> float:
    for step in (0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200):
        if span / step <= 9:
            return float(step)
    return 14400.0
