"""Finds everybody in one picture, for covering their heads: a head seen from behind or the side belongs to a body.

MediaPipe's pose landmarker (the lite model) with several poses: on 640 pixels about 60 ms of processor time a look.
It finds people of whom the trunk is in the picture; an arm that reaches in is nobody to it.
"""

from __future__ import annotations

from types import TracebackType
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from annotator.errors import ModelError
from annotator.phrase import phrase
from annotator.pose.models import read_bundle
from annotator.pose.native import chatter_filtered, refuse_usage_reports
from annotator.video._cv import load_cv2

MOST_PEOPLE: Final = 4
# Below MediaPipe's own 0.5: a head covered in vain costs little, one left open cannot be taken back.
LEAST_SCORE: Final = 0.3


class PeopleFinder:
    """An open landmarker; use it in a `with`, from one thread. Raises ModelError where it does not load."""

    def __init__(self) -> None:
        bundle = read_bundle("lite")
        refuse_usage_reports()
        with chatter_filtered():
            try:
                load_cv2()
                import mediapipe
                from mediapipe.tasks.python import BaseOptions, vision
            except (ImportError, OSError) as error:
                raise ModelError(
                    "MediaPipe",
                    phrase("Wording", "the pose library does not load ({details})").filled(details=error),
                    phrase("Wording", "Install the program again"),
                ) from error
            self._mediapipe: Any = mediapipe
            options = vision.PoseLandmarkerOptions(
                base_options=BaseOptions(model_asset_buffer=bundle),
                num_poses=MOST_PEOPLE,
                min_pose_detection_confidence=LEAST_SCORE,
                min_pose_presence_confidence=LEAST_SCORE,
            )
            self._landmarker: Any = vision.PoseLandmarker.create_from_options(options)
            # Its start-up remarks come with the first picture.
            self.find(np.zeros((64, 64, 3), np.uint8))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._landmarker.close()

    def find(self, rgb: NDArray[np.uint8]) -> tuple[NDArray[np.float64], ...]:
        """The 33 landmarks (33, 2), in pixels of `rgb` uint8 (H, W, 3), of everybody who was found, the baby included."""
        image = self._mediapipe.Image(image_format=self._mediapipe.ImageFormat.SRGB, data=np.ascontiguousarray(rgb))
        height, width = rgb.shape[:2]
        return tuple(
            np.array([(mark.x * width, mark.y * height) for mark in landmarks], np.float64)
            for landmarks in self._landmarker.detect(image).pose_landmarks
        )
