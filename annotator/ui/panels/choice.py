"""One answer of a few, side by side: chosen by a click or the keyboard, and taken back the same way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.bits import Button, margins, restyle


class Choice(QWidget):
    """Values with their words. Choosing the chosen one again leaves the question without an answer.

    Tab and the arrows move among the answers, Space chooses.
    """

    chosen = Signal(str)  # the value, "" for none

    def __init__(self, question: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(question)
        self._values = [value for value, _ in options]
        self._buttons: list[Button] = []
        row = QHBoxLayout(self)
        margins(row, 0, 0)
        for n, (value, words) in enumerate(options):
            button = Button(words, "segment")
            button.setCheckable(True)
            button.setAccessibleName(f"{question} {words}")
            button.setProperty("value", value)
            button.setProperty("edge", "first" if n == 0 else "last" if n == len(options) - 1 else "")
            button.clicked.connect(self._on_clicked)
            button.installEventFilter(self)
            self._buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)

    @property
    def value(self) -> str:
        """The chosen value, "" for none."""
        return next((v for v, b in zip(self._values, self._buttons, strict=True) if b.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Shows an answer. Emits nothing."""
        if value == self.value:
            return
        for known, button in zip(self._values, self._buttons, strict=True):
            button.setChecked(known == value)
            restyle(button)

    def button(self, value: str) -> Button:
        """The button of one value."""
        return self._buttons[self._values.index(value)]

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and isinstance(watched, Button):
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if step and plain and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # else the window takes the arrows for the frames
                return True
            if step and plain and event.type() == QEvent.Type.KeyPress:
                place = self._buttons.index(watched) + step
                if 0 <= place < len(self._buttons):
                    self._buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    @Slot()
    def _on_clicked(self) -> None:
        pressed = self.sender()
        for button in self._buttons:
            if button is not pressed:
                button.setChecked(False)
            restyle(button)
        self.chosen.emit(self.value)
