"""Small pictures of any moment, the newest request first."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from annotator.ui.thumbnails import Thumbnails
from annotator.video.probe import probe
from tests import clips

FRAMES = 60


@pytest.fixture(scope="module")
def phone_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return clips.write(tmp_path_factory.mktemp("clips") / "phone.mp4", clips.uneven(FRAMES), style=clips.B_FRAMES)


def number_in(image: QImage) -> int | None:
    pixels = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return clips.read_number(pixels[:, : image.width()])


def answered(answers: list[tuple[float, QImage]], frame: int) -> bool:
    return bool(answers) and number_in(answers[-1][1]) == frame


def test_the_newest_request_is_answered_with_the_very_frame(qtbot: QtBot, phone_clip: Path) -> None:
    provider = Thumbnails()
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
    provider.close()


def test_pictures_wait_for_nothing_and_stop_when_told(qtbot: QtBot, phone_clip: Path) -> None:
    provider = Thumbnails()
    answers: list[float] = []
    provider.ready.connect(lambda seconds, _image: answers.append(seconds))
    provider.open(probe(phone_clip))
    provider.request(2.0)
    provider.stop()
    provider.request(1.0)
    qtbot.wait(100)
    assert not answers
    provider.close()


def test_without_a_video_nothing_is_made(qtbot: QtBot, phone_clip: Path) -> None:
    provider = Thumbnails()
    provider.request(1.0)
    provider.open(probe(phone_clip))
    provider.request(1.0)
    provider.close()
    provider.open(probe(phone_clip))
    provider.request(1.0)
