"""What a video file holds, as found by `probe`. Light to import: no PyAV here."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from annotator.video.times import FrameTimes

if TYPE_CHECKING:
    from annotator.video.packets import PacketIndex

GapCause = Literal["missing", "corrupt", "cut_short"]


@dataclass(frozen=True, slots=True)
class Gap:
    """A span without a true picture, in seconds from the first frame.

    "missing": no frame was recorded; "corrupt": frames are there but cannot be decoded, or only with damage;
    "cut_short": the file promises more than it holds (recording or copying was broken off).
    """

    start_s: float
    end_s: float
    cause: GapCause


@dataclass(frozen=True, slots=True)
class AudioInfo:
    """The sound track: `start_s` and `end_s` on the frames' clock, as the file's header tells.

    The sound can begin before the first frame; Matroska tells only the end of the whole file.
    """

    codec: str
    rate_hz: int
    channels: int
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Orientation:
    """How to turn the coded picture upright: first mirror it left to right (if `mirrored`), then turn it clockwise."""

    rotation_deg: Literal[0, 90, 180, 270] = 0
    mirrored: bool = False

    @property
    def swaps_sides(self) -> bool:
        """Whether width and height change places."""
        return self.rotation_deg in (90, 270)


@dataclass(frozen=True, slots=True, eq=False)
class VideoInfo:
    """One video file. `width` and `height` are as displayed: after rotation and sample aspect ratio.

    `keyframes` are the numbers of the frames at which decoding can start; `sample_aspect` is the width of a coded
    pixel over its height; `hdr` says that the picture is PQ or HLG and is shown tone-mapped.
    `packets` is the reader's own map of the file.
    """

    path: Path
    format: str
    codec: str
    pix_fmt: str
    bit_depth: int
    width: int
    height: int
    coded_width: int
    coded_height: int
    rotation_deg: Literal[0, 90, 180, 270]
    mirrored: bool
    sample_aspect: Fraction
    hdr: bool
    times: FrameTimes
    audio: AudioInfo | None
    gaps: tuple[Gap, ...]
    keyframes: tuple[int, ...]
    packets: PacketIndex = field(repr=False)

    @property
    def orientation(self) -> Orientation:
        """Rotation and mirroring together."""
        return Orientation(self.rotation_deg, self.mirrored)
