from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.anatomy import LIMBS, Limb
from annotator.movements.bursts import Burst
from annotator.movements.candidate import Candidate
from annotator.movements.limb_bursts import LimbBurst
from annotator.movements.records import active_record, kind_of, numbered, record
from annotator.movements.rhythm import Rhythm
from annotator.session.model import Movement
from annotator.settings import RuleSettings
from tests.session.sessions import movement

R = RuleSettings()
T_S = np.arange(1000) / 16  # exact in binary, so that boundaries are


def part(limb: int, first: int, last: int, size: float = 0.3, speed: float = 2.0) -> LimbBurst:
    burst = Burst(first, last)
    return LimbBurst(limb, burst, (first + last) // 2, size, speed, (burst,), (0.0, 0.0), (0.0, 0.0))


def candidate(*parts: LimbBurst, slow: bool = False, rhythm: Rhythm | None = None) -> Candidate:
    first, last = min(p.burst.first for p in parts), max(p.burst.last for p in parts)
    return Candidate(first, last, parts[0].peak, parts, max(p.speed_torso_per_s for p in parts), slow, rhythm)


@pytest.mark.parametrize(
    ("frames", "kind"),
    [(5, "jerk"), (32, "jerk"), (33, "prolonged"), (80, "prolonged"), (81, "sustained")],
)
def test_kind_by_duration_at_two_and_five_seconds(frames: int, kind: str) -> None:
    assert kind_of(candidate(part(0, 16, 16 + frames)), T_S, R) == kind


def test_rhythm_comes_before_slowness_and_slowness_before_duration() -> None:
    long = part(0, 0, 200)
    assert kind_of(candidate(long, slow=True, rhythm=Rhythm(2.0, 8, 0.9)), T_S, R) == "rhythmic"
    assert kind_of(candidate(long, slow=True), T_S, R) == "slow"


def test_record_says_what_each_limb_did() -> None:
    one = record(candidate(part(0, 16, 32, 0.3), part(1, 18, 40, 0.5)), T_S, R)
    assert (one.onset_s, one.offset_s, one.kind, one.limbs) == (1.0, 2.5, "jerk", ("left_arm", "right_arm"))
    assert one.limb_onsets_s == {"left_arm": 1.0, "right_arm": 1.125}
    assert one.limb_displacements_torso == {"left_arm": 0.3, "right_arm": 0.5}
    assert (one.peak_displacement_torso, one.peak_speed_torso_per_s) == (0.5, 2.0)
    assert (one.frequency_hz, one.cycles) == (None, None)


def test_what_is_unknown_is_none() -> None:
    one = record(Candidate(16, 32, 20, (), float("nan"), False), T_S, R)
    assert (one.limbs, one.peak_displacement_torso, one.peak_speed_torso_per_s) == ((), None, None)


def test_rhythm_is_told() -> None:
    one = record(candidate(part(2, 0, 64), rhythm=Rhythm(2.04567, 8, 0.9)), T_S, R)
    assert (one.kind, one.frequency_hz, one.cycles) == ("rhythmic", 2.046, 8)


def test_an_active_span_is_one_record_of_the_largest() -> None:
    inside = [candidate(part(4, 20, 30, 0.1, 5.0)), candidate(part(1, 40, 60, 0.6, 1.0), part(0, 41, 60, 0.2, 1.0))]
    one = active_record(16, 160, inside, T_S)
    assert (one.kind, one.onset_s, one.offset_s) == ("active", 1.0, 10.0)
    assert one.limbs == ("left_arm", "right_arm", "head")
    assert (one.peak_displacement_torso, one.peak_speed_torso_per_s, one.peak_s) == (0.6, 5.0, 25 / 16)


@st.composite
def jumbles(draw: st.DrawFn) -> list[Movement]:
    """Movements in any order, on any limbs or none, over one another."""
    made = []
    for _ in range(draw(st.integers(0, 8))):
        onset, length = draw(st.integers(0, 20)), draw(st.integers(0, 8))
        limbs = tuple(limb for limb in LIMBS if draw(st.booleans()))
        ends: dict[Limb, float] = dict.fromkeys(limbs, float(onset))
        made.append(movement(onset, onset + length, limbs, limb_onsets_s=ends, limb_displacements_torso=ends))
    return made


@given(jumbles())
def test_numbered_sorts_and_keeps_each_limb_to_one_movement(movements: list[Movement]) -> None:
    found = numbered(movements)
    assert [m.id for m in found] == list(range(1, len(found) + 1))
    assert [m.onset_s for m in found] == sorted(m.onset_s for m in found)
    for n, one in enumerate(found):
        assert set(one.limb_onsets_s) == set(one.limb_displacements_torso) == set(one.limbs)
        for two in found[n + 1 :]:
            if set(one.limbs) & set(two.limbs) or (not one.limbs and not two.limbs):
                assert one.offset_s <= two.onset_s
    # Nothing is lost but what another one already says of the same limb at that time.
    for movement_ in movements:
        for limb in movement_.limbs or (None,):
            assert any(
                (limb in one.limbs or (limb is None and not one.limbs))
                and one.onset_s <= movement_.onset_s <= max(one.offset_s, one.onset_s)
                for one in found
            )


@given(jumbles())
def test_the_order_given_does_not_matter_where_nothing_ties(movements: list[Movement]) -> None:
    apart = [replace(m, onset_s=m.onset_s + n / 100, offset_s=m.offset_s + n / 100) for n, m in enumerate(movements)]
    assert numbered(apart) == numbered(apart[::-1])


@given(jumbles())
def test_numbered_again_changes_nothing(movements: list[Movement]) -> None:
    assert numbered(numbered(movements)) == numbered(movements)
