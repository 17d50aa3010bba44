"""How long a packet takes, and how much memory: `python -m tests.benchmarks.export [--blur-face] [--minutes N]`.

A 10-minute 1080p video with sound is made from a sample clip (enlarged, with grain, so that it costs what phone video
costs: about 16 Mbit/s), with a session of 12 flags, 48 s apart. Prints a table: seconds of clip encoded, wall and
processor seconds, their ratios, peak memory, and where the time went.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import resource
import tempfile
import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from annotator.export.options import ExportOptions
from annotator.export.packet import export_session
from annotator.job import Job
from tests.export import sessions

ROOT = Path(__file__).resolve().parents[2]
PIECE_S = 24
EVERY_S = 48.0
LIMBS = ("left_arm", "right_arm", "left_leg", "right_leg")


def make_video(path: Path, minutes: float) -> Path:
    """Encodes PIECE_S seconds of enlarged sample clip and repeats them, as they are, up to the length."""
    piece = path.with_name("piece.mp4")
    grain = np.random.default_rng(7).normal(0, 4, (8, 1080, 1920)).round().astype(np.int16)
    with av.open(ROOT / "sample_clips" / "startle_and_cry.mp4") as source, av.open(piece, "w") as target:
        out = target.add_stream("libx264", rate=30, options={"preset": "veryfast", "crf": "22", "bf": "2", "g": "30"})
        out.width, out.height, out.pix_fmt = 1920, 1080, "yuv420p"
        for n, frame in enumerate(source.decode(video=0)):
            if n == PIECE_S * 30:
                break
            big = frame.reformat(1920, 1080, "yuv420p").to_ndarray()
            big[:1080] = np.clip(big[:1080].astype(np.int16) + grain[n % 8], 16, 235).astype(np.uint8)
            made = av.VideoFrame.from_ndarray(np.ascontiguousarray(big, dtype=np.uint8), format="yuv420p")
            made.pts, made.time_base = n, Fraction(1, 30)
            target.mux(out.encode(made))
        target.mux(out.encode(None))
    with av.open(path, "w") as target:
        with av.open(piece) as source:
            picture = target.add_stream_from_template(source.streams.video[0])
        sound = target.add_stream("aac", rate=48000)
        sound.codec_context.layout = "mono"
        for turn in range(int(minutes * 60 / PIECE_S)):
            with av.open(piece) as source:
                for packet in source.demux(video=0):
                    if packet.pts is None or packet.dts is None or packet.time_base is None:
                        continue
                    shift = round(turn * PIECE_S / packet.time_base)
                    packet.pts += shift
                    packet.dts += shift
                    packet.stream = picture
                    target.mux(packet)
            for block in range(PIECE_S * 48000 // 1024):
                at = turn * PIECE_S * 48000 + block * 1024
                tone = (0.1 * np.sin((at + np.arange(1024)) * 0.05)).astype(np.float32)[None]
                heard = av.AudioFrame.from_ndarray(tone, format="fltp", layout="mono")
                heard.rate, heard.pts, heard.time_base = 48000, at, Fraction(1, 48000)
                target.mux(sound.encode(heard))
        target.mux(sound.encode(None))
    piece.unlink()
    return path


def make_session(video: Path, minutes: float) -> Path:
    """A session with one whole-body movement every 48 s (12 flags in ten minutes) and a pose every tenth of a second."""
    count = int(minutes * 60 / EVERY_S)
    moved = [sessions.movement(n + 1, 20 + n * EVERY_S, 20.6 + n * EVERY_S, *LIMBS) for n in range(count)]
    made = sessions.of_video(video, *moved)
    flags = tuple(f for f in made.patterns if f.rule == "whole_body")[:12]
    frames = list(range(0, made.video.frames, 3))
    return sessions.saved(
        video.parent, replace(made, patterns=flags), (frames, [sessions.lying(1920, 1080)] * len(frames))
    )


def run(session: str, out: str, blur: bool, results: Any) -> None:
    """One export in a process of its own, so that its peak memory is its own."""
    stages: dict[str, float] = {}
    last: list[Any] = ["start", time.perf_counter()]

    def watch(done: float, total: float, label: str) -> None:
        now = time.perf_counter()
        stages[last[0]] = stages.get(last[0], 0.0) + now - last[1]
        last[:] = ["clips" if label.startswith("Writing clip") else label, now]

    began = time.perf_counter()
    packet = export_session(session, out, ExportOptions(blur_face=blur), Job(watch))
    wall = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_SELF)
    # ru_maxrss begins with the parent's on Linux; VmHWM is this program's own.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak_kb = int(next(row.split()[1] for row in status.splitlines() if row.startswith("VmHWM:")))
    clips = json.loads((packet / "manifest.json").read_text(encoding="utf-8"))["clips"]
    seconds = sum((c["last_frame"] - c["first_frame"] + 1) / 30 for c in clips)
    results.put((wall, used.ru_utime + used.ru_stime, peak_kb / 1024, seconds, len(clips), stages))


def main() -> None:
    """Makes the video, exports it and prints the table."""
    parser = argparse.ArgumentParser(description="Time and memory of one packet.")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--blur-face", action="store_true")
    parser.add_argument("--keep", type=Path, help="folder that keeps the video for a next run")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        video = folder / "video.mp4"
        if not video.is_file():
            make_video(video, chosen.minutes)
        session = make_session(video, chosen.minutes)
        context = multiprocessing.get_context("spawn")
        results = context.Queue()
        with tempfile.TemporaryDirectory() as out:
            child = context.Process(target=run, args=(str(session), out, chosen.blur_face, results))
            child.start()
            wall, cpu, memory, seconds, count, stages = results.get()
            child.join()
        rate = video.stat().st_size * 8 / (chosen.minutes * 60) / 1e6
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; source 1080p30, {rate:.0f} Mbit/s"
    )
    print("| clips | seconds encoded | wall s | wall / encoded | processor s | cpu / encoded / 2 cores | peak MB |")
    print("|---|---|---|---|---|---|---|")
    ratios = f"{wall / seconds:.2f} | {cpu:.0f} | {cpu / seconds / 2:.2f}"
    print(f"| {count} | {seconds:.0f} | {wall:.0f} | {ratios} | {memory:.0f} |")
    for label, spent in sorted(stages.items(), key=lambda item: -item[1])[:6]:
        print(f"  {label}: {spent:.1f} s")


if __name__ == "__main__":
    main()
