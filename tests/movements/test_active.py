import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from annotator.movements.active import active_spans
from annotator.settings import MovementSettings

S = MovementSettings()
T_S = np.arange(600) / 10


def in_s(*moving: tuple[float, float]) -> list[tuple[float, float]]:
    """Active spans, in seconds, of movements in seconds."""
    frames = [(round(a * 10), round(b * 10)) for a, b in moving]
    return [(a / 10, b / 10) for a, b in active_spans(T_S, frames, S)]


def test_moving_more_than_half_of_the_time_is_active() -> None:
    assert in_s(*[(t, t + 0.6) for t in range(10, 20)]) == [(10.0, 19.6)]


def test_moving_half_of_the_time_is_not() -> None:
    assert in_s(*[(t, t + 0.4) for t in range(10, 20)]) == []


def test_a_short_bustle_is_not() -> None:
    assert in_s((10.0, 14.9)) == []
    assert in_s((10.0, 15.0)) == [(10.0, 15.0)]


def test_a_span_begins_and_ends_with_movement() -> None:
    assert in_s((10.0, 15.5), (40.0, 41.0)) == [(10.0, 15.5)]


def test_limbs_that_move_at_once_count_once() -> None:
    assert in_s(*[(t, t + 0.4) for t in range(10, 20)], *[(t, t + 0.4) for t in range(10, 20)]) == []


def test_nobody_moves() -> None:
    assert active_spans(T_S, [], S) == []
    assert active_spans(T_S[:1], [(0, 0)], S) == []


@given(st.lists(st.tuples(st.integers(0, 590), st.integers(0, 60)), max_size=25))
def test_what_an_active_span_is(drawn: list[tuple[int, int]]) -> None:
    moving = sorted((first, min(599, first + length)) for first, length in drawn)
    busy = np.zeros(600, np.bool_)
    for first, last in moving:
        busy[first + 1 : last + 1] = True
    spans = active_spans(T_S, moving, S)
    for first, last in spans:
        assert T_S[last] - T_S[first] >= S.active_shortest_s
        assert first in {a for a, _ in moving}
        assert last in {b for _, b in moving}
    # Wherever a limb moved for more than half of five seconds, a span says so.
    for start in range(549):
        if busy[start + 1 : start + 51].sum() > 25:
            middle = [n for n in range(start + 1, start + 51) if busy[n]]
            inside = [n for n in middle if any(a <= n <= b for a, b in spans)]
            assert not spans or inside == middle or _short(moving, middle)


def _short(moving: list[tuple[int, int]], middle: list[int]) -> bool:
    """Whether what moved there, from its start to its end, takes less than an active span must."""
    touching = [(a, b) for a, b in moving if b > middle[0] - 1 and a < middle[-1]]
    return max(b for _, b in touching) - min(a for a, _ in touching) < 50
