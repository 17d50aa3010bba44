"""Where the picture lies: zoom keeps the point under the cursor, turning and mirroring map corners to corners."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from annotator.ui.player.view import LARGEST_ZOOM, View

SIDES = st.integers(40, 4000)
SIZES = st.builds(QSizeF, SIDES, SIDES)
VIEWS = st.builds(
    View,
    zoom=st.floats(1.0, LARGEST_ZOOM),
    centre_x=st.floats(0.0, 1.0),
    centre_y=st.floats(0.0, 1.0),
    quarter_turns=st.integers(0, 3),
    mirrored=st.booleans(),
)
FRACTIONS = st.floats(0.0, 1.0)


@given(VIEWS, SIZES, SIZES)
def test_a_clamped_view_leaves_no_gap_that_it_need_not(view: View, picture: QSizeF, canvas: QSizeF) -> None:
    clamped = view.clamped(picture, canvas)
    rect = clamped.rect(picture, canvas)
    for low, high, room in ((rect.left(), rect.right(), canvas.width()), (rect.top(), rect.bottom(), canvas.height())):
        if high - low >= room + 1:
            assert low <= 0.5
            assert high >= room - 0.5
        else:
            assert low + high == pytest.approx(room, abs=2.0)


@given(VIEWS, SIZES, SIZES, FRACTIONS, FRACTIONS)
def test_zooming_in_keeps_what_is_under_the_cursor(
    view: View, picture: QSizeF, canvas: QSizeF, x: float, y: float
) -> None:
    view = view.clamped(picture, canvas)
    shown = view.rect(picture, canvas)
    if view.zoom <= 1.0 or shown.width() < canvas.width() or shown.height() < canvas.height():
        return
    at = QPointF(x * canvas.width(), y * canvas.height())
    before = view.transform(picture, canvas).inverted()[0].map(at)
    zoomed = view.zoomed(1.25, at, picture, canvas)
    after = zoomed.transform(picture, canvas).map(before)
    assert (after - at).manhattanLength() < 0.01 * (canvas.width() + canvas.height())


@given(VIEWS, SIZES, SIZES)
def test_the_transform_fills_the_rectangle(view: View, picture: QSizeF, canvas: QSizeF) -> None:
    rect = view.rect(picture, canvas)
    mapped = view.transform(picture, canvas).mapRect(QRectF(QPointF(), picture))
    for a, b in ((mapped.left(), rect.left()), (mapped.right(), rect.right()), (mapped.bottom(), rect.bottom())):
        assert a == pytest.approx(b, abs=1e-6 * (1 + abs(b)) + 1e-3)


@pytest.mark.parametrize(
    ("view", "corner"),
    [
        (View(), (0, 0)),
        (View(quarter_turns=1), (100, 0)),
        (View(quarter_turns=2), (200, 100)),
        (View(quarter_turns=3), (0, 200)),
        (View(mirrored=True), (200, 0)),
        (View(quarter_turns=1, mirrored=True), (0, 0)),
    ],
)
def test_the_first_corner_goes_where_it_should(view: View, corner: tuple[int, int]) -> None:
    picture = QSizeF(200, 100)
    at = view.transform(picture, view.shown_size(picture)).map(QPointF(0, 0))
    assert (at.x(), at.y()) == pytest.approx(corner)


def test_four_turns_and_two_flips_are_none_whichever_way_it_is_seen() -> None:
    for view in (View(), View(mirrored=True)):
        turned = view
        for _ in range(4):
            turned = turned.turned()
        assert turned == view
        assert view.flipped().flipped() == view
    seen = View(mirrored=True).turned()
    assert seen.transform(QSizeF(10, 10), QSizeF(10, 10)).map(QPointF(10, 0)).toTuple() == pytest.approx((10, 0))
