"""The one chain from a video file to a session, for the command line and the window alike."""

from __future__ import annotations

import contextlib
import importlib.metadata
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

import annotator
from annotator.errors import OutputError, SessionError
from annotator.job import Job
from annotator.movements.coverage import find_coverage
from annotator.movements.detect import find_movements
from annotator.patterns.measures import with_noise_before
from annotator.patterns.rules import find_flags
from annotator.phrase import phrase
from annotator.session import atomic, file
from annotator.session.model import Session, SoundSpan, VideoRecord
from annotator.session.signals import SUFFIX, StoredSignals, save_signals
from annotator.settings import AnalysisSettings
from annotator.signals import MotionSignals

if TYPE_CHECKING:
    from annotator.motion.scan import Scan, WorkingSize
    from annotator.pose.landmarker import PoseFinder
    from annotator.pose.track import PoseTrack
    from annotator.video.info import VideoInfo
    from annotator.video.reader import VideoReader

OnPartial = Callable[[Session], None]

_PARTIAL_EVERY_S: Final = 5.0
# Shares of the progress bar at which the stages end, by the time that each takes.
_PROBED: Final = 0.02
_READ: Final = 0.03
_HEARD: Final = 0.07
_READING: Final = phrase("Wording", "Reading the file")
_LISTENING: Final = phrase("Wording", "Listening to the sound")
_WATCHING: Final = phrase("Wording", "Watching the picture")
_LIBRARIES: Final = ("mediapipe", "numpy", "scipy", "av", "opencv-contrib-python")


def analyze(
    video: str | Path,
    settings: AnalysisSettings | None = None,
    job: Job | None = None,
    on_partial: OnPartial | None = None,
) -> tuple[Session, StoredSignals]:
    """Analyses one video and returns its session, not yet saved, with the signals to store beside it.

    `on_partial` hears, every few seconds of work, the session as far as it has come. Raises VideoError, ModelError and
    Cancelled.
    """
    # PyAV, OpenCV and MediaPipe take a second to load: only who analyses waits for them.
    from annotator.pose.landmarker import PoseFinder
    from annotator.video.digest import sha256_of
    from annotator.video.probe import probe
    from annotator.video.reader import VideoReader

    settings, job, path = settings or AnalysisSettings(), job or Job(), Path(video)
    job.report(0.0, 1.0, _READING)
    info = probe(path, job.part(0.0, _PROBED))
    record = _record(path, info, sha256_of(path, job.part(_PROBED, _READ)))
    sounds = _sounds(path, info, settings, job.part(_READ, _HEARD))
    with VideoReader(path, info) as reader, PoseFinder(settings.model, settings.pose) as finder:
        size = _working_size(reader, finder, settings)
        used = _as_used(settings, size)

        def session_of(signals: MotionSignals, seen_s: float) -> Session:
            return _session(record, info, signals, sounds, settings, used, seen_s)

        scan = _watch(reader, finder, size, settings, job.part(_HEARD, 1.0), on_partial, session_of)
        signals, track = scan.signals(), scan.poses()
    return session_of(signals, info.times.duration_s), _stored(signals, track)


def analyze_to_file(
    video: str | Path,
    folder: str | Path,
    settings: AnalysisSettings | None = None,
    job: Job | None = None,
    force: bool = False,
    on_partial: OnPartial | None = None,
) -> Path:
    """Analyses one video into `folder/<video stem>.session.json`, with the signals beside it, and returns that path.

    A session that somebody reviewed is replaced only with `force`. Whether the folder can be written to is tried before
    the work. Raises what `analyze` raises, SessionError and OutputError; nothing is left half-written.
    """
    video, folder = Path(video), Path(folder)
    path = folder / f"{video.stem}.session.json"
    _refuse_reviewed(path, force)
    with contextlib.suppress(FileNotFoundError):
        try:
            atomic.write(folder / f".{video.stem}.try", b"")
        except OutputError as error:  # said of the folder that the person named
            raise OutputError(folder, error.cause, error.remedy) from error
        (folder / f".{video.stem}.try").unlink()
    session, stored = analyze(video, settings, job, on_partial)
    return save_analysis(session, stored, video, path, force)


def save_analysis(session: Session, stored: StoredSignals, video: Path, path: Path, force: bool = False) -> Path:
    """Writes a session and its signals. The signals' name holds their digest, so that a session whose rewriting fails
    keeps its own."""
    _refuse_reviewed(path, force)
    stem = path.name.removesuffix(".session.json")
    fresh = path.with_name(f"{stem}.new{SUFFIX}")
    try:
        digest = save_signals(stored, fresh)
        kept = path.with_name(f"{stem}.{digest[:8]}{SUFFIX}")
        theirs = kept.exists()
        fresh.replace(kept)
        session = replace(session, signals_file=kept.name, signals_sha256=digest)
        try:
            file.save(file.with_video_at(session, video, path), path)
        except BaseException:
            if not theirs:  # the session that stays may name the very same signals
                kept.unlink(missing_ok=True)
            raise
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
    for old in path.parent.glob(f"{_plain(stem)}.????????{SUFFIX}"):
        if old != kept:
            with contextlib.suppress(OSError):
                old.unlink()
    return path


def redetect(session: Session, signals: MotionSignals, settings: AnalysisSettings) -> Session:
    """The session with movements, coverage and flags found anew in its stored signals. Pure.

    Reviews of the movements found before are not carried over: see session.redetect for that.
    """
    movements = find_movements(signals, settings.movements, settings.rules)
    movements = with_noise_before(movements, session.sounds, settings.rules)
    missing = [(e.start_s, e.end_s) for e in session.coverage.excluded if e.reason == "picture_missing"]
    coverage = find_coverage(signals, movements, session.video.duration_s, missing)
    return replace(
        session,
        movements=movements,
        coverage=coverage,
        patterns=find_flags(movements, coverage, session.sounds, settings.rules),
        settings={**session.settings, **settings.as_flat()},
    )


def _refuse_reviewed(path: Path, force: bool) -> None:
    if force or not path.exists():
        return
    try:
        reviewed = file.is_reviewed(file.load(path))
    except SessionError as error:
        if not file.is_damaged(error):
            raise
        remedy = phrase(
            "Wording",
            "Restore a copy from the folder {folder} beside it, or use --force: that keeps this file there and writes "
            "a new one",
        ).filled(folder=file.BACKUP_FOLDER)
        raise SessionError(path, error.cause, remedy) from error
    if reviewed:
        raise SessionError(
            path,
            phrase("Wording", "somebody has reviewed this session"),
            phrase("Wording", "Use --force to replace it, or another folder"),
        )


def _record(path: Path, info: VideoInfo, sha256: str) -> VideoRecord:
    return VideoRecord(
        file=path.name,
        sha256=sha256,
        duration_s=round(info.times.duration_s, 6),
        frames=len(info.times),
        width=info.width,
        height=info.height,
        rotation_deg=info.rotation_deg,
        timing=info.times.timing,
        has_audio=info.audio is not None,
    )


def _sounds(path: Path, info: VideoInfo, settings: AnalysisSettings, job: Job) -> tuple[SoundSpan, ...]:
    if info.audio is None:
        return ()
    from annotator.sound.detect import find_sounds
    from annotator.video.audio import read_audio

    def heard() -> Iterator[tuple[float, NDArray[np.float32]]]:
        for start_s, samples in read_audio(path, info, job=job):
            job.report(max(0.0, start_s), info.times.duration_s, _LISTENING)
            yield start_s, samples

    return find_sounds(heard(), settings.sound, job)


def _working_size(reader: VideoReader, finder: PoseFinder, settings: AnalysisSettings) -> WorkingSize:
    """The size at which the baby's torso has enough pixels for a small movement to show."""
    from annotator.motion.scan import WorkingSize
    from annotator.pose.plausible import torso_px

    motion, info = settings.motion, reader.info
    longest = motion.working_longest_side_px
    for n in (0, len(reader.times) // 2):
        pose = finder.find(reader.frame(n).rgb(max_side=2 * longest))
        if pose is not None:
            shown = max(info.width, info.height) / min(max(info.width, info.height), 2 * longest)
            torso = float(torso_px(pose.xy_px)) * shown
            needed = motion.working_smallest_torso_px / max(torso, 1.0) * max(info.width, info.height)
            longest = int(min(2 * longest, max(longest, needed)))
            break
    return WorkingSize.of(info.width, info.height, longest)


def _as_used(settings: AnalysisSettings, size: WorkingSize) -> dict[str, Any]:
    """Every threshold, and what was chosen for this clip."""
    from annotator.pose.models import expected_sha256

    return {
        **settings.as_flat(),
        "model_sha256": expected_sha256(settings.model),
        "working_width_px": size.width,
        "working_height_px": size.height,
    }


def _watch(
    reader: VideoReader,
    finder: PoseFinder,
    size: WorkingSize,
    settings: AnalysisSettings,
    job: Job,
    on_partial: OnPartial | None,
    session_of: Callable[[MotionSignals, float], Session],
) -> Scan:
    """Shows the scan every frame that counts."""
    from annotator.motion.scan import Scan, analysed_frames

    times = reader.times
    wanted = analysed_frames(times.seconds, settings.motion.working_highest_rate_hz)
    scan = Scan(size, int(wanted.sum()), finder, settings)
    told_s = time.monotonic()
    for frame in reader.frames(job=job):
        if not wanted[frame.number]:
            continue
        scan.take(frame)
        job.report(frame.seconds, times.duration_s, _WATCHING)
        if on_partial is not None and time.monotonic() - told_s > _PARTIAL_EVERY_S:
            on_partial(session_of(scan.signals(), frame.seconds))
            told_s = time.monotonic()
    return scan


def _session(
    record: VideoRecord,
    info: VideoInfo,
    signals: MotionSignals,
    sounds: tuple[SoundSpan, ...],
    settings: AnalysisSettings,
    used: dict[str, Any],
    seen_s: float,
) -> Session:
    movements = find_movements(signals, settings.movements, settings.rules)
    movements = with_noise_before(movements, sounds, settings.rules)
    missing = [(gap.start_s, gap.end_s) for gap in info.gaps]
    coverage = find_coverage(signals, movements, seen_s, missing)
    return Session(
        video=record,
        settings=used | {"working_rate_hz": _rate_hz(signals)},
        coverage=coverage,
        movements=movements,
        patterns=find_flags(movements, coverage, sounds, settings.rules),
        sounds=sounds,
        created_at=datetime.now(UTC).isoformat(timespec="seconds"),
        software=_software(),
    )


def _rate_hz(signals: MotionSignals) -> float:
    gaps = np.diff(signals.t_s)
    return round(1.0 / float(np.median(gaps)), 3) if len(gaps) else 0.0


def _stored(signals: MotionSignals, track: PoseTrack) -> StoredSignals:
    arrays = signals.to_arrays()
    arrays |= {"pose_frames": track.frames, "pose_xy_px": track.xy_px, "pose_visibility": track.visibility}
    return StoredSignals(arrays, {"layout": "annotator-signals", "version": 1})


def _software() -> dict[str, str]:
    versions = {"annotator": annotator.__version__, "python": sys.version.split()[0]}
    for name in _LIBRARIES:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            versions[name] = importlib.metadata.version(name)
    return versions


def _plain(name: str) -> str:
    """A file name that a glob pattern takes literally."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)
