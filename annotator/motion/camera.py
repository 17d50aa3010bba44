"""How the camera moved between two frames, from the flow of the background."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from annotator.settings import MotionSettings
from annotator.video._cv import load_cv2

Affine = NDArray[np.float64]

SMALLEST_FLOW_PX: Final = 12
"""OpenCV's DIS flow refuses pictures whose longer side is shorter."""


class CameraMeter:
    """Estimates shift, turn and zoom (a similarity) between successive frames."""

    def __init__(self, settings: MotionSettings) -> None:
        cv2 = load_cv2()
        self._settings = settings
        self._flow = cv2.DISOpticalFlow_create(cv2.DISOPTICAL_FLOW_PRESET_ULTRAFAST)

    def between(self, before: NDArray[np.uint8], after: NDArray[np.uint8]) -> Affine | None:
        """The similarity (2, 3) that carries `before` onto `after` (both uint8 (H, W)); None where the camera stood still.

        RANSAC over a grid of flow vectors at textured points: the baby's own movement is the minority and drops out.
        """
        cv2 = load_cv2()
        small = [cv2.resize(p, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA) for p in (before, after)]
        if max(small[0].shape) < SMALLEST_FLOW_PX:
            return None
        flow = self._flow.calc(small[0], small[1], None)
        step = self._settings.camera_grid_px // 2
        ys, xs = np.mgrid[step // 2 : small[0].shape[0] : step, step // 2 : small[0].shape[1] : step]
        ys, xs = ys.ravel(), xs.ravel()
        gx, gy = cv2.spatialGradient(small[0])
        detail = (np.abs(gx) + np.abs(gy))[ys, xs]
        good = detail >= np.median(detail)
        start = np.stack([xs[good], ys[good]], axis=1).astype(np.float32) * 2 + np.float32(0.5)
        shift = flow[ys[good], xs[good]] * 2
        if float(np.median(np.linalg.norm(shift, axis=1))) < self._settings.camera_smallest_shift_px:
            return None
        similarity, _ = cv2.estimateAffinePartial2D(
            start, start + shift, method=cv2.RANSAC, ransacReprojThreshold=self._settings.camera_ransac_px
        )
        return None if similarity is None else np.asarray(similarity, np.float64)

    @staticmethod
    def shift_px(camera: Affine, shape: tuple[int, ...]) -> float:
        """How far the farthest corner of a picture (H, W) is carried, pixels."""
        height, width = shape[0], shape[1]
        corners = np.array([(0, 0), (width, 0), (0, height), (width, height)], np.float64)
        return float(np.linalg.norm(corners @ camera[:, :2].T + camera[:, 2] - corners, axis=1).max())
