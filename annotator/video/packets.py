"""The frame index: one pass over the file's packets, without decoding, that says which packet holds which frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from av.container import InputContainer
from av.error import FFmpegError
from av.video.stream import VideoStream

from annotator.job import Job

NO_TIME: Final = np.iinfo(np.int64).min
"""Stands for a timestamp or position that the file does not give."""

_MOST_READ_ERRORS: Final = 16
_PACKETS_A_CHECK: Final = 512


@dataclass(frozen=True, slots=True, eq=False)
class Packets:
    """All picture packets in decode order; `(P,)` each. Times count in the stream's time base; `NO_TIME`: unknown."""

    pts: npt.NDArray[np.int64]
    dts: npt.NDArray[np.int64]
    pos: npt.NDArray[np.int64]
    duration: npt.NDArray[np.int64]
    key: npt.NDArray[np.bool_]
    discard: npt.NDArray[np.bool_]
    corrupt: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.pts)


@dataclass(frozen=True, slots=True, eq=False)
class PacketIndex:
    """Which packet holds which frame.

    `number` `(P,)` is the frame that packet shows, -1 for none (an edit list cuts it, or it cannot be shown);
    `packet_of` `(T,)` the reverse. `entry_packet` and `entry_number` `(K,)` are the packets at which decoding can start
    and the first frame that is whole from there on, both increasing. `reorder_depth` is by how many packets decoding
    order runs ahead of showing order.
    """

    packets: Packets
    number: npt.NDArray[np.int64]
    packet_of: npt.NDArray[np.int64]
    entry_packet: npt.NDArray[np.int64]
    entry_number: npt.NDArray[np.int64]
    reorder_depth: int

    def entry_for(self, n: int) -> int:
        """The row of the last entry from which frame `n` can be decoded."""
        return max(int(np.searchsorted(self.entry_number, n, side="right")) - 1, 0)


def read_packets(container: InputContainer, stream: VideoStream, job: Job | None = None) -> Packets:
    """Reads all packets of the stream from where the container stands. A broken place is passed over."""
    rows: list[tuple[int, int, int, int, bool, bool, bool]] = []
    total = max(container.size, 1)
    errors = 0
    finished = False
    while not finished and errors < _MOST_READ_ERRORS:
        try:
            for packet in container.demux(stream):
                if packet.size == 0 and packet.pts is None and packet.dts is None:
                    continue
                pts, dts, pos = packet.pts, packet.dts, packet.pos
                rows.append(
                    (
                        NO_TIME if pts is None else pts,
                        NO_TIME if dts is None else dts,
                        NO_TIME if pos is None else pos,
                        packet.duration or 0,
                        packet.is_keyframe,
                        packet.is_discard,
                        packet.is_corrupt,
                    )
                )
                if job is not None and len(rows) % _PACKETS_A_CHECK == 0:
                    job.raise_if_cancelled()
                    job.report(max(pos or 0, 0), total, "Reading the file")
            finished = True
        except FFmpegError:
            errors += 1
    times = np.array([row[:4] for row in rows], dtype=np.int64).reshape(-1, 4).T.copy()
    flags = np.array([row[4:] for row in rows], dtype=np.bool_).reshape(-1, 3).T.copy()
    return Packets(times[0], times[1], times[2], times[3], flags[0], flags[1], flags[2])


def build_index(packets: Packets, order: npt.NDArray[np.int64]) -> PacketIndex:
    """The index, given the packets that are shown, in showing order (`order` `(T,)`, positions in decode order)."""
    number = np.full(len(packets), -1, dtype=np.int64)
    number[order] = np.arange(len(order))
    entries = np.flatnonzero(packets.key)
    if len(entries) == 0 or entries[0] != 0:
        entries = np.concatenate(([0], entries))
    # An entry that is itself cut away (edit list) serves the first shown frame that follows it in time.
    shown_pts = packets.pts[order]
    first = np.where(number[entries] >= 0, number[entries], np.searchsorted(shown_pts, packets.pts[entries]))
    first[0] = 0
    keep = np.flatnonzero(np.maximum.accumulate(first) == first)
    decode_rank = np.arange(len(packets))[order]
    depth = int(np.max(decode_rank - np.arange(len(order)) - decode_rank[0], initial=0))
    return PacketIndex(packets, number, order, entries[keep], first[keep], max(depth, 0))
