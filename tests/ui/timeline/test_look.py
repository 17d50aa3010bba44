"""What the eye can tell apart: contrast, shapes, hatches."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from annotator.session.model import KINDS, ExclusionReason, Kind
from annotator.ui.theme import DARK, LIGHT, Theme
from annotator.ui.timeline.bar_batch import BarBatch
from annotator.ui.timeline.look import HATCHES, Look, contrast, fill_hatched, mixed
from annotator.ui.timeline.rasters import AREA, SOLID, bands
from annotator.ui.timeline.scene import State


def look(theme: Theme) -> Look:
    font = QApplication.font()
    return Look(theme, font, font, 16.0, 14.0, 1.0, font.toString())


def painted(theme: Theme, kind: Kind, state: State, width: int = 40, height: int = 16) -> QImage:
    image = QImage(width + 8, height + 8, QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    batch = BarBatch(look(theme), theme.limb_color("head"))
    batch.add(QRectF(4, 4, width, height), kind, state)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    batch.paint(painter)
    painter.end()
    return image


def grey(image: QImage) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    flat = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(flat.constBits(), np.uint8).reshape(flat.height(), flat.bytesPerLine())
    return rows[:, : flat.width()].copy()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_marks_stand_out_from_their_ground(theme: Theme) -> None:
    surface = theme.color("surface")
    for limb in theme.limbs:
        color = theme.limb_color(limb)
        assert contrast(color, surface) >= 3
        assert contrast(look(theme).ink_on(color), color) >= 4.5
        faded = mixed(color, surface, 0.55)
        assert contrast(look(theme).ink_on(faded), faded) >= 4.5
    assert contrast(theme.color("playhead"), surface) >= 3
    assert contrast(theme.color("muted"), surface) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("width", [12, 40])
def test_kinds_and_verdicts_differ_without_colour(qapp: QApplication, theme: Theme, width: int) -> None:
    kinds: list[Kind] = ["jerk", "sustained", "rhythmic", "slow", "active"] if width < 20 else list(KINDS)
    pictures = [grey(painted(theme, kind, "open", width)) for kind in kinds]
    states: tuple[State, ...] = ("open", "accepted", "rejected", "unsure")
    pictures += [grey(painted(theme, "prolonged", state, width + 1)) for state in states]
    for n, one in enumerate(pictures):
        for other in pictures[n + 1 :]:
            if one.shape == other.shape:
                assert int((np.abs(one.astype(int) - other) > 24).sum()) >= 8


def test_each_reason_has_a_hatch_of_its_own(qapp: QApplication) -> None:
    assert set(HATCHES) == set(get_args(ExclusionReason))
    pictures = []
    for hatch in HATCHES.values():
        image = QImage(48, 24, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        fill_hatched(painter, QRectF(0, 0, 48, 24), hatch, QColor("black"), 1.0)
        painter.end()
        pictures.append(grey(image))
    for n, one in enumerate(pictures):
        assert 0.1 < (one < 160).mean() < 0.75
        for other in pictures[n + 1 :]:
            assert (np.abs(one.astype(int) - other) > 60).mean() > 0.1


def test_a_line_is_as_strong_as_the_part_of_the_pixel_it_fills() -> None:
    upper = np.array([2.0, 1.5, 3.2, np.nan, -4.0, 0.0])
    lower = np.array([4.0, 3.25, 3.6, 2.0, 99.0, 0.0])
    picture = bands(upper, lower, 5)
    full = SOLID
    assert picture[:, 0].tolist() == [0, 0, full, full, 0]
    assert picture[:, 1].tolist() == [0, 50, full, 25, 0]
    assert picture[:, 2].tolist() == [0, 0, 0, 40, 0]
    assert picture[:, 3].tolist() == [0] * 5
    assert picture[:, 4].tolist() == [full] * 5
    assert picture[:, 5].tolist() == [0] * 5
    filled = bands(upper, lower, 5, area=True)
    assert filled[:, 0].tolist() == [0, 0, full, full, AREA]
    assert filled[:, 3].tolist() == [0] * 5
