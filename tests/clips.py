"""Writes odd videos with PyAV, for tests. Every frame carries its own number as blocks of luma (`read_number`), so that
a test can prove that frame n is frame n. All functions return the path that they were given."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Final, cast

import av
import av.container
import numpy as np
import numpy.typing as npt
from av.audio.stream import AudioStream
from av.stream import Disposition
from av.video.stream import VideoStream

SIZE: Final = (160, 96)
TICKS: Final = Fraction(1, 90000)
BITS: Final = 16
DARK, BRIGHT = 40, 210

Picture = npt.NDArray[np.uint8]
Painter = Callable[[int, int, int], av.VideoFrame]


def numbered(n: int, width: int, height: int) -> av.VideoFrame:
    """A yuv420p picture of `n` in 16 bits, 8 blocks across and 4 down: the number, then its complement as a check."""
    luma = np.full((height, width), 16, dtype=np.uint8)
    bits = [(n >> k) & 1 for k in range(BITS)]
    for k, bit in enumerate([*bits, *(1 - bit for bit in bits)]):
        top, left = (k // 8) * height // 4, (k % 8) * width // 8
        luma[top : top + height // 4, left : left + width // 8] = BRIGHT if bit else DARK
    return from_luma(luma)


def from_luma(luma: Picture) -> av.VideoFrame:
    """A grey yuv420p picture with this luma, limited range."""
    height, width = luma.shape
    chroma = np.full((height // 2, width), 128, dtype=np.uint8)
    return av.VideoFrame.from_ndarray(np.vstack([luma, chroma]), format="yuv420p")


def flat(value: int) -> Painter:
    """Paints every frame in one luma."""
    return lambda n, width, height: from_luma(np.full((height, width), value, dtype=np.uint8))


def corners(n: int, width: int, height: int) -> av.VideoFrame:
    """Red top left, green top right, blue bottom left, white bottom right."""
    rgb = np.zeros((height, width, 3), dtype=np.uint8)
    rgb[: height // 2, : width // 2, 0] = 255
    rgb[: height // 2, width // 2 :, 1] = 255
    rgb[height // 2 :, : width // 2, 2] = 255
    rgb[height // 2 :, width // 2 :] = 255
    return av.VideoFrame.from_ndarray(rgb, format="rgb24").reformat(
        format="yuv420p", dst_colorspace="ITU601", dst_color_range="MPEG"
    )


def read_number(picture: Picture) -> int | None:
    """The number in an upright picture `(H, W)` or `(H, W, C)`; None where it cannot be read without doubt."""
    luma = picture if picture.ndim == 2 else picture[:, :, :3].mean(axis=2)
    height, width = luma.shape
    values = [
        float(luma[int((k // 8 + 0.5) * height / 4), int((k % 8 + 0.5) * width / 8)]) > (DARK + BRIGHT) / 2
        for k in range(2 * BITS)
    ]
    number, complement = (sum(bit << k for k, bit in enumerate(half)) for half in (values[:BITS], values[BITS:]))
    return number if number ^ complement == (1 << BITS) - 1 else None


@dataclass(frozen=True)
class Tone:
    """A sound track: silence with tone bursts. `start` is the track's own start; bursts are `(from, to)`; all
    seconds."""

    bursts: Sequence[tuple[float, float]] = ()
    start: float = 0.0
    end: float = 2.0
    rate: int = 48000
    codec: str = "aac"
    hole: tuple[float, float] | None = None


@dataclass(frozen=True)
class Style:
    """How a clip is encoded. `rotation` is FFmpeg's counter-clockwise angle, as `VideoFrame.rotation` reads it back."""

    codec: str = "libx264"
    pix_fmt: str = "yuv420p"
    size: tuple[int, int] = SIZE
    options: dict[str, str] = field(default_factory=dict)
    container_options: dict[str, str] = field(default_factory=dict)
    rotation: float = 0.0
    hflip: bool = False
    vflip: bool = False
    sample_aspect: Fraction = Fraction(1)
    transfer: int | None = None
    primaries: int | None = None
    colorspace: int | None = None
    color_range: int | None = None


def write(
    path: Path,
    pts: Iterable[int],
    *,
    time_base: Fraction = TICKS,
    style: Style | None = None,
    paint: Painter = numbered,
    tone: Tone | None = None,
) -> Path:
    """Writes one frame for each of `pts` (ticks of `time_base`, increasing), numbered from 0."""
    style = style or Style()
    with av.open(path, "w", container_options=style.container_options) as container:
        stream = cast(VideoStream, container.add_stream(style.codec, rate=30, options=style.options))
        stream.width, stream.height = style.size
        stream.pix_fmt = style.pix_fmt
        stream.time_base = time_base
        stream.codec_context.time_base = time_base
        if style.sample_aspect != 1:
            stream.codec_context.sample_aspect_ratio = style.sample_aspect
        for name in ("color_trc", "color_primaries", "colorspace", "color_range"):
            value = getattr(style, {"color_trc": "transfer", "color_primaries": "primaries"}.get(name, name))
            if value is not None:
                setattr(stream.codec_context, name, value)
        if style.rotation or style.hflip or style.vflip:
            stream.set_display_rotation(style.rotation, style.hflip, style.vflip)
        sound = _add_sound(container, tone) if tone is not None else None
        for n, tick in enumerate(pts):
            frame = paint(n, *style.size)
            if frame.format.name != style.pix_fmt:
                frame = frame.reformat(format=style.pix_fmt)
            for name in ("color_trc", "color_primaries", "colorspace", "color_range"):
                setattr(frame, name, getattr(stream.codec_context, name))
            frame.pts = tick
            frame.time_base = time_base
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        if sound is not None and tone is not None:
            _write_sound(container, sound, tone)
    return path


def _add_sound(container: av.container.OutputContainer, tone: Tone) -> AudioStream:
    stream = cast(AudioStream, container.add_stream(tone.codec, rate=tone.rate))
    stream.codec_context.layout = "mono"
    return stream


def _write_sound(container: av.container.OutputContainer, stream: AudioStream, tone: Tone) -> None:
    time = np.arange(round(tone.start * tone.rate), round(tone.end * tone.rate)) / tone.rate
    sounding = np.zeros(len(time), dtype=bool)
    for begin, end in tone.bursts:
        sounding |= (time >= begin) & (time < end)
    samples = np.where(sounding, 0.5 * np.sin(2 * np.pi * 1000 * time), 0).astype(np.float32)
    size = 1024
    for k in range(0, len(samples) - size + 1, size):
        if tone.hole is not None and tone.hole[0] <= time[k] < tone.hole[1]:
            continue
        frame = av.AudioFrame.from_ndarray(samples[k : k + size].reshape(1, -1), format="fltp", layout="mono")
        frame.sample_rate = tone.rate
        frame.time_base = Fraction(1, tone.rate)
        frame.pts = round(tone.start * tone.rate) + k
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def even(frames: int, rate: Fraction | int = 30, start: int = 0, time_base: Fraction = TICKS) -> list[int]:
    """Evenly spaced ticks."""
    return [start + round(n / Fraction(rate) / time_base) for n in range(frames)]


def uneven(frames: int, seed: int = 1, start: int = 0) -> list[int]:
    """Ticks at 90 kHz as a phone makes them: jittering around 30 a second, with a slow stretch in dim light."""
    rng = np.random.default_rng(seed)
    steps = rng.integers(2700, 3300, frames)
    steps[frames // 2 : frames // 2 + frames // 5] = rng.integers(5800, 6200, len(steps[frames // 2 :][: frames // 5]))
    return [start + int(tick) for tick in np.concatenate(([0], np.cumsum(steps[:-1])))]


B_FRAMES: Final = Style(options={"bf": "3", "g": "12", "x264-params": "b-pyramid=normal:scenecut=0:b-adapt=0"})
OPEN_GOP: Final = Style(
    options={"bf": "3", "g": "12", "x264-params": "open-gop=1:b-adapt=0:scenecut=0:b-pyramid=normal"}
)
HEVC_OPEN_GOP: Final = Style(
    codec="libx265", options={"x265-params": "open-gop=1:keyint=12:min-keyint=12:bframes=3:scenecut=0:log-level=none"}
)
DEEP_B_FRAMES: Final = Style(
    options={"bf": "16", "g": "60", "x264-params": "b-pyramid=normal:b-adapt=0:scenecut=0:bframes=16:ref=16"}
)
INTERLACED: Final = Style(options={"bf": "2", "g": "12", "flags": "+ilme+ildct", "x264-params": "interlaced=1"})
INTRA_REFRESH: Final = Style(options={"g": "12", "x264-params": "intra-refresh=1:bframes=0:scenecut=0"})


def truncated(source: Path, path: Path, keep: float) -> Path:
    """The first part of a file, as when copying broke off."""
    data = source.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    return path


def packet_places(path: Path) -> list[tuple[int, int]]:
    """`(position, size)` in the file of each picture packet, in decode order."""
    with av.open(path) as container:
        return [(p.pos, p.size) for p in container.demux(container.streams.video[0]) if p.size and p.pos is not None]


def damaged(source: Path, path: Path, packets: Iterable[int], seed: int = 3) -> Path:
    """A copy in which the given packets' bytes are noise, sizes kept."""
    data = bytearray(source.read_bytes())
    rng = np.random.default_rng(seed)
    places = packet_places(source)
    for k in packets:
        position, size = places[k]
        data[position + 5 : position + size] = rng.bytes(size - 5)
    path.write_bytes(bytes(data))
    return path


def remuxed(
    source: Path, path: Path, *, shift: int = 0, drop: Iterable[int] = (), options: dict[str, str] | None = None
) -> Path:
    """The same packets in another file: all timestamps shifted by `shift` ticks, the packets `drop` (decode order) left
    out. A negative shift in MP4 becomes an edit list that hides what lies before zero."""
    dropped = set(drop)
    with av.open(source) as given, av.open(path, "w", container_options=options or {}) as made:
        stream = given.streams.video[0]
        copy = made.add_stream_from_template(stream)
        for k, packet in enumerate(given.demux(stream)):
            if packet.dts is None or packet.pts is None or k in dropped:
                continue
            packet.stream = copy
            packet.pts += shift
            packet.dts += shift
            made.mux(packet)
    return path


def with_cover(source: Path, path: Path) -> Path:
    """The same packets after a cover picture, which is a picture stream of its own."""
    with av.open(source) as given, av.open(path, "w") as made:
        cover = made.add_stream("mjpeg", rate=1)
        cover.width, cover.height, cover.pix_fmt = 64, 64, "yuvj420p"
        cover.disposition = Disposition.attached_pic
        stream = given.streams.video[0]
        copy = made.add_stream_from_template(stream)
        frame = numbered(5, 64, 64).reformat(format="yuvj420p")
        frame.pts, frame.time_base = 0, Fraction(1)
        made.mux(cover.encode(frame))
        made.mux(cover.encode(None))
        for packet in given.demux(stream):
            if packet.dts is not None:
                packet.stream = copy
                made.mux(packet)
    return path


def trimmed(source: Path, path: Path, skip: int, seconds: float) -> Path:
    """What a phone makes when a video is trimmed: the same packets, and an edit list that hides the first `skip` ticks and
    ends after `seconds`."""
    data = bytearray(remuxed(source, path, shift=-skip).read_bytes())
    at = data.index(b"elst") + 12
    struct.pack_into(">I", data, at, round(seconds * 1000))  # FFmpeg's movie time scale
    path.write_bytes(bytes(data))
    return path


def retimed(source: Path, path: Path, milliseconds: dict[int, int]) -> Path:
    """A copy of a Matroska file of one cluster in which the given packets have other times, whatever sense they make."""
    data = bytearray(source.read_bytes())
    places = packet_places(source)
    for k, time in milliseconds.items():
        # FFmpeg gives the place of the track number, which the time follows.
        struct.pack_into(">h", data, places[k][0] + 1, time)
    path.write_bytes(bytes(data))
    return path


def audio_only(path: Path) -> Path:
    """Sound without picture."""
    with av.open(path, "w") as container:
        tone = Tone(bursts=[(0.5, 1.0)])
        _write_sound(container, _add_sound(container, tone), tone)
    return path


def with_matrix(source: Path, path: Path, matrix: Sequence[int]) -> Path:
    """A copy of an MP4 whose picture track header (tkhd) holds this display matrix (nine integers as stored)."""
    data = bytearray(source.read_bytes())
    at = data.index(b"tkhd") + 4
    offset = 40 if data[at] == 0 else 52
    data[at + offset : at + offset + 36] = struct.pack(">9i", *matrix)
    path.write_bytes(bytes(data))
    return path
