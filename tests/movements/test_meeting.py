"""Movements that meet: none is lost because another one was there."""

from dataclasses import replace

import numpy as np
import pytest

from annotator.movements.detect import find_movements
from annotator.movements.records import kind_of
from annotator.movements.rhythm import find_rhythm
from annotator.session.model import Movement
from annotator.settings import MovementSettings, RuleSettings
from annotator.signals import MotionSignals
from tests.movements.made import Film, both, hold, jerk, jerks, to, wave
from tests.movements.test_detect import irregular
from tests.movements.test_records import candidate, part

S, R = MovementSettings(), RuleSettings()


def found(film: Film) -> tuple[Movement, ...]:
    return find_movements(film.signals(), S, R)


def test_displacement_is_not_read_across_a_moved_camera() -> None:
    film = Film(
        12,
        landmarks={"left_arm": to(5.0, 1.0, 0.001)},
        breaks_s=[5.0],
        excluded=[(5.0, 5.04, "camera_moved")],
    ).signals()
    arrays = {name: np.array(values) for name, values in film.to_arrays().items()}
    shaken = (film.t_s >= 5) & (film.t_s < 5.4)
    arrays["strength_levels"][shaken, 0] = 20.0
    arrays["speed_torso_per_s"][shaken, 0] = 2.0
    assert [m for m in find_movements(MotionSignals.from_arrays(arrays), S, R) if m.limbs] == []


def test_jerks_of_one_arm_while_the_other_is_held_are_kept() -> None:
    movements = found(Film(20, {"left_arm": jerks([2, 4.5, 6, 7.5]), "right_arm": hold(2, 10)}))
    assert sum("left_arm" in m.limbs for m in movements) == 4


def test_a_rhythm_is_not_lost_in_a_restless_span() -> None:
    swinging = both(jerks([3, 3.7], 0.3, 0.3), wave(6, 14, 2.0, 0.2))
    movements = found(Film(24, {"left_arm": swinging, "right_arm": irregular(3, 16)}))
    assert "rhythmic" in [m.kind for m in movements]


def test_a_hold_that_outlasts_the_restless_span_it_began_in_is_kept() -> None:
    movements = found(Film(24, {"left_arm": irregular(3, 10), "right_leg": hold(8.5, 17.3, 0.6)}))
    assert max(m.offset_s for m in movements if "right_leg" in m.limbs) > 17


def test_a_hold_does_not_swallow_a_rhythm_and_what_follows() -> None:
    way = both(to(8.7, 0.37), wave(11.4, 16.1, 2.0, 0.2), to(19.0, -0.37, 0.5), irregular(20.0, 26.5))
    movements = found(Film(34, {"left_arm": way}))
    assert "rhythmic" in [m.kind for m in movements]
    assert max(m.offset_s for m in movements) > 25


@pytest.mark.parametrize(("looks_hz", "hz"), [(11, 2.0), (11, 4.0), (12, 4.5), (12, 5.0), (15, 4.5), (20, 4.5)])
def test_pace_at_few_looks_a_cycle(looks_hz: float, hz: float) -> None:
    for seed in range(20):
        rng = np.random.default_rng(seed)
        t_s = np.arange(0, max(2.2, 7 / hz), 1 / looks_hz)
        swing = 0.15 * np.sin(2 * np.pi * hz * t_s + rng.uniform(0, 6))
        rhythm = find_rhythm(t_s, swing[:, None] * [1, 0.3] + rng.normal(0, 0.004, (len(t_s), 2)), S, R)
        assert rhythm is None or abs(rhythm.frequency_hz - hz) < 0.1


def test_a_larger_smallest_displacement_marks_no_unnamed_movement_instead() -> None:
    signals = Film(10, {"left_arm": jerk(3, 0.06)}).signals()
    assert find_movements(signals, replace(S, limb_smallest_displacement_torso=0.3), R) == ()


def test_two_seconds_are_a_jerk_at_any_time() -> None:
    t_s = np.arange(20_000) / 30
    assert {kind_of(candidate(part(0, n, n + 60)), t_s, R) for n in range(0, 19_000, 7)} == {"jerk"}
