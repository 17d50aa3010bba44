"""The parts of the body, by the names that the session file uses. Left and right are the baby's own."""

from __future__ import annotations

from typing import Final, Literal

Limb = Literal["left_arm", "right_arm", "left_leg", "right_leg", "head"]

LIMBS: Final[tuple[Limb, ...]] = ("left_arm", "right_arm", "left_leg", "right_leg", "head")
ARMS: Final[tuple[Limb, Limb]] = ("left_arm", "right_arm")
LEGS: Final[tuple[Limb, Limb]] = ("left_leg", "right_leg")

# Indices into MediaPipe's 33 pose landmarks (BlazePose GHUM topology). "Left" there is the person's own left.
LANDMARK_COUNT: Final = 33
LEFT_SHOULDER, RIGHT_SHOULDER, LEFT_HIP, RIGHT_HIP = 11, 12, 23, 24
CHAINS: Final[dict[Limb, tuple[int, ...]]] = {
    "left_arm": (11, 13, 15, 19),
    "right_arm": (12, 14, 16, 20),
    "left_leg": (23, 25, 27, 31),
    "right_leg": (24, 26, 28, 32),
    "head": (0, 2, 5, 7, 8),
}
