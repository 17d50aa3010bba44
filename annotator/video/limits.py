"""What in the filming will limit the analysis, as codes and numbers; the sentences are in wording.

Codes and their numbers:

- `rate_low`, `rate_too_low`: `rate_hz`, the mean frame rate. Below about 24 a second brief movements are timed
  coarsely, below about 15 they can be missed.
- `small`, `too_small`: `width_px`, `height_px` as displayed.
- `dark`, `too_dark`: `luma`, the median brightness of the frames looked at (limited range, black 16, white 235).
- `short`: `duration_s`.
- `variable_timing`: `shortest_interval_s`, `longest_interval_s` between frames. Times stay exact; what lies between
  frames that come late is not seen.
- `hdr`: no numbers; the picture is shown and analysed tone-mapped.
- `picture_missing`: `spans`, `seconds` in all without a recorded frame.
- `picture_damaged`: `spans`, `seconds` in all that cannot be decoded, or only with damage.
- `cut_short`: `seconds` that the file promises at its end and does not hold.
- `no_sound`: no numbers; the rules that need sound are not asked.

What only a look at the picture tells (`annotator.motion.filming`), `looked` being the pictures looked at:

- `camera_unsteady`: `shift_px`, how far the picture's corners usually go in an eighth of a second, of 480 pixels' width.
- `body_not_found`: `looked`.
- `body_cut_off`: `cut_off` of `looked` pictures in which a hand, a foot or the head is beyond the picture's edge
  or covered.
- `body_small`: `torso_px`, the torso's length as displayed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np

from annotator.settings import VideoSettings
from annotator.video.info import Gap, GapCause, VideoInfo

if TYPE_CHECKING:
    from annotator.video.reader import Frame, VideoReader

LimitCode = Literal[
    "rate_low",
    "rate_too_low",
    "small",
    "too_small",
    "dark",
    "too_dark",
    "short",
    "variable_timing",
    "hdr",
    "picture_missing",
    "picture_damaged",
    "cut_short",
    "no_sound",
    "camera_unsteady",
    "body_not_found",
    "body_cut_off",
    "body_small",
]

_SAMPLE_WIDTH_PX = 32


@dataclass(frozen=True, slots=True)
class Limit:
    """One thing that limits the analysis, with the numbers that say how much (see the module's list)."""

    code: LimitCode
    numbers: Mapping[str, float] = field(default_factory=dict)


def sample_brightness(reader: VideoReader, settings: VideoSettings | None = None) -> tuple[float, ...]:
    """The mean luma of a few keyframes spread over the video, by time; damaged ones are passed over."""
    settings = settings or VideoSettings()
    keyframes = np.array(reader.info.keyframes, dtype=np.int64)
    wanted = np.linspace(0, len(reader.times) - 1, settings.limit_brightness_samples)
    nearest = np.unique(keyframes[np.abs(keyframes[:, None] - wanted[None, :]).argmin(axis=0)])
    frames = (reader.frame(int(n)) for n in nearest)
    return tuple(_mean_luma(frame) for frame in frames if not frame.corrupt)


def _mean_luma(frame: Frame) -> float:
    return float(frame.luma(_SAMPLE_WIDTH_PX, _SAMPLE_WIDTH_PX).mean())


def filming_limits(
    info: VideoInfo,
    brightness: Iterable[float] = (),
    gaps: Iterable[Gap] | None = None,
    settings: VideoSettings | None = None,
) -> tuple[Limit, ...]:
    """All limits, gravest first within each subject.

    `brightness` is what `sample_brightness` gives (none: darkness is not judged); `gaps` are the reader's after
    decoding, by default those that showed at once.
    """
    settings = settings or VideoSettings()
    gaps = info.gaps if gaps is None else tuple(gaps)
    found = [
        *_rate(info, settings),
        *_size(info, settings),
        *_light(tuple(brightness), settings),
        *_length(info, settings),
        *_timing(info),
        *([Limit("hdr")] if info.hdr else []),
        *_holes(gaps),
        *([Limit("no_sound")] if info.audio is None else []),
    ]
    return tuple(found)


def _rate(info: VideoInfo, settings: VideoSettings) -> list[Limit]:
    rate = info.times.mean_rate_hz
    numbers = {"rate_hz": rate}
    if rate < settings.limit_rate_too_low_hz:
        return [Limit("rate_too_low", numbers)]
    return [Limit("rate_low", numbers)] if rate < settings.limit_rate_low_hz else []


def _size(info: VideoInfo, settings: VideoSettings) -> list[Limit]:
    short_side = min(info.width, info.height)
    numbers = {"width_px": float(info.width), "height_px": float(info.height)}
    if short_side < settings.limit_picture_short_side_too_small_px:
        return [Limit("too_small", numbers)]
    return [Limit("small", numbers)] if short_side < settings.limit_picture_short_side_small_px else []


def _light(brightness: tuple[float, ...], settings: VideoSettings) -> list[Limit]:
    if not brightness:
        return []
    luma = float(np.median(brightness))
    if luma < settings.limit_too_dark_luma:
        return [Limit("too_dark", {"luma": luma})]
    return [Limit("dark", {"luma": luma})] if luma < settings.limit_dark_luma else []


def _length(info: VideoInfo, settings: VideoSettings) -> list[Limit]:
    duration = info.times.duration_s
    return [Limit("short", {"duration_s": duration})] if duration < settings.limit_short_s else []


def _timing(info: VideoInfo) -> list[Limit]:
    if info.times.timing == "constant":
        return []
    steps = np.diff(info.times.seconds)
    return [
        Limit(
            "variable_timing",
            {"shortest_interval_s": float(steps.min()), "longest_interval_s": float(steps.max())},
        )
    ]


def _holes(gaps: tuple[Gap, ...]) -> list[Limit]:
    found: list[Limit] = []
    codes: tuple[tuple[LimitCode, GapCause], ...] = (("picture_missing", "missing"), ("picture_damaged", "corrupt"))
    for code, cause in codes:
        spans = [gap.end_s - gap.start_s for gap in gaps if gap.cause == cause]
        if spans:
            found.append(Limit(code, {"spans": float(len(spans)), "seconds": sum(spans)}))
    lost = sum(gap.end_s - gap.start_s for gap in gaps if gap.cause == "cut_short")
    return [*found, Limit("cut_short", {"seconds": lost})] if lost > 0 else found
