"""What the mouse does in the zoomable view: which press begins which gesture, cursors, the card under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent

from annotator.ui.timeline.gestures import ChooseSpan, DragEdge, Gesture, Pan, Scrub
from annotator.ui.timeline.hits import Hit, hit_lines
from annotator.ui.timeline.hover import Hover

if TYPE_CHECKING:
    from annotator.ui.timeline.view import TimelineView

WHEEL_STEP = 120.0
# A wheel's click zooms by this factor, or pans by this share of the view.
ZOOM_A_CLICK = 1.35
PAN_SHARE = 0.15


class Pointer:
    """The mouse over one view."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        self._gesture: Gesture | None = None
        self._pressing = False

    @property
    def busy(self) -> bool:
        """Whether a gesture is under way: the view must not move under the pointer then."""
        return self._pressing or self._gesture is not None

    def press(self, event: QMouseEvent) -> None:
        """Begins the gesture that belongs to what was pressed."""
        view, x = self._view, event.position().x()
        if self._gesture is not None:
            return
        hit = view.hit(event.position())
        view.hovered.emit(None)
        if event.button() == Qt.MouseButton.MiddleButton:
            self._gesture = Pan(view, x)
            view.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() != Qt.MouseButton.LeftButton or hit.lane is None:
            return
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._gesture = ChooseSpan(view, x)
        elif hit.movement is not None and hit.edge is not None and view.document.editable:
            self._gesture = DragEdge(view, x, view.scene.movements[hit.movement], hit.edge)
        else:
            self._pressing = True
            self._press_mark(hit, x)
            self._pressing = False

    def _press_mark(self, hit: Hit, x: float) -> None:
        view, within = self._view, None
        if hit.movement is not None:
            shown = view.scene.movements[hit.movement]
            view.document.select_movement(shown.id)
            within = (shown.onset_s, shown.offset_s)
        elif hit.flag is not None:
            flag = view.scene.patterns[hit.flag]
            view.document.select_flag(hit.flag)
            within = (flag.start_s, flag.end_s)
        elif view.document.selection.span is not None:
            view.document.clear_selection()
        self._gesture = Scrub(view, x, within)

    def move(self, event: QMouseEvent) -> None:
        """Goes on with the gesture, or says what the pointer is over."""
        if self._gesture is not None:
            self._gesture.move(event.position().x())
        else:
            self._hover(event.position())

    def release(self, event: QMouseEvent) -> None:
        """Ends the gesture once no button is down."""
        if self._gesture is not None and not event.buttons():
            gesture, self._gesture = self._gesture, None
            gesture.finish()
            self._view.unsetCursor()

    def cancel(self) -> bool:
        """Takes the gesture back; tells whether there was one."""
        gesture, self._gesture = self._gesture, None
        if gesture is None:
            return False
        gesture.cancel()
        self._view.unsetCursor()
        return True

    def double_click(self, event: QMouseEvent) -> None:
        """Zooms to the mark and tells the window to play it."""
        hit = self._view.hit(event.position())
        if hit.movement is None and hit.flag is None:
            self.press(event)
            return
        self._view.zoom_to_selection()
        self._view.activated.emit(self._view.document.selection)

    def wheel(self, event: QWheelEvent) -> None:
        """Zooms about the pointer; sideways, or with Shift, pans."""
        view, turned = self._view, event.angleDelta()
        sideways = turned.x() if abs(turned.x()) > abs(turned.y()) else 0
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            sideways = sideways or turned.y()
        if sideways:
            view.pan(-PAN_SHARE * sideways / WHEEL_STEP)
        elif turned.y():
            about = view.viewport.seconds_within(event.position().x())
            view.set_viewport(view.viewport.zoomed(ZOOM_A_CLICK ** (turned.y() / WHEEL_STEP), about))
        event.accept()

    def _hover(self, position: QPointF) -> None:
        view = self._view
        hit = view.hit(position)
        if hit.edge is not None and view.document.editable:
            view.setCursor(Qt.CursorShape.SizeHorCursor)
        elif hit.movement is not None or hit.flag is not None:
            view.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            view.unsetCursor()
        lines = hit_lines(view.scene, hit)
        pictured = hit.lane is not None and (hit.lane.role == "axis" or hit.movement is not None)
        if not lines and not pictured:
            view.hovered.emit(None)
            return
        seconds = min(max(hit.seconds, 0.0), view.scene.duration_s)
        top = hit.lane.top if hit.lane is not None else 0.0
        view.hovered.emit(Hover(view.mapToGlobal(QPointF(position.x(), top).toPoint()), seconds, lines, pictured))
