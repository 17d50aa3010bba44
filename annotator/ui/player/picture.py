"""What passes between the decode worker and the window: requests one way, pictures the other. All frozen."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class Tone:
    """How a dark clip is brightened for the eye; the video and its analysis are untouched.

    `brightness` (-1 to 1, fractions of full scale) is added, then `gamma` (above 1 lifts the shadows) is applied.
    """

    brightness: float = 0.0
    gamma: float = 1.0

    @property
    def neutral(self) -> bool:
        """Whether the picture stays as it is."""
        return self.brightness == 0.0 and self.gamma == 1.0

    def table(self) -> npt.NDArray[np.uint8]:
        """The look-up table, uint8 (256,)."""
        level = np.clip(np.linspace(0.0, 1.0, 256) + self.brightness, 0.0, 1.0)
        return np.rint(255.0 * level ** (1.0 / self.gamma)).astype(np.uint8)


@dataclass(frozen=True, slots=True)
class FrameRequest:
    """What the window wants now, by frame number. A newer request replaces an older one that is not served yet.

    `show` is painted first; `soon` are made into pictures after it (read-ahead while playing); `near` are only decoded
    into the cache (a step in either direction is then at hand), in the order given. `max_side` is the longest side
    the screen can use, in pixels. `serial` rises with each request and comes back with its pictures.
    """

    serial: int
    show: int
    soon: tuple[int, ...] = ()
    near: tuple[int, ...] = ()
    max_side: int | None = None
    tone: Tone = field(default_factory=Tone)


@dataclass(frozen=True, slots=True)
class Picture:
    """One frame, ready to paint. `image` reads the memory of `pixels`, which must therefore live as long."""

    video: int  # which opening of a video this is of
    serial: int  # of the newest request when it was made
    number: int
    pts: int
    seconds: float
    corrupt: bool
    max_side: int | None
    tone: Tone
    image: QImage
    pixels: npt.NDArray[np.uint8] = field(repr=False)

    @classmethod
    def image_of(cls, bgra: npt.NDArray[np.uint8]) -> QImage:
        """A QImage over `bgra`, uint8 (H, W, 4), C-contiguous; the alpha is not looked at."""
        height, width = bgra.shape[:2]
        return QImage(bgra.data, width, height, bgra.strides[0], QImage.Format.Format_RGB32)
