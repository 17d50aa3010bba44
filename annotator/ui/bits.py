"""Small widgets that the window is made of: text with a rank, hairlines, buttons with a rank."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QLayout, QPushButton, QSizePolicy, QWidget

from annotator.ui.theme import SPACE


class Text(QLabel):
    """A label with a rank of the style sheet: "", "title", "heading", "muted", "small", "overline", "figure", "key"."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if kind:
            self.setProperty("kind", kind)
        if kind == "key":
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)


class Button(QPushButton):
    """A push button with a rank: "" (plain), "primary" (the one call to action), "quiet", "row", "segment".

    Clicking leaves the keyboard where it was, so that the one-key actions go on working; Tab still reaches it.
    """

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        if kind:
            self.setProperty("kind", kind)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Frame(QFrame):
    """A frame with a look of the style sheet: "card", "header", "footer", "plain", "drop", "notice"."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)


class Hairline(Frame):
    """A thin line between things."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rule", parent)


def show(dialog: QDialog) -> None:
    """Shows a dialog until it is answered or closed."""
    dialog.exec()
    dialog.deleteLater()


def restyle(widget: QWidget) -> None:
    """Makes a changed dynamic property show."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def margins(layout: QLayout, all_around: float, gap: float | None = None) -> None:
    """Margins and gap of a layout, in steps of the theme's space."""
    edge = round(all_around * SPACE)
    layout.setContentsMargins(edge, edge, edge, edge)
    layout.setSpacing(round((all_around if gap is None else gap) * SPACE))


def clear_layout(layout: QLayout) -> None:
    """Removes and deletes everything in a layout."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)
