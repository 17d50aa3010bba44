"""What a video file holds, in lines for a person and in facts for a program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator import wording
from annotator.video.info import VideoInfo
from annotator.video.limits import Limit, filming_limits, sample_brightness


def look(path: Path) -> tuple[VideoInfo, tuple[Limit, ...]]:
    """What the file holds and what in it will limit the analysis. Raises VideoError."""
    from annotator.video.probe import probe
    from annotator.video.reader import VideoReader

    info = probe(path)
    with VideoReader(path, info) as reader:
        return info, filming_limits(info, sample_brightness(reader))


def as_facts(info: VideoInfo, limits: Iterable[Limit]) -> dict[str, Any]:
    """Everything that `annotator info --json` tells."""
    audio = info.audio
    return {
        "video": str(info.path),
        "container": info.format,
        "codec": info.codec,
        "pixel_format": info.pix_fmt,
        "bit_depth": info.bit_depth,
        "hdr": info.hdr,
        "width": info.width,
        "height": info.height,
        "coded_width": info.coded_width,
        "coded_height": info.coded_height,
        "sample_aspect": f"{info.sample_aspect.numerator}:{info.sample_aspect.denominator}",
        "rotation_deg": info.rotation_deg,
        "mirrored": info.mirrored,
        "timing": info.times.timing,
        "frames": len(info.times),
        "frames_per_s": round(info.times.mean_rate_hz, 3),
        "duration_s": round(info.times.duration_s, 6),
        "gaps": [{"start_s": gap.start_s, "end_s": gap.end_s, "cause": gap.cause} for gap in info.gaps],
        "audio": audio
        and {
            "codec": audio.codec,
            "rate_hz": audio.rate_hz,
            "channels": audio.channels,
            "start_s": audio.start_s,
            "end_s": audio.end_s,
        },
        "limits": [{"code": limit.code, "numbers": dict(limit.numbers)} for limit in limits],
    }


def as_lines(info: VideoInfo, limits: Iterable[Limit]) -> Iterator[str]:
    """The same for a person, one fact a line."""
    yield str(info.path)
    for name, value in (
        ("codec", f"{info.codec} in {info.format}, {info.pix_fmt}, {info.bit_depth} bit{', HDR' if info.hdr else ''}"),
        ("size", f"{info.width} x {info.height}{_coded(info)}"),
        ("rotation", f"{info.rotation_deg} degrees clockwise{', mirrored' if info.mirrored else ''}"),
        ("timing", f"{info.times.timing}, {info.times.mean_rate_hz:.2f} frames a second on average"),
        ("frames", str(len(info.times))),
        ("duration", f"{info.times.duration_s:.3f} s"),
        ("sound", _sound(info)),
    ):
        yield f"  {name:<9} {value}"
    for gap in info.gaps:
        yield f"  {'gap':<9} {gap.start_s:.3f} to {gap.end_s:.3f} s: {_CAUSES[gap.cause]}"
    for sentence in [wording.limit_sentence(limit.code, limit.numbers) for limit in limits] or ["none found"]:
        yield f"  {'limits':<9} {sentence}"


_CAUSES = {
    "missing": "no picture was recorded",
    "corrupt": "the picture is damaged",
    "cut_short": "the file ends before its time",
}


def _coded(info: VideoInfo) -> str:
    if (info.width, info.height) == (info.coded_width, info.coded_height):
        return ""
    return f" as shown, {info.coded_width} x {info.coded_height} as stored"


def _sound(info: VideoInfo) -> str:
    audio = info.audio
    if audio is None:
        return "none"
    return f"{audio.codec}, {audio.rate_hz} Hz, {audio.channels} channel{'s' if audio.channels != 1 else ''}"
