"""Playing in time: an elapsed clock, and the order in which frames come due on it. Pure: no Qt, no video.

*Play time* is media seconds since playing last began, and always rises, whether frames go forward, backward or round a
loop. A `Cue` says which frame is due from which play time on, so "which frame is right now" is one comparison.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

MOST_SHOWN_HZ: Final = 62.0
"""No more frames a second are shown than a common screen has; at higher speeds some frames are left out by plan."""
FOLLOW_SHARE: Final = 0.1
"""How much of the difference to the sound is taken up at a time, so that the picture never stutters for it."""
JUMP_S: Final = 0.25
"""A difference to the sound above this is taken up at once."""


class Pace:
    """Play time from a monotonic clock: `seconds` of the clock times `speed`, while it is not held."""

    def __init__(self) -> None:
        self._play_s = 0.0
        self._since: float | None = None
        self._speed = 1.0

    @property
    def held(self) -> bool:
        """Whether play time stands still."""
        return self._since is None

    @property
    def speed(self) -> float:
        """Media seconds a real second."""
        return self._speed

    def start(self, at: float, speed: float, play_s: float = 0.0) -> None:
        """Play time is `play_s` at the clock's `at`, and runs at `speed`."""
        self._play_s, self._since, self._speed = play_s, at, speed

    def now(self, at: float) -> float:
        """Play time at the clock's `at`."""
        return self._play_s if self._since is None else self._play_s + (at - self._since) * self._speed

    def hold(self, at: float) -> None:
        """Stands still until `go_on`."""
        self._play_s, self._since = self.now(at), None

    def go_on(self, at: float) -> None:
        """Runs again from where it was held."""
        if self._since is None:
            self._since = at

    def follow(self, at: float, play_s: float) -> None:
        """Draws play time toward another clock's (the sound's)."""
        if self._since is None:
            return
        now = self.now(at)
        gap = play_s - now
        self._play_s, self._since = now + (gap if abs(gap) > JUMP_S else gap * FOLLOW_SHARE), at


@dataclass(frozen=True, slots=True)
class Cue:
    """Frame `frame` is the right one from play time `due_s` on, until the next cue."""

    due_s: float
    frame: int


@dataclass(frozen=True, slots=True)
class Span:
    """The frames that playing stays within, both ends included; `loop` says that it begins again at the other end."""

    first: int
    last: int
    loop: bool = False


class CueSheet:
    """The cues to come, made as far ahead as asked.

    `seconds` float64 (T,) are the frames' times; playing starts at `frame`, which is due at play time 0.
    """

    def __init__(
        self, seconds: npt.NDArray[np.float64], duration_s: float, span: Span, frame: int, speed: float, direction: int
    ) -> None:
        self._seconds = seconds
        self._duration_s = duration_s
        self._span = span
        self._step_s = speed / MOST_SHOWN_HZ
        self._direction = direction
        self._cues: deque[Cue] = deque()
        self._made: Cue | None = Cue(0.0, min(max(frame, 0), len(seconds) - 1))
        self._cues.append(self._made)
        self.ends_s: float | None = None
        """The play time at which the last frame has been shown for its own time; None while that is not known."""

    def ahead(self, count: int) -> tuple[int, ...]:
        """The frames of the next `count` cues that are not taken yet."""
        while len(self._cues) < count and self._made is not None:
            self._made = self._following(self._made)
            if self._made is not None:
                self._cues.append(self._made)
        return tuple(cue.frame for cue, _ in zip(self._cues, range(count), strict=False))

    def take_due(self, play_s: float) -> list[Cue]:
        """Takes all cues that have come due; the last of them is the right frame now."""
        taken: list[Cue] = []
        while self.next_due_s() <= play_s:
            taken.append(self._cues.popleft())
        return taken

    def next_due_s(self) -> float:
        """When the next cue comes due; infinity where there is none."""
        self.ahead(1)
        return self._cues[0].due_s if self._cues else float("inf")

    def stay_s(self, frame: int) -> float:
        """How long the frame is shown at its own speed."""
        after = self._seconds[frame + 1] if frame + 1 < len(self._seconds) else self._duration_s
        return max(float(after - self._seconds[frame]), 0.001)

    def _following(self, cue: Cue) -> Cue | None:
        frame = self._forward(cue.frame) if self._direction > 0 else self._backward(cue.frame)
        if frame is not None:
            return Cue(cue.due_s + abs(float(self._seconds[frame] - self._seconds[cue.frame])), frame)
        turn_s = cue.due_s + self.stay_s(cue.frame)
        if self._span.loop:
            return Cue(turn_s, self._span.first if self._direction > 0 else self._span.last)
        self.ends_s = turn_s
        return None

    def _forward(self, frame: int) -> int | None:
        if frame >= self._span.last:
            return None
        wanted = float(self._seconds[frame]) + self._step_s - 1e-9
        return min(max(int(np.searchsorted(self._seconds, wanted)), frame + 1), self._span.last)

    def _backward(self, frame: int) -> int | None:
        if frame <= self._span.first:
            return None
        wanted = float(self._seconds[frame]) - self._step_s + 1e-9
        return max(min(int(np.searchsorted(self._seconds, wanted, side="right")) - 1, frame - 1), self._span.first)
