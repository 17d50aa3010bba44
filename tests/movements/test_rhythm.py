import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.movements.rhythm import Floats, Rhythm, find_rhythm
from annotator.settings import MovementSettings, RuleSettings

S, R = MovementSettings(), RuleSettings()


def found(t_s: Floats, swing: Floats, angle: float = 0.5, jitter: float = 0.0, seed: int = 0) -> Rhythm | None:
    rng = np.random.default_rng(seed)
    xy = swing[:, None] * (np.cos(angle), np.sin(angle)) + rng.normal(0.0, jitter, (len(t_s), 2))
    return find_rhythm(t_s, xy, S, R)


@given(
    hz=st.floats(R.rhythmic_lowest_hz, R.rhythmic_highest_hz),
    samples=st.floats(6.5, 30.0),
    cycles=st.floats(4.3, 12.0),
    angle=st.floats(0.0, np.pi),
    phase=st.floats(0.0, 2 * np.pi),
    seed=st.integers(0, 1000),
)
@settings(max_examples=100)
def test_pace_within_a_tenth_of_a_hertz(
    hz: float, samples: float, cycles: float, angle: float, phase: float, seed: int
) -> None:
    """Any direction and phase, looked at unevenly: six or more times a cycle, 11 to 33 times a second."""
    rate_hz = float(np.clip(samples * hz, 11.0, max(30.0, 6.5 * hz)))
    seconds = max(R.rhythmic_shortest_s + 0.2, cycles / hz)
    rng = np.random.default_rng(seed)
    t_s = np.arange(0.0, seconds, 1 / rate_hz)
    t_s = t_s + rng.uniform(-0.08, 0.08, len(t_s)) / rate_hz
    rhythm = found(t_s, 0.15 * np.sin(2 * np.pi * hz * t_s + phase), angle, 0.004, seed)
    assert rhythm is not None
    assert rhythm.frequency_hz == pytest.approx(hz, abs=0.1)
    assert rhythm.cycles == pytest.approx(seconds * hz, abs=1.2)


@pytest.mark.parametrize("jitter", [0.005, 0.03, 0.1])
@pytest.mark.parametrize("rate_hz", [24.0, 30.0])
def test_scatter_alone_has_no_rhythm(jitter: float, rate_hz: float) -> None:
    for seed in range(40):
        t_s = np.arange(0.0, 2.2 + seed % 4, 1 / rate_hz)
        assert found(t_s, np.zeros(len(t_s)), jitter=jitter, seed=seed) is None


def test_a_drift_under_the_swing_does_not_hide_it() -> None:
    t_s = np.arange(0.0, 6.0, 1 / 30)
    rhythm = found(t_s, 0.1 * np.sin(2 * np.pi * 2 * t_s) + 0.1 * t_s, jitter=0.003)
    assert rhythm is not None
    assert rhythm.frequency_hz == pytest.approx(2.0, abs=0.1)


def test_pieces_that_are_not_seen_do_not_matter() -> None:
    t_s = np.arange(0.0, 6.0, 1 / 30)
    swing = 0.1 * np.sin(2 * np.pi * 1.5 * t_s)
    swing[np.arange(len(t_s)) % 7 == 3] = np.nan
    rhythm = found(t_s, swing)
    assert rhythm is not None
    assert rhythm.frequency_hz == pytest.approx(1.5, abs=0.1)


@pytest.mark.parametrize(
    ("seconds", "size"), [(1.9, 0.2), (6.0, 0.02), (0.2, 0.2)], ids=["too short", "too small", "hardly seen"]
)
def test_too_little_to_say(seconds: float, size: float) -> None:
    t_s = np.arange(0.0, seconds, 1 / 30)
    assert found(t_s, size * np.sin(2 * np.pi * 2.2 * t_s)) is None


def test_one_way_and_single_jerks_have_no_rhythm() -> None:
    t_s = np.arange(0.0, 6.0, 1 / 30)
    assert found(t_s, np.tanh(t_s - 3.0), jitter=0.003) is None
    uneven = sum(0.3 * np.exp(-(((t_s - at) / 0.08) ** 2)) for at in (0.4, 1.9, 2.4, 4.6, 5.1))
    assert found(t_s, np.asarray(uneven), jitter=0.003) is None
