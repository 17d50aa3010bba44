"""The card under the pointer: a small picture of that moment, its time, and what lies there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, SignalInstance, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from annotator.ui.appearance import Appearance
from annotator.ui.timeline.look import Look
from annotator.ui.timeline.ticks import time_text

# A pointer that only passes by asks for no picture.
REST_MS = 60
PADDING_PX = 8
PICTURE_WIDTH_EM = 11


class ThumbnailSource(Protocol):
    """Whoever can make small pictures of the video. The newest request wins; older ones may never be answered."""

    @property
    def ready(self) -> SignalInstance:
        """Signal(float, QImage): the picture asked for at these seconds."""

    def request(self, seconds: float) -> None:
        """Asks for the frame shown at a time."""


@dataclass(frozen=True, slots=True)
class Hover:
    """Where the card points (`at`, global), which time it is about, what it says, and whether it shows the picture."""

    at: QPoint
    seconds: float
    lines: tuple[str, ...] = ()
    pictured: bool = True


class HoverCard(QWidget):
    """A quiet card over the owner's window, above the pointer. It takes no clicks and no focus."""

    def __init__(self, appearance: Appearance, owner: QWidget) -> None:
        super().__init__(owner)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._owner = owner
        self.hide()
        self._appearance = appearance
        self._source: ThumbnailSource | None = None
        self._hover: Hover | None = None
        self._picture = QImage()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._ask)

    def set_source(self, source: ThumbnailSource | None) -> None:
        """Takes its pictures from here; None shows none."""
        if self._source is not None:
            self._source.ready.disconnect(self._on_ready)
        self._source = source
        self._picture = QImage()
        if source is not None:
            source.ready.connect(self._on_ready)

    @property
    def picture(self) -> QImage:
        """The picture that is shown now."""
        return self._picture

    @property
    def lines(self) -> tuple[str, ...]:
        """What the card says below the picture."""
        if self._hover is None:
            return ()
        return self._hover.lines or (time_text(self._hover.seconds),)

    @Slot(object)
    def show_hover(self, hover: Hover | None) -> None:
        """Shows a card, or hides it."""
        self._hover = hover
        if hover is None:
            self._rest.stop()
            self._picture = QImage()
            self.hide()
            return
        if not hover.pictured:
            self._rest.stop()
            self._picture = QImage()
        elif self._source is not None:
            self._rest.start()
        window = self._owner.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self._place()
        self.show()
        self.raise_()
        self.update()

    @Slot()
    def _ask(self) -> None:
        if self._hover is not None and self._source is not None:
            self._source.request(self._hover.seconds)

    @Slot(float, QImage)
    def _on_ready(self, _seconds: float, picture: QImage) -> None:
        if self._hover is not None and self._hover.pictured:
            self._picture = picture
            self._place()
            self.update()

    def _look(self) -> Look:
        return Look.of(self, self._appearance.theme)

    def _picture_size(self, look: Look) -> QSize:
        if self._picture.isNull():
            return QSize(0, 0)
        width = round(PICTURE_WIDTH_EM * look.em)
        return self._picture.size().scaled(width, width, Qt.AspectRatioMode.KeepAspectRatio)

    def _place(self) -> None:
        if self._hover is None:
            return
        look = self._look()
        picture = self._picture_size(look)
        text = max((look.small_width(line) for line in self.lines), default=0.0)
        width = round(max(picture.width(), text)) + 2 * PADDING_PX + 2
        height = round(len(self.lines) * (look.small_em + 2)) + 2 * PADDING_PX
        if picture.height():
            height += picture.height() + PADDING_PX // 2
        window = self._owner.window()
        at = window.mapFromGlobal(self._hover.at)
        left = min(max(at.x() - width // 2, 0), max(window.width() - width, 0))
        top = at.y() - height - PADDING_PX
        if top < 0:
            top = at.y() + 4 * PADDING_PX
        self.setGeometry(left, top, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look()
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        size = self._picture_size(look)
        y = float(PADDING_PX)
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF((self.width() - size.width()) / 2, y, size.width(), size.height()), self._picture)
            y += size.height() + PADDING_PX / 2
        painter.setFont(look.small)
        for number, line in enumerate(self.lines):
            painter.setPen(theme.color("text" if number == 0 else "muted"))
            painter.drawText(
                QRectF(PADDING_PX, y, self.width() - 2 * PADDING_PX, look.small_em + 2),
                Qt.AlignmentFlag.AlignVCenter
                | (Qt.AlignmentFlag.AlignLeft if self._picture.isNull() else Qt.AlignmentFlag.AlignHCenter),
                line,
            )
            y += look.small_em + 2
        painter.end()
