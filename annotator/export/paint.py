"""Light drawing straight onto luma and chroma planes, touching only the pixels concerned.

All places are in luma pixels. Chroma is half as fine, so coloured shapes are drawn there at half size.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from annotator.export.colours import Rgb
from annotator.export.lettering import Mask
from annotator.export.planes import Plane, Planes
from annotator.video._cv import load_cv2

Points = npt.NDArray[np.float64]


def box(planes: Planes, left: int, top: int, right: int, bottom: int, colour: Rgb) -> None:
    """Fills a rectangle; right and bottom are excluded; what lies outside the picture is left out."""
    left, right = max(left, 0), min(right, planes.width)
    top, bottom = max(top, 0), min(bottom, planes.height)
    if left >= right or top >= bottom:
        return
    planes.y[top:bottom, left:right] = colour[0]
    for plane, value in ((planes.u, colour[1]), (planes.v, colour[2])):
        plane[top // 2 : (bottom + 1) // 2, left // 2 : (right + 1) // 2] = value


def write(planes: Planes, mask: Mask, left: int, top: int, colour: Rgb) -> None:
    """Blends text (see `lettering`) in `colour`."""
    left, top = left // 2 * 2, top // 2 * 2
    height, width = min(mask.shape[0], planes.height - top), min(mask.shape[1], planes.width - left)
    if height <= 0 or width <= 0 or left < 0 or top < 0:
        return
    cover = mask[:height, :width]
    _blend(planes.y[top : top + height, left : left + width], cover, colour[0])
    for plane, value in ((planes.u, colour[1]), (planes.v, colour[2])):
        target = plane[top // 2 : (top + height) // 2, left // 2 : (left + width) // 2]
        _blend(target, cover[::2, ::2][: target.shape[0], : target.shape[1]], value)


class Sheets:
    """Memory that overlays on pictures of one size are gathered in: getting it anew for each frame would take longer than
    drawing."""

    def __init__(self, width: int, height: int) -> None:
        self.luma = np.empty((2, height, width), dtype=np.uint8)
        self.chroma = np.empty((3, height // 2, width // 2), dtype=np.uint8)


class Overlay:
    """Lines and tinted areas over one part of a picture, gathered first and blended in once.

    A later shape lies over an earlier one. Points are `(n, 2)` in luma pixels. `sheets` serve one overlay at a time.
    """

    def __init__(self, planes: Planes, points: Points, margin: int, sheets: Sheets) -> None:
        self._area = _area(points, margin, planes)
        if self._area is None:
            return
        left, top, right, bottom = self._area
        size, half = (bottom - top, right - left), ((bottom - top) // 2, (right - left) // 2)
        self._origin = np.array([left, top], dtype=np.float64)
        self._luma = sheets.luma[:, : size[0], : size[1]]
        self._chroma = sheets.chroma[:, : half[0], : half[1]]
        self._luma[:], self._chroma[:] = 0, 0
        self._target = planes.y[top:bottom, left:right]
        parts = (slice(top // 2, bottom // 2), slice(left // 2, right // 2))
        self._targets = planes.u[parts], planes.v[parts]

    def line(self, points: Points, colour: Rgb, thickness: int, strength: float) -> None:
        """A polyline of which `strength` (0 to 1) covers the picture."""
        if self._area is None:
            return
        cv2 = load_cv2()
        path = _path(points - self._origin)
        cv2.polylines(self._luma[0], [path], False, round(255 * strength), thickness, cv2.LINE_AA, 3)
        cv2.polylines(self._luma[1], [path], False, colour[0], thickness + 2, cv2.LINE_8, 3)
        self._colour(points, colour, max(thickness // 2, 1), strength)

    def tint(self, points: Points, colour: Rgb, thickness: int, strength: float) -> None:
        """Colours a thick polyline's area without touching its luma, so that the picture's detail stays as it is."""
        if self._area is not None:
            self._colour(points, colour, max(thickness // 2, 1), strength)

    def blend(self) -> None:
        """Puts it all into the picture."""
        if self._area is None:
            return
        _blend(self._target, self._luma[0], self._luma[1])
        for target, values in zip(self._targets, self._chroma[1:], strict=True):
            _blend(target, self._chroma[0], values)

    def _colour(self, points: Points, colour: Rgb, thickness: int, strength: float) -> None:
        cv2 = load_cv2()
        path = _path((points - self._origin) / 2)
        for plane, value in zip(self._chroma, (round(255 * strength), colour[1], colour[2]), strict=True):
            cv2.polylines(plane, [path], False, value, thickness, cv2.LINE_8, 3)


def _path(points: Points) -> npt.NDArray[np.int32]:
    """Points for cv2, with its three fractional bits."""
    return np.rint(points * 8).astype(np.int32).reshape(-1, 1, 2)


def _area(points: Points, margin: int, planes: Planes) -> tuple[int, int, int, int] | None:
    """(left, top, right, bottom) around the points, even, inside the picture; None where nothing of it is."""
    low = np.floor(points.min(axis=0) - margin).astype(int) // 2 * 2
    high = (np.ceil(points.max(axis=0) + margin).astype(int) + 1) // 2 * 2
    left, top = max(int(low[0]), 0), max(int(low[1]), 0)
    right, bottom = min(int(high[0]), planes.width), min(int(high[1]), planes.height)
    return None if left >= right or top >= bottom else (left, top, right, bottom)


def _blend(target: Plane, cover: Mask, values: Mask | int) -> None:
    """Moves `target` towards `values` by the share that `cover` (0 to 255) names, in place."""
    cv2 = load_cv2()
    shades = np.full_like(cover, values) if isinstance(values, int) else values
    over = cv2.multiply(shades, cover, scale=1 / 255)
    under = cv2.multiply(target, cv2.bitwise_not(cover), scale=1 / 255)
    cv2.add(over, under, dst=target)
