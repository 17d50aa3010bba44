"""The measured traces behind the lanes, at several levels of detail, so that a night draws as fast as a second.

Level k holds the lowest and highest value of every 4^k samples. A column of pixels looks its extremes up in the level
whose blocks are at most a quarter of it: no peak is ever lost, and none is drawn further off than a quarter pixel.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import Limb

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]
FACTOR: Final = 4
# The scale of a night is not set by its one wildest moment.
SCALE_QUANTILE: Final = 0.998
# With fewer samples a column than this the line between the samples is drawn, with more the outline of their peaks.
JOINED_BELOW: Final = 4


class Pyramid:
    """Lowest and highest values of one trace, float32 `(T,)`, NaN where there is none."""

    def __init__(self, low: Floats, high: Floats | None = None) -> None:
        high = low if high is None else high
        self._size = len(low)
        self._levels: list[tuple[Floats, Floats]] = [(_padded(low), _padded(high))]
        while len(low) > 2 * FACTOR:
            low, high = _coarser(low, np.fmin), _coarser(high, np.fmax)
            self._levels.append((_padded(low), _padded(high)))

    def extremes(self, first: Indices, last: Indices, per_column: float) -> tuple[Floats, Floats]:
        """The lowest and highest value of samples `first[i]:last[i]`, NaN where that is empty. All arrays `(W,)`.

        `per_column` says how many samples a column usually holds: it sets the level, whatever part of the video the
        columns are from.
        """
        return self._reduced(np.fmin, 0, first, last, per_column), self.highest(first, last, per_column)

    def highest(self, first: Indices, last: Indices, per_column: float) -> Floats:
        """The highest value of samples `first[i]:last[i]`, NaN where that is empty. All arrays `(W,)`."""
        return self._reduced(np.fmax, 1, first, last, per_column)

    def _reduced(self, reduce: np.ufunc, which: int, first: Indices, last: Indices, per_column: float) -> Floats:
        if not self._size or not len(first):
            return np.full(len(first), np.nan, np.float32)
        counts = last - first
        level = 0
        while level + 1 < len(self._levels) and FACTOR ** (level + 2) <= per_column:
            level += 1
        block = FACTOR**level
        pairs = np.empty(2 * len(first), np.intp)
        pairs[0::2] = np.minimum(first // block, (self._size - 1) // block)
        pairs[1::2] = np.maximum(-(-last // block), pairs[0::2] + 1)
        # `reduceat` runs from its last index to the array's end: the end is brought to what was asked.
        found: Floats = reduce.reduceat(self._levels[level][which][: int(pairs.max()) + 1], pairs)[::2]
        found[counts <= 0] = np.nan
        return found


def _padded(values: Floats) -> Floats:
    """One NaN behind the last value: `reduceat` wants an end that is a valid index."""
    return np.append(values, np.float32(np.nan)).astype(np.float32)


def _coarser(values: Floats, reduce: np.ufunc) -> Floats:
    padded = np.full(-(-len(values) // FACTOR) * FACTOR, np.nan, np.float32)
    padded[: len(values)] = values
    result = padded[0::FACTOR]
    for offset in range(1, FACTOR):
        result = reduce(result, padded[offset::FACTOR])
    return np.asarray(result, np.float32)


@dataclass(frozen=True, slots=True)
class Channel:
    """One limb's speed, float32 `(T,)` in torso lengths a second.

    `observed` bool `(T,)` is False where the limb could not be judged; nothing is drawn there.
    `thresholds_torso_per_s` are drawn as lines.
    """

    speed_torso_per_s: Floats
    observed: NDArray[np.bool_]
    thresholds_torso_per_s: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Waveform:
    """The sound's lowest and highest sample (-1 to 1) of every `bin_s` seconds from `start_s`, float32 `(M,)` each."""

    start_s: float
    bin_s: float
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The samples `first[i]:last[i]` `(W,)` in each column of pixels between `edges_s` `(W + 1,)`; `usual` is how many
    a column holds on average over the whole video."""

    edges_s: NDArray[np.float64]
    first: NDArray[np.intp]
    last: NDArray[np.intp]
    usual: float


@dataclass(frozen=True, slots=True, eq=False)
class Envelope:
    """What one trace spans in each column of pixels: `low`, `high` float32 `(W,)`, NaN where not observed."""

    low: Floats
    high: Floats


@dataclass(frozen=True, eq=False)
class Traces:
    """All stored traces of one video. `t_s` float64 `(T,)` increasing, in seconds on the video's clock.

    `channels` is keyed by limb, `None` for motion whose limb is not named. Raises ValueError where shapes differ.
    """

    t_s: NDArray[np.float64]
    channels: Mapping[Limb | None, Channel]
    sound: Waveform | None = None
    _pyramids: dict[Limb | None, Pyramid] = field(default_factory=dict, init=False, repr=False)
    _sound: Pyramid | None = field(default=None, init=False, repr=False)
    highest_torso_per_s: float = field(default=1.0, init=False)

    def __post_init__(self) -> None:
        loudest = [0.0]
        for limb, channel in self.channels.items():
            if not len(channel.speed_torso_per_s) == len(channel.observed) == len(self.t_s):
                raise ValueError(f"the trace of {limb} does not have one value for each time")
            seen = np.where(channel.observed, channel.speed_torso_per_s, np.float32(np.nan)).astype(np.float32)
            self._pyramids[limb] = Pyramid(seen)
            # A thousandth of the samples settles the scale as well as all of them.
            sparse = seen[:: max(len(seen) // 20_000, 1)]
            sparse = sparse[np.isfinite(sparse)]
            if len(sparse):
                loudest.append(float(np.quantile(sparse, SCALE_QUANTILE)))
            loudest.extend(3 * threshold for threshold in channel.thresholds_torso_per_s)
        object.__setattr__(self, "highest_torso_per_s", max(loudest) or 1.0)
        if self.sound is not None:
            object.__setattr__(self, "_sound", Pyramid(self.sound.low, self.sound.high))

    @classmethod
    def without_motion(cls, sound: Waveform) -> Traces:
        """Only a waveform."""
        return cls(np.zeros(0), {}, sound)

    def columns(self, edges_s: NDArray[np.float64]) -> Columns:
        """The samples between successive `edges_s` `(W + 1,)`, looked up once for all limbs."""
        indices = np.searchsorted(self.t_s, edges_s)
        lasting_s = float(self.t_s[-1] - self.t_s[0]) if len(self.t_s) else 0.0
        usual = round(len(self.t_s) / lasting_s * float(edges_s[1] - edges_s[0]), 6) if lasting_s else 0.0
        return Columns(edges_s, indices[:-1], indices[1:], usual)

    def envelope(self, limb: Limb | None, columns: Columns) -> Envelope | None:
        """One limb's trace in each column, joined by lines where samples lie apart; None for a limb without a trace."""
        pyramid = self._pyramids.get(limb)
        if pyramid is None:
            return None
        # Decided by the zoom alone: the same moment is drawn the same wherever the view begins.
        if columns.usual < JOINED_BELOW:
            low, high = (
                self._scattered(limb, columns)
                if columns.usual < 1
                else pyramid.extremes(columns.first, columns.last, columns.usual)
            )
            at_edges = self._at(limb, columns.edges_s)
            low = np.fmin(low, np.fmin(at_edges[:-1], at_edges[1:]))
            high = np.fmax(high, np.fmax(at_edges[:-1], at_edges[1:]))
        else:
            high = pyramid.highest(columns.first, columns.last, columns.usual)
            low = high.copy()
            low[1:] = np.fmin(low[1:], high[:-1])
            low[:-1] = np.fmin(low[:-1], high[1:])
            low[np.isnan(high)] = np.nan
        return Envelope(low, high)

    def _scattered(self, limb: Limb | None, columns: Columns) -> tuple[Floats, Floats]:
        """The extremes of fewer samples than columns: each sample is put into its column."""
        channel, own = self.channels[limb], slice(int(columns.first[0]), int(columns.last[-1]))
        low = np.full(len(columns.first), np.nan, np.float32)
        high = low.copy()
        seen = channel.observed[own]
        where = np.searchsorted(columns.edges_s, self.t_s[own][seen], "right") - 1
        where = np.minimum(where, len(low) - 1)
        np.fmin.at(low, where, channel.speed_torso_per_s[own][seen])
        np.fmax.at(high, where, channel.speed_torso_per_s[own][seen])
        return low, high

    def sound_envelope(self, edges_s: NDArray[np.float64]) -> Envelope | None:
        """The sound's waveform between successive `edges_s` `(W + 1,)`."""
        if self.sound is None or self._sound is None:
            return None
        places = (edges_s - self.sound.start_s) / self.sound.bin_s
        bins = np.clip(np.floor(places), 0, len(self.sound.low)).astype(np.intp)
        first, last = bins[:-1], bins[1:]
        within = (places[1:] > 0) & (places[:-1] < len(self.sound.low))
        usual = round(float(edges_s[1] - edges_s[0]) / self.sound.bin_s, 6)
        return Envelope(*self._sound.extremes(first, np.where(within, np.maximum(last, first + 1), first), usual))

    def _at(self, limb: Limb | None, seconds: NDArray[np.float64]) -> Floats:
        """The line between the samples at some times; NaN outside the trace and beside what was not observed."""
        first, last = np.searchsorted(self.t_s, [seconds[0], seconds[-1]])
        near = slice(max(int(first) - 1, 0), int(last) + 1)
        channel = self.channels[limb]
        values = np.where(channel.observed[near], channel.speed_torso_per_s[near], np.nan)
        if not len(values):
            return np.full(len(seconds), np.nan, np.float32)
        return np.interp(seconds, self.t_s[near], values, left=np.nan, right=np.nan).astype(np.float32)
