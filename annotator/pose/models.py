"""The pose model bundles: where they are, and whether they are what the build wrote."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Final

from annotator.errors import ModelError
from annotator.phrase import phrase
from annotator.settings import ModelName

PACKAGE: Final = Path(__file__).resolve().parent.parent
CHECKSUMS: Final = "checksums.json"


def models_folder(package: Path = PACKAGE) -> Path:
    """The folder of the bundles: inside the installed package, or `models/` beside the package in a source checkout."""
    installed = package / "_data" / "models"
    return installed if installed.is_dir() else package.parent / "models"


def bundle_name(model: ModelName) -> str:
    """The file name of one model's bundle."""
    return f"pose_landmarker_{model}.task"


def expected_sha256(model: ModelName, folder: Path | None = None) -> str:
    """The checksum that the build recorded. Raises ModelError when the record is missing or unreadable."""
    path = (folder or models_folder()) / CHECKSUMS
    try:
        return str(json.loads(path.read_text(encoding="utf-8"))["bundles"][bundle_name(model)])
    except FileNotFoundError:
        raise ModelError(
            path,
            phrase("Wording", "the list of model checksums is missing"),
            phrase("Wording", "Install the program again."),
        ) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        cause = phrase("Wording", "the list of model checksums cannot be read ({details})").filled(details=error)
        raise ModelError(path, cause, phrase("Wording", "Install the program again.")) from error


def read_bundle(model: ModelName, folder: Path | None = None) -> bytes:
    """The bundle's bytes, checked against the recorded checksum.

    Raises ModelError when the file is missing (with how to build it), unreadable, or not what the build wrote.
    """
    place = folder or models_folder()
    path = place / bundle_name(model)
    expected = expected_sha256(model, place)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        if model == "heavy":
            remedy = phrase(
                "Wording", "Build it with: python {script} heavy (it downloads 77 MB), or choose lite or full."
            ).filled(script=place / "build.py")
            raise ModelError(
                path, phrase("Wording", "the heavy model is not shipped and was not built yet"), remedy
            ) from None
        raise ModelError(
            path, phrase("Wording", "the pose model is missing"), phrase("Wording", "Install the program again.")
        ) from None
    except OSError as error:
        remedy = phrase("Wording", "Check that the file may be read.")
        raise ModelError(
            path, phrase("Wording", "the pose model cannot be read ({reason})").filled(reason=error.strerror), remedy
        ) from error
    found = hashlib.sha256(content).hexdigest()
    if found != expected:
        cause = phrase(
            "Wording", "the pose model is damaged: {size} bytes with sha256 {found}, expected {expected}"
        ).filled(size=len(content), found=found[:12], expected=expected[:12])
        raise ModelError(
            path, cause, phrase("Wording", "Install the program again, or rebuild it with models/build.py.")
        )
    return content
