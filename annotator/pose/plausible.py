"""Whether a pose can be a baby's, and which of its limbs can be believed. Pure numpy.

A network names points in a cat, a cup or a blanket as readily as in a baby, and on a motionless sleeper it may swap
left and right, or hand and foot, from one frame to the next. What is kept here: points the network itself believes in,
bodies with a possible build, parts that do not outgrow their own usual length, and one assignment of sides that holds
over time.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import CHAINS, LEFT_HIP, LEFT_SHOULDER, LIMBS, RIGHT_HIP, RIGHT_SHOULDER
from annotator.pose.sides import SideKeeper
from annotator.pose.track import Pose
from annotator.settings import PoseSettings

BODY_POINTS: Final = (11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28)
"""Shoulders, elbows, wrists, hips, knees, ankles: the points whose visibility tells how far a pose may be believed."""

PARTS: Final = ((11, 13), (13, 15), (12, 14), (14, 16), (23, 25), (25, 27), (24, 26), (26, 28))
"""Upper arm and forearm, thigh and shin, left before right: two parts a limb, in the order of LIMBS."""

HANDS: Final = (15, 16)
FEET: Final = (27, 28)

FEWEST_REMEMBERED: Final = 5
"""Poses below which nothing is called usual yet."""

MOST_REMEMBERED: Final = 240
"""Poses beyond which the oldest are forgotten, to bound the work: eight a second over half a minute."""


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """A pose that can be a baby's.

    `pose` has its sides settled; `limbs` bool (5,), in the order of LIMBS, says which limbs can be believed;
    `torso_px` is the torso length to measure with, a running median; `sides_repaired` whether left and right were
    exchanged in it.
    """

    pose: Pose
    limbs: NDArray[np.bool_]
    torso_px: float
    sides_repaired: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Remembered:
    seconds: float
    torso: float
    parts: NDArray[np.float64]
    ends: NDArray[np.float64]


def body_visibility(visibility: NDArray[Any]) -> NDArray[np.float64]:
    """Mean visibility (...,) of the body points of visibilities (..., 33)."""
    return np.asarray(np.mean(visibility[..., list(BODY_POINTS)], axis=-1), np.float64)


def torso_px(xy_px: NDArray[Any]) -> NDArray[np.float64]:
    """Torso length (...,), shoulder middle to hip middle, of landmarks (..., 33, 2), in their unit."""
    xy = np.asarray(xy_px, np.float64)
    shoulders = (xy[..., LEFT_SHOULDER, :] + xy[..., RIGHT_SHOULDER, :]) / 2
    hips = (xy[..., LEFT_HIP, :] + xy[..., RIGHT_HIP, :]) / 2
    return np.asarray(np.linalg.norm(shoulders - hips, axis=-1), dtype=np.float64)


def possible_build(xy_px: NDArray[Any], settings: PoseSettings) -> bool:
    """Whether shoulders, and the head's distance from them, can belong to the torso of landmarks (33, 2)."""
    xy = np.asarray(xy_px, np.float64)
    length = float(torso_px(xy))
    shoulders = float(np.linalg.norm(xy[LEFT_SHOULDER] - xy[RIGHT_SHOULDER]))
    head = float(np.linalg.norm(xy[0] - (xy[LEFT_SHOULDER] + xy[RIGHT_SHOULDER]) / 2))
    return (
        length > 0
        and shoulders <= settings.pose_shoulders_widest_torso * length
        and head <= settings.pose_head_farthest_torso * length
    )


class PoseJudge:
    """Judges the poses of one video as they come, by what was usual in the last `pose_steady_window_s`."""

    def __init__(self, settings: PoseSettings) -> None:
        self._settings = settings
        self._sides = SideKeeper(settings)
        self._memory: deque[_Remembered] = deque(maxlen=MOST_REMEMBERED)

    def take(self, pose: Pose | None, seconds: float) -> Judged | None:
        """What can be believed of the pose seen at `seconds`; None where it cannot be a baby's, or none was seen.

        Times must not go back. A torso that stays longer or shorter, as when the camera comes nearer, is believed after
        half the window.
        """
        if pose is None or float(body_visibility(pose.visibility)) < self._settings.pose_usable_visibility:
            return None
        if not possible_build(pose.xy_px, self._settings):
            return None
        length = float(torso_px(pose.xy_px))
        usual = self._usual_torso(length)
        ratio = length / usual
        fits = 1 / self._settings.pose_torso_largest_ratio <= ratio <= self._settings.pose_torso_largest_ratio
        settled, repaired = self._sides.take(pose, seconds, usual) if fits else (pose, False)
        xy = settled.xy_px.astype(np.float64)
        limbs = self._limbs(settled, xy, usual)
        self._remember(seconds, length, xy)
        if not fits or int(limbs[:4].sum()) < 2:
            return None
        return Judged(settled, limbs, self._usual_torso(length), repaired)

    def _remember(self, seconds: float, length: float, xy: NDArray[np.float64]) -> None:
        parts = np.array([np.linalg.norm(xy[near] - xy[far]) for near, far in PARTS]) / length
        self._memory.append(_Remembered(seconds, length, parts, xy[[*HANDS, *FEET]]))
        while (
            len(self._memory) > FEWEST_REMEMBERED
            and seconds - self._memory[0].seconds > self._settings.pose_steady_window_s
        ):
            self._memory.popleft()

    def _usual_torso(self, length: float) -> float:
        """The median torso length remembered, px; `length` while too few are."""
        if len(self._memory) < FEWEST_REMEMBERED:
            return length
        return float(np.median([one.torso for one in self._memory]))

    def _limbs(self, pose: Pose, xy: NDArray[np.float64], torso: float) -> NDArray[np.bool_]:
        """Bool (5,): each limb is visible, no longer than it can be, and not where another kind of limb usually
        lies."""
        settings = self._settings
        sound = np.zeros(len(LIMBS), np.bool_)
        for column, limb in enumerate(LIMBS):
            points = CHAINS[limb][:1] if limb == "head" else CHAINS[limb][1:3]
            sound[column] = float(pose.visibility[list(points)].mean()) >= settings.pose_point_lowest_visibility
        parts = np.array([np.linalg.norm(xy[near] - xy[far]) for near, far in PARTS]) / torso
        grown = parts > settings.pose_part_longest_torso
        if len(self._memory) >= FEWEST_REMEMBERED:
            usual = np.median([one.parts for one in self._memory], axis=0)
            # A part that points at the camera looks shorter than it is, so only growth is impossible.
            outgrown = np.maximum(settings.pose_part_largest_ratio * usual, settings.pose_part_always_possible_torso)
            grown |= parts > outgrown
            if self._hand_at_foot(xy, torso):
                sound[:4] = False
        sound[:4] &= ~grown.reshape(4, 2).any(axis=1)
        return sound

    def _hand_at_foot(self, xy: NDArray[np.float64], torso: float) -> bool:
        """Whether a hand has jumped to where a foot usually is and that foot to where the hand usually is.

        A baby's hand does reach its foot, but then its foot is not at the hand's usual place.
        """
        usual = dict(zip((*HANDS, *FEET), np.median([one.ends for one in self._memory], axis=0), strict=True))

        def way(one: int, place: int) -> float:
            return float(np.linalg.norm(xy[one] - usual[place]))

        for hand in HANDS:
            for foot in FEET:
                straight = way(hand, hand) + way(foot, foot)
                crossed = way(hand, foot) + way(foot, hand)
                if straight > 2 * self._settings.pose_hand_foot_jump_torso * torso and crossed < straight / 2:
                    return True
        return False
