"""Breaths and spans from hops of pitch."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.settings import SoundSettings
from annotator.sound.bursts import Burst, BurstFinder, spans
from annotator.sound.stream import HOP_S
from annotator.sound.voice import Floats


def find(pitch: Floats, cuts: list[int] | None = None) -> list[Burst]:
    finder = BurstFinder(SoundSettings())
    for part in np.split(np.arange(len(pitch)), cuts or []):
        finder.add(HOP_S * part.astype(np.float64), pitch[part], np.full(len(part), 20.0, np.float32))
    finder.end_run()
    return finder.bursts


def breath(hops: int, semitones: float = 3.0) -> Floats:
    return (450 * 2 ** (np.linspace(0, semitones, hops) / 12)).astype(np.float32)


def pause(hops: int) -> Floats:
    return np.full(hops, np.nan, np.float32)


@pytest.mark.parametrize(("hops", "count"), [(30, 0), (36, 1), (100, 1), (390, 1), (420, 0)])
def test_a_breath_is_neither_a_blip_nor_a_siren(hops: int, count: int) -> None:
    assert len(find(np.concatenate([pause(20), breath(hops), pause(20)]))) == count


def test_a_held_note_is_no_breath() -> None:
    assert find(np.concatenate([pause(20), breath(80, semitones=0.1), pause(20)])) == []


def test_short_holes_are_bridged_and_long_ones_part() -> None:
    assert len(find(np.concatenate([breath(50), pause(8), breath(50)]))) == 1
    assert len(find(np.concatenate([breath(50), pause(20), breath(50)]))) == 2


@given(
    st.lists(st.tuples(st.integers(1, 150), st.integers(1, 60)), max_size=6), st.lists(st.integers(0, 800), max_size=6)
)
def test_where_blocks_are_cut_changes_nothing(parts: list[tuple[int, int]], cuts: list[int]) -> None:
    pitch = np.concatenate([pause(3), *(p for hops, rest in parts for p in (breath(hops), pause(rest)))])
    assert find(pitch, sorted(cuts)) == find(pitch)


def test_spans_join_breaths_over_gaps_and_need_two() -> None:
    settings = SoundSettings()
    bursts = [Burst(1, 2, 10), Burst(2.5, 3.2, 30), Burst(4.6, 5.0, 20), Burst(9, 10, 40)]
    ((span, breaths),) = spans(bursts, settings)
    assert (span.start_s, span.end_s, span.level_db) == (1, 5.0, 30)
    assert breaths == tuple(bursts[:3])
    assert spans([], settings) == []
