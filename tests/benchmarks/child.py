"""What the benchmark of the analysis measures, each in a fresh process of its own: its time and peak memory are its own.

Only the standard library is imported here, so that what a piece of work loads is counted as its own too.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Cost(Generic[T]):
    """What a piece of work gave, its wall and processor seconds (all threads), and its process's peak memory."""

    value: T
    wall_s: float
    cpu_s: float
    peak_mb: float


def measured(work: Callable[[str], T], video: Path) -> Cost[T]:
    """Runs `work(video)` in a fresh process. Errors of the work are raised here."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_measure, work, str(video)).result()


def _measure(work: Callable[[str], T], video: str) -> Cost[T]:
    wall, cpu = time.perf_counter(), time.process_time()
    value = work(video)
    return Cost(value, time.perf_counter() - wall, time.process_time() - cpu, peak_mb())


def peak_mb() -> float:
    """The largest resident memory that this process has had, in megabytes; NaN where the system does not tell.

    Linux counts into `getrusage` what the parent held when it started this process; VmHWM is the process's own.
    """
    try:
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    if sys.platform == "win32":
        return float("nan")
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)


def analysis(video: str) -> str:
    """The program's whole analysis with its default settings (full model): the session file's text."""
    from annotator.pipeline import analyze
    from annotator.session.file import to_json

    return to_json(analyze(video)[0])


def plain_loop(video: str) -> int:
    """What one would write first: OpenCV reads every frame, MediaPipe's full model in video mode finds one pose in it.

    Returns how many frames had one.
    """
    from annotator.pose.models import read_bundle
    from annotator.pose.native import chatter_filtered, refuse_usage_reports
    from annotator.video._cv import load_cv2

    refuse_usage_reports()
    cv2 = load_cv2()
    with chatter_filtered():
        import mediapipe
        from mediapipe.tasks.python import BaseOptions, vision

        options = vision.PoseLandmarkerOptions(
            base_options=BaseOptions(model_asset_buffer=read_bundle("full")),
            running_mode=vision.RunningMode.VIDEO,
            num_poses=1,
        )
        seen = number = 0
        capture = cv2.VideoCapture(video)
        rate_hz = capture.get(cv2.CAP_PROP_FPS)
        with vision.PoseLandmarker.create_from_options(options) as landmarker:
            while True:
                there, picture = capture.read()
                if not there:
                    break
                rgb = cv2.cvtColor(picture, cv2.COLOR_BGR2RGB)
                image = mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=rgb)
                found = landmarker.detect_for_video(image, round(number * 1000 / rate_hz))
                seen += bool(found.pose_landmarks)
                number += 1
        capture.release()
    if not number:
        raise RuntimeError(f"{video}: OpenCV reads no frame")
    return seen


def bare_decoding(video: str) -> int:
    """Decodes every frame with PyAV on as many threads as it likes, and does nothing with it. Returns their number."""
    import av

    frames = 0
    with av.open(video) as container:
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        for _ in container.decode(stream):
            frames += 1
    return frames
