"""The decode worker: an object on a thread of its own that turns the newest request into pictures.

The window posts requests into a slot that holds one; what it replaces was never begun and is dropped. Between any two
decoded frames the worker looks at the slot, so that a request whose frame is in the cache is answered at once even
while the cache is being filled, and closing never waits for more than one frame.
"""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from annotator.errors import AnnotatorError, Cancelled
from annotator.job import Job
from annotator.ui.heavy import load_pyav
from annotator.ui.player.picture import FrameRequest, Picture

if TYPE_CHECKING:
    from annotator.ui.player.fetch import FrameFetcher
    from annotator.video.info import VideoInfo
    from annotator.video.reader import Frame, VideoReader

SHELF_PICTURES: Final = 8
FEWEST_THREADS: Final = 4
"""On two cores, four decoding threads reach a frame half a second past its keyframe a seventh sooner than FFmpeg's choice
of three (HEVC, 1080p)."""
FINISH_FRAMES: Final = 45
"""A seek under way with no more than this left to decode is finished although a newer one waits: else nothing would be
seen while somebody drags."""
REST_S: Final = 0.15
"""For so long after a request and after its picture the cache is not filled by way of a seek, because the next request
may come at once."""
PREVIEW_AFTER_S: Final = 0.12
"""When a longer seek is dropped and nothing was shown for this long, the frame it had reached is shown on the way."""


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """A video to open. `info` saves reading the file's index again."""

    video: int
    path: Path
    info: VideoInfo | None


@dataclass(frozen=True, slots=True)
class Opened:
    """The video is open and its frames' times are known."""

    video: int
    info: VideoInfo


@dataclass(frozen=True, slots=True)
class Failed:
    """The video could not be opened or read on."""

    video: int
    error: AnnotatorError


class _Inbox:
    """What the window wants, handed over between the threads: the newest only. Opening drops the frame request."""

    def __init__(self) -> None:
        self._lock = threading.Condition()
        self._frame: FrameRequest | None = None
        self._open: OpenRequest | None = None
        self._job = Job()
        self.stopping = False

    def put_frame(self, request: FrameRequest) -> None:
        with self._lock:
            self._frame = request
            self._lock.notify()

    def put_open(self, request: OpenRequest) -> None:
        with self._lock:
            self._frame, self._open = None, request
            self._job.cancel()
            self._job = Job()
            self._lock.notify()

    def stop(self) -> None:
        with self._lock:
            self.stopping = True
            self._frame = self._open = None
            self._job.cancel()
            self._lock.notify()

    def wait(self, seconds: float) -> None:
        """Rests until there is something new, no longer than `seconds`."""
        with self._lock:
            self._lock.wait_for(lambda: self.stopping or self._frame is not None or self._open is not None, seconds)

    def take_frame(self) -> FrameRequest | None:
        with self._lock:
            request, self._frame = self._frame, None
            return request

    def take_open(self) -> tuple[OpenRequest | None, Job]:
        with self._lock:
            request, self._open = self._open, None
            return request, self._job


class DecodeWorker(QObject):
    """Lives on the decode thread; the only user of its reader."""

    opened = Signal(object)  # Opened
    pictured = Signal(object)  # Picture
    failed = Signal(object)  # Failed

    def __init__(self, inbox: _Inbox) -> None:
        super().__init__()
        self._inbox = inbox
        self._video = 0
        self._reader: VideoReader | None = None
        self._fetcher: FrameFetcher | None = None
        self._request: FrameRequest | None = None
        self._waiting: FrameRequest | None = None
        self._unsent: list[int] = []
        self._shelf: dict[int, Picture] = {}
        self._last_sent_at = 0.0
        self._adopted_at = 0.0
        self._job = Job()

    @Slot()
    def work(self) -> None:
        """Does all there is to do; comes back when the newest request is served and the cache is full."""
        try:
            while not self._inbox.stopping and self._step():
                pass
        except Cancelled:
            self.work()
        except AnnotatorError as error:
            self._request = self._waiting = None
            self.failed.emit(Failed(self._video, error))

    @Slot()
    def close(self) -> None:
        """Lets go of the video."""
        self._fetcher = None
        self._request = self._waiting = None
        self._shelf.clear()
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.close()

    def _step(self) -> bool:
        """One small piece of work; whether there may be more."""
        opening, job = self._inbox.take_open()
        if opening is not None:
            self._open(opening, job)
            return True
        fetcher = self._fetcher
        if fetcher is None:
            return False
        self._waiting = self._inbox.take_frame() or self._waiting
        if self._waiting is not None and self._may_turn_to(self._waiting, fetcher):
            self._adopt(self._waiting, fetcher)
            self._waiting = None
        if self._send_next(fetcher):
            return True
        rest_s = max(self._adopted_at, self._last_sent_at) + REST_S - time.monotonic()
        if rest_s > 0 and fetcher.can_wait():
            self._inbox.wait(rest_s)
            return True
        return fetcher.advance(self._job) is not None or self._waiting is not None

    def _open(self, opening: OpenRequest, job: Job) -> None:
        load_pyav()
        from annotator.ui.player.fetch import FrameFetcher
        from annotator.video.probe import probe
        from annotator.video.reader import VideoReader

        self.close()
        self._video = opening.video
        self._job = job
        try:
            info = opening.info if opening.info is not None else probe(opening.path, job)
            self._reader = VideoReader(opening.path, info, threads=max(FEWEST_THREADS, os.cpu_count() or 1))
            self._fetcher = FrameFetcher(self._reader)
        except Cancelled:
            return
        self.opened.emit(Opened(opening.video, info))

    def _may_turn_to(self, newer: FrameRequest, fetcher: FrameFetcher) -> bool:
        """Whether the seek under way may be left for a newer one (see FINISH_FRAMES)."""
        current = self._request
        if current is None or current.show not in self._unsent or fetcher.cached(newer.show) is not None:
            return True
        if fetcher.missing() != current.show:
            return True
        return fetcher.distance(current.show) > FINISH_FRAMES

    def _adopt(self, request: FrameRequest, fetcher: FrameFetcher) -> None:
        left = self._request
        if (
            left is not None
            and left.show in self._unsent
            and fetcher.cached(request.show) is None
            and time.monotonic() - self._last_sent_at > PREVIEW_AFTER_S
        ):
            reached = fetcher.newest
            if reached is not None:
                self._send(reached)
        self._request = request
        self._adopted_at = time.monotonic()
        self._unsent = [request.show, *request.soon]
        fetcher.ask(request)

    def _send_next(self, fetcher: FrameFetcher) -> bool:
        """Sends the next picture of the request if its frame is at hand."""
        if not self._unsent:
            return False
        frame = fetcher.cached(self._unsent[0])
        if frame is None:
            return False
        self._unsent.pop(0)
        self._send(frame)
        return True

    def _send(self, frame: Frame) -> None:
        request = self._request
        assert request is not None
        held = self._shelf.pop(frame.number, None)
        if held is None or held.max_side != request.max_side or held.tone != request.tone:
            held = self._picture(frame, request)
        self._shelf[frame.number] = held
        while len(self._shelf) > SHELF_PICTURES:
            del self._shelf[next(iter(self._shelf))]
        self._last_sent_at = time.monotonic()
        self.pictured.emit(held)

    def _picture(self, frame: Frame, request: FrameRequest) -> Picture:
        pixels = frame.bgra(request.max_side)
        if not request.tone.neutral:
            from annotator.video._cv import load_cv2

            pixels = np.asarray(load_cv2().LUT(pixels, request.tone.table()))
        return Picture(
            self._video, request.serial, frame.number, frame.pts, frame.seconds, frame.corrupt,
            request.max_side, request.tone, Picture.image_of(pixels), pixels,
        )  # fmt: skip


class DecodeThread(QObject):
    """The window's end of the worker: `open`, `request`, `stop`. Its signals arrive on the GUI thread."""

    opened = Signal(object)  # Opened
    pictured = Signal(object)  # Picture
    failed = Signal(object)  # Failed
    _wake = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox = _Inbox()
        self._thread = QThread()
        self._thread.setObjectName("player-decode")
        self._worker = DecodeWorker(self._inbox)
        self._worker.moveToThread(self._thread)
        self._wake.connect(self._worker.work, Qt.ConnectionType.QueuedConnection)
        for theirs, mine in (
            (self._worker.opened, self.opened),
            (self._worker.pictured, self.pictured),
            (self._worker.failed, self.failed),
        ):
            theirs.connect(mine, Qt.ConnectionType.QueuedConnection)
        self._thread.start()

    def open(self, request: OpenRequest) -> None:
        """Opens a video in place of the one that is open; `opened` or `failed` follows."""
        self._inbox.put_open(request)
        self._wake.emit()

    def request(self, request: FrameRequest) -> None:
        """Asks for frames of the open video, in place of what was asked before."""
        self._inbox.put_frame(request)
        self._wake.emit()

    def stop(self) -> None:
        """Ends the thread: cancels, then waits for the frame that is being decoded. May be called again."""
        if self._thread.isFinished():
            return
        self._inbox.stop()
        self._thread.quit()
        self._thread.wait()
        self._worker.close()
