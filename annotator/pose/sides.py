"""One assignment of left and right that holds over time. Pure numpy."""

from __future__ import annotations

from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from annotator.pose.track import Pose
from annotator.settings import PoseSettings

JOINTS: Final = ((11, 12), (13, 14), (15, 16), (23, 24), (25, 26), (27, 28))
"""Shoulders, elbows, wrists, hips, knees, ankles: the pairs whose ways through time decide."""

FOLLOWERS: Final = {2: ((17, 18), (19, 20), (21, 22)), 5: ((29, 30), (31, 32))}
"""Pairs exchanged with the joint of that number: fingers with wrists, heels and toes with ankles."""

FACE: Final = ((1, 4), (2, 5), (3, 6), (7, 8), (9, 10))
"""Exchanged when the whole body is."""

# Each girdle is right, or exchanged from the elbows or knees outwards, or exchanged as a whole. The first state is right.
_GIRDLE: Final = ((0, 0, 0), (0, 1, 1), (1, 1, 1))
_STATES: Final = np.array([arms + legs for arms, legs in product(_GIRDLE, _GIRDLE)], np.bool_)
_DIFFERS: Final = _STATES[:, None, :] ^ _STATES[None, :, :]
_LONGEST_GAP_S: Final = 1.0


class SideKeeper:
    """Undoes short exchanges of left and right in the poses of one video, as they come.

    Follows the cheapest way through time over nine states a pose (the forward half of Viterbi's algorithm). Going from
    pose to pose costs, per joint pair, how far it jumps (1 from `pose_swap_jump_torso` on); disagreeing with the
    network costs `pose_swap_price_per_s`, so an exchange that lasts for some seconds, as when the baby rolls over, is
    believed.
    """

    def __init__(self, settings: PoseSettings) -> None:
        self._settings = settings
        self._cost = np.zeros(len(_STATES))
        self._before: NDArray[np.float64] | None = None
        self._seconds = 0.0

    def take(self, pose: Pose, seconds: float, torso_px: float) -> tuple[Pose, bool]:
        """The pose seen at `seconds` with its sides settled, and whether anything was exchanged. Times must not go
        back."""
        pairs = np.asarray(pose.xy_px, np.float64)[np.array(JOINTS)]
        if self._before is None:
            self._cost = np.where(_STATES.any(axis=1), np.inf, 0.0)
        else:
            gap_s = min(max(seconds - self._seconds, 0.0), _LONGEST_GAP_S)
            full_jump = 2 * torso_px * self._settings.pose_swap_jump_torso
            straight = _way(pairs, self._before) / full_jump
            crossed = _way(pairs[:, ::-1], self._before) / full_jump
            ways = np.where(_DIFFERS, np.minimum(crossed, 1.0), np.minimum(straight, 1.0)).sum(axis=2)
            price = np.where(_STATES.any(axis=1), self._settings.pose_swap_price_per_s * gap_s, 0.0)
            self._cost = (self._cost[:, None] + ways).min(axis=0) + price
            self._cost -= self._cost.min()
        self._before, self._seconds = pairs, seconds
        state = _STATES[int(self._cost.argmin())]
        if not state.any():
            return pose, False
        order = np.arange(len(pose.visibility))
        for left, right in _exchanged(state):
            order[[left, right]] = right, left
        return Pose(pose.xy_px[order], pose.visibility[order], pose.presence[order]), True


def _exchanged(state: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The pairs of landmarks that this state exchanges."""
    pairs = [
        pair for number, joint in enumerate(JOINTS) if state[number] for pair in (joint, *FOLLOWERS.get(number, ()))
    ]
    return [*pairs, *FACE] if state.all() else pairs


def _way(pairs: NDArray[np.float64], before: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far both points of each pair (P, 2, 2) are from the pair before, together (P,)."""
    return np.asarray(np.linalg.norm(pairs - before, axis=2).sum(axis=1), dtype=np.float64)
