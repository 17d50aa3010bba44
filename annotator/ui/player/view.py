"""Where the picture lies on the canvas: zoom, pan, rotation and mirror as one frozen value.

The view never touches the frames: what is turned here is only how they are looked at.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

LARGEST_ZOOM: Final = 32.0


@dataclass(frozen=True, slots=True)
class View:
    """`zoom` 1 fits the whole picture; `centre_x`, `centre_y` are the point in the canvas's middle, as fractions of the
    picture as it is shown (turned and mirrored); `quarter_turns` clockwise, then `mirrored` left to right."""

    zoom: float = 1.0
    centre_x: float = 0.5
    centre_y: float = 0.5
    quarter_turns: int = 0
    mirrored: bool = False

    def shown_size(self, picture: QSizeF) -> QSizeF:
        """The picture's size after turning."""
        return picture.transposed() if self.quarter_turns % 2 else picture

    def scale(self, picture: QSizeF, canvas: QSizeF) -> float:
        """Canvas pixels a picture pixel."""
        shown = self.shown_size(picture)
        if shown.isEmpty() or canvas.isEmpty():
            return 1.0
        return self.zoom * min(canvas.width() / shown.width(), canvas.height() / shown.height())

    def rect(self, picture: QSizeF, canvas: QSizeF) -> QRectF:
        """Where the whole picture lies on the canvas; at zoom 1 on whole pixels, so that it need not be resampled."""
        shown, scale = self.shown_size(picture), self.scale(picture, canvas)
        width, height = shown.width() * scale, shown.height() * scale
        left = canvas.width() / 2.0 - self.centre_x * width
        top = canvas.height() / 2.0 - self.centre_y * height
        if self.zoom == 1.0:
            left, top, width, height = (float(round(v)) for v in (left, top, width, height))
        return QRectF(left, top, max(width, 1.0), max(height, 1.0))

    def transform(self, picture: QSizeF, canvas: QSizeF) -> QTransform:
        """Maps displayed picture pixels to canvas pixels."""
        rect = self.rect(picture, canvas)
        shown = self.shown_size(picture)
        result = QTransform()
        result.translate(rect.x(), rect.y())
        result.scale(rect.width() / max(shown.width(), 1.0), rect.height() / max(shown.height(), 1.0))
        if self.mirrored:
            result.translate(shown.width(), 0.0)
            result.scale(-1.0, 1.0)
        turns = self.quarter_turns % 4
        if turns == 1:
            result.translate(shown.width(), 0.0)
        elif turns == 2:
            result.translate(shown.width(), shown.height())
        elif turns == 3:
            result.translate(0.0, shown.height())
        result.rotate(90.0 * turns)
        return result

    def zoomed(self, factor: float, at: QPointF, picture: QSizeF, canvas: QSizeF) -> View:
        """Zooms so that the point of the picture under `at` (canvas pixels) stays there."""
        zoom = min(max(self.zoom * factor, 1.0), LARGEST_ZOOM)
        before = self.rect(picture, canvas)
        x = (at.x() - before.x()) / before.width()
        y = (at.y() - before.y()) / before.height()
        after = replace(self, zoom=zoom).rect(picture, canvas)
        centre_x = x + (canvas.width() / 2.0 - at.x()) / after.width()
        centre_y = y + (canvas.height() / 2.0 - at.y()) / after.height()
        return replace(self, zoom=zoom, centre_x=centre_x, centre_y=centre_y).clamped(picture, canvas)

    def panned(self, dx: float, dy: float, picture: QSizeF, canvas: QSizeF) -> View:
        """Moves the picture by so many canvas pixels, as far as it reaches."""
        rect = self.rect(picture, canvas)
        moved = replace(self, centre_x=self.centre_x - dx / rect.width(), centre_y=self.centre_y - dy / rect.height())
        return moved.clamped(picture, canvas)

    def clamped(self, picture: QSizeF, canvas: QSizeF) -> View:
        """Keeps the picture over the canvas: centred along a side that it does not fill."""
        rect = self.rect(picture, canvas)

        def within(centre: float, canvas_px: float, picture_px: float) -> float:
            half = canvas_px / (2.0 * picture_px)
            return 0.5 if half >= 0.5 else min(max(centre, half), 1.0 - half)

        return replace(
            self,
            centre_x=within(self.centre_x, canvas.width(), rect.width()),
            centre_y=within(self.centre_y, canvas.height(), rect.height()),
        )

    def turned(self) -> View:
        """A quarter turn clockwise as it is seen, fitted."""
        step = -1 if self.mirrored else 1
        return replace(self, quarter_turns=(self.quarter_turns + step) % 4, zoom=1.0, centre_x=0.5, centre_y=0.5)

    def flipped(self) -> View:
        """Mirrored left to right, the same part in view."""
        return replace(self, mirrored=not self.mirrored, centre_x=1.0 - self.centre_x)

    def fitted(self) -> View:
        """The whole picture in view."""
        return replace(self, zoom=1.0, centre_x=0.5, centre_y=0.5)
