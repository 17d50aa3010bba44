"""The menu bar: every action of the window in one place, each once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from annotator.ui.compare.comparison import Comparison
from annotator.ui.dialogs.shortcuts import plain_text
from annotator.ui.document import Document
from annotator.ui.preferences import Preferences
from annotator.ui.review.actions import ReviewActions


class Menus(QObject):
    """Builds the menu bar and owns the actions that belong to no other widget."""

    recent_chosen = Signal(object)  # Path

    def __init__(self, bar: QMenuBar, document: Document, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._bar, self._preferences, self._window = bar, preferences, window
        self._undo_stack = document.undo_stack
        self._groups: list[tuple[str, QMenu]] = []
        keys = QKeySequence.StandardKey
        self.open = self.make(self.tr("&Open…"), keys.Open)
        self.open_folder = self.make(self.tr("Open a &folder…"), "Ctrl+Shift+O")
        self.next_file = self.make(self.tr("&Next file"), "Ctrl+PgDown")
        self.previous_file = self.make(self.tr("&Previous file"), "Ctrl+PgUp")
        self.save = self.make(self.tr("&Save"), keys.Save)
        self.save_as = self.make(self.tr("Save &as…"), "Ctrl+Shift+S")
        self.packet = self.make(self.tr("Make the pac&ket…"), "Ctrl+E")
        self.analyse = self.make(self.tr("Anal&yse this video"), "Ctrl+R")
        self.close = self.make(self.tr("&Close"), "Ctrl+W")
        self.quit = self.make(self.tr("&Quit"), "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.undo = document.undo_stack.createUndoAction(self, self.tr("&Undo"))
        self.undo.setShortcuts([QKeySequence("Ctrl+Z")])
        self.redo = document.undo_stack.createRedoAction(self, self.tr("&Redo"))
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.preferences = self.make(self.tr("&Preferences…"), "Ctrl+,")
        self.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.reviewer = self.make(self.tr("&Who is reviewing…"))
        self.clinician = self.make(self.tr("&Clinician's workspace"), "F2", checkable=True)
        self.dark = self.make(self.tr("&Dark colours"), "F3", checkable=True)
        self.larger = self.make(self.tr("&Larger text"), ("Ctrl++", "Ctrl+="))
        self.smaller = self.make(self.tr("&Smaller text"), "Ctrl+-")
        self.usual = self.make(self.tr("&Usual text size"), "Ctrl+0")
        self.next_movement = self.make(self.tr("&Next movement"), ("N", "Down"))
        self.previous_movement = self.make(self.tr("&Previous movement"), ("P", "Up"))
        self.next_flag = self.make(self.tr("Next pattern &flag"), "F")
        self.previous_flag = self.make(self.tr("Pre&vious pattern flag"), "Shift+F")
        self.loop_selected = self.make(self.tr("Play the chosen one in a l&oop"), ("Return", "Enter"))
        self.shortcuts = self.make(self.tr("&Keyboard shortcuts"), ("?", "F1"))
        self.about = self.make(self.tr("&About this program"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        document.read_only_changed.connect(self._on_read_only)

    def build(
        self,
        review: ReviewActions,
        comparison: Comparison,
        playback: Sequence[QAction],
        timeline: Sequence[QAction],
    ) -> None:
        """Fills the bar."""
        self._recent = QMenu(self.tr("Open &recent"), self._bar)
        self._menu(
            self.tr("&File"),
            [self.open, self.open_folder, self._recent, None, self.previous_file, self.next_file, None, self.save,
             self.save_as, None, self.analyse, self.packet, None, self.close, self.quit],
        )  # fmt: skip
        self._menu(self.tr("&Edit"), [self.undo, self.redo, None, self.reviewer, self.preferences])
        self._menu(
            self.tr("&View"),
            [self.clinician, None, self.dark, self.larger, self.smaller, self.usual, None, *timeline],
        )
        self._menu(
            self.tr("&Go and play"),
            [self.next_movement, self.previous_movement, self.next_flag, self.previous_flag, self.loop_selected, None,
             *playback],
        )  # fmt: skip
        kinds = QMenu(self.tr("Chan&ge the kind to"), self._bar)
        kinds.addActions(list(review.kinds.values()))
        self._groups.append((self.tr("Change the kind to"), kinds))
        self._menu(
            self.tr("&Review"),
            [review.accept, review.reject, review.unsure, None, kinds, review.relabel, review.note, None, review.add,
             review.split, review.merge, review.delete, review.looked, None, review.start_queue, review.queue_next,
             None, review.blinded, review.finish_blinded, None, *comparison.all_actions()],
        )  # fmt: skip
        self._menu(self.tr("&Help"), [self.shortcuts, None, self.about])
        self._preferences.recent_changed.connect(self._fill_recent)
        self._fill_recent()

    def groups(self) -> list[tuple[str, list[QAction]]]:
        """All actions by menu, for the list of keys."""
        return [
            (name, [a for a in menu.actions() if not a.isSeparator() and a.menu() is None])
            for name, menu in self._groups
        ]

    def make(
        self,
        text: str,
        keys: QKeySequence.StandardKey | str | tuple[str, ...] = "",
        *,
        checkable: bool = False,
    ) -> QAction:
        """An action of the window; whoever builds the window connects it."""
        action = QAction(text, self)
        if isinstance(keys, QKeySequence.StandardKey):
            action.setShortcuts(QKeySequence.keyBindings(keys)[:1])
        elif keys:
            action.setShortcuts([QKeySequence(key) for key in ((keys,) if isinstance(keys, str) else keys)])
        action.setCheckable(checkable)
        return action

    def connect_all(self, slots: dict[str, Callable[[], object]]) -> None:
        """Connects actions, by their attribute's name, to methods of objects on the GUI thread."""
        for name, slot in slots.items():
            getattr(self, name).triggered.connect(slot)

    def _menu(self, title: str, items: Sequence[QAction | QMenu | None]) -> None:
        menu = self._bar.addMenu(title)
        menu.setToolTipsVisible(True)
        for item in items:
            if item is None:
                menu.addSeparator()
            elif isinstance(item, QMenu):
                menu.addMenu(item)
                # In full screen there is no menu bar that would know their keys.
                self._window.addActions(item.actions())
            else:
                menu.addAction(item)
                self._window.addAction(item)
        self._groups.append((plain_text(QAction(title, menu)), menu))

    @Slot(bool)
    def _on_read_only(self, read_only: bool) -> None:
        stack = self._undo_stack
        self.undo.setEnabled(stack.canUndo() and not read_only)
        self.redo.setEnabled(stack.canRedo() and not read_only)

    @Slot()
    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._preferences.recent:
            action = self._recent.addAction(str(path).replace("&", "&&"))
            action.setData(str(path))
            action.triggered.connect(self._on_recent)
        self._recent.setEnabled(bool(self._recent.actions()))

    @Slot()
    def _on_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.recent_chosen.emit(Path(action.data()))
