"""The stored motion signals: named arrays and a few facts about them in one .npz beside the session.

They let thresholds be changed later without a second analysis. Which arrays there are is for the writer to say: this
module only keeps them whole. Compressed, written atomically, never pickled; a session names the file and its sha256, so
that signals of another run are not taken for its own.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import numpy as np

from annotator.errors import SessionError
from annotator.phrase import phrase
from annotator.session import atomic
from annotator.session.fields import frozen
from annotator.session.model import Session

SUFFIX: Final = ".signals.npz"
LARGEST_UNPACKED_BYTES: Final = 2 * 2**30

_META: Final = "meta_json"
_REDO: Final = phrase("Wording", "Analyze the video again")

Array = np.ndarray[Any, np.dtype[Any]]
Shape = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class StoredSignals:
    """Read-only arrays by name, and `meta`: plain JSON facts about them (sampling, units, limb order).

    Numbers and booleans only: an array of objects is refused with `ValueError`, as is the name "meta_json".
    """

    arrays: Mapping[str, Array]
    meta: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        kept = {}
        for name, array in self.arrays.items():
            if name == _META or not name.isidentifier():
                raise ValueError(f"{name!r} cannot name a stored array")
            if array.dtype.kind not in "biuf":
                raise ValueError(f"{name} holds something other than numbers")
            view = array.view()
            view.flags.writeable = False
            kept[name] = view
        object.__setattr__(self, "arrays", MappingProxyType(kept))

    def __getitem__(self, name: str) -> Array:
        return self.arrays[name]

    def check(self, shapes: Mapping[str, Shape]) -> None:
        """Raises `ValueError` unless each named array is there with that shape.

        A number is an exact length; a word stands for any length, the same wherever the word appears, in all arrays:
        `{"pts": ("frames",), "speed_torso_per_s": ("frames", 5)}`.
        """
        lengths: dict[str, int] = {}
        for name, shape in shapes.items():
            if name not in self.arrays:
                raise ValueError(f"the array {name} is missing")
            found = self.arrays[name].shape
            if len(found) != len(shape):
                raise ValueError(f"the array {name} has {len(found)} dimensions, not {len(shape)}")
            for length, wanted in zip(found, shape, strict=True):
                expected = lengths.setdefault(wanted, length) if isinstance(wanted, str) else wanted
                if length != expected:
                    raise ValueError(f"the array {name} has a length of {length} where {expected} is expected")


def save_signals(signals: StoredSignals, path: str | Path) -> str:
    """Writes the signals and returns the file's sha256. The same signals give the same bytes. Raises `OutputError`."""
    meta = np.frombuffer(json.dumps(dict(signals.meta), sort_keys=True, allow_nan=False).encode(), np.uint8)
    packed = io.BytesIO()
    np.savez_compressed(packed, allow_pickle=False, **{_META: meta}, **signals.arrays)
    atomic.write(path, packed.getvalue())
    return hashlib.sha256(packed.getbuffer()).hexdigest()


def load_signals(
    path: str | Path, sha256: str | None = None, shapes: Mapping[str, Shape] | None = None
) -> StoredSignals:
    """Reads signals back. Raises `SessionError` when the file is gone, damaged, not the one of `sha256`, or when its
    arrays do not have the `shapes` (see `StoredSignals.check`)."""
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SessionError(
            path, phrase("Wording", "the stored signals cannot be read ({reason})").filled(reason=error.strerror), _REDO
        ) from error
    if sha256 is not None and hashlib.sha256(data).hexdigest() != sha256:
        raise SessionError(path, phrase("Wording", "the stored signals are not those of this session"), _REDO)
    try:
        signals = _unpacked(data)
        signals.check(shapes or {})
    except (ValueError, KeyError, EOFError, MemoryError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
        raise SessionError(
            path, phrase("Wording", "the stored signals are damaged ({details})").filled(details=error), _REDO
        ) from error
    return signals


def load_session_signals(
    session: Session, session_path: str | Path, shapes: Mapping[str, Shape] | None = None
) -> StoredSignals | None:
    """The signals that the session names, or None where it names none. Raises `SessionError` as `load_signals` does."""
    if session.signals_file is None:
        return None
    return load_signals(Path(session_path).parent / session.signals_file, session.signals_sha256, shapes)


def _unpacked(data: bytes) -> StoredSignals:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > LARGEST_UNPACKED_BYTES:
            raise ValueError("they are too large")
    with np.load(io.BytesIO(data), allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    meta = json.loads(arrays.pop(_META).tobytes())
    if not isinstance(meta, dict):
        raise ValueError("their description is not an object")
    return StoredSignals(arrays, frozen(meta))
