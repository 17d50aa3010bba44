"""Covering faces: the baby's through the landmarks for the whole clip, other people's by a face detector.

What covers is a mosaic of a few cells, so that nothing of the face can be computed back. Where the baby's head was not
seen, its last and next known places are both covered, grown with the time since; where it was never seen near a clip, the
whole picture is covered. A detector can miss a face: the check page exists for that, and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
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
# Looks are at most a second apart: what came in just after one was found in the next.
FOUND_REACH_S: Final = 2.0
# While somebody else is there, looks are a third of a second apart.
VISIT_REACH_S: Final = 0.7
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
        return head_of(pose.xy[n], self._least)


def head_of(landmarks: npt.NDArray[np.float64], least: float) -> Circle | None:
    """The circle that covers the head of a body `(33, 2)`, at least `least` pixels in radius; None where it is unknown."""
    head = landmarks[list(HEAD)]
    head = head[np.isfinite(head).all(axis=1)]
    if not len(head):
        return None
    middle = head.mean(axis=0)
    spread = float(np.linalg.norm(head - middle, axis=1).max())
    torso = _torso(landmarks)
    radius = max(_HEAD_RADIUS_SPREAD * spread, _HEAD_RADIUS_TORSO * torso if np.isfinite(torso) else 0, least)
    return float(middle[0]), float(middle[1]), radius


def _torso(landmarks: npt.NDArray[np.float64]) -> float:
    """Shoulder middle to hip middle, NaN where not known."""
    shoulders, hips = landmarks[[LEFT_SHOULDER, RIGHT_SHOULDER]], landmarks[[LEFT_HIP, RIGHT_HIP]]
    return float(np.linalg.norm(shoulders.mean(axis=0) - hips.mean(axis=0)))


def _same_body(body: npt.NDArray[np.float64], baby: npt.NDArray[np.float64] | None) -> bool:
    """Whether a body found is the baby's own, whose head is covered already: trunk upon trunk, as long as it."""
    if baby is None:
        return False
    corners = [LEFT_SHOULDER, RIGHT_SHOULDER, RIGHT_HIP, LEFT_HIP]
    torso = _torso(baby)
    if not np.isfinite(baby[corners]).all() or torso <= 0:
        return False
    apart = float(np.linalg.norm(body[corners].mean(axis=0) - baby[corners].mean(axis=0)))
    return apart <= 0.4 * torso and 0.6 <= _torso(body) / torso <= 1.6


class FoundFaces:
    """Faces and heads found in sampled frames; each is covered from some seconds before to as many after."""

    def __init__(self, seconds: npt.NDArray[np.float64]) -> None:
        self._seconds = seconds
        self._moments: list[float] = []
        self._found: list[tuple[float, tuple[Circle, ...]]] = []

    def add(self, frame: int, circles: tuple[Circle, ...], reach_s: float = FOUND_REACH_S) -> None:
        """Adds what was found at a frame; frames come in order."""
        self._moments.append(float(self._seconds[frame]))
        self._found.append((min(reach_s, FOUND_REACH_S), circles))

    def at(self, frame: int) -> tuple[Circle, ...]:
        """The circles to cover at a frame."""
        now = float(self._seconds[frame])
        first = int(np.searchsorted(self._moments, now - FOUND_REACH_S, side="left"))
        last = int(np.searchsorted(self._moments, now + FOUND_REACH_S, side="right"))
        near = [n for n in range(first, last) if abs(self._moments[n] - now) <= self._found[n][0]]
        return tuple(circle for n in near for circle in self._found[n][1])


class BothCovers:
    """The baby's head and everybody else's face together.

    A detector takes trunks in patterned clothes for faces, so what
    lies on the baby's own trunk or limbs and away from its head is left open, unless somebody else was noticed in the
    picture then: who leans over the baby has the face there.
    """

    def __init__(self, head: HeadTrack, pose: PoseAt | None, faces: FoundFaces) -> None:
        self._head = head
        self._pose = pose
        self._faces = faces

    def at(self, frame: int) -> Cover:
        """The places to cover, in displayed pixels of the source."""
        head = self._head.at(frame)
        return Cover((*head.circles, *self._faces.at(frame)), head.everything)

    def found(
        self,
        frame: int,
        circles: tuple[Circle, ...],
        seconds: npt.NDArray[np.float64],
        people: Sequence[npt.NDArray[np.float64]] = (),
        visited: bool = False,
    ) -> None:
        """Takes in what was found at a frame: faces, and everybody's landmarks (33, 2), the baby's among them.

        `visited`: somebody else was noticed in the picture around then.
        """
        landmarks = self._pose.at(frame, seconds) if self._pose is not None else None
        head = self._head.at(frame).circles
        kept = tuple(c for c in circles if visited or not _on_body(c, landmarks, head))
        heads = tuple(c for body in people if (c := head_of(body, 0.0)) and not _same_body(body, landmarks))
        self._faces.add(frame, (*kept, *heads), VISIT_REACH_S if visited else FOUND_REACH_S)


def _on_body(circle: Circle, landmarks: npt.NDArray[np.float64] | None, head: tuple[Circle, ...]) -> bool:
    """Whether a face was found where the baby's own trunk or limbs are; or round its head, larger than the cover that the
    head has anyway."""
    x, y, size = circle
    around = [radius for hx, hy, radius in head if np.hypot(x - hx, y - hy) <= radius]
    if around:
        return size > 1.3 * max(around)
    if landmarks is None:
        return False
    trunk = landmarks[[LEFT_SHOULDER, RIGHT_SHOULDER, RIGHT_HIP, LEFT_HIP]]
    if not np.isfinite(trunk).all():
        return False
    torso = float(np.linalg.norm(trunk[:2].mean(axis=0) - trunk[2:].mean(axis=0)))
    middle = trunk.mean(axis=0)
    if np.hypot(x - middle[0], y - middle[1]) <= max(0.7 * torso, size):
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
