"""What a person names on the command line or drops on the window: videos, and folders of them."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from annotator.errors import AnnotatorError, VideoError
from annotator.phrase import phrase

VIDEO_SUFFIXES: Final = frozenset(
    f".{name}"
    for name in (
        *("mp4", "m4v", "mov", "mkv", "webm", "avi", "mpg", "mpeg", "mts", "m2ts"),
        *("ts", "3gp", "3g2", "wmv", "flv", "ogv", "mxf", "vob", "asf"),
    )
)
_SESSION_SUFFIX: Final = ".session.json"
_SESSION_MARK: Final = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"annotator-session"')


def videos(paths: Iterable[Path]) -> tuple[list[Path], list[AnnotatorError]]:
    """The videos that `paths` name, each once and in that order, and what is wrong with the other paths.

    A folder stands for the videos in it and below, by their suffix; a file stands for itself whatever its suffix.
    """
    found: dict[Path, Path] = {}
    failures: list[AnnotatorError] = []
    for path in paths:
        if path.is_dir():
            inside = list(_inside(path))
            if not inside:
                failures.append(
                    VideoError(
                        path,
                        phrase("Wording", "this folder holds no video"),
                        phrase("Wording", "Choose another folder or a video file"),
                    )
                )
            for video in inside:
                found.setdefault(_identity(video), video)
        elif is_session(path):
            failures.append(not_a_video(path))
        elif path.exists():
            found.setdefault(_identity(path), path)
        else:
            failures.append(
                VideoError(
                    path,
                    phrase("Wording", "there is no such file"),
                    phrase("Wording", "Check whether it was moved or renamed"),
                )
            )
    return list(found.values()), failures


def is_session(path: Path) -> bool:
    """Whether a file is a session, by its name or, whatever its name, by its beginning."""
    if not path.is_file():
        return False
    if path.name.endswith(_SESSION_SUFFIX):
        return True
    try:
        with path.open("rb") as file:
            return _SESSION_MARK.match(file.read(200)) is not None
    except OSError:
        return False


def not_a_video(session: Path) -> VideoError:
    """The error for a session named where a video was asked for: how to open it."""
    return VideoError(
        session,
        phrase("Wording", "this is a session, not a video"),
        phrase(
            "Wording",
            "To open it: annotator {file}. To make the clinician's packet: annotator export {file} -o FOLDER. To "
            "analyze, name its video",
        ).filled(file=_as_typed(session)),
    )


def _as_typed(path: Path) -> str:
    """A path as it is typed in the system's own shell."""
    return subprocess.list2cmdline([str(path)]) if os.name == "nt" else shlex.quote(str(path))


def _inside(folder: Path) -> Iterator[Path]:
    """Sorted, so that a run can be repeated. Hidden files and folders (backups, a camera's thumbnails) are passed over."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in VIDEO_SUFFIXES:
                yield Path(place) / name


def _identity(path: Path) -> Path:
    return Path(os.path.realpath(path))


def session_name(video: Path) -> str:
    """The name of a video's session file."""
    return f"{video.stem}{_SESSION_SUFFIX}"
