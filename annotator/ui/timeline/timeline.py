"""The timeline: overview and zoomable lanes for the clinician's workspace, one strip with marks for the simple depth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotator.session.model import Session
from annotator.ui.appearance import Appearance
from annotator.ui.bits import Hairline
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document
from annotator.ui.timeline.hover import HoverCard, ThumbnailSource
from annotator.ui.timeline.icons import SIDE_PX, Sign, icon
from annotator.ui.timeline.measured import Measured, analysed_to_s, traces_of
from annotator.ui.timeline.overview import Overview
from annotator.ui.timeline.paint_compared import Place
from annotator.ui.timeline.scene import Scene, build_scene
from annotator.ui.timeline.simple import SimpleStrip
from annotator.ui.timeline.ticks import clock_seconds
from annotator.ui.timeline.traces import Traces, Waveform
from annotator.ui.timeline.view import RIGHT_PX, TimelineView
from annotator.ui.timeline.viewport import Viewport

ZOOM_A_KEY = 1.6


class TimelineWidget(QWidget):
    """Shows `document.shown` and follows the clock; the same document and clock at both depths."""

    activated = Signal(object)  # Selection: double-clicked, or Enter
    failed = Signal(object)  # Failure: an edit was refused

    def __init__(
        self, document: Document, clock: PlaybackClock, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._clock, self._appearance = document, clock, appearance
        self._scene = Scene()
        self._fresh = True
        self._signals: Measured | None = None
        self._waveform: Waveform | None = None
        self.view = TimelineView(document, clock, appearance)
        self.overview = Overview(document, clock, appearance)
        self.strip = SimpleStrip(document, clock, appearance)
        self.card = HoverCard(appearance, self)
        self._make_actions()
        self._lay_out()
        self.view.viewport_changed.connect(self._on_viewport)
        self.view.activated.connect(self.activated)
        self.view.failed.connect(self.failed)
        self.strip.activated.connect(self.activated)
        self.overview.viewport_asked.connect(self.view.set_viewport)
        for part in (self.view, self.overview, self.strip):
            part.hovered.connect(self.card.show_hover)
        document.session_changed.connect(self._on_session)
        document.opened.connect(self._on_opened)
        document.selection_changed.connect(self._refresh_actions)
        clock.times_changed.connect(self._on_times)
        clock.loop_changed.connect(self._refresh_actions)
        appearance.changed.connect(self._on_look)
        self._on_look()
        self.set_simple(True)
        self._on_session(document.shown)

    def set_simple(self, simple: bool) -> None:
        """One strip with marks only, or overview and lanes."""
        self._simple = simple
        self.strip.setVisible(simple)
        for part in (self._top, self._line, self.view):
            part.setVisible(not simple)
        policy = QSizePolicy.Policy.Fixed if simple else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Expanding, policy)
        self.setFocusProxy(self.strip if simple else self.view)
        self._refresh_actions()
        self.updateGeometry()

    def set_traces(self, traces: Traces | None) -> None:
        """Draws these traces behind the movements."""
        self.view.set_traces(traces)

    def set_signals(self, signals: Measured | None) -> None:
        """Draws the stored motion signals behind the movements; None draws none."""
        self._signals = signals
        self._renew_traces()

    def set_waveform(self, waveform: Waveform | None) -> None:
        """Draws the sound; None draws none."""
        self._waveform = waveform
        self._renew_traces()

    def set_thumbnails(self, source: ThumbnailSource | None) -> None:
        """Takes the small pictures under the pointer from here."""
        self.card.set_source(source)

    def set_analysed(self, seconds: float | None) -> None:
        """Veils what a running analysis has not reached yet; None when none runs."""
        for part in (self.view, self.overview, self.strip):
            part.set_analysed(seconds)

    def set_compared(self, place: Place | None) -> None:
        """Marks what two reviewers have at one place; None ends that."""
        self.view.set_compared(place)
        self.strip.set_compared(place)

    def set_edit_check(self, may_edit: Callable[[], bool]) -> None:
        """Asks this before an edge is corrected: for instance whether the reviewer's name is known."""
        self.view.may_edit = may_edit

    def shutdown(self) -> None:
        """Lets go of what others own, before the window closes."""
        self.card.show_hover(None)
        self.card.set_source(None)

    def sizeHint(self) -> QSize:
        if self._simple:
            return self.strip.sizeHint()
        return QSize(900, self.view.sizeHint().height() + self.overview.sizeHint().height() + 1)

    def _make_actions(self) -> None:
        view = self.view
        self.zoom_in = self._action(self.tr("Zoom the timeline &in"), "=", self._closer)
        self.zoom_out = self._action(self.tr("Zoom the timeline &out"), "-", self._further)
        self.whole = self._action(self.tr("Show the &whole video"), "0", view.fit)
        self.selection = self._action(self.tr("Zoom to the &selection"), "Z", view.zoom_to_selection)
        self.wall_clock = self._action(self.tr("&Time of day on the timeline"), "W", self._on_wall_clock)
        self.wall_clock.setCheckable(True)
        self.nudges = (
            self._action(self.tr("Onset a frame earlier"), "Alt+Left", self._onset_earlier),
            self._action(self.tr("Onset a frame later"), "Alt+Right", self._onset_later),
            self._action(self.tr("Offset a frame earlier"), "Alt+Shift+Left", self._offset_earlier),
            self._action(self.tr("Offset a frame later"), "Alt+Shift+Right", self._offset_later),
        )

    def _action(self, text: str, keys: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        self._top = QWidget()
        row = QHBoxLayout(self._top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._corner = QWidget()
        corner = QHBoxLayout(self._corner)
        corner.setContentsMargins(4, 0, 4, 0)
        corner.setSpacing(0)
        self._buttons: list[tuple[QToolButton, Sign]] = []
        signs: tuple[tuple[QAction, Sign], ...] = (
            (self.zoom_out, "further"), (self.zoom_in, "closer"), (self.selection, "selection"), (self.whole, "whole"),
        )  # fmt: skip
        for action, sign in signs:
            button = QToolButton()
            action.setIconVisibleInMenu(False)
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(action.text().replace("&", ""))
            corner.addWidget(button)
            self._buttons.append((button, sign))
        corner.addStretch(1)
        row.addWidget(self._corner)
        row.addWidget(self.overview, 1)
        self._line = Hairline()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._line)
        column.addWidget(self.view, 1)
        column.addWidget(self.strip)

    def _renew_traces(self) -> None:
        waveform = self._waveform
        if self._signals is not None:
            self.view.set_traces(traces_of(self._signals, waveform))
        elif waveform is not None:
            self.view.set_traces(Traces.without_motion(waveform))
        else:
            self.view.set_traces(None)

    @Slot()
    def _on_opened(self) -> None:
        self._fresh = True
        self._signals = self._waveform = None
        self.view.set_traces(None)

    @Slot(object)
    def _on_session(self, session: Session | None) -> None:
        self._scene = build_scene(session, self._clock.duration_s)
        self._show_scene()
        self.set_analysed(analysed_to_s(session) if session is not None and self._document.partial else None)

    @Slot(object)
    def _on_times(self, _times: object) -> None:
        if self._clock.duration_s > self._scene.duration_s or self._document.shown is None:
            self._scene = replace(self._scene, duration_s=self._clock.duration_s)
            self._show_scene()

    def _show_scene(self) -> None:
        self.view.set_scene(self._scene, fit=self._fresh)
        self._fresh = self._fresh and not self._scene.movements
        self.overview.set_scene(self._scene)
        self.strip.set_scene(self._scene)
        self.wall_clock.setEnabled(clock_seconds(self._scene.clock_start) is not None)
        self._refresh_actions()

    @Slot(object)
    def _on_viewport(self, viewport: Viewport) -> None:
        self.overview.set_viewport(viewport)
        self._corner.setFixedWidth(round(viewport.left_px))
        self._refresh_actions()

    @Slot()
    def _refresh_actions(self) -> None:
        full, view = not self._simple, self.view.viewport
        self.zoom_in.setEnabled(full)
        self.zoom_out.setEnabled(full and not view.is_whole)
        self.whole.setEnabled(full and not view.is_whole)
        self.selection.setEnabled(full and (self.view.selected_span() or self._clock.loop) is not None)
        for action in self.nudges:
            action.setEnabled(full and self._document.editable and self._document.selection.movement is not None)

    @Slot()
    def _on_look(self) -> None:
        theme = self._appearance.theme
        self.overview.set_margins(0.0, RIGHT_PX)
        for part in (self._top, self._corner):
            palette = part.palette()
            palette.setColor(part.backgroundRole(), QColor(theme.surface))
            part.setPalette(palette)
            part.setAutoFillBackground(True)
        for button, sign in self._buttons:
            button.defaultAction().setIcon(icon(sign, theme.color("text"), theme.color("muted", 0.5)))
            button.setIconSize(QSize(SIDE_PX, SIDE_PX))

    @Slot()
    def _closer(self) -> None:
        self.view.zoom(ZOOM_A_KEY)

    @Slot()
    def _further(self) -> None:
        self.view.zoom(1 / ZOOM_A_KEY)

    @Slot()
    def _on_wall_clock(self) -> None:
        self.view.set_wall_clock(self.wall_clock.isChecked())

    @Slot()
    def _onset_earlier(self) -> None:
        self.view.nudge("onset", -1)

    @Slot()
    def _onset_later(self) -> None:
        self.view.nudge("onset", 1)

    @Slot()
    def _offset_earlier(self) -> None:
        self.view.nudge("offset", -1)

    @Slot()
    def _offset_later(self) -> None:
        self.view.nudge("offset", 1)
