from dataclasses import replace

import numpy as np
import pytest

from annotator.anatomy import LIMBS, Limb
from annotator.movements.limb_bursts import (
    LimbBurst,
    LimbSignals,
    confirmed,
    limb_bursts,
    limb_signals,
    stays_away,
    with_holds,
)
from annotator.settings import MovementSettings
from tests.movements import made
from tests.movements.made import Film, both, hold, jerk, to, wave

S = MovementSettings()


def of(film: Film, limb: Limb = "left_arm") -> LimbSignals:
    signals, n = film.signals(), LIMBS.index(limb)
    return limb_signals(
        n,
        signals.t_s,
        signals.strength_levels[:, n].astype(np.float64) / signals.noise_levels,
        signals.speed_torso_per_s[:, n].astype(np.float64),
        signals.limb_share[:, n].astype(np.float64),
        signals.tips_torso[:, n].astype(np.float64),
        signals.stretch,
        ~signals.covered[:, n],
        S,
    )


def held(way: made.Way, **film: object) -> list[LimbBurst]:
    signals = of(replace(Film(20.0, {"left_arm": way}), **film))  # type: ignore[arg-type]
    return with_holds([b for b in limb_bursts(signals, S) if confirmed(b, signals, S)], signals, S)


def spans_s(bursts: list[LimbBurst]) -> list[tuple[float, float]]:
    return [(b.burst.first / 30, b.burst.last / 30) for b in bursts]


def near(found: list[tuple[float, float]], wanted: list[tuple[float, float]]) -> bool:
    """To a frame or two."""
    return np.allclose(np.array(found), np.array(wanted), atol=0.07) if len(found) == len(wanted) else False


def test_a_jerk_is_timed_and_measured() -> None:
    signals = of(Film(6.0, {"left_arm": jerk(2.0, 0.3)}))
    [burst] = limb_bursts(signals, S)
    assert near(spans_s([burst]), [(2.0, 2.3)])
    assert burst.displacement_torso == pytest.approx(0.3, abs=0.03)
    assert burst.speed_torso_per_s == pytest.approx(3.0, rel=0.15)
    assert burst.burst.first < burst.peak <= burst.burst.last
    assert confirmed(burst, signals, S)


def test_held_away_and_back_is_one_movement() -> None:
    [one] = held(hold(3.0, 9.0))
    assert near(spans_s([one]), [(3.0, 9.0)])
    assert one.held
    assert len(one.moving) == 2
    assert one.displacement_torso == pytest.approx(0.4, abs=0.03)


def test_coming_back_half_way_is_back() -> None:
    assert len(held(both(to(3.0, 0.4), to(6.0, -0.25)))) == 1
    assert near(spans_s(held(both(to(3.0, 0.4), to(6.0, -0.12)))), [(3.0, 3.15), (6.0, 6.15)])


def test_a_new_resting_place_ends_when_it_stopped() -> None:
    bursts = held(to(3.0, 0.5, 0.3))
    assert near(spans_s(bursts), [(3.0, 3.3)])
    assert not bursts[0].held


def test_a_jerk_is_not_held_together_with_the_next() -> None:
    assert near(spans_s(held(made.jerks([3.0, 5.0, 7.0]))), [(3.0, 3.3), (5.0, 5.3), (7.0, 7.3)])


def test_a_jerk_on_the_way_is_part_of_the_hold() -> None:
    [one] = held(both(hold(3.0, 9.0, 0.5), jerk(6.0, 0.2)))
    assert near(spans_s([one]), [(3.0, 9.0)])
    assert len(one.moving) == 3


def test_nobody_is_held_longer_than_the_longest_hold() -> None:
    way = hold(1.0, 1.0 + S.hold_longest_s + 2.0)
    assert len(held(way, seconds=40.0)) == 2


def test_nothing_is_paired_over_a_moved_camera() -> None:
    assert len(held(hold(3.0, 9.0), breaks_s=[6.0])) == 2


def test_a_pose_now_and_then_is_enough() -> None:
    assert near(spans_s(held(hold(3.0, 9.0), looks_every=3)), [(3.0, 9.0)])


def test_landmarks_that_stay_confirm_nothing() -> None:
    way = jerk(2.0)
    signals = of(Film(6.0, {"left_arm": way}, landmarks={"left_arm": lambda t_s: -way(t_s)}))
    [burst] = limb_bursts(signals, S)
    assert not confirmed(burst, signals, S)


def test_scatter_confirms_nothing() -> None:
    signals = of(Film(10.0, {"left_arm": jerk(2.0, 0.06)}, jitter_torso=0.05))
    assert not any(confirmed(burst, signals, S) for burst in limb_bursts(signals, S))


def test_unknown_landmarks_confirm_nothing() -> None:
    signals = of(Film(10.0, {"left_arm": jerk(2.0)}, looks_every=1000))
    assert not any(confirmed(burst, signals, S) for burst in limb_bursts(signals, S))


def test_what_happens_under_an_arm_is_not_the_limbs() -> None:
    signals = of(Film(6.0, {"left_arm": jerk(2.0)}))
    usable = signals.usable.copy()
    usable[61:69] = False
    hidden = replace(signals, usable=usable)
    assert not confirmed(limb_bursts(hidden, S)[0], hidden, S)


@pytest.mark.parametrize(("share", "is_head"), [(0.05, False), (0.5, True)])
def test_of_the_head_a_good_share_must_move(share: float, is_head: bool) -> None:
    signals = of(Film(6.0, {"head": jerk(2.0)}), "head")
    signals = replace(signals, share=np.where(signals.level > 3, share, 0.0))
    assert confirmed(limb_bursts(signals, S)[0], signals, S) is is_head


def test_a_tremor_in_a_hold_stays_away_and_a_swing_does_not() -> None:
    tremor = of(Film(12.0, {"left_arm": both(hold(2.0, 10.0, 0.5), wave(2.4, 9.6, 6.0, 0.04))}))
    [one] = with_holds(limb_bursts(tremor, S), tremor, S)
    assert stays_away(one, tremor, S)
    swing = of(Film(12.0, {"left_arm": wave(2.0, 10.0, 0.9, 0.4)}))
    assert not any(stays_away(burst, swing, S) for burst in with_holds(limb_bursts(swing, S), swing, S))
