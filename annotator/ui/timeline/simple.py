"""One strip with marks only: for whoever wants to see where something moved, and to go there with one click."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.appearance import Appearance
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document
from annotator.ui.theme import SPACE
from annotator.ui.timeline import words
from annotator.ui.timeline.gestures import CLICK_PX
from annotator.ui.timeline.lanes import Lane
from annotator.ui.timeline.paint_axis import paint_axis
from annotator.ui.timeline.paint_compared import Place, paint_compared_on_strip
from annotator.ui.timeline.paint_summary import SummaryBox, paint_summary
from annotator.ui.timeline.strip import Strip
from annotator.ui.timeline.ticks import time_text

HEIGHT_EM = 5.2
AXIS_EM = 1.5
# As near as this a click means the mark.
MARK_PX = 7.0


class SimpleStrip(Strip):
    """Click a mark to go to its start, drag to scrub, arrow keys to go from mark to mark."""

    activated = Signal(object)  # Selection

    def __init__(
        self, document: Document, clock: PlaybackClock, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, clock, appearance, parent)
        self._pressed_x: float | None = None
        self._compared: Place | None = None
        self._scrubbing = self._by_keyboard = False
        self.set_margins(2.0 * SPACE, 2.0 * SPACE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Movements over the whole video"))

    def sizeHint(self) -> QSize:
        return QSize(600, round(HEIGHT_EM * self._look.em))

    def set_compared(self, place: Place | None) -> None:
        """Marks what two reviewers have at one place; None ends that."""
        self._compared = place
        self.update()

    def movement_at(self, x: float) -> int | None:
        """The movement that a click at `x` means: of those that are drawn, a single one before an active span."""
        for marks, slack_px in ((self._scene.counted, MARK_PX), (self._scene.active, 0.0)):
            index = marks.at(self.whole.seconds(x), slack_px / self.whole.px_per_s)
            if index is not None:
                return int(marks.key[index])
        return None

    def lines_at(self, position: QPointF) -> tuple[str, ...]:
        marks, seconds = self._scene.counted, self.whole.seconds(position.x())
        near = len(marks.within(seconds - 2 / self.whole.px_per_s, seconds + 2 / self.whole.px_per_s))
        key = self.movement_at(position.x())
        if near > 2:
            return (time_text(self.whole.seconds_within(position.x()), 0), words.near_line(near))
        if key is not None:
            return words.movement_lines(self._scene.movements[key])[:2]
        whole = self._scene.unseen.get(None)
        unseen = whole.at(seconds, 0.0) if whole is not None else None
        if whole is not None and unseen is not None:
            return words.excluded_lines(self._scene.excluded[int(whole.key[unseen])])
        return (time_text(self.whole.seconds_within(position.x()), 0),)

    def _box(self) -> SummaryBox:
        bottom = self.height() - round(AXIS_EM * self._look.em) - 2
        return SummaryBox(8.0, 17.0, float(bottom), float(round(1.25 * self._look.em)))

    def paint_still(self, painter: QPainter) -> None:
        box = self._box()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.whole.left_px, box.top, self.whole.width_px, box.bottom - box.top)
        painter.fillRect(track, self._look.theme.color("raised", 0.5))
        paint_summary(painter, box, self.whole, self._scene, self._look, badges=True)
        painter.save()
        painter.translate(0, box.bottom + 1)
        # The same ruler as the lanes', hung below the marks: its line is the marks' own ground.
        axis = Lane("axis", 0, round(AXIS_EM * self._look.em))
        painter.setClipRect(QRectF(0, 1, self.width(), axis.height))
        paint_axis(painter, axis, self.whole, self._look, None, below=True)
        painter.restore()

    def paint_moving(self, painter: QPainter) -> None:
        theme, box = self._look.theme, self._box()
        selected = self._document.selection
        span = None
        if selected.movement is not None and selected.movement in self._scene.movements:
            shown = self._scene.movements[selected.movement]
            span = (shown.onset_s, shown.offset_s)
        elif selected.flag is not None and selected.flag < len(self._scene.patterns):
            flag = self._scene.patterns[selected.flag]
            span = (flag.start_s, flag.end_s)
        if span is not None:
            left, right = self.whole.x(span[0]), self.whole.x(span[1])
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(theme.color("accent", 0.12))
            rect = QRectF(left - 3, box.top + 1, max(right - left, 3) + 6, box.bottom - box.top)
            painter.drawRoundedRect(rect, 3, 3)
        loop = self._clock.loop
        if loop is not None:
            left, right = self.whole.x(loop[0]), self.whole.x(loop[1])
            painter.fillRect(QRectF(left, box.bottom - 1, max(right - left, 2), 3), theme.color("accent"))
        if self._compared is not None:
            paint_compared_on_strip(painter, self._compared, box.top, box.bottom, self.whole, self._look)
        x = self.whole.x(self._clock.target_s)
        painter.setPen(QPen(theme.color("surface", 0.9), 4))
        painter.drawLine(QPointF(x, 6), QPointF(x, box.bottom))
        painter.setPen(QPen(theme.color("playhead"), 2))
        painter.drawLine(QPointF(x, 6), QPointF(x, box.bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("playhead"))
        painter.drawEllipse(QPointF(x, 6), 5, 5)
        if self.hasFocus() and self._by_keyboard:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.hovered.emit(None)
        x = event.position().x()
        self._pressed_x, self._scrubbing = x, False
        self._clock.request_play(False)
        key = self.movement_at(x)
        if key is None:
            self._document.clear_selection()
            self._clock.seek(self.whole.seconds_within(x))
        else:
            self._document.select_movement(key)
            self._clock.seek(self._scene.movements[key].onset_s)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._pressed_x is None:
            near = self.movement_at(x) is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if near else Qt.CursorShape.ArrowCursor)
            self.hover(event.position())
            return
        self._scrubbing = self._scrubbing or abs(x - self._pressed_x) >= CLICK_PX
        if self._scrubbing:
            self._clock.seek(self.whole.seconds_within(x))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_x = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._document.selection:
            self.activated.emit(self._document.selection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        self._by_keyboard = True
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._clock.step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._clock.seek(0.0 if key == Qt.Key.Key_Home else self._clock.duration_s)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._document.selection:
            self.activated.emit(self._document.selection)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A click needs no frame to say where the keyboard is.
        self._by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.update()
        super().focusInEvent(event)

    def _go(self, step: int) -> None:
        key = self._scene.neighbour(self._document.selection.movement, self._clock.target_s, step)
        if key is not None:
            self._document.select_movement(key)
            self._clock.seek(self._scene.movements[key].onset_s)
            self.setAccessibleDescription(". ".join(words.movement_lines(self._scene.movements[key])))
