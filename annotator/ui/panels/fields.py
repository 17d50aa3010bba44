"""Fields of the observer's form: what is typed is taken over while it is typed, once it can be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.ui.bits import Text, margins
from annotator.ui.theme import SPACE

LONGEST_TEXT = 2000


class ReadField(QWidget):
    """A line that is read as something: `read` gives the value, or `UNREADABLE`; `write` says a value again."""

    edited = Signal(object)  # the value that was read
    finished = Signal()
    UNREADABLE = object()

    def __init__(
        self, label: str, hint: str, read: Callable[[str], Any], write: Callable[[Any], str], example: str
    ) -> None:
        super().__init__()
        self._read, self._write = read, write
        self._value: Any = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(example)
        self.line.setAccessibleName(label)
        self.line.setMaxLength(40)
        self.line.setMaximumWidth(30 * SPACE)
        caption = Text(label)
        caption.setBuddy(self.line)
        self._hint = Text(hint, "small", wrap=True)
        self._hint.hide()
        layout = QVBoxLayout(self)
        margins(layout, 0, 0.5)
        layout.addWidget(caption)
        layout.addWidget(self.line)
        layout.addWidget(self._hint)
        layout.addStretch(1)
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self._on_finished)

    def set_value(self, value: Any) -> None:
        """Shows a value, unless what is typed already says it, or something else is just being typed."""
        known = value == self._value
        self._value = value
        if self._read(self.line.text()) == value or (known and self.line.hasFocus()):
            return
        self.line.setText(self._write(value))
        self._hint.hide()

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        value = self._read(text)
        if value is not self.UNREADABLE:
            self._hint.hide()
            self.edited.emit(value)

    @Slot()
    def _on_finished(self) -> None:
        value = self._read(self.line.text())
        self._hint.setVisible(value is self.UNREADABLE)
        if value is not self.UNREADABLE:
            self.line.setText(self._write(value))
        self.finished.emit()


class NoteField(QWidget):
    """A free text with its question above it."""

    edited = Signal(str)
    finished = Signal()

    def __init__(self, label: str, *, tall: bool = False) -> None:
        super().__init__()
        self._edit = _Paragraph() if tall else QLineEdit()
        self._edit.setAccessibleName(label)
        layout = QVBoxLayout(self)
        margins(layout, 0, 0.5)
        caption = Text(label, wrap=True)
        caption.setBuddy(self._edit)
        layout.addWidget(caption)
        layout.addWidget(self._edit)
        if isinstance(self._edit, QLineEdit):
            self._edit.setMaxLength(LONGEST_TEXT)
            self._edit.textEdited.connect(self._on_edited)
            self._edit.editingFinished.connect(self.finished)
        else:
            self._edit.setTabChangesFocus(True)
            self._edit.setMinimumHeight(10 * SPACE)
            self._edit.setMaximumHeight(20 * SPACE)
            self._edit.typed.connect(self._on_edited)

    @property
    def text(self) -> str:
        """What is written."""
        return self._edit.text() if isinstance(self._edit, QLineEdit) else self._edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Shows a text, unless it is there already but for spaces at its ends."""
        if self.text.strip() == text:
            return
        if isinstance(self._edit, QLineEdit):
            self._edit.setText(text)
        else:
            self._edit.show_text(text)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit(self.text.strip()[:LONGEST_TEXT])


class _Paragraph(QPlainTextEdit):
    """A few lines. `typed` only when a person changed them."""

    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.textChanged.connect(self.typed)

    def text(self) -> str:
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
