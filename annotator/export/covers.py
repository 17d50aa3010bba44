"""Covering faces: the baby's through the landmarks for the whole clip, other people's by a face detector.

What covers is a mosaic of a few cells, so that nothing of the face can be computed back. Where the baby's head was not
seen, its last and next known places are both covered, grown with the time since; where it was never seen near a clip, the
whole picture is covered. A detector can miss a face: the check page exists for that, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from annotator.anatomy import CHAINS, LEFT_HIP, LEFT_SHOULDER, RIGHT_HIP, RIGHT_SHOULDER
from annotator.export.planes import Plane, Planes
from annotator.export.skeleton import PoseAt
from annotator.video._cv import load_cv2

Circle = tuple[float, float, float]  # x, y, radius in displayed pixels

HEAD: Final = tuple(range(11))  # nose, eyes, ears and mouth of the 33 landmarks
# A baby's head is about half as wide as its trunk is long; half as much again covers hair, chin and a turn of the head.
_HEAD_RADIUS_TORSO: Final = 0.42
_HEAD_RADIUS_SPREAD: Final = 1.9
# Unseen, a head may turn or slide: the cover grows by this many radii a second, up to the limit.
_GROWTH_PER_S: Final = 0.15
_LARGEST_GROWTH: Final = 1.6
# Without any sight of the head for so long (and so long until the next), its place is not known.
LONGEST_UNSEEN_S: Final = 120.0
_CELLS: Final = 4
_LEAST_RADIUS_SHARE: Final = 0.04  # of the picture's shorter side


@dataclass(frozen=True, slots=True)
class Cover:
    """What is hidden in one frame; `everything` where the face's place is not known."""

    circles: tuple[Circle, ...]
    everything: bool = False


class FaceCover(Protocol):
    """Tells what to cover in a frame of the source."""

    def at(self, frame: int) -> Cover:
        """The places to cover, in displayed pixels of the source."""


class HeadTrack:
    """Where the baby's head is, from the stored pose track."""

    def __init__(self, pose: PoseAt | None, seconds: npt.NDArray[np.float64], size: tuple[int, int]) -> None:
        self._seconds = seconds
        self._least = _LEAST_RADIUS_SHARE * min(size)
        found = [] if pose is None else [(int(f), c) for n, f in enumerate(pose.frames) if (c := self._head(pose, n))]
        self._frames = np.array([f for f, _ in found], dtype=np.int64)
        self._circles = [c for _, c in found]

    def at(self, frame: int) -> Cover:
        """The head's cover at a frame."""
        after = int(np.searchsorted(self._frames, frame))
        now = float(self._seconds[frame])
        circles = []
        for n in (after - 1, after):
            if 0 <= n < len(self._frames):
                away = abs(float(self._seconds[self._frames[n]]) - now)
                if away <= LONGEST_UNSEEN_S:
                    x, y, radius = self._circles[n]
                    circles.append((x, y, radius * min(1 + _GROWTH_PER_S * away, _LARGEST_GROWTH)))
        if not circles:
            return Cover((), everything=True)
        if len(circles) == 2:
            # The way between the two places, so that a fast turn is covered too.
            (ax, ay, ar), (bx, by, br) = circles
            steps = min(int(np.hypot(ax - bx, ay - by) / max(min(ar, br) / 2, 1)), 8)
            for step in range(1, steps + 1):
                share = step / (steps + 1)
                circles.append((ax + share * (bx - ax), ay + share * (by - ay), max(ar, br)))
        return Cover(tuple(circles))

    def _head(self, pose: PoseAt, n: int) -> Circle | None:
        # The landmarks are kept whatever their visibility: a doubtful place is covered rather than shown.
        head = pose.xy[n][list(HEAD)]
        head = head[np.isfinite(head).all(axis=1)]
        if not len(head):
            return None
        middle = head.mean(axis=0)
        spread = float(np.linalg.norm(head - middle, axis=1).max())
        trunk = pose.xy[n]
        torso = float(
            np.linalg.norm(
                trunk[[LEFT_SHOULDER, RIGHT_SHOULDER]].mean(axis=0) - trunk[[LEFT_HIP, RIGHT_HIP]].mean(axis=0)
            )
        )
        radius = max(_HEAD_RADIUS_SPREAD * spread, _HEAD_RADIUS_TORSO * torso if np.isfinite(torso) else 0, self._least)
        return float(middle[0]), float(middle[1]), radius


class FoundFaces:
    """Faces that a detector found in sampled frames; each is covered from two samples before to two after."""

    def __init__(self) -> None:
        self._samples: list[tuple[int, tuple[Circle, ...]]] = []

    def add(self, frame: int, circles: tuple[Circle, ...]) -> None:
        """Adds what was found at a frame; frames come in order."""
        self._samples.append((frame, circles))

    def at(self, frame: int) -> tuple[Circle, ...]:
        """The circles to cover at a frame."""
        frames = [f for f, _ in self._samples]
        after = int(np.searchsorted(frames, frame))
        near = range(max(after - 2, 0), min(after + 2, len(frames)))
        return tuple(circle for n in near for circle in self._samples[n][1])


class BothCovers:
    """The baby's head and everybody else's face together.

    A detector takes trunks in patterned clothes for faces, so what
    lies on the baby's own trunk or limbs and away from its head is left open.
    """

    def __init__(self, head: HeadTrack, pose: PoseAt | None, faces: FoundFaces) -> None:
        self._head = head
        self._pose = pose
        self._faces = faces

    def at(self, frame: int) -> Cover:
        """The places to cover, in displayed pixels of the source."""
        head = self._head.at(frame)
        return Cover((*head.circles, *self._faces.at(frame)), head.everything)

    def found(self, frame: int, circles: tuple[Circle, ...], seconds: npt.NDArray[np.float64]) -> None:
        """Takes in what the detector found at a frame."""
        landmarks = self._pose.at(frame, seconds) if self._pose is not None else None
        head = self._head.at(frame).circles
        kept = tuple(c for c in circles if not _on_body(c, landmarks, head))
        self._faces.add(frame, kept)


def _on_body(circle: Circle, landmarks: npt.NDArray[np.float64] | None, head: tuple[Circle, ...]) -> bool:
    x, y, _ = circle
    if any(np.hypot(x - hx, y - hy) <= radius for hx, hy, radius in head):
        return False
    if landmarks is None:
        return False
    trunk = landmarks[[LEFT_SHOULDER, RIGHT_SHOULDER, RIGHT_HIP, LEFT_HIP]]
    if not np.isfinite(trunk).all():
        return False
    torso = float(np.linalg.norm(trunk[:2].mean(axis=0) - trunk[2:].mean(axis=0)))
    middle = trunk.mean(axis=0)
    if np.hypot(x - middle[0], y - middle[1]) <= 0.7 * torso:
        return True
    limbs = landmarks[[i for limb, chain in CHAINS.items() if limb != "head" for i in chain]]
    limbs = limbs[np.isfinite(limbs).all(axis=1)]
    return bool(len(limbs)) and float(np.linalg.norm(limbs - (x, y), axis=1).min()) <= 0.25 * torso


def hide(planes: Planes, cover: Cover, scale: float) -> None:
    """Covers a picture in place; `scale` is its pixels over displayed source pixels."""
    if cover.everything:
        for plane in (planes.y, planes.u, planes.v):
            plane[:] = _mosaic(plane, 6)
        return
    for x, y, radius in cover.circles:
        x, y, radius = x * scale, y * scale, radius * scale
        _hide_circle(planes.y, x, y, radius)
        for plane in (planes.u, planes.v):
            _hide_circle(plane, x / 2, y / 2, radius / 2)


def _hide_circle(plane: Plane, x: float, y: float, radius: float) -> None:
    cv2 = load_cv2()
    left, top = max(int(x - radius), 0), max(int(y - radius), 0)
    right, bottom = min(int(x + radius) + 2, plane.shape[1]), min(int(y + radius) + 2, plane.shape[0])
    if left >= right or top >= bottom:
        return
    part = plane[top:bottom, left:right]
    mask = np.zeros(part.shape, dtype=np.uint8)
    cv2.circle(mask, (round(x - left), round(y - top)), max(round(radius), 1), 1, -1)
    np.copyto(part, _mosaic(part, _CELLS), where=mask.astype(bool))


def _mosaic(part: Plane, cells: int) -> Plane:
    cv2 = load_cv2()
    small = cv2.resize(np.ascontiguousarray(part), (cells, cells), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(small, (part.shape[1], part.shape[0]), interpolation=cv2.INTER_LINEAR))
