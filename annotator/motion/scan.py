"""One pass over the frames: a cheap look at every one, the pose net and dense flow only where something moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import LIMBS
from annotator.motion.body import NEAR, Labels, covered, draw_body, inside, over, tips
from annotator.motion.change import ChangeMeter, FrameChange, top_mean
from annotator.motion.limbs import FlowMeter, channel_cells, limb_motion
from annotator.motion.stranger import StrangerWatch
from annotator.pose.plausible import Judged, PoseJudge
from annotator.pose.track import Pose, PoseTrack
from annotator.session.model import ExclusionReason
from annotator.settings import AnalysisSettings
from annotator.signals import REASONS, MotionSignals, blank

Picture = NDArray[np.uint8]
Floats = NDArray[np.float32]

_ROUNDING: Final = 1e-6
"""Frames at exactly the highest rate are all looked at, whatever the last bit of their times says."""


class Finder(Protocol):
    """What the scan needs of a pose finder (annotator.pose.landmarker.PoseFinder)."""

    def find(self, rgb: Picture, *, thorough: bool = False) -> Pose | None:
        """The pose in a picture looked for afresh."""

    def follow(self, rgb: Picture) -> Pose | None:
        """The pose looked for where the last call saw it."""


class FrameLike(Protocol):
    """What the scan needs of a frame (annotator.video.reader.Frame)."""

    number: int
    seconds: float
    corrupt: bool

    def luma(self, width: int, height: int) -> Picture:
        """The picture's brightness."""

    def rgb(self, max_side: int | None = None) -> Picture:
        """The picture."""


@dataclass(frozen=True, slots=True)
class WorkingSize:
    """The size that frames are looked at in, pixels, and how many displayed pixels one of them is."""

    width: int
    height: int
    scale: float

    @classmethod
    def of(cls, width: int, height: int, longest_side_px: int) -> WorkingSize:
        """The size that fits displayed `width` × `height` into `longest_side_px`; never enlarged."""
        scale = max(1.0, max(width, height) / longest_side_px)
        return cls(max(8, round(width / scale)), max(8, round(height / scale)), scale)


def analysed_frames(seconds: NDArray[np.float64], highest_rate_hz: float) -> NDArray[np.bool_]:
    """Bool (T,): which frames at `seconds` (T,) to look at, so that no two are closer than the highest rate allows."""
    wanted = np.zeros(len(seconds), np.bool_)
    last = -np.inf
    for n, at in enumerate(seconds.tolist()):
        if at - last >= (1.0 - _ROUNDING) / highest_rate_hz:
            wanted[n] = True
            last = at
    return wanted


class Scan:
    """The state of one pass. Feed `take` every analysed frame in order, then ask for `signals` and `poses`."""

    def __init__(self, size: WorkingSize, count: int, finder: Finder, settings: AnalysisSettings) -> None:
        self._size, self._finder, self._settings = size, finder, settings.motion
        self._arrays: dict[str, Any] = blank(count)
        self._tips_px: Floats = np.full((count, len(LIMBS), 2), np.nan, np.float32)
        self._count = 0
        self._change = ChangeMeter(size.height, size.width, settings.motion)
        self._flow = FlowMeter(settings.motion)
        self._strangers = StrangerWatch(settings.motion)
        self._before: FrameLike | None = None
        self._luma: Picture | None = None
        self._judge = PoseJudge(settings.pose)
        self._pose: Judged | None = None
        self._labels: Labels | None = None
        self._looks: dict[int, Pose | None] = {}
        self._numbers: dict[int, int] = {}
        self._torsos_px: list[float] = []
        self._torso_px = float("nan")
        self._cells: tuple[NDArray[np.intp], ...] | None = None
        self._away: NDArray[np.bool_] | None = None
        self._seen: NDArray[np.bool_] = np.zeros(len(LIMBS), np.bool_)
        self._moved_s = self._began_s = self._looked_s = self._searched_s = -np.inf
        self._watch_s = self._dark_s = -np.inf
        self._dark = self._drifts = False
        self._mean_near = 1.0
        self._camera = np.eye(3)
        self._stretch = 0

    @property
    def torso_px(self) -> float:
        """The torso length so far, working pixels; NaN before the first pose."""
        return self._torso_px

    def take(self, frame: FrameLike) -> None:
        """Takes in the next frame."""
        i = self._count
        luma = frame.luma(self._size.width, self._size.height)
        change = self._change.measure(luma, frame.seconds, self._away)
        near = self._near_noise_multiple(change)
        self._drift(near, frame.seconds)
        if near >= self._settings.pose_gate_noise_multiple:
            if frame.seconds - self._moved_s > self._settings.pose_tail_s:
                self._began_s = frame.seconds
                if self._before is not None and i - 1 not in self._looks:
                    self._look(self._before, i - 1)
            self._moved_s = frame.seconds
        self._follow_camera(change)  # only now: the frame before was looked at with the camera as it was then
        labels_before = self._labels
        if frame.seconds - self._looked_s >= self._pose_interval_s(frame.seconds):
            self._look(frame, i)
        self._record(i, frame, luma, change, labels_before)
        self._before, self._luma = frame, luma
        self._count += 1

    def signals(self) -> MotionSignals:
        """The signals of all frames taken so far."""
        arrays = {name: array[: self._count].copy() for name, array in self._arrays.items()}
        torso = float(np.median(self._torsos_px)) if self._torsos_px else float("nan")
        arrays["tips_torso"] = self._tips_px[: self._count] / np.float32(torso)
        arrays["speed_torso_per_s"] /= np.float32(torso)
        self._exclude_visits(arrays)
        return MotionSignals(**arrays, torso_px=torso * self._size.scale)

    def poses(self) -> PoseTrack:
        """The poses found on the way, in displayed pixels."""
        rows = sorted(self._looks)
        return PoseTrack.of([self._numbers[row] for row in rows], [self._looks[row] for row in rows])

    def _near_noise_multiple(self, change: FrameChange) -> float:
        """How strong the change near the baby is, or anywhere while nobody was found, in multiples of the noise."""
        strength = change.strength_levels
        if not change.unreadable and self._cells is not None and strength >= change.noise_levels:
            strength = top_mean(change.excess.ravel()[self._cells[-1]], self._settings.strength_cells)
        return strength / change.noise_levels

    def _drift(self, near: float, seconds: float) -> None:
        """Follows the mean of the last while: it shows what moves too slowly for single frames."""
        s = self._settings
        gap_s = seconds - self._before.seconds if self._before is not None else 0.0
        weight = 1.0 - float(np.exp(-gap_s / s.drift_memory_s))
        self._mean_near += weight * (min(near, s.pose_gate_noise_multiple) - self._mean_near)
        self._drifts = self._pose is not None and self._mean_near >= s.drift_noise_multiple

    def _pose_interval_s(self, seconds: float) -> float:
        """How long to wait between looks: none while a movement is young, long while nothing moves."""
        s = self._settings
        if self._pose is None:
            return s.pose_retry_interval_s
        if seconds - self._moved_s > s.pose_tail_s:
            return s.pose_drift_interval_s if self._drifts else s.pose_still_interval_s
        return 0.0 if seconds - self._began_s <= s.pose_dense_s else s.pose_sparse_interval_s

    def _look(self, frame: FrameLike, i: int) -> None:
        """Looks for the baby in frame `i`: where it was a moment ago, or afresh."""
        s = self._settings
        rgb = frame.rgb(max(self._size.width, self._size.height))
        judged = None
        if self._pose is not None and frame.seconds - self._looked_s <= s.pose_follow_s:
            judged = self._judge.take(self._finder.follow(rgb), frame.seconds)
        if judged is None:
            thorough = self._pose is None and frame.seconds - self._searched_s >= s.pose_search_interval_s
            found = self._finder.find(rgb, thorough=thorough)
            judged = self._judge.take(found, frame.seconds)
            if thorough:
                self._searched_s = frame.seconds
        self._looked_s = frame.seconds
        self._pose = judged
        self._numbers[i] = frame.number
        if judged is None:
            self._looks[i] = self._labels = self._cells = self._away = None
            return
        pose = judged.pose
        self._looks[i] = Pose(pose.xy_px * np.float32(self._size.scale), pose.visibility, pose.presence)
        self._torsos_px.append(judged.torso_px)
        self._torso_px = float(np.median(self._torsos_px[-s.torso_looks :]))
        xy = pose.xy_px.astype(np.float64)
        self._labels = draw_body(xy, self.torso_px, self._change.grid_shape, s.cell_px, s)
        self._cells, self._away = channel_cells(self._labels), self._labels < NEAR
        self._seen = judged.limbs & inside(pose, (self._size.width, self._size.height))
        self._tips_px[i] = self._anchored(tips(xy))
        self._arrays["covered"][i] = covered(xy, self.torso_px, s) | ~judged.limbs

    def _record(
        self, i: int, frame: FrameLike, luma: Picture, change: FrameChange, labels_before: Labels | None
    ) -> None:
        s, arrays = self._settings, self._arrays
        arrays["t_s"][i] = frame.seconds
        arrays["noise_levels"][i] = change.noise_levels
        arrays["stretch"][i] = self._stretch
        arrays["excluded"][i] = self._reason(frame, luma, change)
        if self._pose is not None:
            arrays["seen"][i] = self._seen
        moving_levels = change.noise_levels * s.gate_noise_multiple
        labels, cells = self._labels, self._cells
        if labels is not None and labels_before is not None and labels is not labels_before:
            labels = over(labels, labels_before)
            cells = channel_cells(labels)
        if labels is not None:
            self._watch(frame.seconds, luma, change, labels, moving_levels)
        if change.strength_levels < change.noise_levels * s.record_noise_multiple or self._luma is None:
            return
        speeds = None
        if change.strength_levels >= moving_levels and not change.unreadable:
            speeds = self._flow.speeds(self._luma, luma, change)
        motion = limb_motion(change, cells, speeds, moving_levels, s)
        arrays["moving_share"][i] = (change.excess >= moving_levels).mean()
        arrays["strength_levels"][i] = motion.strength_levels
        arrays["limb_share"][i] = motion.moving_share
        gap_s = frame.seconds - float(arrays["t_s"][i - 1])
        arrays["speed_torso_per_s"][i] = motion.speed_px / np.float32(max(gap_s, 1e-3))

    def _watch(self, seconds: float, luma: Picture, change: FrameChange, labels: Labels, moving_levels: float) -> None:
        """Shows the frame to the watch for strangers; of quiet ones, while nobody is there, one now and then."""
        quiet = change.strength_levels < moving_levels and not self._strangers.visited
        if quiet and seconds < self._watch_s:
            return
        self._watch_s = seconds + self._settings.stranger_refresh_s
        moving = change.excess >= moving_levels
        cell_torso = self._settings.cell_px / self.torso_px
        brightness = self._change.brightness(luma)
        self._strangers.watch(seconds, brightness, moving, labels, cell_torso, change.camera is None)

    def _is_dark(self, seconds: float, luma: Picture) -> bool:
        """Whether even the brightest of the picture is next to black; looked at now and then."""
        if seconds >= self._dark_s:
            self._dark_s = seconds + self._settings.dark_refresh_s
            self._dark = float(np.percentile(luma[::4, ::4], 99)) < self._settings.dark_brightest_levels
        return self._dark

    def _reason(self, frame: FrameLike, luma: Picture, change: FrameChange) -> int:
        """Why this frame cannot be judged by itself: 0, or 1 + the index of the reason."""
        s = self._settings
        far_px = s.camera_largest_shift_torso * self.torso_px if self._torsos_px else s.camera_largest_shift_px
        reason: ExclusionReason | None = None
        if frame.corrupt:
            reason = "picture_missing"
        elif abs(change.light_step) >= s.light_largest_step_levels:
            reason = "light_changed"
        elif change.camera_shift_px > far_px or (change.unreadable and not change.light_step):
            reason = "camera_moved"
        elif change.unreadable:
            reason = "light_changed"
        elif self._is_dark(frame.seconds, luma):
            reason = "too_dark"
        if reason in ("camera_moved", "light_changed"):
            self._stretch += 1
        return 0 if reason is None else 1 + REASONS.index(reason)

    def _follow_camera(self, change: FrameChange) -> None:
        """Keeps the transform that brings this frame's points back to where they would be with a still camera."""
        if change.camera is not None:
            step = np.vstack([change.camera, (0.0, 0.0, 1.0)])
            self._camera = self._camera @ np.linalg.inv(step)

    def _anchored(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        return points @ self._camera[:2, :2].T + self._camera[:2, 2]

    def _exclude_visits(self, arrays: dict[str, NDArray[Any]]) -> None:
        """A visit in which the camera was jolted was none: then everything moved against the edge of the picture."""
        excluded, t_s = arrays["excluded"], arrays["t_s"]
        jolted = 1 + REASONS.index("camera_moved")
        for visit in self._strangers.visits:
            if visit.reached:
                margin = self._settings.stranger_margin_s
                during = (t_s >= visit.start_s - margin) & (t_s <= visit.end_s + margin)
                by_camera = bool((excluded[during] == jolted).any())
                excluded[during & (excluded == 0)] = jolted if by_camera else 1 + REASONS.index("other_person")
