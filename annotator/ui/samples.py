"""The sample clips that come with the program."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths

from annotator.errors import OutputError, VideoError
from annotator.phrase import phrase

_PLACES: Final = (
    Path(__file__).parents[1] / "_data" / "sample_clips",
    Path(__file__).parents[2] / "sample_clips",
)


def sample_clip(folder: Path) -> Path:
    """A sample clip, copied into `folder` so that its session can lie beside it. Raises `AnnotatorError`."""
    for place in _PLACES:
        clips = sorted(place.glob("*.mp4"))
        preferred = [clip for clip in clips if "cluster" in clip.stem] or clips
        if preferred:
            target = folder / preferred[0].name
            try:
                folder.mkdir(parents=True, exist_ok=True)
                if not target.exists() or target.stat().st_size != preferred[0].stat().st_size:
                    shutil.copyfile(preferred[0], target)
            except OSError as error:
                raise OutputError(
                    folder,
                    phrase("Wording", "the sample cannot be copied there ({reason})").filled(reason=error.strerror),
                    phrase("Wording", "Choose a video yourself"),
                ) from error
            return target
    raise VideoError(
        phrase("Wording", "Sample clip"),
        phrase("Wording", "it did not come with this installation"),
        phrase("Wording", "Choose a video of your own"),
    )


def sample_folder() -> Path:
    """Where the sample's copy goes: the program's own folder in the person's data."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "samples"
