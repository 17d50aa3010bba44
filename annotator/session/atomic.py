"""Writing a file so that a crash or a full disk leaves either the old one or the new one, never a half."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from annotator.errors import OutputError
from annotator.phrase import phrase

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextlib.contextmanager
def writing(path: str | Path) -> Iterator[BinaryIO]:
    """A binary file that takes the place of `path` when the block ends well, and leaves no trace when it does not.

    Written beside `path`, flushed to the disk, then renamed over it. Keeps the mode of a file that is replaced and
    follows a symbolic link to its target. Raises `OutputError` for every failure of the file system.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{target.name[:80]}.{secrets.token_hex(6)}.part")
    try:
        with temporary.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
        temporary.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise output_error(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def write(path: str | Path, data: bytes) -> None:
    """Puts `data` in place of `path`. Raises `OutputError`; `path` is then as it was."""
    with writing(path) as file:
        file.write(data)


def output_error(path: str | Path, error: OSError) -> OutputError:
    """The failure of a write, in words that say what to do next."""
    if error.errno in _FULL:
        return OutputError(
            path, phrase("Wording", "the disk is full"), phrase("Wording", "Free some space or choose another folder")
        )
    if error.errno in _FORBIDDEN:
        return OutputError(
            path, phrase("Wording", "this place cannot be written to"), phrase("Wording", "Choose another folder")
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return OutputError(
            path, phrase("Wording", "its folder is not there"), phrase("Wording", "Create it or choose another folder")
        )
    if error.errno == errno.EISDIR:
        return OutputError(
            path, phrase("Wording", "a folder of that name is in the way"), phrase("Wording", "Choose another name")
        )
    if error.errno == errno.ENAMETOOLONG:
        return OutputError(
            path, phrase("Wording", "the file name is too long"), phrase("Wording", "Choose a shorter name")
        )
    cause = phrase("Wording", "it could not be written ({reason})").filled(reason=error.strerror or error)
    return OutputError(path, cause, phrase("Wording", "Try again or choose another folder"))


def _sync_folder(folder: Path) -> None:
    """Makes the rename itself durable. Windows has no such call, some network folders refuse it; the data is safe."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
