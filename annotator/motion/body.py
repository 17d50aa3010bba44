"""Which cells of the picture belong to which limb, drawn from a pose."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import LEFT_HIP, LEFT_SHOULDER, LIMBS, RIGHT_HIP, RIGHT_SHOULDER, Limb
from annotator.pose.track import Pose
from annotator.settings import MotionSettings
from annotator.video._cv import load_cv2

Points = NDArray[np.float64]
Labels = NDArray[np.uint8]

NOTHING: Final = 0
NEAR: Final = 1
"""Just outside the body: cloth that a limb drags along, and its shadow."""
TRUNK: Final = 2
LABEL_OF: Final[dict[Limb, int]] = {"head": 3, "left_leg": 4, "right_leg": 5, "left_arm": 6, "right_arm": 7}
"""Higher labels lie over lower ones: an arm across the face hides it, so what changes there is the arm's."""

# Landmarks that outline each limb, from its root to its tip, and those whose mean is its tip.
BONES: Final[dict[Limb, tuple[int, ...]]] = {
    "left_arm": (11, 13, 15, 19),
    "right_arm": (12, 14, 16, 20),
    "left_leg": (23, 25, 27, 31),
    "right_leg": (24, 26, 28, 32),
}
TIPS: Final[dict[Limb, tuple[int, ...]]] = {
    "left_arm": (15, 19),
    "right_arm": (16, 20),
    "left_leg": (27, 31),
    "right_leg": (28, 32),
    "head": (0, 7, 8),
}


def tips(xy: Points) -> Points:
    """The tip of each limb, (5, 2) in the order of LIMBS, from landmarks (33, 2)."""
    return np.stack([xy[list(TIPS[limb])].mean(axis=0) for limb in LIMBS])


def draw_body(xy: Points, torso: float, shape: tuple[int, int], cell_px: float, settings: MotionSettings) -> Labels:
    """Labels uint8 (Hg, Wg) of the grid's cells.

    `xy` (33, 2) and `torso` are in working pixels, a cell is `cell_px` of them wide. A limb is its polyline as thick as
    `arm_width_torso` or `leg_width_torso`, the head a disc round its landmarks.
    """
    cv2 = load_cv2()
    points = xy / cell_px
    unit = torso / cell_px
    labels = np.zeros(shape, np.uint8)

    def thick(width_torso: float) -> int:
        return max(1, round(width_torso * unit))

    def polyline(indices: tuple[int, ...], label: int, width_torso: float) -> None:
        cv2.polylines(labels, [np.round(points[list(indices)]).astype(np.int32)], False, label, thick(width_torso))

    head = tips(xy)[LIMBS.index("head")] / cell_px
    centre = (round(float(head[0])), round(float(head[1])))
    for bones in BONES.values():
        polyline(bones, NEAR, settings.near_width_torso)
    cv2.circle(labels, centre, thick(settings.near_width_torso / 2), NEAR, -1)
    trunk = points[[LEFT_SHOULDER, RIGHT_SHOULDER, RIGHT_HIP, LEFT_HIP]]
    cv2.fillConvexPoly(labels, np.round(trunk).astype(np.int32), TRUNK)
    cv2.circle(labels, centre, thick(settings.head_radius_torso), LABEL_OF["head"], -1)
    for arm in ("left_arm", "right_arm"):
        # What an arm drags along beside a raised hand is not the head's.
        polyline(BONES[arm], NEAR, settings.arm_guard_width_torso)
    for limb in ("left_leg", "right_leg", "left_arm", "right_arm"):
        bones = BONES[limb]
        width = settings.arm_width_torso if limb.endswith("arm") else settings.leg_width_torso
        polyline(bones, LABEL_OF[limb], width)
    return labels


def over(labels: Labels, before: Labels) -> Labels:
    """Labels (Hg, Wg) of the cells that a change between two frames belongs to: the upper part of either frame."""
    return np.asarray(np.maximum(labels, before), dtype=np.uint8)


def distance_to_body(labels: Labels) -> NDArray[np.float32]:
    """Distance in cells (Hg, Wg) of each cell to the nearest cell of the body proper (not NEAR)."""
    cv2 = load_cv2()
    outside = (labels < TRUNK).astype(np.uint8)
    return np.asarray(cv2.distanceTransform(outside, cv2.DIST_L2, 3), dtype=np.float32)


def covered(xy: Points, torso: float, settings: MotionSettings) -> NDArray[np.bool_]:
    """Bool (5,), in the order of LIMBS: whether another limb lies over the tip, so that its landmark cannot be trusted.

    Only the head is judged so: a forearm over the face drags the face's landmarks along.
    """
    result = np.zeros(len(LIMBS), np.bool_)
    head = tips(xy)[LIMBS.index("head")]
    for arm in ("left_arm", "right_arm"):
        elbow, wrist, finger = (xy[point] for point in BONES[arm][1:])
        along = np.linspace(0.0, 1.0, 6)[:, None]
        forearm = np.concatenate([elbow + along * (wrist - elbow), wrist + along * (finger - wrist)])
        if float(np.linalg.norm(forearm - head, axis=1).min()) < settings.covering_distance_torso * torso:
            result[LIMBS.index("head")] = True
    return result


def inside(pose: Pose, size: tuple[int, int]) -> NDArray[np.bool_]:
    """Bool (5,), in the order of LIMBS: whether each limb's tip is inside a picture of `size` (width, height) px."""
    at = tips(pose.xy_px.astype(np.float64))
    return np.asarray(((at >= 0) & (at < np.array(size))).all(axis=1), dtype=np.bool_)
