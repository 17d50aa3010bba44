from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.movements.bursts import Burst
from annotator.movements.candidate import fuse, is_slow
from annotator.settings import MovementSettings
from tests.movements.test_records import part

S = MovementSettings()
T_S = np.arange(3000) / 100


def test_limbs_that_start_together_are_one() -> None:
    lag = round(S.fuse_longest_onset_lag_s * 100)
    [one] = fuse([part(1, 100 + lag, 160, speed=5.0), part(0, 100, 140)], T_S, S)
    assert (one.first, one.last, one.speed_torso_per_s, one.peak) == (100, 160, 5.0, (100 + lag + 160) // 2)
    assert [p.limb for p in one.parts] == [0, 1]
    assert len(fuse([part(0, 100, 140), part(1, 100 + lag + 1, 160)], T_S, S)) == 2


def test_lag_counts_from_the_first_limb() -> None:
    assert [len(c.parts) for c in fuse([part(0, 0, 50), part(1, 20, 50), part(2, 40, 80)], T_S, S)] == [2, 1]


def test_a_limb_joins_a_movement_once() -> None:
    assert [len(c.parts) for c in fuse([part(0, 0, 5), part(0, 15, 30), part(1, 16, 30)], T_S, S)] in ([1, 2], [2, 1])


def test_cloth_that_is_dragged_along_is_left_out() -> None:
    small = 0.5 * S.limb_smallest_share
    [one] = fuse([part(0, 100, 140, 1.0), part(2, 101, 190, small)], T_S, S)
    assert [p.limb for p in one.parts] == [0]
    assert one.last == 140


@pytest.mark.parametrize(
    ("size", "speed", "slow"),
    [(0.3, 3.0, False), (0.3, 0.2, True), (0.8, 1.0, True), (0.05, 0.3, False), (float("nan"), 1.0, False)],
    ids=["jerk", "hardly moving", "smooth", "small but sudden", "size unknown"],
)
def test_slow(size: float, speed: float, slow: bool) -> None:
    assert is_slow(part(0, 0, 50, size, speed), S) is slow


def test_one_sudden_limb_makes_a_movement_sudden() -> None:
    slow, sudden = part(0, 0, 90, 0.3, 0.2), part(1, 5, 40, 0.3, 3.0)
    assert fuse([slow], T_S, S)[0].slow
    assert not fuse([slow, sudden], T_S, S)[0].slow


def test_a_limb_that_trembles_where_it_is_held_is_not_about() -> None:
    parts = [part(0, 0, 500), replace(part(1, 0, 480), moving=(Burst(0, 10), Burst(30, 480)))]
    assert set(fuse(parts, T_S, S)[0].moving) == {(0, 500), (0, 10), (30, 480)}
    assert set(fuse([replace(parts[0], steady=True), parts[1]], T_S, S)[0].moving) == {(0, 10), (30, 480)}


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 300), st.integers(1, 60)), max_size=12))
def test_no_limb_is_lost_or_doubled(drawn: list[tuple[int, int, int]]) -> None:
    parts = [part(limb, first, first + length) for limb, first, length in drawn]
    found = fuse(parts, T_S, S)
    assert sorted(id(p) for c in found for p in c.parts) == sorted(id(p) for p in parts)
    for one in found:
        assert len({p.limb for p in one.parts}) == len(one.parts)
        assert one.first == min(p.burst.first for p in one.parts)
        assert max(T_S[p.burst.first] for p in one.parts) - T_S[one.first] <= S.fuse_longest_onset_lag_s
