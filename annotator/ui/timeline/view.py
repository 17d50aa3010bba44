"""The zoomable view: lanes, playhead and everything that mouse and keys do to them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.errors import AnnotatorError
from annotator.ui.appearance import Appearance
from annotator.ui.clock import PlaybackClock, Position
from annotator.ui.document import Document, Selection
from annotator.ui.timeline import words
from annotator.ui.timeline.edges import Edge, nudged_edge, retimed
from annotator.ui.timeline.hits import Hit, find_hit
from annotator.ui.timeline.keys import handle_key
from annotator.ui.timeline.lanes import Lanes, lay_out, lowest_height
from annotator.ui.timeline.layer import Still, StillLayer
from annotator.ui.timeline.look import Look
from annotator.ui.timeline.paint_axis import gutter_width
from annotator.ui.timeline.paint_compared import Place
from annotator.ui.timeline.paint_overlay import Overlay, paint_overlay, playhead_rect
from annotator.ui.timeline.pointer import Pointer
from annotator.ui.timeline.scene import Scene, Shown
from annotator.ui.timeline.ticks import clock_seconds
from annotator.ui.timeline.traces import Traces
from annotator.ui.timeline.viewport import Viewport
from annotator.ui.work import Failure

# Where the playhead lands, as a share of the view, when playing turns the page.
PAGE_LEAD = 0.06
# Room right of the lanes, so that the last moment is not at the very edge.
RIGHT_PX = 12.0
PREFERRED_EM = 22
# A place that two reviewers differ about is shown with its surroundings where it would be narrower than this, or fill
# more of the view than this share.
LEGIBLE_PX = 12.0
COMPARED_SHARE = 0.6
COMPARED_AROUND_S = 4.0


class TimelineView(QWidget):
    """Shows a scene between two times. Everything it changes goes through `Document` and `PlaybackClock`."""

    viewport_changed = Signal(object)  # Viewport
    activated = Signal(object)  # Selection
    hovered = Signal(object)  # Hover | None
    failed = Signal(object)  # Failure

    def __init__(
        self, document: Document, clock: PlaybackClock, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.document, self.clock, self._appearance = document, clock, appearance
        self.may_edit: Callable[[], bool] = lambda: True
        self._scene = Scene()
        self._traces: Traces | None = None
        self._layer = StillLayer()
        self._viewport = Viewport.whole(1.0)
        self._lanes = Lanes(())
        self._wall_clock = False
        self._analysed_to_s: float | None = None
        self._compared: Place | None = None
        self._pointer = Pointer(self)
        self._dragged: tuple[Shown, Edge] | None = None
        self._look = Look.of(self, appearance.theme)
        self._playhead_s = clock.target_s
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Timeline"))
        appearance.changed.connect(self._on_look)
        clock.position_changed.connect(self._on_position)
        clock.seek_requested.connect(self._on_seek)
        clock.loop_changed.connect(self._on_moving)
        document.selection_changed.connect(self._on_selection)
        document.blinded_changed.connect(self._on_moving)
        self._describe()

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._scene

    @property
    def viewport(self) -> Viewport:
        """Which part of the video lies where."""
        return self._viewport

    @property
    def lanes(self) -> Lanes:
        """The rows."""
        return self._lanes

    @property
    def gutter_px(self) -> float:
        """The width of the column of names."""
        return self._viewport.left_px

    @property
    def analysed_to_s(self) -> float | None:
        """How far a running analysis came; None when none runs."""
        return self._analysed_to_s

    @property
    def stills_painted(self) -> int:
        """How often the standing picture was painted anew."""
        return self._layer.painted

    def forget_picture(self) -> None:
        """Keeps nothing of what was painted."""
        self._layer.forget()
        self.update()

    def set_scene(self, scene: Scene, fit: bool = False) -> None:
        """Shows another scene; `fit` shows the whole video."""
        self._scene = scene
        if fit or scene.duration_s != self._viewport.duration_s:
            self._viewport = Viewport.whole(scene.duration_s)
        self._relayout()
        self._describe()

    def set_traces(self, traces: Traces | None) -> None:
        """Shows other traces behind the movements."""
        self._traces = traces
        self._relayout()

    def set_wall_clock(self, wanted: bool) -> None:
        """Labels the axis with the time of day, where the observer gave the video's."""
        self._wall_clock = wanted
        self.update()

    def set_analysed(self, seconds: float | None) -> None:
        """Veils what a running analysis has not reached yet; None when none runs."""
        self._analysed_to_s = seconds
        self.update()

    def set_compared(self, place: Place | None) -> None:
        """Marks what two reviewers have at one place, and brings it into view; None ends that."""
        self._compared = place
        if place is not None:
            view, length_s = self._viewport, place.end_s - place.start_s
            if length_s * view.px_per_s < LEGIBLE_PX or length_s > COMPARED_SHARE * view.span_s:
                view = view.around(place.start_s - COMPARED_AROUND_S, place.end_s + COMPARED_AROUND_S, 0.0)
            self.set_viewport(view.revealing(place.start_s, place.end_s))
        self.update()

    def set_viewport(self, viewport: Viewport) -> None:
        """Shows another part of the video."""
        if viewport != self._viewport:
            self._viewport = viewport
            self.viewport_changed.emit(viewport)
            self.update()

    def zoom(self, factor: float) -> None:
        """Zooms about the playhead while it is shown, else about the middle."""
        view = self._viewport
        about = self._playhead_s if view.contains(self._playhead_s) else view.start_s + view.span_s / 2
        self.set_viewport(view.zoomed(factor, about))

    def pan(self, share: float) -> None:
        """Moves by a share of what is shown."""
        self.set_viewport(self._viewport.panned(share * self._viewport.span_s))

    def fit(self) -> None:
        """Shows the whole video."""
        self.set_viewport(self._viewport.fitted())

    def zoom_to_selection(self) -> None:
        """Shows what is selected with its surroundings; without a selection, the loop."""
        span = self.selected_span() or self.clock.loop
        if span is not None:
            self.set_viewport(self._viewport.around(*span))

    def selected_span(self) -> tuple[float, float] | None:
        """Start and end of what is selected."""
        selection = self.document.selection
        if selection.movement is not None and selection.movement in self._scene.movements:
            shown = self._scene.movements[selection.movement]
            return shown.onset_s, shown.offset_s
        if selection.flag is not None and selection.flag < len(self._scene.patterns):
            flag = self._scene.patterns[selection.flag]
            return flag.start_s, flag.end_s
        return selection.span

    def nudge(self, edge: Edge, frames: int) -> None:
        """Moves an edge of the selected movement by frames. While a key is held, all its steps are one edit."""
        shown = self._selected()
        if shown is None or not self.document.editable:
            return
        at = nudged_edge(self._scene, self.clock, shown, edge, frames)
        if at != (shown.onset_s if edge == "onset" else shown.offset_s) and self.retime(shown, edge, at, held=True):
            self.clock.seek(at)

    def retime(self, shown: Shown, edge: Edge, seconds: float, *, held: bool = False) -> bool:
        """Corrects an edge as one undoable edit; tells whether it did."""
        if not self.document.editable or not self.may_edit():
            return False
        by, blinded = self.document.author(), self.document.blinded
        text = self.tr("Correct the onset") if edge == "onset" else self.tr("Correct the offset")
        try:
            return self.document.apply(
                lambda session: retimed(session, shown.id, edge, seconds, by, blinded),
                text,
                merge=("timeline edge", shown.id, edge) if held else None,
            )
        except AnnotatorError as error:
            self.failed.emit(Failure.of(error))
            return False

    def select_neighbour(self, step: int) -> None:
        """Selects the movement after (1) or before (-1) the selected one, or the playhead, and goes to its onset."""
        key = self._scene.neighbour(self.document.selection.movement, self._playhead_s, step)
        if key is not None:
            self.document.select_movement(key)
            self.clock.seek(self._scene.movements[key].onset_s)

    def show_dragged(self, dragged: tuple[Shown, Edge] | None) -> None:
        """Shows a movement as it would be if the mouse were let go now."""
        self._dragged = dragged
        self.update()

    def hit(self, position: QPointF) -> Hit:
        """What lies at a point."""
        return find_hit(
            self._scene, self._lanes, self._viewport, self._look, position.x(), position.y(),
            self.document.selection.movement,
        )  # fmt: skip

    def sizeHint(self) -> QSize:
        return QSize(900, round(PREFERRED_EM * self._look.em))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self.gutter_px) + 240, round(lowest_height(self._scene, self._look.em, self._unnamed())))

    def paintEvent(self, event: QPaintEvent) -> None:
        start_s = clock_seconds(self._scene.clock_start) if self._wall_clock else None
        view = self._viewport.on_pixels()
        still = Still(
            self._scene, None if self.document.blinded else self._traces, view, self._lanes, self._look,
            start_s, self._dragged[0].id if self._dragged is not None else None, self._analysed_to_s,
        )  # fmt: skip
        picture = self._layer.pixmap(still, self.size())
        painter = QPainter(self)
        painter.drawPixmap(QPointF(0, 0), picture)
        selection = self.document.selection
        overlay = Overlay(
            self._playhead_s, self.clock.loop, self._selected(), selection.flag, selection.span, self._dragged,
            self.hasFocus() and self._focus_seen, self._compared,
        )  # fmt: skip
        paint_overlay(painter, overlay, self._scene, self._lanes, view, self._look)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._relayout()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.DevicePixelRatioChange):
            self._on_look()
        return super().event(event)

    _focus_seen = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A click needs no frame to say where the keyboard is.
        self._focus_seen = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._pointer.wheel(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._focus_seen = True
        if handle_key(self, event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self.document.end_merge()
        super().keyReleaseEvent(event)

    def cancel_gesture(self) -> bool:
        """Takes back what the mouse is doing; tells whether it did anything."""
        return self._pointer.cancel()

    def _selected(self) -> Shown | None:
        number = self.document.selection.movement
        return self._scene.movements.get(number) if number is not None else None

    def _unnamed(self) -> bool:
        return self._traces is not None and None in self._traces.channels

    def _relayout(self) -> None:
        self._look = Look.of(self, self._appearance.theme)
        left = gutter_width(self._look)
        self._viewport = self._viewport.placed(left, self.width() - left - RIGHT_PX)
        self._lanes = lay_out(self._scene, self.height(), self._look.em, self._unnamed())
        self.setMinimumHeight(self.minimumSizeHint().height())
        self.viewport_changed.emit(self._viewport)
        self.update()

    def _describe(self) -> None:
        """Tells screen readers what is selected."""
        shown = self._selected()
        flag = self.document.selected_flag
        if shown is not None:
            text = ". ".join(words.movement_lines(shown))
        elif flag is not None:
            text = ". ".join(words.flag_lines(flag))
        else:
            text = words.summary_line(len(self._scene.movements), len(self._scene.patterns))
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)

    @Slot()
    def _on_look(self) -> None:
        self._layer.forget()
        self._relayout()

    @Slot(object)
    def _on_moving(self, _what: object) -> None:
        self.update()

    @Slot(object)
    def _on_position(self, _position: Position) -> None:
        self._show_playhead(self.clock.target_s)

    @Slot(float)
    def _on_seek(self, seconds: float) -> None:
        self._show_playhead(seconds)

    def _show_playhead(self, seconds: float) -> None:
        before, self._playhead_s = self._playhead_s, seconds
        view = self._viewport
        if view.contains(before) and not view.contains(seconds) and not self._pointer.busy:
            # While playing a page is turned; a jump moves the view no further than it must.
            self.set_viewport(
                view.showing(seconds - PAGE_LEAD * view.span_s, view.span_s)
                if self.clock.playing
                else view.revealing(seconds, seconds)
            )
            return
        if before != seconds and self._lanes.rows:
            for moment in (before, seconds):
                self.update(playhead_rect(moment, self._lanes, view, self._look).toAlignedRect())

    @Slot(object)
    def _on_selection(self, _selection: Selection) -> None:
        span = self.selected_span()
        if span is not None and not self._pointer.busy:
            self.set_viewport(self._viewport.revealing(*span))
        self._describe()
        self.update()
