"""The playback clock: the one place where the window's widgets agree on which frame is shown.

The player owns the playing: it answers `seek_requested`, `play_requested`, `rate_changed` and `loop_changed`, and calls
`show` once a frame has really been painted. Everybody else (timeline, tables, shortcuts) asks with `seek`, `step`,
`set_loop`... and follows `position_changed`. Times are seconds from the first frame on the video's own clock and are
always those of a real frame once the video's `FrameTimes` are known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from annotator.video.times import FrameTimes

RATES = (0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0)
Loop = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Position:
    """The frame that is shown: its time, its number from 0, and its presentation timestamp (None before a video)."""

    seconds: float
    frame: int
    pts: int | None


class PlaybackClock(QObject):
    """Where the video stands, and what has been asked of it. Lives on the GUI thread."""

    position_changed = Signal(object)  # Position: a frame was painted
    seek_requested = Signal(float)  # seconds, snapped to a frame; the newest request wins
    play_requested = Signal(bool)
    playing_changed = Signal(bool)
    loop_changed = Signal(object)  # Loop | None
    rate_changed = Signal(float)
    times_changed = Signal(object)  # FrameTimes | None: another video

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._times: FrameTimes | None = None
        self._fallback_duration_s = 0.0
        self._position = Position(0.0, 0, None)
        self._target_s = 0.0
        self._loop: Loop | None = None
        self._rate = 1.0
        self._playing = False

    @property
    def times(self) -> FrameTimes | None:
        """The video's frame times, once the player has read them."""
        return self._times

    @property
    def duration_s(self) -> float:
        """The video's length: from its frames, or from the session until they are known."""
        return self._times.duration_s if self._times is not None else self._fallback_duration_s

    @property
    def position(self) -> Position:
        """The frame that is painted now."""
        return self._position

    @property
    def position_s(self) -> float:
        """The time of the frame that is painted now, seconds."""
        return self._position.seconds

    @property
    def target_s(self) -> float:
        """The newest time asked for: equals `position_s` once the player has caught up."""
        return self._target_s

    @property
    def loop(self) -> Loop | None:
        """Start and end of the loop in seconds, if one is set."""
        return self._loop

    @property
    def rate(self) -> float:
        """Playback speed: 1.0 is the video's own."""
        return self._rate

    @property
    def playing(self) -> bool:
        """Whether the player says it is playing."""
        return self._playing

    def set_times(self, times: FrameTimes | None, fallback_duration_s: float = 0.0) -> None:
        """Another video: its frame times, or None and the length the session knows. Resets position, loop and rate.

        What was asked for while the times were not known yet is asked for again once they are.
        """
        waiting_s = self._target_s if self._times is None and times is not None else 0.0
        self._times = times
        self._fallback_duration_s = fallback_duration_s
        self._position = Position(0.0, 0, None)
        self._target_s = 0.0
        self.set_loop(None)
        self.set_rate(1.0)
        self.times_changed.emit(times)
        if waiting_s > 0:
            self.seek(waiting_s)

    def snap(self, seconds: float) -> float:
        """The time of the frame nearest to `seconds`, for an edge that must lie on a frame."""
        clamped = min(max(seconds, 0.0), self.duration_s)
        if self._times is None or not len(self._times):
            return clamped
        return float(self._times.seconds[self._times.nearest(clamped)])

    def seek(self, seconds: float) -> None:
        """Asks the player for the frame shown at `seconds`."""
        clamped = min(max(seconds, 0.0), self.duration_s)
        if self._times is not None and len(self._times):
            clamped = float(self._times.seconds[self._times.frame_at(clamped)])
        self._target_s = clamped
        self.seek_requested.emit(clamped)

    def seek_frame(self, frame: int) -> None:
        """Asks for a frame by its number, clamped to the video."""
        if self._times is not None and len(self._times):
            self.seek(float(self._times.seconds[min(max(frame, 0), len(self._times) - 1)]))

    def step(self, frames: int) -> None:
        """Asks for the frame so many after (or before) the newest one asked for."""
        if self._times is not None and len(self._times):
            self.seek_frame(int(self._times.frame_at(self._target_s)) + frames)

    def request_play(self, playing: bool) -> None:
        """Asks the player to play or to pause."""
        self.play_requested.emit(playing)

    def toggle_play(self) -> None:
        """Asks the player for the other of playing and paused."""
        self.request_play(not self._playing)

    def set_loop(self, loop: Loop | None) -> None:
        """Sets the loop's start and end in seconds (in either order), or clears it."""
        if loop is not None:
            start, end = sorted((self.snap(loop[0]), self.snap(loop[1])))
            loop = (start, end) if end > start else None
        if loop != self._loop:
            self._loop = loop
            self.loop_changed.emit(loop)

    def set_rate(self, rate: float) -> None:
        """Sets the speed, within 0.1 to 4."""
        rate = min(max(rate, RATES[0]), RATES[-1])
        if rate != self._rate:
            self._rate = rate
            self.rate_changed.emit(rate)

    def show(self, position: Position) -> None:
        """For the player only: this frame has been painted."""
        self._position = position
        if self._playing:
            self._target_s = position.seconds
        self.position_changed.emit(position)

    def set_playing(self, playing: bool) -> None:
        """For the player only: playing has begun or ended."""
        if playing != self._playing:
            self._playing = playing
            self.playing_changed.emit(playing)
