from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.timeline.marks import NARROWEST_PX, Marks, draw_plan
from annotator.ui.timeline.viewport import Viewport

Row = tuple[int, float, float]
times = st.floats(0.0, 1000.0)


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    spans = draw(st.lists(st.tuples(times, st.floats(0.0, 80.0)), max_size=60))
    return [(number, start, start + length) for number, (start, length) in enumerate(spans)]


@given(rows(), times, st.floats(0.0, 300.0))
def test_culling_finds_what_brute_force_finds(spans: list[Row], start: float, length: float) -> None:
    marks = Marks.of(spans)
    found = {int(key) for key in marks.key[marks.within(start, start + length)]}
    assert found == {key for key, a, b in spans if a <= start + length and b >= start}


@given(rows(), times, st.floats(0.0, 10.0))
def test_the_mark_at_a_time_is_the_shortest_that_holds_it_or_the_nearest(
    spans: list[Row], at: float, slack: float
) -> None:
    marks = Marks.of(spans)
    found = marks.at(at, slack)
    away = {key: max(a - at, at - b, 0.0) for key, a, b in spans}
    near = {key: d for key, d in away.items() if d <= slack}
    if found is None:
        assert not any(d < slack - 1e-9 for d in near.values())
        return
    key = int(marks.key[found])
    assert away[key] <= min(near.values()) + 1e-9
    if away[key] == 0.0:
        lengths = {k: b - a for k, a, b in spans}
        assert lengths[key] <= min(lengths[k] for k, d in away.items() if d == 0.0) + 1e-9


@given(rows(), st.floats(0.0, 1.0), st.floats(0.001, 1.0), st.sampled_from([1.0, 4.0]))
def test_every_mark_in_view_is_drawn_or_counted_once(
    spans: list[Row], start: float, span: float, column_px: float
) -> None:
    marks = Marks.of(spans)
    view = Viewport.whole(1100.0, 50, 400).showing(start * 1100, span * 1100)
    plan = draw_plan(marks, view, column_px)
    assert len(plan.single) + int(plan.counts.sum()) == len(marks.within(view.start_s, view.end_s))
    assert np.all(plan.right - plan.left >= NARROWEST_PX - 1e-6)
    assert len(plan.columns) == len(plan.counts)
    assert np.all(plan.counts > 0)


@given(rows(), st.floats(0.0, 100.0))
def test_panning_recounts_no_column(spans: list[Row], by: float) -> None:
    marks = Marks.of(spans)
    view = Viewport.whole(2000.0, 0, 400).showing(200, 900)
    counts = []
    for one in (view, view.panned(by)):
        plan = draw_plan(marks, one, 4.0)
        inner = (plan.columns > 30) & (plan.columns < 370)
        numbers = np.rint(plan.columns[inner] / 4.0 + one.start_s * one.px_per_s / 4.0).astype(int).tolist()
        counts.append(dict(zip(numbers, plan.counts[inner].tolist(), strict=True)))
    first, second = counts
    shared = [n for n in first if n in second]
    # Only a mark at the rim of the view may change from counted to drawn, when its neighbour comes into view.
    assert all(abs(first[n] - second[n]) <= 1 for n in shared)


def test_ten_thousand_in_one_place_are_counted() -> None:
    marks = Marks.of((n, 100 + n * 1e-4, 100.05 + n * 1e-4) for n in range(10_000))
    plan = draw_plan(marks, Viewport.whole(28_800, 0, 1000), 4.0)
    assert len(plan.single) == 0
    assert int(plan.counts.sum()) == 10_000
    assert len(plan.counts) == 1


def test_no_marks_at_all() -> None:
    marks = Marks.of(())
    assert len(marks) == 0
    assert len(marks.within(0, 10)) == 0
    assert marks.at(3, 5) is None
    assert marks.index_of(3) is None
    assert len(draw_plan(marks, Viewport.whole(10, 0, 100)).single) == 0
