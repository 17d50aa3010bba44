"""A quick look at a video before its analysis: what in the filming will limit it. Meant to take two seconds at most."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
from numpy.typing import NDArray

from annotator.job import Job
from annotator.motion.camera import CameraMeter
from annotator.motion.scan import WorkingSize
from annotator.pose.plausible import body_visibility, torso_px
from annotator.settings import AnalysisSettings
from annotator.video.limits import Limit, LimitCode, filming_limits, sample_brightness

if TYPE_CHECKING:
    from annotator.pose.track import Pose
    from annotator.video.info import VideoInfo
    from annotator.video.reader import Frame, VideoReader

Aspect = Literal["light", "body", "steady", "rate", "size", "file"]
ASPECTS: Final[tuple[Aspect, ...]] = ("light", "body", "steady", "rate", "size", "file")
ASPECT_OF: Final[Mapping[LimitCode, Aspect]] = {
    "dark": "light",
    "too_dark": "light",
    "body_not_found": "body",
    "body_cut_off": "body",
    "body_small": "body",
    "camera_unsteady": "steady",
    "rate_low": "rate",
    "rate_too_low": "rate",
    "variable_timing": "rate",
    "small": "size",
    "too_small": "size",
}
"""Every other limit is one of the file."""

ENDS: Final = (0, 15, 16, 27, 28)
"""Nose, wrists, ankles: the points that are first to leave the picture."""


@dataclass(frozen=True, slots=True)
class FilmingCheck:
    """What is known so far: the aspects `looked_at`, and what of them limits the analysis."""

    looked_at: frozenset[Aspect]
    limits: tuple[Limit, ...] = field(default=())

    def limits_of(self, aspect: Aspect) -> tuple[Limit, ...]:
        """The limits of one aspect."""
        return tuple(limit for limit in self.limits if ASPECT_OF.get(limit.code, "file") == aspect)


def check_filming(
    path: str | Path, settings: AnalysisSettings | None = None, job: Job | None = None
) -> Iterator[FilmingCheck]:
    """Looks at a video and yields what is known after each step: the file's own facts, the light, the camera, the body.

    Beyond the time set, it looks at no more than it must to say something of each. Raises VideoError, ModelError, Cancelled.
    """
    from annotator.video.probe import probe
    from annotator.video.reader import VideoReader

    settings, job = settings or AnalysisSettings(), job or Job()
    until_s = time.monotonic() + settings.filming.filming_longest_look_s
    info = probe(path, job)
    seen: frozenset[Aspect] = frozenset({"rate", "size", "file"})
    limits = filming_limits(info, (), settings=settings.video)
    yield FilmingCheck(seen, limits)
    with VideoReader(path, info) as reader:
        job.raise_if_cancelled()
        brightness = sample_brightness(reader, settings.video)
        if brightness:
            seen |= {"light"}
            limits = filming_limits(info, brightness, settings=settings.video)
            yield FilmingCheck(seen, limits)
        starts = _spots(info, settings.filming.filming_spots)
        shifts, pictures = _watch(reader, starts, settings, job, until_s)
        if shifts:
            seen |= {"steady"}
            limits += _steadiness(shifts, settings)
            yield FilmingCheck(seen, limits)
    if any(limit.code == "too_dark" for limit in limits):
        return
    poses = _poses(pictures, settings, job, until_s)
    if poses:
        height, width = pictures[0].shape[:2]
        limits += _body(poses, width, height, info.width / width, settings)
        yield FilmingCheck(seen | {"body"}, limits)


def _spots(info: VideoInfo, count: int) -> list[int]:
    """The numbers of keyframes spread over the video: decoding can start there at once."""
    keyframes = np.array(info.keyframes, dtype=np.int64)
    wanted = (np.arange(count) + 0.5) / count * len(info.times)
    return sorted({int(keyframes[np.abs(keyframes - n).argmin()]) for n in wanted})


def _watch(
    reader: VideoReader, starts: list[int], settings: AnalysisSettings, job: Job, until_s: float
) -> tuple[list[float], list[NDArray[np.uint8]]]:
    """At each start how far the picture's corners go from one looked-at frame to the next, and one picture."""
    filming, info = settings.filming, reader.info
    size = WorkingSize.of(info.width, info.height, settings.motion.working_longest_side_px)
    meter = CameraMeter(settings.motion)
    shifts: list[float] = []
    pictures: list[NDArray[np.uint8]] = []
    for start in starts:
        before: NDArray[np.uint8] | None = None
        stop = min(start + filming.filming_frames_a_spot, len(reader.times))
        for frame in reader.frames(start, stop, job):
            if (frame.number - start) % filming.filming_frame_step or frame.corrupt:
                continue
            if frame.number == start:
                pictures.append(_picture(frame, settings))
            luma = frame.luma(size.width, size.height)
            if before is not None:
                camera = meter.between(before, luma)
                shifts.append(0.0 if camera is None else meter.shift_px(camera, luma.shape))
            before = luma
        if time.monotonic() > until_s:
            break
    return shifts, pictures


def _picture(frame: Frame, settings: AnalysisSettings) -> NDArray[np.uint8]:
    return frame.rgb(max_side=2 * settings.motion.working_longest_side_px)


def _steadiness(shifts: list[float], settings: AnalysisSettings) -> tuple[Limit, ...]:
    shift_px = float(np.median(shifts))
    unsteady = shift_px > settings.filming.filming_unsteady_px
    return (Limit("camera_unsteady", {"shift_px": shift_px}),) if unsteady else ()


def _poses(
    pictures: list[NDArray[np.uint8]], settings: AnalysisSettings, job: Job, until_s: float
) -> list[Pose | None]:
    """The pose in the first picture, and in the others while there is time; None where none can be believed."""
    if not pictures:
        return []
    from annotator.pose.landmarker import PoseFinder

    poses: list[Pose | None] = []
    job.raise_if_cancelled()
    with PoseFinder(settings.model, settings.pose) as finder:
        for picture in pictures:
            job.raise_if_cancelled()
            pose = finder.find(picture)
            believed = (
                pose is not None and float(body_visibility(pose.visibility)) >= settings.pose.pose_usable_visibility
            )
            poses.append(pose if believed else None)
            if time.monotonic() > until_s:
                break
    return poses


def _body(
    poses: list[Pose | None], width: int, height: int, displayed: float, settings: AnalysisSettings
) -> tuple[Limit, ...]:
    """`displayed` is how many displayed pixels one of the pictures' is."""
    found = [pose for pose in poses if pose is not None]
    looked = float(len(poses))
    if not found:
        return (Limit("body_not_found", {"looked": looked}),)
    limits = []
    cut_off = sum(_is_cut_off(pose, width, height, settings) for pose in found)
    if 2 * cut_off >= len(found):
        limits.append(Limit("body_cut_off", {"cut_off": float(cut_off), "looked": looked}))
    torso = float(np.median([torso_px(pose.xy_px) for pose in found]))
    if torso < settings.filming.filming_smallest_torso_px:
        limits.append(Limit("body_small", {"torso_px": torso * displayed}))
    return tuple(limits)


def _is_cut_off(pose: Pose, width: int, height: int, settings: AnalysisSettings) -> bool:
    """The network puts a foot that it does not see somewhere inside as readily as outside, but does not believe in it."""
    ends = list(ENDS)
    x, y = pose.xy_px[ends, 0], pose.xy_px[ends, 1]
    unseen = pose.visibility[ends] < settings.pose.pose_point_lowest_visibility
    return bool((unseen | (x < 0) | (y < 0) | (x > width) | (y > height)).any())
