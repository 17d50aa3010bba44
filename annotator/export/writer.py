"""Writing one MP4 that plays in browsers and PowerPoint: H.264 High, 4:2:0, AAC, index at the front.

No B-frames: decoding order is showing order, so a clip needs no edit list that a player could ignore, its first
picture is at time 0 exactly, and it can be cut or joined at any keyframe. Times are the source's own ticks.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import av
import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.error import FFmpegError
from av.packet import Packet
from av.video.frame import PictureType, VideoFrame
from av.video.stream import VideoStream

from annotator.errors import OutputError
from annotator.export.planes import Planes
from annotator.export.words import clip_notice
from annotator.phrase import phrase

AAC_RATES_HZ: Final = frozenset({16000, 22050, 24000, 32000, 44100, 48000})
AAC_FRAME: Final = 1024

# ultrafast with the tool that makes it High profile (the 8 x 8 transform) and with deblocking: at 1080p less than half of
# superfast's time. Without CABAC a sixth of the time goes for a fifth of the size, and a slow computer plays it more
# easily. On a phone's grainy video at 18 Mbit/s: 11 Mbit/s at 42 dB, where the eye sees no change.
# A keyframe every second keeps stepping backwards quick in a browser.
_X264: Final = {
    "preset": "ultrafast",
    "profile": "high",
    "crf": "24",
    "bf": "0",
    "forced-idr": "1",
    "x264-params": "8x8dct=1:cabac=0:no-deblock=0",
}


@dataclass(frozen=True, slots=True)
class PictureFormat:
    """What a clip's pictures are: sides in pixels (even), ticks of the clock, mean rate, and H.273 colour codes."""

    width: int
    height: int
    time_base: Fraction
    rate: Fraction
    colour: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class SoundFormat:
    """What a clip's sound is: samples a second and 1 or 2 channels."""

    rate_hz: int
    channels: int

    @property
    def layout(self) -> str:
        """FFmpeg's name of the channels."""
        return "mono" if self.channels == 1 else "stereo"


class ClipWriter:
    """Writes one clip, in a `with`; what is not closed cleanly is not finished. Raises OutputError."""

    def __init__(self, path: Path, picture: PictureFormat, sound: SoundFormat | None, threads: int = 0) -> None:
        self.path = path
        self._picture = picture
        self._samples: list[npt.NDArray[np.float32]] = []
        self._waiting = 0
        self._sound_at = 0
        try:
            # Only these two tags are written: none of the source's (place, device, owner) is copied.
            self._container = av.open(path, "w", format="mp4", options={"movflags": "+faststart"})
        except (FFmpegError, OSError) as error:
            raise _failed(path, error) from error
        self._container.metadata["title"] = clip_notice()
        self._container.metadata["comment"] = clip_notice()
        self._video = self._video_stream(threads)
        self._sound_format = sound
        self._sound = self._sound_stream(sound) if sound is not None else None

    def _video_stream(self, threads: int) -> VideoStream:
        picture = self._picture
        seconds = max(round(picture.rate), 1)
        stream = self._container.add_stream(
            "libx264", rate=picture.rate, options=_X264 | {"g": str(seconds), "threads": str(threads)}
        )
        context = stream.codec_context
        stream.width, stream.height, stream.pix_fmt = picture.width, picture.height, "yuv420p"
        stream.time_base = context.time_base = picture.time_base
        context.colorspace, context.color_primaries, context.color_trc = picture.colour
        context.color_range = 1
        # Whole pictures at once: they are encoded while the next ones are drawn, and none is cut into slices.
        context.thread_type = "FRAME"
        return stream

    def _sound_stream(self, sound: SoundFormat) -> AudioStream:
        stream = self._container.add_stream("aac", rate=sound.rate_hz, options={"b": "128k"})
        stream.codec_context.layout = sound.layout
        return stream

    @property
    def extradata(self) -> bytes | None:
        """The encoder's parameter sets."""
        self._container.start_encoding()
        return self._video.codec_context.extradata

    def show(self, planes: Planes, pts: int, duration: int, keyframe: bool = False) -> None:
        """Adds a picture that appears at `pts` and stays `duration` ticks. The memory may be used again afterwards."""
        frame = _video_frame(planes)
        frame.pts, frame.time_base, frame.duration = pts, self._picture.time_base, duration
        # Left at none, the encoder chooses.
        frame.pict_type = PictureType.I if keyframe else PictureType.NONE
        self._mux_video(frame)

    def copy(self, packet: Packet[VideoStream], pts: int) -> None:
        """Adds a picture already encoded in the same format, to appear at `pts`."""
        packet.stream = self._video
        packet.pts = packet.dts = pts
        packet.time_base = self._picture.time_base
        self._mux([packet])

    def hear(self, samples: npt.NDArray[np.float32]) -> None:
        """Adds sound `(channels, n)`, following what was added before."""
        if self._sound is None:
            return
        self._samples.append(samples)
        self._waiting += samples.shape[1]
        if self._waiting >= AAC_FRAME:
            self._encode_sound(flush=False)

    def _encode_sound(self, flush: bool) -> None:
        if self._sound is None or self._sound_format is None or not self._waiting:
            return
        samples = np.concatenate(self._samples, axis=1)
        whole = samples.shape[1] if flush else samples.shape[1] // AAC_FRAME * AAC_FRAME
        for start in range(0, whole, AAC_FRAME):
            block = np.ascontiguousarray(samples[:, start : min(start + AAC_FRAME, whole)])
            frame = AudioFrame.from_ndarray(block, format="fltp", layout=self._sound_format.layout)
            frame.rate, frame.pts = self._sound_format.rate_hz, self._sound_at
            frame.time_base = Fraction(1, self._sound_format.rate_hz)
            self._sound_at += block.shape[1]
            try:
                self._mux(self._sound.encode(frame))
            except FFmpegError as error:
                raise _failed(self.path, error) from error
        self._samples = [samples[:, whole:]]
        self._waiting = samples.shape[1] - whole

    def _mux_video(self, frame: VideoFrame | None) -> None:
        try:
            self._mux(self._video.encode(frame))
        except FFmpegError as error:
            raise _failed(self.path, error) from error

    def _mux(self, packets: list[Any]) -> None:
        try:
            for packet in packets:
                self._container.mux(packet)
        except (FFmpegError, OSError) as error:
            raise _failed(self.path, error) from error

    def close(self) -> None:
        """Finishes the file."""
        self._encode_sound(flush=True)
        self._mux_video(None)
        try:
            if self._sound is not None:
                self._mux(self._sound.encode(None))
            self._container.close()
        except (FFmpegError, OSError) as error:
            raise _failed(self.path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if error is None:
            self.close()
            return
        # The first error is the one to tell; the unfinished file is removed with its folder.
        try:
            self._container.close()
        except (FFmpegError, OSError, ValueError):
            return


def _video_frame(planes: Planes) -> VideoFrame:
    if planes.height % 4 == 0:
        return VideoFrame.from_numpy_buffer(planes.buffer, format="yuv420p")
    # PyAV takes a buffer's height for a multiple of four.
    frame = VideoFrame(planes.width, planes.height, "yuv420p")
    for plane, source in zip(frame.planes, (planes.y, planes.u, planes.v), strict=True):
        memory: Any = plane
        target = np.frombuffer(memory, dtype=np.uint8).reshape(-1, plane.line_size)
        np.copyto(target[: source.shape[0], : source.shape[1]], source)
    return frame


def _failed(path: Path, error: Exception) -> OutputError:
    reason = getattr(error, "strerror", None) or str(error) or "the encoder failed"
    return OutputError(
        path.name,
        phrase("Wording", "the clip cannot be written ({reason})").filled(reason=reason),
        phrase("Wording", "Free some space, or choose another folder"),
    )
