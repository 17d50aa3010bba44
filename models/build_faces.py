"""Builds `face_detector.tflite` from the same wheel as the pose bundles (see build.py), with the same care.

    python models/build_faces.py [--wheel FILE] [--into FOLDER]

BlazeFace, short range: 128 x 128 pixels in, faces out. It is used only to cover faces in exported clips.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
import zipfile
from pathlib import Path

from build import HERE, WHEEL, Normalization, fetch_wheel, rebuild

IN_WHEEL = "mediapipe/modules/face_detection/face_detection_short_range.tflite"
SOURCE_SHA256 = "bbff11cebd1eb27a1e004cae0b0e63ec8c551cbf34a4451148b4908b8db3eca8"
SCALING = Normalization("Face detector", 127.5, 127.5, -1.0, 1.0)


def main() -> None:
    """Command line: builds the model and prints its checksum, which annotator/pose/faces.py holds."""
    parser = argparse.ArgumentParser(description="Build the face model.")
    parser.add_argument("--wheel", type=Path, help=f"an already fetched wheel of {WHEEL}")
    parser.add_argument("--into", type=Path, default=HERE, help="folder for the model (default: beside this script)")
    arguments = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as temporary,
        zipfile.ZipFile(arguments.wheel or fetch_wheel(Path(temporary))) as archive,
    ):
        source = archive.read(IN_WHEEL)
    found = hashlib.sha256(source).hexdigest()
    if found != SOURCE_SHA256:
        raise SystemExit(f"{IN_WHEEL}: sha256 is {found}, expected {SOURCE_SHA256}: is that the package named above?")
    path = arguments.into / "face_detector.tflite"
    path.write_bytes(rebuild(source, SCALING))
    print(path, hashlib.sha256(path.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
