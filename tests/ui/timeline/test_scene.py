from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.anatomy import LIMBS
from annotator.session.model import Review
from annotator.ui.timeline.lanes import lay_out, lowest_height
from annotator.ui.timeline.scene import Scene, build_scene
from tests.ui.timeline.nights import few, movement, night, session_of


def test_every_movement_lies_in_its_limbs_lanes_and_those_without_one_in_their_own() -> None:
    scene = build_scene(few())
    assert set(scene.lane("right_arm").key.tolist()) == {2, 4, 8}
    assert scene.lane(None).key.tolist() == [7]
    assert len(scene.ordered) == 11


def test_corrections_are_shown_and_what_others_replaced_is_not() -> None:
    moved = replace(
        movement(1, 5.0, 1.0), review=Review("accepted", "Ames", onset_s=4.0, kind="rhythmic", limbs=("head",))
    )
    gone = replace(movement(2, 9.0, 1.0), review=Review("replaced", "Ames"))
    refused = replace(movement(3, 12.0, 1.0), review=Review("rejected", "Ames"))
    scene = build_scene(session_of(20.0, (moved, gone, refused)))
    shown = scene.movements[1]
    assert (shown.onset_s, shown.offset_s, shown.kind, shown.limbs) == (4.0, 6.0, "rhythmic", ("head",))
    assert shown.movement.onset_s == 5.0
    assert 2 not in scene.movements
    assert scene.movements[3].state == "rejected"
    assert scene.counted.key.tolist() == [1], "a rejected movement counts no more"


def test_a_flag_about_the_whole_recording_is_no_place_in_the_overview() -> None:
    scene = build_scene(night(3600.0, 60))
    assert len(scene.flags["frequent"]) == 1
    assert len(scene.any_flag) == sum(len(marks) for rule, marks in scene.flags.items() if rule != "frequent")


def test_the_neighbour_is_counted_from_the_selection_or_from_the_playhead() -> None:
    scene = build_scene(few())
    assert scene.neighbour(None, 10.0, 1) == 3
    assert scene.neighbour(None, 10.0, -1) == 2
    assert scene.neighbour(3, 0.0, 1) == 4
    assert scene.neighbour(10, 0.0, 1) == 10
    assert Scene().neighbour(None, 0.0, 1) is None


@given(st.floats(0, 3000), st.floats(8, 60), st.booleans())
def test_rows_follow_each_other_without_gap_and_never_get_too_low(height: float, em: float, unnamed: bool) -> None:
    scene = build_scene(few())
    lanes = lay_out(scene, height, em, unnamed)
    assert lanes.rows[0].top == 0
    assert all(a.bottom == b.top for a, b in zip(lanes.rows, lanes.rows[1:], strict=False))
    lowest = lowest_height(scene, em, unnamed)
    assert lanes.bottom <= max(height, lowest) + 1e-6
    if height >= lowest:
        assert lanes.bottom <= height
    assert [lane.limb for lane in lanes.of("limb")] == [*LIMBS, None]


def test_rows_that_nothing_fills_are_left_out() -> None:
    plain = build_scene(session_of(60.0, (movement(1, 3.0, 0.5),)))
    roles = [lane.role for lane in lay_out(plain, 400, 16).rows]
    assert "flag" not in roles
    assert "looked" not in roles
    assert roles.count("limb") == 5
    assert lay_out(plain, 400, 16, True).limb(None) is not None
    assert lay_out(plain, 400, 16).at(-5) is None
