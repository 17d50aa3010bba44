"""The session file: one versioned JSON document beside its video, as the contract names it.

`movements` holds what was detected, exactly as it was, and what people added; each with what was said of it in `review`
(newest) and `earlier_reviews`. A movement whose review says "rejected" or "replaced" no longer stands, and a review's
`onset_s`, `offset_s`, `kind` and `limbs` correct the movement's own; `annotator.session.edits.effective_movements`
applies both. The standing movements do not overlap on the same limb.

Keys beyond the contract: `sounds`, `looked`, `observer`, `signals` (file and sha256), `created_at`, `software`. Keys
that this version does not know are kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import math
import os
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any, Final

import numpy as np

from annotator.errors import AnnotatorError, SessionError
from annotator.phrase import phrase
from annotator.session import atomic
from annotator.session.decode import session_from
from annotator.session.encode import session_object
from annotator.session.fields import Malformed
from annotator.session.model import FORMAT, VERSION, ObserverAnswers, Session

SUFFIX: Final = ".session.json"
BACKUP_FOLDER: Final = ".annotator-backups"
BACKUPS_KEPT: Final = 5
LARGEST_FILE_BYTES: Final = 256 * 2**20

_LONE_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
UPDATE: Final = phrase("Wording", "Update this program to open it")
_RESTORE: Final = phrase(
    "Wording", "Restore a copy from the folder {folder} beside it, or analyze the video again"
).filled(folder=BACKUP_FOLDER)


def to_json(session: Session) -> str:
    """The file's text: always the same for the same session, one record a line so that versions can be compared.

    Raises `ValueError` for a number that is not finite, `TypeError` for a value that JSON cannot hold.
    """
    lines = []
    for key, value in session_object(session).items():
        if isinstance(value, list) and value:
            text = "[\n" + ",\n".join("  " + _compact(item) for item in value) + "\n ]"
        else:
            text = _compact(value)
        lines.append(f" {_compact(key)}: {text}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def from_json(text: str, subject: str | Path = "session") -> Session:
    """The session of a file's text. Raises `SessionError` with `subject` for anything that is not a sound session."""
    if _is_foreign(subject, text):
        raise SessionError(
            subject,
            phrase("Wording", "it is not a session file"),
            phrase("Wording", "Choose a file whose name ends in {suffix}").filled(suffix=SUFFIX),
        )
    try:
        value = json.loads(text, parse_constant=_no_constant, parse_float=_finite, object_pairs_hook=_no_key_twice)
    except (ValueError, RecursionError) as error:
        cause = phrase("Wording", "the file is damaged ({details})").filled(details=error)
        if isinstance(error, RecursionError):
            cause = phrase("Wording", "the file is damaged")
        raise SessionError(subject, cause, _RESTORE) from error
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise SessionError(
            subject,
            phrase("Wording", "it is not a session file"),
            phrase("Wording", "Choose one that this program wrote"),
        )
    version = value.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise SessionError(subject, phrase("Wording", "its version is not a whole number"), _RESTORE)
    if version > VERSION:
        cause = phrase(
            "Wording", "it was written by a newer program (version {version}, this one reads {known})"
        ).filled(version=version, known=VERSION)
        raise SessionError(subject, cause, UPDATE)
    try:
        return session_from(value)
    except (Malformed, RecursionError) as error:
        raise SessionError(
            subject, phrase("Wording", "the file is damaged ({details})").filled(details=error), _RESTORE
        ) from error


def _is_foreign(subject: str | Path, text: str) -> bool:
    """Whether a text is no session at all: it does not begin like one, and its file is not named like one."""
    return not text.lstrip().startswith("{") and not str(subject).endswith(SUFFIX)


def load(path: str | Path) -> Session:
    """Reads a session file. Raises `SessionError`, one line, for a file that is missing, damaged, foreign or newer."""
    path = Path(path)
    try:
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise SessionError(
                path,
                phrase("Wording", "it is too large to be a session file"),
                phrase("Wording", "Choose a file that ends in {suffix}").filled(suffix=SUFFIX),
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SessionError(
            path, phrase("Wording", "there is no such file"), phrase("Wording", "Check the name")
        ) from error
    except IsADirectoryError as error:
        raise SessionError(
            path,
            phrase("Wording", "it is a folder"),
            phrase("Wording", "Choose a file in it whose name ends in {suffix}").filled(suffix=SUFFIX),
        ) from error
    except OSError as error:
        raise SessionError(
            path,
            phrase("Wording", "it cannot be read ({reason})").filled(reason=error.strerror),
            phrase("Wording", "Check that you may open it"),
        ) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SessionError(
            path,
            phrase("Wording", "it is not a session file"),
            phrase("Wording", "Choose a file whose name ends in {suffix}").filled(suffix=SUFFIX),
        ) from error
    return from_json(text, path)


def save(session: Session, path: str | Path) -> None:
    """Writes a session file in place of `path`, keeping the former one among the backups.

    Raises `OutputError` when it cannot be written and `SessionError` when the session holds what could not be read back
    (a number that is not finite, an id given twice); the file at `path` is then as it was.
    """
    path = Path(path)
    try:
        text = to_json(session)
    except (TypeError, ValueError) as error:
        cause = phrase("Wording", "the session holds a value that cannot be kept ({details})").filled(details=error)
        raise SessionError(path, cause, phrase("Wording", "Undo the last step")) from error
    from_json(text, path)
    data = text.encode("utf-8")
    with atomic.writing(path) as file:
        file.write(data)
        file.flush()
        _keep_backup(path, data)


def backups(path: str | Path) -> tuple[Path, ...]:
    """The kept former versions of a session file, newest first."""
    path = Path(os.path.realpath(path))
    found = (path.parent / BACKUP_FOLDER).glob(f"{_glob_escape(path.name)}.*.bak")
    return tuple(sorted(found, key=lambda p: p.name, reverse=True))


def is_damaged(error: AnnotatorError) -> bool:
    """Whether a session could not be loaded because of what is in its file: not where a newer program wrote it or the
    file could not be read just now, which must not be replaced."""
    return isinstance(error, SessionError) and error.remedy != UPDATE and not isinstance(error.__cause__, OSError)


def is_reviewed(session: Session) -> bool:
    """Whether a person has put anything into it: a review, a movement, a looked-at span or an observer's answer."""
    return (
        any(m.review is not None or m.earlier_reviews or m.source == "reviewer" for m in session.movements)
        or any(p.review is not None or p.earlier_reviews for p in session.patterns)
        or bool(session.looked)
        or session.observer != ObserverAnswers()
    )


def relative_video_file(video: str | Path, session_path: str | Path) -> str:
    """How a session at `session_path` names its video: relative with forward slashes, absolute on another drive."""
    target, folder = Path(video).absolute(), Path(session_path).absolute().parent
    try:
        return PurePath(os.path.relpath(target, folder)).as_posix()
    except ValueError:  # Windows: no relative path leads to another drive.
        return target.as_posix()


def video_path(session: Session, session_path: str | Path) -> Path:
    """Where the session's video should be."""
    return Path(os.path.normpath(Path(session_path).absolute().parent / session.video.file))


def check_video(session: Session, session_path: str | Path, sha256_of: Callable[[Path], str] | None = None) -> Path:
    """The session's video, proved to be the one that was analysed.

    `sha256_of` computes a file's digest (one that reports progress and can be cancelled, say). Raises `SessionError`
    when the video is gone, cannot be read, or is another one now.
    """
    path = video_path(session, session_path)
    try:
        found = (sha256_of or _sha256_of)(path)
    except FileNotFoundError as error:
        cause = phrase("Wording", "the video of this session is gone")
        raise SessionError(path, cause, phrase("Wording", "Put it back there or choose where it is now")) from error
    except OSError as error:
        raise SessionError(
            path,
            phrase("Wording", "the session's video cannot be read ({reason})").filled(reason=error.strerror),
            phrase("Wording", "Check the file"),
        ) from error
    if found != session.video.sha256:
        cause = phrase("Wording", "the video is not the one that this session was made from, or it was changed")
        raise SessionError(path, cause, phrase("Wording", "Put the original back or analyze this video anew"))
    return path


def with_video_at(session: Session, video: str | Path, session_path: str | Path) -> Session:
    """The session with its video found at another place, or the session itself about to be saved at another place."""
    return replace(session, video=replace(session.video, file=relative_video_file(video, session_path)))


def _keep_backup(path: Path, new: bytes) -> None:
    """Puts a file that is about to be replaced among its backups, the newest `BACKUPS_KEPT` of which stay.

    A backup that cannot be made must not keep the newest work from being saved, so its failure is passed over.
    """
    path = Path(os.path.realpath(path))
    with contextlib.suppress(OSError):
        if not path.is_file() or (path.stat().st_size == len(new) and path.read_bytes() == new):
            return
        folder = path.parent / BACKUP_FOLDER
        folder.mkdir(exist_ok=True)
        kept = backups(path)
        number = int(kept[0].name.split(".")[-2]) + 1 if kept else 1
        backup = folder / f"{path.name}.{number:08d}.bak"
        try:
            os.link(path, backup)
        except OSError:
            shutil.copy2(path, backup)
        for old in backups(path)[BACKUPS_KEPT:]:
            old.unlink()


def _compact(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, default=_plain)
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _plain(value: Any) -> Any:
    """What json does not know: numpy's scalars and read-only mappings."""
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no place in a session")


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text[:20]} is too large")
    return number


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name is given twice")
    return found


def _sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _glob_escape(name: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", name)
