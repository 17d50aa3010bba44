"""One assignment of left and right that holds over time. Pure numpy."""

from __future__ import annotations

from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from annotator.pose.track import PoseTrack
from annotator.settings import PoseSettings

JOINTS: Final = ((11, 12), (13, 14), (15, 16), (23, 24), (25, 26), (27, 28))
"""Shoulders, elbows, wrists, hips, knees, ankles: the pairs whose ways through time decide."""

FOLLOWERS: Final[dict[int, tuple[tuple[int, int], ...]]] = {
    2: ((17, 18), (19, 20), (21, 22)),
    5: ((29, 30), (31, 32)),
}
"""Pairs exchanged with the joint of that number: fingers with wrists, heels and toes with ankles."""

FACE: Final = ((1, 4), (2, 5), (3, 6), (7, 8), (9, 10))
"""Exchanged when the whole body is."""

# Each girdle may be right, exchanged from the elbows or knees outwards, or exchanged as a whole.
_GIRDLE: Final = ((0, 0, 0), (0, 1, 1), (1, 1, 1))
_STATES: Final = np.array([arms + legs for arms, legs in product(_GIRDLE, _GIRDLE)], np.bool_)
_LONGEST_GAP_S: Final = 1.0


def settle_sides(
    track: PoseTrack,
    seconds: NDArray[np.float64],
    plausible: NDArray[np.bool_],
    torso: NDArray[np.float64],
    settings: PoseSettings,
) -> tuple[PoseTrack, NDArray[np.bool_]]:
    """The track with short exchanges of left and right undone, and bool (N,) where something was exchanged back.

    Finds the cheapest way through time (Viterbi) over nine states a frame. Going from frame to frame costs, per joint
    pair, how far it jumps (capped at `pose_swap_jump_torso`, then 1); disagreeing with the network costs
    `pose_swap_price_per_s`, so an exchange that lasts for seconds, as when the baby rolls over, is believed.
    """
    rows = np.flatnonzero(plausible)
    repaired = np.zeros(len(track), np.bool_)
    if len(rows) < 3:
        return track, repaired
    xy = np.asarray(track.xy_px[rows], np.float64)
    straight, crossed = _jumps(xy, torso[rows] * settings.pose_swap_jump_torso)
    if np.all(straight <= crossed):  # nothing would be gained by any exchange
        return track, repaired
    gaps = np.minimum(np.diff(seconds[rows], append=seconds[rows[-1]] + _LONGEST_GAP_S), _LONGEST_GAP_S)
    states = _cheapest(straight, crossed, gaps * settings.pose_swap_price_per_s)
    fixed, visibility = np.array(track.xy_px), np.array(track.visibility)
    for number, pair in enumerate(JOINTS):
        chosen = rows[_STATES[states, number]]
        for one in (pair, *FOLLOWERS.get(number, ())):
            _exchange(fixed, visibility, chosen, one)
    for pair in FACE:
        _exchange(fixed, visibility, rows[_STATES[states].all(axis=1)], pair)
    repaired[rows] = states > 0
    return PoseTrack(track.frames, fixed, visibility), repaired


def _jumps(
    xy: NDArray[np.float64], full_jump_px: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Cost (M-1, 6), 0 to 1, of each pair's way from frame to frame: with sides kept, and with sides exchanged."""
    left, right = xy[:, [pair[0] for pair in JOINTS]], xy[:, [pair[1] for pair in JOINTS]]

    def cost(to_left: NDArray[np.float64], to_right: NDArray[np.float64]) -> NDArray[np.float64]:
        way = np.linalg.norm(to_left[1:] - left[:-1], axis=2) + np.linalg.norm(to_right[1:] - right[:-1], axis=2)
        return np.asarray(np.minimum(way / (2 * full_jump_px[1:, None]), 1.0), dtype=np.float64)

    return np.nan_to_num(cost(left, right)), np.nan_to_num(cost(right, left))


def _cheapest(
    straight: NDArray[np.float64], crossed: NDArray[np.float64], price: NDArray[np.float64]
) -> NDArray[np.int64]:
    """The cheapest state (M,) of each frame; `price` (M,) is what any state but the first costs there."""
    count = len(price)
    differs = _STATES[:, None, :] ^ _STATES[None, :, :]
    own = np.where(_STATES.any(axis=1), 1.0, 0.0)
    total = own * price[0]
    came_from = np.zeros((count, len(_STATES)), np.int64)
    for frame in range(1, count):
        ways = total[:, None] + np.where(differs, crossed[frame - 1], straight[frame - 1]).sum(axis=2)
        came_from[frame] = ways.argmin(axis=0)
        total = ways.min(axis=0) + own * price[frame]
    states = np.zeros(count, np.int64)
    states[-1] = total.argmin()
    for frame in range(count - 1, 0, -1):
        states[frame - 1] = came_from[frame, states[frame]]
    return states


def _exchange(
    xy: NDArray[np.float32], visibility: NDArray[np.float32], rows: NDArray[np.int64], pair: tuple[int, int]
) -> None:
    for array in (xy, visibility):
        left, right = np.array(array[rows, pair[0]]), np.array(array[rows, pair[1]])
        array[rows, pair[0]], array[rows, pair[1]] = right, left
