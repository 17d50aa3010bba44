"""Whole tracks: what is found, when, and what is passed over."""

from __future__ import annotations

import threading
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import Cancelled
from annotator.job import Job
from annotator.session.model import SoundSpan
from annotator.settings import SoundSettings
from annotator.sound.detect import find_sounds
from tests.sound import sounds
from tests.sound.sounds import RATE, Floats, at, chunks

CLIP = Path(__file__).parents[2] / "sample_clips" / "startle_and_cry.mp4"


def found(track: Floats, start_s: float = 0.0) -> tuple[SoundSpan, ...]:
    return find_sounds(chunks(track, start_s=start_s), SoundSettings())


def kinds(track: Floats) -> list[str]:
    return [span.kind for span in found(track)]


def test_the_sample_clip_has_a_bang_at_14_s_and_crying_from_16_to_24_s() -> None:
    with av.open(str(CLIP)) as container:
        resampler = av.AudioResampler("flt", "mono", RATE)
        frames = [out for frame in container.decode(audio=0) for out in resampler.resample(frame)]
    noise, cry = found(np.concatenate([frame.to_ndarray()[0] for frame in frames]).astype(np.float32))
    assert noise.kind == "sudden_noise"
    assert noise.start_s == pytest.approx(14.0, abs=0.01)
    assert cry.kind == "crying_like"
    assert (cry.start_s, cry.end_s) == pytest.approx((16.0, 24.2), abs=0.1)


def test_no_audio_is_no_error() -> None:
    assert find_sounds(None, SoundSettings()) == ()
    assert find_sounds(iter(()), SoundSettings()) == ()
    assert find_sounds([(0.0, np.zeros(0, np.float32))], SoundSettings()) == ()
    assert find_sounds([(0.0, np.zeros(5, np.float32))], SoundSettings()) == ()
    assert kinds(np.zeros(30 * RATE, np.float32)) == []


@pytest.mark.parametrize("pitch_hz", [300.0, 450.0, 600.0])
@pytest.mark.parametrize("slope", [0.0, 0.5, 1.0])
def test_crying_is_found_in_noise_of_any_colour(pitch_hz: float, slope: float) -> None:
    track = sounds.hiss(30, 0.03, slope=slope)
    cry = sounds.cry(pitch_hz=pitch_hz)
    track[12 * RATE : 12 * RATE + len(cry)] += cry
    (span,) = [span for span in found(track) if span.kind == "crying_like"]
    assert (span.start_s, span.end_s) == pytest.approx((12.0, 17.5), abs=0.15)
    assert span.level_db > 6


def test_the_babys_own_voice_setting_in_is_no_sudden_noise() -> None:
    assert kinds(at(30, {12.0: sounds.cry()})) == ["crying_like"]


def test_cries_a_few_seconds_apart_are_two_spans() -> None:
    assert kinds(at(40, {10.0: sounds.cry(), 22.0: sounds.cry()})) == ["crying_like", "crying_like"]


def test_one_short_call_is_not_crying() -> None:
    assert "crying_like" not in kinds(at(20, {10.0: sounds.cry(breaths=1)}))


@pytest.mark.parametrize(
    "sound",
    [
        pytest.param(sounds.hiss(20, 0.1), id="white noise machine"),
        pytest.param(sounds.hiss(20, 0.1, slope=0.5), id="pink noise machine"),
        pytest.param(sounds.hiss(20, 0.1) * (1 + 0.5 * np.sin(20 * sounds.seconds(20))).astype(np.float32), id="fan"),
        pytest.param(sounds.hum(20), id="mains hum"),
        pytest.param(sounds.music_box(), id="music box"),
        pytest.param(sounds.beeps(), id="beeps"),
        pytest.param(sounds.bark(), id="barking"),
        pytest.param(sounds.speech(), id="talking"),
        pytest.param(sounds.bang(), id="bang"),
        pytest.param(
            sounds.tone(130 + 20 * np.sin(6 * sounds.seconds(8)), 8, [1, 0.9, 0.8, 0.6, 0.5, 0.4], 0.3), id="low voice"
        ),
    ],
)
def test_other_sounds_are_not_crying(sound: Floats) -> None:
    assert "crying_like" not in kinds(at(30, {8.0: sound}))


@pytest.mark.parametrize("start_s", [5.0, 9.995, 10.0, 13.337, 28.9])
@pytest.mark.parametrize("noise", [0.0001, 0.003, 0.01])
def test_a_bang_is_timed_to_a_hundredth_of_a_second(start_s: float, noise: float) -> None:
    (span,) = found(at(30, {start_s: sounds.bang()}, noise))
    assert span.kind == "sudden_noise"
    assert span.start_s == pytest.approx(start_s, abs=0.01)
    assert span.start_s < span.end_s < start_s + 0.5


def test_a_bang_that_hardly_rises_out_of_loud_noise_is_none() -> None:
    assert kinds(at(30, {12.0: sounds.bang(0.2)}, 0.05)) == []


def test_a_sound_that_fades_in_is_not_sudden_and_one_switched_on_is() -> None:
    engine = sounds.hiss(15, 0.2)
    assert kinds(at(30, {10.0: engine * np.linspace(0, 1, len(engine), dtype=np.float32)})) == []
    assert kinds(at(30, {10.0: engine})) == ["sudden_noise"]


def test_a_recording_that_drops_out_and_comes_back_holds_no_noise() -> None:
    track = sounds.hiss(40, 0.02)
    track[15 * RATE : 17 * RATE] = 0
    assert kinds(track) == []


def test_a_gap_in_the_tracks_times_holds_no_noise_and_shifts_what_follows() -> None:
    track = at(20, {10.0: sounds.bang()})
    spans = find_sounds([*chunks(sounds.hiss(8)), *chunks(track, start_s=100.0)], SoundSettings())
    assert [span.start_s for span in spans] == pytest.approx([110.0], abs=0.01)


def test_times_are_the_chunks_own() -> None:
    track = at(30, {12.0: sounds.bang(), 15.0: sounds.cry()})
    here, there = found(track), found(track, start_s=-0.75)
    assert [span.start_s - 0.75 for span in here] == pytest.approx([span.start_s for span in there], abs=1e-9)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 60_000), min_size=1, max_size=12))
def test_how_the_track_is_cut_into_chunks_changes_nothing(sizes: list[int]) -> None:
    track = at(14, {4.0: sounds.bang(), 6.0: sounds.cry()})

    def cut() -> Iterator[tuple[float, Floats]]:
        first, turn = 0, 0
        while first < len(track):
            size = sizes[turn % len(sizes)] if turn < 200 else RATE
            yield first / RATE, track[first : first + size]
            first, turn = first + size, turn + 1

    assert [s.kind for s in find_sounds(cut(), SoundSettings())] == ["sudden_noise", "crying_like"]
    for ours, whole in zip(find_sounds(cut(), SoundSettings()), found(track), strict=True):
        assert (ours.start_s, ours.end_s) == pytest.approx((whole.start_s, whole.end_s), abs=0.02)


def test_cancelling_stops_the_work() -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        find_sounds(chunks(sounds.hiss(30)), SoundSettings(), job)


def test_a_night_takes_no_more_memory_than_an_hour() -> None:
    part = sounds.hiss(10)

    def peak_bytes(minutes: int) -> int:
        tracemalloc.start()
        try:
            find_sounds(((10.0 * i, part) for i in range(6 * minutes)), SoundSettings())
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak_bytes(60) - peak_bytes(10) < 200_000


def test_two_tracks_at_once_do_not_meet() -> None:
    track = at(30, {12.0: sounds.bang()})
    results: list[tuple[SoundSpan, ...]] = []
    workers = [threading.Thread(target=lambda: results.append(found(track))) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert results[0] == results[1] == found(track)
