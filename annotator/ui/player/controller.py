"""The player: answers what the playback clock is asked, decides which frame is right now, and has it painted.

While playing, the right frame is the one whose timestamp the elapsed clock says (drawn along by the sound, if there is
one); a frame that is not decoded in time is passed over and counted as dropped, and when decoding falls behind for
longer, time is held until it has caught up rather than the picture freezing.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from annotator.ui.clock import PlaybackClock, Position
from annotator.ui.player.canvas import PictureCanvas
from annotator.ui.player.pace import CueSheet, Pace, Span
from annotator.ui.player.picture import FrameRequest, Picture, Tone
from annotator.ui.player.sound import SoundOutput
from annotator.ui.player.view import View
from annotator.ui.player.worker import DecodeThread, Failed, Opened, OpenRequest

if TYPE_CHECKING:
    from annotator.video.info import VideoInfo
    from annotator.video.times import FrameTimes

READ_AHEAD: Final = 6
NEAR_AHEAD: Final = 6
RECENT_S: Final = 2.0
REVERSE_NEAR_S: Final = 1.5
HOLD_AFTER_S: Final = 0.1
FOLLOW_EVERY_S: Final = 0.25
LOOK_SETTLES_MS: Final = 60


@dataclass(frozen=True, slots=True)
class PlayCount:
    """What playing has come to since the video was opened: frames shown, frames dropped (due, but not ready in time)
    and seconds for which time was held because decoding fell behind."""

    shown: int = 0
    dropped: int = 0
    held_s: float = 0.0


class PlayerController(QObject):
    """Ties clock, decode thread, canvas and sound together. Call `shutdown` before it goes away."""

    opened = Signal(object)  # VideoInfo
    failed = Signal(object)  # AnnotatorError
    direction_changed = Signal(int)  # 1 forward, -1 backward

    def __init__(self, clock: PlaybackClock, canvas: PictureCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.count = PlayCount()
        self._clock = clock
        self._canvas = canvas
        self._video = 0
        self._info: VideoInfo | None = None
        self._serial = 0
        self._target: int | None = None  # the frame that a seek asked for and that is not shown yet
        self._begun_at: int | None = None  # the frame that playing began at, until one of its frames is shown
        self._stale_serial = 0  # pictures made for requests up to this one are not shown on the way to a target
        self._tone = Tone()
        self._direction = 1
        self._pace = Pace()
        self._cues: CueSheet | None = None
        self._owed: int | None = None
        self._owed_at = 0.0
        self._ready: dict[int, Picture] = {}
        self._followed_at = 0.0
        self._sound = SoundOutput(self)
        self._thread = DecodeThread(self)
        self._thread.opened.connect(self._on_opened)
        self._thread.pictured.connect(self._on_picture)
        self._thread.failed.connect(self._on_failed)
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_due)
        self._look_timer = QTimer(self, singleShot=True, interval=LOOK_SETTLES_MS)
        self._look_timer.timeout.connect(self._refresh)
        clock.seek_requested.connect(self._on_seek)
        clock.play_requested.connect(self._on_play)
        clock.rate_changed.connect(self._on_rate_or_loop)
        clock.loop_changed.connect(self._on_rate_or_loop)
        canvas.painted.connect(self._on_painted, Qt.ConnectionType.QueuedConnection)
        canvas.view_changed.connect(self._on_view)

    @property
    def info(self) -> VideoInfo | None:
        """The open video."""
        return self._info

    @property
    def direction(self) -> int:
        """1 forward, -1 backward."""
        return self._direction

    @property
    def settled(self) -> bool:
        """Whether nothing is asked for that is not on the canvas yet."""
        return self._target is None and self._owed is None

    @property
    def sound(self) -> SoundOutput:
        """Volume and mute."""
        return self._sound

    @property
    def tone(self) -> Tone:
        """How the picture is brightened."""
        return self._tone

    def open(self, path: Path, info: VideoInfo | None = None) -> None:
        """Opens a video; `opened` or `failed` follows. `info`, where it is known, saves reading the index again."""
        self.close()
        self._thread.open(OpenRequest(self._video, path, info))

    def close(self) -> None:
        """Shows nothing any more."""
        self._halt()
        self._video += 1
        self._info = None
        self._target = None
        self._ready.clear()
        self.count = PlayCount()
        self._sound.open(None)
        self._canvas.set_picture(None)

    def shutdown(self) -> None:
        """Ends the threads: cancels, then waits. Nothing is shown afterwards."""
        self._timer.stop()
        self._look_timer.stop()
        self._sound.stop_thread()
        self._thread.stop()

    def set_tone(self, tone: Tone) -> None:
        """Brightens the picture, from the frame that is shown on."""
        if tone != self._tone:
            self._tone = tone
            self._refresh()

    def set_direction(self, direction: int) -> None:
        """Plays forward (1) or backward (-1) from now on."""
        if direction != self._direction:
            self._direction = direction
            self.direction_changed.emit(direction)
            if self._clock.playing:
                self._start_from(self._frame_now())

    @property
    def _times(self) -> FrameTimes | None:
        return self._info.times if self._info is not None else None

    @Slot(object)
    def _on_opened(self, opened: Opened) -> None:
        if opened.video != self._video:
            return
        self._info = opened.info
        self._canvas.set_message("")
        self._canvas.set_video_size(opened.info.width, opened.info.height)
        self._sound.open(opened.info)
        self._clock.set_times(opened.info.times)
        self.opened.emit(opened.info)
        if self._target is None:
            self._ask(0)

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.video == self._video:
            self._halt()
            self.failed.emit(failed.error)

    @Slot(float)
    def _on_seek(self, seconds: float) -> None:
        times = self._times
        if times is None:
            return
        frame = times.frame_at(seconds)
        if self._clock.playing:
            self._start_from(frame)
        else:
            self._ask(frame)

    @Slot(bool)
    def _on_play(self, playing: bool) -> None:
        times = self._times
        if times is None or playing == self._clock.playing:
            return
        if not playing:
            self._pause()
            return
        frame = self._target if self._target is not None else self._clock.position.frame
        span = self._span(frame)
        if self._direction > 0 and frame >= span.last:
            frame = span.first
        elif self._direction < 0 and frame <= span.first:
            frame = span.last
        self._clock.set_playing(True)
        self._start_from(frame)

    @Slot()
    def _on_rate_or_loop(self) -> None:
        if self._clock.playing:
            self._start_from(self._frame_now())

    @Slot(object)
    def _on_picture(self, picture: Picture) -> None:
        if picture.video != self._video or self._info is None:
            return
        if self._clock.playing:
            self._ready[picture.number] = picture
            if picture.number == self._owed:
                self._show_owed(picture)
        elif picture.number == self._target:
            self._target = None
            self._canvas.set_picture(picture)
        elif self._target is not None and picture.serial > self._stale_serial:
            self._canvas.set_picture(picture)  # on the way

    @Slot(object)
    def _on_painted(self, picture: Picture) -> None:
        if picture.video == self._video and self._canvas.picture is picture:
            self._clock.show(Position(picture.seconds, picture.number, picture.pts))

    @Slot()
    def _on_due(self) -> None:
        """A frame has come due, or time is held and may go on."""
        cues = self._cues
        if cues is None:
            return
        now = time.monotonic()
        self._follow_sound(now)
        play_s = self._pace.now(now)
        due = cues.take_due(play_s)
        if due:
            passed = len(due) - 1 + (self._owed is not None)
            self.count = replace(self.count, dropped=self.count.dropped + passed)
            self._owed = due[-1].frame
            if not passed or self._owed_at == 0.0:
                self._owed_at = now
            picture = self._ready.get(self._owed)
            if picture is not None:
                self._show_owed(picture)
        if cues.ends_s is not None and play_s >= cues.ends_s and self._owed is None:
            self._pause()
            return
        if self._owed is not None and now - self._owed_at > HOLD_AFTER_S and not self._pace.held:
            self._pace.hold(now)
            self._sound.pause()
        self._ask_ahead(cues)
        self._wait_for_next(cues, now)

    def _show_owed(self, picture: Picture) -> None:
        self._owed = self._begun_at = None
        self.count = replace(self.count, shown=self.count.shown + 1)
        self._canvas.set_picture(picture)
        self._go_on()

    def _go_on(self) -> None:
        """Nothing is owed any more: time runs again if it was held."""
        if self._pace.held:
            now = time.monotonic()
            self.count = replace(self.count, held_s=self.count.held_s + now - self._owed_at)
            self._pace.go_on(now)
            self._sound.resume()
            if self._cues is not None:
                self._wait_for_next(self._cues, now)
        self._owed_at = 0.0

    def _wait_for_next(self, cues: CueSheet, now: float) -> None:
        due_s = cues.next_due_s()
        if math.isinf(due_s):
            due_s = cues.ends_s if cues.ends_s is not None else 0.0
        wait_s = (due_s - self._pace.now(now)) / self._pace.speed
        if self._owed is not None:
            wait_s = min(wait_s, max(self._owed_at + HOLD_AFTER_S - now, 0.01))
        if not self._pace.held:
            self._timer.start(max(math.ceil(wait_s * 1000.0), 0))

    def _ask_ahead(self, cues: CueSheet) -> None:
        ahead = cues.ahead(READ_AHEAD)
        wanted = ahead if self._owed is None else (self._owed, *ahead)
        self._ready = {n: self._ready[n] for n in wanted if n in self._ready}
        lacking = tuple(n for n in wanted if n not in self._ready)
        if not lacking:
            return
        near: tuple[int, ...] = ()
        if self._direction < 0:
            times = self._times
            assert times is not None
            lowest = min(lacking)
            near = tuple(range(lowest - 1, times.frame_at(float(times.seconds[lowest]) - REVERSE_NEAR_S), -1))
        self._request(lacking[0], lacking[1:], near)

    def _start_from(self, frame: int) -> None:
        """Plays on from this frame, due now."""
        times = self._times
        assert times is not None
        rate = self._clock.rate
        self._target = None
        self._owed = None
        self._owed_at = 0.0
        span = self._span(frame)
        if not span.first <= frame <= span.last:
            frame = span.first
        self._cues = CueSheet(times.seconds, times.duration_s, span, frame, rate, self._direction)
        self._begun_at = frame
        self._pace.start(time.monotonic(), rate)
        if self._direction > 0:
            self._sound.play(float(times.seconds[frame]), rate, self._loop_seconds(span))
        else:
            self._sound.stop()
        self._on_due()

    def _pause(self) -> None:
        """Stays on the frame that is shown, or goes where playing was to begin."""
        shown, begun_at = self._canvas.picture, self._begun_at
        self._halt()
        if begun_at is not None:
            self._ask(begun_at)
        elif shown is not None:
            self._ask(shown.number)

    def _halt(self) -> None:
        self._timer.stop()
        self._cues = None
        self._owed = self._begun_at = None
        self._sound.stop()
        self._ready.clear()
        self._stale_serial = self._serial
        self._clock.set_playing(False)

    def _follow_sound(self, now: float) -> None:
        if self._pace.held or now - self._followed_at < FOLLOW_EVERY_S:
            return
        heard_s = self._sound.played_s()
        if heard_s is not None:
            self._followed_at = now
            self._pace.follow(now, heard_s)

    def _frame_now(self) -> int:
        """The frame that playing has reached: the one owed, or the one shown."""
        if self._owed is not None:
            return self._owed
        shown = self._canvas.picture
        return shown.number if shown is not None and shown.video == self._video else self._clock.position.frame

    def _span(self, frame: int) -> Span:
        """What to play within: the loop, unless playing starts behind it."""
        times = self._times
        assert times is not None
        loop = self._clock.loop
        if loop is not None:
            first, last = times.nearest(loop[0]), times.nearest(loop[1])
            if (self._direction > 0 and frame <= last) or (self._direction < 0 and frame >= first):
                return Span(first, last, loop=True)
        return Span(0, len(times) - 1)

    def _loop_seconds(self, span: Span) -> tuple[float, float] | None:
        times = self._times
        if not span.loop or times is None:
            return None
        end_s = float(times.seconds[span.last + 1]) if span.last + 1 < len(times) else times.duration_s
        return float(times.seconds[span.first]), end_s

    def _ask(self, frame: int) -> None:
        """Wants this frame painted, and those around it at hand: a few after it, then the two seconds before it."""
        times = self._times
        assert times is not None
        self._target = frame
        earliest = times.frame_at(float(times.seconds[frame]) - RECENT_S)
        near = (*range(frame + 1, min(frame + NEAR_AHEAD, len(times) - 1) + 1), *range(frame - 1, earliest - 1, -1))
        self._request(frame, (), near)

    def _request(self, show: int, soon: tuple[int, ...], near: tuple[int, ...]) -> None:
        self._serial += 1
        self._thread.request(FrameRequest(self._serial, show, soon, near, self._canvas.useful_side(), self._tone))

    @Slot(object)
    def _on_view(self, _view: View) -> None:
        self._look_timer.start()

    @Slot()
    def _refresh(self) -> None:
        """The canvas or the tone has changed: the frame that is shown is made anew where that matters."""
        shown = self._canvas.picture
        if self._info is None or shown is None:
            return
        if self._clock.playing:
            self._ready.clear()
        elif self._target is None and (shown.max_side != self._canvas.useful_side() or shown.tone != self._tone):
            self._ask(shown.number)
