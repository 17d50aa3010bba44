"""What every painter of the timeline shares: theme, type, pixel ratio, and the hatches and signs made from them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from annotator.anatomy import Limb
from annotator.session.model import ExclusionReason
from annotator.ui.theme import Theme

Hatch = Literal["rising", "falling", "crossed", "dots", "grid", "level", "upright", "rings", "dotted"]
# Each reason has its own hatch, so that no reason is told by its colour.
HATCHES: Final[dict[ExclusionReason, Hatch]] = {
    "camera_moved": "rising",
    "light_changed": "falling",
    "no_baby": "grid",
    "other_person": "crossed",
    "too_dark": "dots",
    "picture_missing": "upright",
    "out_of_frame": "level",
    "covered": "rings",
}
SMALL: Final = 0.86  # of the widget's own type


@dataclass(frozen=True, slots=True)
class Look:
    """`em` is the height of a line of text in pixels, `dpr` device pixels a pixel."""

    theme: Theme
    font: QFont
    small: QFont
    em: float
    small_em: float
    dpr: float
    small_key: str = ""

    @classmethod
    def of(cls, widget: QWidget, theme: Theme) -> Look:
        """The look for a widget as it stands now."""
        font = QFont(widget.font())
        font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
        small = QFont(font)
        if font.pixelSize() > 0:
            small.setPixelSize(max(round(font.pixelSize() * SMALL), 8))
        else:
            small.setPointSizeF(max(font.pointSizeF() * SMALL, 6.5))
        return cls(
            theme,
            font,
            small,
            QFontMetricsF(font).height(),
            QFontMetricsF(small).height(),
            widget.devicePixelRatioF(),
            small.toString(),
        )

    def color(self, name: str, alpha: float = 1.0) -> QColor:
        """A token of the theme, `alpha` 0 to 1. Not to be changed: it is kept."""
        return _color(getattr(self.theme, name), alpha)

    def limb_color(self, limb: Limb | None, alpha: float = 1.0) -> QColor:
        """A limb's colour, `alpha` 0 to 1. Not to be changed: it is kept."""
        return _color(self.theme.limbs[limb], alpha)

    def small_width(self, text: str) -> float:
        """How wide a text is in small type."""
        return _width(self.small_key, text)

    def ink_on(self, background: QColor) -> QColor:
        """Black or white, whichever reads better on a colour: one of the two always has a contrast of 4.5."""
        return QColor("#ffffff" if _white_reads_better(background.rgb()) else "#000000")


@lru_cache(maxsize=256)
def _color(text: str, alpha: float) -> QColor:
    color = QColor(text)
    color.setAlphaF(alpha)
    return color


@lru_cache(maxsize=4096)
def _width(font: str, text: str) -> float:
    described = QFont()
    described.fromString(font)
    return QFontMetricsF(described).horizontalAdvance(text)


def rgb(color: QColor) -> tuple[float, float, float]:
    """Red, green and blue, 0 to 1."""
    return color.redF(), color.greenF(), color.blueF()


@lru_cache(maxsize=256)
def _white_reads_better(rgb: int) -> bool:
    background = QColor.fromRgb(rgb)
    return contrast(QColor("#ffffff"), background) > contrast(QColor("#000000"), background)


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2 contrast ratio of two opaque colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    parts = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(color))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`share` of one colour over the other, opaque. Not to be changed: it is kept."""
    return _mixed(one.rgb(), other.rgb(), share)


@lru_cache(maxsize=256)
def _mixed(one: int, other: int, share: float) -> QColor:
    colors = rgb(QColor.fromRgb(one)), rgb(QColor.fromRgb(other))
    return QColor.fromRgbF(*(share * a + (1 - share) * b for a, b in zip(*colors, strict=True)))


@lru_cache(maxsize=128)
def hatch_brush(hatch: Hatch, color: str, dpr: float) -> QBrush:
    """A brush of a fine hatch, drawn at the screen's own pixels."""
    side = 6
    tile = QPixmap(round(side * dpr), round(side * dpr))
    tile.setDevicePixelRatio(dpr)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(color), 1.0)
    painter.setPen(pen)
    if hatch in ("rising", "crossed"):
        for shift in (-side, 0, side):
            painter.drawLine(QPointF(shift, side), QPointF(shift + side, 0))
    if hatch in ("falling", "crossed"):
        for shift in (-side, 0, side):
            painter.drawLine(QPointF(shift, 0), QPointF(shift + side, side))
    if hatch in ("level", "grid"):
        for y in (1.5, 4.5) if hatch == "level" else (2.5,):
            painter.drawLine(QPointF(0, y), QPointF(side, y))
    if hatch in ("upright", "grid"):
        painter.drawLine(QPointF(2.5, 0), QPointF(2.5, side))
    if hatch == "dotted":
        # Full height: whatever row of the tile a line one pixel high falls on, it is dotted along its length.
        painter.fillRect(QRectF(0, 0, 2, side), QColor(color))
    if hatch == "dots":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        for x, y in ((1.5, 1.5), (4.5, 4.5)):
            painter.drawEllipse(QPointF(x, y), 1.15, 1.15)
    if hatch == "rings":
        painter.drawEllipse(QPointF(3, 3), 1.7, 1.7)
    painter.end()
    return QBrush(tile)


def fill_hatched(painter: QPainter, rect: QRectF, hatch: Hatch, color: QColor, dpr: float) -> None:
    """Fills a rectangle with a hatch whose tiles line up over neighbouring rectangles."""
    painter.fillRect(rect, hatch_brush(hatch, color.name(QColor.NameFormat.HexArgb), dpr))


def fill_boxes(painter: QPainter, boxes: Sequence[QRectF], color: QColor, pen: QPen | None = None) -> None:
    """Fills many rectangles at once on whole pixels: smooth edges would cost ten times as much and look blurred."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen if pen is None else pen)
    painter.setBrush(color)
    painter.drawRects(boxes)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def paint_unreached(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Veils what a running analysis has not reached; its edge is dashed, so that it is no gap in what could be seen."""
    painter.fillRect(rect, look.color("raised", 0.75))
    pen = QPen(look.color("muted"), 1)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    x = math.floor(rect.left()) + 0.5
    painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))


def check_path(center: QPointF, size: float) -> QPainterPath:
    """A tick: accepted."""
    path = QPainterPath(center + QPointF(-0.5 * size, 0.05 * size))
    path.lineTo(center + QPointF(-0.12 * size, 0.42 * size))
    path.lineTo(center + QPointF(0.52 * size, -0.42 * size))
    return path


def cross_path(center: QPointF, size: float) -> QPainterPath:
    """A cross: rejected."""
    path = QPainterPath(center + QPointF(-0.4 * size, -0.4 * size))
    path.lineTo(center + QPointF(0.4 * size, 0.4 * size))
    path.moveTo(center + QPointF(-0.4 * size, 0.4 * size))
    path.lineTo(center + QPointF(0.4 * size, -0.4 * size))
    return path


def plus_path(center: QPointF, size: float) -> QPainterPath:
    """A plus: a person added it."""
    path = QPainterPath(center + QPointF(-0.45 * size, 0))
    path.lineTo(center + QPointF(0.45 * size, 0))
    path.moveTo(center + QPointF(0, -0.45 * size))
    path.lineTo(center + QPointF(0, 0.45 * size))
    return path


def question_path(center: QPointF, size: float) -> QPainterPath:
    """A question mark: unsure."""
    path = QPainterPath()
    path.arcMoveTo(QRectF(center.x() - 0.3 * size, center.y() - 0.6 * size, 0.6 * size, 0.6 * size), 180)
    path.arcTo(QRectF(center.x() - 0.3 * size, center.y() - 0.6 * size, 0.6 * size, 0.6 * size), 180, -225)
    path.lineTo(center + QPointF(0, 0.25 * size))
    path.moveTo(center + QPointF(0, 0.55 * size))
    path.lineTo(center + QPointF(0, 0.6 * size))
    return path
