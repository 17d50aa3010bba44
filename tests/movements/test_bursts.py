from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from annotator.movements.bursts import Burst, Floats, find_bursts

START, END, GAP_S = 4.0, 2.0, 0.15

levels = st.lists(st.sampled_from([0.0, 1.9, 2.0, 3.0, 4.0, 9.0]), max_size=40).map(lambda one: np.array(one))


@st.composite
def films(draw: st.DrawFn) -> tuple[Floats, Floats]:
    """Levels and uneven times; nothing has changed at the first frame."""
    level = draw(levels)
    level[:1] = 0.0
    gaps = draw(st.lists(st.sampled_from([0.02, 0.04, 0.1, 0.2]), min_size=len(level), max_size=len(level)))
    return level, np.cumsum(np.array(gaps))


def oracle(level: Floats, t_s: Floats) -> list[Burst]:
    """The same said slowly: frame by frame."""
    found: list[Burst] = []
    n = 0
    while n < len(level):
        if level[n] < END:
            n += 1
            continue
        stop = n
        while stop < len(level) and level[stop] >= END:
            stop += 1
        if max(level[n:stop]) >= START:
            if found and t_s[n - 1] - t_s[found[-1].last] <= GAP_S:
                found[-1] = Burst(found[-1].first, stop - 1)
            else:
                found.append(Burst(n - 1, stop - 1))
        n = stop
    return found


@given(films())
def test_as_the_oracle_says(film: tuple[Floats, Floats]) -> None:
    level, t_s = film
    assert find_bursts(level, t_s, START, END, GAP_S) == oracle(level, t_s)


@given(films())
def test_what_a_burst_is(film: tuple[Floats, Floats]) -> None:
    level, t_s = film
    bursts = find_bursts(level, t_s, START, END, GAP_S)
    for burst in bursts:
        changes = level[burst.first + 1 : burst.last + 1]
        assert changes.max() >= START
        assert changes[0] >= END
        assert changes[-1] >= END
    for one, two in pairwise(bursts):
        assert t_s[two.first] - t_s[one.last] > GAP_S
    covered = np.zeros(len(level), np.bool_)
    for burst in bursts:
        covered[burst.first + 1 : burst.last + 1] = True
    assert (level[~covered] < START).all()


@given(films())
def test_a_higher_start_never_finds_what_a_lower_one_did_not(film: tuple[Floats, Floats]) -> None:
    level, t_s = film
    low, high = (find_bursts(level, t_s, start, END, 0.0) for start in (START, 2 * START))
    assert set(high) <= set(low)


def test_by_hand() -> None:
    level = np.array([0.0, 1, 1, 3, 5, 3, 1, 1, 1, 1, 3, 1, 1, 5, 1])
    t_s = np.arange(15.0) / 10
    assert find_bursts(level, t_s, START, END, 0.101) == [Burst(2, 5), Burst(12, 13)]
    assert find_bursts(level, t_s, START, END, 0.71) == [Burst(2, 13)]


def test_nothing_at_all() -> None:
    assert find_bursts(np.zeros(0), np.zeros(0), START, END, GAP_S) == []
    assert find_bursts(np.full(5, np.nan), np.arange(5.0), START, END, GAP_S) == []
