"""Keeps the one-key actions from taking keys that the focused control needs itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabBar,
    QWidget,
)

_UP_DOWN: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_SIDEWAYS: Final = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})
_ENDS: Final = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End})
_PRESS: Final = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PLAIN: Final = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


def needs_key(focused: QWidget | None, event: QKeyEvent) -> bool:
    """Whether the focused control would be unusable if a shortcut took this key from it."""
    if focused is None or event.modifiers() not in _PLAIN:
        return False
    key = Qt.Key(event.key())
    if isinstance(focused, QAbstractButton):
        return key in _PRESS
    if isinstance(focused, QComboBox | QAbstractSpinBox):
        return True
    if isinstance(focused, QAbstractSlider):
        return key in _UP_DOWN | _SIDEWAYS | _ENDS
    if isinstance(focused, QTabBar):
        return key in _SIDEWAYS
    if isinstance(focused, QAbstractItemView):
        return key in _UP_DOWN or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if isinstance(focused, QAbstractScrollArea | QLineEdit):
        return key in _UP_DOWN
    return False
