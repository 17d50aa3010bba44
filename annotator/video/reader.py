"""Frames by number or time, exactly: to the keyframe before, then forward, in one container for the reader's life."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from av.codec.context import ThreadType
from av.error import FFmpegError
from av.video.frame import VideoFrame

from annotator.errors import VideoError
from annotator.job import Job
from annotator.video._open import open_video
from annotator.video.info import VideoInfo
from annotator.video.packets import NO_TIME
from annotator.video.picture import Frame, Renderer
from annotator.video.probe import probe
from annotator.video.times import FrameTimes

__all__ = ["Frame", "VideoReader"]


class VideoReader:
    """Reads one video. Use from one thread at a time, in a `with`."""

    def __init__(self, path: str | Path, info: VideoInfo | None = None, threads: int = 0) -> None:
        self.info = info if info is not None else probe(path)
        self._container, self._stream = open_video(path)
        self._stream.codec_context.thread_type = ThreadType.AUTO
        self._stream.codec_context.thread_count = threads
        self._renderer = Renderer(self.info.width, self.info.height, self.info.orientation)
        self._numbers = {int(p): n for n, p in enumerate(self.info.times.pts)}
        self._decoded: Iterator[VideoFrame] | None = None
        self._next = 0
        self._last: Frame | None = None

    @property
    def times(self) -> FrameTimes:
        """The frames' times."""
        return self.info.times

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._decoded = None
        self._last = None
        self._container.close()

    def frame(self, n: int) -> Frame:
        """Frame `n`. Raises IndexError outside the video."""
        if not 0 <= n < len(self.times):
            raise IndexError(f"frame {n} of {len(self.times)}")
        if self._last is not None and self._last.number == n:
            return self._last
        for frame in self.frames(n, n + 1):
            return frame
        raise VideoError(self.info.path, f"frame {n} cannot be read", "Copy the original file again.")

    def frame_at(self, seconds: float) -> Frame:
        """The frame shown at that time."""
        return self.frame(self.times.frame_at(seconds))

    def frames(self, start: int = 0, stop: int | None = None, job: Job | None = None) -> Iterator[Frame]:
        """Frames `start` up to but without `stop`, in order. Raises Cancelled on request."""
        stop = len(self.times) if stop is None else min(stop, len(self.times))
        if start >= stop:
            return
        entry = self.info.packets.entry_for(start)
        if self._decoded is None or not int(self.info.packets.entry_number[entry]) <= self._next <= start:
            self._seek(entry)
        assert self._decoded is not None
        for picture in self._decoded:
            n = self._numbers.get(picture.pts if picture.pts is not None else NO_TIME)
            if n is None:
                continue
            self._next = n + 1
            if n < start:
                continue
            if job is not None:
                job.raise_if_cancelled()
            self._last = self._frame(n, picture)
            yield self._last
            if n + 1 >= stop:
                return

    def _frame(self, n: int, picture: VideoFrame) -> Frame:
        times = self.times
        return Frame(n, int(times.pts[n]), float(times.seconds[n]), picture.is_corrupt, picture, self._renderer)

    def _seek(self, entry: int) -> None:
        index = self.info.packets
        packet = int(index.entry_packet[entry])
        target = int(index.packets.dts[packet])
        if target == NO_TIME:
            target = int(index.packets.pts[packet])
        try:
            self._container.seek(target, stream=self._stream)
        except FFmpegError as error:
            raise VideoError(self.info.path, "the file cannot be searched", "Copy the original file again.") from error
        self._next = int(index.entry_number[entry])
        self._decoded = self._container.decode(self._stream)
