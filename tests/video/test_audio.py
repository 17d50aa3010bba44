"""Sound lies where it lies in the picture's time."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from annotator.errors import Cancelled
from annotator.job import Job
from annotator.video.audio import read_audio, waveform
from annotator.video.probe import probe
from tests import clips

BURSTS = [(0.5, 0.6), (1.2, 1.25)]
RATE = 16000


def timed(chunks: list[tuple[float, npt.NDArray[np.float32]]], rate: int = RATE) -> tuple[npt.NDArray[np.float64], ...]:
    """All samples' times and values."""
    times = [start + np.arange(len(samples)) / rate for start, samples in chunks]
    return np.concatenate(times), np.concatenate([samples for _, samples in chunks]).astype(np.float64)


def loud(times: npt.NDArray[np.float64], samples: npt.NDArray[np.float64]) -> list[tuple[float, float]]:
    """The spans in which the tone sounds."""
    on = times[np.abs(samples) > 0.1]
    breaks = np.flatnonzero(np.diff(on) > 0.02)
    return list(zip(on[[0, *(breaks + 1)]].tolist(), on[[*breaks, -1]].tolist(), strict=True))


@pytest.mark.parametrize("late", [0.0, 0.4], ids=["together", "picture later"])
@pytest.mark.parametrize(
    ("suffix", "codec"),
    [("mp4", "aac"), ("mkv", "aac"), ("ts", "aac"), ("mkv", "libopus"), ("mov", "pcm_s16le"), ("mkv", "flac")],
)
def test_a_tone_is_heard_when_it_sounds(tmp_path: Path, suffix: str, codec: str, late: float) -> None:
    tone = clips.Tone(bursts=BURSTS, codec=codec)
    path = clips.write(tmp_path / f"clip.{suffix}", clips.even(60, start=round(late * 90000)), tone=tone)
    info = probe(path)
    assert info.audio is not None
    times, samples = timed(list(read_audio(path, info, RATE)))
    assert np.all(np.diff(times) > 0)
    expected = [(start - late, end - late) for start, end in BURSTS]
    np.testing.assert_allclose(loud(times, samples), expected, atol=0.0015)
    assert info.audio.start_s == pytest.approx(times[0], abs=0.001)
    if suffix != "mkv":  # Matroska's header tells only how long the whole file is
        assert info.audio.end_s == pytest.approx(times[-1], abs=0.06)
    assert samples.dtype == np.float64
    assert np.abs(samples).max() == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize("suffix", ["mp4", "mkv"])
def test_a_hole_in_the_sound_moves_nothing(tmp_path: Path, suffix: str) -> None:
    tone = clips.Tone(bursts=BURSTS, hole=(0.8, 1.0))
    path = clips.write(tmp_path / f"hole.{suffix}", clips.even(60), tone=tone)
    times, samples = timed(list(read_audio(path, probe(path), RATE)))
    np.testing.assert_allclose(loud(times, samples), BURSTS, atol=0.0015)
    assert np.diff(times).max() == pytest.approx(0.19, abs=0.03)


@pytest.mark.parametrize("start", [-5.0, 0.25, 0.55, 1.0, 1.9])
def test_reading_can_begin_anywhere(tmp_path: Path, start: float) -> None:
    path = clips.write(tmp_path / "clip.mp4", clips.even(60), tone=clips.Tone(bursts=BURSTS))
    info = probe(path)
    times, samples = timed(list(read_audio(path, info, RATE)))
    late_times, late_samples = timed(list(read_audio(path, info, RATE, start_s=start)))
    assert late_times[0] == pytest.approx(max(start, 0.0), abs=2 / RATE)
    assert late_times[-1] == pytest.approx(times[-1], abs=2 / RATE)
    expected = [(max(a, start), b) for a, b in BURSTS if b > start + 0.01]
    if expected:
        np.testing.assert_allclose(loud(late_times, late_samples), expected, atol=0.003)
    assert len(samples) >= len(late_samples)


@pytest.mark.parametrize("rate", [8000, 16000, 44100, 48000])
def test_chunks_follow_each_other_at_any_rate(tmp_path: Path, rate: int) -> None:
    path = clips.write(tmp_path / "clip.mp4", clips.even(60), tone=clips.Tone(bursts=BURSTS))
    chunks = list(read_audio(path, probe(path), rate, chunk_s=0.25))
    assert len(chunks) >= 6
    for (start, samples), (following, _) in pairwise(chunks):
        assert samples.dtype == np.float32
        assert start + len(samples) / rate == pytest.approx(following, abs=1e-9)
    np.testing.assert_allclose(loud(*timed(chunks, rate)), BURSTS, atol=0.0015)


def test_no_sound_is_no_error(tmp_path: Path) -> None:
    path = clips.write(tmp_path / "silent.mp4", clips.even(5))
    info = probe(path)
    assert info.audio is None
    assert list(read_audio(path, info)) == []
    assert waveform(path, info) is None


def test_reading_ends_when_cancelled(tmp_path: Path) -> None:
    path = clips.write(tmp_path / "clip.mp4", clips.even(60), tone=clips.Tone())
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        list(read_audio(path, probe(path), job=job))


@pytest.mark.parametrize("late", [0.0, 0.4])
def test_the_outline_rises_where_the_tone_is(tmp_path: Path, late: float) -> None:
    tone = clips.Tone(bursts=BURSTS, hole=(0.8, 1.0))
    path = clips.write(tmp_path / "clip.mkv", clips.even(60, start=round(late * 90000)), tone=tone)
    outline = waveform(path, probe(path), 0.01)
    assert outline is not None
    assert outline.bin_s == pytest.approx(0.01)
    assert outline.low.shape == outline.high.shape
    middles = outline.start_s + (np.arange(len(outline.low)) + 0.5) * outline.bin_s
    assert outline.start_s == pytest.approx(-late, abs=0.001)
    for start, end in BURSTS:
        inside = (middles > start - late + 0.01) & (middles < end - late - 0.01)
        assert outline.high[inside].min() > 0.4
        assert outline.low[inside].max() < -0.4
    assert np.isnan(outline.high[(middles > 0.85 - late) & (middles < 0.95 - late)]).all()
    quiet = (middles > 0.1 - late) & (middles < 0.45 - late)
    assert np.abs(outline.high[quiet]).max() < 0.05
