"""Single frames: pitch, harmonics, brightness."""

from __future__ import annotations

import numpy as np
import pytest

from annotator.settings import SoundSettings
from annotator.sound.voice import FRAME, cry_pitch, measure
from tests.sound import sounds
from tests.sound.sounds import Floats

RICH = [1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3]


def frames(samples: Floats) -> Floats:
    middle = samples[len(samples) // 4 : -len(samples) // 4]
    return np.stack([middle[i : i + FRAME] for i in range(0, len(middle) - FRAME, 160)])


@pytest.mark.parametrize("pitch_hz", [110.0, 180.0, 251.0, 333.3, 440.0, 512.5, 700.0, 849.0])
def test_pitch_is_measured_to_one_in_a_hundred(pitch_hz: float) -> None:
    voice = measure(frames(sounds.tone(pitch_hz, 0.5, RICH, 0.3)))
    np.testing.assert_allclose(voice.pitch_hz, pitch_hz, rtol=0.01)
    assert (voice.periodicity > 0.95).all()


def test_harmonics_are_counted() -> None:
    assert (measure(frames(sounds.tone(400, 0.5, RICH, 0.3))).harmonics == 8).all()
    two = measure(frames(sounds.tone(400, 0.5, [1.0, 0.5], 0.3) + sounds.hiss(0.5, 1e-4)))
    assert np.median(two.harmonics) < SoundSettings().cry_fewest_harmonics


def test_noise_has_no_pitch_of_a_cry() -> None:
    assert np.isnan(cry_pitch(frames(sounds.hiss(2)), SoundSettings())).mean() > 0.99


def test_digital_silence_has_no_pitch_and_divides_by_nothing() -> None:
    assert np.isnan(cry_pitch(np.zeros((3, FRAME), np.float32), SoundSettings())).all()


@pytest.mark.parametrize(
    ("pitch_hz", "cry"), [(150.0, False), (240.0, False), (260.0, True), (500.0, True), (900.0, False)]
)
def test_only_an_infants_pitch_counts(pitch_hz: float, cry: bool) -> None:
    pitch = cry_pitch(frames(sounds.tone(pitch_hz, 0.5, RICH, 0.3)), SoundSettings())
    assert np.isfinite(pitch).all() == cry
    assert np.isfinite(pitch).any() == cry


def test_a_muffled_tone_is_not_bright_enough() -> None:
    dull = sounds.tone(300, 0.5, [1, 0.05, 0.02, 0.01, 0.01], 0.3)
    assert np.isnan(cry_pitch(frames(dull), SoundSettings())).all()
