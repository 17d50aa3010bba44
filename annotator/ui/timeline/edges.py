"""Correcting an onset or an offset: where an edge may go, always on a frame's own time."""

from __future__ import annotations

from typing import Literal

import numpy as np

from annotator.session.edits import retime
from annotator.session.model import Session
from annotator.session.people import Author
from annotator.ui.clock import PlaybackClock
from annotator.ui.timeline.scene import Scene, Shown

Edge = Literal["onset", "offset"]
# Shortest movement where no frame times are known yet.
SHORTEST_S = 0.01
# Two movements may touch; less than this is rounding.
TOUCH_S = 1e-6


def edge_limits(scene: Scene, shown: Shown, edge: Edge) -> tuple[float, float]:
    """How far an edge can go, in seconds: to the other edge, the neighbours on the same limbs, the video's ends."""
    lowest, highest = (0.0, shown.offset_s) if edge == "onset" else (shown.onset_s, scene.duration_s)
    for limb in shown.lanes:
        marks = scene.lane(limb)
        for index in marks.within(lowest, highest).tolist():
            other = scene.movements[int(marks.key[index])]
            if other.id == shown.id or other.state == "rejected":
                continue
            if edge == "onset" and other.offset_s <= shown.onset_s + TOUCH_S:
                lowest = max(lowest, other.offset_s)
            elif edge == "offset" and other.onset_s >= shown.offset_s - TOUCH_S:
                highest = min(highest, other.onset_s)
    return lowest, highest


def placed_edge(scene: Scene, clock: PlaybackClock, shown: Shown, edge: Edge, seconds: float) -> float:
    """The frame time nearest to `seconds` at which this edge may lie; where it lies now if there is none."""
    lowest, highest = edge_limits(scene, shown, edge)
    now = shown.onset_s if edge == "onset" else shown.offset_s
    times = clock.times
    if times is None or not len(times):
        if edge == "onset":
            highest -= SHORTEST_S
        else:
            lowest += SHORTEST_S
        return min(max(seconds, lowest), highest) if lowest <= highest else now
    frames = times.seconds
    first = int(np.searchsorted(frames, lowest + (TOUCH_S if edge == "offset" else -TOUCH_S)))
    last = int(np.searchsorted(frames, highest + (-TOUCH_S if edge == "onset" else TOUCH_S))) - 1
    if last < first:
        return now
    return float(frames[min(max(int(times.nearest(seconds)), first), last)])


def nudged_edge(scene: Scene, clock: PlaybackClock, shown: Shown, edge: Edge, frames: int) -> float:
    """Where an edge lands that is moved by so many frames."""
    now = shown.onset_s if edge == "onset" else shown.offset_s
    times = clock.times
    if times is None or not len(times):
        return placed_edge(scene, clock, shown, edge, now + frames / 30)
    wanted = min(max(int(times.nearest(now)) + frames, 0), len(times) - 1)
    return placed_edge(scene, clock, shown, edge, float(times.seconds[wanted]))


def retimed(session: Session, movement_id: int, edge: Edge, seconds: float, by: Author, blinded: bool) -> Session:
    """The session with one edge corrected."""
    if edge == "onset":
        return retime(session, movement_id, by, onset_s=seconds, blinded=blinded)
    return retime(session, movement_id, by, offset_s=seconds, blinded=blinded)
