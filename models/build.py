"""Builds the pose model bundles `pose_landmarker_<name>.task` from two public packages.

    python models/build.py [lite] [full] [heavy] [--wheel FILE] [--npm FILE] [--into FOLDER]

Without --wheel or --npm, `pip download` and `npm pack` fetch the packages by name into a temporary folder. Nothing of
the program itself downloads anything: this script is run once by whoever maintains the bundles.

A bundle is a stored (uncompressed) zip of two TFLite models. Both get NormalizationOptions metadata for their input
image, and both are rewritten so that every weight buffer starts at a multiple of ALIGNMENT inside the bundle file: the
interpreter then uses the mapped file as it is instead of copying each buffer. The output is the same byte for byte on
every run with the versions of mediapipe and flatbuffers named in README.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import flatbuffers
import numpy as np
from mediapipe.tasks.metadata import metadata_schema_py_generated as metadata_schema
from mediapipe.tasks.metadata import schema_py_generated as tflite_schema

HERE = Path(__file__).resolve().parent
WHEEL = "mediapipe==0.10.21"
NPM = "@mediapipe/pose@0.5.1675469404"
DETECTOR_IN_WHEEL = "mediapipe/modules/pose_detection/pose_detection.tflite"
FULL_IN_WHEEL = "mediapipe/modules/pose_landmark/pose_landmark_full.tflite"
RECORD = json.loads((HERE / "checksums.json").read_text(encoding="utf-8"))
"""The sha256 of each source model as the two packages hold it, and of each bundle as this script writes it."""

ALIGNMENT = 64
"""Bytes. The interpreter asks for 16; a cache line costs nothing more."""

METADATA_NAME = b"TFLITE_METADATA"
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
ZIP_LOCAL_HEADER_BYTES = 30
ZIP_ALIGNMENT_FIELD = 0xD935
"""The extra-field id that Android's zipalign uses for padding."""


@dataclass(frozen=True)
class Normalization:
    """How the input image is scaled: (value - mean) / std, giving values from `lowest` to `highest`."""

    name: str
    mean: float
    std: float
    lowest: float
    highest: float


DETECTOR = Normalization("Pose detector", 127.5, 127.5, -1.0, 1.0)
LANDMARKS = Normalization("Pose landmarks detector", 0.0, 255.0, 0.0, 1.0)


class AlignedBuffer(tflite_schema.BufferT):  # type: ignore[misc]
    """A TFLite buffer that is packed at a multiple of ALIGNMENT (the generated code aligns to one byte only)."""

    def Pack(self, builder: flatbuffers.Builder) -> int:  # noqa: N802 (the schema's name)
        """Writes the buffer and returns its offset."""
        data = None
        if self.data is not None:
            content = np.asarray(self.data, dtype=np.uint8).tobytes()
            builder.StartVector(1, len(content), ALIGNMENT)
            builder.head = builder.Head() - len(content)
            builder.Bytes[builder.Head() : builder.Head() + len(content)] = content
            data = builder.EndVector()
        tflite_schema.BufferStart(builder)
        if data is not None:
            tflite_schema.BufferAddData(builder, data)
        return int(tflite_schema.BufferEnd(builder))


def metadata_for(scaling: Normalization, outputs: int) -> bytes:
    """The TFLite metadata (flatbuffer "M001") that tells MediaPipe how to scale the input image."""
    options = metadata_schema.NormalizationOptionsT(mean=[scaling.mean], std=[scaling.std])
    unit = metadata_schema.ProcessUnitT(
        optionsType=metadata_schema.ProcessUnitOptions.NormalizationOptions, options=options
    )
    content = metadata_schema.ContentT(
        contentPropertiesType=metadata_schema.ContentProperties.ImageProperties,
        contentProperties=metadata_schema.ImagePropertiesT(colorSpace=metadata_schema.ColorSpaceType.RGB),
    )
    image = metadata_schema.TensorMetadataT(
        name="image",
        content=content,
        processUnits=[unit],
        stats=metadata_schema.StatsT(min=[scaling.lowest], max=[scaling.highest]),
    )
    subgraph = metadata_schema.SubGraphMetadataT(
        inputTensorMetadata=[image],
        outputTensorMetadata=[metadata_schema.TensorMetadataT(name=f"output_{n}") for n in range(outputs)],
    )
    model = metadata_schema.ModelMetadataT(name=scaling.name, subgraphMetadata=[subgraph], minParserVersion="1.0.0")
    builder = flatbuffers.Builder(0)
    builder.Finish(model.Pack(builder), b"M001")
    return bytes(builder.Output())


def rebuild(tflite: bytes, scaling: Normalization) -> bytes:
    """The same network, weights and operators, with aligned buffers and `scaling` as its input's metadata."""
    model: Any = tflite_schema.ModelT.InitFromObj(tflite_schema.Model.GetRootAs(tflite, 0))
    metadata = metadata_for(scaling, len(model.subgraphs[0].outputs))
    entries = [entry for entry in model.metadata or [] if entry.name == METADATA_NAME]
    if entries:
        model.buffers[entries[0].buffer].data = np.frombuffer(metadata, np.uint8)
    else:
        model.buffers.append(tflite_schema.BufferT(data=np.frombuffer(metadata, np.uint8)))
        model.metadata = [
            *(model.metadata or []),
            tflite_schema.MetadataT(name=METADATA_NAME, buffer=len(model.buffers) - 1),
        ]
    for buffer in model.buffers:
        buffer.__class__ = AlignedBuffer
    builder = flatbuffers.Builder(len(tflite) + (1 << 20))
    builder.Finish(model.Pack(builder), b"TFL3")
    return bytes(builder.Output())


def write_bundle(path: Path, members: dict[str, bytes]) -> None:
    """Writes a stored zip whose members' data start at multiples of ALIGNMENT, the same bytes every time."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as bundle:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, ZIP_EPOCH)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            assert bundle.fp is not None
            start = bundle.fp.tell() + ZIP_LOCAL_HEADER_BYTES + len(name.encode()) + 6
            padding = -start % ALIGNMENT
            info.extra = struct.pack("<HHH", ZIP_ALIGNMENT_FIELD, 2 + padding, ALIGNMENT) + bytes(padding)
            bundle.writestr(info, data)


def fetch_wheel(folder: Path) -> Path:
    """Downloads the wheel by name. Its models are the same on every platform, so one platform is asked for."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        WHEEL,
        "--no-deps",
        "--only-binary=:all:",
        "--dest",
        str(folder),
    ]
    command += ["--python-version", "3.11", "--platform", "manylinux_2_28_x86_64"]
    subprocess.run(command, check=True, stdout=sys.stderr)
    return next(folder.glob("mediapipe-*.whl"))


def fetch_npm(folder: Path) -> Path:
    """Downloads the npm package by name."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is not installed: give an already fetched package with --npm, or build only full")
    subprocess.run([npm, "pack", NPM, "--pack-destination", str(folder)], check=True, stdout=sys.stderr)
    return next(folder.glob("mediapipe-pose-*.tgz"))


def checked(name: str, data: bytes, kind: str) -> bytes:
    """`data`, if it is what checksums.json says of that source or bundle."""
    found, expected = hashlib.sha256(data).hexdigest(), RECORD[kind][name]
    if found != expected:
        hint = (
            "is that the package named above?" if kind == "sources" else "are these the versions that README.md names?"
        )
        raise SystemExit(f"{name}: sha256 is {found}, expected {expected}: {hint}")
    return data


def build(name: str, wheel: Path, npm: Path | None, into: Path) -> Path:
    """Writes one bundle and returns its path. `full` needs no npm package: the wheel holds that net too."""
    source = f"pose_landmark_{name}.tflite"
    with zipfile.ZipFile(wheel) as archive:
        detector = checked("pose_detection.tflite", archive.read(DETECTOR_IN_WHEEL), "sources")
        landmarks = archive.read(FULL_IN_WHEEL)
    if name != "full":
        assert npm is not None
        with tarfile.open(npm) as package:
            member = package.extractfile(f"package/{source}")
            assert member is not None
            landmarks = member.read()
    members = {
        "pose_detector.tflite": rebuild(detector, DETECTOR),
        "pose_landmarks_detector.tflite": rebuild(checked(source, landmarks, "sources"), LANDMARKS),
    }
    path = into / f"pose_landmarker_{name}.task"
    write_bundle(path, members)
    checked(path.name, path.read_bytes(), "bundles")
    return path


def main() -> None:
    """Command line: builds what was asked for and prints where it is."""
    parser = argparse.ArgumentParser(description="Build the pose model bundles.")
    parser.add_argument("names", nargs="*", metavar="lite|full|heavy", help="default: lite full")
    parser.add_argument("--wheel", type=Path, help=f"an already fetched wheel of {WHEEL}")
    parser.add_argument("--npm", type=Path, help=f"an already fetched package of {NPM}")
    parser.add_argument("--into", type=Path, default=HERE, help="folder for the bundles (default: beside this script)")
    arguments = parser.parse_args()
    names = arguments.names or ["lite", "full"]
    if unknown := [name for name in names if name not in ("lite", "full", "heavy")]:
        parser.error(f"unknown model {unknown[0]}: choose from lite, full, heavy")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        wheel = arguments.wheel or fetch_wheel(folder)
        npm = arguments.npm or (fetch_npm(folder) if set(names) - {"full"} else None)
        for name in names:
            print(build(name, wheel, npm, arguments.into))


if __name__ == "__main__":
    main()
