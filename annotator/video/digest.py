"""The SHA-256 of a file, read in pieces so that memory stays flat."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from annotator.errors import VideoError
from annotator.job import Job
from annotator.phrase import phrase

_PIECE_BYTES: Final = 1 << 20


def sha256_of(path: str | Path, job: Job | None = None) -> str:
    """The file's SHA-256 in lower-case hex. Raises VideoError where it cannot be read, Cancelled on request."""
    path = Path(path)
    digest = hashlib.sha256()
    try:
        total = path.stat().st_size
        with path.open("rb", buffering=0) as file:
            done = 0
            while piece := file.read(_PIECE_BYTES):
                digest.update(piece)
                done += len(piece)
                if job is not None:
                    job.raise_if_cancelled()
                    job.report(done, total, phrase("Wording", "Checking the file"))
    except OSError as error:
        raise unreadable(path, error) from error
    return digest.hexdigest()


def unreadable(path: Path, error: OSError) -> VideoError:
    """The one-line error for a file that the system will not let us read."""
    match error:
        case FileNotFoundError():
            return VideoError(
                path, phrase("Wording", "there is no such file"), phrase("Wording", "Check the name and the folder.")
            )
        case IsADirectoryError():
            return VideoError(
                path, phrase("Wording", "this is a folder, not a video"), phrase("Wording", "Choose a video file.")
            )
        case PermissionError():
            return VideoError(
                path,
                phrase("Wording", "you may not read this file"),
                phrase("Wording", "Ask for read permission, or copy it to your folder."),
            )
        case _:
            reason = error.strerror or type(error).__name__
            return VideoError(
                path,
                phrase("Wording", "the file cannot be read ({reason})").filled(reason=reason),
                phrase("Wording", "Check the disk, then try a copy of it."),
            )
