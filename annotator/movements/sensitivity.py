"""One dial for how small and faint a movement may be and still be marked.

The dial turns the thresholds of detection together and leaves the table's own numbers alone: what a row of the table asks
for is not a matter of taste. Step 0 is the settings as they are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from annotator.settings import AnalysisSettings

SENSITIVITY: Final = "sensitivity_step"
"""The name under which a session's settings hold the step that it was last found with."""

MOST_STEPS: Final = 4
SIZES: Final = (
    "limb_smallest_displacement_torso",
    "hold_smallest_displacement_torso",
    "rhythm_smallest_displacement_torso",
)
NOISE_MULTIPLES: Final = (
    "start_noise_multiple",
    "end_noise_multiple",
    "limb_jitter_multiple",
    "unnamed_start_noise_multiple",
    "unnamed_beside_limbs_noise_multiple",
)
# Three steps halve or double the smallest size. The multiples of the noise go half as far: below about 2 the picture's
# own noise would be marked.
_STEPS_TO_DOUBLE_SIZE: Final = 3
_STEPS_TO_DOUBLE_NOISE: Final = 6
_KEPT_DECIMALS: Final = 6
_UNTOUCHED_DECIMALS: Final = 4  # no threshold has more, so that turning back gives it exactly


def with_sensitivity(settings: AnalysisSettings, step: int, found_with: int = 0) -> AnalysisSettings:
    """The settings turned to `step` (-4 to 4, higher marks fainter movements), having been turned to `found_with` before.

    Raises ValueError for a step beyond the dial.
    """
    if abs(step) > MOST_STEPS:
        raise ValueError(f"the dial has {MOST_STEPS} steps either way, not {step}")
    if step == found_with:
        return settings
    movements = settings.movements
    turned = {
        name: _turned(_untouched(getattr(movements, name), found_with, steps), step, steps)
        for names, steps in ((SIZES, _STEPS_TO_DOUBLE_SIZE), (NOISE_MULTIPLES, _STEPS_TO_DOUBLE_NOISE))
        for name in names
    }
    return replace(settings, movements=replace(movements, **turned))


def _turned(value: float, step: int, steps_to_double: int) -> float:
    return value if step == 0 else round(value * 2.0 ** (-step / steps_to_double), _KEPT_DECIMALS)


def _untouched(value: float, step: int, steps_to_double: int) -> float:
    return value if step == 0 else round(value * 2.0 ** (step / steps_to_double), _UNTOUCHED_DECIMALS)
