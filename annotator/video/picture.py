"""From a decoded frame to the picture a person sees: colour, sample aspect, mirroring and rotation applied."""

from __future__ import annotations

import threading
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from av.video.frame import VideoFrame
from av.video.plane import VideoPlane
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter

from annotator.video._cv import load_cv2
from annotator.video.info import Orientation
from annotator.video.orientation import upright
from annotator.video.tone import tone_for

# ITU-T H.273: RGB, BT.709, FCC, BT.601 for 625 and 525 lines, SMPTE 240M, BT.2020.
_KNOWN_COLORSPACES: Final = frozenset({0, 1, 4, 5, 6, 7, 9})
_SMALLEST_HD_HEIGHT: Final = 720
_PLANAR_LUMA: Final = ("yuv4", "yuvj4", "nv12", "nv21", "nv16", "nv24", "gray")

Picture = npt.NDArray[np.uint8]


class Renderer:
    """Turns decoded frames of one video into pictures. Keeps the scalers, which are dear to make; safe to share."""

    def __init__(self, width: int, height: int, orientation: Orientation) -> None:
        self.width = width
        self.height = height
        self._orientation = orientation
        self._scalers: dict[tuple[int, int, str], VideoReformatter] = {}
        self._lock = threading.Lock()

    def colour(self, frame: VideoFrame, layout: str, max_side: int | None) -> Picture:
        """The upright picture `(H, W, 3 or 4)` in `layout` ("rgb24" or "bgra"), longest side at most `max_side`."""
        width, height = self._fitted(max_side)
        if self._orientation.swaps_sides:
            width, height = height, width
        smaller = width < frame.width or height < frame.height
        how = Interpolation.AREA if smaller else Interpolation.BILINEAR
        tone = tone_for(frame.color_trc, frame.color_primaries)
        if tone is None:
            scaled = self._scale(frame, width, height, layout, how)
            return upright(_pixels(scaled, 3 if layout == "rgb24" else 4), self._orientation)
        three = "rgb24" if layout == "rgb24" else "bgr24"
        toned = tone.apply(_pixels(self._scale(frame, width, height, three, how), 3), blue_first=three == "bgr24")
        if layout == "bgra":
            cv2 = load_cv2()
            toned = cv2.cvtColor(toned, cv2.COLOR_BGR2BGRA)
        return upright(toned, self._orientation)

    def luma(self, frame: VideoFrame, width: int, height: int) -> Picture:
        """The whole picture's luma, area-averaged to `(height, width)`, upright, on the file's own scale."""
        if self._orientation.swaps_sides:
            width, height = height, width
        tone = tone_for(frame.color_trc, frame.color_primaries)
        plane, layout = _luma_plane(frame)
        if tone is not None and tone.luma_curve is not None:
            source = frame if plane is None else VideoFrame.from_numpy_buffer(plane, format=layout)
            deep = _pixels(self._scale(source, width, height, "gray10le", Interpolation.AREA), 1, np.uint16)
            return upright(np.take(tone.luma_curve, deep), self._orientation)
        if plane is not None:
            smaller = _halved(plane, width, height) if layout == "gray" else plane
            if smaller.shape == (height, width) and layout == "gray":
                # Never the decoder's own memory: it still builds other frames on it.
                return upright(smaller.copy() if smaller is plane else smaller, self._orientation)
            frame = VideoFrame.from_numpy_buffer(smaller, format=layout)
        scaled = self._scale(frame, width, height, "gray", Interpolation.AREA)
        return upright(_pixels(scaled, 1), self._orientation)

    def _fitted(self, max_side: int | None) -> tuple[int, int]:
        if max_side is None or max(self.width, self.height) <= max_side:
            return self.width, self.height
        scale = max_side / max(self.width, self.height)
        return max(round(self.width * scale), 1), max(round(self.height * scale), 1)

    def _scale(self, frame: VideoFrame, width: int, height: int, layout: str, how: Interpolation) -> VideoFrame:
        grey = layout.startswith("gray")
        colours = _assumed_colorspace(frame)
        with self._lock:
            return self._scalers.setdefault((width, height, layout), VideoReformatter()).reformat(
                frame,
                width,
                height,
                layout,
                src_colorspace=colours,
                dst_colorspace=colours,
                interpolation=how,
                # Of grey both sides are named full range, so that the values are kept as the file has them.
                src_color_range=ColorRange.JPEG if grey else None,
                dst_color_range=ColorRange.JPEG,
                threads=1,
            )


def _assumed_colorspace(frame: VideoFrame) -> int | None:
    """What players assume where the file does not say, or says what swscale cannot do: BT.709 for high definition,
    BT.601 below."""
    if frame.colorspace in _KNOWN_COLORSPACES:
        return None
    return Colorspace.ITU709 if min(frame.width, frame.height) >= _SMALLEST_HD_HEIGHT else Colorspace.ITU601


def _luma_plane(frame: VideoFrame) -> tuple[npt.NDArray[Any] | None, str]:
    """A view `(h, w)` of the frame's own luma and the grey layout it is in; None where luma is not a plane by itself.

    Scaling that plane alone is much quicker than having swscale make grey of a frame whose colour space is named.
    """
    name = frame.format.name
    bits = frame.format.components[0].bits
    kind: type[np.uint8] | type[np.uint16]
    if name.startswith(_PLANAR_LUMA) and bits == 8:
        kind, layout = np.uint8, "gray"
    elif name.startswith(_PLANAR_LUMA) and name.endswith("le") and bits in (10, 12):
        kind, layout = np.uint16, f"gray{bits}le"
    else:
        return None, ""
    plane = frame.planes[0]
    if plane.line_size < frame.width:
        return None, ""
    return _bytes_of(plane).view(kind)[: frame.height, : frame.width], layout


def _halved(plane: Picture, width: int, height: int) -> Picture:
    """Halves the plane while its sides are even and it stays no smaller than asked.

    OpenCV averages 2 x 2 blocks several times quicker than either library scales by other factors. Measured: from
    960 x 540 to 320 x 180 0.10 ms so, 0.11 ms by swscale alone, 0.41 ms by cv2.resize(INTER_AREA) alone; from
    1920 x 1080 to 480 x 270 0.12, 0.31 and 2.2 ms; from 3840 x 2160 to 480 x 270 0.56, 0.80 and 10 ms.
    """
    while plane.shape[1] >= 2 * width and plane.shape[0] >= 2 * height and not (plane.shape[0] | plane.shape[1]) & 1:
        cv2 = load_cv2()
        plane = cv2.resize(plane, (plane.shape[1] // 2, plane.shape[0] // 2), interpolation=cv2.INTER_AREA)
    return plane


def _bytes_of(plane: VideoPlane) -> Picture:
    # The stubs do not tell that a plane is a buffer.
    buffer: Any = plane
    return np.frombuffer(buffer, dtype=np.uint8).reshape(-1, plane.line_size)


def _pixels(frame: VideoFrame, channels: int, kind: type[np.uint8] | type[np.uint16] = np.uint8) -> npt.NDArray[Any]:
    """The packed picture as `(h, w)` or `(h, w, channels)`, sharing the frame's memory where its rows lie close."""
    samples = _bytes_of(frame.planes[0]).view(kind)
    packed = np.ascontiguousarray(samples[: frame.height, : frame.width * channels])
    return packed if channels == 1 else packed.reshape(frame.height, frame.width, channels)


class Frame:
    """One frame. Its pictures are made on request; nothing here changes once made.

    `number` counts from 0 in showing order, `pts` is in the stream's time base, `seconds` from the first frame.
    `corrupt` says that the true picture could not be had: it is damaged, or stands in for one that is missing.
    A frame holds the decoder's picture: keep arrays, not frames.
    """

    __slots__ = ("_picture", "_renderer", "corrupt", "number", "pts", "seconds")

    def __init__(
        self, number: int, pts: int, seconds: float, corrupt: bool, picture: VideoFrame, renderer: Renderer
    ) -> None:
        self.number = number
        self.pts = pts
        self.seconds = seconds
        self.corrupt = corrupt
        self._picture = picture
        self._renderer = renderer

    @property
    def decoded(self) -> VideoFrame:
        """The decoder's own picture: coded size, colours and orientation. Not to be written to."""
        return self._picture

    def rgb(self, max_side: int | None = None) -> Picture:
        """uint8 `(H, W, 3)` as displayed; with `max_side`, shrunk to that longest side (never enlarged)."""
        return self._renderer.colour(self._picture, "rgb24", max_side)

    def bgra(self, max_side: int | None = None) -> Picture:
        """uint8 `(H, W, 4)` as displayed, for painting; alpha is 255."""
        return self._renderer.colour(self._picture, "bgra", max_side)

    def luma(self, width: int, height: int) -> Picture:
        """uint8 `(height, width)`: the whole upright picture's luma, area-averaged, on the file's own scale
        (limited range: black 16, white 235)."""
        return self._renderer.luma(self._picture, width, height)
