"""Whether a pose can be a baby's, frame by frame and limb by limb, and repair of mixed-up sides. Pure numpy.

A network names points in a cat, a cup or a blanket as readily as in a baby, and on a motionless sleeper it may swap
left and right, or hand and foot, from one frame to the next. What is kept here: points the network itself believes in,
bodies with a possible build, parts that do not outgrow their own usual length, and one assignment of sides that holds
over time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import ARMS, CHAINS, LEFT_HIP, LEFT_SHOULDER, LEGS, LIMBS, RIGHT_HIP, RIGHT_SHOULDER
from annotator.pose.sides import settle_sides
from annotator.pose.track import PoseTrack
from annotator.settings import PoseSettings

BODY_POINTS: Final = (11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28)
"""Shoulders, elbows, wrists, hips, knees, ankles: the points whose visibility tells how far a pose may be believed."""

PARTS: Final = ((11, 13), (13, 15), (12, 14), (14, 16), (23, 25), (25, 27), (24, 26), (26, 28))
"""Upper arm and forearm, thigh and shin, left before right, in the order of LIMBS."""

BEYOND: Final = {
    "left_arm": (13, 15, 17, 19, 21), "right_arm": (14, 16, 18, 20, 22),
    "left_leg": (25, 27, 29, 31), "right_leg": (26, 28, 30, 32), "head": tuple(range(11)),
}  # fmt: skip
"""The landmarks that only that limb has: what is taken out of the track where the limb is not to be believed."""


@dataclass(frozen=True, slots=True, eq=False)
class PoseQuality:
    """What may be believed of a PoseTrack of N frames.

    `visibility` float64 (N,): mean visibility of the body points, 0 where no pose was found.
    `torso_px` float64 (N,): the torso length to measure with: a running median, so one bad pose does not change it; it
    bridges frames without a pose, and is NaN throughout where no believable pose was found at all.
    `plausible` bool (N,): whether the pose as a whole can be a baby's.
    `limbs` bool (N, 5): whether each limb of LIMBS can be believed; False throughout where the pose is not plausible.
    `sides_repaired` bool (N,): whether left and right were exchanged in some limb to agree with the neighbours in time.
    """

    visibility: NDArray[np.float64]
    torso_px: NDArray[np.float64]
    plausible: NDArray[np.bool_]
    limbs: NDArray[np.bool_]
    sides_repaired: NDArray[np.bool_]

    @property
    def trust(self) -> float:
        """How far the poses can be believed on the whole, 0 to 1 (`expected_correct` of their median visibility)."""
        if not self.plausible.any():
            return 0.0
        return float(expected_correct(np.median(self.visibility[self.plausible])))


def body_visibility(visibility: NDArray[Any]) -> NDArray[np.float64]:
    """Mean visibility (...,) of the body points of visibilities (..., 33)."""
    return np.asarray(np.mean(visibility[..., list(BODY_POINTS)], axis=-1), np.float64)


def expected_correct(visibility: NDArray[Any] | float) -> NDArray[np.float64]:
    """The share of poses of this mean visibility that are right, as measured on real infants (see PoseSettings)."""
    return np.asarray(np.interp(visibility, [0.5, 0.65, 0.75, 0.85, 0.95], [0.0, 0.64, 0.84, 0.88, 0.99]))


def torso_px(xy_px: NDArray[Any]) -> NDArray[np.float64]:
    """Torso length (...,), shoulder middle to hip middle, of landmarks (..., 33, 2), in their unit."""
    xy = np.asarray(xy_px, np.float64)
    shoulders = (xy[..., LEFT_SHOULDER, :] + xy[..., RIGHT_SHOULDER, :]) / 2
    hips = (xy[..., LEFT_HIP, :] + xy[..., RIGHT_HIP, :]) / 2
    return np.asarray(np.linalg.norm(shoulders - hips, axis=-1), dtype=np.float64)


def examine(track: PoseTrack, seconds: NDArray[np.float64], settings: PoseSettings) -> tuple[PoseTrack, PoseQuality]:
    """The track with sides settled and unbelievable limbs taken out (NaN), and what may be believed of each frame.

    `seconds` float64 (N,): the time of each of the track's frames.
    """
    if seconds.shape != track.frames.shape:
        raise ValueError(f"seconds has shape {seconds.shape}, expected {track.frames.shape}")
    visibility = np.nan_to_num(body_visibility(track.visibility))
    length = torso_px(track.xy_px)
    with np.errstate(invalid="ignore"):
        candidate = (
            (visibility >= settings.pose_usable_visibility) & (length > 0) & _possible_build(track, length, settings)
        )
    steady = _bridged(running_median(np.where(candidate, length, np.nan), seconds, settings.pose_steady_window_s))
    with np.errstate(invalid="ignore", divide="ignore"):
        plausible = candidate & (np.abs(np.log(length / steady)) <= np.log(settings.pose_torso_largest_ratio))
    sided, repaired = settle_sides(track, seconds, plausible, steady, settings)
    limbs = _limbs(sided, seconds, plausible, steady, settings)
    plausible = plausible & (limbs[:, :4].sum(axis=1) >= 2)
    limbs = limbs & plausible[:, None]
    xy = np.array(sided.xy_px)
    for column, limb in enumerate(LIMBS):
        rows = np.flatnonzero(~limbs[:, column])
        xy[rows[:, None], np.array(BEYOND[limb])] = np.nan
    xy[~plausible] = np.nan
    cleaned = PoseTrack(track.frames, xy, sided.visibility)
    return cleaned, PoseQuality(visibility, steady, plausible, limbs, repaired & plausible)


def running_median(values: NDArray[np.float64], seconds: NDArray[np.float64], window_s: float) -> NDArray[np.float64]:
    """Median (N,) of the values (N,) within about half a window before and after each time, passing over NaN.

    Times are gathered into tenths of a window first, so that an hour costs no more than it must. NaN where a whole
    window holds no value.
    """
    if not len(values):
        return np.zeros(0)
    step = window_s / 10
    bins = ((seconds - seconds[0]) / step).astype(np.int64)
    result = np.full(len(values), np.nan)
    finite = np.isfinite(values)
    held = np.unique(bins[finite])
    for this in np.unique(bins):
        near = held[np.searchsorted(held, this - 5) : np.searchsorted(held, this + 5, side="right")]
        if len(near):
            first = np.searchsorted(bins, near[0])
            last = np.searchsorted(bins, near[-1], side="right")
            result[np.searchsorted(bins, this) : np.searchsorted(bins, this, side="right")] = np.nanmedian(
                values[first:last]
            )
    return result


def _bridged(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Values (N,) with each NaN replaced by its neighbours' line; unchanged where all are NaN."""
    finite = np.isfinite(values)
    if not finite.any():
        return values
    places = np.arange(len(values))
    return np.interp(places, places[finite], values[finite])


def _possible_build(track: PoseTrack, length: NDArray[np.float64], settings: PoseSettings) -> NDArray[np.bool_]:
    """Bool (N,): shoulders, and the head's distance, can belong to this torso. NaN compares as False."""
    xy = np.asarray(track.xy_px, np.float64)
    shoulders = np.linalg.norm(xy[:, LEFT_SHOULDER] - xy[:, RIGHT_SHOULDER], axis=1)
    head = np.linalg.norm(xy[:, 0] - (xy[:, LEFT_SHOULDER] + xy[:, RIGHT_SHOULDER]) / 2, axis=1)
    return np.asarray(
        (shoulders <= settings.pose_shoulders_widest_torso * length)
        & (head <= settings.pose_head_farthest_torso * length),
        dtype=np.bool_,
    )


def _limbs(
    track: PoseTrack,
    seconds: NDArray[np.float64],
    plausible: NDArray[np.bool_],
    torso: NDArray[np.float64],
    settings: PoseSettings,
) -> NDArray[np.bool_]:
    """Bool (N, 5): each limb is visible, no longer than it can be, and not where another kind of limb always lies."""
    xy = np.asarray(track.xy_px, np.float64)
    sound = np.zeros((len(track), len(LIMBS)), np.bool_)
    with np.errstate(invalid="ignore"):
        for column, limb in enumerate(LIMBS):
            points = CHAINS[limb][1:3] if limb != "head" else CHAINS[limb][:1]
            seen = np.asarray(track.visibility[:, list(points)], np.float64).mean(axis=1)
            sound[:, column] = plausible & (seen >= settings.pose_point_lowest_visibility)
        for number, (near, far) in enumerate(PARTS):
            part = np.linalg.norm(xy[:, near] - xy[:, far], axis=1) / torso
            usual = running_median(np.where(plausible, part, np.nan), seconds, settings.pose_steady_window_s)
            # A part that points at the camera looks shorter than it is, so only growth is impossible.
            grown = (part > settings.pose_part_largest_ratio * usual) & (
                part > settings.pose_part_always_possible_torso
            )
            sound[:, number // 2] &= ~(grown | (part > settings.pose_part_longest_torso))
    swapped = _hands_at_feet(xy, seconds, plausible, torso, settings)
    for arm, leg in zip(ARMS, LEGS, strict=True):
        for limb in (arm, leg):
            sound[:, LIMBS.index(limb)] &= ~swapped
    return sound


def _hands_at_feet(
    xy: NDArray[np.float64],
    seconds: NDArray[np.float64],
    plausible: NDArray[np.bool_],
    torso: NDArray[np.float64],
    settings: PoseSettings,
) -> NDArray[np.bool_]:
    """Bool (N,): some hand has jumped to where a foot usually is and a foot to where a hand usually is.

    A baby's hand does reach its foot, but then its foot is not at the hand's usual place.
    """
    usual = {}
    for point in (15, 16, 27, 28):
        usual[point] = np.stack(
            [
                running_median(np.where(plausible, xy[:, point, axis], np.nan), seconds, settings.pose_steady_window_s)
                for axis in (0, 1)
            ],
            axis=1,
        )
    result = np.zeros(len(xy), np.bool_)
    with np.errstate(invalid="ignore"):
        for hand in (15, 16):
            for foot in (27, 28):
                straight = np.linalg.norm(xy[:, hand] - usual[hand], axis=1) + np.linalg.norm(
                    xy[:, foot] - usual[foot], axis=1
                )
                crossed = np.linalg.norm(xy[:, hand] - usual[foot], axis=1) + np.linalg.norm(
                    xy[:, foot] - usual[hand], axis=1
                )
                result |= (straight > 2 * settings.pose_hand_foot_jump_torso * torso) & (crossed < straight / 2)
    return result
