"""Which frames a video has, in which order and when: from its packets, proved against what the decoder really gives."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from annotator.errors import VideoError
from annotator.job import Job
from annotator.phrase import phrase
from annotator.video.decoder import Decoder
from annotator.video.packets import PacketIndex, Packets, build_index, read_packets
from annotator.video.timeline import Ticks, continued, decode_clock, filled, increasing, reorder_depth, usual_step
from annotator.video.times import FrameTimes

_HEAD_PACKETS: Final = 24
"""So many packets are decoded to prove the index: more than any usual group of reordered pictures; of pictures larger than
1080p half of it, as each takes so long."""

_LARGE_PICTURE_PX: Final = 1920 * 1088

_ASSUMED_RATE_HZ: Final = 25
"""For streams that give neither times nor a rate (raw H.264); FFmpeg's own assumption."""


@dataclass(frozen=True, slots=True, eq=False)
class Indexed:
    """The frame index and times of one stream, its first picture, and the frames before which its clock had
    restarted."""

    index: PacketIndex
    times: FrameTimes
    first: VideoFrame
    restarts: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Proof:
    """What came out of the decoder: the rows in showing order, the first picture, and whether anything failed."""

    rows: Ticks
    first: VideoFrame
    failed: bool


def index_video(path: Path, container: InputContainer, stream: VideoStream, job: Job | None = None) -> Indexed:
    """Reads all packets, decodes the first few, and all of them only where those contradict the packets' times.

    Raises VideoError where no picture can be decoded.
    """
    time_base = stream.time_base
    packets = _without_torn_end(read_packets(container, stream, job))
    if not packets.shown.any() or time_base is None:
        raise VideoError(
            path,
            phrase("Wording", "there is no picture in it"),
            phrase("Wording", "Choose a video file, or film again."),
        )
    rate = stream.average_rate or stream.guessed_rate or _ASSUMED_RATE_HZ
    step = usual_step(packets.pts[packets.shown], round(1 / (rate * time_base)))
    shift, restarted = continued(decode_clock(packets.pts, packets.dts), step)
    ticks = filled(packets.pts, packets.dts, step) + shift
    order = _by_time(packets, ticks, stream)
    large = stream.codec_context.width * stream.codec_context.height > _LARGE_PICTURE_PX
    head = _HEAD_PACKETS // 2 if large else _HEAD_PACKETS
    proof = _decoded(path, packets, ticks, head) or _decoded(path, packets, ticks, None, job)
    if proof is None:
        raise VideoError(
            path,
            phrase("Wording", "its picture cannot be decoded"),
            phrase("Wording", "Copy the original file again, or film again."),
        )
    order = _from_first_whole(order, proof)
    if not _agrees(order, proof):
        proof = _decoded(path, packets, ticks, None, job) or proof
        order = proof.rows
        ticks = ticks.copy()
        ticks[order] = np.sort(ticks[order])
    pts, refinement = increasing(ticks[order], step)
    last_duration = (int(packets.duration[order[-1]]) or step) * refinement
    index = build_index(packets, ticks, order)
    restarts = tuple(sorted({int(index.number[row]) for row in restarted} - {-1, 0}))
    return Indexed(index, FrameTimes(pts, time_base / refinement, last_duration), proof.first, restarts)


def _without_torn_end(packets: Packets) -> Packets:
    """A file that was cut off ends within a packet, which shows nothing or half a picture."""
    if len(packets) < 2 or not packets.corrupt[-1]:
        return packets
    shown = packets.shown.copy()
    shown[-1] = False
    return replace(packets, shown=shown)


def _by_time(packets: Packets, ticks: Ticks, stream: VideoStream) -> Ticks:
    """The shown rows by time; as they stand where the codec does not reorder, whatever the times say."""
    rows = np.flatnonzero(packets.shown)
    if stream.codec_context.reorder_depth == 0 and np.array_equal(packets.pts, packets.dts):
        return rows
    return rows[np.argsort(ticks[rows], kind="stable")]


def _decoded(path: Path, packets: Packets, ticks: Ticks, most: int | None, job: Job | None = None) -> _Proof | None:
    """Decodes the first `most` packets, or all; None where no picture comes of them."""
    decoder = Decoder(path, packets, reorder_depth(ticks), careful=most is not None, stop_row=most)
    rows: list[int] = []
    first = None
    try:
        while (decoded := decoder.next()) is not None:
            first = first or decoded[1]
            rows.append(decoded[0])
            if job is not None:
                job.raise_if_cancelled()
                job.report(len(rows), len(packets), phrase("Wording", "Reading the pictures"))
    finally:
        decoder.close()
    if first is None:
        return None
    known = np.array(rows, dtype=np.int64)
    return _Proof(known[np.sort(np.unique(known, return_index=True)[1])], first, decoder.failed)


def _from_first_whole(order: Ticks, proof: _Proof) -> Ticks:
    """Leaves out what comes before the first picture that the decoder gives: it builds on what is not in the file."""
    place = np.flatnonzero(order == proof.rows[0])
    return order[place[0] :] if len(place) else order


def _agrees(order: Ticks, proof: _Proof) -> bool:
    """Whether the decoder gave the same rows in the same order, as far as it went; damage may swallow some."""
    reached = order[order <= proof.rows.max()]
    if proof.failed:
        reached = reached[np.isin(reached, proof.rows)]
    return np.array_equal(reached, proof.rows)
