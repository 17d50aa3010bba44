"""Made-up sounds, 16 kHz mono float32, for the tests of the sound room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

RATE = 16_000
Floats = npt.NDArray[np.float32]


def chunks(samples: Floats, size: int = RATE, start_s: float = 0.0) -> Iterator[tuple[float, Floats]]:
    for first in range(0, len(samples), size):
        yield start_s + first / RATE, samples[first : first + size]


def seconds(length_s: float) -> npt.NDArray[np.float64]:
    return np.arange(round(length_s * RATE)) / RATE


def hiss(length_s: float, level: float = 0.003, seed: int = 0, slope: float = 0.0) -> Floats:
    """Noise of this rms; `slope` 0 is white, 0.5 pink, 1 brown."""
    white = np.random.default_rng(seed).normal(size=round(length_s * RATE))
    bins = np.maximum(np.arange(len(white) // 2 + 1), 20)
    noise = np.fft.irfft(np.fft.rfft(white) / bins**slope, len(white))
    scaled: Floats = (noise / noise.std() * level).astype(np.float32)
    return scaled


def tone(pitch_hz: float | npt.NDArray[np.float64], length_s: float, strengths: list[float], peak: float) -> Floats:
    """Harmonics of a pitch (fixed, or one value a sample), swelling and fading over 40 ms."""
    t = seconds(length_s)
    phase = 2 * np.pi * np.cumsum(np.broadcast_to(pitch_hz, t.shape)) / RATE
    wave = np.sum([s * np.sin((k + 1) * phase) for k, s in enumerate(strengths)], axis=0)
    swell = np.clip(np.minimum(t, length_s - t) / 0.04, 0, 1)
    shaped: Floats = (wave / np.abs(wave).max() * swell * peak).astype(np.float32)
    return shaped


def cry(
    breaths: int = 4, pitch_hz: float = 450.0, rise: float = 4.0, breath_s: float = 1.0, peak: float = 0.3
) -> Floats:
    """Breaths of a rising and falling voice (`rise` semitones), rich in harmonics, 0.5 s apart."""
    shape = 1 - (2 * seconds(breath_s) / breath_s - 1) ** 2
    rng = np.random.default_rng(1)
    tremble = np.convolve(rng.normal(size=len(shape)), np.ones(320) / 320, "same")
    pitch = pitch_hz * 2 ** ((rise * shape + 2 * tremble) / 12)
    orders = np.arange(1, 11) * pitch_hz
    strengths = list((pitch_hz / orders) * (1 + 4 * np.exp(-(((orders - 1100) / 300) ** 2))))
    pause = np.zeros(RATE // 2, np.float32)
    return np.concatenate([part for _ in range(breaths) for part in (tone(pitch, breath_s, strengths, peak), pause)])


def bang(peak: float = 0.5, seed: int = 2) -> Floats:
    t = seconds(0.3)
    return (np.random.default_rng(seed).normal(size=len(t)) * np.exp(-t / 0.05) * peak / 3).astype(np.float32)


def bark(count: int = 6) -> Floats:
    """Short rough bursts of a voice and noise, twice a second."""
    voice = tone(420 + 150 * seconds(0.18), 0.18, [1, 0.8, 0.6, 0.4, 0.3], 0.3)
    rough = voice + np.abs(voice) * np.random.default_rng(3).normal(size=len(voice)).astype(np.float32)
    return np.tile(np.concatenate([rough, np.zeros(RATE // 2 - len(rough), np.float32)]), count).astype(np.float32)


def music_box(notes: int = 16) -> Floats:
    """A lullaby's notes between 262 and 523 Hz, each ringing out, with the overtones of a struck comb."""
    scale = [262, 330, 392, 523, 392, 330, 294, 349]
    t = seconds(0.5)
    parts = [
        np.sum(
            [a * np.sin(2 * np.pi * k * scale[i % 8] * t) for k, a in ((1, 1), (2, 0.5), (3, 0.4), (4, 0.4), (6, 0.3))],
            0,
        )
        * np.exp(-t / 0.4)
        for i in range(notes)
    ]
    return (np.concatenate(parts) * 0.15).astype(np.float32)


def hum(length_s: float, mains_hz: float = 50.0) -> Floats:
    t = seconds(length_s)
    wave = np.sum([np.sin(2 * np.pi * mains_hz * k * t) / k for k in range(1, 13)], axis=0)
    quiet: Floats = (0.1 * wave).astype(np.float32)
    return quiet


def beeps(count: int = 8) -> Floats:
    """A device's square-wave beeps at 440 Hz, half a second on and half off."""
    on = (0.2 * np.sign(np.sin(2 * np.pi * 440 * seconds(0.5)))).astype(np.float32)
    return np.tile(np.concatenate([on, np.zeros_like(on)]), count)


def speech() -> Floats:
    """A woman's and then a man's voice, talking: made by a speech synthesiser."""
    with av.open(str(Path(__file__).parent / "speech.ogg")) as container:
        resampler = av.AudioResampler("flt", "mono", RATE)
        frames = [out for frame in container.decode(audio=0) for out in resampler.resample(frame)]
    return np.concatenate([frame.to_ndarray()[0] for frame in frames]).astype(np.float32)


def at(length_s: float, placed: dict[float, Floats], noise: float = 0.003) -> Floats:
    """White noise of this length with sounds placed at these times."""
    track = hiss(length_s, noise)
    for start_s, sound in placed.items():
        first = round(start_s * RATE)
        track[first : first + len(sound)] += sound[: len(track) - first]
    return track
