"""The picture of everything that stands still: painted once a zoom, moved with the view, and kept under the playhead.

It has two layers. The ground holds what hangs on the video: traces, bars, flags, gaps. When the view moves it is moved,
and only what came into view is painted. The face is painted over it for each view: ruler, labels, names of lanes.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from annotator.ui.timeline.lanes import Lanes
from annotator.ui.timeline.look import Look, paint_unreached
from annotator.ui.timeline.marks import Layouts
from annotator.ui.timeline.paint_axis import paint_axis, paint_guides, paint_gutter, spaced_ticks
from annotator.ui.timeline.paint_bars import bar_box, movable, paint_flag_row, paint_limb_bars
from annotator.ui.timeline.paint_labels import paint_bar_labels
from annotator.ui.timeline.paint_observed import (
    paint_looked,
    paint_lookers,
    paint_observed,
    paint_reasons,
    paint_veils,
)
from annotator.ui.timeline.paint_traces import column_edges, paint_sound, paint_sound_names, paint_speed
from annotator.ui.timeline.scene import Scene
from annotator.ui.timeline.sheet import Sheet
from annotator.ui.timeline.traces import Traces
from annotator.ui.timeline.viewport import Viewport

# The sides of a hatch's tile.
TILE_PX = 6


@dataclass(frozen=True, eq=False)
class Still:
    """All that the standing picture is made from. `hidden` is the movement being dragged, painted over it instead."""

    scene: Scene
    traces: Traces | None
    view: Viewport
    lanes: Lanes
    look: Look
    clock_start_s: float | None = None
    hidden: int | None = None
    analysed_to_s: float | None = None


class StillLayer:
    """Keeps the standing picture until something in it changes."""

    def __init__(self) -> None:
        self._pixmap: QPixmap | None = None
        self._ground: QPixmap | None = None
        self._still: Still | None = None
        self._gutter: QPixmap | None = None
        self._gutter_key: tuple[object, ...] = ()
        self._layouts = Layouts(1.0)
        self.painted = 0
        self.moved = 0

    def pixmap(self, still: Still, size: QSize) -> QPixmap:
        """The standing picture, painted anew only where it differs from the last one asked for."""
        kept, pixmap, look = self._still, self._pixmap, still.look
        if pixmap is None or pixmap.deviceIndependentSize().toSize() != size or pixmap.devicePixelRatio() != look.dpr:
            kept = None
            pixmap, self._ground = _blank(size, look), _blank(size, look)
        if kept is not None and _same_ground(kept, still) and _face(kept) == _face(still):
            return pixmap
        assert self._ground is not None
        self._renew_ground(self._ground, kept, still)
        painter = QPainter(pixmap)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawPixmap(QPointF(0, 0), self._ground)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        paint_face(painter, still, self._layouts)
        painter.drawPixmap(QPointF(0, 0), self._gutter_pixmap(still, size.height()))
        painter.end()
        self._pixmap, self._still = pixmap, still
        self.painted += 1
        return pixmap

    def forget(self) -> None:
        """The next picture is painted anew."""
        self._pixmap = self._gutter = self._still = None

    def _renew_ground(self, ground: QPixmap, kept: Still | None, still: Still) -> None:
        sheet = Sheet.of(still.view)
        if kept is None or kept.scene is not still.scene or sheet.px_per_s != self._layouts.px_per_s:
            self._layouts = Layouts(sheet.px_per_s)
        stretch = sheet
        if kept is not None and _same_ground(kept, still, at_any_time=True):
            before = Sheet.of(kept.view)
            if before == sheet:
                return
            if before.px_per_s == sheet.px_per_s and movable(still.scene, sheet, self._layouts):
                stretch = self._move(ground, before, sheet, still)
        surface = still.look.color("surface")
        if stretch is sheet:
            ground.fill(surface)
        painter = QPainter(ground)
        area = QRectF(stretch.left_px, 0, stretch.width_px, ground.deviceIndependentSize().height())
        painter.setClipRect(area)
        painter.fillRect(area, surface)
        paint_ground(painter, still, stretch, self._layouts)
        painter.end()

    def _move(self, ground: QPixmap, before: Sheet, sheet: Sheet, still: Still) -> Sheet:
        """Moves the ground, and gives back the stretch that came into view; all of it where it cannot be moved."""
        dpr, by = still.look.dpr, before.shift_px - sheet.shift_px
        # Between whole scales a pixel is not always a whole number of the screen's: the seam would show.
        if abs(by) >= sheet.width_px or not (dpr.is_integer() and sheet.width_px.is_integer()):
            return sheet
        self.moved += 1
        area = QRect(round(sheet.left_px * dpr), 0, round(sheet.width_px * dpr), ground.height())
        ground.scroll(round(by * dpr), 0, area)
        return (
            sheet.part(sheet.left_px, sheet.left_px + by) if by > 0 else sheet.part(sheet.right_px + by, sheet.right_px)
        )

    def _gutter_pixmap(self, still: Still, height: int) -> QPixmap:
        """The names, which stay while the view moves."""
        look = still.look
        key = (still.scene, still.lanes, still.view.left_px, height, look.theme.dark, look.font.toString(), look.dpr)
        if self._gutter is None or key != self._gutter_key:
            self._gutter = _blank(QSize(round(still.view.left_px), height), look)
            painter = QPainter(self._gutter)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_gutter(painter, still.lanes, still.scene, still.view, look)
            painter.end()
            self._gutter_key = key
        return self._gutter


def _blank(size: QSize, look: Look) -> QPixmap:
    pixmap = QPixmap(round(size.width() * look.dpr), round(size.height() * look.dpr))
    pixmap.setDevicePixelRatio(look.dpr)
    pixmap.fill(look.color("surface"))
    return pixmap


def _same_ground(one: Still, other: Still, at_any_time: bool = False) -> bool:
    """Whether two have the same ground; `at_any_time` wherever in the video they begin."""
    if one.scene is not other.scene or one.traces is not other.traces:
        return False
    a, b = one.look, other.look
    return (
        (at_any_time or one.view == other.view)
        and (one.view.left_px, one.view.width_px) == (other.view.left_px, other.view.width_px)
        and (one.lanes, one.hidden, one.clock_start_s) == (other.lanes, other.hidden, other.clock_start_s)
        and (a.theme.dark, a.small_key, a.dpr) == (b.theme.dark, b.small_key, b.dpr)
    )


def _face(still: Still) -> tuple[object, ...]:
    """What only the face is painted from."""
    return (still.analysed_to_s,)


def paint_ground(painter: QPainter, still: Still, sheet: Sheet, layouts: Layouts) -> None:
    """Paints a stretch of all lanes."""
    scene, lanes, look, traces = still.scene, still.lanes, still.look, still.traces
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # Hatches hang on the video as well.
    tile = round(TILE_PX * look.dpr) / look.dpr
    painter.setBrushOrigin(QPointF(-(sheet.shift_px % tile), 0))
    limbs = lanes.of("limb")
    paint_veils(painter, limbs, sheet, scene, look, layouts)
    paint_guides(painter, lanes, spaced_ticks(still.view, look, still.clock_start_s).step_s, sheet, look)
    columns = traces.columns(column_edges(sheet, look.dpr)) if traces is not None else None
    for lane in limbs:
        if traces is not None and columns is not None:
            paint_speed(painter, lane, bar_box(lane, look)[0] - 1, sheet, traces, columns, look)
        paint_limb_bars(painter, lane, sheet, scene, look, layouts, still.hidden)
    for lane in lanes.of("flag"):
        paint_flag_row(painter, lane, sheet, scene, look, layouts)
    for lane in lanes.of("observed"):
        paint_observed(painter, lane, sheet, scene, look, layouts)
    for lane in lanes.of("looked"):
        paint_looked(painter, lane, sheet, scene, look, layouts)
    for lane in lanes.of("sound"):
        paint_sound(painter, lane, sheet, traces, scene, look, layouts)


def paint_face(painter: QPainter, still: Still, layouts: Layouts) -> None:
    """Paints what keeps to the view: the ruler, every label, and the veil over what is not analysed yet."""
    scene, view, lanes, look = still.scene, still.view, still.lanes, still.look
    sheet = Sheet.of(view)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(QRectF(view.left_px, 0, view.width_px, lanes.bottom))
    paint_axis(painter, lanes.rows[0], view, look, still.clock_start_s)
    for lane in lanes.of("limb"):
        paint_bar_labels(painter, lane, sheet, scene, look, layouts, still.hidden)
    for lane in lanes.of("observed"):
        paint_reasons(painter, lane, sheet, scene, look, layouts)
    for lane in lanes.of("looked"):
        paint_lookers(painter, lane, sheet, scene, look, layouts)
    for lane in lanes.of("sound"):
        paint_sound_names(painter, lane, sheet, scene, look, layouts)
    if still.analysed_to_s is not None and still.analysed_to_s < view.end_s:
        left, top = max(sheet.x(still.analysed_to_s), view.left_px), lanes.rows[0].bottom
        paint_unreached(painter, QRectF(left, top, view.right_px - left, lanes.bottom - top), look)
    painter.setClipping(False)
