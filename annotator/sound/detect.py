"""Crying-like sound and sudden noise in an audio track, in one pass."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from annotator.job import Job
from annotator.session.model import SoundSpan
from annotator.settings import SoundSettings
from annotator.sound.bursts import Burst, BurstFinder, spans
from annotator.sound.noise import NoiseFinder
from annotator.sound.stream import blocks
from annotator.sound.voice import Floats, cry_pitch


def find_sounds(
    chunks: Iterable[tuple[float, Floats]] | None, settings: SoundSettings, job: Job | None = None
) -> tuple[SoundSpan, ...]:
    """Finds the sounds that the rules ask about, sorted by start.

    `chunks` are (start in seconds on the video's clock, mono float32 samples at 16 kHz, full scale 1.0) in order of
    time; None means that the video has no sound, and nothing is found. Memory does not grow with the track's length.

    Crying-like is a voice of an infant's pitch, rich in harmonics, in repeated breaths: a cat, or somebody singing
    high, can sound the same, so the observer confirms it. Raises `Cancelled`.
    """
    voices, noises = BurstFinder(settings), NoiseFinder(settings)
    for block in blocks(chunks or (), settings.sound_floor_span_s):
        if job is not None:
            job.raise_if_cancelled()
        if not block.follows:
            voices.end_run()
        above = block.level_db - np.float32(block.floor_db)
        loud = above >= settings.cry_smallest_level_db
        pitch = np.full(len(above), np.nan, np.float32)
        if loud.any():
            pitch[loud] = cry_pitch(block.frames[loud], settings)
        voices.add(block.times_s, pitch, above)
        noises.add(block)
    voices.end_run()
    noises.end_run()
    crying = spans(voices.bursts, settings)
    breaths = [burst for _, bursts in crying for burst in bursts]
    sudden = [noise for noise in noises.noises if not _starts_a_breath(noise, breaths)]
    return tuple(sorted([span for span, _ in crying] + sudden, key=lambda s: (s.start_s, s.end_s)))


def _starts_a_breath(noise: SoundSpan, breaths: list[Burst]) -> bool:
    """Whether a noise is the baby's own voice setting in."""
    return any(-0.25 <= noise.start_s - breath.start_s <= 0.10 for breath in breaths)
