from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.anatomy import LIMBS
from annotator.movements.coverage import find_coverage, runs_of
from annotator.session.model import Coverage, Excluded, Movement
from annotator.signals import REASONS, MotionSignals, blank
from tests.movements.made import Film
from tests.session.sessions import movement


def test_all_seen() -> None:
    coverage = find_coverage(Film(10.0).signals(), [], 10.0)
    assert coverage == Coverage(10.0, dict.fromkeys(LIMBS, 10.0))


def test_an_unseen_limb_is_not_observed_but_the_baby_is() -> None:
    coverage = find_coverage(Film(10.0, unseen=["head", "left_leg"]).signals(), [], 10.0)
    assert coverage.observed_s == 10.0
    assert coverage.limbs_s == {"left_arm": 10.0, "right_arm": 10.0, "left_leg": 0.0, "right_leg": 10.0, "head": 0.0}


def test_what_cannot_be_judged_is_excluded_with_its_reason() -> None:
    film = Film(10.0, excluded=[(2.0, 3.0, "camera_moved"), (3.0, 3.5, "light_changed"), (9.0, 10.0, "too_dark")])
    coverage = find_coverage(film.signals(), [], 10.0)
    assert coverage.observed_s == 7.5
    assert coverage.limbs_s["head"] == 7.5
    assert coverage.excluded == (
        Excluded(2.0, 3.0, "camera_moved"),
        Excluded(3.0, 3.5, "light_changed"),
        Excluded(9.0, 10.0, "too_dark"),
    )


def test_nobody_there() -> None:
    coverage = find_coverage(Film(10.0, unseen=LIMBS).signals(), [], 10.0)
    assert coverage == Coverage(0.0, dict.fromkeys(LIMBS, 0.0), (Excluded(0.0, 10.0, "no_baby"),))


def test_a_movement_shows_that_somebody_was_there() -> None:
    signals = Film(10.0, unseen=LIMBS, excluded=[(6.0, 6.5, "camera_moved")]).signals()
    coverage = find_coverage(signals, [movement(2.0, limbs=())], 10.0)
    assert coverage.observed_s == 6.0
    assert [(e.start_s, e.end_s, e.reason) for e in coverage.excluded] == [
        (6.0, 6.5, "camera_moved"),
        (6.5, 10.0, "no_baby"),
    ]
    assert find_coverage(signals, [movement(2.0, limbs=("head",))], 10.0).observed_s == 0.0


def test_a_hole_in_the_file() -> None:
    coverage = find_coverage(Film(10.0).signals(), [], 10.0, [(4.0, 5.0)])
    assert coverage.observed_s == 9.0
    assert coverage.excluded == (Excluded(4.0, 5.0, "picture_missing"),)


def test_the_last_frame_lasts_to_the_end_of_the_video() -> None:
    assert find_coverage(Film(10.0).signals(), [], 12.0).observed_s == 12.0
    assert find_coverage(Film(10.0).signals(), [], 1.0).observed_s == pytest.approx(299 / 30, abs=1e-4)


def test_no_frames() -> None:
    nothing = MotionSignals.from_arrays(blank(0) | {"torso_px": np.array(np.nan)})
    assert find_coverage(nothing, [], 0.0) == Coverage(0.0, dict.fromkeys(LIMBS, 0.0))


@st.composite
def films(draw: st.DrawFn) -> tuple[MotionSignals, float]:
    """Frames at uneven times, each with any reason and any limbs in view; and the video's duration."""
    count = draw(st.integers(1, 30))
    gaps = draw(st.lists(st.floats(0.01, 2.0), min_size=count, max_size=count))
    arrays = blank(count)
    arrays["t_s"][1:] = np.cumsum(gaps)[:-1]
    arrays["excluded"][:] = draw(st.lists(st.integers(0, len(REASONS)), min_size=count, max_size=count))
    arrays["seen"][:] = (
        np.array(draw(st.lists(st.integers(0, 31), min_size=count, max_size=count)))[:, None] >> (np.arange(5)) & 1 > 0
    )
    return MotionSignals.from_arrays(arrays | {"torso_px": np.array(np.nan)}), float(np.sum(gaps))


spans = st.tuples(st.floats(0, 60), st.floats(0, 9)).map(lambda one: (one[0], one[0] + one[1]))
unnamed = st.lists(spans.map(lambda span: movement(*span, limbs=())), max_size=3)


@given(films(), unnamed, st.lists(spans, max_size=3))
def test_observed_and_excluded_make_up_the_whole(
    film: tuple[MotionSignals, float], movements: list[Movement], missing: list[tuple[float, float]]
) -> None:
    signals, duration_s = film
    coverage = find_coverage(signals, movements, duration_s, missing)
    excluded_s = sum(e.end_s - e.start_s for e in coverage.excluded)
    assert coverage.observed_s + excluded_s == pytest.approx(duration_s, abs=1e-3)
    assert all(0 <= s <= coverage.observed_s + 1e-3 for s in coverage.limbs_s.values())
    for one, two in pairwise(coverage.excluded):
        assert one.end_s <= two.start_s
        assert one.reason != two.reason or one.end_s < two.start_s
    assert find_coverage(replace(signals, seen=np.zeros_like(signals.seen)), (), duration_s).observed_s == 0.0


@given(st.lists(st.booleans(), max_size=20))
def test_runs(mask: list[bool]) -> None:
    again = [False] * len(mask)
    for first, stop in runs_of(np.array(mask, np.bool_)):
        assert first < stop
        again[first:stop] = [True] * (stop - first)
        assert first == 0 or not mask[first - 1]
        assert stop == len(mask) or not mask[stop]
    assert again == mask
