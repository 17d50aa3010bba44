from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.timeline.viewport import SHORTEST_SPAN_S, Viewport

durations = st.floats(1.0, 100_000.0)
shares = st.floats(0.0, 1.0)
factors = st.floats(1.0, 50.0)


@st.composite
def views(draw: st.DrawFn) -> Viewport:
    whole = Viewport.whole(draw(durations), draw(st.floats(0, 200)), draw(st.floats(50, 4000)))
    return whole.showing(draw(shares) * whole.duration_s, draw(shares) * whole.duration_s)


@given(views(), shares)
def test_a_pixel_and_its_time_belong_together(view: Viewport, share: float) -> None:
    x = view.left_px + share * view.width_px
    assert view.x(view.seconds(x)) == pytest.approx(x, abs=1e-3)


@given(views(), shares, factors)
def test_zooming_in_keeps_the_time_under_the_cursor(view: Viewport, share: float, factor: float) -> None:
    x = view.left_px + share * view.width_px
    about = view.seconds(x)
    closer = view.zoomed(factor, about)
    assert closer.span_s <= view.span_s + 1e-9
    assert abs(closer.x(about) - x) < 0.01


@given(views(), shares, factors)
def test_zooming_out_keeps_it_unless_an_end_of_the_video_is_in_the_way(
    view: Viewport, share: float, factor: float
) -> None:
    x = view.left_px + share * view.width_px
    about = view.seconds(x)
    further = view.zoomed(1 / factor, about)
    at_an_end = further.start_s <= 1e-9 or further.end_s >= further.duration_s - 1e-9
    assert at_an_end or abs(further.x(about) - x) < 0.01


@given(views(), st.floats(-1e6, 1e6), factors)
def test_the_view_never_leaves_the_video(view: Viewport, by: float, factor: float) -> None:
    for other in (view.panned(by), view.zoomed(factor, by), view.zoomed(1 / factor, by), view.around(by, by + 3)):
        assert other.start_s >= 0
        assert other.end_s <= other.duration_s + 1e-6
        assert min(SHORTEST_SPAN_S, other.duration_s) - 1e-9 <= other.span_s <= other.duration_s + 1e-9


@given(views(), shares, st.floats(0.0, 20.0))
def test_revealing_keeps_the_zoom_and_shows_what_fits(view: Viewport, share: float, length: float) -> None:
    start = share * view.duration_s
    end = min(start + length, view.duration_s)
    shown = view.revealing(start, end)
    assert shown.span_s == view.span_s
    assert shown.start_s <= start + 1e-6
    if end - start <= 0.9 * view.span_s:
        assert shown.end_s >= end - 1e-6


def test_zooming_to_a_selection_leaves_room_around_it() -> None:
    view = Viewport.whole(100.0, 0, 1000).around(40.0, 42.0)
    assert view.start_s < 40.0 < 42.0 < view.end_s
    assert view.span_s < 5.0


def test_fitting_shows_everything() -> None:
    view = Viewport.whole(100.0, 10, 1000).showing(30, 5)
    assert not view.is_whole
    assert view.fitted().is_whole
    assert view.fitted().x(100.0) == view.right_px
