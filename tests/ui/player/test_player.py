"""The player by its keys, buttons and wheel, as a person uses it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from annotator.ui.player.bar import exact_time
from annotator.ui.player.overlay import Label, Layers, Overlay, Polyline, Region
from annotator.ui.theme import DARK
from tests.ui.player.conftest import FRAMES, Rig, number_on

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(rig: Rig, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(rig.widget, key, modifier)


def test_frames_by_key(rig: Rig, phone_clip: Path) -> None:
    rig.open(phone_clip)
    for key, modifier, reached in (
        (Key.Key_Right, Qt.KeyboardModifier.NoModifier, 1),
        (Key.Key_Right, SHIFT, 11),
        (Key.Key_Left, Qt.KeyboardModifier.NoModifier, 10),
        (Key.Key_Left, SHIFT, 0),
        (Key.Key_Left, Qt.KeyboardModifier.NoModifier, 0),
        (Key.Key_End, Qt.KeyboardModifier.NoModifier, FRAMES - 1),
        (Key.Key_Right, SHIFT, FRAMES - 1),
        (Key.Key_Home, Qt.KeyboardModifier.NoModifier, 0),
    ):
        press(rig, key, modifier)
        rig.settle(reached)
        assert number_on(rig.canvas) == reached


def test_a_held_key_moves_as_many_frames_as_it_repeats(rig: Rig, phone_clip: Path) -> None:
    rig.open(phone_clip)
    for _ in range(25):
        press(rig, Key.Key_Right)
    rig.settle(25)


def test_shuttle(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    rig.clock.set_rate(0.5)
    press(rig, Key.Key_L)
    assert (rig.clock.playing, rig.clock.rate) == (True, 0.5)
    rates = []
    for _ in range(4):
        press(rig, Key.Key_L)
        rates.append(rig.clock.rate)
    assert rates == [1.0, 2.0, 4.0, 4.0]
    press(rig, Key.Key_J)
    assert (rig.controller.direction, rig.clock.rate, rig.clock.playing) == (-1, 1.0, True)
    assert "◀" in rig.widget.bar.speed_button.text()
    press(rig, Key.Key_J)
    assert rig.clock.rate == 2.0
    press(rig, Key.Key_K)
    assert (rig.clock.playing, rig.clock.rate, rig.controller.direction) == (False, 0.5, 1)


def test_space_plays_and_pauses_and_the_bar_says_so(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    button = rig.widget.bar.play_button
    assert button.accessibleName() == "Play"
    press(rig, Key.Key_Space)
    rig.wait_painted(3)
    assert button.accessibleName() == "Pause"
    press(rig, Key.Key_Space)
    assert not rig.clock.playing
    shown = rig.position
    assert rig.widget.bar.time_label.text() == exact_time(shown.seconds)
    assert str(shown.frame) in rig.widget.bar.frame_label.text()


def test_a_step_while_playing_pauses(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    press(rig, Key.Key_Space)
    rig.wait_painted(4)
    press(rig, Key.Key_Right)
    assert not rig.clock.playing


def test_loop_ends_by_key(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    rig.clock.seek_frame(30)
    rig.settle(30)
    press(rig, Key.Key_BracketLeft)
    rig.clock.seek_frame(36)
    rig.settle(36)
    press(rig, Key.Key_BracketRight)
    assert rig.clock.loop == pytest.approx((1.0, 1.2))
    assert rig.widget.bar.loop_button.isVisible()
    press(rig, Key.Key_Backslash)
    assert rig.clock.loop is None
    assert not rig.widget.bar.loop_button.isVisible()


def test_speed_by_key_and_menu(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    rig.widget.player_actions.slower.trigger()
    assert rig.clock.rate == 0.75
    rig.widget.player_actions.faster.trigger()
    rig.widget.player_actions.faster.trigger()
    assert (rig.clock.rate, rig.widget.bar.speed_button.text()) == (1.5, "1.5×")
    menu = rig.widget.bar.speed_button.menu()
    assert [action.text() for action in menu.actions()] == ["0.1×", "0.25×", "0.5×", "0.75×", "1×", "1.5×", "2×", "4×"]
    menu.actions()[0].trigger()
    assert rig.clock.rate == 0.1


def test_turning_mirroring_and_zooming_are_only_for_the_eye(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    press(rig, Key.Key_R)
    assert rig.canvas.view.quarter_turns == 1
    press(rig, Key.Key_M)
    assert rig.canvas.view.mirrored
    press(rig, Key.Key_Period)
    assert rig.canvas.view.zoom == 1.25
    press(rig, Key.Key_Slash)
    assert rig.canvas.view.zoom == 1.0
    press(rig, Key.Key_M)
    for _ in range(3):
        press(rig, Key.Key_R)
    rig.qtbot.wait(100)
    assert number_on(rig.canvas) == 0


def test_wheel_zooms_about_the_cursor_and_dragging_moves(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    at = QPointF(rig.canvas.width() * 0.25, rig.canvas.height() * 0.5)
    for _ in range(6):
        wheel = QWheelEvent(
            at, rig.canvas.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(rig.canvas, wheel)
    assert rig.canvas.view.zoom == pytest.approx(1.25**6)
    before = rig.canvas.view.centre_x
    assert before < 0.5
    for kind, x in (
        (QEvent.Type.MouseButtonPress, 100.0),
        (QEvent.Type.MouseMove, 60.0),
        (QEvent.Type.MouseButtonRelease, 60.0),
    ):
        position = QPointF(x, 80.0)
        left = Qt.MouseButton.LeftButton
        QApplication.sendEvent(
            rig.canvas,
            QMouseEvent(kind, position, rig.canvas.mapToGlobal(position), left, left, Qt.KeyboardModifier.NoModifier),
        )
    assert rig.canvas.view.centre_x > before


def test_brightening_by_key_comes_back_to_as_filmed(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    seen = []
    for _ in range(4):
        press(rig, Key.Key_H)
        seen.append(rig.controller.tone.gamma)
    assert seen == [1.6, 2.4, 3.2, 1.0]


class Seen:
    """A skeleton that moves with the frame."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def at(self, frame: int) -> Overlay | None:
        self.asked.append(frame)
        line = np.array([[20, 20], [80, 48], [np.nan, np.nan], [140, 48], [140, 80]], dtype=np.float32)
        box = np.array([[100, 10], [150, 10], [150, 40], [100, 40]], dtype=np.float32)
        return Overlay(
            (Polyline(line, "left_arm"),),
            (Label(80, 48, "LA", "left_arm"),),
            (Region(box, "right_leg", observed=True),),
        )


def colours(rig: Rig, wanted: QColor) -> int:
    image = rig.canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), -1, 4)[:, :, 2::-1].astype(int)
    return int((np.abs(pixels - [wanted.red(), wanted.green(), wanted.blue()]).sum(axis=2) < 24).sum())


def test_what_the_detector_saw_is_drawn_and_can_be_hidden(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    seen = Seen()
    rig.widget.set_overlay(seen)
    arm = DARK.limb_color("left_arm")
    assert colours(rig, arm) > 40
    assert seen.asked[-1] == 0
    without = rig.canvas.grab().toImage()
    rig.canvas.set_layers(Layers(skeleton=True, regions=True))
    assert rig.canvas.grab().toImage() != without
    press(rig, Key.Key_V)
    assert colours(rig, arm) == 0
    rig.clock.seek_frame(9)
    rig.settle(9)
    assert seen.asked[-1] == 9


def test_every_button_has_a_name_and_says_its_key(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    buttons = rig.widget.bar.findChildren(QToolButton)
    assert len(buttons) >= 9
    for button in buttons:
        assert button.accessibleName()
        assert button.toolTip()
    assert "Space" in rig.widget.bar.play_button.toolTip()
    shortcuts = [action.shortcut().toString() for action in rig.widget.actions()]
    assert len(shortcuts) == len(set(shortcuts))


def test_the_simple_window_has_fewer_controls_and_the_same_keys(rig: Rig, even_clip: Path) -> None:
    rig.open(even_clip)
    rig.widget.set_simple(True)
    assert not rig.widget.bar.next_button.isVisible()
    press(rig, Key.Key_Right)
    rig.settle(1)
    rig.widget.set_simple(False)
    assert rig.widget.bar.next_button.isVisible()


def test_no_video_no_trouble(rig: Rig) -> None:
    for action in rig.widget.actions():
        if action is not rig.widget.player_actions.full_screen:
            action.trigger()
    assert not rig.clock.playing
    assert rig.canvas.picture is None


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.0, "0:00:00.000"), (61.0349, "0:01:01.034"), (3661.5, "1:01:01.500"), (0.9999999, "0:00:00.999")],
)
def test_times_are_never_rounded_up(seconds: float, text: str) -> None:
    assert exact_time(seconds) == text
