"""How much each small cell of the picture changed since the frame before, once camera and light are taken out."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.motion.camera import CameraMeter
from annotator.settings import MotionSettings
from annotator.video._cv import load_cv2

Luma = NDArray[np.uint8]
Grid = NDArray[np.float32]
Mask = NDArray[np.bool_]
Affine = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class FrameChange:
    """What changed between the frame before and this one, on a grid of cells (Hg, Wg).

    `excess` float32: mean absolute change of the cell's brightness above its own usual change, grey levels.
    `strength_levels`: the mean of the few largest excesses in the picture; `noise_levels`: what that is while nothing
    moves, learned from the video so far.
    `camera` float64 (2, 3): where the frame before went in this one, working pixels; None for the identity.
    `camera_shift_px`: how far the farthest corner of the picture was carried. `light_step`: grey levels.
    `unreadable`: so much changed at once that single movements cannot be told apart.
    """

    excess: Grid
    strength_levels: float
    noise_levels: float
    camera: Affine | None = None
    camera_shift_px: float = 0.0
    light_step: float = 0.0
    unreadable: bool = False


class _Noise:
    """Each cell's usual change while nothing moves, learned as the video goes on.

    A cell that moves teaches little: its mean creeps up over minutes only, so that a screen or a fan is learned but a
    long movement is not.
    """

    def __init__(self, shape: tuple[int, int], settings: MotionSettings) -> None:
        self._settings = settings
        self._mean = np.full(shape, settings.noise_first_guess_levels, np.float32)
        self._seen = 0

    def excess(self, change: Grid, frame_s: float, scale: float) -> Grid:
        """The part of `change` (grey levels, (Hg, Wg)) above each cell's mean, 0 where under it; learns the mean.

        `scale` is the change, in levels, above which a cell counts as moving and teaches slowly.
        """
        s = self._settings
        above = change - self._mean
        self._seen += 1
        quick = min(1.0, max(frame_s / s.noise_memory_s, 1.0 / (self._seen + 1)))
        slow = min(1.0, frame_s / s.noise_creep_s)
        self._mean += np.where(above > scale, np.float32(slow), np.float32(quick)) * above
        return np.asarray(np.maximum(above, np.float32(0.0)), dtype=np.float32)


class _Level:
    """What the picture's strength is while nothing moves.

    Two guesses, of which the lower is taken: a low quantile of the last while over the whole picture, which a baby that
    moves on and on lifts; and what the median away from the baby allows for, which other movers lift.
    """

    def __init__(self, settings: MotionSettings) -> None:
        self._settings = settings
        self._recent: deque[tuple[float, float, float, float]] = deque()
        self._noise = settings.noise_first_guess_levels
        self._common = settings.noise_first_guess_levels
        self._next_s = -np.inf
        self._frames = 0

    @property
    def moving_levels(self) -> float:
        """A cell above this is moving."""
        return self._noise * self._settings.gate_noise_multiple

    def learn(self, strength: float, excess: Grid, away: Mask | None, seconds: float) -> float:
        """Takes in one frame's strength and excess (Hg, Wg), with the cells `away` from the baby (Hg, Wg), if it is known
        where it lies; returns this frame's noise. Of quiet frames one in a few is enough to learn from.

        Where most of what lies away from the baby changed more than usual, the camera jolted, or the file was packed
        anew: the frame is that much noisier.
        """
        s = self._settings
        self._frames += 1
        if strength < self.moving_levels and self._frames % s.noise_learn_every and self._frames > s.noise_learn_first:
            return self._noise
        beyond = excess.ravel() if away is None else excess[away]
        common = float(np.quantile(beyond, s.common_quantile)) if len(beyond) else 0.0
        outside = top_mean(beyond, s.strength_cells) if len(beyond) else strength
        if self._frames % s.noise_learn_every == 0 or self._frames <= s.noise_learn_first:
            self._remember(seconds, strength, outside, common)
        return self._noise * max(1.0, common / (self._common * s.common_largest_multiple))

    def _remember(self, seconds: float, strength: float, outside: float, common: float) -> None:
        s = self._settings
        self._recent.append((seconds, strength, outside, common))
        while seconds - self._recent[0][0] > s.noise_window_s:
            self._recent.popleft()
        if seconds >= self._next_s:
            # The quantiles move slowly: a few looks a second are enough.
            self._next_s = seconds + s.noise_refresh_s
            _, whole, outsides, commons = np.array(self._recent).T
            usual = float(np.quantile(whole, s.noise_quantile))
            quiet = min(usual, s.noise_away_multiple * float(np.median(outsides)))
            self._noise = max(s.noise_smallest_levels, quiet)
            self._common = max(float(np.median(commons)), self._noise * s.common_smallest_share)


def top_mean(values: Grid, count: int) -> float:
    """The mean of the `count` largest of `values` (n,); 0 for none. Steadier than the largest alone."""
    if len(values) <= count:
        return float(values.mean()) if len(values) else 0.0
    # The largest stand far above the rest of a quiet picture: where enough do, only those need be sorted.
    high = values[values > 0.4 * values.max()]
    if len(high) >= count:
        values = high
    return float(np.partition(values, len(values) - count)[-count:].mean())


class ChangeMeter:
    """Measures the change of each frame against the one before. Feed it every analysed frame in order."""

    def __init__(self, height: int, width: int, settings: MotionSettings) -> None:
        self._settings = settings
        cell = settings.cell_px
        self.grid_shape = (height // cell, width // cell)
        self._crop = (self.grid_shape[0] * cell, self.grid_shape[1] * cell)
        self._before: Luma | None = None
        self._before_s = self._began_s = 0.0
        self._steady = _Noise(self.grid_shape, settings)
        self._carried = _Noise(self.grid_shape, settings)
        self._camera = CameraMeter(settings)
        self._textured: Mask = np.ones(self.grid_shape, np.bool_)
        self._edges: Mask = self._textured
        self._textured_cells = int(self._textured.sum())
        self._nothing: Grid = np.zeros(self.grid_shape, np.float32)
        self._level = _Level(settings)

    def measure(self, luma: Luma, seconds: float, away: Mask | None = None) -> FrameChange:
        """The change from the frame before to `luma` uint8 (H, W), shown at `seconds`.

        `away` (Hg, Wg): cells away from the baby, if it is known where it lies.
        """
        cv2 = load_cv2()
        luma = luma[: self._crop[0], : self._crop[1]]
        before, gap_s = self._before, seconds - self._before_s
        self._before, self._before_s = luma, seconds
        if before is None:
            self._began_s = seconds
            self._learn_texture(luma)
            return self._found(self._nothing, away, seconds)
        raw = self._cells(cv2.absdiff(luma, before))
        if float(raw.max()) < self._settings.still_levels:
            # Nothing at all: the cheap way out, which many frames of a sleeping baby take.
            return self._found(raw, away, seconds)
        light = self._light(luma, before, raw)
        if light:
            change = self._without_light(before, luma)
            excess = self._carried.excess(change, gap_s, self._level.moving_levels)
            return self._found(excess, away, seconds, light_step=light)
        detail = int(np.count_nonzero(self._textured & (raw > self._settings.still_levels)))
        if detail >= self._settings.camera_smallest_share * self._textured_cells:
            self._learn_texture(luma)
            camera = self._camera.between(before, luma)
            if camera is not None:
                left = self._cells(self._without_camera(before, luma, camera))
                # Grain that the codec carries along looks like a moving camera, but then the edges fit worse than before.
                if self._fits_better(left, raw):
                    excess = self._carried.excess(left, gap_s, self._level.moving_levels)
                    return self._found(excess, away, seconds, camera, self._camera.shift_px(camera, luma.shape))
        return self._found(self._steady.excess(raw, gap_s, self._level.moving_levels), away, seconds)

    def _found(
        self,
        excess: Grid,
        away: Mask | None,
        seconds: float,
        camera: Affine | None = None,
        shift_px: float = 0.0,
        light_step: float = 0.0,
    ) -> FrameChange:
        strength = top_mean(excess.ravel(), self._settings.strength_cells)
        unreadable = False
        if strength > self._level.moving_levels:
            too_much = float((excess > self._level.moving_levels).mean()) > self._settings.unreadable_share
            # The first guess of the noise is no reason to give up on a grainy picture.
            unreadable = too_much and seconds - self._began_s > self._settings.noise_memory_s / 4
        noise = self._level.learn(strength, excess, away, seconds)
        return FrameChange(excess, strength, noise, camera, shift_px, light_step, unreadable)

    def _without_camera(self, before: Luma, luma: Luma, camera: Affine) -> Luma:
        """The change that is left when the frame before is carried along with the camera."""
        cv2 = load_cv2()
        size = (luma.shape[1], luma.shape[0])
        carried = cv2.warpAffine(before, camera, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
        inside = cv2.warpAffine(np.full_like(before, 255), camera, size, flags=cv2.INTER_NEAREST)
        change = cv2.absdiff(luma, carried)
        change[inside == 0] = 0
        return np.asarray(change, dtype=np.uint8)

    def _without_light(self, before: Luma, luma: Luma) -> Grid:
        """The change of the cells that is left when a common change of brightness, and its slow gradient, are taken out."""
        cv2 = load_cv2()
        old, new = before.astype(np.float32), luma.astype(np.float32)
        gain = float(np.median(self._cells_float(new))) / max(1.0, float(np.median(self._cells_float(old))))
        change = new - gain * old
        change -= cv2.blur(change, (self._settings.light_blur_px, self._settings.light_blur_px))
        return self._cells_float(np.abs(change))

    def brightness(self, luma: Luma) -> Grid:
        """The cells' mean level, float32 (Hg, Wg), of a picture uint8 (H, W)."""
        cv2 = load_cv2()
        cells = cv2.resize(luma, (self.grid_shape[1], self.grid_shape[0]), interpolation=cv2.INTER_AREA)
        return np.asarray(cells, dtype=np.float32)

    def _learn_texture(self, luma: Luma) -> None:
        """Cells with enough detail to show that the camera moved, and those with the strongest edges."""
        cv2 = load_cv2()
        across, down = cv2.spatialGradient(cv2.GaussianBlur(luma, (0, 0), self._settings.texture_blur_px))
        cells = self._cells_float((np.abs(across) + np.abs(down)).astype(np.float32))
        self._textured = np.asarray(cells >= np.median(cells), dtype=np.bool_)
        self._textured_cells = int(self._textured.sum())
        self._edges = np.asarray(cells >= np.quantile(cells, self._settings.edges_quantile), dtype=np.bool_)

    def _fits_better(self, carried: Grid, raw: Grid) -> bool:
        return float(carried[self._edges].mean()) < self._settings.camera_largest_misfit * float(
            raw[self._edges].mean()
        )

    def _cells(self, change: Luma) -> Grid:
        """Means (Hg, Wg) of the cells of a uint8 picture: sums of boxes, which is several times as fast as shrinking."""
        cv2 = load_cv2()
        cell = self._settings.cell_px
        sums = cv2.boxFilter(change, cv2.CV_32F, (cell, cell), anchor=(0, 0), normalize=False)
        return np.asarray(sums[::cell, ::cell] * np.float32(1.0 / cell**2), dtype=np.float32)

    def _cells_float(self, change: Grid) -> Grid:
        cv2 = load_cv2()
        size = (self.grid_shape[1], self.grid_shape[0])
        return np.asarray(cv2.resize(change, size, interpolation=cv2.INTER_AREA), dtype=np.float32)

    def _light(self, luma: Luma, before: Luma, raw: Grid) -> float:
        """By how many levels most of the picture grew brighter or darker at once; 0 where that is next to nothing."""
        least = self._settings.light_smallest_levels
        if float(raw.mean()) < least:
            return 0.0
        light = float(np.median(self._signed_cells(luma, before)))
        return light if abs(light) >= least else 0.0

    def _signed_cells(self, luma: Luma, before: Luma) -> Grid:
        cv2 = load_cv2()
        size = (self.grid_shape[1], self.grid_shape[0])
        new = cv2.resize(luma, size, interpolation=cv2.INTER_AREA).astype(np.float32)
        return np.asarray(new - cv2.resize(before, size, interpolation=cv2.INTER_AREA), dtype=np.float32)
