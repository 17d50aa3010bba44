from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QColor

from annotator.ui.theme import DARK, LIGHT, Theme


def rgb(color: str) -> tuple[float, float, float]:
    value = QColor(color)
    return value.redF(), value.greenF(), value.blueF()


def luminance(color: str) -> float:
    """Relative luminance of WCAG 2.2."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(color)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground(theme: Theme) -> None:
    grounds = [theme.window, theme.surface, theme.raised, theme.selection]
    for text, ground in itertools.product([theme.text, theme.muted], grounds):
        assert contrast(text, ground) >= 4.5, (text, ground)
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    for state in (theme.accepted, theme.rejected, theme.unsure, theme.accent):
        assert contrast(state, theme.surface) >= 4.5, state


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_stand_out_from_what_they_lie_on(theme: Theme) -> None:
    for color in (*theme.limbs.values(), theme.playhead, theme.excluded, theme.looked, theme.sound):
        assert contrast(color, theme.surface) >= 3.0, color


# Brettel, Vienot and Mollon (1997) as linear-RGB matrices by Vienot (1999); tritanopia by its usual approximation.
BLINDNESS = {
    "protan": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deutan": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    "tritan": ((1.01277, 0.13548, -0.14826), (-0.01243, 0.86812, 0.14431), (0.07589, 0.805, 0.11911)),
}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("blindness", BLINDNESS)
def test_limbs_stay_apart_for_any_colour_vision(theme: Theme, blindness: str) -> None:
    seen = {limb: simulated(color, blindness) for limb, color in theme.limbs.items() if limb is not None}
    for (one, a), (other, b) in itertools.combinations(seen.items(), 2):
        distance = sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5
        assert distance >= 0.1, (one, other, distance)


def simulated(color: str, blindness: str) -> tuple[float, ...]:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(color)]
    mixed = [sum(m * c for m, c in zip(row, linear, strict=True)) for row in BLINDNESS[blindness]]
    return tuple(min(max(c, 0.0), 1.0) ** (1 / 2.2) for c in mixed)
