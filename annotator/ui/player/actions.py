"""Everything the player can be told to do, each once, as an action with its shortcut, for the menus and the ? list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from annotator.ui.clock import RATES, PlaybackClock
from annotator.ui.player.canvas import ZOOM_A_NOTCH, PictureCanvas
from annotator.ui.player.controller import PlayerController
from annotator.ui.player.picture import Tone

SHUTTLE_RATES = (1.0, 2.0, 4.0)
TONES = (Tone(), Tone(gamma=1.6), Tone(gamma=2.4), Tone(brightness=0.08, gamma=3.2))


class PlayerActions(QObject):
    """The actions, in the order of the menu. `all` also holds those that the bar shows no button for."""

    def __init__(
        self, clock: PlaybackClock, canvas: PictureCanvas, controller: PlayerController, owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._clock, self._canvas, self._controller, self._owner = clock, canvas, controller, owner
        self._rate_before: float | None = None
        self.all: list[QAction] = []
        make = self._make
        self.play = make(self.tr("&Play or pause"), "Space", self._toggle)
        self.backward = make(self.tr("Play &backward, again for faster"), "J", self._play_backward)
        self.stop = make(self.tr("&Stop"), "K", self._stop)
        self.forward = make(self.tr("Play &forward, again for faster"), "L", self._play_forward)
        self.previous = make(self.tr("A frame back"), "Left", self._previous)
        self.next = make(self.tr("A frame on"), "Right", self._next)
        self.ten_back = make(self.tr("10 frames back"), "Shift+Left", self._ten_back)
        self.ten_on = make(self.tr("10 frames on"), "Shift+Right", self._ten_on)
        self.home = make(self.tr("To the &beginning"), "Home", self._home)
        self.end = make(self.tr("To the &end"), "End", self._end)
        self.slower = make(self.tr("Slo&wer"), "<", self._slower)
        self.faster = make(self.tr("F&aster"), ">", self._faster)
        self.loop_start = make(self.tr("Loop starts &here"), "[", self._loop_start)
        self.loop_end = make(self.tr("Loop ends h&ere"), "]", self._loop_end)
        self.no_loop = make(self.tr("&No loop"), "\\", self._no_loop)
        self.mute = make(self.tr("S&ound off"), "Shift+M", self._mute, checkable=True)
        self.zoom_in = make(self.tr("Zoom &in"), ".", self._zoom_in)
        self.zoom_out = make(self.tr("Zoom o&ut"), ",", self._zoom_out)
        self.fit = make(self.tr("Whole pi&cture"), "/", self._fit)
        self.turn = make(self.tr("Turn the &view"), "R", self._turn)
        self.mirror = make(self.tr("&Mirror the view"), "M", self._mirror, checkable=True)
        self.brighten = make(self.tr("Bri&ghten a dark picture"), "H", self._brighten)
        self.skeleton = make(self.tr("Show the s&keleton"), "V", self._layers, checkable=True)
        self.regions = make(self.tr("Show the measured &regions"), "Shift+V", self._layers, checkable=True)
        self.full_screen = make(self.tr("F&ull screen"), "F11", None, checkable=True)
        self.skeleton.setChecked(canvas.layers.skeleton)
        self.regions.setChecked(canvas.layers.regions)
        clock.playing_changed.connect(self._on_playing)

    def _make(self, text: str, keys: str, does: Callable[[], None] | None, *, checkable: bool = False) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setCheckable(checkable)
        action.setToolTip(
            f"{text.replace('&', '')} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})"
        )
        if does is not None:
            action.triggered.connect(does)
        self.all.append(action)
        return action

    @Slot(bool)
    def _on_playing(self, playing: bool) -> None:
        """After shuttling, the speed is again what it was before."""
        if not playing and self._rate_before is not None:
            rate, self._rate_before = self._rate_before, None
            self._clock.set_rate(rate)
            self._controller.set_direction(1)

    @Slot()
    def _toggle(self) -> None:
        self._clock.toggle_play()

    @Slot()
    def _stop(self) -> None:
        self._clock.request_play(False)

    @Slot()
    def _play_forward(self) -> None:
        self._shuttle(1)

    @Slot()
    def _play_backward(self) -> None:
        self._shuttle(-1)

    def _shuttle(self, direction: int) -> None:
        clock = self._clock
        if clock.playing and self._controller.direction == direction:
            faster = next((rate for rate in SHUTTLE_RATES if rate > clock.rate), SHUTTLE_RATES[-1])
            self._remember_rate()
            clock.set_rate(faster)
            return
        if clock.playing or direction < 0:
            self._remember_rate()
        if clock.playing:
            clock.set_rate(SHUTTLE_RATES[0])
        self._controller.set_direction(direction)
        clock.request_play(True)

    def _remember_rate(self) -> None:
        if self._rate_before is None:
            self._rate_before = self._clock.rate

    def _step(self, frames: int) -> None:
        self._clock.request_play(False)
        self._clock.step(frames)

    @Slot()
    def _previous(self) -> None:
        self._step(-1)

    @Slot()
    def _next(self) -> None:
        self._step(1)

    @Slot()
    def _ten_back(self) -> None:
        self._step(-10)

    @Slot()
    def _ten_on(self) -> None:
        self._step(10)

    @Slot()
    def _home(self) -> None:
        self._clock.seek_frame(0)

    @Slot()
    def _end(self) -> None:
        self._clock.seek(self._clock.duration_s)

    @Slot()
    def _slower(self) -> None:
        self._clock.set_rate(max((rate for rate in RATES if rate < self._clock.rate), default=RATES[0]))

    @Slot()
    def _faster(self) -> None:
        self._clock.set_rate(min((rate for rate in RATES if rate > self._clock.rate), default=RATES[-1]))

    @Slot()
    def _loop_start(self) -> None:
        loop = self._clock.loop
        end = loop[1] if loop is not None and loop[1] > self._clock.target_s else self._clock.duration_s
        self._clock.set_loop((self._clock.target_s, end))

    @Slot()
    def _loop_end(self) -> None:
        loop = self._clock.loop
        start = loop[0] if loop is not None and loop[0] < self._clock.target_s else 0.0
        self._clock.set_loop((start, self._clock.target_s))

    @Slot()
    def _no_loop(self) -> None:
        self._clock.set_loop(None)

    @Slot()
    def _mute(self) -> None:
        self._controller.sound.set_muted(self.mute.isChecked())

    @Slot()
    def _zoom_in(self) -> None:
        self._canvas.zoom_by(ZOOM_A_NOTCH)

    @Slot()
    def _zoom_out(self) -> None:
        self._canvas.zoom_by(1.0 / ZOOM_A_NOTCH)

    @Slot()
    def _fit(self) -> None:
        self._canvas.set_view(self._canvas.view.fitted())

    @Slot()
    def _turn(self) -> None:
        self._canvas.set_view(self._canvas.view.turned())

    @Slot()
    def _mirror(self) -> None:
        if self.mirror.isChecked() != self._canvas.view.mirrored:
            self._canvas.set_view(self._canvas.view.flipped())

    @Slot()
    def _brighten(self) -> None:
        tone = self._controller.tone
        self._controller.set_tone(TONES[(TONES.index(tone) + 1) % len(TONES)] if tone in TONES else TONES[0])

    @Slot()
    def _layers(self) -> None:
        self._canvas.set_layers(
            replace(self._canvas.layers, skeleton=self.skeleton.isChecked(), regions=self.regions.isChecked())
        )
