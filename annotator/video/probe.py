"""Looking at a video file: what it holds and when each frame is shown, without decoding it all."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from annotator.job import Job
from annotator.settings import VideoSettings
from annotator.video._open import open_video
from annotator.video.gaps import find_gaps
from annotator.video.indexing import Indexed, index_video
from annotator.video.info import AudioInfo, Orientation, VideoInfo
from annotator.video.orientation import from_display_matrix
from annotator.video.times import FrameTimes
from annotator.video.tone import HDR_TRANSFERS


def probe(path: str | Path, job: Job | None = None, settings: VideoSettings | None = None) -> VideoInfo:
    """What the file holds. Raises VideoError where there is nothing to show, Cancelled on request.

    Reads every packet once and decodes only the first few, so it takes about as long as reading the file.
    """
    path = Path(path)
    container, stream = open_video(path)
    with container:
        indexed = index_video(path, container, stream, job)
        first, times = indexed.first, indexed.times
        orientation = _orientation(first)
        sample_aspect = _sample_aspect(stream)
        width, height = max(round(first.width * sample_aspect), 1), first.height
        if orientation.swaps_sides:
            width, height = height, width
        return VideoInfo(
            path=path,
            format=container.format.name,
            codec=stream.codec_context.codec.canonical_name,
            pix_fmt=first.format.name,
            bit_depth=max(component.bits for component in first.format.components),
            width=width,
            height=height,
            coded_width=first.width,
            coded_height=first.height,
            rotation_deg=orientation.rotation_deg,
            mirrored=orientation.mirrored,
            sample_aspect=sample_aspect,
            hdr=first.color_trc in HDR_TRANSFERS,
            times=times,
            audio=_audio(container, times),
            gaps=find_gaps(indexed, _promised_s(container, stream, indexed), settings or VideoSettings()),
            keyframes=tuple(int(n) for n in indexed.index.entry_number),
            packets=indexed.index,
        )


def _orientation(frame: VideoFrame) -> Orientation:
    matrix: Any = frame.side_data.get("DISPLAYMATRIX")
    return from_display_matrix(bytes(matrix)) if matrix is not None else Orientation()


def _sample_aspect(stream: VideoStream) -> Fraction:
    aspect = stream.sample_aspect_ratio
    return Fraction(aspect) if aspect and Fraction(1, 8) <= aspect <= 8 else Fraction(1)


def _promised_s(container: InputContainer, stream: VideoStream, indexed: Indexed) -> float | None:
    """How long the picture should last by the file's header, in seconds from the first frame; None if it is silent."""
    zero = int(indexed.times.pts[0]) * indexed.times.time_base
    if stream.duration is not None and stream.time_base is not None:
        return float(((stream.start_time or 0) + stream.duration) * stream.time_base - zero)
    if container.duration is not None and "matroska" in container.format.name:
        return float(Fraction(container.duration, av.time_base) - zero)
    # Other headers say nothing: there FFmpeg finds the length from the last packets that are in the file.
    return None


def _audio(container: InputContainer, times: FrameTimes) -> AudioInfo | None:
    zero = int(times.pts[0]) * times.time_base
    for track in container.streams.audio:
        context = track.codec_context
        if context is None or track.time_base is None or context.sample_rate <= 0:
            continue
        start = (track.start_time or 0) * track.time_base - zero
        if track.duration is not None:
            end = start + track.duration * track.time_base
        else:
            # Matroska's own length counts from zero, what FFmpeg finds out for other formats from their start.
            counted_from = 0 if "matroska" in container.format.name else container.start_time or 0
            end = Fraction(counted_from + (container.duration or 0), av.time_base) - zero
        return AudioInfo(
            context.name, context.sample_rate, context.channels, float(start), max(float(end), float(start))
        )
    return None
