"""Frames with a cry's pitch -> bursts of one breath each -> spans of crying-like sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.ndimage import maximum_filter1d, minimum_filter1d

from annotator.session.model import SoundSpan
from annotator.settings import SoundSettings
from annotator.sound.stream import HOP_S
from annotator.sound.voice import FRAME, RATE_HZ, Floats

_STEADY_HOPS: Final = 21  # 0.2 s
_STEADY_SEMITONES: Final = (
    0.15  # a voice drifts and trembles more than this, an instrument's note or a siren's tone less
)
_VOICED_SHARE: Final = 0.7


@dataclass(frozen=True, slots=True)
class Burst:
    """One breath's sound; `level_db` is its loudest above the floor."""

    start_s: float
    end_s: float
    level_db: float


class BurstFinder:
    """Collects bursts from hops that arrive block by block; keeps only the run that is still open."""

    def __init__(self, settings: SoundSettings) -> None:
        self._settings = settings
        self._times = np.empty(0, np.float64)
        self._pitch = np.empty(0, np.float32)
        self._above = np.empty(0, np.float32)
        self.bursts: list[Burst] = []

    def add(self, times_s: npt.NDArray[np.float64], pitch_hz: Floats, above_db: Floats) -> None:
        """Takes the next hops `(N,)`: times, pitch (NaN where not crying-like) and level above the floor."""
        self._times = np.concatenate([self._times, times_s])
        self._pitch = np.concatenate([self._pitch, pitch_hz])
        self._above = np.concatenate([self._above, above_db])
        self._close(ended=False)

    def end_run(self) -> None:
        """Closes what is open: the track ends or has a gap here."""
        self._close(ended=True)

    def _close(self, *, ended: bool) -> None:
        hole = round(self._settings.cry_longest_hole_s / HOP_S)
        voiced = np.flatnonzero(np.isfinite(self._pitch))
        keep = len(self._pitch)
        if len(voiced):
            breaks = np.flatnonzero(np.diff(voiced) > hole + 1)
            firsts, lasts = voiced[np.r_[0, breaks + 1]], voiced[np.r_[breaks, len(voiced) - 1]]
            if not ended and len(self._pitch) - lasts[-1] <= hole + 1:
                keep, firsts, lasts = int(firsts[-1]), firsts[:-1], lasts[:-1]
            for first, last in zip(firsts, lasts, strict=True):
                self._judge(slice(int(first), int(last) + 1))
        self._times, self._pitch, self._above = self._times[keep:], self._pitch[keep:], self._above[keep:]

    def _judge(self, run: slice) -> None:
        settings, pitch = self._settings, self._pitch[run]
        length_s = len(pitch) * HOP_S
        voiced = np.isfinite(pitch)
        if (
            settings.cry_shortest_burst_s <= length_s <= settings.cry_longest_burst_s
            and voiced.mean() >= _VOICED_SHARE
            and _steady_share(pitch, voiced) <= settings.cry_largest_steady_share
        ):
            middle_s = FRAME / 2 / RATE_HZ  # a hop's pitch is that of a frame that starts with it
            start_s = float(self._times[run.start]) + middle_s
            self.bursts.append(Burst(start_s, start_s + length_s, float(self._above[run].max())))


def spans(bursts: list[Burst], settings: SoundSettings) -> list[tuple[SoundSpan, tuple[Burst, ...]]]:
    """Joins bursts (sorted by time) over breaths into spans; a lone burst makes no span."""
    groups: list[list[Burst]] = []
    for burst in bursts:
        if groups and burst.start_s - groups[-1][-1].end_s <= settings.cry_longest_gap_s:
            groups[-1].append(burst)
        else:
            groups.append([burst])
    return [
        (SoundSpan("crying_like", g[0].start_s, g[-1].end_s, max(b.level_db for b in g)), tuple(g))
        for g in groups
        if len(g) >= settings.cry_fewest_bursts
    ]


def _steady_share(pitch_hz: Floats, voiced: npt.NDArray[np.bool_]) -> float:
    """How much of a burst holds one pitch, as the notes of toys and instruments do and a crying voice does not."""
    semitones = 12 * np.log2(pitch_hz[voiced])
    span = maximum_filter1d(semitones, _STEADY_HOPS) - minimum_filter1d(semitones, _STEADY_HOPS)
    return float(np.mean(span < _STEADY_SEMITONES))
