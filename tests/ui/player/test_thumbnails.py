"""Small pictures of any moment, the newest request first."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from annotator.ui.player.thumbnails import MOST_KEPT, ThumbnailProvider
from annotator.video.probe import probe
from tests import clips
from tests.ui.player.conftest import FRAMES, Rig


def number_in(image: QImage) -> int | None:
    pixels = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return clips.read_number(pixels[:, : image.width()])


def answered(answers: list[tuple[float, QImage]], frame: int) -> bool:
    return bool(answers) and number_in(answers[-1][1]) == frame


def test_the_newest_request_is_answered_with_the_very_frame(qtbot: QtBot, phone_clip: Path) -> None:
    provider = ThumbnailProvider()
    answers: list[tuple[float, QImage]] = []
    provider.ready.connect(lambda seconds, image: answers.append((seconds, image)))
    info = probe(phone_clip)
    provider.open(info)
    rng = np.random.default_rng(3)
    for _ in range(3):
        frame = 0
        for _ in range(30):
            frame = int(rng.integers(0, FRAMES))
            provider.request(float(info.times.seconds[frame]) + 0.001)
        qtbot.waitUntil(partial(answered, answers, frame), timeout=20000)
        assert info.times.frame_at(answers[-1][0]) == frame
    provider.stop()
    assert MOST_KEPT > 0


def test_without_a_video_nothing_is_made(qtbot: QtBot, phone_clip: Path) -> None:
    provider = ThumbnailProvider()
    provider.request(1.0)
    provider.open(probe(phone_clip))
    provider.request(1.0)
    provider.stop()
    provider.request(1.0)


def test_the_player_hands_its_video_on(rig: Rig, phone_clip: Path) -> None:
    rig.open(phone_clip)
    with rig.qtbot.waitSignal(rig.widget.thumbnails.ready, timeout=20000):
        rig.widget.thumbnails.request(1.0)
