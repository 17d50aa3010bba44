"""Traces and counts as pictures, made with NumPy: a column a device pixel, so a night costs no more than a second."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from annotator.ui.timeline.look import rgb

Pixels = NDArray[np.uint32]


def shades(color: QColor) -> NDArray[np.uint32]:
    """The colour at 0 to 255 of its own opacity, premultiplied ARGB `(256,)`."""
    return _shades(color.rgba())


@lru_cache(maxsize=64)
def _shades(argb: int) -> NDArray[np.uint32]:
    color = QColor.fromRgba(argb)
    alpha = np.arange(256) * color.alphaF()
    red, green, blue = (np.rint(alpha * part).astype(np.uint32) for part in rgb(color))
    result: NDArray[np.uint32] = (np.rint(alpha).astype(np.uint32) << 24) | (red << 16) | (green << 8) | blue
    return result


def bands(upper: NDArray[np.floating], lower: NDArray[np.floating], height: int, color: QColor) -> Pixels:
    """Each column filled from row `upper` down to `lower` (fractions allowed, `(W,)`; NaN for nothing): `(height, W)`.

    The two end rows are as opaque as the part of them that is filled, which gives the smooth edge of a drawn line.
    """
    shade = shades(color)
    empty = ~(np.isfinite(upper) & np.isfinite(lower))
    top = np.where(empty, height, np.clip(upper, 0, height))
    bottom = np.where(empty, height, np.clip(lower, 0, height))
    first, last = np.ceil(top).astype(np.intp), np.floor(bottom).astype(np.intp)
    rows = np.arange(height, dtype=np.int16)[:, None]
    within = (rows >= first.astype(np.int16)) & (rows < last.astype(np.int16))
    pixels = np.where(within, shade[255], np.uint32(0))
    columns = np.arange(len(top))
    thin = last < first
    above = np.where(thin, bottom - top, first - top)
    partly = np.flatnonzero((above > 0) & (first > 0))
    pixels[first[partly] - 1, columns[partly]] = shade[np.rint(255 * above[partly]).astype(np.intp)]
    below = bottom - last
    partly = np.flatnonzero((below > 0) & (last < height) & ~thin)
    pixels[last[partly], columns[partly]] = shade[np.rint(255 * below[partly]).astype(np.intp)]
    return pixels


def ridge(upper: NDArray[np.floating], lower: NDArray[np.floating], height: int, line: QColor, area: QColor) -> Pixels:
    """A line between `upper` and `lower` as in `bands`, and the area below it down to the picture's foot."""
    pixels = bands(upper, lower, height, line)
    foot = np.where(np.isfinite(upper) & np.isfinite(lower), np.ceil(lower), height).astype(np.int16)
    rows = np.arange(height, dtype=np.int16)[:, None]
    return np.where(rows >= foot, shades(area)[255], pixels)


def as_image(pixels: Pixels, dpr: float) -> QImage:
    """A picture to draw at once; it holds its own copy of the pixels."""
    pixels = np.ascontiguousarray(pixels, np.uint32)
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied).copy()
    image.setDevicePixelRatio(dpr)
    return image
