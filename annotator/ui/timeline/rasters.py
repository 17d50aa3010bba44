"""Traces as pictures, made with NumPy: a column a device pixel, so a night costs no more than a second.

A picture holds one byte a pixel: 0 nothing, 1 to `SOLID` the line at that share of its strength, `AREA` the area below.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

Pixels = NDArray[np.uint8]
SOLID: Final = 100
AREA: Final = 101


def bands(upper: NDArray[np.floating], lower: NDArray[np.floating], height: int, *, area: bool = False) -> Pixels:
    """Each column filled from row `upper` down to `lower` (fractions allowed, `(W,)`; NaN for nothing): `(height, W)`.

    The two end rows are as strong as the part of them that is filled, which gives the smooth edge of a drawn line. With
    `area` the rows below are `AREA`.
    """
    empty = np.isnan(upper + lower)
    top = np.minimum(np.maximum(upper, 0), height)
    bottom = np.minimum(np.maximum(lower, 0), height)
    top[empty] = bottom[empty] = height
    rows = np.arange(height, dtype=np.int16)[:, None]
    first, last = np.ceil(top).astype(np.int16), np.floor(bottom).astype(np.int16)
    pixels: Pixels = ((rows >= first) & (rows < last)).view(np.uint8) * np.uint8(SOLID)
    if area:
        pixels += (rows >= np.ceil(bottom).astype(np.int16)).view(np.uint8) * np.uint8(AREA)
    above = np.where(last < first, bottom - top, first - top)
    flat = pixels.reshape(-1)
    partly = np.flatnonzero((above > 0) & (first > 0))
    flat[(first[partly].astype(np.intp) - 1) * len(top) + partly] = np.rint(SOLID * above[partly])
    below = bottom - last
    partly = np.flatnonzero((below > 0) & (last < height) & (last >= first))
    flat[last[partly].astype(np.intp) * len(top) + partly] = np.rint(SOLID * below[partly])
    return pixels


def columns_down(tops: NDArray[np.int16], height: int) -> Pixels:
    """Each column filled from row `tops` `(W,)` to the foot: `(height, W)`."""
    rows = np.arange(height, dtype=np.int16)[:, None]
    pixels: Pixels = (rows >= tops).view(np.uint8) * np.uint8(SOLID)
    return pixels


def as_image(pixels: Pixels, line: QColor, area: QColor, dpr: float) -> QImage:
    """A picture to draw at once, with its own copy of the pixels."""
    height, width = pixels.shape
    pixels = np.ascontiguousarray(pixels)
    image = QImage(pixels.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(_colors(line.rgba(), area.rgba()))
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(dpr)
    return image


@lru_cache(maxsize=64)
def _colors(line: int, area: int) -> list[int]:
    strength, plain = line >> 24, line & 0xFFFFFF
    return [(round(strength * level / SOLID) << 24) | plain for level in range(SOLID + 1)] + [area]
