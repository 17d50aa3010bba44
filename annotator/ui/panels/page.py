"""What the panels share: a scrolling column that is built anew when it is looked at and out of date."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.ui.bits import Button, Frame, Text, clear_layout, margins
from annotator.ui.theme import SPACE

WIDEST_COLUMN_PX = 105 * SPACE  # longer lines are hard to read


class Page(QWidget):
    """`head` stays in view; `fixed` and then `column` scroll. Who inherits writes `build`, and calls `outdate` when
    something changed.

    A page that nobody sees costs nothing: it is built when it is next shown.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._outdated = True
        self._prepared = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._build_if_seen)
        self.head = QVBoxLayout()
        margins(self.head, 0, 0)
        self.view = QScrollArea()
        self.view.setWidgetResizable(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        inside.setProperty("kind", "page")
        self.fixed = QVBoxLayout()
        margins(self.fixed, 0, 1)
        self.column = QVBoxLayout()
        margins(self.column, 0, 1)
        held = QWidget()
        held.setMaximumWidth(WIDEST_COLUMN_PX)
        stacked = QVBoxLayout(held)
        stacked.setContentsMargins(0, round(1.5 * SPACE), 0, 2 * SPACE)
        stacked.setSpacing(SPACE)
        stacked.addLayout(self.fixed)
        stacked.addLayout(self.column)
        stacked.addStretch(1)
        row = QHBoxLayout(inside)
        row.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        row.addWidget(held, 1)
        row.addStretch(0)
        self.view.setWidget(inside)
        layout = QVBoxLayout(self)
        margins(layout, 0, 0)
        layout.addLayout(self.head)
        layout.addWidget(self.view, 1)

    def prepare(self) -> None:
        """Makes what stays in `fixed`, once, when the page is first seen: the window's start must not wait for it."""

    def build(self) -> None:
        """Fills the empty column."""
        raise NotImplementedError

    @Slot()
    def outdate(self) -> None:
        """What the page shows has changed: it is built anew once it is seen, and once for many changes."""
        self._outdated = True
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._build_if_seen()

    @Slot()
    def _build_if_seen(self) -> None:
        if not self._outdated or not self.isVisible():
            return
        self._outdated = False
        if not self._prepared:
            self._prepared = True
            self.prepare()
        focused = QApplication.focusWidget()
        held = focused if focused is not None and self.view.isAncestorOf(focused) else None
        self.setUpdatesEnabled(False)
        clear_layout(self.column)
        self.build()
        self.setUpdatesEnabled(True)
        if held is not None and QApplication.focusWidget() is not held:  # what had the focus was built anew
            first = next((b for b in self.findChildren(Button) if b.isVisibleTo(self) and b.isEnabled()), None)
            if first is not None:
                first.setFocus()


def section(title: str, *contents: QWidget, note: str = "") -> QWidget:
    """A titled part of a page: heading, an explaining line, then its contents."""
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, SPACE, 0, SPACE)
    layout.setSpacing(round(0.75 * SPACE))
    layout.addWidget(Text(title, "overline", wrap=True))
    if note:
        layout.addWidget(Text(note, "small", wrap=True))
    for widget in contents:
        layout.addWidget(widget)
    return part


def card(*contents: QWidget, gap: float = 0.75) -> Frame:
    """Things that belong together, framed."""
    frame = Frame("card")
    layout = QVBoxLayout(frame)
    margins(layout, 1.5, gap)
    for widget in contents:
        layout.addWidget(widget)
    return frame


class GoRow(QWidget):
    """A moment in a sentence, with a button that goes there: its text is the time, its name the whole sentence."""

    chosen = Signal(object)  # the payload

    def __init__(self, at: str, sentence: str, payload: object, sign: str = "") -> None:
        super().__init__()
        self._payload = payload
        self.button = Button(at, "quiet")
        self.button.setAccessibleName(f"{at}: {sentence}")
        self.button.setToolTip(self.tr("Go there"))
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        margins(row, 0, 1)
        if sign:
            mark = Text(sign, "heading")
            mark.setFixedWidth(2 * SPACE)
            mark.setMinimumHeight(self.button.sizeHint().height())
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(sentence, wrap=True), 1)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self._payload)


class Scrolled(QScrollArea):
    """Content that scrolls where the window is too low for it, and takes no more room than it needs."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        held = QWidget()
        held.setProperty("kind", "page")
        layout = QVBoxLayout(held)
        margins(layout, 0, 0)
        layout.addWidget(content)
        layout.addStretch(1)
        self.setWidget(held)
        held.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        held = self.widget()
        layout = held.layout() if held is not None else None
        if layout is not None:
            needed = layout.totalHeightForWidth(self.viewport().width()) if layout.hasHeightForWidth() else -1
            self.setMaximumHeight(needed if needed >= 0 else layout.totalSizeHint().height())


def empty(title: str, explained: str) -> QWidget:
    """What a page shows when there is nothing to show, and why."""
    part = QWidget()
    layout = QVBoxLayout(part)
    margins(layout, 0, 0.5)
    layout.addSpacing(2 * SPACE)
    layout.addWidget(Text(title, "heading", wrap=True))
    layout.addWidget(Text(explained, "muted", wrap=True))
    return part
