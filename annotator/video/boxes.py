"""The outermost boxes of an MP4 or MOV file (ISO/IEC 14496-12, 4.2), to tell what a broken one lacks and to read the
rest."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

_FIRST_TYPES: Final = frozenset({b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"})
_MOST_BOXES: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its four-letter type and the bytes `start` up to `end` that it claims."""

    kind: bytes
    start: int
    end: int


def outer_boxes(path: Path) -> list[Box]:
    """The outermost boxes, the last possibly reaching beyond the file's end. Empty for other formats."""
    boxes: list[Box] = []
    with path.open("rb") as file:
        size = file.seek(0, io.SEEK_END)
        at = 0
        while at + 8 <= size and len(boxes) < _MOST_BOXES:
            file.seek(at)
            box = _box_at(file, at, size)
            if box is None or (not boxes and box.kind not in _FIRST_TYPES):
                break
            boxes.append(box)
            at = box.end
    return boxes


def _box_at(file: BinaryIO, at: int, size: int) -> Box | None:
    head = file.read(16)
    length = int.from_bytes(head[:4], "big")
    smallest = 8
    if length == 1:
        length, smallest = int.from_bytes(head[8:16], "big"), 16
    elif length == 0:
        length = size - at
    return Box(head[4:8], at, at + length) if length >= smallest else None


class Beginning(io.RawIOBase):
    """A file up to `end` only, read-only: what is left of one that was torn off within a box that must be whole."""

    def __init__(self, path: Path, end: int) -> None:
        super().__init__()
        self._file = path.open("rb", buffering=0)
        self._end = end

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Reads no further than the end."""
        wanted = min(len(buffer), max(self._end - self._file.tell(), 0))
        data = self._file.read(wanted)
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Moves within the part that is left."""
        if whence == io.SEEK_END:
            return self._file.seek(self._end + offset)
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """The place in the file."""
        return self._file.tell()

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()
        super().close()
