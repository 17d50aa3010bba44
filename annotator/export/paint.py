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


def line(planes: Planes, points: Points, colour: Rgb, thickness: int, strength: float) -> None:
    """Draws a polyline `(n, 2)` of which `strength` (0 to 1) covers the picture."""
    cv2 = load_cv2()
    area = _area(points, thickness + 2, planes)
    if area is None:
        return
    left, top, right, bottom = area
    target = planes.y[top:bottom, left:right]
    mask = np.zeros(target.shape, dtype=np.uint8)
    path = np.rint((points - (left, top)) * 8).astype(np.int32).reshape(-1, 1, 2)
    cv2.polylines(mask, [path], False, round(255 * strength), thickness, cv2.LINE_AA, 3)
    _blend(target, mask, colour[0])
    small = mask[::2, ::2]
    for plane, value in ((planes.u, colour[1]), (planes.v, colour[2])):
        part = plane[top // 2 : bottom // 2, left // 2 : right // 2]
        _blend(part, small[: part.shape[0], : part.shape[1]], value)


def tint(planes: Planes, points: Points, colour: Rgb, thickness: int, strength: float) -> None:
    """Colours a thick polyline's area without touching its luma, so that the picture's detail stays as it is."""
    cv2 = load_cv2()
    area = _area(points, thickness, planes)
    if area is None:
        return
    left, top, right, bottom = (side // 2 for side in area)
    mask = np.zeros((bottom - top, right - left), dtype=np.uint8)
    path = np.rint((points / 2 - (left, top)) * 8).astype(np.int32).reshape(-1, 1, 2)
    cv2.polylines(mask, [path], False, round(255 * strength), max(thickness // 2, 1), cv2.LINE_8, 3)
    for plane, value in ((planes.u, colour[1]), (planes.v, colour[2])):
        _blend(plane[top:bottom, left:right], mask, value)


def _area(points: Points, margin: int, planes: Planes) -> tuple[int, int, int, int] | None:
    """(left, top, right, bottom) around the points, even, inside the picture; None where nothing of it is."""
    low = np.floor(points.min(axis=0) - margin).astype(int) // 2 * 2
    high = (np.ceil(points.max(axis=0) + margin).astype(int) + 1) // 2 * 2
    left, top = max(int(low[0]), 0), max(int(low[1]), 0)
    right, bottom = min(int(high[0]), planes.width), min(int(high[1]), planes.height)
    return None if left >= right or top >= bottom else (left, top, right, bottom)


def _blend(target: Plane, cover: Mask, value: int) -> None:
    """Moves `target` towards `value` by the share that `cover` (0 to 255) names, in place."""
    wide = target.astype(np.int16)
    wide += ((value - wide) * (cover.astype(np.int16) >> 1) + 64) >> 7
    target[:] = wide.astype(np.uint8)
