"""Finds the baby's pose in one picture, at any rotation, as cheaply as the last answer allows.

Measured on two cores (full model): MediaPipe's detector takes 18 ms and its landmark net 22 ms a picture, one after the
other on one core, and the picture's size makes no difference, because both nets shrink it first. So `find` costs 42 ms
where the baby is seen at the first look, 20 ms for each look that sees nobody, and `follow` 24 ms.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

import numpy as np

from annotator.pose.models import read_bundle
from annotator.pose.network import Landmarker, Picture
from annotator.pose.plausible import body_visibility, torso_px
from annotator.pose.track import Box, Pose
from annotator.settings import ModelName, PoseSettings
from annotator.video._cv import load_cv2

QUARTERS: Final = (0, 2, 1, 3)

SAME_BODY_TORSO: Final = 0.25
"""Two answers for one picture that lie this close mean the same body; of one body they differ by about 0.05."""


@dataclass(frozen=True, slots=True)
class View:
    """The part of the picture looked at (edges as shares of its width and height), turned left by `quarters` × 90°."""

    box: Box
    quarters: int


WHOLE: Final = View((0.0, 0.0, 1.0, 1.0), 0)


class PoseFinder:
    """A pose landmarker for the pictures of one video. Use it in a `with`, from one thread at a time.

    It remembers which part of the picture, turned which way, showed the baby last, and looks there first. Entering
    raises ModelError where the model is missing or damaged, or MediaPipe does not load. Never fork while it is open.
    """

    def __init__(self, model: ModelName = "full", settings: PoseSettings | None = None) -> None:
        self._model: ModelName = model
        self._settings = settings or PoseSettings()
        self._bundle = b""
        self._finder: Landmarker | None = None
        self._follower: Landmarker | None = None
        self._view = WHOLE
        self._found: Pose | None = None
        self._last: Pose | None = None
        self._held = False

    def __enter__(self) -> Self:
        self._bundle = read_bundle(self._model)
        self._finder = Landmarker(self._model, self._bundle, self._settings, follows=False)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for landmarker in (self._finder, self._follower):
            if landmarker is not None:
                landmarker.close()
        self._finder = self._follower = None

    @property
    def view(self) -> View:
        """The part of the picture, and its turn, in which the baby was seen last."""
        return self._view

    def find(self, rgb: Picture, hint: Box | None = None, thorough: bool = False) -> Pose | None:
        """The pose in `rgb` uint8 (H, W, 3), looked for afresh; None where none is seen.

        Looks at the part where the baby was last, then at the part round `hint` (displayed pixels) and at the whole
        picture, each turned four ways; with `thorough` also at smaller and smaller overlapping parts, for a baby far
        from the camera. The first pose whose mean visibility is trusted ends the search; else the best one is returned.
        """
        finder = self._opened()
        best: Pose | None = None
        best_view, best_visibility = self._view, -1.0
        enough = self._settings.pose_usable_visibility
        clear = self._cleared(rgb)
        for view in self._views(rgb, hint, thorough):
            pose = _look(finder, clear, view)
            if pose is not None:
                visibility = float(body_visibility(pose.visibility))
                if visibility > best_visibility:
                    best, best_view, best_visibility = pose, view, visibility
                if visibility >= enough:
                    break
            enough = self._settings.pose_trusted_visibility  # only the place of the last sighting needs no more
        if best_view != self._view:
            self._view = best_view
            self._lose()
        self._found = self._last = best
        return best

    def follow(self, rgb: Picture, hint: Box | None = None) -> Pose | None:
        """The pose in `rgb` uint8 (H, W, 3), looked for where it was in the last picture: half the cost of `find`.

        For pictures that come soon after one another. Where the baby is lost, or the pose jumped or became less visible
        than the settings allow, as happens when the landmark net clings to something else, it is found afresh.
        """
        self._opened()
        if self._follower is None:
            self._follower = Landmarker(self._model, self._bundle, self._settings, follows=True)
        pose = _look(self._follower, self._cleared(rgb), self._view)
        self._held = pose is not None
        if pose is not None and self._follows_on(pose):
            self._last = pose
            return pose
        fresh = self.find(rgb, hint)
        if fresh is None or pose is None or _apart_torso(fresh, pose) > SAME_BODY_TORSO:
            self._lose()
        return fresh

    def _opened(self) -> Landmarker:
        if self._finder is None:
            raise RuntimeError("PoseFinder is used outside its 'with' block")
        return self._finder

    def _follows_on(self, pose: Pose) -> bool:
        """Whether a followed pose is as clear as the last one found afresh, and near the last one of all."""
        found = 1.0 if self._found is None else float(body_visibility(self._found.visibility))
        if float(body_visibility(pose.visibility)) < found - self._settings.pose_follow_largest_drop:
            return False
        return self._last is None or _apart_torso(self._last, pose) <= self._settings.pose_follow_largest_jump_torso

    def _lose(self) -> None:
        """Makes `follow` look at the whole view in its next picture."""
        if self._follower is not None and self._held:
            self._follower.lose()
        self._held = False

    def _cleared(self, rgb: Picture) -> Picture:
        """The picture, or if it is dark a brightened and smoothed one: the network was not taught on noisy darkness."""
        sample = rgb[::8, ::8]
        darkest, brightest = np.percentile(sample, (1, 99))
        if brightest >= self._settings.pose_dark_brightest_levels or brightest - darkest < 1:
            return rgb
        levels = np.clip((np.arange(256) - darkest) * (255 / (brightest - darkest)), 0, 255).astype(np.uint8)
        blur_px = self._settings.pose_dark_blur_px
        return np.asarray(load_cv2().GaussianBlur(levels[rgb], (0, 0), blur_px), np.uint8)

    def _views(self, rgb: Picture, hint: Box | None, thorough: bool) -> Iterator[View]:
        """The views to try, the likeliest first, none twice. Parts are not turned: that finds little and costs much."""
        turns = (self._view.quarters, *(turn for turn in QUARTERS if turn != self._view.quarters))
        parts = [WHOLE.box]
        if hint is not None:
            parts.insert(0, _around(hint, rgb, self._settings.pose_hint_margin_share))
        views = [self._view, *(View(part, turn) for part in parts for turn in turns)]
        if thorough:
            tiles = _tiles(self._settings.pose_search_large_tile_share, 2)
            tiles += _tiles(self._settings.pose_search_small_tile_share, 3)
            views += [View(tile, self._view.quarters) for tile in tiles]
        yield from dict.fromkeys(views)


def _look(landmarker: Landmarker, rgb: Picture, view: View) -> Pose | None:
    """What the landmarker sees in one view, brought back to the whole picture's pixels."""
    height, width = rgb.shape[:2]
    left, top = int(view.box[0] * width), int(view.box[1] * height)
    right, bottom = max(left + 1, round(view.box[2] * width)), max(top + 1, round(view.box[3] * height))
    points = landmarker.look(np.rot90(rgb[top:bottom, left:right], view.quarters))
    if points is None:
        return None
    xy = points[:, :2]
    for _ in range(view.quarters):
        xy = np.stack([1.0 - xy[:, 1], xy[:, 0]], axis=1)
    xy = xy * (right - left, bottom - top) + (left, top)
    return Pose(xy.astype(np.float32), points[:, 2].astype(np.float32), points[:, 3].astype(np.float32))


def _apart_torso(one: Pose, other: Pose) -> float:
    """Mean distance between the points of two poses, in torso lengths of the first; infinite where it has no torso."""
    length = float(torso_px(one.xy_px))
    return float(np.linalg.norm(one.xy_px - other.xy_px, axis=1).mean()) / length if length > 0 else np.inf


def _around(hint: Box, rgb: Picture, margin_share: float) -> Box:
    """The square round `hint`, widened and cut to the picture, as shares of its size.

    Rounded to whole hundredths, so that a hint that trembles does not count as another view.
    """
    height, width = rgb.shape[:2]
    side = max(hint[2] - hint[0], hint[3] - hint[1]) * (1 + 2 * margin_share)
    x, y = (hint[0] + hint[2]) / 2, (hint[1] + hint[3]) / 2
    edges = ((x - side / 2) / width, (y - side / 2) / height, (x + side / 2) / width, (y + side / 2) / height)
    low = [float(np.clip(np.floor(edge * 100) / 100, 0.0, 0.99)) for edge in edges[:2]]
    high = [float(np.clip(np.ceil(edge * 100) / 100, 0.01, 1.0)) for edge in edges[2:]]
    return (low[0], low[1], max(high[0], low[0] + 0.01), max(high[1], low[1] + 0.01))


def _tiles(share: float, across: int) -> list[Box]:
    """Parts of a picture, each `share` of its width and height, `across` by `across` in even steps; the middle first."""
    starts = [(1.0 - share) * step / (across - 1) for step in range(across)]
    tiles = [(x, y, x + share, y + share) for y in starts for x in starts]
    middle = (1.0 - share) / 2
    return list(dict.fromkeys([(middle, middle, middle + share, middle + share), *tiles]))
