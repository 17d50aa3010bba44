"""What a dropped, chosen or typed path opens: a session file, a video with or without a session, a folder of both."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from annotator.errors import AnnotatorError, SessionError, VideoError
from annotator.inputs import VIDEO_SUFFIXES
from annotator.phrase import phrase
from annotator.session import file
from annotator.session.model import Session

MOST_IN_A_FOLDER: Final = 2000


@dataclass(frozen=True, slots=True)
class Opened:
    """What a path held: a session (with its file) or a bare video, and the video's place if it is there."""

    session: Session | None
    path: Path | None
    video: Path | None
    video_missing: bool = False


def session_beside(video: Path) -> Path:
    """Where a video's session lies, as the command line writes it."""
    return video.with_name(video.stem + file.SUFFIX)


def is_session(path: Path) -> bool:
    """Whether a file is a session by its name."""
    return path.name.endswith(file.SUFFIX) or path.suffix.lower() == ".json"


def expand(paths: Iterable[Path]) -> list[Path]:
    """Every openable file of the paths, folders searched in depth; a video and its own session are one.

    Hidden folders (backups) are passed over. At most `MOST_IN_A_FOLDER` files.
    """
    found: dict[Path, None] = {}
    for path in paths:
        for candidate in _inside(path) if path.is_dir() else [path]:
            found[candidate.absolute()] = None
    own = {session_beside(path) for path in found if not is_session(path)}
    return [path for path in found if path not in own][:MOST_IN_A_FOLDER]


def open_path(path: Path) -> Opened:
    """Reads what a path holds. Raises `AnnotatorError` for what is missing, damaged or nothing of ours."""
    if not path.exists():
        raise VideoError(
            path, phrase("Wording", "there is no such file"), phrase("Wording", "Check whether it was moved or renamed")
        )
    if path.is_dir():
        raise VideoError(
            path,
            phrase("Wording", "this folder holds no video"),
            phrase("Wording", "Choose another folder or a video file"),
        )
    if is_session(path):
        return _session_at(path)
    beside = session_beside(path)
    if beside.is_file():
        opened = _session_at(beside)
        return Opened(opened.session, beside, path)
    return Opened(None, None, path)


def last_good(path: Path) -> Opened | None:
    """What a path held before it was damaged: the newest of its session's backups that can be read."""
    own = path if is_session(path) else session_beside(path)
    if not own.is_file():
        return None
    for backup in file.backups(own):
        try:
            session = file.load(backup)
        except AnnotatorError:
            continue
        return _opened(session, own)
    return None


def problem_of(paths: Sequence[Path]) -> AnnotatorError:
    """Why nothing of the paths could be opened."""
    subject = paths[0] if paths else Path()
    if subject.is_dir():
        return VideoError(
            subject,
            phrase("Wording", "this folder holds no video"),
            phrase("Wording", "Choose another folder or a video file"),
        )
    return SessionError(
        subject, phrase("Wording", "nothing in it can be opened"), phrase("Wording", "Choose a video or a session file")
    )


def _session_at(path: Path) -> Opened:
    return _opened(file.load(path), path)


def _opened(session: Session, path: Path) -> Opened:
    video = file.video_path(session, path)
    exists = video.is_file()
    return Opened(session, path, video if exists else None, video_missing=not exists)


def _inside(folder: Path) -> list[Path]:
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            child = Path(place) / name
            if not name.startswith(".") and (child.suffix.lower() in VIDEO_SUFFIXES or name.endswith(file.SUFFIX)):
                found.append(child)
        if len(found) > MOST_IN_A_FOLDER:
            break
    return found
