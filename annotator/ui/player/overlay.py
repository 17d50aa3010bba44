"""What the detector saw, drawn over the picture. Coordinates are displayed picture pixels; the painter maps them.

The colours are the theme's on dark, whatever the window's look, because they stand on a picture and not on a page; each
line has a dark edge and each limb its own dash and letters, so that colour is never the only sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF, QTransform

from annotator.anatomy import Limb
from annotator.ui.theme import DARK

Points = npt.NDArray[np.float32]

LINE_PX: Final = 2.5
EDGE_PX: Final = 5.0
JOINT_RADIUS_PX: Final = 3.5
_EDGE: Final = QColor(0, 0, 0, 170)
# Left is drawn whole and right dashed, so that crossing limbs can be told apart without colour.
_DASHES: Final[dict[Limb | None, list[float]]] = {"right_arm": [4.0, 2.0], "right_leg": [4.0, 2.0]}


@dataclass(frozen=True, slots=True)
class Polyline:
    """Joints of one limb in order, float32 (K, 2); NaN where a joint was not seen, which breaks the line."""

    points_px: Points
    limb: Limb | None = None
    visibility: float = 1.0


@dataclass(frozen=True, slots=True)
class Region:
    """The outline of what was measured for a limb, float32 (K, 2). `observed` false where it could not be judged."""

    outline_px: Points
    limb: Limb | None = None
    observed: bool = True


@dataclass(frozen=True, slots=True)
class Label:
    """A short text at a point of the picture, pixels."""

    x_px: float
    y_px: float
    text: str
    limb: Limb | None = None


@dataclass(frozen=True, slots=True)
class Overlay:
    """Everything to draw over one frame."""

    polylines: tuple[Polyline, ...] = ()
    labels: tuple[Label, ...] = ()
    regions: tuple[Region, ...] = ()


class OverlayProvider(Protocol):
    """Knows what the detector saw. Asked on the GUI thread for each painted frame: must answer within 2 ms."""

    def at(self, frame: int) -> Overlay | None:
        """What to draw over this frame, by its number, or None for nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Layers:
    """Which parts of the overlay are drawn."""

    skeleton: bool = True
    regions: bool = False
    labels: bool = True


def paint_overlay(painter: QPainter, overlay: Overlay, layers: Layers, to_widget: QTransform) -> None:
    """Draws the overlay, `to_widget` mapping displayed picture pixels to the painter's."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if layers.regions:
        for region in overlay.regions:
            _paint_region(painter, region, to_widget)
    if layers.skeleton:
        for line in overlay.polylines:
            _paint_polyline(painter, line, to_widget)
    if layers.labels and (layers.skeleton or layers.regions):
        for label in overlay.labels:
            _paint_label(painter, label, to_widget)


def _color(limb: Limb | None, alpha: float = 1.0) -> QColor:
    return DARK.limb_color(limb, alpha)


def _runs(points: Points) -> list[Points]:
    """Splits at joints that were not seen."""
    seen = np.isfinite(points).all(axis=1)
    cuts = np.flatnonzero(np.diff(seen.astype(np.int8))) + 1
    return [run for run in np.split(points, cuts) if len(run) and np.isfinite(run).all()]


def _mapped(points: Points, to_widget: QTransform) -> QPolygonF:
    return to_widget.map(QPolygonF([QPointF(float(x), float(y)) for x, y in points]))


def _paint_polyline(painter: QPainter, line: Polyline, to_widget: QTransform) -> None:
    alpha = 0.35 + 0.65 * min(max(line.visibility, 0.0), 1.0)
    color = _color(line.limb, alpha)
    for run in _runs(line.points_px):
        polygon = _mapped(run, to_widget)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen_color, width, dashes in (
            (_EDGE, EDGE_PX, None),
            (color, LINE_PX, _DASHES.get(line.limb)),
        ):
            pen = QPen(pen_color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            if dashes is not None:
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                pen.setDashPattern(dashes)
            painter.setPen(pen)
            painter.drawPolyline(polygon)
        painter.setPen(QPen(_EDGE, 1.0))
        painter.setBrush(color)
        for point in polygon.toList():
            painter.drawEllipse(point, JOINT_RADIUS_PX, JOINT_RADIUS_PX)


def _paint_region(painter: QPainter, region: Region, to_widget: QTransform) -> None:
    if len(region.outline_px) < 3 or not np.isfinite(region.outline_px).all():
        return
    polygon = _mapped(region.outline_px, to_widget)
    if region.observed:
        fill = QBrush(_color(region.limb, 0.16))
        pen = QPen(_color(region.limb, 0.9), 1.5)
    else:
        fill = QBrush(_color(region.limb, 0.45), Qt.BrushStyle.BDiagPattern)
        pen = QPen(_color(region.limb, 0.7), 1.5, Qt.PenStyle.DotLine)
    painter.setBrush(fill)
    painter.setPen(pen)
    painter.drawPolygon(polygon)


def _paint_label(painter: QPainter, label: Label, to_widget: QTransform) -> None:
    metrics = QFontMetricsF(painter.font())
    at = to_widget.map(QPointF(label.x_px, label.y_px))
    width, height = metrics.horizontalAdvance(label.text) + 8.0, metrics.height() + 2.0
    box = QRectF(at.x() + 6.0, at.y() - height / 2.0, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 190))
    painter.drawRoundedRect(box, 3.0, 3.0)
    painter.setPen(_color(label.limb))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label.text)
