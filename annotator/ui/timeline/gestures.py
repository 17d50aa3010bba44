"""What a pressed mouse button does until it is let go: scrub, pan, choose a span, drag an edge."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document
from annotator.ui.timeline.edges import Edge, placed_edge
from annotator.ui.timeline.scene import Scene, Shown
from annotator.ui.timeline.viewport import Viewport

# A press that moves less than this is a click.
CLICK_PX = 4.0


class Host(Protocol):
    """What a gesture may ask of the view it happens in."""

    document: Document
    clock: PlaybackClock

    @property
    def scene(self) -> Scene: ...
    @property
    def viewport(self) -> Viewport: ...
    def set_viewport(self, viewport: Viewport) -> None: ...
    def show_dragged(self, dragged: tuple[Shown, Edge] | None) -> None: ...
    def retime(self, shown: Shown, edge: Edge, seconds: float) -> bool: ...


class Gesture(Protocol):
    """One press, from its first move to its end."""

    def move(self, x: float) -> None:
        """The pointer is at `x` now."""

    def finish(self) -> None:
        """The button was let go."""

    def cancel(self) -> None:
        """Escape was pressed: everything is as before."""


class Scrub:
    """The playhead follows the pointer. After a click on a mark it first stays within the mark."""

    def __init__(self, host: Host, x: float, within: tuple[float, float] | None = None) -> None:
        self._host, self._from_x, self._moved = host, x, False
        self._before_s = host.clock.target_s
        seconds = host.viewport.seconds_within(x)
        if within is not None:
            seconds = min(max(seconds, within[0]), within[1])
        host.clock.request_play(False)
        host.clock.seek(seconds)

    def move(self, x: float) -> None:
        self._moved = self._moved or abs(x - self._from_x) >= CLICK_PX
        if self._moved:
            self._host.clock.seek(self._host.viewport.seconds_within(x))

    def finish(self) -> None:
        pass

    def cancel(self) -> None:
        self._host.clock.seek(self._before_s)


class Pan:
    """The view is dragged along."""

    def __init__(self, host: Host, x: float) -> None:
        self._host, self._from_x, self._before = host, x, host.viewport

    def move(self, x: float) -> None:
        self._host.set_viewport(self._before.panned((self._from_x - x) / self._before.px_per_s))

    def finish(self) -> None:
        pass

    def cancel(self) -> None:
        self._host.set_viewport(self._before)


class ChooseSpan:
    """A free span is drawn out, from frame to frame: for adding a movement or saying "looked here"."""

    def __init__(self, host: Host, x: float) -> None:
        self._host, self._before = host, host.document.selection
        self._from_x, self._from_s = x, host.clock.snap(host.viewport.seconds_within(x))

    def move(self, x: float) -> None:
        if abs(x - self._from_x) >= CLICK_PX:
            seconds = self._host.clock.snap(self._host.viewport.seconds_within(x))
            if seconds != self._from_s:
                self._host.document.select_span(self._from_s, seconds)

    def finish(self) -> None:
        pass

    def cancel(self) -> None:
        before = self._before
        if before.movement is not None:
            self._host.document.select_movement(before.movement)
        elif before.span is not None:
            self._host.document.select_span(*before.span)
        else:
            self._host.document.clear_selection()


class DragEdge:
    """An edge follows the pointer from frame to frame, the picture with it; letting go makes it one edit."""

    def __init__(self, host: Host, x: float, shown: Shown, edge: Edge) -> None:
        self._host, self._shown, self._edge, self._now = host, shown, edge, shown
        at = shown.onset_s if edge == "onset" else shown.offset_s
        self._grip_px = x - host.viewport.x(at)
        self._before_s = host.clock.target_s
        host.clock.request_play(False)
        host.document.select_movement(shown.id)
        host.show_dragged((shown, edge))

    @property
    def _at_s(self) -> float:
        return self._now.onset_s if self._edge == "onset" else self._now.offset_s

    def move(self, x: float) -> None:
        host = self._host
        wanted = host.viewport.seconds(x - self._grip_px)
        at = placed_edge(host.scene, host.clock, self._shown, self._edge, wanted)
        if at == self._at_s:
            return
        self._now = replace(self._shown, onset_s=at) if self._edge == "onset" else replace(self._shown, offset_s=at)
        host.show_dragged((self._now, self._edge))
        host.clock.seek(at)

    def finish(self) -> None:
        self._host.show_dragged(None)
        if self._now is not self._shown:
            self._host.retime(self._shown, self._edge, self._at_s)

    def cancel(self) -> None:
        self._host.show_dragged(None)
        self._host.clock.seek(self._before_s)
