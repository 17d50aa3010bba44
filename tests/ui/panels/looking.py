"""Reading what a panel says, and comparing what it paints."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.panels.page import Page


def said(widget: QWidget) -> str:
    """All words that can be seen, a line each."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    buttons = [b.text() for b in widget.findChildren(QAbstractButton) if b.isVisible() and b.text()]
    return "\n".join([*labels, *buttons])


def settle(qtbot: QtBot, page: Page) -> None:
    """Waits until the page is built anew; Qt shows new widgets at the next turn of its loop."""
    qtbot.waitUntil(lambda: not page._soon.isActive())
    qtbot.wait(10)


def painted(widget: QWidget) -> QImage:
    """The widget's picture."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def count_of(image: QImage, color: str, near: int = 24) -> int:
    """How many pixels are about this colour."""
    wanted, found = QColor(color), 0
    for y in range(image.height()):
        for x in range(image.width()):
            pixel = image.pixelColor(x, y)
            found += (
                abs(pixel.red() - wanted.red()) < near
                and abs(pixel.green() - wanted.green()) < near
                and abs(pixel.blue() - wanted.blue()) < near
            )
    return found
