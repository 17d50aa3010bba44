"""A player in a window of its own, on clips whose frames carry their number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from annotator.ui.appearance import Appearance
from annotator.ui.clock import PlaybackClock, Position
from annotator.ui.document import Document
from annotator.ui.player.canvas import PictureCanvas
from annotator.ui.player.controller import PlayerController
from annotator.ui.player.picture import Picture
from annotator.ui.player.player import PlayerWidget
from tests import clips

FRAMES = 90


def number_on(canvas: PictureCanvas) -> int | None:
    """The number that can be read off the canvas itself, as painted."""
    assert canvas.picture is not None
    size = QSizeF(canvas.picture.image.size())
    rect = canvas.view.rect(size, QSizeF(canvas.size())).toAlignedRect()
    image = canvas.grab(rect).toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return clips.read_number(pixels[:, : image.width()])


@dataclass
class Rig:
    """What a test drives, and all that was painted."""

    qtbot: QtBot
    widget: PlayerWidget
    clock: PlaybackClock
    document: Document
    painted: list[Picture] = field(default_factory=list)

    @property
    def canvas(self) -> PictureCanvas:
        return self.widget.canvas

    @property
    def controller(self) -> PlayerController:
        return self.widget.controller

    @property
    def position(self) -> Position:
        return self.clock.position

    def open(self, path: Path) -> None:
        with self.qtbot.waitSignal(self.clock.position_changed, timeout=20000):
            self.document.open_video(path)

    def settle(self, frame: int) -> None:
        def there() -> bool:
            shown = self.canvas.picture
            at_rest = shown is not None and shown.number == frame and self.controller.settled
            return at_rest and self.position.pts is not None and self.position.frame == frame

        self.qtbot.waitUntil(there, timeout=20000)

    def wait_painted(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.painted) >= count, timeout=20000)


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    document, clock = Document(), PlaybackClock()
    widget = PlayerWidget(document, clock, Appearance())
    window = QMainWindow()
    window.setCentralWidget(widget)
    qtbot.addWidget(window)
    window.resize(320, 260)
    made = Rig(qtbot, widget, clock, document)
    widget.canvas.painted.connect(made.painted.append)
    with qtbot.waitExposed(window):
        window.show()
    yield made
    widget.shutdown()
    widget.canvas.painted.disconnect(made.painted.append)


@pytest.fixture(scope="session")
def phone_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Uneven timestamps, B-frames, a keyframe every twelve frames."""
    return clips.write(tmp_path_factory.mktemp("clips") / "phone.mp4", clips.uneven(FRAMES), style=clips.B_FRAMES)


@pytest.fixture(scope="session")
def even_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty frames a second, exactly."""
    return clips.write(tmp_path_factory.mktemp("clips") / "even.mp4", clips.even(FRAMES), style=clips.B_FRAMES)


@pytest.fixture(scope="session")
def sounding_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With a tone from 0.5 to 1 s and from 2 to 2.5 s."""
    tone = clips.Tone(bursts=[(0.5, 1.0), (2.0, 2.5)], end=3.0)
    return clips.write(tmp_path_factory.mktemp("clips") / "sound.mp4", clips.even(FRAMES), tone=tone)
