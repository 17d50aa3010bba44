"""HDR and wide-gamut pictures brought to what an ordinary screen shows (BT.709 colours, 8 bits).

Made for looking and for finding limbs, at player speed, from 8 bits a colour. The tone curve, for each colour by
itself, is that of ITU-R BT.2390-11 (5.4.1, EETF) from a master of 1000 cd/m2 to 203 cd/m2, which BT.2408 gives as the
white of ordinary scenes: what is darker than about 90 cd/m2 keeps its light, highlights are rolled off instead of cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from annotator.video._cv import load_cv2

# Code points of ITU-T H.273, as on a decoded frame.
PQ: Final = 16
HLG: Final = 18
BT2020: Final = 9
HDR_TRANSFERS: Final = frozenset({PQ, HLG})

_MASTER_PEAK: Final = 1000.0
_WHITE: Final = 203.0
_SCREEN_GAMMA: Final = 2.4  # BT.1886
_HLG_SYSTEM_GAMMA: Final = 1.2  # BT.2100 for a display of 1000 cd/m2

# BT.2020 to BT.709 in linear light (ITU-R BT.2087-0, annex 2).
_LINEAR_2020_TO_709: Final = np.array(
    [[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]]
)

Floats = npt.NDArray[np.float64]


def pq_to_light(signal: Floats) -> Floats:
    """Display light in cd/m2 of a PQ signal 0 to 1 (SMPTE ST 2084)."""
    root = np.power(np.clip(signal, 0, 1), 32 / 2523)
    ratio = np.maximum(root - 3424 / 4096, 0) / (2413 / 128 - 2392 / 128 * root)
    return np.asarray(10000 * np.power(ratio, 16384 / 2610))


def light_to_pq(light: Floats) -> Floats:
    """The PQ signal 0 to 1 of display light in cd/m2."""
    power = np.power(np.clip(light, 0, 10000) / 10000, 2610 / 16384)
    return np.asarray(np.power((3424 / 4096 + 2413 / 128 * power) / (1 + 2392 / 128 * power), 2523 / 32))


def hlg_to_light(signal: Floats) -> Floats:
    """Display light in cd/m2 of an HLG signal 0 to 1 on a display of 1000 cd/m2 (ITU-R BT.2100, table 5), taken for
    each colour by itself."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    clipped = np.clip(signal, 0, 1)
    scene = np.where(clipped <= 0.5, clipped**2 / 3, (np.exp((clipped - c) / a) + b) / 12)
    return np.asarray(_MASTER_PEAK * np.power(np.clip(scene, 0, 1), _HLG_SYSTEM_GAMMA))


def rolled_off(light: Floats) -> Floats:
    """Light of up to 1000 cd/m2 brought to at most 203 (BT.2390 EETF: a Hermite spline above a knee, in PQ)."""
    peak = float(light_to_pq(np.array(_MASTER_PEAK)))
    largest = float(light_to_pq(np.array(_WHITE))) / peak
    knee = 1.5 * largest - 0.5
    signal = np.clip(light_to_pq(light) / peak, 0, 1)
    t = np.clip((signal - knee) / (1 - knee), 0, 1)
    spline = (2 * t**3 - 3 * t**2 + 1) * knee + (t**3 - 2 * t**2 + t) * (1 - knee) + (-2 * t**3 + 3 * t**2) * largest
    return pq_to_light(np.where(signal < knee, signal, spline) * peak)


def _shown(transfer: int, signal: Floats) -> Floats:
    """The ordinary screen's signal, 0 to 1, for a signal 0 to 1 of this transfer."""
    if transfer not in HDR_TRANSFERS:
        return signal
    light = pq_to_light(signal) if transfer == PQ else hlg_to_light(signal)
    return np.asarray(np.power(rolled_off(light) / _WHITE, 1 / _SCREEN_GAMMA))


@dataclass(frozen=True, slots=True, eq=False)
class Tone:
    """How one kind of picture is brought to an ordinary screen.

    `to_light` uint16 `(256,)` takes encoded colours to linear light, `matrix` float32 `(3, 3)` to BT.709 colours (None:
    they are that already), `to_screen` uint8 `(65536,)` encodes them again. `luma_curve` uint8 `(1024,)` takes 10-bit
    luma to 8-bit, both of limited range; None where luma stays as it is.
    """

    to_light: npt.NDArray[np.uint16]
    matrix: npt.NDArray[np.float32] | None
    to_screen: npt.NDArray[np.uint8]
    luma_curve: npt.NDArray[np.uint8] | None

    def apply(self, picture: npt.NDArray[Any], blue_first: bool) -> npt.NDArray[Any]:
        """The picture uint8 `(H, W, 3)` as an ordinary screen shows it. About 8 ms at 1080p."""
        cv2 = load_cv2()
        light = cv2.LUT(picture, self.to_light)
        if self.matrix is not None:
            light = cv2.transform(light, np.ascontiguousarray(self.matrix[::-1, ::-1] if blue_first else self.matrix))
        return np.asarray(cv2.LUT(light, self.to_screen))


@lru_cache(maxsize=16)
def tone_for(transfer: int, primaries: int) -> Tone | None:
    """What a frame with these H.273 code points needs; None for ordinary ones."""
    hdr = transfer in HDR_TRANSFERS
    if not hdr and primaries != BT2020:
        return None
    to_light = np.rint(65535 * _shown(transfer, np.arange(256) / 255) ** _SCREEN_GAMMA).astype(np.uint16)
    to_screen = np.rint(255 * (np.arange(65536) / 65535) ** (1 / _SCREEN_GAMMA)).astype(np.uint8)
    matrix = _LINEAR_2020_TO_709.astype(np.float32) if primaries == BT2020 else None
    luma_curve = None
    if hdr:
        luma_curve = np.rint(16 + 219 * _shown(transfer, np.clip((np.arange(1024) - 64) / 876, 0, 1))).astype(np.uint8)
    return Tone(to_light, matrix, to_screen, luma_curve)
