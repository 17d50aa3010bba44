"""Which way up the picture belongs: reading the display matrix and turning arrays accordingly."""

from __future__ import annotations

import math
from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt

from annotator.video._cv import load_cv2
from annotator.video.info import Orientation

Turn = Literal[0, 90, 180, 270]

_TURNS: Final[tuple[Turn, ...]] = (0, 90, 180, 270)


def from_display_matrix(matrix: bytes) -> Orientation:
    """The orientation that a display matrix asks for, to the nearest quarter turn.

    `matrix` is FFmpeg's AV_FRAME_DATA_DISPLAYMATRIX (nine native int32: a b u, c d v, x y w). It takes the coded pixel
    (p, q), y pointing down, to (a p + c q, b p + d q): with (a, b) = (0, 1) the picture's right side goes down, a turn
    clockwise (FFmpeg's own av_display_rotation_get has the opposite sign). A negative determinant means mirrored.
    A matrix of the wrong size or without a direction gives the upright orientation.
    """
    if len(matrix) != 36:
        return Orientation()
    a, b, _, c, d = (float(value) for value in np.frombuffer(matrix, dtype=np.int32)[:5])
    determinant = a * d - b * c
    if determinant == 0:
        return Orientation()
    mirrored = determinant < 0
    # The matrix is turn x mirror; undoing the mirror negates the image of the horizontal axis.
    across, down = (-a, -b) if mirrored else (a, b)
    quarter_turns = round(math.degrees(math.atan2(down, across)) / 90) % 4
    return Orientation(_TURNS[quarter_turns], mirrored)


def upright(picture: npt.NDArray[Any], orientation: Orientation) -> npt.NDArray[Any]:
    """The picture `(H, W)` or `(H, W, C)` mirrored and turned; contiguous, and itself where nothing is to be done."""
    if orientation == Orientation():
        return picture
    cv2 = load_cv2()
    turned = cv2.flip(picture, 1) if orientation.mirrored else picture
    match orientation.rotation_deg:
        case 90:
            return np.asarray(cv2.rotate(turned, cv2.ROTATE_90_CLOCKWISE))
        case 180:
            return np.asarray(cv2.rotate(turned, cv2.ROTATE_180))
        case 270:
            return np.asarray(cv2.rotate(turned, cv2.ROTATE_90_COUNTERCLOCKWISE))
        case _:
            return np.asarray(turned)
