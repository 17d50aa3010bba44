"""The frame index: one pass over the file's packets, without decoding, that says which packet holds which frame."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

import numpy as np
import numpy.typing as npt
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError
from av.packet import Packet
from av.video.stream import VideoStream

from annotator.job import Job
from annotator.phrase import phrase
from annotator.video.timeline import NO_TIME, Ticks, reorder_depth

StreamT = TypeVar("StreamT", VideoStream, AudioStream)

_MOST_READ_ERRORS: Final = 16
_PACKETS_A_CHECK: Final = 512
_KEY, _SHOWN, _CORRUPT = 1, 2, 4

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Packets:
    """All picture packets in decode order; `(P,)` each.

    `pts`, `dts` and `duration` count in the stream's time base and `pos` in bytes; `NO_TIME` stands for unknown.
    `shown` is False for what an edit list cuts away and for empty packets.
    """

    pts: Ticks
    dts: Ticks
    pos: Ticks
    duration: Ticks
    key: Flags
    shown: Flags
    corrupt: Flags

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
    number: Ticks
    packet_of: Ticks
    entry_packet: Ticks
    entry_number: Ticks
    reorder_depth: int

    def entry_for(self, n: int) -> int:
        """The row of the last entry from which frame `n` can be decoded."""
        return max(int(np.searchsorted(self.entry_number, n, side="right")) - 1, 0)

    def first_built_on(self, n: int) -> int:
        """The earliest frame that may be built on frame `n`: the first shown of those decoded with or after it, as far
        as the next entry."""
        row = int(self.packet_of[n])
        entry = int(np.searchsorted(self.entry_packet, row, side="right"))
        stop = int(self.entry_packet[entry]) if entry < len(self.entry_packet) else len(self.number)
        numbers = self.number[row:stop]
        return int(numbers[numbers >= 0].min(initial=n))

    def whole_again_after(self, n: int) -> int:
        """The first frame that is built on nothing damaged at frame `n`: the next entry's, or the frame count."""
        entry = int(np.searchsorted(self.entry_number, n, side="right"))
        return int(self.entry_number[entry]) if entry < len(self.entry_number) else len(self.packet_of)


def read_packets(container: InputContainer, stream: VideoStream, job: Job | None = None) -> Packets:
    """Reads all packets of the stream from where the container stands. A broken place is passed over."""
    rows = array("q")
    total = max(container.size, 1)
    for count, packet in enumerate(packets_of(container, stream)):
        pts, dts, pos = packet.pts, packet.dts, packet.pos
        rows.append(NO_TIME if pts is None else pts)
        rows.append(NO_TIME if dts is None else dts)
        rows.append(NO_TIME if pos is None or pos < 0 else pos)
        rows.append(packet.duration or 0)
        shown = packet.size > 0 and not packet.is_discard
        rows.append(packet.is_keyframe * _KEY + shown * _SHOWN + packet.is_corrupt * _CORRUPT)
        if job is not None and count % _PACKETS_A_CHECK == 0:
            job.raise_if_cancelled()
            job.report(max(pos or 0, 0), total, phrase("Wording", "Reading the file"))
    table = np.frombuffer(rows, dtype=np.int64).reshape(-1, 5).T.copy()
    key, shown_rows, corrupt = ((table[4] & flag) != 0 for flag in (_KEY, _SHOWN, _CORRUPT))
    return Packets(table[0], table[1], table[2], table[3], key, shown_rows, corrupt)


def packets_of(container: InputContainer, stream: StreamT) -> Iterator[Packet[StreamT]]:
    """The stream's packets from where the container stands. A broken place is passed over, unless there are too many."""
    for _ in range(_MOST_READ_ERRORS):
        try:
            for packet in container.demux(stream):
                # PyAV ends with a packet that holds nothing.
                if packet.size or packet.pts is not None or packet.dts is not None:
                    yield packet
            return
        except FFmpegError:
            continue
        except IndexError:
            # PyAV stumbles at the end of a file in which other streams have come up midway; all packets were given.
            return


def build_index(packets: Packets, ticks: Ticks, order: Ticks) -> PacketIndex:
    """The index, given all packets' times in decode order and the rows that are shown, in showing order (`order`
    `(T,)`)."""
    number = np.full(len(packets), -1, dtype=np.int64)
    number[order] = np.arange(len(order))
    entries = np.flatnonzero(packets.key)
    if len(entries) == 0 or entries[0] != 0:
        entries = np.concatenate(([0], entries))
    # An entry that is itself cut away (edit list) serves from the first shown frame that follows it in time.
    following = np.searchsorted(np.maximum.accumulate(ticks[order]), ticks[entries])
    first = np.where(number[entries] >= 0, number[entries], following)
    first[0] = 0
    keep = (first < len(order)) & (np.maximum.accumulate(first) == first)
    entries, first = entries[keep], first[keep]
    # Several entries before the first shown frame: only the last of them serves it, but the very first always does.
    last_of_equal = np.append(np.diff(first) > 0, True)
    entries, first = entries[last_of_equal], first[last_of_equal]
    return PacketIndex(packets, number, order, entries, first, reorder_depth(ticks))
