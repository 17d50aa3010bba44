from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from annotator.ui.theme import LIGHT
from annotator.ui.timeline.hits import EDGE_PX, SLACK_PX, find_hit
from annotator.ui.timeline.lanes import lay_out
from annotator.ui.timeline.look import Look
from annotator.ui.timeline.paint_bars import bar_box
from annotator.ui.timeline.scene import build_scene
from annotator.ui.timeline.viewport import Viewport
from tests.ui.timeline.driving import Bench
from tests.ui.timeline.nights import few

LOOK = Look(LIGHT, QFont(), QFont(), 16.0, 14.0, 1.0)
SCENE = build_scene(few())
LANES = lay_out(SCENE, 500, 16.0, True)
WHOLE = Viewport.whole(62.0, 100, 1000)


@given(st.floats(100, 1100), st.sampled_from(LANES.of("limb")), st.floats(0, 1), st.floats(0.02, 1))
def test_a_hit_on_a_bar_is_what_brute_force_finds(x: float, lane: object, start: float, span: float) -> None:
    view = WHOLE.showing(start * 62, span * 62)
    row = next(one for one in LANES.of("limb") if one is lane)
    hit = find_hit(SCENE, LANES, view, LOOK, x, row.bottom - 8, None)
    mine = [s for s in SCENE.movements.values() if row.limb in s.lanes]
    touched = {s.id for s in mine if view.x(s.onset_s) - SLACK_PX <= x <= view.x(s.offset_s) + SLACK_PX}
    assert (hit.movement in touched) if touched else hit.movement is None
    if hit.edge is not None and hit.movement is not None:
        shown = SCENE.movements[hit.movement]
        at = shown.onset_s if hit.edge == "onset" else shown.offset_s
        assert abs(view.x(at) - x) <= EDGE_PX


def test_every_bar_can_be_clicked_in_its_middle_without_holding_an_edge() -> None:
    for shown in SCENE.movements.values():
        for limb in shown.lanes:
            lane = LANES.limb(limb)
            assert lane is not None
            middle = WHOLE.x((shown.onset_s + shown.offset_s) / 2)
            hit = find_hit(SCENE, LANES, WHOLE, LOOK, middle, bar_box(lane, LOOK)[0] + 2, shown.id)
            assert (hit.movement, hit.edge) == (shown.id, None)


def test_beside_the_lanes_there_is_nothing(qtbot: QtBot) -> None:
    bench = Bench(qtbot, few())
    at = bench.at(20.0)
    at.setX(5)
    assert bench.view.hit(at.toPointF()).lane is None
    at.setY(5000)
    assert bench.view.hit(at.toPointF()).lane is None
