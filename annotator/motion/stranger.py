"""Somebody or something else in the picture: a hand that comes in, a second person, a pet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.motion.body import NEAR, Labels, distance_to_body
from annotator.settings import MotionSettings
from annotator.video._cv import load_cv2

Grid = NDArray[np.float32]


@dataclass(slots=True)
class Visit:
    """A while in which something that is not the baby was in the picture. `reached`: it came to the baby."""

    start_s: float
    end_s: float
    reached: bool


class StrangerWatch:
    """Notices what moves away from the body, and stays aware of it while it rests in the picture.

    A visit starts when enough cells far from every limb move at once. It lasts until the picture outside the body is
    again as it was before, or has not changed for `stranger_settled_s` (then something was left or taken away). Motion
    far from the baby that never comes near it is no visit to the baby: a fan or a passer-by costs no observed time.
    """

    def __init__(self, settings: MotionSettings) -> None:
        self._settings = settings
        self._before: Grid | None = None
        self._open: Visit | None = None
        self._body: Labels | None = None
        self._there_s = 0.0
        self._moved_s = 0.0
        self.visits: list[Visit] = []

    @property
    def visited(self) -> bool:
        """Whether a visit is going on."""
        return self._open is not None

    def watch(
        self,
        seconds: float,
        brightness: Grid,
        moving: NDArray[np.bool_],
        labels: Labels,
        cell_torso: float,
        steady: bool,
    ) -> None:
        """Takes in one frame.

        `brightness` (Hg, Wg): the cells' mean level; `moving` (Hg, Wg); `labels` (Hg, Wg): whose each cell is;
        `cell_torso`: a cell's width in torso lengths; `steady`: the camera stood still, so cells can be compared over
        time.
        """
        s = self._settings
        if self._open is None and not moving.any():
            if steady:
                self._before = brightness
            return
        far = self._apart(moving, labels) & (distance_to_body(labels) * cell_torso > s.stranger_distance_torso)
        entered = float(far.sum()) * cell_torso**2 >= s.stranger_smallest_area_torso2
        if entered:
            self._moved_s = seconds
            if self._open is None:
                self._open = Visit(seconds, seconds, False)
                self.visits.append(self._open)
                # The body as it lay before: a hand over the baby bends the pose that is found from then on.
                self._body = labels
        if self._open is None:
            if not moving.any() and steady:
                self._before = brightness
            return
        self._open.end_s = seconds
        body = labels if self._body is None else self._body
        changed = self._changed(brightness, steady) & (body <= NEAR) if self._before is not None else far
        close = changed & (distance_to_body(body) * cell_torso < s.stranger_reach_torso)
        if float(close.sum()) * cell_torso**2 >= s.stranger_smallest_area_torso2 / 3:
            self._open.reached = True
        if float(changed.sum()) * cell_torso**2 >= s.stranger_smallest_area_torso2:
            self._there_s = seconds
        gone = seconds - max(self._there_s, self._moved_s) > s.stranger_margin_s
        if gone or seconds - self._moved_s > s.stranger_settled_s:
            self._open = None

    @staticmethod
    def _apart(moving: NDArray[np.bool_], labels: Labels) -> NDArray[np.bool_]:
        """Moving cells (Hg, Wg) that hang together with none of the body's: a limb's long shadow begins at the limb."""
        cv2 = load_cv2()
        joined = cv2.dilate(moving.astype(np.uint8), np.ones((3, 3), np.uint8))
        _, pieces = cv2.connectedComponents(joined, connectivity=8)
        of_body = np.unique(pieces[(labels > NEAR) & (joined > 0)])
        return np.asarray(moving & ~np.isin(pieces, of_body), dtype=np.bool_)

    def _changed(self, brightness: Grid, steady: bool) -> NDArray[np.bool_]:
        if self._before is None or not steady:
            return np.zeros(brightness.shape, np.bool_)
        difference = brightness - self._before
        difference -= np.median(difference)
        return np.asarray(np.abs(difference) > self._settings.stranger_smallest_change_levels, dtype=np.bool_)
