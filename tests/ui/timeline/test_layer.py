"""A picture that was moved is the picture that would be painted."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from annotator.session.model import Review, Session
from annotator.ui.theme import DARK, LIGHT, Theme
from annotator.ui.timeline.lanes import lay_out
from annotator.ui.timeline.layer import Still, StillLayer
from annotator.ui.timeline.look import Look
from annotator.ui.timeline.scene import Scene, build_scene
from annotator.ui.timeline.traces import Traces
from annotator.ui.timeline.viewport import Viewport
from tests.ui.timeline import nights

SIZE = QSize(700, 420)
LEFT_PX = 120.0
Picture = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]


def look(theme: Theme, dpr: float) -> Look:
    font = QApplication.font()
    return Look(theme, font, font, 16.0, 14.0, dpr, font.toString())


def judged(session: Session) -> Session:
    """With verdicts on flags and on every other movement."""
    said = [Review(verdict, "Dr. A") for verdict in ("accepted", "rejected", "unsure")]
    patterns = tuple(replace(f, review=said[n % 3]) if n % 2 else f for n, f in enumerate(session.patterns))
    movements = tuple(replace(m, review=said[n % 3]) if n % 2 else m for n, m in enumerate(session.movements))
    return replace(session, patterns=patterns, movements=movements)


@cache
def material(name: str) -> tuple[Scene, Traces]:
    session = nights.few() if name == "few" else nights.night(1800.0, 1200, 5)
    return build_scene(judged(session)), nights.traces_of(session, 30.0 if name == "few" else 4.0)


def still(scene: Scene, traces: Traces | None, view: Viewport, theme: Theme, dpr: float) -> Still:
    shared = look(theme, dpr)
    return Still(scene, traces, view.on_pixels(), lay_out(scene, SIZE.height(), shared.em, True), shared)


def pixels(pixmap: QPixmap) -> Picture:
    image = pixmap.toImage()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows.copy()


@pytest.mark.parametrize("dpr", [1.0, 2.0])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["few", "night"])
@settings(deadline=None, max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    span=st.floats(-2.5, 0.0).map(lambda power: 10.0**power),
    start=st.floats(0.0, 1.0),
    steps=st.lists(st.floats(-1.2, 1.2), min_size=1, max_size=3),
)
def test_a_moved_picture_is_the_one_that_would_be_painted(
    qapp: QApplication, name: str, theme: Theme, dpr: float, span: float, start: float, steps: list[float]
) -> None:
    scene, traces = material(name)
    view = Viewport.whole(scene.duration_s, LEFT_PX, SIZE.width() - LEFT_PX - 12)
    view = view.showing(start * scene.duration_s, span * scene.duration_s)
    layer = StillLayer()
    layer.pixmap(still(scene, traces, view, theme, dpr), SIZE)
    for step in steps:
        view = view.panned(step * abs(step) * view.span_s)
        moved = layer.pixmap(still(scene, traces, view, theme, dpr), SIZE)
        fresh = StillLayer().pixmap(still(scene, traces, view, theme, dpr), SIZE)
        off = np.abs(pixels(moved).astype(np.int16) - pixels(fresh))
        # Qt rounds the smooth edge of a shape cut by the seam by a level or two of its 255: nobody can see that.
        assert off.max() <= 4
        assert (off > 0).sum() <= 0.001 * off.size


@pytest.mark.parametrize("dpr", [1.0, 2.0])
def test_panning_moves_the_picture_and_zooming_paints_it(qapp: QApplication, dpr: float) -> None:
    scene, traces = material("night")
    view = Viewport.whole(scene.duration_s, LEFT_PX, SIZE.width() - LEFT_PX - 12).showing(200.0, 300.0)
    layer = StillLayer()
    for n, one in enumerate((view, view.panned(7.0), view.panned(-11.0), view.panned(60.0))):
        layer.pixmap(still(scene, traces, one, LIGHT, dpr), SIZE)
        assert (layer.painted, layer.moved) == (n + 1, n)
    layer.pixmap(still(scene, traces, view.panned(60.0), LIGHT, dpr), SIZE)
    assert layer.painted == 4, "nothing changed"
    layer.pixmap(still(scene, traces, view.zoomed(1.3, 300.0), LIGHT, dpr), SIZE)
    layer.pixmap(still(scene, traces, view.zoomed(1.3, 300.0), DARK, dpr), SIZE)
    layer.pixmap(still(replace(scene), traces, view.zoomed(1.3, 300.0), DARK, dpr), SIZE)
    assert (layer.painted, layer.moved) == (7, 3)
    fresh = StillLayer().pixmap(still(scene, traces, view.zoomed(1.3, 300.0), DARK, dpr), SIZE)
    assert np.array_equal(
        pixels(layer.pixmap(still(scene, traces, view.zoomed(1.3, 300.0), DARK, dpr), SIZE)), pixels(fresh)
    )


def test_how_far_the_analysis_came_veils_the_rest_and_paints_no_ground_anew(qapp: QApplication) -> None:
    scene, traces = material("few")
    view = Viewport.whole(scene.duration_s, LEFT_PX, SIZE.width() - LEFT_PX - 12)
    whole = still(scene, traces, view, LIGHT, 1.0)
    layer = StillLayer()
    before = pixels(layer.pixmap(whole, SIZE))
    half = pixels(layer.pixmap(replace(whole, analysed_to_s=31.0), SIZE))
    middle = 4 * round(view.x(31.0))
    assert np.array_equal(half[:, :middle], before[:, :middle])
    assert (half[60:300, middle : middle + 400] != before[60:300, middle : middle + 400]).any()
    assert np.array_equal(pixels(layer.pixmap(whole, SIZE)), before)
