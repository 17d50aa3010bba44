"""The clips of a packet: each segment decoded once and written as the original picture, the annotated one and, on
request, a slowed one. Each file proves itself when it is done."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from annotator.export import words
from annotator.export.context import PacketContext
from annotator.export.covers import FaceCover, hide
from annotator.export.plan import Segment
from annotator.export.planes import PlaneMaker, Planes
from annotator.export.prove import Expected, Proof, Small, prove, small
from annotator.export.skeleton import PoseAt, SkeletonPainter
from annotator.export.sound import SoundSpan, sound_format
from annotator.export.strip import Clock, Strip, strip_height
from annotator.export.writer import ClipWriter, PictureFormat, SoundFormat
from annotator.job import Job
from annotator.video._cv import load_cv2
from annotator.video.reader import Frame, VideoReader
from annotator.video.times import FrameTimes

# The annotated copy shows where and when; the original beside it keeps every pixel.
LARGEST_ANNOTATED_PX: Final = 1280
SMALLEST_ANNOTATED_PX: Final = 640
THUMBNAIL_PX: Final = 480
CHECK_PX: Final = 320
CHECK_EVERY_S: Final = 2.0
# Seconds before and after what is marked that the reel and the slowed clip keep.
CLOSE_S: Final = 2.0


@dataclass(frozen=True, slots=True)
class ClipFile:
    """One written clip: `kind` is "original", "annotated" or "slow"."""

    path: Path
    kind: str
    proof: Proof


@dataclass(slots=True)
class SegmentClips:
    """What was made of one segment. `thumbnails` are JPEGs by flag number or (negative) movement id; `checks` JPEGs by
    seconds; `close` the frames (first, last) that the reel takes."""

    segment: Segment
    files: list[ClipFile] = field(default_factory=list)
    thumbnails: dict[int, bytes] = field(default_factory=dict)
    checks: list[tuple[float, bytes]] = field(default_factory=list)
    close: tuple[int, int] = (0, 0)

    def file(self, kind: str) -> ClipFile | None:
        """The file of that kind."""
        return next((f for f in self.files if f.kind == kind), None)


class ClipMaker:
    """Writes the clips of one video into `folder`."""

    def __init__(
        self, reader: VideoReader, context: PacketContext, pose: PoseAt | None, cover: FaceCover | None, folder: Path
    ) -> None:
        self._reader = reader
        self._context = context
        self._pose = pose
        self._cover = cover
        self._folder = folder
        info = reader.info
        self._maker = PlaneMaker(info, context.options.largest_side_px)
        self._scale = self._maker.width / info.width
        self.shrunk = self._maker.shrunk
        self.sound = None if context.options.no_audio else sound_format(info)
        width, height = self._maker.width, self._maker.height
        zoom = min(LARGEST_ANNOTATED_PX / max(width, height), 1.0)
        if max(width, height) < SMALLEST_ANNOTATED_PX:
            zoom = SMALLEST_ANNOTATED_PX / max(width, height)
        self._inner = (_even(width * zoom), _even(height * zoom))
        self._strip_height = strip_height(*self._inner)
        self._painter = SkeletonPainter(self._inner[0] / info.width, self._inner, self._maker.hd)
        self._canvas = Planes.empty(self._inner[0], self._inner[1] + self._strip_height)
        self._drawn = Planes.empty(*self._inner)
        self._format: tuple[PictureFormat, PictureFormat] | None = None

    def formats(self, first: Frame) -> tuple[PictureFormat, PictureFormat]:
        """(original, annotated): the same for all clips of the video."""
        if self._format is None:
            times = self._reader.times
            rate = Fraction(max(len(times) - 1, 1)) / (times.exact(len(times) - 1) or 1)
            rate = min(max(rate.limit_denominator(1001), Fraction(1)), Fraction(240))
            colour = self._maker.colour(first)
            original = PictureFormat(self._maker.width, self._maker.height, times.time_base, rate, colour)
            canvas = (self._inner[0], self._inner[1] + self._strip_height)
            self._format = original, PictureFormat(*canvas, times.time_base, rate, colour)
        return self._format

    def make(self, segment: Segment, job: Job, progress: Callable[[float], None]) -> SegmentClips:
        """Writes one segment's clips; `progress` hears how many seconds of the source are done."""
        times = self._reader.times
        made = SegmentClips(segment, close=self._close(segment))
        takes = [_Take("original", self._folder / f"{segment.stem}_original.mp4", segment.first, segment.last)]
        takes.append(_Take("annotated", self._folder / f"{segment.stem}_annotated.mp4", segment.first, segment.last))
        if self._context.options.slow_motion is not None:
            takes.append(_Take("slow", self._folder / f"{segment.stem}_slow.mp4", *made.close))
        # A clip ends where its last picture does; the sound goes exactly that far.
        span = (times.exact(segment.first), _end(times, segment.last))
        with ExitStack() as stack:
            strips: dict[str, Strip] = {}
            sound = SoundSpan(self._reader.info.path, self._reader.info, self.sound, *span) if self.sound else None
            for frame in self._reader.frames(segment.first, segment.last + 1, job):
                if frame.number == segment.first:
                    for take in takes:
                        self._open(take, frame, stack)
                    strips = {t.kind: self._strip(segment, t) for t in takes if t.kind != "original"}
                planes = self._maker.planes(frame)
                if self._cover is not None:
                    hide(planes, self._cover.at(frame.number), self._scale)
                bare = self._annotated(planes, frame, segment)
                for take in takes:
                    if take.first <= frame.number <= take.last:
                        self._show(take, frame, planes, bare, strips, made)
                if sound is not None:
                    heard = sound.until(_end(times, frame.number))
                    for take in takes[:2]:
                        take.open.hear(heard)
                self._keep(frame, planes, bare, made)
                progress(float(times.seconds[frame.number] - times.seconds[segment.first]))
        for take in takes:
            made.files.append(ClipFile(take.path, take.kind, prove(take.path, self._expected(take))))
        return made

    def _open(self, take: _Take, frame: Frame, stack: ExitStack) -> None:
        original, annotated = self.formats(frame)
        form: PictureFormat = original if take.kind == "original" else annotated
        sound: SoundFormat | None = self.sound
        if take.kind == "slow":
            # The same ticks, each lasting longer: every frame stays exact.
            slower = form.time_base / Fraction(self._context.options.slow_motion or 1).limit_denominator(1000)
            rate = max(
                form.rate * Fraction(self._context.options.slow_motion or 1).limit_denominator(1000), Fraction(1)
            )
            form, sound = PictureFormat(form.width, form.height, slower, rate, form.colour), None
        take.form = form
        take.writer = stack.enter_context(ClipWriter(take.path, form, sound))

    def _show(
        self, take: _Take, frame: Frame, planes: Planes, bare: Planes, strips: dict[str, Strip], made: SegmentClips
    ) -> None:
        times = self._reader.times
        picture = planes
        if take.kind != "original":
            picture = bare if take.kind == "annotated" else bare.copy()
            note = f"× {words.plain_number(self._context.options.slow_motion or 1)}" if take.kind == "slow" else ""
            clock = Clock(frame.number, frame.seconds, self._context.view.session.observer.clock_start)
            strips[take.kind].draw(picture, clock, note)
        pts = int(times.pts[frame.number] - times.pts[take.first])
        # The reel copies from its first picture, and the proof looks at the last: a keyframe stands there.
        keyframe = frame.number == take.last or (take.kind == "annotated" and frame.number == made.close[0])
        take.open.show(picture, pts, _duration(times, frame.number), keyframe)
        if frame.number == take.first:
            take.first_small = small(picture)
        if frame.number == take.last:
            take.last_small = small(picture)

    def _annotated(self, planes: Planes, frame: Frame, segment: Segment) -> Planes:
        """The annotated picture, its strip still empty, until the next one is drawn."""
        cv2 = load_cv2()
        width, height = self._inner
        canvas, inner = self._canvas, self._drawn
        if (width, height) == (planes.width, planes.height):
            np.copyto(inner.buffer, planes.buffer)
        else:
            for source, target in ((planes.y, inner.y), (planes.u, inner.u), (planes.v, inner.v)):
                cv2.resize(source, (target.shape[1], target.shape[0]), dst=target, interpolation=cv2.INTER_LINEAR)
        if self._pose is not None:
            moving = {limb for m in segment.movements if m.onset_s <= frame.seconds <= m.offset_s for limb in m.limbs}
            landmarks = self._pose.at(frame.number, self._reader.times.seconds)
            self._painter.draw(inner, landmarks, tuple(sorted(moving)))
        canvas.y[:height] = inner.y
        canvas.u[: height // 2] = inner.u
        canvas.v[: height // 2] = inner.v
        return canvas

    def _strip(self, segment: Segment, take: _Take) -> Strip:
        seconds = self._reader.times.seconds
        span = (float(seconds[take.first]), float(seconds[take.last]))
        return Strip(segment, span, *self._inner, self._maker.hd)

    def _keep(self, frame: Frame, planes: Planes, bare: Planes, made: SegmentClips) -> None:
        """Keeps the pictures that the report and the check page show."""
        segment, times = made.segment, self._reader.times
        for number, moment in _moments(segment, self._context):
            if frame.number == max(min(times.frame_at(moment), segment.last), segment.first):
                made.thumbnails[number] = jpeg(_cropped(bare, self._inner[1]), THUMBNAIL_PX)
        since = float(times.seconds[frame.number] - times.seconds[segment.first])
        if since >= len(made.checks) * CHECK_EVERY_S or frame.number == segment.last:
            made.checks.append((frame.seconds, jpeg(planes, CHECK_PX)))

    def _close(self, segment: Segment) -> tuple[int, int]:
        times = self._reader.times
        first = max(times.frame_at(max(segment.start_s - CLOSE_S, 0.0)), segment.first)
        return first, max(min(times.frame_at(segment.end_s + CLOSE_S), segment.last), first)

    def _expected(self, take: _Take) -> Expected:
        times, form = self._reader.times, take.form
        assert form is not None
        assert take.first_small is not None
        assert take.last_small is not None
        pts = times.pts[take.first : take.last + 1] - times.pts[take.first]
        return Expected(
            tuple(int(p) for p in pts), form.time_base, form.width, form.height, take.first_small, take.last_small
        )


@dataclass(slots=True)
class _Take:
    """One file being written of a segment."""

    kind: str
    path: Path
    first: int
    last: int
    writer: ClipWriter | None = None
    form: PictureFormat | None = None
    first_small: Small | None = None
    last_small: Small | None = None

    @property
    def open(self) -> ClipWriter:
        """Its writer, once the first frame was seen."""
        assert self.writer is not None
        return self.writer


def _moments(segment: Segment, context: PacketContext) -> Sequence[tuple[int, float]]:
    """(flag number or minus movement id, the moment that shows it best)."""
    found = []
    for flag in segment.flags:
        movements = [m for m in context.view.of(flag.flag) if m in segment.movements]
        best = max(movements, key=lambda m: m.detected.peak_displacement_torso or 0.0, default=None)
        found.append((flag.number, best.peak_s if best else flag.flag.start_s))
    return [*found, *((-m.id, m.peak_s) for m in segment.movements)]


def jpeg(planes: Planes, longest_px: int) -> bytes:
    """A picture as JPEG, its longer side at most `longest_px`."""
    cv2 = load_cv2()
    scale = min(longest_px / max(planes.width, planes.height), 1.0)
    rgb = cv2.cvtColor(planes.buffer, cv2.COLOR_YUV2RGB_I420)
    size = (max(round(planes.width * scale), 1), max(round(planes.height * scale), 1))
    image = Image.fromarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA))
    held = io.BytesIO()
    image.save(held, "JPEG", quality=82)
    return held.getvalue()


def _cropped(bare: Planes, height: int) -> Planes:
    """The picture without its strip."""
    made = Planes.empty(bare.width, height)
    made.y[:] = bare.y[:height]
    made.u[:] = bare.u[: height // 2]
    made.v[:] = bare.v[: height // 2]
    return made


def _duration(times: FrameTimes, frame: int) -> int:
    if frame + 1 < len(times):
        return int(times.pts[frame + 1] - times.pts[frame])
    return int(times.last_duration)


def _end(times: FrameTimes, frame: int) -> Fraction:
    return times.exact(frame) + _duration(times, frame) * times.time_base


def _even(value: float) -> int:
    return max(round(value / 2) * 2, 2)
