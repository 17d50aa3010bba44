"""The sound beside the picture, on a thread of its own: decoded, brought to the playing speed, fed to the audio device.

Without a sound track or an audio device nothing is heard and nothing fails. QtMultimedia is imported when sound is
first played, because looking for devices takes a tenth of a second.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QIODevice, QObject, Qt, QThread, QTimer, Signal, Slot

from annotator.errors import AnnotatorError
from annotator.ui.heavy import load_pyav

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioSink

    from annotator.ui.player.sound_track import SoundTrack
    from annotator.video.info import VideoInfo

SLOWEST_HEARD: Final = 0.25
"""Below this a stretched sound tells nothing any more: muted."""
FEED_EVERY_MS: Final = 20
BUFFER_S: Final = 0.2
STALE_AFTER_S: Final = 0.3


@dataclass(frozen=True, slots=True)
class PlaySound:
    """Play from `start_s`, at `speed`, round `loop` (start and end in seconds) if there is one."""

    serial: int
    info: VideoInfo
    start_s: float
    speed: float
    loop: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Heard:
    """At monotonic time `at`, `play_s` media seconds had been heard since playing began."""

    serial: int
    at: float
    play_s: float


class Newest:
    """The serial of the newest request, written by the window and read by the worker: what is older is passed over."""

    def __init__(self) -> None:
        self.serial = 0


class SoundWorker(QObject):
    """Lives on the sound thread; owns the audio device while something plays."""

    heard = Signal(object)  # Heard

    def __init__(self, newest: Newest) -> None:
        super().__init__()
        self._newest = newest
        self._timer = QTimer(self, interval=FEED_EVERY_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._feed)
        self._sink: QAudioSink | None = None
        self._device: QIODevice | None = None
        self._format_channels = 1
        self._rate_hz = 0
        self._track: SoundTrack | None = None
        self._pieces: Iterator[npt.NDArray[np.float32]] | None = None
        self._playing: PlaySound | None = None
        self._pending = b""
        self._written = 0
        self._volume = 1.0

    @Slot(object)
    def play(self, wanted: PlaySound) -> None:
        """Begins anew, as asked."""
        self.stop()
        if wanted.serial != self._newest.serial or not self._open_device():
            return
        load_pyav()
        from annotator.ui.player.sound_track import SoundTrack

        self._playing = wanted
        self._track = SoundTrack(wanted.info, self._rate_hz)
        self._pieces = self._track.pieces(wanted.start_s, wanted.speed, wanted.loop)
        assert self._sink is not None
        self._device = self._sink.start()
        self._written = 0
        self._feed()
        self._timer.start()

    @Slot()
    def stop(self) -> None:
        """Falls silent at once."""
        self._timer.stop()
        self._playing = None
        self._pending = b""
        self._pieces = None
        track, self._track = self._track, None
        if track is not None:
            track.close()
        if self._sink is not None:
            self._sink.reset()
        self._device = None

    @Slot()
    def close(self) -> None:
        """Lets go of the device, on the thread that made it."""
        self.stop()
        sink, self._sink = self._sink, None
        if sink is not None:
            sink.deleteLater()

    @Slot(bool)
    def hold(self, held: bool) -> None:
        """Stands still, or goes on."""
        if self._sink is None or self._playing is None:
            return
        if held:
            self._timer.stop()
            self._sink.suspend()
        else:
            self._sink.resume()
            self._timer.start()

    @Slot(float)
    def set_volume(self, volume: float) -> None:
        """0 to 1."""
        self._volume = volume
        if self._sink is not None:
            self._sink.setVolume(volume)

    def _open_device(self) -> bool:
        if self._sink is not None:
            return True
        if not may_have_a_device():
            return False
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            return False
        wanted = device.preferredFormat()
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if not device.isFormatSupported(wanted):
            return False
        self._rate_hz, self._format_channels = wanted.sampleRate(), wanted.channelCount()
        self._sink = QAudioSink(device, wanted, self)
        self._sink.setBufferSize(wanted.bytesForDuration(int(BUFFER_S * 1e6)))
        self._sink.setVolume(self._volume)
        return True

    @Slot()
    def _feed(self) -> None:
        sink, device, playing = self._sink, self._device, self._playing
        if sink is None or device is None or playing is None or self._pieces is None:
            return
        frame_bytes = 2 * self._format_channels
        free = sink.bytesFree() // frame_bytes * frame_bytes
        try:
            while len(self._pending) < free:
                piece = next(self._pieces, None)
                if piece is None:
                    break
                self._pending += _as_int16(piece, self._format_channels)
        except AnnotatorError:
            self._pieces = iter(())  # the picture goes on without sound
        if free and self._pending:
            sent = max(device.write(self._pending[:free]), 0)
            self._pending = self._pending[sent:]
            self._written += sent
        waiting = max(sink.bufferSize() - sink.bytesFree(), 0)
        heard_s = max(self._written - waiting, 0) / frame_bytes / self._rate_hz * playing.speed
        self.heard.emit(Heard(playing.serial, time.monotonic(), heard_s))


class SoundOutput(QObject):
    """The window's end: begins, holds and ends the sound, and says how much of it has been heard."""

    available_changed = Signal(bool)
    _play = Signal(object)
    _stop = Signal()
    _hold = Signal(bool)
    _set_volume = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._info: VideoInfo | None = None
        self._newest = Newest()
        self._heard: Heard | None = None
        self._muted = False
        self._speed = 1.0
        self._held = False
        self._worker: SoundWorker | None = None
        self._thread: QThread | None = None

    @property
    def available(self) -> bool:
        """Whether the video has a sound track."""
        return self._info is not None and self._info.audio is not None

    @property
    def muted(self) -> bool:
        """Whether the sound is switched off."""
        return self._muted

    def set_muted(self, muted: bool) -> None:
        """Switches the sound off or on, also while playing."""
        self._muted = muted
        self._set_volume.emit(0.0 if muted else 1.0)

    def open(self, info: VideoInfo | None) -> None:
        """The sound of another video, or of none."""
        self.stop()
        self._info = info
        self.available_changed.emit(self.available)

    def play(self, start_s: float, speed: float, loop: tuple[float, float] | None = None) -> None:
        """Plays from `start_s` on. Nothing is heard where there is no sound, or the speed is too slow for one."""
        self._newest.serial += 1
        self._heard = None
        self._held = False
        self._speed = speed
        if self._info is None or self._info.audio is None or speed < SLOWEST_HEARD:
            self.stop()
            return
        if self._thread is None:
            self._start_thread()
        self._play.emit(PlaySound(self._newest.serial, self._info, start_s, speed, loop))

    def pause(self) -> None:
        """Stands still."""
        self._held = True
        self._hold.emit(True)

    def resume(self) -> None:
        """Goes on after `pause`."""
        self._held = False
        self._heard = None
        self._hold.emit(False)

    def stop(self) -> None:
        """Falls silent."""
        self._newest.serial += 1
        self._heard = None
        self._stop.emit()

    def played_s(self) -> float | None:
        """How many media seconds have been heard since `play`; None where the sound does not lead: at other speeds than
        1, while it is held, or where nothing is heard. A muted sound still leads."""
        heard = self._heard
        if heard is None or self._held or self._speed != 1.0:
            return None
        age = time.monotonic() - heard.at
        return heard.play_s + age if age < STALE_AFTER_S else None

    def stop_thread(self) -> None:
        """Ends the thread and waits for it."""
        if self._thread is None or self._worker is None:
            return
        self._thread.quit()
        self._thread.wait()
        self._thread = None

    @Slot(object)
    def _on_heard(self, heard: Heard) -> None:
        """A device that takes nothing, as one that is being woken, does not lead: only what goes on counts."""
        before = self._heard.play_s if self._heard is not None else 0.0
        if heard.serial == self._newest.serial and heard.play_s > before:
            self._heard = heard

    def _start_thread(self) -> None:
        self._thread = QThread()
        self._thread.setObjectName("player-sound")
        self._worker = worker = SoundWorker(self._newest)
        worker.moveToThread(self._thread)
        queued = Qt.ConnectionType.QueuedConnection
        self._play.connect(worker.play, queued)
        self._stop.connect(worker.stop, queued)
        self._hold.connect(worker.hold, queued)
        self._set_volume.connect(worker.set_volume, queued)
        worker.heard.connect(self._on_heard, queued)
        # Runs on the thread itself, after its event loop has ended: the device is let go of where it was made.
        self._thread.finished.connect(worker.close, Qt.ConnectionType.DirectConnection)
        self._set_volume.emit(0.0 if self._muted else 1.0)
        self._thread.start()


def may_have_a_device() -> bool:
    """Whether it is worth asking Qt for audio devices: on Linux it complains aloud where no sound server runs."""
    if not sys.platform.startswith("linux"):
        return True
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}")
    places = (runtime / "pulse" / "native", runtime / "pipewire-0", Path("/dev/snd"))
    return "PULSE_SERVER" in os.environ or any(place.exists() for place in places)


def _as_int16(samples: npt.NDArray[np.float32], channels: int) -> bytes:
    """Mono float32 to interleaved int16, the same on each channel."""
    level = np.clip(samples, -1.0, 1.0) * 32767.0
    return np.repeat(level.astype("<i2"), channels).tobytes()
