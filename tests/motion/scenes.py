"""Made-up pictures of a room: grain, texture, patches that go about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from annotator.pose.track import Pose
from tests.pose.pictures import baby, pose_of

Picture = NDArray[np.uint8]
WIDTH, HEIGHT = 320, 180
TORSO_PX: Final = 48.0
MIDDLE: Final = (150.0, 95.0)


def texture(width: int, height: int, seed: int, smooth_px: float = 2.0) -> NDArray[np.float32]:
    """Random soft blotches, mean 110 and a spread of 28 levels."""
    rng = np.random.default_rng(seed)
    soft = cv2.GaussianBlur(rng.standard_normal((height, width)).astype(np.float32), (0, 0), smooth_px)
    return np.asarray(110 + 28 * soft / soft.std(), np.float32)


@dataclass
class Room:
    """A textured room with grain. Paint patches into `picture(...)`; `offset` moves the camera, `light` adds levels."""

    grain: float = 1.2
    seed: int = 0
    wall: NDArray[np.float32] = field(init=False)
    rng: np.random.Generator = field(init=False)

    def __post_init__(self) -> None:
        self.wall = texture(WIDTH + 80, HEIGHT + 80, self.seed + 50)
        self.rng = np.random.default_rng(self.seed)

    def picture(
        self,
        patches: Sequence[tuple[NDArray[np.float32], float, float]] = (),
        offset: tuple[float, float] = (0.0, 0.0),
        light: float = 0.0,
        gain: float = 1.0,
    ) -> Picture:
        """Luma (180, 320) with each patch's left upper corner at (x, y), to fractions of a pixel."""
        matrix = np.array([[1, 0, -40 + offset[0]], [0, 1, -40 + offset[1]]], np.float64)
        view = cv2.warpAffine(self.wall, matrix, (WIDTH, HEIGHT), flags=cv2.INTER_CUBIC)
        for patch, x, y in patches:
            place = np.array([[1, 0, x + offset[0]], [0, 1, y + offset[1]]], np.float64)
            there = cv2.warpAffine(patch, place, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR)
            mask = cv2.warpAffine(np.ones_like(patch), place, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR)
            view = view * (1 - mask) + there * mask
        grainy = view * gain + light + self.rng.normal(0.0, self.grain, view.shape)
        return np.asarray(np.clip(grainy, 0, 255), np.uint8)


def lying(dx: float = 0.0, dy: float = 0.0) -> Pose:
    """A baby on its back in the middle of such a picture."""
    xy = baby().xy_px.astype(np.float64)
    return pose_of((xy - (480, 270)) / 100.0 * TORSO_PX + MIDDLE + (dx, dy))


def with_arm(pose: Pose, dx: float, dy: float) -> Pose:
    """The pose with its left hand and elbow carried away."""
    xy = pose.xy_px.astype(np.float64).copy()
    xy[[15, 17, 19, 21]] += (dx, dy)
    xy[13] += (dx / 2, dy / 2)
    return pose_of(xy)
