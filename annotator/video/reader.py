"""Frames by number or time, exactly: to the keyframe before, then forward, in one container for the reader's life."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import numpy as np
from av.video.frame import VideoFrame

from annotator.errors import VideoError
from annotator.job import Job
from annotator.phrase import phrase
from annotator.video.decoder import Decoder
from annotator.video.gaps import merged
from annotator.video.info import Gap, VideoInfo
from annotator.video.picture import Frame, Renderer
from annotator.video.probe import probe
from annotator.video.times import FrameTimes

__all__ = ["Frame", "VideoReader"]

_MOST_HELD: Final = 4
"""Pictures kept back while an earlier one has not come; it is given up when one more arrives."""

_NEAR: Final = 8
"""Frames so little ahead are decoded towards, even across a keyframe: a seek would empty the decoder's threads."""

_EARLIER_ENTRIES: Final = 3
"""How many keyframes further back a frame is looked for, where the nearest one does not make it whole (a picture
refreshed bit by bit needs up to two intervals)."""


class VideoReader:
    """Reads one video. Use from one thread at a time, in a `with`.

    Every frame of `info.times` can be read. One that cannot be decoded is given as the picture before it, with
    `corrupt` set, as are the frames after it up to the next keyframe, which are built upon it; `gaps` then names the
    span.
    """

    def __init__(self, path: str | Path, info: VideoInfo | None = None, threads: int = 0) -> None:
        self.info = info if info is not None else probe(path)
        self._index = self.info.packets
        self._path = Path(path)
        self._quick = Decoder(self._path, self._index.packets, self._index.reorder_depth, threads)
        self._careful: Decoder | None = None
        self._decoder = self._quick
        self._renderer = Renderer(self.info.width, self.info.height, self.info.orientation)
        self._bad = np.zeros(len(self.info.times), dtype=np.bool_)
        self._marked = self._index.packets.corrupt[self._index.packet_of]
        self._last: Frame | None = None
        self._closed = False
        self._begin(0)

    def _begin(self, number: int) -> None:
        self._next = number
        self._held: dict[int, VideoFrame] = {}
        self._good: VideoFrame | None = None
        self._damaged_until = 0
        self._ended = False

    @property
    def times(self) -> FrameTimes:
        """The frames' times."""
        return self.info.times

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The file's gaps (`info.gaps`) and those found while decoding so far, by start."""
        edges = np.flatnonzero(np.diff(np.concatenate(([False], self._bad, [False]))))
        seconds = np.append(self.times.seconds, self.times.duration_s)
        found = [
            Gap(float(seconds[a]), float(seconds[b]), "corrupt") for a, b in zip(edges[::2], edges[1::2], strict=True)
        ]
        return merged([*self.info.gaps, *found])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file; reading from then on raises ValueError."""
        self._closed = True
        self._begin(0)
        self._last = None
        self._quick.close()
        if self._careful is not None:
            self._careful.close()

    def frame_at(self, seconds: float) -> Frame:
        """The frame shown at that time."""
        return self.frame(self.times.frame_at(seconds))

    def frames(self, start: int = 0, stop: int | None = None, job: Job | None = None) -> Iterator[Frame]:
        """Frames `start` up to but without `stop`, in order. Raises Cancelled on request."""
        for n in range(max(start, 0), len(self.times) if stop is None else min(stop, len(self.times))):
            if job is not None:
                job.raise_if_cancelled()
            yield self.frame(n)

    def frame(self, n: int) -> Frame:
        """Frame `n`; the one after the last asked for costs one decode. Raises IndexError outside the video."""
        if self._closed:
            raise ValueError(f"{self.info.path}: read after it was closed")
        if self._last is not None and self._last.number == n:
            return self._last
        if not 0 <= n < len(self.times):
            raise IndexError(f"frame {n} of {len(self.times)}")
        entry = self._index.entry_for(n) if n != self._next else -1
        onward = self._next <= n and (n - self._next < _NEAR or int(self._index.entry_number[entry]) <= self._next)
        picture = self._forward(n) if onward else self._found(n, entry)
        if picture is None or picture.is_corrupt or n < self._damaged_until:
            self._bad[n] = True
        corrupt = bool(self._bad[n])
        picture = picture or self._stand_in()
        times = self.times
        self._last = Frame(n, int(times.pts[n]), float(times.seconds[n]), corrupt, picture, self._renderer)
        return self._last

    def glance(self, n: int, job: Job | None = None) -> Frame:
        """Frame `n` by the shortest way from afar: pictures before it that it is not built on are passed over, and
        those after it not waited for, which halves the wait where a file has B-frames. The next frame read costs a
        seek. Raises IndexError outside the video, Cancelled on request."""
        if self._closed:
            raise ValueError(f"{self.info.path}: read after it was closed")
        if not 0 <= n < len(self.times):
            raise IndexError(f"frame {n} of {len(self.times)}")
        index = self._index
        entry = index.entry_for(n)
        if self._bad[int(index.entry_number[entry]) : n + 1].any():
            return self.frame(n)
        number = index.number
        self._decoder = self._quick
        self._begin(len(self.times))
        picture = self._quick.single(
            int(index.entry_packet[entry]), int(index.packet_of[n]), lambda row: bool(number[row] < n), job
        )
        if picture is None:
            return self.frame(n)
        self._last = Frame(n, int(self.times.pts[n]), float(self.times.seconds[n]), False, picture, self._renderer)
        return self._last

    def _found(self, n: int, entry: int) -> VideoFrame | None:
        """Frame `n` from the entry before it, or from earlier ones where that does not make it whole."""
        picture = None
        for earlier in range(entry, max(entry - _EARLIER_ENTRIES, -1), -1):
            self._seek(earlier)
            picture = self._forward(n)
            whole = picture is not None and not picture.is_corrupt and n >= self._damaged_until
            if whole or (self._bad[n] and self._good is not None):
                break
        return picture

    def _seek(self, entry: int) -> None:
        self._decoder = self._quick
        self._decoder.seek(int(self._index.entry_packet[entry]))
        self._begin(int(self._index.entry_number[entry]))

    def _forward(self, n: int) -> VideoFrame | None:
        """Decodes on until frame `n`; None where it is missing."""
        picture = None
        while self._next <= n:
            picture = self._advance()
        return picture

    def _advance(self) -> VideoFrame | None:
        """The picture of the next frame, None where it does not come."""
        number = self._next
        while number not in self._held and len(self._held) <= _MOST_HELD and not self._ended:
            decoded = self._decoder.next()
            if decoded is None:
                self._end()
                continue
            row, picture = decoded
            shown = int(self._index.number[row]) if 0 <= row < len(self._index.number) else -1
            if shown >= number:
                self._held[shown] = picture
        self._next += 1
        found = self._held.pop(number, None)
        if found is not None:
            self._good = found
        if found is None or found.is_corrupt or self._marked[number]:
            self._damaged_until = self._index.whole_again_after(number)
            # Frames shown earlier but decoded later are built on this one too: too late to mark, not to record.
            self._bad[self._index.first_built_on(number) : number] = True
        return found

    def _end(self) -> None:
        """At the end of the file. An error while the decoder's threads are emptied takes good frames with it, so what
        is missing is decoded once more, in one thread."""
        if self._decoder is not self._quick or len(self._held) >= len(self.times) - self._next:
            self._ended = True
            return
        if self._careful is None:
            self._careful = Decoder(self._path, self._index.packets, self._index.reorder_depth, careful=True)
        self._decoder = self._careful
        self._decoder.seek(int(self._index.entry_packet[self._index.entry_for(self._next)]))

    def _stand_in(self) -> VideoFrame:
        """The last good picture; at the start of a file, the first that comes."""
        if self._good is None and self._held:
            return self._held[min(self._held)]
        if self._good is None:
            raise VideoError(
                self.info.path,
                phrase("Wording", "its picture cannot be decoded"),
                phrase("Wording", "Copy the original file again."),
            )
        return self._good
