"""Calm news in a bar above the content: what happened, and what to do next. Never a box that must be clicked away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.bits import Button, Frame, Text, margins, restyle
from annotator.ui.words import sentence
from annotator.ui.work import Failure


class NoticeBar(Frame):
    """One notice at a time: a heading, a sentence, up to one action, and a way to close it."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("notice", parent)
        self._act: Callable[[], None] | None = None
        self._heading = Text("", "heading", wrap=True)
        self._body = Text("", wrap=True)
        words = QVBoxLayout()
        margins(words, 0, 0.25)
        words.addWidget(self._heading)
        words.addWidget(self._body)
        self._action = Button()
        self._action.clicked.connect(self._on_action)
        self._close = Button(self.tr("Close"), "quiet")
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        margins(layout, 1.5, 1)
        layout.addLayout(words, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """What the notice says now, "" when there is none."""
        return "" if self.isHidden() else f"{self._heading.text()}\n{self._body.text()}".strip()

    def tell(self, heading: str, body: str = "", action: str = "", act: Callable[[], None] | None = None) -> None:
        """Shows a piece of news, with an action if there is one."""
        self._show(heading, body, "news", action, act)

    def tell_failure(self, failure: Failure, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Shows what went wrong and what to do next."""
        heading = QCoreApplication.translate("NoticeBar", "{subject}: {cause}").format(
            subject=PurePath(failure.subject).name or failure.subject, cause=failure.cause
        )
        self._show(heading, sentence(failure.remedy), "problem", action, act)

    @Slot()
    def clear(self) -> None:
        """Takes the notice away."""
        self._act = None
        self.hide()

    def _show(self, heading: str, body: str, tone: str, action: str, act: Callable[[], None] | None) -> None:
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))
        self._body.setText(body)
        self._body.setVisible(bool(body))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._act = act
        self.setProperty("tone", tone)
        self.setAccessibleName(f"{heading} {body}".strip())
        restyle(self)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @Slot()
    def _on_action(self) -> None:
        act = self._act
        self.clear()
        if act is not None:
            act()
        self.acted.emit()
