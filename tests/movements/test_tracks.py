import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.movements.bursts import Burst
from annotator.movements.tracks import Floats, TipTrack, jitter_of, middle_of


def track(x: list[float], stretch: list[int] | None = None) -> TipTrack:
    xy = np.stack([np.array(x), np.zeros(len(x))], axis=1)
    xy[np.isnan(xy[:, 0])] = np.nan
    return TipTrack(np.arange(0.0, len(x)) / 10, xy, np.array(stretch or [0] * len(x), np.int32), 0.0)


NAN = float("nan")


@given(st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=1, max_size=12))
def test_the_middle_is_numpys_median(positions: list[tuple[float, float]]) -> None:
    known = np.array(positions)
    assert middle_of(known) == pytest.approx(np.median(known, axis=0), abs=1e-12)


def test_rest_is_the_median_of_the_span() -> None:
    one = track([0, 0, 9, 1, 1, 1, 5, 6, 7, 7, 7])
    assert one.rest_before(5, 0, 0.21).tolist() == [1, 0]
    assert one.rest_before(3, 0, 0.31).tolist() == [0.5, 0]
    assert one.rest_after(8, 10, 0.6).tolist() == [7, 0]


def test_rest_is_read_between_the_limbs_own_bursts() -> None:
    one = track([0, 0, 9, 1, 1, 1, 5, 6, 7, 7, 7])
    assert one.rest_before(3, 3, 0.31).tolist() == [1, 0]
    assert one.rest_after(3, 5, 0.6).tolist() == [1, 0]


def test_the_last_known_place_stands_for_an_unseen_one_before_but_none_after() -> None:
    one = track([2, NAN, NAN, NAN, NAN, NAN, NAN, 8])
    assert one.rest_before(5, 0, 0.2).tolist() == [2, 0]
    assert np.isnan(one.rest_after(3, 7, 0.2)).all()


def test_nothing_is_known_across_a_stretch() -> None:
    one = track([2, NAN, NAN, NAN, NAN, 8], [0, 0, 1, 1, 2, 2])
    assert np.isnan(one.rest_before(3, 0, 0.5)).all()
    assert np.isnan(one.rest_after(3, 5, 0.5)).all()
    assert track([2, 2, 9, 9], [0, 0, 1, 1]).rest_before(3, 0, 1.0).tolist() == [9, 0]


def test_displacement_at_each_known_place() -> None:
    one = track([0, 1, NAN, 3, 2, 0, 0])
    assert one.displacement(Burst(0, 3), np.zeros(2)).tolist() == [0, 1, 3, 2]
    assert one.displacement(Burst(0, 3), np.full(2, np.nan)).tolist() == []


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 2**10 - 1))
def test_rest_is_always_a_place_of_the_same_stretch(frame: int, cut: int, seen: int) -> None:
    x = [float(n) if seen >> n & 1 else NAN for n in range(10)]
    stretch = [int(n >= cut) for n in range(10)]
    one = track(x, stretch)
    same = [n for n in range(10) if seen >> n & 1 and stretch[n] == stretch[frame]]
    before = [n for n in same if n <= frame]
    after = [n for n in same if frame <= n <= frame + 2]
    for rest, usable in ((one.rest_before(frame, 0, 0.21), before), (one.rest_after(frame, 9, 0.21), after)):
        assert np.isfinite(rest[0]) == bool(usable)
        if usable:
            assert min(usable) <= rest[0] <= max(usable)


@pytest.mark.parametrize("sigma", [0.002, 0.02])
def test_jitter_grows_with_the_scatter_and_not_with_the_way(sigma: float) -> None:
    rng = np.random.default_rng(4)
    xy: Floats = rng.normal(0.0, sigma, (400, 2))
    quiet = np.ones(400, np.bool_)
    still = jitter_of(xy, quiet)
    assert sigma * 0.8 < still < sigma * 2.0
    moved = xy + np.where(np.arange(400) < 200, 0.0, 1.0)[:, None]
    assert jitter_of(moved, quiet) == pytest.approx(still, rel=0.05)


def test_jitter_counts_quiet_looks_only() -> None:
    xy = np.zeros((40, 2))
    xy[::2] += 1.0
    assert jitter_of(xy, np.arange(40) % 2 == 0) == 0.0
    assert jitter_of(xy[:5], np.ones(5, np.bool_)) == 0.0
