"""Small pictures of the video for the card under the pointer, decoded on a thread of their own. The newest wish wins."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtGui import QImage

from annotator.errors import AnnotatorError
from annotator.ui.heavy import load_pyav

if TYPE_CHECKING:
    from annotator.video.info import VideoInfo

LONGER_SIDE_PX: Final = 240
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Small:
    """A picture and the time it was asked for."""

    seconds: float
    image: QImage


class Thumbnails(QObject):
    """Makes the pictures. `open` for another video, `close` at the end."""

    ready = Signal(float, QImage)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: _Thread | None = None
        self._closed = False

    def open(self, info: VideoInfo | None) -> None:
        """Takes its pictures from this video from now on; None takes none."""
        self.stop()
        if info is not None and not self._closed:
            self._thread = _Thread(info, self)
            self._thread.made.connect(self._on_made)
            self._thread.start(QThread.Priority.LowPriority)

    def request(self, seconds: float) -> None:
        """Asks for the frame shown at a time; `ready` follows unless something newer is asked for."""
        if self._thread is not None:
            self._thread.ask(seconds)

    def close(self) -> None:
        """Ends the thread for good: a video that is still being opened starts none any more."""
        self._closed = True
        self.stop()

    def stop(self) -> None:
        """Ends the thread and waits for it."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.blockSignals(True)
            thread.end()
            thread.wait()
            thread.deleteLater()

    @Slot(object)
    def _on_made(self, small: Small) -> None:
        self.ready.emit(small.seconds, small.image)


class _Thread(QThread):
    made = Signal(object)  # Small

    def __init__(self, info: VideoInfo, parent: QObject) -> None:
        super().__init__(parent)
        self._info = info
        self._wanted: float | None = None
        self._ending = False
        self._news = threading.Condition()

    def ask(self, seconds: float) -> None:
        with self._news:
            self._wanted = seconds
            self._news.notify()

    def end(self) -> None:
        with self._news:
            self._ending = True
            self._news.notify()

    def run(self) -> None:
        try:
            load_pyav()
            from annotator.video.reader import VideoReader

            with VideoReader(self._info.path, self._info, threads=1) as reader:
                while (seconds := self._next()) is not None:
                    pixels = reader.frame_at(seconds).bgra(LONGER_SIDE_PX)
                    height, width = pixels.shape[:2]
                    image = QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB32)
                    self.made.emit(Small(seconds, image.copy()))
        except AnnotatorError as error:  # the player tells what is wrong with the video
            log.info("no small pictures: %s", error)

    def _next(self) -> float | None:
        """The newest wish, once there is one; None when the thread is to end."""
        with self._news:
            while self._wanted is None and not self._ending:
                self._news.wait()
            seconds, self._wanted = self._wanted, None
            return None if self._ending else seconds
