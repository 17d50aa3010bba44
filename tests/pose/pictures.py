"""Pictures and made-up poses for the pose tests."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import av
import numpy as np
from numpy.typing import NDArray

from annotator.pose.network import Picture
from annotator.pose.track import Pose

CLIPS: Final = Path(__file__).parent.parent.parent / "sample_clips"

# A baby on its back as the full model sees it, in torso lengths from the hip middle; the torso points up.
_OUTLINE: Final = {
    0: (0.05, -1.45), 1: (0.1, -1.5), 2: (0.13, -1.5), 3: (0.16, -1.5), 4: (0.0, -1.5), 5: (-0.03, -1.5), 6: (-0.06, -1.5),
    7: (0.2, -1.45), 8: (-0.15, -1.45), 9: (0.1, -1.38), 10: (0.0, -1.38), 11: (0.33, -1.0), 12: (-0.33, -1.0),
    13: (0.65, -1.1), 14: (-0.65, -1.1), 15: (0.95, -1.4), 16: (-0.95, -1.4), 17: (1.05, -1.5), 18: (-1.05, -1.5),
    19: (1.08, -1.52), 20: (-1.08, -1.52), 21: (1.0, -1.5), 22: (-1.0, -1.5), 23: (0.22, 0.0), 24: (-0.22, 0.0),
    25: (0.6, 0.4), 26: (-0.6, 0.4), 27: (0.65, 0.9), 28: (-0.65, 0.9), 29: (0.62, 0.98), 30: (-0.62, 0.98),
    31: (0.75, 1.1), 32: (-0.75, 1.1),
}  # fmt: skip


def baby(torso_px: float = 100.0, visibility: float = 0.97) -> Pose:
    """A made-up pose of a baby on its back."""
    xy = np.array([_OUTLINE[point] for point in range(33)]) * torso_px + (480, 270)
    return pose_of(xy, visibility)


def pose_of(xy: NDArray[np.floating], visibility: float = 0.97) -> Pose:
    """A pose with these landmarks (33, 2), all equally visible."""
    return Pose(xy.astype(np.float32), np.full(33, visibility, np.float32), np.full(33, 0.99, np.float32))


def pictures(clip: str, numbers: list[int]) -> list[Picture]:
    """Frames of a sample clip by number (rising), uint8 (H, W, 3)."""
    found = []
    with av.open(str(CLIPS / f"{clip}.mp4")) as container:
        for number, frame in enumerate(container.decode(video=0)):
            if number in numbers:
                found.append(np.ascontiguousarray(frame.to_ndarray(format="rgb24"), np.uint8))
            if number == numbers[-1]:
                break
    return found
