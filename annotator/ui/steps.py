"""Going from mark to mark: the next or previous movement or flag, seen from the playhead or the selection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from PySide6.QtCore import QObject, Slot

from annotator.session.effective import effective, effective_movements
from annotator.ui.clock import PlaybackClock
from annotator.ui.document import Document

LEAD_IN_S: Final = 1.0
LEAD_OUT_S: Final = 0.5
SAME_S: Final = 1e-6
SAME_FRAME_S: Final = 0.05  # a mark's start is shown by a frame at most this far from it


class Steps(QObject):
    """Selects the neighbour and goes to its first frame."""

    def __init__(self, document: Document, clock: PlaybackClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._clock = document, clock

    @Slot()
    def next_movement(self) -> None:
        """To the movement that begins next."""
        self._step_movement(1)

    @Slot()
    def previous_movement(self) -> None:
        """To the movement that began before."""
        self._step_movement(-1)

    @Slot()
    def next_flag(self) -> None:
        """To the flag that begins next."""
        self._step_flag(1)

    @Slot()
    def previous_flag(self) -> None:
        """To the flag that began before."""
        self._step_flag(-1)

    @Slot()
    def loop_selected(self) -> None:
        """Plays what is chosen in a loop with a lead-in; a second time ends it."""
        if self._clock.loop is not None and self._clock.playing:
            self._clock.set_loop(None)
            self._clock.request_play(False)
            return
        movement, flag, span = self._document.selected_movement, self._document.selected_flag, None
        if movement is not None:
            now = effective(movement)
            span = (now.onset_s, now.offset_s)
        elif flag is not None:
            span = (flag.start_s, flag.end_s)
        else:
            span = self._document.selection.span
        if span is not None:
            start = max(span[0] - LEAD_IN_S, 0.0)
            self._clock.set_loop((start, min(span[1] + LEAD_OUT_S, self._clock.duration_s)))
            self._clock.seek(start)
            self._clock.request_play(True)

    def _step_movement(self, step: int) -> None:
        session = self._document.shown
        movements = effective_movements(session) if session is not None else ()
        chosen = next((i for i, m in enumerate(movements) if m.id == self._document.selection.movement), None)
        place = self._place([m.onset_s for m in movements], chosen, step, self._document.selected_flag is not None)
        if place is not None:
            self._document.select_movement(movements[place].id)
            self._clock.seek(movements[place].onset_s)

    def _step_flag(self, step: int) -> None:
        session = self._document.shown
        flags = sorted(enumerate(session.patterns), key=lambda f: f[1].start_s) if session is not None else []
        chosen = next((i for i, (index, _) in enumerate(flags) if index == self._document.selection.flag), None)
        beside = self._document.selected_movement is not None
        place = self._place([flag.start_s for _, flag in flags], chosen, step, beside)
        if place is not None:
            index, flag = flags[place]
            self._document.select_flag(index)
            self._clock.seek(flag.start_s)

    def _place(self, starts: list[float], chosen: int | None, step: int, beside: bool) -> int | None:
        """Which mark comes next: from the chosen one while the playhead still is on it, else from the playhead.

        Where a mark of the other kind is chosen (`beside`), one that begins with it comes first: a flag begins with its
        movement.
        """
        now = self._clock.target_s
        same_s = -SAME_FRAME_S if beside else SAME_S
        if chosen is not None and abs(starts[chosen] - now) < SAME_FRAME_S:
            place = chosen + step
        elif step > 0:
            place = bisect_right(starts, now + same_s)
        else:
            place = bisect_left(starts, now - same_s) - 1
        return place if 0 <= place < len(starts) else None
