"""Every clip proves itself: it is opened again and held against the source before the packet is let out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import av
import numpy as np
import numpy.typing as npt
from av.error import FFmpegError
from av.video.frame import VideoFrame

from annotator.errors import OutputError
from annotator.export.planes import Planes
from annotator.phrase import phrase
from annotator.video._cv import load_cv2

Small = npt.NDArray[np.int16]

# Mean difference (of 219 steps) of luma, and of each chroma, between what was given to the encoder and what comes back,
# on pictures of 64 x 36: over all the sources tried, encoding stays under 0.5.
LARGEST_DIFFERENCE: Final = 2.0
_SMALL: Final = (64, 36)


@dataclass(frozen=True, slots=True)
class Expected:
    """What a clip must hold: each frame's time (ticks of `time_base` from the clip's start), sides, and
    small pictures of its first and last frame as given to the encoder."""

    pts: tuple[int, ...]
    time_base: Fraction
    width: int
    height: int
    first: Small
    last: Small


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found: the largest error of any frame's time, and how far the first and last picture are from the
    source's (steps of the worst plane's mean)."""

    frames: int
    largest_time_error_ms: float
    first_difference: float
    last_difference: float


def small(planes: Planes) -> Small:
    """A picture's three planes, each averaged down, for comparing: `(3, 36, 64)`."""
    return _small((planes.y, planes.u, planes.v))


def prove(path: Path, expected: Expected) -> Proof:
    """Opens the clip again. Raises OutputError where it is not what was meant."""
    try:
        with av.open(path) as container:
            stream = container.streams.video[0]
            _check_form(path, stream, expected)
            base = stream.time_base
            assert base is not None
            times = [packet.pts * base for packet in container.demux(stream) if packet.pts is not None]
            wanted = [tick * expected.time_base for tick in expected.pts]
            if len(times) != len(wanted):
                raise _mismatch(
                    path,
                    phrase("Wording", "it has {found} frames instead of {wanted}").filled(
                        found=len(times), wanted=len(wanted)
                    ),
                )
            errors = [abs(found - want) for found, want in zip(times, wanted, strict=True)]
            first, last = _ends(container, stream)
    except (FFmpegError, OSError, IndexError) as error:
        raise _mismatch(path, phrase("Wording", "it cannot be read back")) from error
    proof = Proof(
        frames=len(times),
        largest_time_error_ms=float(max(errors) * 1000),
        first_difference=_difference(first, expected.first),
        last_difference=_difference(last, expected.last),
    )
    if proof.largest_time_error_ms > 0:
        raise _mismatch(
            path,
            phrase("Wording", "a frame is {error_ms:.3f} ms away from its time").filled(
                error_ms=proof.largest_time_error_ms
            ),
        )
    if max(proof.first_difference, proof.last_difference) > LARGEST_DIFFERENCE:
        raise _mismatch(path, phrase("Wording", "its first or last picture is not the source's"))
    return proof


def _check_form(path: Path, stream: Any, expected: Expected) -> None:
    context = stream.codec_context
    found = (context.name, context.profile, context.pix_fmt, stream.width, stream.height)
    if found != ("h264", "High", "yuv420p", expected.width, expected.height):
        raise _mismatch(path, phrase("Wording", "its picture is {found} instead of H.264 High").filled(found=found))
    with path.open("rb") as file:
        head = file.read(1 << 16)
    if head.find(b"moov") < 0 or (0 <= head.find(b"mdat") < head.find(b"moov")):
        raise _mismatch(path, phrase("Wording", "its index is not at the front"))


def _ends(container: Any, stream: Any) -> tuple[Small, Small]:
    container.seek(0, stream=stream)
    first = next(container.decode(stream))
    # To the last keyframe, then forward.
    container.seek(int(stream.duration or 0), stream=stream)
    last = first
    for frame in container.decode(stream):
        last = frame
    return _small_frame(first), _small_frame(last)


def _small_frame(frame: VideoFrame) -> Small:
    planes = []
    for plane in frame.planes:
        memory: Any = plane
        rows = np.frombuffer(memory, dtype=np.uint8).reshape(-1, plane.line_size)
        planes.append(rows[: plane.height, : plane.width])
    return _small(planes)


def _small(planes: Sequence[npt.NDArray[np.uint8]]) -> Small:
    cv2 = load_cv2()
    return np.array([cv2.resize(plane, _SMALL, interpolation=cv2.INTER_AREA) for plane in planes], dtype=np.int16)


def _difference(a: Small, b: Small) -> float:
    return float(np.abs(a - b).mean(axis=(1, 2)).max())


def _mismatch(path: Path, what: str) -> OutputError:
    return OutputError(
        path.name,
        phrase("Wording", "the clip does not match the source: {what}").filled(what=what),
        phrase("Wording", "Export again; keep the original video"),
    )
