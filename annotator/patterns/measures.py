"""The few measurements of movements that both the rules and the near misses ask for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from annotator.anatomy import ARMS, LEGS, Limb
from annotator.session.model import UNCOUNTED_KINDS, Movement, SoundSpan
from annotator.settings import RuleSettings

# Times are differences of floats: 12.1 - 10.1 is not exactly 2. A microsecond is far below any video frame.
TOLERANCE: Final = 1e-6

PAIRS: Final[tuple[tuple[Limb, Limb], ...]] = (ARMS, LEGS)
ALL_FOUR: Final[tuple[Limb, ...]] = (*ARMS, *LEGS)


class Pair(NamedTuple):
    """Two homologous limbs in one movement. None where the lag or the ratio of amplitudes was not measured."""

    limbs: tuple[Limb, Limb]
    onset_lag_s: float | None
    amplitude_ratio: float | None


def counted(stood: Iterable[Movement]) -> list[Movement]:
    """The movements, of those that stand after review, that rules may count: any kind but `slow` and `active`."""
    return [m for m in stood if m.kind not in UNCOUNTED_KINDS]


def clustering(stood: Iterable[Movement], rules: RuleSettings) -> list[Movement]:
    """The movements, of those that stand after review by onset, that may enter a cluster: large enough or of unknown
    size, and not detected within an `active` span, where single movements cannot be told apart honestly."""
    smallest = rules.cluster_smallest_displacement_torso - TOLERANCE
    found = []
    active_until_s = float("-inf")
    for movement in stood:
        if movement.kind == "active":
            active_until_s = max(active_until_s, movement.offset_s)
        elif movement.kind != "slow":
            size = movement.peak_displacement_torso
            apart = movement.onset_s > active_until_s or movement.source == "reviewer"
            if apart and (size is None or size >= smallest):
                found.append(movement)
    return found


def runs(movements: Sequence[Movement], longest_gap_s: float) -> list[list[Movement]]:
    """Splits movements that are sorted by onset wherever two successive onsets lie more than `longest_gap_s` apart."""
    found: list[list[Movement]] = []
    last = float("-inf")
    for movement in movements:
        if movement.onset_s - last > longest_gap_s + TOLERANCE:
            found.append([])
        found[-1].append(movement)
        last = movement.onset_s
    return found


def onset_gaps_s(movements: Sequence[Movement]) -> list[float]:
    """Seconds between successive onsets."""
    return [later.onset_s - earlier.onset_s for earlier, later in pairwise(movements)]


def pairs(movement: Movement) -> list[Pair]:
    """The homologous pairs that the movement names, with how far apart they start and how alike they are."""
    found = []
    for left, right in PAIRS:
        if left in movement.limbs and right in movement.limbs:
            sizes = movement.limb_displacements_torso
            ratio = None
            if left in sizes and right in sizes:
                largest = max(sizes[left], sizes[right])
                ratio = min(sizes[left], sizes[right]) / largest if largest > 0 else None
            found.append(Pair((left, right), onset_lag_s(movement, (left, right)), ratio))
    return found


def moves_as_one(pair: Pair, rules: RuleSettings) -> bool:
    """Whether a pair starts together and is of like size. What was not measured does not speak against it: the movement
    names both limbs, so they were found, or said, to move together."""
    return (pair.onset_lag_s is None or pair.onset_lag_s <= rules.bilateral_longest_onset_lag_s + TOLERANCE) and (
        pair.amplitude_ratio is None or pair.amplitude_ratio >= rules.bilateral_smallest_amplitude_ratio - TOLERANCE
    )


def bilateral_pairs(movement: Movement, rules: RuleSettings) -> list[Pair]:
    """The homologous pairs of the movement that move as one."""
    return [pair for pair in pairs(movement) if moves_as_one(pair, rules)] if len(movement.limbs) > 1 else []


def onset_lag_s(movement: Movement, limbs: Iterable[Limb]) -> float | None:
    """Seconds from the first to the last onset of `limbs`; None where fewer than two were timed on their own."""
    onsets = [movement.limb_onsets_s[limb] for limb in limbs if limb in movement.limb_onsets_s]
    return max(onsets) - min(onsets) if len(onsets) > 1 else None


def noise_starts_s(sounds: Iterable[SoundSpan]) -> list[float]:
    """When sudden noises begin, sorted."""
    return sorted(s.start_s for s in sounds if s.kind == "sudden_noise")


def noise_before_s(onset_s: float, starts_s: Sequence[float], rules: RuleSettings) -> float | None:
    """Seconds from the last of the noises (`noise_starts_s`) to the onset; None beyond `noise_longest_lead_s`."""
    before = bisect_right(starts_s, onset_s + TOLERANCE)
    if not before:
        return None
    lead_s = max(onset_s - starts_s[before - 1], 0.0)
    return lead_s if lead_s <= rules.noise_longest_lead_s + TOLERANCE else None


def with_noise_before(
    movements: Iterable[Movement], sounds: Iterable[SoundSpan], rules: RuleSettings
) -> tuple[Movement, ...]:
    """The movements, each with how long before it a sudden noise began (`sudden_noise_before_s`), if one did."""
    starts_s = noise_starts_s(sounds)
    return tuple(replace(m, sudden_noise_before_s=noise_before_s(m.onset_s, starts_s, rules)) for m in movements)
