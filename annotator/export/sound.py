"""The source's sound for one clip: the samples that belong to a span of the video, on the frames' own clock."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import av
import numpy as np
import numpy.typing as npt
from av.audio.resampler import AudioResampler
from av.error import FFmpegError

from annotator.export.writer import AAC_RATES_HZ, SoundFormat
from annotator.video.info import VideoInfo

Samples = npt.NDArray[np.float32]

# Container clocks round a sound frame's time (Matroska to a millisecond); a nearer one follows on without a click.
_JOINED_S: Final = 0.02
_OTHER_RATE_HZ: Final = 48000


def sound_format(info: VideoInfo) -> SoundFormat | None:
    """How the clips' sound is written; None without a sound track."""
    if info.audio is None:
        return None
    rate = info.audio.rate_hz if info.audio.rate_hz in AAC_RATES_HZ else _OTHER_RATE_HZ
    return SoundFormat(rate, 1 if info.audio.channels == 1 else 2)


class SoundSpan:
    """The sound from `start_s` to `end_s` (seconds from the first frame), in order, exactly as long as the span.

    What the track does not hold (before it begins, gaps, after it ends, damage) is silence.
    """

    def __init__(self, path: Path, info: VideoInfo, form: SoundFormat, start_s: Fraction, end_s: Fraction) -> None:
        self._form = form
        self._start = start_s
        self._length = round((end_s - start_s) * form.rate_hz)
        self._given = 0
        zero = int(info.times.pts[0]) * info.times.time_base
        self._pieces = _decoded(path, form, float(zero + start_s), zero + start_s)
        self._ahead: tuple[int, Samples] | None = None

    def until(self, seconds: Fraction) -> Samples:
        """The samples `(channels, n)` that follow what was given, up to that time of the video."""
        end = min(max(round((seconds - self._start) * self._form.rate_hz), self._given), self._length)
        out = np.zeros((self._form.channels, end - self._given), dtype=np.float32)
        while (piece := self._ahead or next(self._pieces, None)) is not None:
            at, samples = piece
            self._ahead = None
            if at >= end:
                self._ahead = piece
                break
            lower, upper = max(at, self._given), min(at + samples.shape[1], end)
            if upper > lower:
                out[:, lower - self._given : upper - self._given] = samples[:, lower - at : upper - at]
            if at + samples.shape[1] > end:
                self._ahead = piece
                break
        self._given = end
        return out


def _decoded(path: Path, form: SoundFormat, seek_s: float, zero: Fraction) -> Iterator[tuple[int, Samples]]:
    """(place of the first sample counted from `zero`, samples) of each piece, in order, without overlaps."""
    joined = round(_JOINED_S * form.rate_hz)
    with av.open(path) as container:
        stream: Any = next((track for track in container.streams.audio if track.codec_context is not None), None)
        if stream is None:
            return
        # A second of run-up lets the decoder settle; the samples before the span fall away.
        container.seek(max(int((seek_s - 1.0) / stream.time_base), 0), stream=stream)
        resampler = AudioResampler(format="fltp", layout=form.layout, rate=form.rate_hz)
        after: int | None = None
        for packet in container.demux(stream):
            try:
                frames = [out for frame in packet.decode() for out in resampler.resample(frame)]
            except FFmpegError:
                continue
            for frame in frames:
                if frame.pts is None or frame.time_base is None:
                    continue
                at = round((frame.pts * frame.time_base - zero) * form.rate_hz)
                if after is not None and abs(at - after) <= joined:
                    at = after
                samples: Samples = np.asarray(frame.to_ndarray(), dtype=np.float32)
                after = at + samples.shape[1]
                yield at, samples
