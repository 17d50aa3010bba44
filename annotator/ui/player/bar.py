"""The control bar under the picture: play, steps, the time and the frame, speed, loop, and how the picture is looked at."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QFontDatabase
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QSlider, QToolButton, QWidget, QWidgetAction

from annotator.ui.appearance import Appearance
from annotator.ui.bits import Frame, Text
from annotator.ui.clock import RATES, Loop, PlaybackClock, Position
from annotator.ui.formats import clock_text, number
from annotator.ui.player.actions import PlayerActions
from annotator.ui.player.controller import PlayerController
from annotator.ui.player.icons import icon
from annotator.ui.player.picture import Tone
from annotator.ui.theme import SPACE


def exact_time(seconds: float) -> str:
    """The time as h:mm:ss.mmm, never rounded up into a later frame's time."""
    ms = int(max(seconds, 0.0) * 1000.0 + 1e-6)
    return f"{ms // 3_600_000}:{ms // 60_000 % 60:02d}:{ms // 1000 % 60:02d}.{ms % 1000:03d}"


class ControlBar(Frame):
    """Buttons for `PlayerActions`, readouts of the clock."""

    def __init__(
        self,
        clock: PlaybackClock,
        controller: PlayerController,
        actions: PlayerActions,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("plain", parent)
        self._clock, self._controller, self._actions, self._appearance = clock, controller, actions, appearance
        self._icons: dict[QToolButton, str] = {}
        self.previous_button = self._button("previous", actions.previous, self.tr("A frame back"))
        self.play_button = self._button("play", actions.play, self.tr("Play"))
        self.next_button = self._button("next", actions.next, self.tr("A frame on"))
        self.time_label = Text("")
        self.time_label.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.time_label.setAccessibleName(self.tr("Time"))
        self.time_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.frame_label = Text("", "muted")
        self.frame_label.setAccessibleName(self.tr("Frame number"))
        self.speed_button = self._menu_button("", self.tr("Speed"), self._speed_menu())
        self.loop_button = self._button("loop", actions.no_loop, self.tr("Loop"))
        self.light_button = self._menu_button("light", self.tr("Brightness"), self._light_menu())
        self.view_button = self._menu_button(
            "view", self.tr("View"), self._menu_of(actions.turn, actions.mirror, None, actions.zoom_in, actions.zoom_out,
                                                   actions.fit),
        )  # fmt: skip
        self.overlay_button = self._menu_button(
            "overlay", self.tr("What the detector saw"), self._menu_of(actions.skeleton, actions.regions)
        )
        self.mute_button = self._button("sound", actions.mute, self.tr("Sound"))
        self.full_button = self._button("full_screen", actions.full_screen, self.tr("Full screen"))
        self._lay_out()
        clock.position_changed.connect(self._on_position)
        clock.playing_changed.connect(self._on_playing)
        clock.rate_changed.connect(self._on_rate)
        clock.loop_changed.connect(self._on_loop)
        clock.times_changed.connect(self._on_times)
        controller.direction_changed.connect(self._on_rate)
        controller.sound.available_changed.connect(self._on_sound)
        actions.mute.toggled.connect(self._on_playing)
        appearance.changed.connect(self._draw_icons)
        self._draw_icons()
        self._on_rate()
        self._on_loop(clock.loop)
        self._on_times()
        self._on_sound(False)

    def set_simple(self, simple: bool) -> None:
        """Fewer controls for a tired parent; all shortcuts go on working."""
        for widget in (self.previous_button, self.next_button, self.frame_label, self.view_button, self.overlay_button):
            widget.setVisible(not simple)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        row.setSpacing(SPACE // 2)
        for widget in (self.previous_button, self.play_button, self.next_button):
            row.addWidget(widget)
        row.addSpacing(SPACE)
        row.addWidget(self.time_label)
        row.addSpacing(SPACE // 2)
        row.addWidget(self.frame_label)
        row.addStretch(1)
        for widget in (
            self.loop_button, self.speed_button, self.light_button, self.view_button, self.overlay_button,
            self.mute_button, self.full_button,
        ):  # fmt: skip
            row.addWidget(widget)
        in_order = [item.widget() for item in (row.itemAt(k) for k in range(row.count())) if item is not None]
        for before, after in pairwise(w for w in in_order if w is not None):
            QWidget.setTabOrder(before, after)

    def _button(self, name: str, action: QAction, spoken: str) -> QToolButton:
        button = QToolButton(self)
        action.setIconVisibleInMenu(False)
        button.setDefaultAction(action)
        self._prepare(button, name, spoken, action.toolTip())
        return button

    def _menu_button(self, name: str, spoken: str, menu: QMenu) -> QToolButton:
        button = QToolButton(self)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._prepare(button, name, spoken, spoken)
        return button

    def _prepare(self, button: QToolButton, name: str, spoken: str, tip: str) -> None:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(spoken)
        button.setToolTip(tip)
        button.setAutoRaise(True)
        if name:
            self._icons[button] = name
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _menu_of(self, *actions: QAction | None) -> QMenu:
        menu = QMenu(self)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        return menu

    def _speed_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for rate in RATES:
            choice = menu.addAction(_rate_text(rate))
            choice.setCheckable(True)
            choice.setData(rate)
            group.addAction(choice)
        group.triggered.connect(self._on_speed_chosen)
        self._speeds = group
        return menu

    def _light_menu(self) -> QMenu:
        menu = QMenu(self)
        panel = QWidget(menu)
        grid = QGridLayout(panel)
        self.brightness_slider = self._slider(-50, 50, self.tr("Brightness"))
        self.gamma_slider = self._slider(50, 350, self.tr("Shadows"))
        for row, slider in enumerate((self.brightness_slider, self.gamma_slider)):
            label = QLabel(slider.accessibleName(), panel)
            label.setBuddy(slider)
            grid.addWidget(label, row, 0)
            grid.addWidget(slider, row, 1)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(panel)
        menu.addAction(holder)
        menu.addSeparator()
        menu.addAction(self._actions.brighten)
        menu.addAction(self.tr("As filmed"), self._as_filmed)
        menu.aboutToShow.connect(self._show_tone)
        return menu

    def _slider(self, lowest: int, highest: int, name: str) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(lowest, highest)
        slider.setMinimumWidth(18 * SPACE)
        slider.setAccessibleName(name)
        slider.valueChanged.connect(self._on_tone)
        return slider

    @Slot()
    def _show_tone(self) -> None:
        tone = self._controller.tone
        for slider, value in ((self.brightness_slider, tone.brightness), (self.gamma_slider, tone.gamma)):
            slider.blockSignals(True)
            slider.setValue(round(value * 100))
            slider.blockSignals(False)

    @Slot()
    def _on_tone(self) -> None:
        self._controller.set_tone(Tone(self.brightness_slider.value() / 100, self.gamma_slider.value() / 100))

    @Slot()
    def _as_filmed(self) -> None:
        self._controller.set_tone(Tone())

    @Slot(QAction)
    def _on_speed_chosen(self, choice: QAction) -> None:
        self._clock.set_rate(float(choice.data()))

    @Slot(object)
    def _on_position(self, position: Position) -> None:
        self.time_label.setText(exact_time(position.seconds))
        self.frame_label.setText(self.tr("frame {number}").format(number=position.frame))

    @Slot()
    def _on_times(self) -> None:
        known = self._clock.times is not None
        self._on_position(self._clock.position)
        self.time_label.setEnabled(known)
        for widget in (self.play_button, self.previous_button, self.next_button, self.speed_button, self.light_button):
            widget.setEnabled(known)

    @Slot()
    def _on_playing(self) -> None:
        playing = self._clock.playing
        self._icons[self.play_button] = "pause" if playing else "play"
        self.play_button.setAccessibleName(self.tr("Pause") if playing else self.tr("Play"))
        self._icons[self.mute_button] = "muted" if self._actions.mute.isChecked() else "sound"
        self._draw_icons()

    @Slot()
    def _on_rate(self) -> None:
        rate = self._clock.rate
        backward = "◀ " if self._controller.direction < 0 else ""
        self.speed_button.setText(f"{backward}{_rate_text(rate)}")
        self.speed_button.setAccessibleDescription(self.speed_button.text())
        for choice in self._speeds.actions():
            choice.setChecked(choice.data() == rate)

    @Slot(object)
    def _on_loop(self, loop: Loop | None) -> None:
        self.loop_button.setVisible(loop is not None)
        if loop is not None:
            text = f"{clock_text(loop[0])} – {clock_text(loop[1])}"
            self.loop_button.setText(text)
            self.loop_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self.loop_button.setToolTip(self.tr("Loops {span}; press to end the loop").format(span=text))
            self.loop_button.setAccessibleDescription(text)

    @Slot(bool)
    def _on_sound(self, available: bool) -> None:
        self.mute_button.setVisible(available)

    @Slot()
    def _draw_icons(self) -> None:
        theme = self._appearance.theme
        side = round(20 * self._appearance.scale)
        for button, name in self._icons.items():
            drawn = icon(name, theme.color("text"), theme.color("muted", 0.6), 2.0 * self._appearance.scale)
            if button.isCheckable():  # it takes its action's icon anew whenever that is switched
                button.defaultAction().setIcon(drawn)
            else:
                button.setIcon(drawn)
            button.setIconSize(QSize(side, side))


def _rate_text(rate: float) -> str:
    """The speed as in "0.25×"."""
    decimals = next(d for d in (0, 1, 2) if round(rate, d) == rate)
    return f"{number(rate, decimals)}×"
