"""Hops, levels, floors and gaps of a track."""

from __future__ import annotations

import numpy as np
import pytest

from annotator.sound.stream import HOP_S, SILENT_DB, Block, blocks
from annotator.sound.voice import FRAME
from tests.sound import sounds
from tests.sound.sounds import RATE, Floats, chunks


def cut(samples: Floats, start_s: float = 0.0) -> list[Block]:
    return list(blocks(chunks(samples, start_s=start_s), 60.0))


def test_every_hop_has_its_time_its_level_and_its_frame() -> None:
    sine = (0.5 * np.sin(2 * np.pi * 1000 * sounds.seconds(23))).astype(np.float32)
    found = cut(sine, start_s=-0.5)
    times = np.concatenate([block.times_s for block in found])
    np.testing.assert_allclose(times, -0.5 + HOP_S * np.arange(2300), atol=1e-9)
    level = np.concatenate([block.level_db for block in found])
    np.testing.assert_allclose(level[2:-2], 20 * np.log10(0.5 / np.sqrt(2)), atol=0.2)
    assert all(block.frames.shape == (len(block.times_s), FRAME) for block in found)
    assert all(block.step_db.shape == (len(block.times_s), 10) for block in found)
    np.testing.assert_array_equal(found[0].frames[1][: FRAME - 160], found[0].frames[0][160:])
    assert [block.follows for block in found] == [False, True, True]


def test_the_floor_is_what_the_track_falls_back_to() -> None:
    track = sounds.hiss(30, 0.01)
    track[12 * RATE : 20 * RATE] *= 20
    floors = [block.floor_db for block in cut(track)]
    assert floors == pytest.approx([-40] * len(floors), abs=1.5)


def test_rumble_is_taken_out_and_silence_is_silent() -> None:
    assert max(block.level_db[50:].max() for block in cut(sounds.tone(40, 5, [1.0], 0.5))) < -25
    silent = cut(np.zeros(2 * RATE, np.float32))
    assert all((block.level_db < SILENT_DB).all() for block in silent)
    assert all(block.floor_db > SILENT_DB for block in silent)


def test_a_gap_starts_a_new_run_at_its_own_time() -> None:
    found = list(blocks([(0.0, sounds.hiss(3)), (3.005, sounds.hiss(3)), (50.0, sounds.hiss(3))], 60.0))
    assert [block.follows for block in found] == [False, False]
    assert found[1].times_s[0] == 50.0
    assert len(found[0].times_s) == 600
