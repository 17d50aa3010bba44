"""The sound track as samples on the frames' clock."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError
from av.stream import Discard

from annotator.job import Job
from annotator.video._open import open_container
from annotator.video.info import VideoInfo
from annotator.video.packets import packets_of

Samples = npt.NDArray[np.float32]

_LARGEST_DRIFT_S: Final = 0.02
"""Where the file's times part from the count of samples by more than this, a new chunk starts at the file's time. Less
is rounding (Matroska stores whole milliseconds), and a packet of AAC at 48 kHz lasts 0.021 s."""

_SEEK_MARGIN_S: Final = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Waveform:
    """The sound's lowest and highest sample (-1 to 1) in every `bin_s` seconds from `start_s` on, float32 `(M,)` each;
    NaN where there is none."""

    start_s: float
    bin_s: float
    low: Samples
    high: Samples


def read_audio(
    path: str | Path,
    info: VideoInfo,
    rate_hz: int = 16000,
    job: Job | None = None,
    chunk_s: float = 1.0,
    start_s: float = -np.inf,
) -> Iterator[tuple[float, Samples]]:
    """Chunks `(start, samples)`: seconds from the first frame and mono float32, -1 to 1, at `rate_hz`.

    Chunks follow each other in time, of about `chunk_s` each, and leave out what the file leaves out; damaged packets
    are left out too. `start_s` skips what lies before. A video without sound yields nothing. Raises VideoError where
    the file cannot be opened, Cancelled on request.
    """
    if info.audio is None:
        return
    container = open_container(Path(path))
    with container:
        track = _track(container)
        if track is None:
            return
        zero = int(info.times.pts[0]) * info.times.time_base
        _seek(container, track, start_s, zero)
        wanted = max(round(chunk_s * rate_hz), 1)
        pending: list[Samples] = []
        count = 0
        begin = 0.0
        for at, samples in _resampled(container, track, rate_hz, zero, job):
            if at + len(samples) / rate_hz <= start_s:
                continue
            if at < start_s:
                skipped = round((start_s - at) * rate_hz)
                at, samples = at + skipped / rate_hz, samples[skipped:]
            if pending and (count >= wanted or abs(begin + count / rate_hz - at) > 0.5 / rate_hz):
                yield begin, np.concatenate(pending)
                pending, count = [], 0
            if not pending:
                begin = at
            pending.append(samples)
            count += len(samples)
        if count:
            yield begin, np.concatenate(pending)


def waveform(path: str | Path, info: VideoInfo, bin_s: float = 0.02, job: Job | None = None) -> Waveform | None:
    """The outline of the sound for drawing; None without sound. Raises as `read_audio` does."""
    if info.audio is None:
        return None
    rate = 8000
    size = max(round(bin_s * rate), 1)
    start = min(info.audio.start_s, 0.0)
    bins = 0
    low, high = (np.full(0, np.nan, dtype=np.float32) for _ in range(2))
    for at, samples in read_audio(path, info, rate, job, chunk_s=10.0):
        first = max(round((at - start) * rate), 0)
        places = (first + np.arange(len(samples))) // size
        bins = max(bins, int(places[-1]) + 1)
        low, high = (np.pad(side, (0, bins - len(side)), constant_values=np.nan) for side in (low, high))
        edges = np.flatnonzero(np.diff(places, prepend=-1))
        at_bins = places[edges]
        low[at_bins] = np.fmin(low[at_bins], np.minimum.reduceat(samples, edges))
        high[at_bins] = np.fmax(high[at_bins], np.maximum.reduceat(samples, edges))
    return Waveform(start, size / rate, low, high) if bins else None


def _track(container: InputContainer) -> AudioStream | None:
    """The track that `probe` tells of; all other streams are switched off."""
    tracks = [t for t in container.streams.audio if t.codec_context is not None and t.codec_context.sample_rate > 0]
    for stream in container.streams:
        if not tracks or stream.index != tracks[0].index:
            stream.discard = Discard.all
    return tracks[0] if tracks else None


def _seek(container: InputContainer, track: AudioStream, start_s: float, zero: Fraction) -> None:
    if not np.isfinite(start_s) or track.time_base is None:
        return
    target = int((Fraction(start_s - _SEEK_MARGIN_S) + zero) / track.time_base)
    if track.start_time is not None and target <= track.start_time:
        return
    try:
        container.seek(target, stream=track)
    except FFmpegError:
        with contextlib.suppress(FFmpegError):
            container.seek(0)


def _resampled(
    container: InputContainer, track: AudioStream, rate_hz: int, zero: Fraction, job: Job | None
) -> Iterator[tuple[float, Samples]]:
    """Pieces `(seconds from the first frame, samples)` at the wanted rate, their times counted on from each break."""
    assert track.time_base is not None
    tick_s, zero_s = float(track.time_base), float(zero)
    resampler = AudioResampler(format="fltp", layout="mono", rate=rate_hz)
    begin = 0.0
    given = taken = 0
    fresh = True
    kind = None
    for frame in _decoded(container, track, job):
        at = (frame.pts or 0) * tick_s - zero_s
        earlier, kind = kind, (frame.format.name, frame.layout.name, frame.sample_rate)
        if fresh or kind != earlier or abs(at - begin - taken / frame.sample_rate) > _LARGEST_DRIFT_S:
            if not fresh:
                for piece in _pieces(resampler, None):
                    yield begin + given / rate_hz, piece
                    given += len(piece)
                resampler = AudioResampler(format="fltp", layout="mono", rate=rate_hz)
            begin, given, taken, fresh = at, 0, 0, False
        taken += frame.samples
        # The resampler is told nothing of time: it counts samples, and so do we.
        frame.pts = None
        for piece in _pieces(resampler, frame):
            yield begin + given / rate_hz, piece
            given += len(piece)
    if not fresh:
        for piece in _pieces(resampler, None):
            yield begin + given / rate_hz, piece
            given += len(piece)


def _pieces(resampler: AudioResampler, frame: AudioFrame | None) -> list[Samples]:
    pieces = []
    for out in resampler.resample(frame):
        if out.samples:
            plane: Any = out.planes[0]  # the stubs do not tell that a plane is a buffer
            pieces.append(np.frombuffer(plane, dtype=np.float32, count=out.samples))
    return pieces


def _decoded(container: InputContainer, track: AudioStream, job: Job | None) -> Iterator[AudioFrame]:
    """All frames of sound that can be decoded."""
    for packet in packets_of(container, track):
        if job is not None:
            job.raise_if_cancelled()
        with contextlib.suppress(FFmpegError):
            yield from _timed(packet.decode())
    with contextlib.suppress(FFmpegError):
        yield from _timed(track.codec_context.decode(None))


def _timed(frames: list[AudioFrame]) -> list[AudioFrame]:
    return [frame for frame in frames if frame.samples and frame.pts is not None]
