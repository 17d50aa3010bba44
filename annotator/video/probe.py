"""Looking at a video file: what it holds and when each frame is shown, without decoding it all."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import av.error
import numpy as np
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from annotator.errors import VideoError
from annotator.job import Job
from annotator.video._open import open_video
from annotator.video.info import AudioInfo, Orientation, VideoInfo
from annotator.video.orientation import from_display_matrix
from annotator.video.packets import NO_TIME, build_index, read_packets
from annotator.video.times import FrameTimes

_HDR_TRANSFERS: Final = frozenset({16, 18})  # SMPTE ST 2084 (PQ) and ARIB STD-B67 (HLG) in ITU-T H.273


def probe(path: str | Path, job: Job | None = None) -> VideoInfo:
    """What the file holds. Raises VideoError where there is nothing to show, Cancelled on request.

    Reads every packet once (no decoding, except of the first frame), so a file of an hour takes as long as reading it.
    """
    path = Path(path)
    container, stream = open_video(path)
    with container:
        packets = read_packets(container, stream, job)
        usable = np.flatnonzero(~packets.discard & (packets.pts != NO_TIME))
        if len(usable) == 0:
            raise VideoError(path, "there is no picture in it", "Choose a video file, or film again.")
        order = usable[np.argsort(packets.pts[usable], kind="stable")]
        first = _first_picture(path, container, stream)
        pts = packets.pts[order]
        assert stream.time_base is not None
        last_duration = int(packets.duration[order[-1]]) or (int(np.median(np.diff(pts))) if len(pts) > 1 else 0)
        times = FrameTimes(pts, stream.time_base, last_duration)
        index = build_index(packets, order)
        orientation = _orientation(first)
        sample_aspect = _sample_aspect(stream, first)
        width, height = max(round(first.width * sample_aspect), 1), first.height
        if orientation.swaps_sides:
            width, height = height, width
        return VideoInfo(
            path=path,
            format=container.format.name,
            codec=stream.codec_context.name,
            pix_fmt=first.format.name,
            bit_depth=max(component.bits for component in first.format.components),
            width=width,
            height=height,
            coded_width=first.width,
            coded_height=first.height,
            rotation_deg=orientation.rotation_deg,
            mirrored=orientation.mirrored,
            sample_aspect=sample_aspect,
            hdr=first.color_trc in _HDR_TRANSFERS,
            times=times,
            audio=_audio(container, stream, times),
            gaps=(),
            keyframes=tuple(int(n) for n in index.entry_number),
            packets=index,
        )


def _first_picture(path: Path, container: InputContainer, stream: VideoStream) -> VideoFrame:
    container.seek(0, backward=True, any_frame=False)
    try:
        for frame in container.decode(stream):
            return frame
    except av.error.FFmpegError as error:
        raise VideoError(path, "its picture cannot be decoded", "Copy the original file again.") from error
    raise VideoError(path, "its picture cannot be decoded", "Copy the original file again.")


def _orientation(frame: VideoFrame) -> Orientation:
    matrix: Any = frame.side_data.get("DISPLAYMATRIX")
    return from_display_matrix(bytes(matrix)) if matrix is not None else Orientation()


def _sample_aspect(stream: VideoStream, frame: VideoFrame) -> Fraction:
    aspect = stream.sample_aspect_ratio
    return Fraction(aspect) if aspect is not None and Fraction(1, 8) <= aspect <= 8 else Fraction(1)


def _audio(container: InputContainer, stream: VideoStream, times: FrameTimes) -> AudioInfo | None:
    for track in container.streams.audio:
        context = track.codec_context
        if context is None or track.time_base is None:
            continue
        zero = int(times.pts[0]) * times.time_base
        start = (track.start_time or 0) * track.time_base - zero
        end = start + (track.duration or 0) * track.time_base
        return AudioInfo(context.name, context.sample_rate, context.channels, float(start), float(end))
    return None
