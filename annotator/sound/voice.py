"""Which short frames of sound have the pitch and the harmonics of a crying infant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from annotator.settings import SoundSettings

RATE_HZ: Final = 16_000
FRAME: Final = 512  # 32 ms: eight periods of the lowest pitch looked for, short enough for the fast glides of a cry
_FFT: Final = 1024
_LOWEST_HZ, _HIGHEST_HZ = 80.0, 1_250.0  # searched more widely than accepted, so that another pitch is seen as such
_HARMONICS: Final = 8
_BRIGHT_HZ: Final = (900.0, 5_000.0)

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Voice:
    """What each frame's pitch looks like; all arrays `(N,)`.

    `pitch_hz` is the fundamental, `periodicity` the normalised autocorrelation at its period (1 = perfectly periodic),
    `harmonics` how many of the first eight harmonics stand out of the valleys between them, and `brightness_db` the
    power between 900 Hz and 5 kHz against the whole.
    """

    pitch_hz: Floats
    periodicity: Floats
    harmonics: npt.NDArray[np.int64]
    brightness_db: Floats


def measure(frames: Floats) -> Voice:
    """Measures frames of shape `(N, FRAME)` at `RATE_HZ`."""
    window = np.hanning(FRAME + 1)[:FRAME].astype(np.float32)
    spectrum = np.abs(np.fft.rfft((frames - frames.mean(axis=1, keepdims=True)) * window, _FFT, axis=1)) ** 2
    pitch, periodicity = _pitch(spectrum, window)
    bins = np.fft.rfftfreq(_FFT, 1 / RATE_HZ)
    bright = (bins >= _BRIGHT_HZ[0]) & (bins <= _BRIGHT_HZ[1])
    tiny = np.float32(1e-20)
    brightness = 10 * np.log10((spectrum[:, bright].sum(axis=1) + tiny) / (spectrum.sum(axis=1) + tiny))
    return Voice(
        pitch.astype(np.float32),
        periodicity.astype(np.float32),
        _standing_harmonics(spectrum, pitch),
        brightness.astype(np.float32),
    )


def cry_pitch(frames: Floats, settings: SoundSettings) -> Floats:
    """The pitch in Hz `(N,)` of the frames `(N, FRAME)` that sound like crying, NaN for the others."""
    voice = measure(frames)
    cry = (
        (voice.pitch_hz >= settings.cry_lowest_pitch_hz)
        & (voice.pitch_hz <= settings.cry_highest_pitch_hz)
        & (voice.periodicity >= settings.cry_smallest_periodicity)
        & (voice.harmonics >= settings.cry_fewest_harmonics)
        & (voice.brightness_db >= settings.cry_smallest_brightness_db)
    )
    return np.where(cry, voice.pitch_hz, np.float32(np.nan))


def _pitch(
    spectrum: npt.NDArray[np.floating], window: Floats
) -> tuple[npt.NDArray[np.floating], npt.NDArray[np.floating]]:
    """Pitch by autocorrelation, divided by the window's own (Boersma 1993, IFA Proceedings 17, 97-110).

    The shortest period that is nearly as good as the best one is taken, so that multiples of the period lose.
    """
    correlation = np.fft.irfft(spectrum, axis=1)[:, : FRAME // 2]
    own = np.fft.irfft(np.abs(np.fft.rfft(window, _FFT)) ** 2)[: FRAME // 2]
    correlation = correlation / own / np.maximum(correlation[:, :1] / own[0], 1e-20)
    first, last = int(RATE_HZ / _HIGHEST_HZ), int(RATE_HZ / _LOWEST_HZ) + 1
    before, here, after = (correlation[:, first + k : last + k] for k in (-1, 0, 1))
    peak = np.where((here >= before) & (here > after), here, -1.0)
    best = peak.max(axis=1, keepdims=True)
    chosen = np.argmax(peak >= 0.87 * best, axis=1)
    rows = np.arange(len(spectrum))
    left, middle, right = before[rows, chosen], here[rows, chosen], after[rows, chosen]
    bend = left - 2 * middle + right
    shift = np.where(np.abs(bend) > 1e-9, 0.5 * (left - right) / np.where(np.abs(bend) > 1e-9, bend, 1.0), 0.0)
    pitch = RATE_HZ / (first + chosen + np.clip(shift, -0.5, 0.5))
    return np.where(best[:, 0] > 0, pitch, np.nan), np.where(best[:, 0] > 0, middle, 0.0)


def _standing_harmonics(
    spectrum: npt.NDArray[np.floating], pitch_hz: npt.NDArray[np.floating]
) -> npt.NDArray[np.int64]:
    """How many harmonics rise at least 6 dB above both valleys beside them."""
    power_db = 10 * np.log10(spectrum + 1e-20)
    per_bin = RATE_HZ / _FFT
    orders = np.arange(1, _HARMONICS + 1)
    reach = np.array([-0.15, 0.0, 0.15])
    base = np.nan_to_num(pitch_hz, nan=_LOWEST_HZ)[:, None, None] / per_bin

    def level(at: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
        index = np.clip(np.rint(base * at).astype(np.int64), 0, power_db.shape[1] - 1)
        picked: npt.NDArray[np.floating] = np.take_along_axis(power_db, index.reshape(len(power_db), -1), axis=1)
        return picked.reshape(index.shape)

    top = level(orders[:, None] + reach).max(axis=2)
    valley = level(np.append(orders - 0.5, orders[-1] + 0.5)[:, None] + reach * 0.6).mean(axis=2)
    standing = top - np.maximum(valley[:, :-1], valley[:, 1:]) >= 6.0
    count: npt.NDArray[np.int64] = standing.sum(axis=1)
    return count
