from dataclasses import replace
from typing import Any

import pytest

from annotator.patterns.near import Gap, NearMiss, near_misses
from annotator.session.model import Movement, SoundSpan
from annotator.settings import RuleSettings
from tests.session import sessions as make

RULES = RuleSettings()


def near(
    *movements: Movement, rule: str, observed_s: float = 60.0, sounds: tuple[SoundSpan, ...] = ()
) -> list[NearMiss]:
    found = near_misses(make.numbered(*movements), make.coverage(observed_s), sounds, RULES)
    return [miss for miss in found if miss.rule == rule]


def gap(setting: str, measured: float) -> Gap:
    return Gap(setting, float(getattr(RULES, setting)), pytest.approx(measured))  # type: ignore[arg-type]


def test_closeness_is_one_at_the_threshold() -> None:
    assert Gap("x", 2.0, 2.0).closeness == 1.0
    assert Gap("x", 2.0, 1.5).closeness == Gap("x", 1.5, 2.0).closeness == 0.75
    assert Gap("x", 0.0, 0.0).closeness == 1.0


def test_nothing_is_near_nothing() -> None:
    assert near_misses((), make.coverage(), (), RULES) == ()


def test_durations() -> None:
    movements = [make.movement(0, 0.5), make.movement(5, 6.9), make.movement(10, 14.9), make.movement(20, 26)]
    (prolonged,) = near(*movements, rule="prolonged")
    assert (prolonged.movements, prolonged.gaps) == ((2,), (gap("jerk_longest_s", 1.9),))
    (sustained,) = near(*movements, rule="sustained")
    assert (sustained.movements, sustained.gaps) == ((3,), (gap("sustained_longer_than_s", 4.9),))


def test_at_most_three_a_rule_nearest_first() -> None:
    movements = [make.movement(5.0 * n, 5.0 * n + d) for n, d in enumerate([1.2, 1.9, 1.5, 1.1, 1.7])]
    assert [miss.movements for miss in near(*movements, rule="prolonged")] == [(2,), (5,), (3,)]


def test_rhythms() -> None:
    found = make.movement(0, 1.5, kind="rhythmic", frequency_hz=2.0, cycles=3)
    (miss,) = near(found, rule="rhythmic")
    assert miss.gaps == (gap("rhythmic_fewest_cycles", 3), gap("rhythmic_shortest_s", 1.5))
    assert near(replace(found, frequency_hz=0.7), rule="rhythmic")[0].gaps[1] == gap("rhythmic_lowest_hz", 0.7)
    assert near(replace(found, frequency_hz=5.5), rule="rhythmic")[0].gaps[1] == gap("rhythmic_highest_hz", 5.5)
    assert near(replace(found, offset_s=2.0, cycles=4), rule="rhythmic") == []


def test_a_cluster_one_movement_short() -> None:
    (miss,) = near(make.movement(0), make.movement(5), make.movement(50), rule="cluster")
    assert (miss.movements, miss.gaps) == ((1, 2), (gap("cluster_fewest_movements", 2),))


def test_a_cluster_with_one_gap_too_long() -> None:
    (miss,) = near(make.movement(0), make.movement(5), make.movement(16), rule="cluster")
    assert (miss.movements, miss.gaps) == ((1, 2, 3), (gap("cluster_longest_onset_gap_s", 11),))


def test_a_cluster_of_movements_too_small() -> None:
    movements = [make.movement(4.0 * n, peak_displacement_torso=d) for n, d in enumerate([0.3, 0.08, 0.09, 0.02])]
    (miss,) = near(*movements, rule="cluster")
    assert miss.gaps == (gap("cluster_smallest_displacement_torso", 0.08),)


def test_what_meets_a_rule_is_no_near_miss_of_it() -> None:
    movements = [make.movement(t) for t in (0, 5, 10, 21)]
    assert near(*movements, rule="cluster") == []


def test_bilateral() -> None:
    found = make.movement(
        0,
        1.8,
        ("left_arm", "right_arm"),
        limb_onsets_s={"left_arm": 0.0, "right_arm": 0.2},
        limb_displacements_torso={"left_arm": 0.4, "right_arm": 1.0},
    )
    (miss,) = near(found, rule="bilateral")
    assert miss.gaps == (
        gap("bilateral_longer_than_s", 1.8),
        gap("bilateral_longest_onset_lag_s", 0.2),
        gap("bilateral_smallest_amplitude_ratio", 0.4),
    )
    assert miss.closeness == pytest.approx(0.75)


def test_whole_body() -> None:
    four: Any = ("left_arm", "right_arm", "left_leg", "right_leg")
    onsets = {limb: 0.3 * (limb == "left_leg") for limb in four}
    (miss,) = near(make.movement(0, limbs=four, limb_onsets_s=onsets), rule="whole_body")
    assert miss.gaps == (gap("whole_body_longest_onset_lag_s", 0.3),)


def test_frequent() -> None:
    movements = [make.movement(100.0 * n) for n in range(4)]
    (miss,) = near(*movements, rule="frequent", observed_s=900)
    assert miss.gaps == (gap("frequent_shortest_observed_s", 900),)
    (miss,) = near(*movements, rule="frequent", observed_s=3600)
    assert miss.gaps == (gap("frequent_fewest_per_observed_hour", 4),)
    assert near(*movements, rule="frequent", observed_s=0) == []


def test_arousal() -> None:
    cry = SoundSpan("crying_like", 14.4, 15.9, 20.0)
    (miss,) = near(make.movement(2.0), rule="arousal", sounds=(cry, SoundSpan("sudden_noise", 3, 3.1, 20)))
    assert miss.gaps == (gap("arousal_shortest_cry_s", 1.5), gap("arousal_longest_delay_s", 12.0))
    assert near(make.movement(20.0), rule="arousal", sounds=(cry,)) == []
