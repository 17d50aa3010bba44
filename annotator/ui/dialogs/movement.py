"""Asking for a movement's kind and limbs, and for a note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.anatomy import LIMBS, Limb
from annotator.session.model import KINDS, Kind
from annotator.ui.bits import Text, margins
from annotator.ui.formats import clock_text
from annotator.ui.words import kind_name, limb_name

LIMB_KEYS: dict[Limb, str] = {"left_arm": "Q", "right_arm": "W", "left_leg": "A", "right_leg": "S", "head": "H"}


class MovementDialog(QDialog):
    """Kind by 1 to 6, limbs by Q W A S H (as they lie on the keyboard: arms above legs), Enter to finish."""

    def __init__(
        self,
        title: str,
        kind: Kind,
        limbs: tuple[Limb, ...],
        span: tuple[float, float] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        layout = QVBoxLayout(self)
        margins(layout, 2.5, 1.5)
        layout.addWidget(Text(title, "title"))
        if span is not None:
            text = self.tr("{start} to {end}").format(start=clock_text(span[0]), end=clock_text(span[1]))
            layout.addWidget(Text(text, "muted"))
        columns = QHBoxLayout()
        columns.setSpacing(48)
        columns.addLayout(self._kind_column(kind))
        columns.addLayout(self._limb_column(limbs))
        layout.addLayout(columns)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setDefault(True)
        layout.addSpacing(8)
        layout.addWidget(buttons)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)

    @property
    def kind(self) -> Kind:
        """The chosen kind."""
        return KINDS[self._kinds.checkedId()]

    @property
    def limbs(self) -> tuple[Limb, ...]:
        """The chosen limbs, in the usual order."""
        return tuple(limb for limb in LIMBS if self._limbs[limb].isChecked())

    def _kind_column(self, kind: Kind) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(24)
        grid.addWidget(Text(self.tr("Kind"), "overline"), 0, 0, 1, 2)
        self._kinds = QButtonGroup(self)
        for row, value in enumerate(KINDS):
            button = QRadioButton(kind_name(value))
            button.setChecked(value == kind)
            self._kinds.addButton(button, row)
            grid.addWidget(button, row + 1, 0)
            grid.addWidget(Text(str(row + 1), "key"), row + 1, 1)
            QShortcut(str(row + 1), self, button.click)
        grid.setRowStretch(len(KINDS) + 1, 1)
        return grid

    def _limb_column(self, limbs: tuple[Limb, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(24)
        grid.addWidget(Text(self.tr("Limbs (the baby's own left and right)"), "overline"), 0, 0, 1, 2)
        self._limbs: dict[Limb, QCheckBox] = {}
        for row, limb in enumerate(LIMBS):
            box = QCheckBox(limb_name(limb))
            box.setChecked(limb in limbs)
            self._limbs[limb] = box
            grid.addWidget(box, row + 1, 0)
            grid.addWidget(Text(LIMB_KEYS[limb], "key"), row + 1, 1)
            QShortcut(LIMB_KEYS[limb], self, box.click)
        grid.setRowStretch(len(LIMBS) + 1, 1)
        return grid


class NoteDialog(QDialog):
    """A few words on a movement or flag. Ctrl+Enter finishes."""

    def __init__(self, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Note"))
        self.resize(480, 240)
        layout = QVBoxLayout(self)
        margins(layout, 2.5, 1.5)
        layout.addWidget(Text(self.tr("Note"), "title"))
        self._edit = _NoteEdit(note)
        self._edit.setAccessibleName(self.tr("Note"))
        self._edit.setTabChangesFocus(True)
        layout.addWidget(self._edit, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._edit.finish = self.accept
        layout.addWidget(buttons)
        self._edit.setFocus()

    @property
    def note(self) -> str:
        """What was written."""
        return self._edit.toPlainText().strip()


class _NoteEdit(QPlainTextEdit):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.finish = self.clearFocus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish()
        else:
            super().keyPressEvent(event)
