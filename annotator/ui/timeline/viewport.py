"""Which part of the video lies where on the screen: the one place where seconds become pixels and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

# Closer than this a frame of a 30 Hz video is wider than the whole view.
SHORTEST_SPAN_S: Final = 0.1
# A selection zoomed to keeps this share of its length free on either side, so that its surroundings stay visible.
SELECTION_MARGIN: Final = 0.35

Place = TypeVar("Place", float, NDArray[np.float64])


@dataclass(frozen=True, slots=True)
class Viewport:
    """`span_s` seconds from `start_s` shown on `width_px` pixels from `left_px`, never beyond [0, `duration_s`].

    Made by `Viewport.whole`; every other method gives a new one that keeps within the video.
    """

    duration_s: float
    start_s: float
    span_s: float
    left_px: float
    width_px: float

    @classmethod
    def whole(cls, duration_s: float, left_px: float = 0.0, width_px: float = 1.0) -> Viewport:
        """The whole video."""
        duration_s = max(duration_s, SHORTEST_SPAN_S)
        return cls(duration_s, 0.0, duration_s, left_px, max(width_px, 1.0))

    @property
    def end_s(self) -> float:
        """The last second shown."""
        return self.start_s + self.span_s

    @property
    def right_px(self) -> float:
        """Where the view ends."""
        return self.left_px + self.width_px

    @property
    def px_per_s(self) -> float:
        """Pixels a second."""
        return self.width_px / self.span_s

    @property
    def is_whole(self) -> bool:
        """Whether the whole video is shown."""
        return self.span_s >= self.duration_s

    def x(self, seconds: Place) -> Place:
        """Where a time (or an array of times) lies, in pixels; beyond the view's edges where it is not shown."""
        return self.left_px + (seconds - self.start_s) * self.px_per_s

    def seconds(self, x: Place) -> Place:
        """The time at a pixel (or at an array of pixels), also beyond the view's edges."""
        return self.start_s + (x - self.left_px) / self.px_per_s

    def seconds_within(self, x: float) -> float:
        """The time at a pixel, kept within the video."""
        return min(max(self.seconds(x), 0.0), self.duration_s)

    def contains(self, seconds: float) -> bool:
        """Whether a time is shown."""
        return self.start_s <= seconds <= self.end_s

    def placed(self, left_px: float, width_px: float) -> Viewport:
        """The same seconds on another stretch of pixels."""
        return replace(self, left_px=left_px, width_px=max(width_px, 1.0))

    def showing(self, start_s: float, span_s: float) -> Viewport:
        """Another part of the video; the span is kept before the start where both cannot be had."""
        span_s = min(max(span_s, min(SHORTEST_SPAN_S, self.duration_s)), self.duration_s)
        return replace(self, start_s=min(max(start_s, 0.0), self.duration_s - span_s), span_s=span_s)

    def on_pixels(self) -> Viewport:
        """The same view, begun at a whole pixel of the video: what is painted, up to half a pixel beside what was asked."""
        return replace(self, start_s=floor(self.start_s * self.px_per_s + 0.5) / self.px_per_s)

    def zoomed(self, factor: float, about_s: float) -> Viewport:
        """`factor` times closer. `about_s` keeps its pixel, unless the video's start or end stands in the way."""
        span_s = min(max(self.span_s / factor, min(SHORTEST_SPAN_S, self.duration_s)), self.duration_s)
        share = (about_s - self.start_s) / self.span_s
        return self.showing(about_s - share * span_s, span_s)

    def panned(self, seconds: float) -> Viewport:
        """Later by `seconds`, earlier where negative."""
        return self.showing(self.start_s + seconds, self.span_s)

    def fitted(self) -> Viewport:
        """The whole video on the same pixels."""
        return self.showing(0.0, self.duration_s)

    def around(self, start_s: float, end_s: float, margin: float = SELECTION_MARGIN) -> Viewport:
        """A span with a margin on both sides. A span without length gets a second around it."""
        length = max(end_s - start_s, 0.5)
        middle = (start_s + end_s) / 2
        span_s = length * (1 + 2 * margin)
        return self.showing(middle - span_s / 2, span_s)

    def revealing(self, start_s: float, end_s: float) -> Viewport:
        """The same zoom, moved just far enough that a span is in view; its start wins where it does not fit."""
        margin = 0.05 * self.span_s
        if start_s >= self.start_s and end_s <= self.end_s:
            return self
        if end_s - start_s > self.span_s - 2 * margin or start_s < self.start_s:
            return self.showing(start_s - margin, self.span_s)
        return self.showing(end_s + margin - self.span_s, self.span_s)
