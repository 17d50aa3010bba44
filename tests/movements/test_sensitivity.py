from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.movements.detect import find_movements
from annotator.movements.sensitivity import MOST_STEPS, NOISE_MULTIPLES, SIZES, with_sensitivity
from annotator.settings import AnalysisSettings
from tests.movements.made import Film, jerk

steps = st.integers(-MOST_STEPS, MOST_STEPS)


@given(steps, steps)
def test_turning_there_and_back_is_no_change(first: int, second: int) -> None:
    usual = AnalysisSettings()
    turned = with_sensitivity(usual, first)
    there = with_sensitivity(turned, second, found_with=first)
    direct = with_sensitivity(usual, second)
    for name in (*SIZES, *NOISE_MULTIPLES):
        assert getattr(there.movements, name) == getattr(direct.movements, name)
    assert there.rules == usual.rules, "the table's own numbers are no matter of taste"


@given(st.integers(-MOST_STEPS, MOST_STEPS - 1))
def test_a_higher_step_asks_for_less(step: int) -> None:
    lower, higher = (with_sensitivity(AnalysisSettings(), n).movements for n in (step, step + 1))
    assert all(getattr(higher, name) < getattr(lower, name) for name in (*SIZES, *NOISE_MULTIPLES))


def test_a_fainter_movement_is_found_at_a_higher_step_only() -> None:
    signals = Film(20.0, {"left_leg": jerk(10.0, 0.034)}).signals()
    counts = []
    for step in range(-MOST_STEPS, MOST_STEPS + 1):
        turned = with_sensitivity(AnalysisSettings(), step)
        counts.append(len(find_movements(signals, turned.movements, turned.rules)))
    assert counts == sorted(counts)
    assert counts[MOST_STEPS] == 0
    assert counts[-1] == 1


def test_beyond_the_dial_there_is_nothing() -> None:
    with pytest.raises(ValueError, match="steps"):
        with_sensitivity(AnalysisSettings(), MOST_STEPS + 1)
