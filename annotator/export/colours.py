"""The packet's colours: Okabe and Ito's (2008), which people with any colour vision tell apart, as the window uses them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from annotator.anatomy import Limb

Rgb = tuple[int, int, int]

ON_PAPER: Final[Mapping[Limb | None, str]] = {
    "left_arm": "#0072b2",
    "right_arm": "#b85a00",
    "left_leg": "#008a63",
    "right_leg": "#b0568a",
    "head": "#6b6a00",
    None: "#6d737b",
}
ON_PICTURE: Final[Mapping[Limb | None, str]] = {
    "left_arm": "#56b4e9",
    "right_arm": "#e69f00",
    "left_leg": "#22b98f",
    "right_leg": "#d98cb8",
    "head": "#f0e442",
    None: "#9aa1aa",
}
STRIP: Final = "#14171b"
STRIP_LINE: Final = "#363d46"
STRIP_TEXT: Final = "#e8e6e1"
STRIP_MUTED: Final = "#a6adb6"
PLAYHEAD: Final = "#ff8a5c"


def rgb(value: str) -> Rgb:
    """The three numbers of "#rrggbb"."""
    return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)


def yuv(value: str, hd: bool = True) -> Rgb:
    """Limited-range Y, Cb, Cr of "#rrggbb": BT.709 for high definition, else BT.601 (ITU-R BT.709-6, BT.601-7)."""
    red, green, blue = (part / 255 for part in rgb(value))
    kr, kb = (0.2126, 0.0722) if hd else (0.299, 0.114)
    luma = kr * red + (1 - kr - kb) * green + kb * blue
    cb, cr = (blue - luma) / (2 * (1 - kb)), (red - luma) / (2 * (1 - kr))
    return round(16 + 219 * luma), round(128 + 224 * cb), round(128 + 224 * cr)
