from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.movements.cycles import SAMPLES, cycles_of
from tests.movements.made import Film, both, wave


@settings(max_examples=30)
@given(hz=st.floats(0.9, 4.5), size=st.floats(0.08, 0.4), angle=st.floats(0, 180))
def test_a_steady_swing_is_cut_into_equal_cycles(hz: float, size: float, angle: float) -> None:
    film = Film(12.0, {"left_arm": wave(2.0, 10.0, hz, size)}, angles_deg={"left_arm": angle}, jitter_torso=0.0)
    found = cycles_of(film.signals(), "left_arm", 2.1, 9.9, hz)
    assert found is not None
    assert found.swing_torso.shape == (len(found.starts_s), SAMPLES)
    assert abs(len(found.starts_s) - 7.8 * hz) <= 2
    np.testing.assert_allclose(np.diff(found.starts_s), 1 / hz, rtol=1e-6)
    assert found.likeness > 0.95
    assert np.abs(found.swing_torso).max() == pytest.approx(size, rel=0.35)
    assert int(found.mean_torso.argmin()) in (*range(4), *range(SAMPLES - 4, SAMPLES)), "it begins where it is lowest"


def test_a_limb_that_changes_its_pace_is_less_alike() -> None:
    def like(second_hz: float) -> float:
        film = Film(10.0, {"left_arm": both(wave(1.0, 5.0, 1.5), wave(5.0, 9.0, second_hz))})
        found = cycles_of(film.signals(), "left_arm", 1.0, 9.0, 1.5)
        assert found is not None
        return found.likeness

    assert like(2.6) < 0.7 < like(1.5)


def test_nothing_is_said_where_too_little_is_known() -> None:
    film = Film(10.0, {"left_arm": wave(1.0, 9.0, 2.0)})
    assert cycles_of(film.signals(), "left_arm", 1.0, 1.6, 2.0) is None, "one cycle is no rhythm"
    assert cycles_of(film.signals(), "left_arm", 1.0, 9.0, 0.0) is None
    rare = Film(10.0, {"left_arm": wave(1.0, 9.0, 2.0)}, looks_every=15)
    assert cycles_of(rare.signals(), "left_arm", 1.0, 9.0, 2.0) is None
    unseen = Film(10.0, {"left_arm": wave(1.0, 9.0, 2.0)}, unseen=["left_arm"])
    assert cycles_of(unseen.signals(), "left_arm", 1.0, 9.0, 2.0) is None
