"""Small pictures of any moment, for the timeline: made by a second, low-priority worker so that playing never waits.

First the keyframe near the moment, which costs one decode; then, if the pointer still rests there, the very frame.
"""

from __future__ import annotations

import os
import sys
import threading
from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot
from PySide6.QtGui import QImage

from annotator.errors import AnnotatorError, Cancelled
from annotator.job import Job
from annotator.ui.heavy import load_pyav

if TYPE_CHECKING:
    from annotator.video.info import VideoInfo
    from annotator.video.reader import VideoReader

LONGEST_SIDE_PX: Final = 320
MOST_KEPT: Final = 150
NEAR_ENOUGH_S: Final = 2.0
NICENESS: Final = 10


@dataclass(frozen=True, slots=True)
class ThumbnailRequest:
    """The frame shown at `seconds` of `info`'s video."""

    info: VideoInfo
    seconds: float


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small picture for the time that was asked for. `exact` false for the keyframe near it."""

    request: ThumbnailRequest
    number: int
    exact: bool
    image: QImage


class _Inbox:
    """The newest request, and the job of the one being served."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._newest: ThumbnailRequest | None = None
        self._job = Job()
        self._stopping = False

    def put(self, request: ThumbnailRequest | None, *, stop: bool = False) -> None:
        with self._lock:
            self._job.cancel()
            self._newest = None if stop or self._stopping else request
            self._stopping = self._stopping or stop

    def take(self) -> tuple[ThumbnailRequest, Job] | None:
        with self._lock:
            request, self._newest = self._newest, None
            self._job = Job()
            return None if request is None else (request, self._job)


class ThumbnailWorker(QObject):
    """Lives on the thumbnail thread; the only user of its reader."""

    made = Signal(object)  # Thumbnail

    def __init__(self, inbox: _Inbox) -> None:
        super().__init__()
        self._inbox = inbox
        self._info: VideoInfo | None = None
        self._reader: VideoReader | None = None
        self._kept: OrderedDict[int, QImage] = OrderedDict()
        self._is_nice = False

    @Slot()
    def work(self) -> None:
        """Serves the newest request until there is none."""
        self._be_nice()
        while (taken := self._inbox.take()) is not None:
            try:
                self._serve(*taken)
            except Cancelled:
                continue
            except AnnotatorError:
                return  # the player tells what is wrong with the file

    @Slot()
    def close(self) -> None:
        """Lets go of the video."""
        reader, self._reader = self._reader, None
        self._info = None
        self._kept.clear()
        if reader is not None:
            reader.close()

    def _serve(self, request: ThumbnailRequest, job: Job) -> None:
        if request.info is not self._info:
            load_pyav()
            from annotator.video.reader import VideoReader

            self.close()
            self._reader = VideoReader(request.info.path, request.info, threads=1)
            self._info = request.info
        info = request.info
        number = info.times.frame_at(request.seconds)
        keyframe = info.keyframes[max(bisect_right(info.keyframes, number) - 1, 0)]
        if number not in self._kept and keyframe != number:
            gap_s = float(info.times.seconds[number] - info.times.seconds[keyframe])
            if gap_s <= NEAR_ENOUGH_S:
                self.made.emit(Thumbnail(request, keyframe, False, self._image(keyframe, job)))
        self.made.emit(Thumbnail(request, number, True, self._image(number, job)))

    def _image(self, number: int, job: Job) -> QImage:
        image = self._kept.pop(number, None)
        if image is None:
            job.raise_if_cancelled()
            assert self._reader is not None
            pixels = self._reader.glance(number, job).bgra(LONGEST_SIDE_PX)
            height, width = pixels.shape[:2]
            image = QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB32).copy()
        self._kept[number] = image
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return image

    def _be_nice(self) -> None:
        """Linux takes no priorities among a process's threads but honours their niceness."""
        if not self._is_nice and sys.platform.startswith("linux"):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
        self._is_nice = True


class Thumbnails(QObject):
    """The window's end. `open` a video, `request` at any time; `ready` answers the newest request, with a near picture
    first; `close` at the end."""

    ready = Signal(float, QImage)
    _wake = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._info: VideoInfo | None = None
        self._asked: ThumbnailRequest | None = None
        self._closed = False
        self._inbox = _Inbox()
        self._thread: QThread | None = None
        self._worker: ThumbnailWorker | None = None

    def open(self, info: VideoInfo | None) -> None:
        """Takes its pictures from this video from now on; None takes none."""
        self._info = None if self._closed else info
        self._asked = None
        self._inbox.put(None)

    @Slot()
    def stop(self) -> None:
        """Makes no more pictures of the video that was open."""
        self.open(None)

    def request(self, seconds: float) -> None:
        """Asks for the frame shown at a time. The newest request wins; older ones are dropped."""
        if self._info is None:
            return
        if self._thread is None:
            self._start()
        self._asked = ThumbnailRequest(self._info, seconds)
        self._inbox.put(self._asked)
        self._wake.emit()

    def close(self) -> None:
        """Ends the thread for good: cancels, then waits. A video that is still being opened starts none any more."""
        self._closed = True
        self._info = self._asked = None
        self._inbox.put(None, stop=True)
        if self._thread is not None and self._worker is not None:
            self._thread.quit()
            self._thread.wait()
            self._worker.close()
            self._thread = None

    @Slot(object)
    def _on_made(self, made: Thumbnail) -> None:
        if made.request is self._asked:
            self.ready.emit(made.request.seconds, made.image)

    def _start(self) -> None:
        self._thread = QThread()
        self._thread.setObjectName("player-thumbnails")
        self._worker = ThumbnailWorker(self._inbox)
        self._worker.moveToThread(self._thread)
        self._wake.connect(self._worker.work, Qt.ConnectionType.QueuedConnection)
        self._worker.made.connect(self._on_made, Qt.ConnectionType.QueuedConnection)
        self._thread.start(QThread.Priority.LowestPriority)
