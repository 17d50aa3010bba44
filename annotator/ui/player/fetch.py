"""Which frame to decode next: the most urgent one that the cache lacks, by way of the keyframe before it.

Plain Python, driven one frame at a time by the decode worker, so that a newer request is looked at between any two.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from annotator.job import Job
from annotator.ui.player.picture import FrameRequest
from annotator.video.info import VideoInfo
from annotator.video.reader import Frame, VideoReader

CACHE_BUDGET_BYTES: Final = 320 * 1024 * 1024
"""Two seconds of 1080p at 50 frames a second as the decoder stores them (3.1 MB each, YUV 4:2:0)."""

FEWEST_CACHED: Final = 8
JUMP_S: Final = 2.0
"""A frame further away than this from the last one asked for is fetched alone, by the shortest way. Nearer ones are
decoded with those before them, which will be wanted next by somebody who drags slowly."""
STEP_FRAMES: Final = 10
SOON_STEPPED_TO_FRAMES: Final = 24
"""Requests no further apart than the first are steps; what is nearer than the second is soon reached by stepping."""
FARTHEST_GLANCE: Final = 45
"""Only where the keyframe is no more than so many frames before: else a newer request would have to wait too long."""


def stored_bytes(info: VideoInfo) -> int:
    """How much memory one decoded frame takes, roughly: two samples a pixel for 4:2:2, three for 4:4:4, else one and a
    half, rows padded to 64 bytes."""
    samples = 3.0 if "444" in info.pix_fmt else 2.0 if "422" in info.pix_fmt else 1.5
    width = -(-info.coded_width // 64) * 64
    return int(width * info.coded_height * samples * (2 if info.bit_depth > 8 else 1))


def cache_capacity(info: VideoInfo, budget_bytes: int = CACHE_BUDGET_BYTES) -> int:
    """How many decoded frames may be kept."""
    return max(budget_bytes // max(stored_bytes(info), 1), FEWEST_CACHED)


class FrameFetcher:
    """A cache of decoded frames over one reader, filled in the order of the newest request."""

    def __init__(self, reader: VideoReader, capacity: int | None = None) -> None:
        self._reader = reader
        self._keyframes = reader.info.keyframes
        self._capacity = capacity if capacity is not None else cache_capacity(reader.info)
        self._cache: dict[int, Frame] = {}
        self._rank: dict[int, int] = {}
        self._show = 0
        self._jumped = True
        self._may_rest = False
        self._next = -1  # the frame that the reader would give next; -1 before the first
        self.newest: Frame | None = None
        """The frame that was decoded last."""

    def __len__(self) -> int:
        return len(self._cache)

    def cached(self, number: int) -> Frame | None:
        """The frame, if it is at hand."""
        return self._cache.get(number)

    def ask(self, request: FrameRequest) -> None:
        """From now on the frames of this request are wanted, the most urgent first, as many as the cache holds."""
        last = len(self._reader.times) - 1
        seconds = self._reader.times.seconds
        self._jumped = abs(float(seconds[request.show] - seconds[self._show])) > JUMP_S
        self._may_rest = not request.soon and abs(request.show - self._show) > STEP_FRAMES
        self._show = request.show
        self._rank = {}
        for number in (request.show, *request.soon, *request.near):
            if len(self._rank) == self._capacity:
                break
            if 0 <= number <= last:
                self._rank.setdefault(number, len(self._rank))

    def missing(self) -> int | None:
        """The most urgent wanted frame that is not at hand."""
        return next((n for n in self._rank if n not in self._cache), None)

    def can_wait(self) -> bool:
        """Whether what is missing is only wanted for later and costs a seek, which would keep a new request waiting: not
        where frames are stepped through or played and the missing one is near."""
        target = self.missing()
        if target is None or target == self._show or self._start_for(target) == self._next:
            return False
        return self._may_rest or abs(target - self._show) > SOON_STEPPED_TO_FRAMES

    def distance(self, number: int) -> int:
        """How many frames must be decoded to reach `number`, itself included."""
        return number - self._start_for(number) + 1

    def advance(self, job: Job) -> Frame | None:
        """Decodes one frame on the way to the most urgent missing one, or that one by itself; None when nothing is missing.

        Raises VideoError where nothing of the video can be decoded, Cancelled on request.
        """
        target = self.missing()
        if target is None:
            return None
        start = self._start_for(target)
        alone = self._jumped and target == self._show and 2 < target - start < FARTHEST_GLANCE and start != self._next
        self._jumped = False
        if alone:
            self._next = -1
            frame = self._reader.glance(target, job)
        else:
            frame = self._reader.frame(start)
            self._next = start + 1
        self.newest = frame
        self._store(frame)
        return frame

    def _start_for(self, number: int) -> int:
        keyframe = self._keyframes[max(bisect_right(self._keyframes, number) - 1, 0)]
        return self._next if keyframe <= self._next <= number else min(keyframe, number)

    def _store(self, frame: Frame) -> None:
        self._cache[frame.number] = frame
        while len(self._cache) > self._capacity:
            del self._cache[max(self._cache, key=self._uselessness)]

    def _uselessness(self, number: int) -> int:
        rank = self._rank.get(number)
        return rank if rank is not None else len(self._rank) + abs(number - self._show)
