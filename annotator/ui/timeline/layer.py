"""The picture of everything that stands still: painted once a view and kept while the playhead moves over it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from annotator.ui.timeline.lanes import Lanes
from annotator.ui.timeline.look import Look
from annotator.ui.timeline.marks import draw_plan
from annotator.ui.timeline.paint_axis import paint_axis, paint_guides, paint_gutter
from annotator.ui.timeline.paint_bars import COLUMN_PX, bar_box, paint_flag_row, paint_limb_bars
from annotator.ui.timeline.paint_observed import paint_looked, paint_observed, paint_veils
from annotator.ui.timeline.paint_traces import column_edges, paint_sound, paint_speed
from annotator.ui.timeline.scene import Scene
from annotator.ui.timeline.traces import Traces
from annotator.ui.timeline.viewport import Viewport


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
        self._still: Still | None = None
        self._gutter: QPixmap | None = None
        self._gutter_key: tuple[object, ...] = ()
        self.painted = 0

    def pixmap(self, still: Still, size: QSize) -> QPixmap:
        """The standing picture, painted anew only where it differs from the last one asked for."""
        kept = self._still
        same = (
            kept is not None
            and kept.scene is still.scene
            and kept.traces is still.traces
            and _plain(kept) == _plain(still)
        )
        if self._pixmap is None or not same or self._pixmap.deviceIndependentSize().toSize() != size:
            dpr = still.look.dpr
            pixmap = QPixmap(round(size.width() * dpr), round(size.height() * dpr))
            pixmap.setDevicePixelRatio(dpr)
            pixmap.fill(still.look.theme.color("surface"))
            painter = QPainter(pixmap)
            paint_still(painter, still)
            painter.drawPixmap(QPointF(0, 0), self._gutter_pixmap(still, size.height()))
            painter.end()
            self._pixmap, self._still = pixmap, still
            self.painted += 1
        return self._pixmap

    def forget(self) -> None:
        """The next picture is painted anew."""
        self._pixmap = self._gutter = None

    def _gutter_pixmap(self, still: Still, height: int) -> QPixmap:
        """The names, which stay while the view moves."""
        look = still.look
        key = (still.scene, still.lanes, still.view.left_px, height, look.theme.dark, look.font.toString(), look.dpr)
        if self._gutter is None or key != self._gutter_key:
            self._gutter = QPixmap(round(still.view.left_px * look.dpr), round(height * look.dpr))
            self._gutter.setDevicePixelRatio(look.dpr)
            self._gutter.fill(look.theme.color("surface"))
            painter = QPainter(self._gutter)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_gutter(painter, still.lanes, still.scene, still.view, look)
            painter.end()
            self._gutter_key = key
        return self._gutter


def _plain(still: Still) -> tuple[object, ...]:
    """What of a standing picture is compared by value."""
    look = still.look
    return (
        still.view, still.lanes, look.theme.dark, look.font.toString(), look.dpr,
        still.clock_start_s, still.hidden, still.analysed_to_s,
    )  # fmt: skip


def paint_still(painter: QPainter, still: Still) -> None:
    """Paints all lanes."""
    scene, view, lanes, look, traces = still.scene, still.view, still.lanes, still.look, still.traces
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(QRectF(view.left_px, 0, view.width_px, lanes.bottom))
    ticks = paint_axis(painter, lanes.rows[0], view, look, still.clock_start_s)
    limbs = lanes.of("limb")
    paint_veils(painter, limbs, view, scene, look)
    paint_guides(painter, lanes, ticks, view, look)
    plans = {lane.limb: draw_plan(scene.lane(lane.limb), view, COLUMN_PX) for lane in limbs}
    most = max([6, *(int(plan.counts.max(initial=0)) for plan in plans.values())])
    columns = traces.columns(column_edges(view, look.dpr)) if traces is not None else None
    for lane in limbs:
        if traces is not None and columns is not None:
            paint_speed(painter, lane, bar_box(lane, look)[0] - 1, view, traces, columns, look)
        paint_limb_bars(painter, lane, view, scene, look, plans[lane.limb], most, still.hidden)
    for lane in lanes.of("flag"):
        paint_flag_row(painter, lane, view, scene, look)
    for lane in lanes.of("observed"):
        paint_observed(painter, lane, view, scene, look)
    for lane in lanes.of("looked"):
        paint_looked(painter, lane, view, scene, look)
    for lane in lanes.of("sound"):
        paint_sound(painter, lane, view, traces, scene, look)
    if still.analysed_to_s is not None and still.analysed_to_s < view.end_s:
        left = max(view.x(still.analysed_to_s), view.left_px)
        veil = look.theme.color("raised", 0.75)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(QRectF(left, lanes.rows[0].bottom, view.right_px - left, lanes.bottom), veil)
    painter.setClipping(False)
