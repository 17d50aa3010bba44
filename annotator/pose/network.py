"""MediaPipe's pose landmarker, one picture in and 33 raw points out. Nothing else in the program talks to MediaPipe.

Never fork a process that holds an open landmarker: the child's waits for ever for threads that fork did not copy. Start
workers with the "spawn" method.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from annotator.errors import ModelError
from annotator.phrase import phrase
from annotator.pose.models import bundle_name
from annotator.pose.native import chatter_filtered, refuse_usage_reports
from annotator.settings import ModelName, PoseSettings
from annotator.video._cv import load_cv2

Picture: TypeAlias = NDArray[np.uint8]

STEP_MS: Final = 10_000_000
"""Time between two pictures, as told to a following landmarker.

In its video mode MediaPipe smooths the points of a single pose with a One-Euro filter of at least 0.05 Hz, whose
weight for the new value is 1 / (1 + 3.2 s / step). At a true step of 33 ms a brief jerk loses a third of its peak; at
this step the weight is 0.9997.
"""

VISIBILITY_WEIGHT: Final = 0.1
"""MediaPipe's video mode also smooths visibility, with this weight for the new value, whatever the time passed."""


class Landmarker:
    """One open MediaPipe landmarker for one pose. Close it after use; use it from one thread at a time.

    An independent one (`follows=False`) looks for the body in each picture. A following one looks where it saw the
    body in the picture before, which saves the detector's half of the time, and uses the detector only after a picture
    in which it lost the body. Both give unsmoothed points and visibilities. Raises ModelError where MediaPipe does not
    load.
    """

    def __init__(self, model: ModelName, bundle: bytes, settings: PoseSettings, follows: bool) -> None:
        self._follows = follows
        self._steps = 0
        self._smoothed: NDArray[np.float64] | None = None
        self._spoke = False
        self._bundle = bundle  # the library may use the model where it lies
        refuse_usage_reports()
        with chatter_filtered():
            try:
                load_cv2()  # MediaPipe imports it too
                import mediapipe
                from mediapipe.tasks.python import BaseOptions, vision
            except (ImportError, OSError) as error:
                remedy = phrase(
                    "Wording", "Install the program again, with the system libraries that its README names."
                )
                raise ModelError(
                    "MediaPipe",
                    phrase("Wording", "the pose library does not load ({details})").filled(details=error),
                    remedy,
                ) from error
            self._mediapipe: Any = mediapipe
            options = vision.PoseLandmarkerOptions(
                base_options=BaseOptions(model_asset_buffer=bundle),
                running_mode=vision.RunningMode.VIDEO if follows else vision.RunningMode.IMAGE,
                min_pose_detection_confidence=settings.pose_lowest_detection_score,
                min_pose_presence_confidence=settings.pose_lowest_presence_score,
                min_tracking_confidence=settings.pose_lowest_presence_score,
            )
            try:
                self._landmarker: Any = vision.PoseLandmarker.create_from_options(options)
            except (RuntimeError, ValueError) as error:
                cause = phrase("Wording", "MediaPipe cannot use the pose model ({details})").filled(details=error)
                raise ModelError(bundle_name(model), cause, phrase("Wording", "Install the program again.")) from error

    def close(self) -> None:
        """Frees the landmarker and ends its thread."""
        self._landmarker.close()

    def look(self, rgb: Picture) -> NDArray[np.float64] | None:
        """The points of the body in `rgb` uint8 (H, W, 3), or None: float64 (33, 4) of x and y as shares of the
        picture's width and height, visibility and presence."""
        # MediaPipe reads an array with gaps between its rows as if it had none.
        image = self._mediapipe.Image(
            image_format=self._mediapipe.ImageFormat.SRGB, data=np.ascontiguousarray(rgb, np.uint8)
        )
        with nullcontext() if self._spoke else chatter_filtered():
            if self._follows:
                self._steps += 1
                result = self._landmarker.detect_for_video(image, self._steps * STEP_MS)
            else:
                result = self._landmarker.detect(image)
        if not result.pose_landmarks:
            return None
        self._spoke = True  # its last remark comes with the first pose
        points = np.array([(p.x, p.y, p.visibility, p.presence) for p in result.pose_landmarks[0]], np.float64)
        if self._follows:
            points[:, 2] = self._unsmoothed(points[:, 2])
        return points

    def lose(self) -> None:
        """Makes a following landmarker look everywhere in the next picture, by showing it an empty one."""
        black = np.zeros((64, 64, 3), np.uint8)
        while self._follows and self.look(black) is not None:
            pass

    def _unsmoothed(self, smoothed: NDArray[np.float64]) -> NDArray[np.float64]:
        """Takes the landmarker's running mean of visibility apart again; it runs on through pictures without a pose."""
        before, self._smoothed = self._smoothed, smoothed.copy()
        if before is None:
            return smoothed
        return np.clip((smoothed - (1 - VISIBILITY_WEIGHT) * before) / VISIBILITY_WEIGHT, 0.0, 1.0)
