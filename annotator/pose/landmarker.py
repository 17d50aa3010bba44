"""Finds the baby's pose in one picture with MediaPipe, at any rotation, as cheaply as the last answer allows."""

from __future__ import annotations

import os
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from annotator.pose.models import read_bundle
from annotator.settings import ModelName

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Pose:
    """One pose. `xy_px` float32 (33, 2) in pixels of the whole picture, `visibility` and `presence` float32 (33,)."""

    xy_px: NDArray[np.float32]
    visibility: NDArray[np.float32]
    presence: NDArray[np.float32]
    box: Box
    rotation_quarters: int


class PoseFinder:
    """A landmarker for single pictures. Use it in a `with`."""

    def __init__(self, model: ModelName = "full") -> None:
        self._model: ModelName = model
        self._landmarker: Any = None
        self._quarters = 0

    def __enter__(self) -> Self:
        for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
            os.environ[name] = "none://"
        for name in ("no_proxy", "NO_PROXY"):
            os.environ.pop(name, None)
        from mediapipe.tasks.python import BaseOptions, vision

        options = vision.PoseLandmarkerOptions(base_options=BaseOptions(model_asset_buffer=read_bundle(self._model)))
        self._landmarker = vision.PoseLandmarker.create_from_options(options)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._landmarker.close()

    def find(self, rgb: NDArray[np.uint8], hint: Box | None = None) -> Pose | None:
        """The pose in `rgb` uint8 (H, W, 3), looked for inside `hint` (x0, y0, x1, y1 px) first; None where none is seen."""
        height, width = rgb.shape[:2]
        boxes = [(0.0, 0.0, float(width), float(height))]
        if hint is not None:
            boxes.insert(0, hint)
        for box in boxes:
            for turn in (self._quarters, *[q for q in (0, 1, 3, 2) if q != self._quarters]):
                pose = self._look(rgb, box, turn)
                if pose is not None:
                    self._quarters = turn
                    return pose
        return None

    def _look(self, rgb: NDArray[np.uint8], box: Box, quarters: int) -> Pose | None:
        import mediapipe

        height, width = rgb.shape[:2]
        x0, y0 = max(0, int(box[0])), max(0, int(box[1]))
        x1, y1 = min(width, int(np.ceil(box[2]))), min(height, int(np.ceil(box[3])))
        crop = rgb[y0:y1, x0:x1]
        side = max(crop.shape[:2])
        square = np.zeros((side, side, 3), np.uint8)
        square[: crop.shape[0], : crop.shape[1]] = crop
        turned = np.ascontiguousarray(np.rot90(square, quarters))
        result = self._landmarker.detect(mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=turned))
        if not result.pose_landmarks:
            return None
        points = result.pose_landmarks[0]
        xy = np.array([(p.x, p.y) for p in points], np.float64) - 0.5
        for _ in range(quarters):
            xy = np.stack([-xy[:, 1], xy[:, 0]], axis=1)
        xy = (xy + 0.5) * side + (x0, y0)
        low, high = xy.min(0), xy.max(0)
        margin = 0.25 * float((high - low).max())
        return Pose(
            xy.astype(np.float32),
            np.array([p.visibility for p in points], np.float32),
            np.array([p.presence for p in points], np.float32),
            (low[0] - margin, low[1] - margin, high[0] + margin, high[1] + margin),
            quarters,
        )
