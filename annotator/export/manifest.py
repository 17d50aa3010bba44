"""The list of everything in a packet, with each file's SHA-256, and the packet as one zip."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from annotator.export import words
from annotator.export.context import PacketContext
from annotator.job import Job
from annotator.phrase import phrase

NAME: Final = "manifest.json"
FORMAT: Final = "annotator-packet"
# Already compressed: deflating them again costs minutes and saves nothing.
_STORED: Final = frozenset({".mp4", ".jpg", ".jpeg", ".png"})


def write_manifest(
    context: PacketContext, folder: Path, about: Mapping[str, str], checks: list[dict[str, Any]]
) -> None:
    """Writes manifest.json over every file now in `folder`. `about` says what each is, by its path with forward
    slashes; `checks` are the clips' own proofs."""
    session = context.view.session
    files = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.name != NAME):
        name = path.relative_to(folder).as_posix()
        files.append({"file": name, "bytes": path.stat().st_size, "sha256": sha256(path), "about": about.get(name, "")})
    contents = {
        "format": FORMAT,
        "version": 1,
        "disclaimer": words.disclaimer(),
        "outcome": words.outcome(context.view),
        "made_at": context.made_at.isoformat(timespec="seconds"),
        "software": {
            "annotator": context.version,
            **{k: str(v) for k, v in session.software.items() if k != "annotator"},
        },
        "video": {"file": context.video_name, "sha256": session.video.sha256, "duration_s": session.video.duration_s},
        "options": {
            "blur_face": context.options.blur_face,
            "no_audio": context.options.no_audio,
            "lead_in_s": context.options.lead_in_s,
            "lead_out_s": context.options.lead_out_s,
            "formats": sorted(context.options.formats),
        },
        "clips": checks,
        "files": files,
    }
    (folder / NAME).write_text(
        json.dumps(contents, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
    )


def sha256(path: Path) -> str:
    """The file's SHA-256, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def write_zip(folder: Path, target: Path, name: str, job: Job) -> None:
    """Packs `folder` into `target`, under the top folder `name`. Raises Cancelled on request."""
    paths = sorted(p for p in folder.rglob("*") if p.is_file())
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for done, path in enumerate(paths):
            job.raise_if_cancelled()
            job.report(done, len(paths), phrase("Wording", "Packing"))
            how = zipfile.ZIP_STORED if path.suffix.lower() in _STORED else zipfile.ZIP_DEFLATED
            archive.write(path, f"{name}/{path.relative_to(folder).as_posix()}", compress_type=how)
