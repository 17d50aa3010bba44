from dataclasses import replace

import pytest

from annotator.movements.limb_bursts import LimbBurst, limb_bursts
from annotator.movements.rhythm import Rhythm
from annotator.movements.slow import slow_parts
from annotator.movements.swings import joined, split_rhythmic
from annotator.settings import MovementSettings, RuleSettings
from tests.movements.made import Film, Way, both, jerk, to, wave
from tests.movements.test_limb_bursts import of
from tests.movements.test_records import candidate, part

S, R = MovementSettings(), RuleSettings()
PACE = Rhythm(2.0, 8, 0.9)


def split(way: Way, seconds: float = 20.0) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """The spans, in seconds, of what swings and of the rest."""
    signals = of(Film(seconds, {"left_arm": way}))
    swings, rest = split_rhythmic(limb_bursts(signals, S), signals, S, R)
    return (
        [(round(c.first / 30, 1), round(c.last / 30, 1)) for c in swings],
        [(round(b.burst.first / 30, 1), round(b.burst.last / 30, 1)) for b in rest],
    )


def test_a_swing_is_told_from_a_jerk() -> None:
    swings, rest = split(both(jerk(2.0), wave(5.0, 9.0, 2.0), jerk(14.0)))
    assert swings == [pytest.approx((5.0, 9.0), abs=0.15)]
    assert len(rest) == 2


def test_a_swing_that_rests_at_each_turn_is_one() -> None:
    there_and_back = [to(3.0 + k, 0.3 if k % 2 == 0 else -0.3, 0.5) for k in range(12)]
    swings, rest = split(both(*there_and_back))
    assert rest == [] or swings == []
    slower = replace(R, rhythmic_lowest_hz=0.4)
    signals = of(Film(20.0, {"left_arm": both(*there_and_back)}))
    [one], left = split_rhythmic(limb_bursts(signals, S), signals, S, slower)
    assert left == []
    assert one.rhythm is not None
    assert one.rhythm.frequency_hz == pytest.approx(0.5, abs=0.05)
    assert len(one.moving) == 12


def test_the_rules_decide() -> None:
    signals = of(Film(20.0, {"left_arm": wave(5.0, 9.0, 2.0)}))
    bursts = limb_bursts(signals, S)
    for rules in (replace(R, rhythmic_fewest_cycles=10), replace(R, rhythmic_highest_hz=1.5, rhythmic_lowest_hz=1.2)):
        swings, rest = split_rhythmic(bursts, signals, S, rules)
        assert (swings, rest) == ([], bursts)


def test_swings_of_one_pace_at_one_time_are_joined() -> None:
    one = candidate(part(0, 0, 100, 0.2), rhythm=PACE)
    two = candidate(part(1, 20, 110, 0.5), rhythm=replace(PACE, frequency_hz=2.2))
    [both_arms] = joined([two, one], S)
    assert [p.limb for p in both_arms.parts] == [0, 1]
    assert (both_arms.first, both_arms.last) == (0, 110)
    assert both_arms.rhythm is two.rhythm
    assert not both_arms.slow


@pytest.mark.parametrize(
    ("first", "last", "hz"), [(60, 160, 2.0), (0, 100, 2.4), (200, 300, 2.0)], ids=["half beside", "pace", "later"]
)
def test_other_swings_are_not(first: int, last: int, hz: float) -> None:
    one = candidate(part(0, 0, 100), rhythm=PACE)
    two = candidate(part(1, first, last), rhythm=replace(PACE, frequency_hz=hz))
    assert len(joined([one, two], S)) == 2


def slow_spans(film: Film, *sudden: LimbBurst) -> list[tuple[float, float]]:
    """The spans, in seconds, of the left arm's slow movements."""
    return [(round(p.burst.first / 30, 1), round(p.burst.last / 30, 1)) for p in slow_parts(of(film), sudden, S)]


def test_a_movement_too_slow_for_one_frame_to_show_is_found_and_is_one() -> None:
    film = Film(20.0, {"left_arm": both(to(5.0, 0.25, 2.0), to(7.5, -0.25, 2.0))})
    assert of(film).level.max() < S.start_noise_multiple
    [(start, end)] = slow_spans(film)
    assert start == pytest.approx(5.2, abs=0.4)
    assert end == pytest.approx(9.3, abs=0.4)


def test_nothing_slow_in_a_quiet_film_nor_round_a_jerk() -> None:
    assert slow_spans(Film(20.0)) == []
    assert slow_spans(Film(20.0, {"left_arm": jerk(8.0)})) == []


def test_what_the_landmarks_do_not_confirm_is_not_slow_movement() -> None:
    film = Film(20.0, {"left_arm": to(5.0, 0.25, 2.0)}, landmarks={"left_arm": to(5.0, -0.25, 2.0)})
    assert slow_spans(film) == []


def test_a_slow_movement_gives_way_to_a_sudden_one() -> None:
    film = Film(20.0, {"left_arm": both(to(5.0, 0.25, 2.0), to(12.0, 0.25, 2.0))})
    [first, second] = slow_spans(film)
    assert slow_spans(film, part(0, 165, 180, 0.3, 3.0)) == [second]
    assert first < second
