"""Words in a picture: text as coverage masks, drawn once and kept.

The font is DejaVu Sans, which comes with matplotlib and has Latin, Greek, Cyrillic, Hebrew and Arabic letters.
"""

from __future__ import annotations

import functools
import importlib.util
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

Mask = npt.NDArray[np.uint8]

# The same letters by the names that the PDF knows them by.
PDF_FONT: Final = "PacketSans"
PDF_BOLD: Final = "PacketSansBold"


@functools.cache
def font_path(bold: bool = False) -> Path:
    """The font's file. Raises FileNotFoundError where the installation is incomplete."""
    # Found without importing matplotlib, which takes half a second.
    found = importlib.util.find_spec("matplotlib")
    for folder in (found.submodule_search_locations if found else None) or ():
        path = Path(folder) / "mpl-data" / "fonts" / "ttf" / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")
        if path.is_file():
            return path
    raise FileNotFoundError("DejaVuSans.ttf")


@functools.lru_cache(maxsize=16)
def _font(size_px: int, bold: bool) -> Any:
    return ImageFont.truetype(str(font_path(bold)), size_px)


@functools.lru_cache(maxsize=256)
def text_mask(text: str, size_px: int, bold: bool = False) -> Mask:
    """Coverage `(h, w)`, 0 to 255, of one line of text; every line of one size has the same height. Read-only."""
    font = _font(size_px, bold)
    ascent, descent = font.getmetrics()
    image = Image.new("L", (max(round(font.getlength(text)) + 2, 1), ascent + descent), 0)
    ImageDraw.Draw(image).text((1, 0), text, fill=255, font=font)
    mask = np.asarray(image)
    mask.flags.writeable = False
    return mask


def fitted(text: str, size_px: int, width: int, bold: bool = False) -> str:
    """The text, cut with "…" where it is wider than `width` pixels."""
    font = _font(size_px, bold)
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(text + "…") > width:
        text = text[:-1]
    return text.rstrip() + "…"


def text_width(text: str, size_px: int, bold: bool = False) -> int:
    """How wide the text is, in pixels."""
    return int(_font(size_px, bold).getlength(text) + 0.5) + 2
