"""The sound to play, as one endless stream: from a time on, round a loop, silent where there is none, at any speed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from annotator.job import Job
from annotator.video.audio import read_audio
from annotator.video.info import VideoInfo
from annotator.video.tempo import Tempo

Samples = npt.NDArray[np.float32]
PIECE_S = 0.1


class SoundTrack:
    """One video's sound at the audio device's rate."""

    def __init__(self, info: VideoInfo, rate_hz: int) -> None:
        self._info = info
        self._rate_hz = rate_hz
        self._job = Job()

    def close(self) -> None:
        """No more is wanted."""
        self._job.cancel()

    def pieces(self, start_s: float, speed: float, loop: tuple[float, float] | None) -> Iterator[Samples]:
        """Mono float32 pieces without end, beginning at `start_s` (seconds from the first frame)."""
        tempo = Tempo(self._rate_hz, speed)
        for piece in self._rounds(start_s, loop):
            ready = tempo.push(piece)
            if len(ready):
                yield ready

    def _rounds(self, start_s: float, loop: tuple[float, float] | None) -> Iterator[Samples]:
        if loop is None:
            yield from self._once(start_s, None)
            return
        yield from self._once(start_s, loop[1])
        while True:
            yield from self._once(*loop)

    def _once(self, start_s: float, end_s: float | None) -> Iterator[Samples]:
        """From `start_s` to `end_s` exactly, or for ever; silence fills what the file has no sound for."""
        rate = self._rate_hz
        left = round((end_s - start_s) * rate) if end_s is not None else None
        given = 0
        for at_s, samples in read_audio(self._info.path, self._info, rate, self._job, PIECE_S, start_s):
            at = round((at_s - start_s) * rate)
            if at > given:
                gap = at - given if left is None else min(at - given, left - given)
                yield from _silence(gap, rate)
                given += gap
            late = samples[max(given - at, 0) :]
            late = late if left is None else late[: left - given]
            if len(late):
                yield late
                given += len(late)
            if left is not None and given >= left:
                return
        if left is not None:
            yield from _silence(left - given, rate)
            return
        while True:
            yield np.zeros(round(PIECE_S * rate), dtype=np.float32)


def _silence(count: int, rate_hz: int) -> Iterator[Samples]:
    piece = round(PIECE_S * rate_hz)
    while count > 0:
        yield np.zeros(min(piece, count), dtype=np.float32)
        count -= piece
