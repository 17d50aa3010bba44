"""Paints one movement as two reviewers have it: the first above with a whole frame, the second below, hatched in a
dashed one. Each carries its number, so that they are told apart without their colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from annotator.session.model import Movement
from annotator.ui.timeline.lanes import Lanes
from annotator.ui.timeline.look import Look, fill_hatched
from annotator.ui.timeline.viewport import Viewport

Whose = Literal["first", "second"]
NUMBERS: Final[dict[Whose, str]] = {"first": "1", "second": "2"}
COLORS: Final[dict[Whose, str]] = {"first": "accent", "second": "unsure"}
NARROWEST_PX: Final = 6.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where two reviews are compared: what each has there, None where it has nothing. As reviewed."""

    start_s: float
    end_s: float
    first: Movement | None = None
    second: Movement | None = None

    def shares(self) -> tuple[tuple[Whose, Movement], ...]:
        """What there is to paint."""
        both: tuple[tuple[Whose, Movement | None], ...] = (("first", self.first), ("second", self.second))
        return tuple((whose, movement) for whose, movement in both if movement is not None)


def paint_compared(painter: QPainter, place: Place, lanes: Lanes, view: Viewport, look: Look) -> None:
    """Paints both reviewers' movements of a place over the limbs' lanes."""
    for whose, movement in place.shares():
        box = _across(movement, view)
        limbs = [lane for limb in movement.limbs or (None,) if (lane := lanes.limb(limb)) is not None]
        if limbs:
            spans = [(lane.top, lane.height) for lane in limbs]
        else:  # no limb is named, and the open review has no lane for that: over all of them
            rows = lanes.of("limb")
            spans = [(rows[0].top, rows[-1].bottom - rows[0].top)]
        for top, height in spans:
            upper = whose == "first"
            half = height / 2
            rect = QRectF(box.left(), top + 2 if upper else top + half + 1, box.width(), half - 3)
            paint_share(painter, rect, whose, view, look)


def paint_compared_on_strip(
    painter: QPainter, place: Place, top: float, bottom: float, view: Viewport, look: Look
) -> None:
    """The same on one strip between two heights."""
    half = (bottom - top) / 2
    for whose, movement in place.shares():
        box = _across(movement, view)
        y = top if whose == "first" else top + half + 1
        paint_share(painter, QRectF(box.left(), y, box.width(), half - 1), whose, view, look)


def paint_share(painter: QPainter, rect: QRectF, whose: Whose, view: Viewport | None, look: Look) -> None:
    """One reviewer's movement with its number before it, or after it where `view` ends. Also the legend's sign."""
    theme = look.theme
    color = theme.color(COLORS[whose])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("surface"))
    painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 3, 3)
    pen = QPen(color, 2)
    if whose == "second":
        painter.fillRect(rect, theme.color(COLORS[whose], 0.12))
        fill_hatched(painter, rect, "rising", color, look.dpr)
        pen.setDashPattern([2.5, 1.5])
    else:
        painter.fillRect(rect, theme.color(COLORS[whose], 0.35))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, 2, 2)
    side = min(look.small_em, max(rect.height(), 12.0))
    left = rect.left() - side - 5
    if view is not None and left < view.left_px:
        left = rect.right() + 5
    tag = QRectF(left, rect.center().y() - side / 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    if whose == "first":
        painter.drawEllipse(tag)
    else:
        painter.drawRoundedRect(tag, 2, 2)
    painter.setPen(look.ink_on(color))
    painter.setFont(look.small)
    painter.drawText(tag.adjusted(-2, -2, 2, 2), Qt.AlignmentFlag.AlignCenter, NUMBERS[whose])
    painter.restore()


def _across(movement: Movement, view: Viewport) -> QRectF:
    """From onset to offset, wide enough to be seen."""
    left, right = view.x(movement.onset_s), view.x(movement.offset_s)
    spare = max(NARROWEST_PX - (right - left), 0.0) / 2
    return QRectF(QPointF(left - spare, 0.0), QPointF(right + spare, 0.0))
