"""The list of keys, made from the actions themselves so that it is never out of date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from annotator.ui.bits import Text, margins
from annotator.ui.theme import SPACE

COLUMNS = 2


class ShortcutsDialog(QDialog):
    """All keys, in the menus' groups, with a field to look one up."""

    def __init__(self, groups: Iterable[tuple[str, Sequence[QAction]]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(128 * SPACE, 84 * SPACE)
        self._rows: list[tuple[str, list[QWidget]]] = []
        layout = QVBoxLayout(self)
        margins(layout, 2.5, 1.5)
        top = QHBoxLayout()
        top.addWidget(Text(self.tr("Keyboard shortcuts"), "title"), 1)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Look for an action"))
        self.search.setAccessibleName(self.tr("Look for an action"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        top.addWidget(self.search, 1)
        layout.addLayout(top)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setProperty("kind", "page")
        columns = QHBoxLayout(page)
        columns.setSpacing(5 * SPACE)
        sides = [QVBoxLayout() for _ in range(COLUMNS)]
        heights = [0] * COLUMNS
        for column in sides:
            column.setSpacing(SPACE)
        for name, actions in groups:
            keyed = [a for a in actions if not a.shortcut().isEmpty()]
            if keyed:
                side = heights.index(min(heights))
                heights[side] += len(keyed) + 2
                self._add_group(sides[side], name, keyed)
        for side_layout in sides:
            side_layout.addStretch(1)
            columns.addLayout(side_layout, 1)
        scroll.setWidget(page)
        layout.addWidget(scroll, 1)

    def _add_group(self, column: QVBoxLayout, name: str, actions: Sequence[QAction]) -> None:
        column.addWidget(Text(name, "heading"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 2 * SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnStretch(0, 1)
        for row, action in enumerate(actions):
            text = plain_text(action)
            label = Text(text)
            keys = QWidget()
            line = QHBoxLayout(keys)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(SPACE // 2)
            line.addStretch(1)
            for shortcut in action.shortcuts():
                line.addWidget(Text(shortcut.toString(QKeySequence.SequenceFormat.NativeText), "key"))
            grid.addWidget(label, row, 0)
            grid.addWidget(keys, row, 1)
            self._rows.append((text.casefold(), [label, keys]))
        column.addLayout(grid)

    def _filter(self, wanted: str) -> None:
        for text, widgets in self._rows:
            for widget in widgets:
                widget.setVisible(wanted.casefold() in text)


def plain_text(action: QAction) -> str:
    """An action's text without its mnemonic mark and dots."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("….")
