"""What the detector saw, for the player's overlay: the poses stored with the session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import CHAINS
from annotator.ui.player.overlay import Overlay, Polyline

FURTHEST_FRAMES: Final = 8  # a pose further from the shown frame than this would lie beside the baby


class StoredPoses:
    """Answers with the pose of the nearest frame at which one was looked for."""

    def __init__(self, frames: NDArray[Any], xy_px: NDArray[Any], visibility: NDArray[Any]) -> None:
        self._frames = np.asarray(frames, np.int64)
        self._xy_px = np.asarray(xy_px, np.float32)
        self._visibility = np.asarray(visibility, np.float32)

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[Any]]) -> StoredPoses | None:
        """From the session's stored arrays; None where they hold no poses that fit together."""
        try:
            poses = cls(arrays["pose_frames"], arrays["pose_xy_px"], arrays["pose_visibility"])
        except KeyError:
            return None
        count = len(poses._frames)
        fits = poses._xy_px.shape == (count, 33, 2) and poses._visibility.shape == (count, 33)
        return poses if count and fits else None

    def at(self, frame: int) -> Overlay | None:
        """The limbs at a frame, or None where no pose is near."""
        after = int(np.searchsorted(self._frames, frame))
        near = [i for i in (after - 1, after) if 0 <= i < len(self._frames)]
        nearest = min(near, key=lambda i: abs(int(self._frames[i]) - frame))
        if abs(int(self._frames[nearest]) - frame) > FURTHEST_FRAMES or np.isnan(self._xy_px[nearest]).all():
            return None
        points, seen = self._xy_px[nearest], self._visibility[nearest]
        lines = []
        for limb, chain in CHAINS.items():
            visible = seen[list(chain)]
            mean = float(np.nanmean(visible)) if np.isfinite(visible).any() else 0.0
            lines.append(Polyline(points[list(chain)], limb, mean))
        trunk = points[[11, 12, 24, 23, 11]]
        return Overlay((*lines, Polyline(trunk, None, 1.0)))
