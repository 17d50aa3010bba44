"""Colours, spacing and type: one set of tokens, light and dark, for the style sheet and for every painter.

Limb colours keep the hues of Okabe and Ito (2008), with lightness set so that they stay apart for any colour vision;
each is also told by a letter, a shape or a hatch where it is drawn. Text colours are checked against their backgrounds
in the tests (WCAG 2.2: 4.5 to 1 for text, 3 to 1 for marks).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor

from annotator.anatomy import Limb

SPACE: Final = 8  # px at 100 %: every margin and gap is a multiple of half of it


@dataclass(frozen=True, slots=True)
class Theme:
    """One look. Colours are "#rrggbb"; painters take `color("name")`."""

    dark: bool
    window: str  # behind everything
    surface: str  # cards, tables, the timeline
    raised: str  # hovered rows, headers, the lanes' other stripe
    line: str  # hairlines between things
    text: str
    muted: str  # second-rank text
    accent: str  # the one call to action, focus, selection's edge
    on_accent: str
    selection: str  # behind a selected row
    playhead: str
    accepted: str
    rejected: str
    unsure: str
    excluded: str  # hatch where nothing could be judged
    looked: str
    sound: str
    video: str  # around the picture
    limbs: Mapping[Limb | None, str]  # None: the picture moved, no limb could be named

    def color(self, name: str, alpha: float = 1.0) -> QColor:
        """A token as a QColor, `alpha` 0 to 1."""
        value = QColor(getattr(self, name))
        value.setAlphaF(alpha)
        return value

    def limb_color(self, limb: Limb | None, alpha: float = 1.0) -> QColor:
        """A limb's colour, `alpha` 0 to 1."""
        value = QColor(self.limbs[limb])
        value.setAlphaF(alpha)
        return value


LIGHT: Final = Theme(
    dark=False,
    window="#f4f2ee",
    surface="#fffefb",
    raised="#efece6",
    line="#dcd8d0",
    text="#22262b",
    muted="#5d646d",
    accent="#0b5f8f",
    on_accent="#ffffff",
    selection="#d6e7f2",
    playhead="#b3320a",
    accepted="#00734f",
    rejected="#a84300",
    unsure="#75601a",
    excluded="#8b8f96",
    looked="#4a7fa5",
    sound="#7a828c",
    video="#15171a",
    limbs={
        "left_arm": "#00559e",
        "right_arm": "#bd7a00",
        "left_leg": "#0d8a70",
        "right_leg": "#8a2f72",
        "head": "#6a6500",
        None: "#6d737b",
    },
)

DARK: Final = Theme(
    dark=True,
    window="#14171b",
    surface="#1c2025",
    raised="#262b32",
    line="#363d46",
    text="#e8e6e1",
    muted="#a6adb6",
    accent="#6db7e4",
    on_accent="#0b1a24",
    selection="#1f3d52",
    playhead="#ff8a5c",
    accepted="#3ecf9f",
    rejected="#f29a52",
    unsure="#e3cf5f",
    excluded="#868d96",
    looked="#7db4da",
    sound="#8d97a3",
    video="#0a0b0d",
    limbs={
        "left_arm": "#3d9af0",
        "right_arm": "#f0a020",
        "left_leg": "#35dcc0",
        "right_leg": "#d4568f",
        "head": "#f4ec6c",
        None: "#9aa1aa",
    },
)
