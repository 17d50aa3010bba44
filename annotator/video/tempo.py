"""Sound at another speed with its pitch kept, by FFmpeg's atempo (WSOLA)."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.error import BlockingIOError as NotYet
from av.error import EOFError as AtEnd
from av.filter import Graph

_SLOWEST_STAGE: Final = 0.5
_FASTEST_STAGE: Final = 2.0  # above this one atempo stage skips samples instead of blending them


def stages(speed: float) -> list[float]:
    """The factors of the atempo stages whose product is `speed` (above 0)."""
    if speed <= 0:
        raise ValueError("speed must be above 0")
    factors = []
    while speed < _SLOWEST_STAGE:
        factors.append(_SLOWEST_STAGE)
        speed /= _SLOWEST_STAGE
    while speed > _FASTEST_STAGE:
        factors.append(_FASTEST_STAGE)
        speed /= _FASTEST_STAGE
    return [*factors, speed]


class Tempo:
    """Takes mono sound in pieces and gives it back `speed` times as quick. Nothing is changed at speed 1."""

    def __init__(self, rate_hz: int, speed: float) -> None:
        self._rate_hz = rate_hz
        self._pts = 0
        self._graph: Graph | None = None
        if speed != 1.0:
            graph = Graph()
            chain = [graph.add_abuffer(sample_rate=rate_hz, format="flt", layout="mono")]
            chain += [graph.add("atempo", f"{factor:.6f}") for factor in stages(speed)]
            chain.append(graph.add("abuffersink"))
            graph.link_nodes(*chain).configure()
            self._graph = graph

    def push(self, samples: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Puts in float32 `(n,)` and takes out `(m,)`: what is ready, which can be nothing."""
        if self._graph is None or not len(samples):
            return samples
        frame = AudioFrame.from_ndarray(np.ascontiguousarray(samples)[None, :], format="flt", layout="mono")
        frame.sample_rate = self._rate_hz
        frame.pts = self._pts
        self._pts += len(samples)
        self._graph.push(frame)
        return self._ready()

    def finish(self) -> npt.NDArray[np.float32]:
        """No more comes in: the rest, `(m,)`."""
        if self._graph is None:
            return np.zeros(0, dtype=np.float32)
        self._graph.push(None)
        return self._ready()

    def _ready(self) -> npt.NDArray[np.float32]:
        assert self._graph is not None
        pieces = []
        while True:
            try:
                frame = self._graph.pull()
            except (NotYet, AtEnd):
                break
            assert isinstance(frame, AudioFrame)
            pieces.append(frame.to_ndarray().reshape(-1))
        return np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.float32)
