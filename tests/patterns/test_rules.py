"""Row by row of the documents' table, on hand-made movements."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.anatomy import LIMBS, Limb
from annotator.patterns.rules import find_flags, rate_per_hour
from annotator.session.model import KINDS, Coverage, Movement, PatternFlag, Review, SoundSpan
from annotator.settings import RuleSettings
from tests.session import sessions as make

RULES = RuleSettings()
ARMS: tuple[Limb, ...] = ("left_arm", "right_arm")
FOUR: tuple[Limb, ...] = ("left_arm", "right_arm", "left_leg", "right_leg")


def flags(
    *movements: Movement,
    observed_s: float = 60.0,
    sounds: tuple[SoundSpan, ...] = (),
    rules: RuleSettings = RULES,
) -> tuple[PatternFlag, ...]:
    return find_flags(make.numbered(*movements), make.coverage(observed_s), sounds, rules)


def names(*movements: Movement, **other: Any) -> list[str]:
    return [flag.rule for flag in flags(*movements, **other)]


def cry(start_s: float, end_s: float) -> SoundSpan:
    return SoundSpan("crying_like", start_s, end_s, 20.0)


def test_no_movement_meets_no_row() -> None:
    assert flags() == ()


@pytest.mark.parametrize(
    ("duration_s", "expected"),
    [
        (0.4, []),
        (2.0, []),
        (2.001, ["prolonged"]),
        (5.0, ["prolonged"]),
        (5.001, ["sustained"]),
        (60.0, ["sustained"]),
    ],
)
@pytest.mark.parametrize("onset_s", [0.0, 10.1, 4321.7])
def test_duration(onset_s: float, duration_s: float, expected: list[str]) -> None:
    assert names(make.movement(onset_s, onset_s + duration_s)) == expected


def test_a_duration_flag_carries_its_numbers() -> None:
    (flag,) = flags(make.movement(1.0, 7.5))
    assert (flag.rule, flag.start_s, flag.end_s, flag.movements) == ("sustained", 1.0, 7.5, (1,))
    assert flag.facts == {"duration_s": 6.5, "settings": {"sustained_longer_than_s": 5.0}}


@pytest.mark.parametrize(
    ("frequency_hz", "cycles", "duration_s", "met"),
    [
        (2.2, 8, 4.0, True),
        (0.8, 4, 5.0, True),
        (5.0, 4, 2.0, True),
        (0.79, 4, 5.0, False),
        (5.01, 11, 2.2, False),
        (2.0, 3, 2.0, False),
        (2.5, 4, 1.9, False),
        (None, None, 3.0, True),
    ],
)
def test_rhythm(frequency_hz: float | None, cycles: int | None, duration_s: float, met: bool) -> None:
    found = make.movement(1.0, 1.0 + duration_s, kind="rhythmic", frequency_hz=frequency_hz, cycles=cycles)
    assert ("rhythmic" in names(found)) is met


def test_a_rhythm_flag_carries_its_numbers() -> None:
    flag = flags(make.movement(1.0, 3.0, kind="rhythmic", frequency_hz=2.5, cycles=5))[0]
    assert flag.facts["frequency_hz"] == 2.5
    assert flag.facts["cycles"] == 5
    assert flag.facts["settings"]["rhythmic_fewest_cycles"] == 4


@pytest.mark.parametrize(
    ("onsets_s", "clusters"),
    [
        ([0, 10.0, 20.0], [(1, 2, 3)]),
        ([0.1, 10.1, 20.1], [(1, 2, 3)]),
        ([0, 10.001, 20.0], []),
        ([0, 5], []),
        ([0, 5, 10, 40, 45, 50], [(1, 2, 3), (4, 5, 6)]),
        ([0, 1, 2, 13, 14], [(1, 2, 3)]),
    ],
)
def test_cluster(onsets_s: list[float], clusters: list[tuple[int, ...]]) -> None:
    found = flags(*[make.movement(t) for t in onsets_s])
    assert [flag.movements for flag in found if flag.rule == "cluster"] == clusters


@pytest.mark.parametrize(
    ("sizes", "met"), [([0.1, 0.1, 0.1], True), ([0.1, 0.099, 0.1], False), ([None, None, 0.2], True)]
)
def test_only_large_movements_or_those_of_unknown_size_make_a_cluster(sizes: list[float | None], met: bool) -> None:
    found = flags(*[make.movement(t * 4.0, peak_displacement_torso=d) for t, d in enumerate(sizes)])
    assert [flag.rule for flag in found] == (["cluster"] if met else [])
    if met:
        assert found[0].facts["count_of_unknown_displacement"] == sizes.count(None)


def test_small_movements_between_do_not_bridge_a_gap() -> None:
    small: dict[str, Any] = {"peak_displacement_torso": 0.05}
    assert names(make.movement(0), make.movement(8, **small), make.movement(12), make.movement(24)) == []
    assert names(make.movement(0), make.movement(3, **small), make.movement(9), make.movement(18)) == ["cluster"]


def test_a_cluster_flag_carries_its_numbers() -> None:
    (flag,) = flags(make.movement(1.0), make.movement(9.0), make.movement(13.0, 13.6, peak_displacement_torso=0.2))
    assert (flag.start_s, flag.end_s) == (1.0, 13.6)
    assert flag.facts == {
        "count": 3,
        "median_onset_gap_s": 6.0,
        "longest_onset_gap_s": 8.0,
        "span_s": 12.0,
        "smallest_displacement_torso": 0.2,
        "count_of_unknown_displacement": 0,
        "settings": {
            "cluster_fewest_movements": 3,
            "cluster_smallest_displacement_torso": 0.1,
            "cluster_longest_onset_gap_s": 10.0,
        },
    }


def test_movements_detected_in_an_active_span_enter_no_cluster_but_a_persons_do() -> None:
    awake = make.movement(0, 20, LIMBS, kind="active")
    inside = [make.movement(t) for t in (1.0, 5.0, 9.0)]
    assert names(awake, *inside) == []
    assert names(awake, *[replace(m, source="reviewer") for m in inside]) == ["cluster"]
    assert names(awake, *[make.movement(t) for t in (20.5, 24.0, 28.0)]) == ["cluster"]


def test_bilateral_needs_a_long_movement() -> None:
    assert names(make.movement(0, 2.0, ARMS)) == []
    assert names(make.movement(0, 2.1, ARMS)) == ["prolonged", "bilateral"]
    assert names(make.movement(0, 2.1, ("left_leg", "right_leg"))) == ["prolonged", "bilateral"]
    assert names(make.movement(0, 2.1, ("left_arm", "right_leg", "head"))) == ["prolonged"]


@pytest.mark.parametrize(
    ("lag_s", "ratio", "met"),
    [
        (0.0, 1.0, True),
        (0.150, 0.5, True),
        (0.151, 1.0, False),
        (0.0, 0.499, False),
        (None, 1.0, True),
        (0.1, None, True),
    ],
)
def test_bilateral_limbs_start_together_and_move_alike(lag_s: float | None, ratio: float | None, met: bool) -> None:
    found = make.movement(
        7.3,
        10.3,
        ARMS,
        limb_onsets_s={"left_arm": 7.3} if lag_s is None else {"left_arm": 7.3, "right_arm": 7.3 + lag_s},
        limb_displacements_torso={"left_arm": 0.8} if ratio is None else {"left_arm": 0.8, "right_arm": 0.8 * ratio},
    )
    both = [flag for flag in flags(found) if flag.rule == "bilateral"]
    assert bool(both) is met
    if met:
        assert both[0].facts["longest_onset_lag_s"] == (None if lag_s is None else pytest.approx(lag_s))
        assert both[0].facts["smallest_amplitude_ratio"] == (None if ratio is None else pytest.approx(ratio))


@pytest.mark.parametrize(("both", "single", "met"), [(3, 0, True), (2, 2, True), (1, 2, False), (2, 3, False)])
def test_bilateral_in_at_least_half_of_a_cluster(both: int, single: int, met: bool) -> None:
    movements = [make.movement(4.0 * n, limbs=ARMS if n < both else ("left_leg",)) for n in range(both + single)]
    found = [flag for flag in flags(*movements) if flag.rule == "bilateral"]
    assert bool(found) is met
    if met:
        assert found[0].movements == tuple(range(1, both + 1))
        assert found[0].facts["found_in"] == "cluster"
        assert (found[0].facts["count"], found[0].facts["count_in_cluster"]) == (both, both + single)


@pytest.mark.parametrize(("lag_s", "met"), [(0.0, True), (0.250, True), (0.251, False), (None, True)])
def test_whole_body(lag_s: float | None, met: bool) -> None:
    onsets = {} if lag_s is None else {limb: 3.1 + lag_s * (limb == "right_leg") for limb in FOUR}
    assert (names(make.movement(3.1, limbs=FOUR, limb_onsets_s=onsets)) == ["whole_body"]) is met


def test_whole_body_needs_arms_and_legs_of_both_sides() -> None:
    for missing in FOUR:
        limbs = tuple(limb for limb in LIMBS if limb != missing)
        assert names(make.movement(0, limbs=limbs)) == []


@pytest.mark.parametrize(
    ("count", "observed_s", "met"),
    [(2, 1200, True), (2, 1199, False), (100, 1199, False), (6, 3600, True), (6, 3601, False), (1, 1200, False)],
)
def test_frequent_is_a_rate_over_observed_time(count: int, observed_s: float, met: bool) -> None:
    found = flags(*[make.movement(20.0 * n) for n in range(count)], observed_s=observed_s)
    assert [flag.rule for flag in found] == (["frequent"] if met else [])
    if met:
        assert found[0].facts["per_observed_hour"] == pytest.approx(count * 3600 / observed_s)
        assert found[0].facts["observed_s"] == observed_s


@pytest.mark.parametrize(
    ("cry_start_s", "cry_end_s", "met"),
    [
        (5.4, 7.4, True),
        (15.4, 17.4, True),
        (15.41, 20.0, False),
        (5.39, 9.0, False),
        (6.0, 7.99, False),
        (6.1, 8.1, True),
    ],
)
def test_arousal(cry_start_s: float, cry_end_s: float, met: bool) -> None:
    found = flags(make.movement(5.0), sounds=(cry(cry_start_s, cry_end_s),))
    assert [flag.rule for flag in found] == (["arousal"] if met else [])
    if met:
        assert found[0].facts["delay_s"] == pytest.approx(cry_start_s - 5.4)
        assert (found[0].start_s, found[0].end_s) == (5.0, cry_end_s)


def test_arousal_names_every_movement_before_the_cry_and_a_noise_is_no_cry() -> None:
    movements = [make.movement(t, peak_displacement_torso=0.05) for t in (0.0, 8.0, 12.0, 40.0)]
    (flag,) = flags(*movements, sounds=(cry(14.0, 20.0),))
    assert flag.movements == (2, 3)
    assert names(*movements, sounds=(SoundSpan("sudden_noise", 14.0, 20.0, 20.0),)) == []


@pytest.mark.parametrize("kind", ["slow", "active"])
def test_slow_and_active_movements_count_in_no_rule(kind: Any) -> None:
    movements = [make.movement(9.0 * n, 9.0 * n + 6.0, FOUR, kind=kind) for n in range(9)]
    assert flags(*movements, observed_s=3600, sounds=(cry(81.0, 85.0),)) == ()


def test_one_movement_can_meet_several_rows() -> None:
    found = make.movement(2.0, 10.0, ARMS, kind="rhythmic", frequency_hz=2.0, cycles=16)
    assert names(found) == ["sustained", "rhythmic", "bilateral"]


def test_reviews_decide_what_is_counted() -> None:
    movements = [make.movement(t) for t in (0.0, 5.0, 10.0)]
    assert names(*movements) == ["cluster"]
    for verdict in ("rejected", "replaced"):
        gone = replace(movements[1], review=Review(verdict, "Kim"))
        assert names(movements[0], gone, movements[2]) == []
    slow = replace(movements[1], review=Review("accepted", "Kim", kind="slow"))
    assert names(movements[0], slow, movements[2]) == []
    late = replace(movements[2], review=Review("accepted", "Kim", onset_s=10.0, offset_s=16.5))
    assert names(movements[0], movements[1], late) == ["cluster", "sustained"]


def test_changed_settings_change_the_flags_and_are_shown() -> None:
    rules = replace(RULES, cluster_fewest_movements=2, cluster_longest_onset_gap_s=30.0)
    (flag,) = flags(make.movement(0), make.movement(29.0), rules=rules)
    assert flag.facts["settings"]["cluster_longest_onset_gap_s"] == 30.0


def test_a_rate_needs_observed_time() -> None:
    assert rate_per_hour(3, 0.0) is None
    assert rate_per_hour(3, 1800.0) == 6.0


def expected(movements: list[Movement]) -> set[str]:
    """The default rules said a second time, as plainly as can be, for movements that name their limbs alone."""
    counted = [m for m in movements if m.kind not in ("slow", "active")]
    both = [m for m in counted if set(ARMS) <= set(m.limbs) or {"left_leg", "right_leg"} <= set(m.limbs)]
    met = set()
    for m in counted:
        met |= {"sustained"} if m.duration_s > 5 else {"prolonged"} if m.duration_s > 2 else set()
        met |= {"rhythmic"} if m.kind == "rhythmic" and m.duration_s >= 2 else set()
        met |= {"bilateral"} if m in both and m.duration_s > 2 else set()
        met |= {"whole_body"} if set(FOUR) <= set(m.limbs) else set()
    large = [m for m in counted if m.peak_displacement_torso is None or m.peak_displacement_torso >= 0.1]
    for first in range(len(large)):
        for last in range(first + 2, len(large)):
            run = large[first : last + 1]
            if any(b.onset_s - a.onset_s > 10 for a, b in pairwise(run)):
                break
            met.add("cluster")
            begins = first == 0 or large[first].onset_s - large[first - 1].onset_s > 10
            ends = last == len(large) - 1 or large[last + 1].onset_s - large[last].onset_s > 10
            if begins and ends and 2 * sum(m in both for m in run) >= len(run):
                met.add("bilateral")
    return met


@st.composite
def nights(draw: st.DrawFn) -> list[Movement]:
    """Movements on a grid of eighths of a second, so that every boundary is hit exactly."""
    eighths = st.integers(0, 800).map(lambda n: n / 8)
    found = []
    for onset_s in sorted(draw(st.lists(eighths, max_size=12))):
        kind = draw(st.sampled_from([k for k in KINDS if k != "active"]))
        limbs = tuple(draw(st.lists(st.sampled_from(LIMBS), unique=True)))
        size = draw(st.sampled_from([None, 0.05, 0.1, 0.4]))
        end_s = onset_s + draw(st.integers(1, 48)) / 8
        found.append(make.movement(onset_s, end_s, limbs, kind, peak_displacement_torso=size))
    return list(make.numbered(*found))


@given(nights())
def test_the_flags_are_those_of_the_rules_said_a_second_time(movements: list[Movement]) -> None:
    found = find_flags(movements, make.coverage(600.0), (), RULES)
    assert {flag.rule for flag in found} == expected(movements)


@given(nights(), st.floats(0, 7200), st.randoms(use_true_random=False))
def test_what_always_holds(movements: list[Movement], observed_s: float, order: Any) -> None:
    coverage = Coverage(observed_s, {})
    sounds = (cry(20.0, 25.0), cry(60.0, 61.0))
    found = find_flags(movements, coverage, sounds, RULES)
    by_id = {m.id: m for m in movements}
    assert list(found) == sorted(found, key=lambda flag: flag.start_s)
    for flag in found:
        assert flag.movements
        members = [by_id[n] for n in flag.movements]
        assert not {m.kind for m in members} & {"slow", "active"}
        assert flag.start_s == members[0].onset_s
        assert flag.end_s >= max(m.offset_s for m in members)
        settings = flag.facts["settings"]
        assert settings
        assert all(getattr(RULES, name) == value for name, value in settings.items())
    clustered = [n for flag in found if flag.rule == "cluster" for n in flag.movements]
    assert len(clustered) == len(set(clustered))
    ties = len({m.onset_s for m in movements}) < len(movements)
    shuffled = list(movements)
    order.shuffle(shuffled)
    if not ties:
        assert find_flags(shuffled, coverage, sounds, RULES) == found
