"""The picture over the whole screen. It is the same window with everything else hidden, so that every key, dialog and
notice goes on working there as in the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from annotator.session.effective import effective
from annotator.ui.bits import Text
from annotator.ui.document import Document
from annotator.ui.formats import clock_text
from annotator.ui.review.rows import state_of
from annotator.ui.theme import DARK, SPACE
from annotator.ui.words import kind_name, limbs_text, rule_name, verdict_name
from annotator.ui.workspace import Workspace

MARGIN_PX: Final = 2 * SPACE


class FullScreen(QObject):
    """Follows the player's action. `around` is hidden meanwhile; `refresh` shows again of it what belongs there."""

    def __init__(
        self,
        window: QMainWindow,
        workspace: Workspace,
        action: QAction,
        around: Sequence[QWidget],
        refresh: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._action = window, workspace, action
        self._around, self._refresh = around, refresh
        self._leave = QAction(self.tr("Leave the full screen"), self)
        self._leave.setShortcut(QKeySequence("Esc"))
        self._leave.setEnabled(False)
        self._leave.triggered.connect(self.leave)
        window.addAction(self._leave)
        action.toggled.connect(self._on_toggled)

    @property
    def on(self) -> bool:
        """Whether only the picture is shown."""
        return self._action.isChecked()

    @Slot()
    def leave(self) -> None:
        """Back to the window."""
        self._action.setChecked(False)

    @Slot(bool)
    def _on_toggled(self, full: bool) -> None:
        self._leave.setEnabled(full)
        self._workspace.set_picture_only(full)
        for widget in self._around:
            widget.setVisible(not full)
        state, screen = self._window.windowState(), Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | screen if full else state & ~screen)
        self._refresh()


class Caption(Text):
    """What is chosen and what was said of it, or where two reviews differ, in the picture's corner: a verdict given in full
    screen can be seen."""

    def __init__(self, document: Document, canvas: QWidget, action: QAction) -> None:
        super().__init__("", "", canvas)
        self._document, self._canvas, self._action = document, canvas, action
        self._difference = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setStyleSheet(
            f"background: rgba(10, 11, 13, 190); color: {DARK.text}; border-radius: 6px; padding: {SPACE}px;"
        )
        self.move(MARGIN_PX, MARGIN_PX)
        self.hide()
        canvas.installEventFilter(self)
        action.toggled.connect(self._renew)
        document.selection_changed.connect(self._renew)
        document.session_changed.connect(self._renew)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def tell(self, difference: str) -> None:
        """Which difference of two reviews is looked at, if any: nothing else is chosen then."""
        self._difference = difference
        self._renew()

    @Slot()
    def _renew(self) -> None:
        movement, flag = self._document.selected_movement, self._document.selected_flag
        said = self._difference
        if movement is not None:
            now = effective(movement)
            what = f"{kind_name(now.kind)} · {limbs_text(now.limbs)}"
            said = f"{clock_text(now.onset_s)}   {what}   {verdict_name(state_of(movement.review))}"
        elif flag is not None:
            what = f"⚑ {rule_name(flag.rule)}"
            said = f"{clock_text(flag.start_s)}   {what}   {verdict_name(state_of(flag.review))}"
        self.setText(said)
        self.setVisible(bool(said) and self._action.isChecked())
        self._place()

    def _place(self) -> None:
        room = self._canvas.width() - 2 * MARGIN_PX
        self.resize(min(self.sizeHint().width(), room), self.sizeHint().height())
