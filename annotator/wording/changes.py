"""How one movement is measured before and after other settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.wording.names import kind_name, limbs_phrase
from annotator.wording.translate import clock, number, translate

if TYPE_CHECKING:
    from annotator.session.model import Movement


def measured_otherwise(before: Movement, after: Movement) -> str:
    """What differs between two measurements of one movement, each as "before → after"; the place is the one before."""
    parts = []
    if before.kind != after.kind:
        parts.append(translate("Wording", "{before} → {after}").format(
            before=kind_name(before.kind), after=kind_name(after.kind)
        ))  # fmt: skip
    if before.limbs != after.limbs:
        parts.append(translate("Wording", "{before} → {after}").format(
            before=limbs_phrase(before.limbs), after=limbs_phrase(after.limbs)
        ))  # fmt: skip
    for template, old, new, decimals in (
        (translate("Wording", "onset {before} → {after} s"), before.onset_s, after.onset_s, 2),
        (translate("Wording", "offset {before} → {after} s"), before.offset_s, after.offset_s, 2),
        (translate("Wording", "displacement {before} → {after} torso lengths"),
         before.peak_displacement_torso, after.peak_displacement_torso, 3),
        (translate("Wording", "peak speed {before} → {after} torso lengths a second"),
         before.peak_speed_torso_per_s, after.peak_speed_torso_per_s, 2),
        (translate("Wording", "frequency {before} → {after} Hz"), before.frequency_hz, after.frequency_hz, 2),
    ):  # fmt: skip
        if _told(old, decimals) != _told(new, decimals):
            parts.append(template.format(before=_told(old, decimals), after=_told(new, decimals)))
    if not parts:
        parts.append(translate("Wording", "differs by less than can be shown"))
    return translate("Wording", "{kind} at {at}: {differences}.").format(
        kind=kind_name(before.kind), at=clock(before.onset_s, 2), differences=translate("Wording", "; ").join(parts)
    )


def _told(value: float | None, decimals: int) -> str:
    return "–" if value is None else number(value, decimals)
