"""What each limb did between two frames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import LIMBS
from annotator.motion.body import LABEL_OF, NEAR, Labels
from annotator.motion.camera import SMALLEST_FLOW_PX
from annotator.motion.change import FrameChange, top_mean
from annotator.settings import MotionSettings
from annotator.signals import CHANNELS
from annotator.video._cv import load_cv2

Floats = NDArray[np.float32]
_NO_CELLS: Final = np.zeros(0, np.intp)


@dataclass(frozen=True, slots=True, eq=False)
class LimbMotion:
    """Per channel float32 (6,): strength in grey levels, and speed in working pixels per frame gap; per limb float32
    (5,): the share of its cells that moved."""

    strength_levels: Floats
    speed_px: Floats
    moving_share: Floats


class FlowMeter:
    """Dense optical flow (DIS) at the middles of the cells, with the camera's own motion taken out."""

    def __init__(self, settings: MotionSettings) -> None:
        cv2 = load_cv2()
        self._cell = settings.cell_px
        self._flow = cv2.DISOpticalFlow_create(cv2.DISOPTICAL_FLOW_PRESET_FAST)

    def speeds(self, before: NDArray[np.uint8], after: NDArray[np.uint8], change: FrameChange) -> Floats:
        """Pixels that each cell's middle moved, float32 (Hg, Wg), between two uint8 (H, W) pictures."""
        if max(before.shape) < SMALLEST_FLOW_PX:
            return np.zeros_like(change.excess)
        flow = self._flow.calc(before, after, None)
        rows, columns = change.excess.shape
        ys = np.arange(rows) * self._cell + self._cell // 2
        xs = np.arange(columns) * self._cell + self._cell // 2
        at_cells = flow[np.ix_(ys, xs)].astype(np.float64)
        if change.camera is not None:
            grid = np.stack(np.meshgrid(xs, ys), axis=-1).astype(np.float64)
            at_cells -= grid @ change.camera[:, :2].T + change.camera[:, 2] - grid
        return np.asarray(np.linalg.norm(at_cells, axis=2), dtype=np.float32)


def channel_cells(labels: Labels) -> tuple[NDArray[np.intp], ...]:
    """The flat numbers of each channel's cells, from labels (Hg, Wg)."""
    of_limbs = [np.flatnonzero(labels == LABEL_OF[limb]) for limb in LIMBS]
    return (*of_limbs, np.flatnonzero(labels >= NEAR))


def limb_motion(
    change: FrameChange,
    cells: tuple[NDArray[np.intp], ...] | None,
    speeds: Floats | None,
    moving_levels: float,
    settings: MotionSettings,
) -> LimbMotion:
    """Strength and speed of each channel.

    `cells` are each channel's (`channel_cells`); None where nobody was found, and then all is the body's. `speeds` are
    pixels (Hg, Wg), None where nothing moves; a channel's speed is the 90th percentile over its cells that changed by
    `moving_levels` or more.
    """
    strength = np.zeros(len(CHANNELS), np.float32)
    speed = np.zeros(len(CHANNELS), np.float32)
    share = np.zeros(len(LIMBS), np.float32)
    excess = change.excess.ravel()
    if cells is None:
        cells = (*[_NO_CELLS] * len(LIMBS), np.arange(len(excess)))
    for n, of_channel in enumerate(cells):
        own = excess[of_channel]
        strength[n] = top_mean(own, settings.strength_cells)
        moving = own >= moving_levels
        if not moving.any():
            continue
        if n < len(LIMBS):
            share[n] = moving.mean()
        if speeds is not None:
            speed[n] = np.percentile(speeds.ravel()[of_channel[moving]], 90)
    return LimbMotion(strength, speed, share)
