"""Sudden noises: rises out of what was heard just before, timed to the millisecond that the recording allows."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from annotator.session.model import SoundSpan
from annotator.settings import SoundSettings
from annotator.sound.stream import HOP_S, SILENT_DB, STEPS, Block
from annotator.sound.voice import Floats

_AFTER: Final = 100  # hops (1 s) that are heard before a rise is judged
_SETTLE: Final = 30  # hops after a gap or the start in which there is no "before" yet
_PEAK: Final = 20
_SAME: Final = 25


class NoiseFinder:
    """Collects sudden noises from blocks; keeps only the last few seconds of levels."""

    def __init__(self, settings: SoundSettings) -> None:
        self._settings = settings
        self._before = round(settings.noise_recent_span_s / HOP_S)
        self._next = _SETTLE
        self._times: npt.NDArray[np.float64] = np.empty(0, np.float64)
        self._level: Floats = np.empty(0, np.float32)
        self._floor: Floats = np.empty(0, np.float32)
        self._steps: Floats = np.empty((0, STEPS), np.float32)
        self.noises: list[SoundSpan] = []

    def add(self, block: Block) -> None:
        """Takes the next block of hops."""
        if not block.follows:
            self.end_run()
        count = len(block.level_db)
        self._times = np.concatenate([self._times, block.times_s])
        self._level = np.concatenate([self._level, block.level_db])
        self._steps = np.concatenate([self._steps, block.step_db])
        self._floor = np.concatenate([self._floor, np.full(count, block.floor_db, np.float32)])
        self._judge(len(self._level) - _AFTER)

    def end_run(self) -> None:
        """Judges what is left: the track ends or has a gap here."""
        self._judge(len(self._level))
        self._times, self._level = self._times[:0], self._level[:0]
        self._floor, self._steps = self._floor[:0], self._steps[:0]
        self._next = _SETTLE

    def _judge(self, stop: int) -> None:
        if stop <= self._next:
            return
        settings, level = self._settings, np.maximum(self._level, self._floor)
        rise = round(settings.noise_longest_rise_s / HOP_S)
        lowest = _before(level, rise, 1).min(axis=1)
        recent = _before(level, self._before - rise, rise + 1).max(axis=1)
        found = (
            (level - lowest >= settings.noise_smallest_rise_db)
            & (level - recent >= settings.noise_smallest_above_recent_db)
            & (level - self._floor >= settings.noise_smallest_level_db)
        )
        for hop in np.flatnonzero(found[:stop]):
            if hop >= self._next and not self._resumes(int(hop)):
                self._next = self._record(int(hop))
        drop = max(0, stop - self._before - _AFTER)
        self._next = max(self._next, stop) - drop
        self._times, self._level = self._times[drop:], self._level[drop:]
        self._floor, self._steps = self._floor[drop:], self._steps[drop:]

    def _resumes(self, hop: int) -> bool:
        """Whether the recording only came back here after digital silence: the new level stays."""
        silent = bool((self._level[max(0, hop - 6) : hop] < SILENT_DB).any())
        later = self._level[hop + 5 : hop + _AFTER]
        return silent and len(later) > 0 and float(np.median(later)) >= float(self._level[hop]) - 10.0

    def _record(self, hop: int) -> int:
        """Notes the noise at `hop`; returns the hop from which the next one may start."""
        top = hop + int(np.argmax(self._level[hop : hop + _PEAK]))
        peak_db, floor_db = float(self._level[top]), float(self._floor[hop])
        faded = np.flatnonzero(self._level[top : hop + _AFTER] < max(floor_db + 6.0, peak_db - 20.0))
        end = top + int(faded[0]) if len(faded) else min(hop + _AFTER, len(self._level))
        start_s = self._onset_s(hop, top)
        end_s = float(self._times[min(end, len(self._times) - 1)])
        self.noises.append(SoundSpan("sudden_noise", start_s, max(end_s, start_s + HOP_S), peak_db - floor_db))
        return max(end, hop + _SAME)

    def _onset_s(self, hop: int, top: int) -> float:
        """Where the level passes half way (in dB) from what was before to the peak: coding smears a rise backwards."""
        first = max(0, hop - 6)
        before = self._steps[max(0, first - 20) : first + 1]
        fine = self._steps[first : top + 1].ravel()
        half = (float(np.maximum(before, self._floor[hop]).max()) + float(fine.max())) / 2
        step = int(np.argmax(fine >= half))
        return float(self._times[first]) + step * HOP_S / STEPS


def _before(level: Floats, span: int, skip: int) -> Floats:
    """For each hop the `span` hops up to `skip` hops before it, `(N, span)`; the first stands for what is missing."""
    padded = np.concatenate([np.full(span + skip - 1, level[0], np.float32), level])
    return np.lib.stride_tricks.sliding_window_view(padded, span)[: len(level)]
