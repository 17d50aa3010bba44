"""A recovery copy of the open session, so that a crash loses nothing. Never the session file itself: that is saved when
the person saves it.

Each open document has a copy of its own in the user's state folder, named after the video's digest and the session's
path, so that one video's movements never land in another's. A lock that the system drops when the process ends tells a
copy that a crash left from one that is still being written.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final

from annotator.errors import OutputError, SessionError
from annotator.phrase import phrase
from annotator.session import atomic, file
from annotator.session.model import Session

_FORMAT: Final = "annotator-recovery"
_SUFFIX: Final = ".recovery.json"
_LOCK_SUFFIX: Final = ".lock"


@dataclass(frozen=True, slots=True)
class Recovery:
    """A copy that a crash left behind. `session_path` is None where the session had no file yet."""

    copy: Path
    session: Session
    session_path: Path | None
    video_path: Path | None
    saved_at: str


class Autosave:
    """Keeps the recovery copy of one open document, from its first edit until it is saved or closed.

    Use it in a `with`, or call `close`: that drops the lock and leaves the copy; `discard` removes both.
    """

    def __init__(
        self,
        video_sha256: str,
        session_path: Path | None = None,
        video_path: Path | None = None,
        folder: Path | None = None,
    ) -> None:
        self._video_sha256 = video_sha256
        self._session_path = None if session_path is None else session_path.absolute()
        self._video_path = None if video_path is None else video_path.absolute()
        self._folder = folder or default_folder()
        name = f"{_key(video_sha256, self._session_path)}-{secrets.token_hex(4)}"
        self._copy = self._folder / f"{name}{_SUFFIX}"
        self._lock: BinaryIO | None = None

    def save(self, session: Session) -> None:
        """Puts the session in place of the copy.

        Raises `SessionError` when it is about another video than this document's, `OutputError` when it cannot be written.
        """
        if session.video.sha256 != self._video_sha256:
            raise SessionError(
                session.video.file,
                phrase("Wording", "it is another video's session"),
                phrase("Wording", "Open it on its own"),
            )
        self._take_lock()
        document = {
            "format": _FORMAT,
            "saved_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "session_path": _text(self._session_path),
            "video_path": _text(self._video_path),
            "session": file.to_json(session),
        }
        atomic.write(self._copy, json.dumps(document).encode("utf-8"))

    def discard(self) -> None:
        """Removes the copy: the work is saved, or not wanted."""
        with contextlib.suppress(OSError):
            self._copy.unlink(missing_ok=True)
        self.close()

    def close(self) -> None:
        """Lets go of the copy. One that is still there is offered at the next start."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None
            if not self._copy.exists():
                with contextlib.suppress(OSError):
                    _lock_of(self._copy).unlink(missing_ok=True)

    def __enter__(self) -> Autosave:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _take_lock(self) -> None:
        if self._lock is not None:
            return
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock = _lock_of(self._copy).open("ab")
        except OSError as error:
            raise atomic.output_error(self._folder, error) from error
        if not _locked(self._lock):
            self._lock.close()
            self._lock = None
            raise OutputError(
                self._copy,
                phrase("Wording", "another window writes to it"),
                phrase("Wording", "Close the other window"),
            )


def default_folder() -> Path:
    """Where recovery copies live: the system's place for a program's own state."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(base) / "annotator" / "recovery"


def find_recoveries(folder: Path | None = None) -> tuple[Recovery, ...]:
    """Every copy that a crash left, newest first. Copies still being written and unreadable ones are passed over, and so
    are those that hold nothing beyond the session file they belong to."""
    folder = folder or default_folder()
    found = [recovery for copy in sorted(folder.glob(f"*{_SUFFIX}")) if (recovery := _left_behind(copy)) is not None]
    return tuple(sorted(found, key=lambda recovery: recovery.saved_at, reverse=True))


def find_recovery(video_sha256: str, session_path: Path | None = None, folder: Path | None = None) -> Recovery | None:
    """The newest copy that a crash left of this video's session at this path."""
    key = _key(video_sha256, None if session_path is None else session_path.absolute())
    return next((r for r in find_recoveries(folder) if r.copy.name.startswith(f"{key}-")), None)


def discard(recovery: Recovery) -> None:
    """Removes a copy that was recovered or is not wanted."""
    for path in (recovery.copy, _lock_of(recovery.copy)):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _left_behind(copy: Path) -> Recovery | None:
    """The copy's content if nobody writes to it, it can be read and it is worth offering."""
    if _in_use(copy):
        return None
    try:
        document = json.loads(copy.read_bytes())
        if not isinstance(document, dict) or document.get("format") != _FORMAT:
            return None
        session = file.from_json(str(document["session"]), copy)
        session_path, video_path = _path(document["session_path"]), _path(document["video_path"])
        saved_at = str(document["saved_at"])
    except (OSError, ValueError, KeyError, RecursionError, SessionError):
        return None
    if not copy.name.startswith(f"{_key(session.video.sha256, session_path)}-"):
        return None
    if session_path is not None and _same_as_saved(session, session_path):
        return None
    return Recovery(copy, session, session_path, video_path, saved_at)


def _same_as_saved(session: Session, session_path: Path) -> bool:
    try:
        return file.load(session_path) == session
    except SessionError:
        return False


def _in_use(copy: Path) -> bool:
    """Whether a living process holds the copy's lock."""
    try:
        with _lock_of(copy).open("rb+") as lock:
            return not _locked(lock)
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _locked(lock: BinaryIO) -> bool:
    """Takes the lock for as long as the file stays open; False where another process, or another opening, has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            lock.seek(0)
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _lock_of(copy: Path) -> Path:
    return copy.with_name(copy.name.removesuffix(_SUFFIX) + _LOCK_SUFFIX)


def _key(video_sha256: str, session_path: Path | None) -> str:
    path = "" if session_path is None else os.path.normcase(session_path)
    return hashlib.sha256(f"{video_sha256}\n{path}".encode("utf-8", "surrogateescape")).hexdigest()[:32]


def _text(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _path(text: object) -> Path | None:
    return Path(text) if isinstance(text, str) else None
