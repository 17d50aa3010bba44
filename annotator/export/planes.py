"""Pictures as the encoder wants them: upright, even-sided, 8-bit 4:2:0 planes in limited range.

Most phone video is that already, so its planes are copied and turned and never go through RGB: at 1080p that costs
under a millisecond a frame where the way through RGB and back costs about eight.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter

from annotator.video.info import Orientation, VideoInfo
from annotator.video.orientation import upright
from annotator.video.reader import Frame

Plane = npt.NDArray[np.uint8]

_SMALLEST_HD_SIDE: Final = 720


@dataclass(frozen=True, slots=True)
class Planes:
    """One picture: `buffer` uint8 `(height * 3 / 2, width)`, luma above the two quarter-size chroma planes."""

    buffer: Plane
    width: int
    height: int

    @classmethod
    def empty(cls, width: int, height: int) -> Planes:
        """Memory for a picture; both sides must be even."""
        return cls(np.empty((height * 3 // 2, width), dtype=np.uint8), width, height)

    @property
    def y(self) -> Plane:
        """Luma `(height, width)`, a view."""
        return self.buffer[: self.height]

    @property
    def u(self) -> Plane:
        """Cb `(height / 2, width / 2)`, a view."""
        return self._chroma(0)

    @property
    def v(self) -> Plane:
        """Cr `(height / 2, width / 2)`, a view."""
        return self._chroma(1)

    def copy(self) -> Planes:
        """A picture of its own."""
        return Planes(self.buffer.copy(), self.width, self.height)

    def _chroma(self, which: int) -> Plane:
        size = self.width * self.height // 4
        start = self.width * self.height + which * size
        return self.buffer.reshape(-1)[start : start + size].reshape(self.height // 2, self.width // 2)


class PlaneMaker:
    """Makes the planes of one video's frames, its longer side at most `largest_side_px`."""

    def __init__(self, info: VideoInfo, largest_side_px: int) -> None:
        scale = min(largest_side_px / max(info.width, info.height), 1.0)
        self.width = max(round(info.width * scale) // 2 * 2, 2)
        self.height = max(round(info.height * scale) // 2 * 2, 2)
        self.shrunk = scale < 1.0
        self.hd = min(info.width, info.height) >= _SMALLEST_HD_SIDE
        self._hdr = info.hdr
        self._orientation = info.orientation
        self._scaler = VideoReformatter()
        # One picture's memory for all: at 1080p, getting it anew from the system each time costs as much as the copy.
        self._made = Planes.empty(self.width, self.height)

    def planes(self, frame: Frame) -> Planes:
        """The frame's picture, as displayed, until the next one is asked for. HDR comes tone-mapped, as the window shows
        it."""
        width, height = self.width, self.height
        if self._hdr:
            rgb = VideoFrame.from_ndarray(frame.rgb(max(width, height)), format="rgb24")
            scaled = self._scaler.reformat(
                rgb, width, height, "yuv420p", dst_colorspace=self._colorspace, dst_color_range=ColorRange.MPEG
            )
            return _turned(scaled, Orientation(), self._made)
        picture = frame.decoded
        if self._orientation.swaps_sides:
            width, height = height, width
        if not _ready(picture, width, height):
            smaller = width < picture.width or height < picture.height
            # Colours keep the matrix they have (the clip is marked with the same one); only the range is made limited.
            picture = self._scaler.reformat(
                picture,
                width,
                height,
                "yuv420p",
                interpolation=Interpolation.AREA if smaller else Interpolation.BILINEAR,
                dst_color_range=ColorRange.MPEG,
                threads=1,
            )
        return _turned(picture, self._orientation, self._made)

    def colour(self, frame: Frame) -> tuple[int, int, int]:
        """(colorspace, primaries, transfer) to mark a clip with, by H.273; where the file does not say, what players
        take for granted at its size, so that a clip of another size is shown alike."""
        guess = int(self._colorspace) if self.hd else 6
        if self._hdr:
            return guess, guess, guess
        picture = frame.decoded
        matrix = int(picture.colorspace)
        return (
            guess if matrix in (0, 2) else matrix,
            guess if int(picture.color_primaries) in (0, 2) else int(picture.color_primaries),
            guess if int(picture.color_trc) in (0, 2) else int(picture.color_trc),
        )

    @property
    def _colorspace(self) -> Colorspace:
        return Colorspace.ITU709 if self.hd else Colorspace.ITU601


def _ready(picture: VideoFrame, width: int, height: int) -> bool:
    """Whether its planes can be taken as they are."""
    return (
        picture.format.name == "yuv420p"
        and int(picture.color_range) != int(ColorRange.JPEG)
        and (picture.width, picture.height) == (width, height)
    )


def _turned(picture: VideoFrame, orientation: Orientation, made: Planes) -> Planes:
    for n, target in enumerate((made.y, made.u, made.v)):
        plane: Any = picture.planes[n]
        rows = np.frombuffer(plane, dtype=np.uint8).reshape(-1, plane.line_size)
        np.copyto(target, upright(rows[: plane.height, : plane.width], orientation))
    return made
