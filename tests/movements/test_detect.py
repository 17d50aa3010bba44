from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.anatomy import ARMS, LIMBS, Limb
from annotator.movements.detect import find_movements
from annotator.session.model import ExclusionReason, Movement
from annotator.settings import MovementSettings, RuleSettings
from annotator.signals import MotionSignals
from tests.movements.made import Film, Floats, Way, both, hold, jerk, jerks, still, to, wave

S, R = MovementSettings(), RuleSettings()
FRAME_S = 1 / 30


def found(film: Film) -> tuple[Movement, ...]:
    return find_movements(film.signals(), S, R)


def told(film: Film) -> list[tuple[str, float, float, tuple[Limb, ...]]]:
    return [(m.kind, round(m.onset_s, 2), round(m.offset_s, 2), m.limbs) for m in found(film)]


def irregular(at_s: float, until_s: float, size: float = 0.4, seed: int = 7) -> Way:
    """Jerks of uneven sizes and lengths, close together: about, but with no rhythm."""
    rng = np.random.default_rng(seed)
    ways = []
    while at_s < until_s - 0.6:
        takes_s = float(rng.uniform(0.2, 0.55))
        ways.append(jerk(at_s, float(rng.uniform(0.3, 1.0)) * size, takes_s))
        at_s += takes_s + float(rng.uniform(0.0, 0.25))
    return both(*ways)


def noise(t_s: Floats) -> Floats:
    return np.random.default_rng(3).normal(0.0, 0.25, len(t_s))


def swaps(t_s: Floats) -> Floats:
    """The landmark jumps to another limb and back, three times a second."""
    return np.asarray(np.where((t_s * 6).astype(int) % 2, 1.5, 0.0))


def burst_of_change(at_s: float, until_s: float, levels: float = 20.0) -> Way:
    return lambda t_s: np.asarray(np.where((t_s > at_s) & (t_s <= until_s), levels, 0.0))


def test_a_jerk_of_one_arm() -> None:
    [one] = found(Film(8.0, {"left_arm": jerk(3.0, 0.3)}))
    assert (one.kind, one.limbs, one.source) == ("jerk", ("left_arm",), "detected")
    assert one.onset_s == pytest.approx(3.0, abs=1.5 * FRAME_S)
    assert one.offset_s == pytest.approx(3.3, abs=1.5 * FRAME_S)
    assert one.onset_s <= one.peak_s <= one.offset_s
    assert one.peak_displacement_torso == pytest.approx(0.3, abs=0.03)
    assert one.peak_speed_torso_per_s == pytest.approx(3.0, rel=0.15)


def test_limbs_that_start_together_are_one_movement_and_others_are_not() -> None:
    film = Film(12.0, {"left_arm": jerks([2.0, 6.0]), "right_arm": jerk(2.1), "left_leg": jerk(7.0)})
    assert [limbs for *_, limbs in told(film)] == [ARMS, ("left_arm",), ("left_leg",)]


def test_kinds() -> None:
    film = Film(
        60.0, {"left_arm": both(jerk(2.0), hold(6.0, 9.0), hold(14.0, 22.0)), "right_leg": wave(30.0, 36.0, 2.0)}
    )
    assert [kind for kind, *_ in told(film)] == ["jerk", "prolonged", "sustained", "rhythmic"]
    assert found(film)[-1].frequency_hz == pytest.approx(2.0, abs=0.1)
    assert found(film)[-1].cycles in (11, 12)


def test_a_smooth_repositioning_is_slow_and_one() -> None:
    assert [kind for kind, *_ in told(Film(12.0, {"left_arm": to(3.0, 0.9, 2.5)}))] == ["slow"]


def test_rhythm_of_both_arms_is_one_movement() -> None:
    swing = wave(3.0, 9.0, 1.5, 0.2)
    [one] = found(Film(14.0, {"left_arm": swing, "right_arm": swing}))
    assert (one.kind, one.limbs) == ("rhythmic", ARMS)
    assert set(one.limb_onsets_s) == set(ARMS)


def test_rhythms_of_different_pace_are_two() -> None:
    film = Film(14.0, {"left_arm": wave(3.0, 9.0, 1.0, 0.2), "right_leg": wave(3.0, 9.0, 2.5, 0.2)})
    assert [(m.kind, m.limbs) for m in found(film)] == [("rhythmic", ("left_arm",)), ("rhythmic", ("right_leg",))]


def test_three_cycles_are_no_rhythm() -> None:
    assert "rhythmic" not in [kind for kind, *_ in told(Film(14.0, {"left_arm": wave(3.0, 6.0, 1.0, 0.2)}))]


def test_a_restless_baby_is_one_active_record() -> None:
    film = Film(40.0, {"left_arm": irregular(5.0, 20.0), "right_leg": irregular(5.2, 20.0, seed=8), "head": jerk(30.0)})
    [active, after] = found(film)
    assert (active.kind, active.limbs) == ("active", ("left_arm", "right_leg"))
    assert active.onset_s == pytest.approx(5.0, abs=0.1)
    assert 19.0 < active.offset_s < 20.5
    assert (after.kind, after.limbs) == ("jerk", ("head",))


def test_a_tremor_where_a_limb_is_held_is_sustained_not_active() -> None:
    held = both(hold(3.0, 12.0, 0.5), wave(3.3, 11.7, 6.0, 0.04))
    assert [kind for kind, *_ in told(Film(18.0, {"left_arm": held}))] == ["sustained"]


def test_held_then_restless_until_it_comes_back_is_told() -> None:
    """A long movement of one limb that began before it became restless."""
    way = both(to(2.0, 0.5), irregular(5.6, 13.8), to(13.6, -0.5))
    spans = [(onset, offset) for _, onset, offset, _ in told(Film(20.0, {"left_arm": way}))]
    assert min(a for a, _ in spans) == pytest.approx(2.0, abs=0.1)
    assert max(b for _, b in spans) == pytest.approx(13.7, abs=0.3)


@pytest.mark.parametrize("landmarks", [noise, swaps], ids=["scatter of 7 torso lengths a second", "swaps"])
def test_a_motionless_sleeper_with_jumping_landmarks_does_not_move(landmarks: Way) -> None:
    assert told(Film(60.0, landmarks=dict.fromkeys(LIMBS, landmarks))) == []


def test_a_moving_picture_without_moving_landmarks_names_no_limb() -> None:
    film = Film(12.0, picture=burst_of_change(3.0, 3.5))
    assert [(kind, limbs) for kind, _, _, limbs in told(film)] == [("jerk", ())]


def test_change_under_a_limb_that_stays_names_no_limb() -> None:
    """Cloth that moves over a still arm."""
    way = jerk(3.0, 0.4)
    film = Film(12.0, {"left_arm": way}, landmarks={"left_arm": lambda t_s: -way(t_s)})
    assert [limbs for *_, limbs in told(film)] in ([], [()])


def test_a_baby_that_no_pose_shows_moves_without_a_name() -> None:
    [one] = found(Film(12.0, picture=burst_of_change(3.0, 3.5), unseen=LIMBS))
    assert (one.limbs, one.kind, one.limb_onsets_s) == ((), "jerk", {})
    assert one.onset_s == pytest.approx(3.0, abs=1.5 * FRAME_S)
    assert one.peak_displacement_torso is None


def test_a_flicker_beside_a_visible_baby_is_nothing() -> None:
    assert told(Film(12.0, picture=burst_of_change(3.0, 3.04))) == []
    assert told(Film(12.0, picture=burst_of_change(3.0, 3.5, S.unnamed_beside_limbs_noise_multiple - 2.0))) == []


def test_something_tiny_is_nothing() -> None:
    signals = Film(12.0, picture=burst_of_change(3.0, 3.5), unseen=LIMBS).signals()
    small = np.minimum(signals.moving_share, np.float32(S.unnamed_smallest_share * 0.9))
    assert find_movements(replace(signals, moving_share=small), S, R) == ()


@pytest.mark.parametrize("reason", ["camera_moved", "light_changed", "other_person", "too_dark", "picture_missing"])
def test_excluded_spans_drop_movements(reason: ExclusionReason) -> None:
    limbs: dict[Limb, Way] = {"left_arm": jerks([3.0, 8.0]), "right_arm": jerk(8.1)}
    [left] = found(Film(12.0, limbs, excluded=[(2.5, 4.0, reason)]))
    assert left.onset_s == pytest.approx(8.0, abs=1.5 * FRAME_S)
    assert told(Film(12.0, limbs, excluded=[(0.0, 12.0, reason)])) == []
    assert told(Film(12.0, picture=burst_of_change(3.0, 3.5), unseen=LIMBS, excluded=[(2.5, 4.0, reason)])) == []


def test_change_in_the_first_frame_of_all_is_nothing() -> None:
    signals = Film(5.0, {"left_arm": jerk(2.0)}).signals()
    strength = signals.strength_levels.copy()
    strength[0] = 90.0
    share = signals.moving_share.copy()
    share[0] = 0.5
    first = replace(signals, strength_levels=strength, moving_share=share)
    assert find_movements(first, S, R) == find_movements(signals, S, R)


@pytest.mark.parametrize("frames", [0, 1, 2])
def test_hardly_any_frames(frames: int) -> None:
    assert found(Film(frames / 30)) == ()


def test_thresholds_move_what_is_found() -> None:
    signals = Film(20.0, {"left_arm": both(jerk(3.0, 0.06), jerk(8.0, 0.2), jerk(14.0, 0.5))}).signals()
    for least, count in ((0.04, 3), (0.1, 2), (0.3, 1), (0.9, 0)):
        movements = find_movements(signals, replace(S, limb_smallest_displacement_torso=least), R)
        assert len([m for m in movements if m.limbs]) == count


WAYS: dict[str, Callable[[float, float, float], Way]] = {
    "jerk": lambda at, _, size: jerk(at, size),
    "hold": lambda at, long, size: hold(at, at + 0.6 + long, size),
    "to": lambda at, long, size: to(at, size, 0.1 + long / 5),
    "wave": lambda at, long, size: wave(at, at + 2.2 + long, 1.0 + 3 * size, size),
    "irregular": lambda at, long, size: irregular(at, at + 2.0 + long, size),
}
drawn_ways = st.lists(
    st.tuples(st.sampled_from(sorted(WAYS)), st.floats(0.5, 18.0), st.floats(0.0, 8.0), st.floats(0.05, 0.6)),
    max_size=4,
).map(lambda drawn: both(still, *[WAYS[name](at, long, size) for name, at, long, size in drawn]))


def overlapping(movements: tuple[Movement, ...]) -> bool:
    for n, one in enumerate(movements):
        for two in movements[n + 1 :]:
            same = set(one.limbs) & set(two.limbs) or (not one.limbs and not two.limbs)
            if same and two.onset_s < one.offset_s and one.onset_s < two.offset_s:
                return True
    return False


@given(st.dictionaries(st.sampled_from(LIMBS), drawn_ways, max_size=4), st.integers(0, 99))
@settings(max_examples=60)
def test_whatever_a_baby_does(limbs: dict[Limb, Way], seed: int) -> None:
    signals = Film(30.0, limbs, seed=seed).signals()
    movements = find_movements(signals, S, R)
    assert [m.id for m in movements] == list(range(1, len(movements) + 1))
    assert [m.onset_s for m in movements] == sorted(m.onset_s for m in movements)
    assert not overlapping(movements)
    for one in movements:
        assert one.onset_s in signals.t_s
        assert one.offset_s in signals.t_s
        assert one.onset_s <= one.peak_s <= one.offset_s
        assert one.onset_s < one.offset_s
        assert (one.frequency_hz is not None) == (one.kind == "rhythmic")
        assert set(one.limbs) <= set(limbs)
    assert find_movements(MotionSignals.from_arrays(signals.to_arrays()), S, R) == movements
