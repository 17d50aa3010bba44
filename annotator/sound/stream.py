"""A track's chunks of samples, joined into hops of 10 ms with their levels, in memory that stays flat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.signal import butter, sosfilt

from annotator.sound.voice import FRAME, RATE_HZ

HOP: Final = 160
HOP_S: Final = HOP / RATE_HZ
STEPS: Final = 10  # finer levels in each hop, 1 ms apart
SILENT_DB: Final = -100.0  # below this lies only digital silence: a gap in the recording, or a muted track
_FLOOR_LEAST_DB: Final = -75.0  # below this a recording holds the noise of its own coding
_BLOCK: Final = 10 * RATE_HZ
_JUMP_S: Final = 0.02
_AHEAD: Final = FRAME - HOP
_RUMBLE: Final = butter(2, 150.0, "highpass", fs=RATE_HZ, output="sos")  # mains hum, handling, wind

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Block:
    """Up to ten seconds of consecutive hops.

    `times_s` `(N,)` is where each hop starts, `level_db` `(N,)` its level in dB of full scale, `step_db` `(N, STEPS)`
    the same each millisecond, and `frames` `(N, FRAME)` the samples from its start on. `floor_db` is the level that
    nine tenths of the last `sound_floor_span_s` lie above. `follows` is False after a gap in the track.
    """

    times_s: npt.NDArray[np.float64]
    level_db: Floats
    step_db: Floats
    frames: Floats
    floor_db: float
    follows: bool


def blocks(chunks: Iterable[tuple[float, Floats]], floor_span_s: float) -> Iterator[Block]:
    """Cuts a track into blocks. `chunks` are (start in seconds, mono samples at 16 kHz), in order of time."""
    recent = np.empty(0, np.float32)
    for start_s, samples, follows in _runs(chunks):
        if not follows:
            state = np.zeros((len(_RUMBLE), 2))
            tail, tail_s = np.empty(0, np.float32), start_s
        filtered, state = sosfilt(_RUMBLE, samples, zi=state)
        joined = np.concatenate([tail, filtered.astype(np.float32)])
        count = (len(joined) - _AHEAD) // HOP
        if count <= 0:
            tail = joined
            continue
        steps = joined[: count * HOP].reshape(count, STEPS, HOP // STEPS)
        power = np.mean(steps**2, axis=2)
        level = _decibels(power.mean(axis=1))
        recent = np.concatenate([recent, level])[-round(floor_span_s / HOP_S) :]
        yield Block(
            times_s=tail_s + HOP_S * np.arange(count, dtype=np.float64),
            level_db=level,
            step_db=_decibels(power),
            frames=np.lib.stride_tricks.sliding_window_view(joined, FRAME)[::HOP][:count],
            floor_db=max(float(np.percentile(recent, 10)), _FLOOR_LEAST_DB),
            follows=follows,
        )
        tail = joined[count * HOP :]
        tail_s = start_s + (len(samples) - len(tail)) / RATE_HZ


def _runs(chunks: Iterable[tuple[float, Floats]]) -> Iterator[tuple[float, Floats, bool]]:
    """Pieces of about `_BLOCK` samples, their start, and whether they follow the piece before without a gap.

    Each run of samples ends with enough silence for its last hop to have a whole frame.
    """
    held: list[Floats] = []
    length, start_s, follows = 0, 0.0, False
    end = np.zeros(_AHEAD, np.float32)
    for chunk_s, samples in chunks:
        expected_s = start_s + length / RATE_HZ
        if (held or follows) and abs(chunk_s - expected_s) > _JUMP_S:
            yield start_s, np.concatenate([*held, end]), follows
            held, length, follows = [], 0, False
        start_s = chunk_s - length / RATE_HZ
        held.append(samples)
        length += len(samples)
        if length >= _BLOCK:
            yield start_s, np.concatenate(held), follows
            start_s, held, length, follows = start_s + length / RATE_HZ, [], 0, True
    if held or follows:
        yield start_s, np.concatenate([*held, end]), follows


def _decibels(power: Floats) -> Floats:
    level: Floats = 10 * np.log10(power + np.float32(1e-12))
    return level
