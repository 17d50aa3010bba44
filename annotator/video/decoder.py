"""Decoding from any entry of the index on, with each picture traced to the packet it came from.

Timestamps are no names: files repeat them, leave them out, or shift them after a seek. So each packet goes to the
decoder with its row in the index in place of its pts, and the decoder hands the row back on the picture.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import numpy as np
from av.codec.context import ThreadType
from av.error import BlockingIOError as DecoderFullError
from av.error import FFmpegError
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from annotator.job import Job
from annotator.video._open import open_video
from annotator.video.packets import Packets, packets_of
from annotator.video.timeline import NO_TIME, Ticks

_DEEPEST_REORDERING: Final = 16
"""H.264's own limit (MaxDpbFrames, ITU-T H.264 A.3.1); FFmpeg aborts the process on more."""


class Decoder:
    """One container held open, read from `seek`'s packet up to but without `stop_row`.

    `careful` decodes in one thread: slower, but an error then costs only its own packet.
    """

    def __init__(
        self,
        path: Path,
        packets: Packets,
        reorder_depth: int,
        threads: int = 0,
        careful: bool = False,
        stop_row: int | None = None,
    ) -> None:
        self._path = path
        self._packets = packets
        self._threads = 1 if careful else threads
        self._thread_type = ThreadType.SLICE if careful else ThreadType.AUTO
        self._reorder_depth = reorder_depth
        self._stop_row = len(packets) if stop_row is None else stop_row
        self._rows = _Rows(packets)
        self._open()
        # Matroska and MP4 seek by pts (MP4 goes one keyframe too far back for a time before it), most others by dts.
        by_pts = any(name in self._container.format.name for name in ("matroska", "mp4"))
        self._seek_times = packets.pts if by_pts else packets.dts

    def _open(self) -> None:
        self._container, self._stream = open_video(self._path)
        context = self._stream.codec_context
        context.thread_type = self._thread_type
        context.thread_count = self._threads
        self._deepen()
        self._waiting: deque[tuple[int, VideoFrame]] = deque()
        self._demuxed: Iterator[Packet[VideoStream]] = packets_of(self._container, self._stream)
        self._row = 0
        self._drained = False
        self._untouched = True
        self.failed = False

    def _deepen(self) -> None:
        # FFmpeg guesses how far H.264 reorders, forgets it on a seek, and drops frames while the guess is too low.
        context = self._stream.codec_context
        if context.codec.canonical_name == "h264":
            context.reorder_depth = max(context.reorder_depth, min(self._reorder_depth, _DEEPEST_REORDERING))

    def close(self) -> None:
        """Lets go of the file."""
        self._waiting.clear()
        self._container.close()

    def seek(self, row: int) -> None:
        """Makes `row` the next packet to be decoded."""
        if row == 0 and self._untouched:
            return
        if not self._sought(row):
            self.close()
            self._open()
            self._pass_over(row)

    def _sought(self, row: int) -> bool:
        """Tries the container's own seek, ever earlier: many formats find only a place near the one asked for."""
        if not self._rows.known:
            return False
        for back in (0, 1, 8, 64, 512):
            before = max(row - back, 0)
            target = int(self._seek_times[before])
            if target == NO_TIME:
                return False
            try:
                self._container.seek(target, stream=self._stream)
            except FFmpegError:
                return False
            self._restart()
            if self._pass_over(row):
                return True
            if before == 0:
                break
        return False

    def _restart(self) -> None:
        self._deepen()
        self._waiting.clear()
        self._demuxed = packets_of(self._container, self._stream)
        self._drained = False
        self._untouched = False
        self.failed = False

    def _pass_over(self, row: int) -> bool:
        """Skips packets until `row` is next. False where the container already stands beyond it."""
        self._row = 0 if self._untouched else -1
        while (packet := next(self._demuxed, None)) is not None:
            found = self._row_for(packet)
            if found == row:
                self._feed(packet, row)
                return True
            if found > row:
                return False
            if found >= 0:
                self._row = found + 1
        return False

    def _row_for(self, packet: Packet[VideoStream]) -> int:
        """The packet's row by its name, else by its place after the packet before; -1 where neither is known."""
        found = self._rows.find(packet, self._row)
        return found if found >= 0 else self._row

    def _feed(self, packet: Packet[VideoStream], row: int) -> None:
        self._untouched = False
        self._row = row + 1
        if packet.size == 0:
            return
        packet.pts = row
        try:
            pictures = packet.decode()
        except DecoderFullError:
            pictures = self._again(packet)
        except FFmpegError:
            self.failed = True
            return
        for picture in pictures:
            self._waiting.append((-1 if picture.pts is None else picture.pts, picture))

    def _again(self, packet: Packet[VideoStream]) -> list[VideoFrame]:
        try:
            return packet.decode()
        except FFmpegError:
            self.failed = True
            return []

    def next(self) -> tuple[int, VideoFrame] | None:
        """The next picture in showing order with its packet's row; None at the end. `failed` tells of errors so far."""
        while not self._waiting:
            if self._drained:
                return None
            packet = next(self._demuxed, None) if self._row < self._stop_row else None
            if packet is not None:
                self._feed(packet, self._row_for(packet))
                continue
            self._drain()
        return self._waiting.popleft()

    def single(self, row: int, wanted: int, left_out: Callable[[int], bool], job: Job | None) -> VideoFrame | None:
        """The picture of packet `wanted` alone, decoded from packet `row` on; None where it does not come undamaged.

        Packets that `left_out` names are passed over where no other picture is built on theirs, and the decoder is
        drained as soon as it holds `wanted`, so that it need not wait for pictures that are shown later. Only `seek` or
        `single` may follow. Raises Cancelled on request.
        """
        self.seek(row)
        context = self._stream.codec_context
        try:
            # Where seeking has fed the wanted packet already, nothing more is read.
            while self._row <= wanted and (packet := next(self._demuxed, None)) is not None:
                if job is not None:
                    job.raise_if_cancelled()
                found = self._row_for(packet)
                if found < 0:
                    continue
                context.skip_frame = "NONREF" if left_out(found) else "DEFAULT"
                self._feed(packet, found)
                if found == wanted:
                    break
                self._waiting = deque(kept for kept in self._waiting if kept[0] == wanted or kept[1].is_corrupt)
        finally:
            context.skip_frame = "DEFAULT"
        self._drain()
        damaged = self.failed or any(picture.is_corrupt for _, picture in self._waiting)
        found_picture = next((picture for kept, picture in self._waiting if kept == wanted), None)
        self._waiting.clear()
        return None if damaged else found_picture

    def _drain(self) -> None:
        self._drained = True
        try:
            for picture in self._stream.codec_context.decode(None):
                self._waiting.append((-1 if picture.pts is None else picture.pts, picture))
        except FFmpegError:
            self.failed = True


class _Rows:
    """Finds packets again after a seek, by whichever of position, pts or dts names each without doubt."""

    def __init__(self, packets: Packets) -> None:
        self.known = False
        for name in ("pos", "pts", "dts"):
            values: Ticks = getattr(packets, name)
            if len(values) and (values != NO_TIME).all() and len(np.unique(values)) == len(values):
                self.known = True
                self._name, self._values = name, values
                self._sorted_rows = np.argsort(values)
                self._sorted_values = values[self._sorted_rows]
                break

    def find(self, packet: Packet[VideoStream], expected: int) -> int:
        """The packet's row, or -1; quickest where it is the expected one."""
        if not self.known:
            return -1
        value = getattr(packet, self._name)
        if value is None:
            return -1
        if 0 <= expected < len(self._values) and self._values[expected] == value:
            return expected
        place = int(np.searchsorted(self._sorted_values, value))
        if place < len(self._values) and self._sorted_values[place] == value:
            return int(self._sorted_rows[place])
        return -1
