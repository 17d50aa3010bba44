"""The pieces of work that the command line gives to processes of their own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.job import Job
from annotator.settings import AnalysisSettings

if TYPE_CHECKING:
    from annotator.export.options import ExportOptions


@dataclass(frozen=True, slots=True)
class Analyze:
    """Analyses a video into a folder (None: beside the video)."""

    subject: Path
    folder: Path | None
    settings: AnalysisSettings
    force: bool

    def run(self, job: Job) -> Path:
        """Returns the session file."""
        from annotator import pipeline

        folder = self.folder or self.subject.parent
        return pipeline.analyze_to_file(self.subject, folder, self.settings, job, self.force)


@dataclass(frozen=True, slots=True)
class Export:
    """Writes a session's packet into a folder, in a language."""

    subject: Path
    folder: Path
    options: ExportOptions
    language: str = "en"

    def run(self, job: Job) -> Path:
        """Returns the packet's folder."""
        from annotator.export.packet import export_session
        from annotator.wording.languages import speak

        # This process is the task's own: nothing else in it is worded.
        speak(self.language)
        return export_session(self.subject, self.folder, self.options, job)
