"""What every writer of a packet needs to know besides the session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from annotator.export.options import ExportOptions
from annotator.export.text import file_name, line
from annotator.export.view import PacketView
from annotator.video.times import FrameTimes


@dataclass(frozen=True, slots=True)
class PacketContext:
    """The session's view, the person's choices, and the facts of this export.

    `times` is the video's clock, None when the packet was asked for without anything that needs the video; `made_at` is
    the time of the export in UTC; `version` the program's.
    """

    view: PacketView
    options: ExportOptions
    times: FrameTimes | None
    made_at: datetime
    version: str

    @property
    def video_name(self) -> str:
        """The video's file name as the packet gives it."""
        name = line(PurePosixPath(self.view.session.video.file).name)
        if not self.options.hide_video_name:
            return name
        suffix = PurePosixPath(name).suffix.lower()
        return "video" + (suffix if suffix.isascii() and suffix[1:].isalnum() else "")

    @property
    def baby(self) -> str:
        """What the baby is called: the initials or code given, else "baby"."""
        return line(self.options.baby, longest=40) or "baby"

    @property
    def stem(self) -> str:
        """The first part of the interchange files' names."""
        return file_name(PurePosixPath(self.video_name).stem, "video")

    @property
    def duration_s(self) -> float:
        """The video's length, never shorter than what is marked in it."""
        session = self.view.session
        ends = (
            session.video.duration_s,
            *(m.offset_s for m in self.view.movements),
            *(f.end_s for f in session.patterns),
        )
        return max(ends)

    @property
    def frames_per_second(self) -> float:
        """Mean frame rate of the video (for programs that want one number; no time here is computed from it)."""
        video = self.view.session.video
        return video.frames / video.duration_s if video.duration_s > 0 and video.frames > 0 else 0.0

    def frame_at(self, seconds: float) -> int | None:
        """The number of the frame shown at that time, None without the video."""
        return None if self.times is None else int(self.times.frame_at(seconds))
