from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from annotator.ui.timeline.traces import FACTOR, Channel, Pyramid, Traces, Waveform

values = arrays(np.float32, st.integers(0, 3000), elements=st.floats(0, 10, width=16))


def channel(speed: np.ndarray[tuple[int], np.dtype[np.float32]]) -> Channel:
    return Channel(speed, np.ones(len(speed), bool), (0.3,))


@given(values, st.integers(1, 60))
def test_no_peak_is_lost_and_none_is_drawn_off_by_more_than_a_quarter(
    trace: np.ndarray[tuple[int], np.dtype[np.float32]], columns: int
) -> None:
    edges = np.linspace(0, len(trace), columns + 1).astype(np.intp)
    first, last = edges[:-1], edges[1:]
    widest = max(int((last - first).max()), 1)
    low, high = Pyramid(trace).extremes(first, last, widest)
    margin = max(widest // FACTOR, 1)
    for n, (a, b) in enumerate(zip(first.tolist(), last.tolist(), strict=True)):
        if b <= a:
            assert np.isnan(high[n])
            continue
        around = trace[max(a - margin, 0) : b + margin]
        assert trace[a:b].max() <= high[n] <= around.max()
        assert around.min() <= low[n] <= trace[a:b].min()


def test_the_line_between_samples_is_drawn_where_they_lie_apart() -> None:
    t_s = np.array([0.0, 1.0, 2.0])
    traces = Traces(t_s, {"head": channel(np.array([0, 1, 0], np.float32))})
    envelope = traces.envelope("head", traces.columns(np.linspace(0, 2, 21)))
    assert envelope is not None
    assert np.allclose(envelope.high[4], 0.5, atol=1e-6)
    assert np.allclose(envelope.low[4], 0.4, atol=1e-6)
    assert not np.isnan(envelope.high).any()


def test_nothing_is_drawn_where_nothing_was_observed() -> None:
    t_s = np.arange(100) / 10
    observed = (t_s < 3) | (t_s >= 6)
    traces = Traces(t_s, {None: Channel(np.ones(100, np.float32), observed)})
    for columns in (10, 400):
        edges = np.linspace(0, 10, columns + 1)
        envelope = traces.envelope(None, traces.columns(edges))
        assert envelope is not None
        middle = (edges[:-1] > 3.2) & (edges[1:] < 5.8)
        assert np.isnan(envelope.high[middle]).all()
        assert not np.isnan(envelope.high[edges[1:] < 2.8]).any()


def test_a_single_wild_moment_does_not_set_the_scale() -> None:
    speed = np.full(10_000, 0.5, np.float32)
    speed[5000] = 90
    traces = Traces(np.arange(10_000) / 30, {"head": Channel(speed, np.ones(10_000, bool))})
    assert traces.highest_torso_per_s < 1


def test_a_missing_channel_has_no_trace_and_wrong_shapes_are_refused() -> None:
    traces = Traces(np.arange(3.0), {})
    assert traces.envelope("head", traces.columns(np.linspace(0, 2, 5))) is None
    with pytest.raises(ValueError, match="head"):
        Traces(np.arange(3.0), {"head": channel(np.zeros(4, np.float32))})


def test_the_waveform_ends_where_the_sound_ends() -> None:
    sound = Waveform(1.0, 0.5, np.full(4, -0.5, np.float32), np.full(4, 0.5, np.float32))
    traces = Traces.without_motion(sound)
    envelope = traces.sound_envelope(np.arange(0, 6.5, 0.5))
    assert envelope is not None
    assert np.isnan(envelope.high).tolist() == [True, True, False, False, False, False, *[True] * 6]


def test_without_samples_nothing_is_drawn() -> None:
    traces = Traces(np.zeros(0), {"head": channel(np.zeros(0, np.float32))})
    envelope = traces.envelope("head", traces.columns(np.linspace(0, 2, 5)))
    assert envelope is not None
    assert np.isnan(envelope.high).all()


@given(st.integers(20, 400), st.integers(10, 900))
def test_every_sample_is_within_its_column_however_many_there_are(samples: int, columns: int) -> None:
    t_s = np.sort(np.random.default_rng(samples).uniform(0, 10, samples))
    speed = np.random.default_rng(columns).uniform(0, 3, samples).astype(np.float32)
    traces = Traces(t_s, {"head": channel(speed)})
    edges = np.linspace(0, 10, columns + 1)
    envelope = traces.envelope("head", traces.columns(edges))
    assert envelope is not None
    where = np.minimum(np.searchsorted(edges, t_s, "right") - 1, columns - 1)
    assert (envelope.high[where] >= speed).all()
    if samples < 3 * columns:
        assert (envelope.low[where] <= speed).all()
