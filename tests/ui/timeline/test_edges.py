from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.session.edits import retime
from annotator.session.people import Author
from annotator.ui.clock import PlaybackClock
from annotator.ui.timeline.edges import Edge, edge_limits, nudged_edge, placed_edge, retimed
from annotator.ui.timeline.scene import build_scene
from tests.ui.timeline.driving import uneven_times
from tests.ui.timeline.nights import few, movement, session_of

SESSION = few()
SCENE = build_scene(SESSION)
TIMES = uneven_times(SESSION.video.duration_s)
CLOCK = PlaybackClock()
CLOCK.set_times(TIMES)
edges: st.SearchStrategy[Edge] = st.sampled_from(["onset", "offset"])


@given(st.sampled_from(sorted(SCENE.movements)), edges, st.floats(-10, 100))
def test_an_edge_lands_on_a_frame_that_the_session_takes(key: int, edge: Edge, wanted: float) -> None:
    shown = SCENE.movements[key]
    at = placed_edge(SCENE, CLOCK, shown, edge, wanted)
    if at == (shown.onset_s if edge == "onset" else shown.offset_s):
        return
    assert at in TIMES.seconds
    assert at < shown.offset_s if edge == "onset" else at > shown.onset_s
    retimed(SESSION, key, edge, at, Author("Ames"), False)


@given(st.sampled_from(sorted(SCENE.movements)), edges, st.floats(0, 62))
def test_no_frame_that_is_allowed_lies_nearer(key: int, edge: Edge, wanted: float) -> None:
    shown = SCENE.movements[key]
    low, high = edge_limits(SCENE, shown, edge)
    allowed = [s for s in TIMES.seconds.tolist() if low <= s <= high and s not in (shown.onset_s, shown.offset_s)]
    at = placed_edge(SCENE, CLOCK, shown, edge, wanted)
    if allowed:
        assert abs(at - wanted) <= min(abs(s - wanted) for s in allowed) + 1e-6


def test_a_nudge_goes_one_frame_however_long_the_frame_is() -> None:
    shown = SCENE.movements[4]
    first = TIMES.nearest(shown.onset_s)
    assert nudged_edge(SCENE, CLOCK, shown, "onset", 1) == TIMES.seconds[first + 1]
    assert nudged_edge(SCENE, CLOCK, shown, "onset", -1) == TIMES.seconds[first - 1]


def test_neighbours_on_other_limbs_or_rejected_ones_are_not_in_the_way() -> None:
    session = session_of(
        60.0,
        (
            movement(1, 10.0, 1.0),
            movement(2, 12.0, 1.0, limbs=("head",)),
            movement(3, 14.0, 1.0),
            movement(4, 16.0, 1.0),
        ),
    )
    scene = build_scene(session)
    assert edge_limits(scene, scene.movements[1], "offset") == (10.0, 14.0)
    assert edge_limits(scene, scene.movements[4], "onset") == (15.0, 17.0)
    assert edge_limits(scene, scene.movements[2], "offset") == (12.0, 60.0)


def test_before_the_frames_are_known_an_edge_moves_freely_within_its_limits() -> None:
    clock = PlaybackClock()
    clock.set_times(None, 62.0)
    shown = SCENE.movements[4]
    assert placed_edge(SCENE, clock, shown, "onset", 18.123) == pytest.approx(18.123)
    assert placed_edge(SCENE, clock, shown, "onset", 40.0) < shown.offset_s
    assert nudged_edge(SCENE, clock, shown, "offset", 1) > shown.offset_s


def test_an_edge_between_two_frames_stays_where_no_frame_is_free() -> None:
    session = session_of(62.0, (movement(1, 10.0, 1.0005), movement(2, 11.001, 0.001)))
    scene = build_scene(session)
    assert placed_edge(scene, CLOCK, scene.movements[2], "onset", 5.0) == 11.001
    assert retime(session, 1, Author("Ames"), onset_s=9.0) is not session
