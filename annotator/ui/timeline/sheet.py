"""The video's own pixels, which the standing picture is painted in: moving the view moves them and changes none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor

import numpy as np

from annotator.ui.timeline.viewport import Place, Viewport

# Places are kept to this part of a pixel, exactly: a view that is moved by whole pixels rounds them just the same.
GRID = 64


def on_grid(px: Place) -> Place:
    """A place kept to the grid."""
    kept: Place = np.floor(px * GRID + 0.5) / GRID
    return kept


def whole(px: Place) -> Place:
    """The nearest whole pixel, halves upwards: unlike `round`, the same wherever the view is."""
    nearest: Place = np.floor(px + 0.5)
    return nearest


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is painted from `left_px` to `right_px`, at `px_per_s`. Second s lies at s * `px_per_s` - `shift_px`.

    Made from the view by `Sheet.of`. All views of one zoom differ by whole pixels of `shift_px`, so that a picture that
    is moved is the picture that would be painted.
    """

    px_per_s: float
    shift_px: float
    left_px: float
    right_px: float

    @classmethod
    def of(cls, view: Viewport) -> Sheet:
        """The whole view, on whole pixels."""
        return cls(view.px_per_s, floor(view.start_s * view.px_per_s + 0.5) - view.left_px, view.left_px, view.right_px)

    def part(self, left_px: float, right_px: float) -> Sheet:
        """A stretch of it."""
        return replace(self, left_px=left_px, right_px=right_px)

    @property
    def width_px(self) -> float:
        """How wide the painted stretch is."""
        return self.right_px - self.left_px

    def x(self, seconds: Place) -> Place:
        """Where a time (or an array of times) lies, in pixels."""
        return on_grid(seconds * self.px_per_s) - self.shift_px
