"""Long videos for the benchmark of the analysis, made by repeating a short one's packets. Kept in a temporary folder."""

from __future__ import annotations

import hashlib
import tempfile
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
from av.packet import Packet
from av.stream import Stream

FOLDER: Final = Path(tempfile.gettempdir()) / "annotator-benchmark-clips"


def kept(name: str, *made_of: Path) -> Path:
    """Where a made file is kept: in a folder named after the contents of the files that it is made of."""
    folder = FOLDER / hashlib.sha256(b"".join(path.read_bytes() for path in made_of)).hexdigest()[:8]
    folder.mkdir(parents=True, exist_ok=True)
    return folder / name


def repeated(source: Path, seconds: float) -> Path:
    """`source`, picture and sound, again and again until it is `seconds` long or a little longer."""
    path = kept(f"{source.stem}-{seconds:.0f}s.mp4", source, Path(__file__))
    if path.exists():
        return path
    part = path.with_suffix(".part.mp4")
    with av.open(source) as given, av.open(part, "w") as made:
        packets = [packet for packet in given.demux() if packet.dts is not None and packet.pts is not None]
        copies = {stream.index: made.add_stream_from_template(stream) for stream in _watched(given.streams)}
        picture = given.streams.video[0].index
        round_s = max(_end_s(packet) for packet in packets if packet.stream_index == picture)
        # Sound mostly begins a little before the picture and runs on after it: its repetitions must not overlap.
        heard_s = round_s + min((_start_s(packet) for packet in packets if packet.stream_index != picture), default=0)
        ends_s = {index: round_s if index == picture else heard_s for index in copies}
        packets = [packet for packet in packets if _end_s(packet) <= ends_s.get(packet.stream_index, -1)]
        times = [(packet, packet.pts or 0, packet.dts or 0, packet.time_base) for packet in packets]
        for turn in range(int(-(-Fraction(seconds) // round_s))):
            for packet, pts, dts, unit in times:
                shift = round(turn * round_s / unit)
                packet.pts, packet.dts, packet.time_base = pts + shift, dts + shift, unit  # muxing changes all three
                packet.stream = copies[packet.stream_index]
                made.mux(packet)
    part.rename(path)
    return path


def _watched(streams: av.container.streams.StreamContainer) -> list[Stream]:
    return [streams.video[0], *streams.audio[:1]]


def _start_s(packet: Packet[Stream]) -> Fraction:
    return (packet.pts or 0) * packet.time_base


def _end_s(packet: Packet[Stream]) -> Fraction:
    return _start_s(packet) + (packet.duration or 0) * packet.time_base


def to_and_fro(source: Path, seconds: float) -> Path:
    """The first seconds of `source`, forwards and then backwards, so that its repetitions join without a jump."""
    path = kept(f"{source.stem}-first-{seconds:.0f}s.mp4", source, Path(__file__))
    if path.exists():
        return path
    part = path.with_suffix(".part.mp4")
    with av.open(source) as given, av.open(part, "w") as made:
        shown = given.streams.video[0]
        rate = shown.average_rate or Fraction(30)
        frames: list[av.VideoFrame] = []
        for frame in given.decode(shown):
            if len(frames) >= seconds * rate:
                break
            frames.append(frame)
        stream = made.add_stream("libx264", rate=rate, options={"crf": "23", "preset": "medium"})
        stream.width, stream.height, stream.pix_fmt = shown.width, shown.height, "yuv420p"
        stream.codec_context.time_base = 1 / rate
        for number, frame in enumerate(frames + frames[::-1]):
            frame.pts, frame.time_base, frame.pict_type = number, 1 / rate, av.video.frame.PictureType.NONE
            made.mux(stream.encode(frame))
        made.mux(stream.encode(None))
    part.rename(path)
    return path
