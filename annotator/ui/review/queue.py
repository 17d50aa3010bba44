"""The review queue: flagged stretches without a verdict, one after another, each played in a loop with a lead-in."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from annotator.session.effective import effective
from annotator.session.model import UNCOUNTED_KINDS, Session
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document
from annotator.ui.review.rows import Key, state_of

LEAD_IN_S: Final = 2.0  # enough to see what the baby did before
LEAD_OUT_S: Final = 1.0
LONGEST_LOOP_S: Final = 60.0  # of a flag over a whole night only its first minute is looped
Stop = tuple[float, float, Key]


class ReviewQueue(QObject):
    """Walks over what has no verdict yet: the pattern flags, or where there are none, the counted movements."""

    changed = Signal()

    def __init__(self, document: Document, clock: PlaybackClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._clock = document, clock
        self._running = False
        self._current: Stop | None = None
        document.session_changed.connect(self._on_session)
        document.opened.connect(self.stop)

    @property
    def running(self) -> bool:
        """Whether the queue is being worked through."""
        return self._running

    @property
    def left(self) -> int:
        """How many have no verdict yet."""
        return len(open_stops(self._document.shown))

    @Slot()
    def start(self) -> None:
        """Begins with the first one without a verdict."""
        self._running = True
        self._current = None
        self.next()

    @Slot()
    def stop(self) -> None:
        """Ends it; verdicts stay."""
        if self._running:
            self._running = False
            self._current = None
            self._clock.set_loop(None)
            self._clock.request_play(False)
            self.changed.emit()

    @Slot()
    def next(self) -> None:
        """Goes to the next one in time without a verdict, and from the last back to the first."""
        if not self._running:
            self.start()
            return
        stops = open_stops(self._document.shown)
        after = [s for s in stops if self._current is not None and (s[0], s[1]) > self._current[:2]]
        self._go(after[0] if after else stops[0] if stops else None)

    def _go(self, stop: Stop | None) -> None:
        self._current = stop
        if stop is None:
            self._clock.set_loop(None)
            self._clock.request_play(False)
        else:
            start, end, key = stop
            if key.movement is not None:
                self._document.select_movement(key.movement)
            else:
                self._document.select_flag(key.flag)
            begin = max(start - LEAD_IN_S, 0.0)
            self._clock.set_loop((begin, min(end, start + LONGEST_LOOP_S) + LEAD_OUT_S))
            self._clock.seek(begin)
            self._clock.request_play(True)
        self.changed.emit()

    @Slot(object)
    def _on_session(self, _session: object) -> None:
        if not self._running or self._current is None:
            return
        stops = open_stops(self._document.shown)
        if any(stop[2] == self._current[2] for stop in stops):
            self.changed.emit()
        else:
            self.next()


def open_stops(session: Session | None) -> list[Stop]:
    """What has no verdict yet, by time."""
    if session is None:
        return []
    if session.patterns:
        return sorted(
            (
                (flag.start_s, flag.end_s, Key(flag=i))
                for i, flag in enumerate(session.patterns)
                if state_of(flag.review) == "open"
            ),
            key=_by_time,
        )
    now = [effective(m) for m in session.movements if m.review is None]
    return sorted(
        ((m.onset_s, m.offset_s, Key(movement=m.id)) for m in now if m.kind not in UNCOUNTED_KINDS), key=_by_time
    )


def _by_time(stop: Stop) -> tuple[float, float]:
    return stop[:2]
