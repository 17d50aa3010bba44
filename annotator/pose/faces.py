"""Finds faces in one picture at any rotation, for covering them. BlazeFace, short range, from the models folder.

The net sees 128 x 128 pixels, so the picture is also looked at in overlapping parts; and a baby lies at any angle, so
each look is repeated at four quarter turns. It finds faces that look at the camera; profiles, half-hidden and very small
ones can be missed, and so can faces in the dark.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from annotator.errors import ModelError
from annotator.phrase import phrase
from annotator.pose.models import models_folder
from annotator.pose.native import chatter_filtered, refuse_usage_reports
from annotator.video._cv import load_cv2

Circle = tuple[float, float, float]

MODEL: Final = "face_detector.tflite"
SHA256: Final = "23832e57d394701608dfc12a3b5be06e861be82dc4c317dcffbde921aad5746f"
# MediaPipe's own default. Tried on two frames each of 13 clips of lying babies: it found the face wherever it looked at the
# camera in daylight, and took a clothed trunk for a face in 4 clips, which whoever covers faces must sort out.
LEAST_SCORE: Final = 0.5
# Where somebody is known to be there, for whom covering too much is better than too little. Asked of every picture, this
# takes so much for a face that a baby's limbs are covered, too.
EAGER_SCORE: Final = 0.35
_TILE_SHARE: Final = 0.6
# The box holds brow to chin; the circle that covers hair and ears too is this much wider than half of it.
_WIDER: Final = 1.5


class FaceFinder:
    """An open face detector; use it in a `with`, from one thread. Raises ModelError where it does not load."""

    def __init__(self) -> None:
        path = models_folder() / MODEL
        try:
            self._model = path.read_bytes()
        except OSError as error:
            raise ModelError(
                path, phrase("Wording", "the face model is missing"), phrase("Wording", "Install the program again")
            ) from error
        if hashlib.sha256(self._model).hexdigest() != SHA256:
            raise ModelError(
                path, phrase("Wording", "the face model is damaged"), phrase("Wording", "Install the program again")
            )
        refuse_usage_reports()
        with chatter_filtered():
            try:
                load_cv2()
                import mediapipe
                from mediapipe.tasks.python import BaseOptions, vision
            except (ImportError, OSError) as error:
                cause = phrase("Wording", "the pose library does not load ({details})").filled(details=error)
                raise ModelError("MediaPipe", cause, phrase("Wording", "Install the program again")) from error
            self._mediapipe: Any = mediapipe
            options = vision.FaceDetectorOptions(
                base_options=BaseOptions(model_asset_buffer=self._model), min_detection_confidence=EAGER_SCORE
            )
            self._detector: Any = vision.FaceDetector.create_from_options(options)
            # Its start-up remarks come with the first picture.
            self._look(np.zeros((64, 64, 3), np.uint8), LEAST_SCORE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._detector.close()

    def find(self, rgb: NDArray[np.uint8], least_score: float = LEAST_SCORE) -> tuple[Circle, ...]:
        """(x, y, radius) in pixels of `rgb` uint8 (H, W, 3) around every face found with at least that score (from
        `EAGER_SCORE` up)."""
        found: list[Circle] = []
        for left, top, part in _parts(rgb):
            for quarters in range(4):
                for x, y, radius in self._look(np.ascontiguousarray(np.rot90(part, quarters)), least_score):
                    found.append(_turned_back(x, y, radius, quarters, part.shape[:2], left, top))
        return tuple(found)

    def _look(self, rgb: NDArray[np.uint8], least_score: float) -> list[Circle]:
        image = self._mediapipe.Image(image_format=self._mediapipe.ImageFormat.SRGB, data=rgb)
        circles = []
        for detection in self._detector.detect(image).detections:
            if detection.categories[0].score < least_score:
                continue
            box = detection.bounding_box
            middle = (box.origin_x + box.width / 2, box.origin_y + box.height / 2)
            circles.append((*middle, _WIDER * max(box.width, box.height) / 2))
        return circles


def _parts(rgb: NDArray[np.uint8]) -> Iterator[tuple[int, int, NDArray[np.uint8]]]:
    """(left, top, part): the whole picture, then overlapping parts of it."""
    yield 0, 0, rgb
    height, width = rgb.shape[:2]
    tall, wide = int(height * _TILE_SHARE), int(width * _TILE_SHARE)
    for top in (0, height - tall):
        for left in (0, width - wide):
            yield left, top, rgb[top : top + tall, left : left + wide]


def _turned_back(
    x: float, y: float, radius: float, quarters: int, shape: tuple[int, ...], left: int, top: int
) -> Circle:
    """A place in a part turned left by `quarters`, as a place in the whole picture."""
    height, width = shape
    match quarters:
        case 1:
            x, y = width - y, x
        case 2:
            x, y = width - x, height - y
        case 3:
            x, y = y, height - x
    return x + left, y + top, radius
