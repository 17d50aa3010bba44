"""Which spans of the video become clips: every flag, and movements on request, with lead-in and lead-out, merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from annotator.export.options import ExportOptions
from annotator.export.text import video_time
from annotator.export.view import FlagView, MovementView, PacketView
from annotator.video.times import FrameTimes

# A flag over a longer span (a rate over a night) is shown by some of its movements, not by hours of stillness.
LONGEST_FLAG_S: Final = 180.0
MOVEMENTS_SHOWN: Final = 6


@dataclass(frozen=True, slots=True)
class Segment:
    """One span of the video to show, from frame `first` to frame `last`, both included.

    `start_s` and `end_s` are what is marked in it, without lead-in and lead-out.
    """

    number: int
    first: int
    last: int
    start_s: float
    end_s: float
    flags: tuple[FlagView, ...]
    movements: tuple[MovementView, ...]

    @property
    def stem(self) -> str:
        """The first part of its clips' names: number, time and what it shows."""
        clock = video_time(self.start_s, 0).replace(":", "-")
        shown = self.flags[0].flag.rule if self.flags else "movement"
        return f"{self.number:02d}_{clock}_{shown}"


def plan_segments(view: PacketView, times: FrameTimes, options: ExportOptions) -> tuple[Segment, ...]:
    """The segments in the order of time; they never overlap, and every flag shown is in at least one."""
    wanted = sorted(_spans(view, options))
    merged: list[tuple[int, int, float, float]] = []
    for start, end in wanted:
        first = times.frame_at(max(start - options.lead_in_s, 0.0))
        last = times.frame_at(min(end + options.lead_out_s, float(times.seconds[-1])))
        if merged and first <= merged[-1][1]:
            before = merged[-1]
            merged[-1] = (before[0], max(before[1], last), before[2], max(before[3], end))
        else:
            merged.append((first, max(last, first), start, end))
    return tuple(
        _segment(number, first, last, (start, end), view, times)
        for number, (first, last, start, end) in enumerate(merged, 1)
    )


def _spans(view: PacketView, options: ExportOptions) -> list[tuple[float, float]]:
    spans: list[tuple[float, float]] = []
    for item in view.shown_flags:
        movements = view.of(item.flag)
        if item.flag.end_s - item.flag.start_s <= LONGEST_FLAG_S or not movements:
            spans.append((item.flag.start_s, min(item.flag.end_s, item.flag.start_s + LONGEST_FLAG_S)))
        else:
            spans += [(m.onset_s, m.offset_s) for m in spread(movements, MOVEMENTS_SHOWN)]
    if options.movement_clips != "none":
        kept = {"accepted"} if options.movement_clips == "accepted" else {"accepted", "unreviewed", "unsure"}
        spans += [(m.onset_s, m.offset_s) for m in view.shown if m.standing in kept]
    return [(start, min(end, start + LONGEST_FLAG_S)) for start, end in spans]


def spread(movements: Sequence[MovementView], count: int) -> list[MovementView]:
    """At most `count` of them, the first and the last included, evenly from the order given."""
    if len(movements) <= count:
        return list(movements)
    return [movements[round(i * (len(movements) - 1) / (count - 1))] for i in range(count)]


def _segment(
    number: int, first: int, last: int, span: tuple[float, float], view: PacketView, times: FrameTimes
) -> Segment:
    start, end = float(times.seconds[first]), float(times.seconds[last])
    return Segment(
        number=number,
        first=first,
        last=last,
        start_s=span[0],
        end_s=span[1],
        flags=tuple(f for f in view.shown_flags if f.flag.start_s <= end and f.flag.end_s >= start),
        movements=tuple(m for m in view.shown if m.onset_s <= end and m.offset_s >= start),
    )
