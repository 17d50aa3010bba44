"""What the keys do while the timeline has the focus. The zoom and edge keys are actions of the whole widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui.timeline.pointer import PAN_SHARE

if TYPE_CHECKING:
    from annotator.ui.timeline.view import TimelineView

Key = Qt.Key
SHIFTED_FRAMES = 10


def handle_key(view: TimelineView, event: QKeyEvent) -> bool:
    """Does what a key asks; tells whether it asked anything."""
    key = event.key()
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return False
    if key in (Key.Key_Left, Key.Key_Right):
        step = 1 if key == Key.Key_Right else -1
        if control:
            view.pan(step * PAN_SHARE)
        else:
            view.clock.step(step * (SHIFTED_FRAMES if shift else 1))
    elif key in (Key.Key_Up, Key.Key_Down):
        view.select_neighbour(1 if key == Key.Key_Down else -1)
    elif key in (Key.Key_Home, Key.Key_End):
        view.clock.seek(0.0 if key == Key.Key_Home else view.clock.duration_s)
    elif key in (Key.Key_Return, Key.Key_Enter) and view.document.selection:
        view.activated.emit(view.document.selection)
    elif key == Key.Key_Escape:
        if not view.cancel_gesture():
            view.document.clear_selection()
    else:
        return False
    return True
