"""Whether a video is the one that a session was made from, found out by its digest on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.job import Job
from annotator.ui.heavy import load_pyav
from annotator.ui.newest import Newest, Work


@dataclass(frozen=True, slots=True)
class Checked:
    """A video and whether it is the expected one."""

    video: Path
    same: bool


class VideoCheck(Newest):
    """Checks one video; a newer check takes its place. `done` carries a `Checked`."""

    def start(self, video: Path, sha256: str) -> None:
        """Reads the whole video and compares its digest."""
        self.run(_check_of(video, sha256))


def _check_of(video: Path, sha256: str) -> Work:
    def work(job: Job, _partial: Callable[[Any], None]) -> Checked:
        load_pyav()
        from annotator.video.digest import sha256_of

        return Checked(video, sha256_of(video, job) == sha256)

    return work
