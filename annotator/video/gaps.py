"""Spans of a video without a true picture, as far as they show without decoding it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from annotator.settings import VideoSettings
from annotator.video.indexing import Indexed
from annotator.video.info import Gap


def find_gaps(indexed: Indexed, promised_s: float | None, settings: VideoSettings) -> tuple[Gap, ...]:
    """All gaps by start; `promised_s` is how long the file says that it is, in seconds from the first frame."""
    return merged([*_missing(indexed, settings), *_corrupt(indexed), *_cut_short(indexed, promised_s, settings)])


def merged(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """The gaps by start; those of one cause that overlap or touch become one."""
    out: list[Gap] = []
    newest: dict[str, int] = {}
    for gap in sorted(gaps, key=lambda gap: (gap.start_s, gap.end_s)):
        at = newest.get(gap.cause)
        if at is not None and gap.start_s <= out[at].end_s:
            out[at] = replace(out[at], end_s=max(out[at].end_s, gap.end_s))
        else:
            newest[gap.cause] = len(out)
            out.append(gap)
    return tuple(out)


def _longest_interval_s(indexed: Indexed, settings: VideoSettings) -> float:
    return max(settings.gap_shortest_s, settings.gap_smallest_interval_ratio * indexed.times.median_interval_s)


def _missing(indexed: Indexed, settings: VideoSettings) -> list[Gap]:
    """Where the next frame comes much too late, or the camera's clock started anew."""
    seconds = indexed.times.seconds
    late = set((np.flatnonzero(np.diff(seconds) > _longest_interval_s(indexed, settings)) + 1).tolist())
    return [
        Gap(
            float(seconds[n - 1]) + (indexed.times.median_interval_s if n in late else 0.0),
            float(seconds[n]),
            "missing",
        )
        for n in sorted(late | set(indexed.restarts))
    ]


def _corrupt(indexed: Indexed) -> list[Gap]:
    """From each frame that the container says is damaged to the next keyframe."""
    index, times = indexed.index, indexed.times
    ends = np.append(times.seconds, times.duration_s)
    gaps: list[Gap] = []
    whole_from = 0
    for n in np.flatnonzero(index.packets.corrupt[index.packet_of]):
        if n < whole_from:
            continue
        whole_from = index.whole_again_after(int(n))
        gaps.append(Gap(float(ends[n]), float(ends[whole_from]), "corrupt"))
    return gaps


def _cut_short(indexed: Indexed, promised_s: float | None, settings: VideoSettings) -> list[Gap]:
    end = indexed.times.duration_s
    if promised_s is None or promised_s - end <= max(
        settings.cut_short_shortest_s, _longest_interval_s(indexed, settings)
    ):
        return []
    return [Gap(end, promised_s, "cut_short")]
