"""The whole player as one widget: picture and control bar, opening what the document shows."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.errors import AnnotatorError
from annotator.ui.appearance import Appearance
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document
from annotator.ui.player.actions import PlayerActions
from annotator.ui.player.bar import ControlBar
from annotator.ui.player.canvas import PictureCanvas
from annotator.ui.player.controller import PlayerController
from annotator.ui.player.overlay import OverlayProvider


class PlayerWidget(QWidget):
    """Plays the document's video on the clock. Call `shutdown` in the window's closeEvent."""

    failed = Signal(object)  # AnnotatorError

    def __init__(
        self, document: Document, clock: PlaybackClock, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._clock = document, clock
        self.canvas = PictureCanvas(self)
        self.controller = PlayerController(clock, self.canvas, self)
        self.player_actions = PlayerActions(clock, self.canvas, self.controller, self)
        self.bar = ControlBar(clock, self.controller, self.player_actions, appearance, self)
        self.addActions(self.player_actions.all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.bar)
        self.canvas.double_clicked.connect(self.player_actions.full_screen.toggle)
        self.controller.failed.connect(self._on_failed)
        document.opened.connect(self._on_document)
        self._on_document()

    def set_overlay(self, provider: OverlayProvider | None) -> None:
        """Where to learn what the detector saw; None hides it."""
        self.canvas.set_overlay(provider)

    def set_simple(self, simple: bool) -> None:
        """Few controls, or all of them."""
        self.bar.set_simple(simple)

    def shutdown(self) -> None:
        """Ends the player's threads: cancels, then waits. Nothing is shown afterwards."""
        self._document.opened.disconnect(self._on_document)
        self.controller.shutdown()

    @Slot()
    def _on_document(self) -> None:
        video, session = self._document.video, self._document.session
        self._clock.set_times(None, session.video.duration_s if session is not None else 0.0)
        if video is None:
            self.controller.close()
            self.canvas.set_message("")
        else:
            self.canvas.set_message(self.tr("Opening…"))
            self.controller.open(video)

    @Slot(object)
    def _on_failed(self, error: AnnotatorError) -> None:
        self.canvas.set_picture(None)
        self.canvas.set_message("")  # the window says why, once
        self.failed.emit(error)
