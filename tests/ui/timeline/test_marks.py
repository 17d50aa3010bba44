from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.timeline.marks import NARROWEST_PX, Layout, Marks, draw_plan, spaced
from annotator.ui.timeline.sheet import Sheet
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


@given(rows(), st.floats(0.001, 10.0), st.sampled_from([1.0, 4.0]))
def test_every_mark_is_drawn_or_counted_once(spans: list[Row], px_per_s: float, column_px: float) -> None:
    layout = Layout.of(Marks.of(spans), px_per_s, column_px)
    assert len(layout.single) + int(layout.counts.sum()) == len(spans)
    assert np.all(layout.right - layout.left >= NARROWEST_PX - 1e-6)
    assert len(layout.columns) == len(layout.counts) == len(np.unique(layout.columns))
    assert np.all(layout.counts > 0)


@given(rows(), st.floats(0.0, 1.0), st.floats(0.001, 1.0))
def test_what_reaches_into_a_view_is_found(spans: list[Row], start: float, span: float) -> None:
    marks = Marks.of(spans)
    view = Viewport.whole(1100.0, 50, 400).showing(start * 1100, span * 1100).on_pixels()
    layout, sheet = Layout.of(marks, view.px_per_s), Sheet.of(view)
    plan = layout.within(sheet)
    left, right = layout.left - sheet.shift_px, layout.right - sheet.shift_px
    seen = (right >= sheet.left_px) & (left <= sheet.right_px)
    assert set(layout.single[seen].tolist()) <= set(plan.single.tolist())
    starts = dict(zip(layout.single.tolist(), left.tolist(), strict=True))
    assert [starts[n] for n in plan.single.tolist()] == plan.left.tolist()
    assert np.all(plan.following >= plan.left)


@given(rows(), st.integers(0, 300))
def test_panning_redraws_and_recounts_nothing(spans: list[Row], by_px: int) -> None:
    marks = Marks.of(spans)
    view = Viewport.whole(2000.0, 0, 400).showing(900, 300).on_pixels()
    other = view.panned(by_px / view.px_per_s).on_pixels()
    both = []
    for one in (view, other):
        plan, sheet = draw_plan(marks, one, 4.0), Sheet.of(one)
        lefts, columns = plan.left + sheet.shift_px, plan.columns + sheet.shift_px
        low, high = 310 + Sheet.of(view).shift_px, 390 + Sheet.of(view).shift_px
        drawn = {(n, x) for n, x in zip(plan.single.tolist(), lefts.tolist(), strict=True) if low <= x <= high}
        counted = {(x, n) for x, n in zip(columns.tolist(), plan.counts.tolist(), strict=True) if low <= x <= high}
        both.append((drawn, counted))
    assert both[0] == both[1]


@given(st.lists(st.floats(0, 500), max_size=60), st.floats(0, 500), st.floats(0, 500))
def test_what_is_spaced_does_not_depend_on_the_view(places: list[float], first: float, length: float) -> None:
    ordered = np.sort(np.array(places, np.float64))
    everything = spaced(ordered, -1.0, 1e9, 12.0)
    taken = ordered[everything]
    assert np.all(np.diff(taken) >= 12.0)
    inside = [n for n in everything if first <= ordered[n] <= first + length]
    assert spaced(ordered, first, first + length, 12.0) == inside


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
