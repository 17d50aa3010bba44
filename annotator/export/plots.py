"""The report's drawings, as vectors: the whole video at a glance, and the motion traces around a flag.

One drawing serves both reports; a `Look` says for what it is laid out: paper, a wide page, or a phone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from reportlab.graphics.shapes import Drawing, Line, PolyLine, Rect, String
from reportlab.lib.colors import HexColor

from annotator import wording
from annotator.anatomy import LIMBS, Limb
from annotator.export.colours import ON_PAPER
from annotator.export.lettering import PDF_FONT, text_width
from annotator.export.view import FlagView, MovementView, PacketView
from annotator.session.signals import StoredSignals

_INK, _MUTED, _RULE, _VEIL = HexColor("#22262b"), HexColor("#5d646d"), HexColor("#dcd8d0"), HexColor("#c9ccd1")
_FLAG, _SOUND = HexColor("#22262b"), HexColor("#7a828c")
# A trace is drawn with at most this many points: each stands for the highest and lowest value under it.
_MOST_POINTS: Final = 600
# Labels take at most this share of the width beside their lanes; longer ones stand above them.
_LABELS_SHARE: Final = 0.24
_TICK_STEPS_S: Final = (0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400)


@dataclass(frozen=True, slots=True)
class Look:
    """What a drawing is laid out for: its width and its text's size, in points on paper and in CSS pixels on a page."""

    width: float
    text: float

    @property
    def lane(self) -> float:
        """The height of one limb's bars."""
        return 1.7 * self.text

    def wide(self, text: str) -> float:
        """How wide a text is; a page's own letters are hardly ever wider than these."""
        return text_width(text, 100) * self.text / 100


PAPER: Final = Look(510.0, 6.6)
WIDE: Final = Look(960.0, 12.5)
NARROW: Final = Look(330.0, 11.5)


class _Chart:
    """A drawing filled from the top, with the time along it."""

    def __init__(self, look: Look, span_s: tuple[float, float], labels: Sequence[str]) -> None:
        self.look = look
        self.span_s = span_s
        beside = [w for w in map(look.wide, labels) if w <= _LABELS_SHARE * look.width]
        self.left = max(beside, default=0.0) + 0.8 * look.text
        self.right = look.width - 2 * look.text
        self._shapes: list[Any] = []
        self._y = 0.0  # downwards from the top; the drawing is turned over when its height is known

    def x(self, seconds: float) -> float:
        """The place of a moment."""
        start, end = self.span_s
        return self.left + (self.right - self.left) * min(max((seconds - start) / max(end - start, 1e-6), 0.0), 1.0)

    def lane(self, label: str, height: float) -> float:
        """Adds a lane with its label; returns its top."""
        text = self.look.text
        if self.look.wide(label) > self.left - 0.8 * text + 1e-6:
            self.text(0, self._y + 1.1 * text, label)
            self._y += 1.5 * text
        else:
            self.text(self.left - 0.6 * text, self._y + height / 2 + 0.35 * text, label, anchor="end")
        self._y += height
        return self._y - height

    def bar(self, start_s: float, end_s: float, top: float, tall: float, fill: Any, least: float = 0.2) -> None:
        """A bar over a span, at least so many text sizes long."""
        left = self.x(start_s)
        self._shapes.append(("rect", left, top, max(self.x(end_s) - left, least * self.look.text), tall, fill))

    def line(self, points: Sequence[tuple[float, float]], colour: Any, thick: float) -> None:
        """A line through points `(x, y downwards)`."""
        self._shapes.append(("line", list(points), colour, thick * self.look.text / 6.6))

    def text(
        self, x: float, y: float, text: str, anchor: str = "start", colour: Any = _MUTED, size: float = 1.0
    ) -> None:
        """A text whose base line is at `y`."""
        self._shapes.append(("text", x, y, text, anchor, colour, size * self.look.text))

    def flags(self, flags: Sequence[FlagView]) -> None:
        """A lane for each rule: its flags' spans with their numbers above."""
        by_rule: dict[str, list[FlagView]] = {}
        for flag in flags:
            by_rule.setdefault(flag.flag.rule, []).append(flag)
        text = self.look.text
        for rule, same in by_rule.items():
            top = self.lane(wording.rule_name(rule), 1.9 * text)
            for at, numbers in _numbers(same, self.x, 0.6 * text):
                self.text(at, top + 0.95 * text, numbers, colour=_INK, size=0.85)
            for flag in same:
                self.bar(flag.flag.start_s, flag.flag.end_s, top + 1.25 * text, 0.45 * text, _FLAG, 0.3)

    def rule(self) -> None:
        """A thin line under what was added last."""
        self.line([(self.left, self._y), (self.right, self._y)], _RULE, 0.4)

    def drawing(self) -> Drawing:
        """The drawing with the axis of time."""
        self._axis()
        height = self._y + 0.4 * self.look.text
        made = Drawing(self.look.width, height)
        for kind, *rest in self._shapes:
            if kind == "rect":
                left, top, wide, tall, fill = rest
                made.add(Rect(left, height - top - tall, wide, tall, fillColor=fill, strokeColor=None))
            elif kind == "line":
                points, colour, thick = rest
                places = [c for x, y in points for c in (x, height - y)]
                if len(points) == 2:
                    made.add(Line(*places, strokeColor=colour, strokeWidth=thick))
                else:
                    made.add(PolyLine(places, strokeColor=colour, strokeWidth=thick))
            else:
                x, y, text, anchor, colour, size = rest
                made.add(
                    String(x, height - y, text, fontName=PDF_FONT, fontSize=size, fillColor=colour, textAnchor=anchor)
                )
        return made

    def _axis(self) -> None:
        text, (start, end) = self.look.text, self.span_s
        self.line([(self.left, self._y), (self.right, self._y)], _MUTED, 0.5)
        most = max((self.right - self.left) / (5.5 * text), 2)
        step = next((s for s in _TICK_STEPS_S if (end - start) / s <= most), _TICK_STEPS_S[-1])
        tick = np.ceil(start / step - 1e-9) * step
        while tick <= end + 1e-9:
            at = self.x(float(tick))
            self.line([(at, self._y), (at, self._y + 0.45 * text)], _MUTED, 0.5)
            said = wording.clock(float(tick), 0 if step >= 1 else 1)
            self.text(at, self._y + 1.5 * text, said, anchor="middle", size=0.92)
            tick += step
        self._y += 1.7 * text


def overview(view: PacketView, look: Look = PAPER) -> Drawing:
    """The whole video: a lane a rule with its flags, a lane a limb with its movements, what could not be observed, and
    sound."""
    session = view.session
    rows: list[Limb | None] = [*LIMBS]
    if any(not m.limbs for m in view.shown):
        rows.append(None)
    names = {limb: wording.limb_name(limb) if limb else wording.limbs_phrase(()) for limb in rows}
    sounds = [(kind, wording.sound_name(kind)) for kind in sorted({s.kind for s in session.sounds})]
    rules = [wording.rule_name(f.flag.rule) for f in view.shown_flags]
    total = max(session.video.duration_s, 1e-3)
    chart = _Chart(look, (0.0, total), [*names.values(), *(name for _, name in sounds), *rules])
    chart.flags(view.shown_flags)
    lane = look.lane
    for limb in rows:
        top = chart.lane(names[limb], lane)
        for excluded in session.coverage.excluded:
            if not excluded.limbs or limb in excluded.limbs:
                chart.bar(excluded.start_s, excluded.end_s, top + 0.04 * lane, 0.92 * lane, _VEIL, 0.06)
        for movement in view.shown:
            if limb in movement.limbs if limb else not movement.limbs:
                chart.bar(movement.onset_s, movement.offset_s, top + 0.14 * lane, 0.72 * lane, HexColor(ON_PAPER[limb]))
        chart.rule()
    for kind, name in sounds:
        top = chart.lane(name, lane)
        for sound in session.sounds:
            if sound.kind == kind:
                chart.bar(sound.start_s, sound.end_s, top + 0.3 * lane, 0.4 * lane, _SOUND)
    return chart.drawing()


def traces(
    view: PacketView,
    signals: StoredSignals | None,
    flags: Sequence[FlagView],
    span_s: tuple[float, float],
    look: Look = PAPER,
) -> Drawing | None:
    """Each limb's speed over a span with flags in it, the movements' onsets and offsets marked.

    None where no signal was stored.
    """
    if signals is None or not {"t_s", "speed_torso_per_s", "seen", "excluded"} <= set(signals.arrays):
        return None
    t = np.asarray(signals["t_s"], dtype=np.float64)
    start, end = span_s
    inside = (t >= start) & (t <= end)
    judged = (signals["excluded"] == 0)[:, None] & signals["seen"]
    speeds = np.where(judged, signals["speed_torso_per_s"][:, : len(LIMBS)], np.nan)[inside]
    values = {limb: speeds[:, n] for n, limb in enumerate(LIMBS)}
    highest = max((float(np.nanmax(v)) for v in values.values() if np.isfinite(v).any()), default=0.0) or 1.0
    names = {limb: wording.limb_name(limb) for limb in LIMBS}
    rules = [wording.rule_name(f.flag.rule) for f in flags]
    chart = _Chart(look, span_s, [*names.values(), *rules])
    chart.flags(flags)
    text = look.text
    scale = wording.translate("Wording", "each lane: 0 to {highest} torso lengths/s")
    top = chart.lane("", 1.5 * text)
    said = scale.format(highest=wording.number(highest, 1))
    chart.text(chart.right, top + 1.1 * text, said, anchor="end", size=0.92)
    movements = [m for m in view.shown if m.onset_s <= end and m.offset_s >= start]
    lane = 2.3 * look.lane
    for limb in LIMBS:
        top = chart.lane(names[limb], lane)
        _bands(chart, view, movements, limb, top, lane)
        chart.rule()
        for piece in _pieces(t[inside], values[limb]):
            points = [(chart.x(s), top + lane - 0.88 * lane * v / highest) for s, v in piece]
            chart.line(points, HexColor(ON_PAPER[limb]), 0.8)
    return chart.drawing()


def svg(drawing: Drawing, title: str, shown: str = "") -> str:
    """The drawing as an inline SVG element that fills its column; `title` and the class `shown` must be escaped."""
    height = float(drawing.height)
    parts = []
    for shape in drawing.contents:
        if isinstance(shape, Rect):
            alpha = f' fill-opacity="{shape.fillColor.alpha:g}"' if shape.fillColor.alpha < 1 else ""
            place = f'x="{shape.x:.2f}" y="{height - shape.y - shape.height:.2f}"'
            size = f'width="{shape.width:.2f}" height="{shape.height:.2f}"'
            parts.append(f'<rect {place} {size} fill="{_hex(shape.fillColor)}"{alpha}/>')
        elif isinstance(shape, String):
            place = f'x="{shape.x:.2f}" y="{height - shape.y:.2f}" text-anchor="{shape.textAnchor}"'
            style = f'font-size="{shape.fontSize:.2f}" fill="{_hex(shape.fillColor)}"'
            parts.append(f"<text {place} {style}>{_escaped(shape.text)}</text>")
        else:
            flat = [shape.x1, shape.y1, shape.x2, shape.y2] if isinstance(shape, Line) else shape.points
            points = " ".join(f"{x:.2f},{height - y:.2f}" for x, y in zip(flat[::2], flat[1::2], strict=True))
            style = f'stroke="{_hex(shape.strokeColor)}" stroke-width="{shape.strokeWidth:.2f}"'
            parts.append(f'<polyline points="{points}" fill="none" {style}/>')
    box = f'viewBox="0 0 {drawing.width:g} {height:g}"'
    named = f' class="{shown}"' if shown else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg"{named} {box} role="img"><title>{title}</title>{"".join(parts)}</svg>'
    )


def _hex(colour: Any) -> str:
    return f"#{colour.int_rgb():06x}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _numbers(flags: Sequence[FlagView], x: Callable[[float], float], digit: float) -> list[tuple[float, str]]:
    """(place, numbers) of the flags; those that begin too close to each other to be read share a label."""
    labels: list[tuple[float, list[int]]] = []
    for flag in flags:
        at = x(flag.flag.start_s)
        if labels and at - labels[-1][0] < digit * (len(_ranges(labels[-1][1])) + 1):
            labels[-1][1].append(flag.number)
        else:
            labels.append((at, [flag.number]))
    return [(at, _ranges(numbers)) for at, numbers in labels]


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers that follow each other as a range: "1–3, 5"."""
    runs = [[n for _, n in run] for _, run in groupby(enumerate(numbers), lambda item: item[1] - item[0])]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def _bands(
    chart: _Chart, view: PacketView, movements: Sequence[MovementView], limb: Limb, top: float, lane: float
) -> None:
    start, end = chart.span_s
    for excluded in view.session.coverage.excluded:
        if (not excluded.limbs or limb in excluded.limbs) and excluded.start_s < end and excluded.end_s > start:
            chart.bar(excluded.start_s, excluded.end_s, top, lane, _VEIL, 0.0)
    for movement in movements:
        if limb in movement.limbs:
            fill = HexColor(ON_PAPER[limb])
            fill.alpha = 0.2
            chart.bar(movement.onset_s, movement.offset_s, top, lane, fill)
            for side in (chart.x(movement.onset_s), chart.x(movement.offset_s)):
                chart.line([(side, top), (side, top + lane)], HexColor(ON_PAPER[limb]), 0.5)


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
