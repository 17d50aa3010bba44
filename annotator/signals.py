"""The motion signals of one video: what the movements are found in, and what is stored beside the session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import LIMBS
from annotator.session.model import ExclusionReason

CHANNELS: Final = (*LIMBS, "body")
"""The limbs, and the body as a whole with what lies near it (or, with no pose, whatever moved)."""

REASONS: Final[tuple[ExclusionReason, ...]] = (
    "no_baby", "camera_moved", "light_changed", "other_person", "too_dark", "picture_missing",
)  # fmt: skip
"""An excluded frame holds 1 + the index of its reason; 0 is an observed frame."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class MotionSignals:
    """T analysed frames, C = 6 channels in the order of CHANNELS, L = 5 limbs in the order of LIMBS.

    `t_s` float64 (T,): each frame's time. `strength_levels` float32 (T, C): mean change of the most changed cells of the
    channel since the frame before, grey levels above the cells' usual change. `noise_levels` float32 (T,): what that is
    in a quiet picture. `moving_share` float32 (T,): share of the picture's cells that moved. `limb_share` float32
    (T, L): share of each limb's own cells that moved. `speed_torso_per_s` float32 (T, C): optical flow of the channel's
    moving cells, camera taken out, 0 where nothing moved. `tips_torso` float32 (T, L, 2): each limb's tip on the
    picture, camera taken out, in torso lengths; NaN where no pose was looked for or the limb was not seen. `covered`
    bool (T, L): the tip could not be trusted (another limb lay over it, or its pose was not plausible). `seen` bool
    (T, L): the limb was in view. `excluded` uint8 (T,). `stretch` int32 (T,): counts up wherever the tips before and
    after cannot be compared. `torso_px`: torso length in displayed pixels, NaN where never measured.
    """

    t_s: NDArray[np.float64]
    strength_levels: Floats
    noise_levels: Floats
    moving_share: Floats
    limb_share: Floats
    speed_torso_per_s: Floats
    tips_torso: Floats
    covered: NDArray[np.bool_]
    seen: NDArray[np.bool_]
    excluded: NDArray[np.uint8]
    stretch: NDArray[np.int32]
    torso_px: float = float("nan")

    def __post_init__(self) -> None:
        count, limbs, channels = len(self.t_s), len(LIMBS), len(CHANNELS)
        shapes: dict[str, tuple[int, ...]] = {
            "strength_levels": (count, channels),
            "noise_levels": (count,),
            "moving_share": (count,),
            "limb_share": (count, limbs),
            "speed_torso_per_s": (count, channels),
            "tips_torso": (count, limbs, 2),
            "covered": (count, limbs),
            "seen": (count, limbs),
            "excluded": (count,),
            "stretch": (count,),
        }
        for name, shape in shapes.items():
            array = getattr(self, name)
            if array.shape != shape:
                raise ValueError(f"{name} has shape {array.shape}, expected {shape}")
            array.flags.writeable = False
        self.t_s.flags.writeable = False

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """All fields as arrays by name, for storing."""
        return {field.name: np.asarray(getattr(self, field.name)) for field in fields(self)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> MotionSignals:
        """From `to_arrays`, other names passed over. Raises KeyError or ValueError where they do not fit."""
        values: dict[str, Any] = {field.name: np.array(arrays[field.name]) for field in fields(cls)}
        values["torso_px"] = float(values["torso_px"])
        return cls(**values)


def blank(count: int) -> dict[str, NDArray[Any]]:
    """Writable arrays for `count` frames in which nothing moved and nothing was seen."""
    limbs, channels = len(LIMBS), len(CHANNELS)
    return {
        "t_s": np.zeros(count, np.float64),
        "strength_levels": np.zeros((count, channels), np.float32),
        "noise_levels": np.ones(count, np.float32),
        "moving_share": np.zeros(count, np.float32),
        "limb_share": np.zeros((count, limbs), np.float32),
        "speed_torso_per_s": np.zeros((count, channels), np.float32),
        "tips_torso": np.full((count, limbs, 2), np.nan, np.float32),
        "covered": np.zeros((count, limbs), np.bool_),
        "seen": np.zeros((count, limbs), np.bool_),
        "excluded": np.zeros(count, np.uint8),
        "stretch": np.zeros(count, np.int32),
    }
