"""A pose in one picture, and the poses of a whole video."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from annotator.anatomy import LANDMARK_COUNT

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom, in displayed pixels of the whole picture; it may reach beyond the picture."""

Floats: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Pose:
    """One pose in one picture.

    `xy_px` float32 (33, 2): landmarks in displayed pixels of the whole picture, outside it where a limb leaves it.
    `visibility` float32 (33,): 0 to 1, the network's own guess that the point is in view and not covered.
    `presence` float32 (33,): 0 to 1, its guess that the point is inside the region it looked at.
    """

    xy_px: Floats
    visibility: Floats
    presence: Floats

    def __post_init__(self) -> None:
        _freeze(self, "xy_px", np.float32, (LANDMARK_COUNT, 2))
        _freeze(self, "visibility", np.float32, (LANDMARK_COUNT,))
        _freeze(self, "presence", np.float32, (LANDMARK_COUNT,))

    def box(self, margin: float = 0.0) -> Box:
        """The square round the landmarks' middle that holds them all, widened by `margin` × its side on each side."""
        low, high = self.xy_px.min(axis=0).astype(float), self.xy_px.max(axis=0).astype(float)
        middle = (low + high) / 2
        half = float((high - low).max()) * (0.5 + margin)
        return (middle[0] - half, middle[1] - half, middle[0] + half, middle[1] + half)


@dataclass(frozen=True, slots=True, eq=False)
class PoseTrack:
    """The poses of one video, at the N frames where one was looked for.

    `frames` int64 (N,), strictly increasing: the numbers of those frames.
    `xy_px` float32 (N, 33, 2): landmarks in displayed pixels, NaN where not seen.
    `visibility` float32 (N, 33): 0 to 1, NaN where not seen.
    """

    frames: NDArray[np.int64]
    xy_px: Floats
    visibility: Floats

    def __post_init__(self) -> None:
        _freeze(self, "frames", np.int64, (len(self.frames),))
        _freeze(self, "xy_px", np.float32, (len(self.frames), LANDMARK_COUNT, 2))
        _freeze(self, "visibility", np.float32, (len(self.frames), LANDMARK_COUNT))
        if np.any(np.diff(self.frames) <= 0):
            raise ValueError("frames must be strictly increasing")

    @classmethod
    def of(cls, frames: Sequence[int], poses: Sequence[Pose | None]) -> PoseTrack:
        """The track of `poses` at `frames` (both length N); None stands for a frame in which no pose was found."""
        if len(frames) != len(poses):
            raise ValueError(f"{len(frames)} frames but {len(poses)} poses")
        xy = np.full((len(poses), LANDMARK_COUNT, 2), np.nan, np.float32)
        visibility = np.full((len(poses), LANDMARK_COUNT), np.nan, np.float32)
        for row, pose in enumerate(poses):
            if pose is not None:
                xy[row] = pose.xy_px
                visibility[row] = pose.visibility
        return cls(np.asarray(frames, np.int64), xy, visibility)

    def __len__(self) -> int:
        return len(self.frames)

    @property
    def found(self) -> NDArray[np.bool_]:
        """Bool (N,): whether any landmark was seen in that frame."""
        return np.asarray(np.any(np.isfinite(self.xy_px).all(axis=2), axis=1))

    def at(self, frames: NDArray[np.int64]) -> Floats:
        """Landmarks float32 (M, 33, 2) at any frame numbers (M,): linear between the frames where each was seen.

        Before the first and after the last sighting of a landmark the nearest one holds; NaN where it was never seen.
        """
        wanted = np.asarray(frames, np.float64)
        result = np.full((len(wanted), LANDMARK_COUNT, 2), np.nan, np.float32)
        for point in range(LANDMARK_COUNT):
            seen = np.isfinite(self.xy_px[:, point]).all(axis=1)
            if seen.any():
                for axis in range(2):
                    result[:, point, axis] = np.interp(wanted, self.frames[seen], self.xy_px[seen, point, axis])
        return result


def _freeze(owner: object, name: str, dtype: type[np.generic], shape: tuple[int, ...]) -> None:
    """Replaces an array field by a read-only copy of the right type, or raises ValueError on a wrong shape."""
    array: NDArray[Any] = np.array(getattr(owner, name), dtype=dtype)
    if array.shape != shape:
        raise ValueError(f"{name} has shape {array.shape}, expected {shape}")
    array.flags.writeable = False
    object.__setattr__(owner, name, array)
