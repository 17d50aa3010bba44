"""The timeline with a video under it, and real mouse events for it."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.session.model import Session
from annotator.ui.appearance import Appearance
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document, Reviewer
from annotator.ui.timeline.timeline import TimelineWidget
from annotator.ui.timeline.view import TimelineView
from annotator.video.times import FrameTimes

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def uneven_times(duration_s: float) -> FrameTimes:
    """A phone's frames: mostly 33 ms apart, some 50, some 17."""
    steps = np.tile([33, 34, 50, 17, 33, 33], int(duration_s * 1000 / 200) + 1)
    pts = np.concatenate([[0], np.cumsum(steps)])
    return FrameTimes(pts[pts < duration_s * 1000], Fraction(1, 1000), 33)


class Bench:
    """A timeline, its document and its clock."""

    def __init__(self, qtbot: QtBot, session: Session | None, simple: bool = False) -> None:
        self.document, self.clock, self.appearance = Document(), PlaybackClock(), Appearance()
        self.document.set_reviewer(Reviewer("Ames", "reviewer"))
        self.widget = TimelineWidget(self.document, self.clock, self.appearance)
        # Held until it is closed: a bench that is collected while its view is being painted takes the painter down.
        qtbot.addWidget(self.widget, before_close_func=self._before_close)
        self.widget.set_simple(simple)
        self.widget.resize(1000, 90 if simple else 460)
        if session is not None:
            self.clock.set_times(uneven_times(session.video.duration_s))
            self.document.open_session(session, None, None)
        self.widget.show()
        qtbot.waitExposed(self.widget)

    def _before_close(self, widget: QWidget) -> None:
        assert widget is self.widget

    @property
    def view(self) -> TimelineView:
        return self.widget.view

    def at(self, seconds: float, role: str = "axis", limb: str | None = None, low: bool = True) -> QPoint:
        """A point of the view: on a bar's row of a lane, or in the upper half of it."""
        lane = next(x for x in self.view.lanes.rows if x.role == role and (limb is None or x.limb == limb))
        y = lane.bottom - 8 if low else lane.top + 4
        return QPoint(round(self.view.viewport.x(seconds)), round(y))


def mouse(
    widget: QWidget, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton = LEFT,
    modifiers: Qt.KeyboardModifier = NONE,
) -> None:  # fmt: skip
    """Sends one real mouse event."""
    moving = kind == QEvent.Type.MouseMove
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    own = Qt.MouseButton.NoButton if moving else button
    place = QPointF(at)
    event = QMouseEvent(kind, place, QPointF(widget.mapToGlobal(at)), own, held, modifiers)
    QApplication.sendEvent(widget, event)


def hover(widget: QWidget, at: QPoint) -> None:
    """Moves the mouse with no button down."""
    mouse(widget, QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton)


def drag(
    widget: QWidget,
    *places: QPoint,
    button: Qt.MouseButton = LEFT,
    modifiers: Qt.KeyboardModifier = NONE,
    release: bool = True,
) -> None:
    """Presses at the first place, moves over the others, lets go at the last."""
    mouse(widget, QEvent.Type.MouseButtonPress, places[0], button, modifiers)
    for place in places[1:]:
        mouse(widget, QEvent.Type.MouseMove, place, button, modifiers)
    if release:
        mouse(widget, QEvent.Type.MouseButtonRelease, places[-1], button, modifiers)


def wheel(widget: QWidget, at: QPoint, y: int = 0, x: int = 0, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Turns the wheel by eighths of a degree."""
    event = QWheelEvent(
        QPointF(at), QPointF(widget.mapToGlobal(at)), QPoint(), QPoint(x, y), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
