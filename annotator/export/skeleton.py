"""Where the limbs are at each frame, from the stored pose track, and how they are drawn: lightly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from annotator.anatomy import CHAINS, LEFT_HIP, LEFT_SHOULDER, LIMBS, RIGHT_HIP, RIGHT_SHOULDER, Limb
from annotator.export import paint, words
from annotator.export.colours import ON_PICTURE, Rgb, yuv
from annotator.export.lettering import text_mask
from annotator.export.planes import Planes
from annotator.session.signals import StoredSignals

Points = npt.NDArray[np.float64]

# Below this a landmark is more often wrong than right on lying babies (mean visibility 0.6-0.7: 64 % of poses plausible).
LEAST_VISIBILITY: Final = 0.5
# Poses this near to each other are joined by a straight line. The analysis looks for a pose whenever something moves, so
# between poses farther apart the baby lay still: the last one stands, until it is too old.
JOINED_S: Final = 1.0
OLDEST_S: Final = 60.0
# The half-width of a limb's region, in torso lengths (shoulder middle to hip middle).
_LIMB_WIDTH_TORSO: Final = 0.24
_TRUNK: Final = (LEFT_SHOULDER, RIGHT_SHOULDER, RIGHT_HIP, LEFT_HIP, LEFT_SHOULDER)


@dataclass(frozen=True, slots=True, eq=False)
class PoseAt:
    """The stored track: `frames` int (N,) increasing, `xy` float (N, 33, 2) in displayed pixels, `visibility` (N, 33)."""

    frames: npt.NDArray[np.int64]
    xy: Points
    visibility: Points

    @classmethod
    def of(cls, signals: StoredSignals | None) -> PoseAt | None:
        """The track of the stored signals; None where they hold none."""
        if signals is None or not {"pose_frames", "pose_xy_px", "pose_visibility"} <= set(signals.arrays):
            return None
        frames = np.asarray(signals["pose_frames"], dtype=np.int64)
        if len(frames) == 0:
            return None
        order = np.argsort(frames, kind="stable")
        xy = np.asarray(signals["pose_xy_px"], dtype=np.float64)[order]
        visibility = np.asarray(signals["pose_visibility"], dtype=np.float64)[order]
        return cls(frames[order], xy, np.nan_to_num(visibility))

    def at(self, frame: int, seconds: npt.NDArray[np.float64]) -> Points | None:
        """Landmarks (33, 2) at a frame, NaN where not seen; None where no pose is near. `seconds` is the frames' clock."""
        after = int(np.searchsorted(self.frames, frame, side="right"))
        now = seconds[frame]
        before_s = now - seconds[self.frames[after - 1]] if after else np.inf
        after_s = seconds[self.frames[after]] - now if after < len(self.frames) else np.inf
        if before_s == 0 or (before_s <= OLDEST_S and before_s + after_s > JOINED_S):
            return self._seen(after - 1)
        if not after or before_s > OLDEST_S:
            return self._seen(after) if after_s <= JOINED_S else None
        share = before_s / (before_s + after_s)
        return np.asarray((1 - share) * self._seen(after - 1) + share * self._seen(after))

    def _seen(self, n: int) -> Points:
        return np.where(self.visibility[n][:, None] >= LEAST_VISIBILITY, self.xy[n], np.nan)


class SkeletonPainter:
    """Draws the skeleton and limb regions of one clip. `scale` is clip pixels over displayed source pixels."""

    def __init__(self, scale: float, size: tuple[int, int], hd: bool) -> None:
        self._scale = scale
        side = min(size)
        self._thin = max(round(side / 420), 1)
        self._text_px = max(round(side / 34), 12)
        self._colours: dict[Limb, Rgb] = {limb: yuv(ON_PICTURE[limb], hd) for limb in LIMBS}
        self._trunk = yuv("#e8e6e1", hd)
        self._dark = yuv("#14171b", hd)
        self._sheets = paint.Sheets(*size)

    def draw(self, planes: Planes, landmarks: Points | None, moving: tuple[Limb, ...]) -> None:
        """Draws what is known of the pose; the moving limbs stand out and are named."""
        if landmarks is None:
            return
        points = landmarks * self._scale
        torso = self._torso(points)
        width = max(round(_LIMB_WIDTH_TORSO * torso), 4) if torso else 0
        known = points[np.isfinite(points).all(axis=1)]
        if not len(known):
            return
        overlay = paint.Overlay(planes, known, width + 4 * self._thin, self._sheets)
        trunk = points[list(_TRUNK)]
        if np.isfinite(trunk).all():
            overlay.line(trunk, self._trunk, self._thin, 0.3)
        for limb in LIMBS:
            self._limb(overlay, points, limb, limb in moving, width)
        overlay.blend()
        for limb in moving:
            self._name(planes, points, limb)

    def _limb(self, overlay: paint.Overlay, points: Points, limb: Limb, moves: bool, width: int) -> None:
        colour = self._colours[limb]
        chain = _seen(points, limb)
        if limb == "head":
            if width and len(chain):
                middle = chain.mean(axis=0, keepdims=True)
                overlay.tint(np.repeat(middle, 2, axis=0), colour, 2 * width, 0.45 if moves else 0.12)
            return
        if len(chain) < 2:
            return
        if width:
            overlay.tint(chain, colour, width, 0.5 if moves else 0.16)
        overlay.line(chain, colour, self._thin * (2 if moves else 1), 0.85 if moves else 0.4)

    def _name(self, planes: Planes, points: Points, limb: Limb) -> None:
        chain = _seen(points, limb)
        if not len(chain):
            return
        mask = text_mask(words.limb_name(limb), self._text_px, bold=True)
        pad = self._text_px // 4
        # Beside the end of the limb, inside the picture.
        left = int(np.clip(chain[-1][0] + self._text_px, 0, max(planes.width - mask.shape[1] - 2 * pad, 0)))
        top = int(np.clip(chain[-1][1] - mask.shape[0] / 2, 0, max(planes.height - mask.shape[0] - 2 * pad, 0)))
        paint.box(planes, left, top, left + mask.shape[1] + 2 * pad, top + mask.shape[0] + pad, self._dark)
        paint.write(planes, mask, left + pad, top + pad // 2, self._colours[limb])

    @staticmethod
    def _torso(points: Points) -> float:
        shoulders, hips = points[[LEFT_SHOULDER, RIGHT_SHOULDER]], points[[LEFT_HIP, RIGHT_HIP]]
        length = float(np.linalg.norm(shoulders.mean(axis=0) - hips.mean(axis=0)))
        return length if np.isfinite(length) else 0.0


def _seen(points: Points, limb: Limb) -> Points:
    chain = points[list(CHAINS[limb])]
    return np.asarray(chain[np.isfinite(chain).all(axis=1)])
