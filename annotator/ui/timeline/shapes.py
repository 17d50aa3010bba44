"""The shapes that tell a movement's kind, and the outlines that tell its verdict."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath, QPen

from annotator.session.model import Kind
from annotator.ui.timeline.scene import State


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
        radius = min(0.45 * low.height(), 0.3 * low.width())
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


def sign_path(box: QRectF, kind: Kind) -> QPainterPath:
    """The small sign of a kind: a spike, one held line, two held lines, or a wave. To be drawn, not filled."""
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
    return path
