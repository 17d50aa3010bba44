"""How quick the player is: `python -m tests.benchmarks.player` prints a table. The first run encodes its clips.

Measured in a real canvas of 1280 x 720 (on the offscreen platform unless QT_QPA_PLATFORM says otherwise), from the request
to the end of the paint event that shows exactly the frame asked for. Other work on the machine makes every figure worse,
so the load is printed too. `--scrub-minutes 10` for the full length of the memory run.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from annotator.ui.clock import PlaybackClock
from annotator.ui.player.canvas import PictureCanvas
from annotator.ui.player.controller import PlayerController
from annotator.ui.player.picture import Picture
from tests.benchmarks.long_clips import RATE_HZ, RECIPES, clip

LENGTH_S = 600.0
COLD_MS, RECENT_MS, MOST_MEMORY_MB = 120.0, 33.0, 900.0
Rows = list[tuple[str, str, str]]


class Bench(QObject):
    """One open video in a window, and the time at which the frame asked for was painted."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.clock = PlaybackClock()
        self.canvas = PictureCanvas()
        self.canvas.resize(1280, 720)
        self.canvas.show()
        self.player = PlayerController(self.clock, self.canvas)
        self._wanted = 0
        self._done: Callable[[], None] | None = None
        self.painted_at = 0.0
        self.canvas.painted.connect(self._on_painted)
        self.opening_ms = self._wait(0, lambda: self.player.open(path))

    def close(self) -> None:
        self.player.shutdown()
        self.canvas.close()

    def seek_ms(self, frame: int) -> float:
        """From request to painted."""
        return self._wait(frame, lambda: self.clock.seek_frame(frame))

    def rest(self, seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def _wait(self, frame: int, ask: Callable[[], None]) -> float:
        loop = QEventLoop()
        self._wanted, self._done = frame, loop.quit
        asked_at = time.perf_counter()
        ask()
        loop.exec()
        self._done = None
        return (self.painted_at - asked_at) * 1000.0

    @Slot(object)
    def _on_painted(self, picture: Picture) -> None:
        if self._done is not None and picture.number == self._wanted:
            self.painted_at = time.perf_counter()
            self._done()


def spread(times_ms: list[float]) -> str:
    values = np.array(times_ms)
    return f"{np.median(values):.0f} / {np.percentile(values, 95):.0f} / {values.max():.0f} ms"


def verdict(times_ms: list[float], limit_ms: float) -> str:
    p95 = float(np.percentile(times_ms, 95))
    return f"p95 ≤ {limit_ms:.0f} ms: {'met' if p95 <= limit_ms else 'NOT met'}"


def seeks(bench: Bench, name: str, count: int, rng: np.random.Generator) -> Rows:
    """Cold seeks all over the file; seeks within the two seconds before, after playing there and after a cold seek and a
    rest; steps back as a held key makes them."""
    frames = len(bench.player.info.times) if bench.player.info is not None else 0
    cold, played, rested, steps = [], [], [], []
    for _ in range(count):
        cold.append(bench.seek_ms(int(rng.integers(2 * RATE_HZ, frames))))
        bench.rest(0.05)
    for _ in range(max(count // 10, 1)):
        at = int(rng.integers(2 * RATE_HZ, frames - 4 * RATE_HZ))
        bench.seek_ms(at)
        bench.clock.request_play(True)
        bench.rest(2.5)
        bench.clock.request_play(False)
        here = bench.clock.position.frame
        played += [bench.seek_ms(here - int(back)) for back in rng.integers(1, 2 * RATE_HZ, 8)]
        at = int(rng.integers(2 * RATE_HZ, frames))
        bench.seek_ms(at)
        bench.rest(2.5)
        rested += [bench.seek_ms(at - int(back)) for back in rng.integers(1, 2 * RATE_HZ, 8)]
        bench.seek_ms(at)
        bench.rest(0.2)
        for back in range(1, 30):
            steps.append(bench.seek_ms(at - back))
            bench.rest(0.02)
    return [
        (f"{name}: random seek, cold", spread(cold), verdict(cold, COLD_MS)),
        (f"{name}: random seek within the 2 s just played", spread(played), verdict(played, RECENT_MS)),
        (f"{name}: the same after a cold seek and 2.5 s of rest", spread(rested), verdict(rested, RECENT_MS)),
        (f"{name}: held ← key, a frame each", spread(steps), verdict(steps, RECENT_MS)),
    ]


def playing(bench: Bench, name: str, seconds: float, rate: float) -> tuple[str, str, str]:
    """Plays and counts."""
    bench.seek_ms(3000)
    bench.rest(1.0)
    before, cpu = bench.player.count, resource.getrusage(resource.RUSAGE_SELF)
    bench.clock.set_rate(rate)
    bench.clock.request_play(True)
    bench.rest(seconds)
    bench.clock.request_play(False)
    after, now = bench.player.count, resource.getrusage(resource.RUSAGE_SELF)
    bench.clock.set_rate(1.0)
    dropped, held_s = after.dropped - before.dropped, after.held_s - before.held_s
    cores = (now.ru_utime + now.ru_stime - cpu.ru_utime - cpu.ru_stime) / seconds
    what = f"{after.shown - before.shown} shown, {dropped} dropped, {held_s:.2f} s held, {cores:.2f} cores"
    return (f"{name}: play {seconds:.0f} s at {rate:g}x", what, "none dropped" if not dropped else "DROPPED")


def scrubbing(bench: Bench, name: str, minutes: float, rng: np.random.Generator) -> tuple[str, str, str]:
    """Drags wildly: bursts of requests far quicker than they can be answered, some playing between."""
    frames = len(bench.player.info.times) if bench.player.info is not None else 0
    highest = 0.0
    until = time.monotonic() + minutes * 60.0
    while time.monotonic() < until:
        at = int(rng.integers(0, frames))
        for _ in range(40):
            at = int(np.clip(at + rng.normal(0.0, 200.0), 0, frames - 1))
            bench.clock.seek_frame(at)
            bench.rest(0.008)
        bench.clock.request_play(True)
        bench.rest(0.3)
        bench.clock.request_play(False)
        bench.seek_ms(int(rng.integers(0, frames)))
        highest = max(highest, memory_mb())
    what = f"{highest:.0f} MB at most"
    return (
        f"{name}: {minutes:g} min of wild scrubbing",
        what,
        f"≤ {MOST_MEMORY_MB:.0f} MB: {highest <= MOST_MEMORY_MB}",
    )


def memory_mb() -> float:
    """Resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seeks", type=int, default=60)
    parser.add_argument("--play-seconds", type=float, default=10.0)
    parser.add_argument("--scrub-minutes", type=float, default=0.5)
    parser.add_argument("--only", choices=[recipe.name for recipe in RECIPES])
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    rows: Rows = []
    for recipe in RECIPES:
        if given.only not in (None, recipe.name):
            continue
        rng = np.random.default_rng(1)
        bench = Bench(clip(recipe, LENGTH_S))
        name = f"{recipe.name} {recipe.bit_rate / 1e6:g} Mbit/s"
        rows.append((f"{name}: open, first frame", f"{bench.opening_ms:.0f} ms", ""))
        rows += seeks(bench, name, given.seeks, rng)
        rows.append(playing(bench, name, given.play_seconds, 1.0))
        rows.append(playing(bench, name, given.play_seconds, 2.0))
        rows.append(scrubbing(bench, name, given.scrub_minutes, rng))
        bench.close()
    application.quit()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; times are median / 95th percentile / longest")
    widths = [max(len(row[k]) for row in rows) for k in range(3)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)))


if __name__ == "__main__":
    main()
