"""The sound beside the picture: at the right time, at any speed, and no trouble where there is none."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from annotator.ui.player.sound import Heard, SoundOutput
from annotator.ui.player.sound_track import SoundTrack
from annotator.video.probe import probe
from annotator.video.tempo import Tempo, stages
from tests.ui.player.conftest import Rig, number_on

RATE_HZ = 16000


def heard(path: Path, start_s: float, speed: float, loop: tuple[float, float] | None, seconds: float) -> np.ndarray:
    """Loudness in pieces of 10 ms."""
    track = SoundTrack(probe(path), RATE_HZ)
    wanted = round(seconds * RATE_HZ)
    pieces: list[np.ndarray] = []
    for piece in track.pieces(start_s, speed, loop):
        pieces.append(piece)
        if sum(map(len, pieces)) >= wanted:
            break
    track.close()
    samples = np.concatenate(pieces)[:wanted]
    return np.asarray(np.sqrt((samples[: len(samples) // 160 * 160].reshape(-1, 160) ** 2).mean(axis=1)))


def spans(loudness: np.ndarray) -> list[tuple[float, float]]:
    loud = np.concatenate(([False], loudness > 0.1, [False]))
    edges = np.flatnonzero(np.diff(loud.astype(int)))
    return [(a / 100, b / 100) for a, b in zip(edges[::2], edges[1::2], strict=True)]


@pytest.mark.parametrize("start_s", [0.0, 0.25, 1.7])
def test_sound_starts_where_the_picture_does_and_goes_on_as_silence(sounding_clip: Path, start_s: float) -> None:
    found = spans(heard(sounding_clip, start_s, 1.0, None, 5.0))
    wanted = [(a - start_s, b - start_s) for a, b in ((0.5, 1.0), (2.0, 2.5)) if b > start_s]
    assert np.allclose(found, wanted, atol=0.03)


def test_a_loop_keeps_its_length_exactly(sounding_clip: Path) -> None:
    found = spans(heard(sounding_clip, 0.4, 1.0, (0.4, 1.2), 3.2))
    assert np.allclose(found, [(0.1 + k * 0.8, 0.6 + k * 0.8) for k in range(4)], atol=0.03)


@pytest.mark.parametrize("speed", [0.5, 2.0, 4.0])
def test_another_speed_keeps_the_pitch(sounding_clip: Path, speed: float) -> None:
    found = spans(heard(sounding_clip, 0.0, speed, None, 3.0 / speed))
    assert np.allclose(found, [(0.5 / speed, 1.0 / speed), (2.0 / speed, 2.5 / speed)], atol=0.12)
    tone = np.sin(2 * np.pi * 1000 * np.arange(2 * RATE_HZ) / RATE_HZ).astype(np.float32)
    tempo = Tempo(RATE_HZ, speed)
    stretched = np.concatenate([*(tempo.push(piece) for piece in np.split(tone, 20)), tempo.finish()])
    strength = np.abs(np.fft.rfft(stretched))
    assert len(stretched) == pytest.approx(len(tone) / speed, rel=0.03)
    assert np.argmax(strength) * RATE_HZ / len(stretched) == pytest.approx(1000, abs=5)


@pytest.mark.parametrize("speed", [0.1, 0.25, 0.5, 0.75, 1.5, 4.0, 7.0])
def test_tempo_stages_multiply_to_the_speed(speed: float) -> None:
    factors = stages(speed)
    assert np.prod(factors) == pytest.approx(speed)
    assert all(0.5 <= factor <= 2.0 for factor in factors)


def test_speed_must_be_positive() -> None:
    with pytest.raises(ValueError, match="above 0"):
        stages(0.0)


def test_a_video_without_sound_gives_silence_for_ever(even_clip: Path) -> None:
    pieces = list(islice(SoundTrack(probe(even_clip), RATE_HZ).pieces(0.0, 1.0, None), 100))
    assert len(pieces) == 100
    assert not np.concatenate(pieces).any()


@pytest.mark.qt_log_ignore("pipewire-0.3")
def test_playing_with_a_sound_track_is_on_time_with_or_without_a_device(rig: Rig, sounding_clip: Path) -> None:
    rig.open(sounding_clip)
    assert rig.controller.sound.available
    assert rig.widget.bar.mute_button.isVisible()
    rig.controller.sound.set_muted(True)
    rig.clock.set_loop((0.5, 1.0))
    rig.clock.request_play(True)
    rig.wait_painted(25)
    rig.clock.set_rate(2.0)
    rig.wait_painted(30)
    rig.clock.request_play(False)
    rig.clock.seek_frame(7)
    rig.settle(7)
    assert number_on(rig.canvas) == 7


@pytest.mark.qt_log_ignore("pipewire-0.3")
def test_closing_while_sound_plays_is_clean(rig: Rig, sounding_clip: Path) -> None:
    rig.open(sounding_clip)
    rig.controller.sound.set_muted(True)
    rig.clock.request_play(True)
    rig.wait_painted(3)
    rig.controller.shutdown()


def test_only_sound_that_goes_on_leads() -> None:
    sound = SoundOutput()
    sound._on_heard(Heard(sound._newest.serial, 0.0, 0.0))
    assert sound.played_s() is None
