"""The committed bundles are what models/build.py writes: metadata, alignment, and the same bytes again."""

from __future__ import annotations

import hashlib
import json
import runpy
import struct
import zipfile
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest
from mediapipe.tasks.metadata import metadata_schema_py_generated as metadata_schema
from mediapipe.tasks.metadata import schema_py_generated as tflite_schema

MODELS: Final = Path(__file__).parent.parent.parent / "models"
SHIPPED: Final = ("pose_landmarker_lite.task", "pose_landmarker_full.task")
SCALES: Final = {"pose_detector.tflite": (127.5, 127.5), "pose_landmarks_detector.tflite": (0.0, 255.0)}


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(MODELS / "build.py"))


def offset_in_file(bundle: Path, info: zipfile.ZipInfo) -> int:
    """Where a stored member's bytes start in the file."""
    with bundle.open("rb") as file:
        file.seek(info.header_offset + 26)
        name, extra = struct.unpack("<HH", file.read(4))
    return info.header_offset + 30 + int(name) + int(extra)


@pytest.mark.parametrize("name", SHIPPED)
def test_checksum(name: str) -> None:
    recorded = json.loads((MODELS / "checksums.json").read_text(encoding="utf-8"))["bundles"]
    assert hashlib.sha256((MODELS / name).read_bytes()).hexdigest() == recorded[name]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_buffer_is_aligned_in_the_file(name: str) -> None:
    with zipfile.ZipFile(MODELS / name) as bundle:
        assert [info.filename for info in bundle.infolist()] == list(SCALES)
        for info in bundle.infolist():
            assert info.compress_type == zipfile.ZIP_STORED
            start = offset_in_file(MODELS / name, info)
            model = tflite_schema.Model.GetRootAs(bundle.read(info), 0)
            buffers = [model.Buffers(n) for n in range(model.BuffersLength())]
            places = [
                start + int(buffer._tab.Vector(buffer._tab.Offset(4))) for buffer in buffers if buffer.DataLength()
            ]
            assert len(places) > 100
            assert {place % 64 for place in places} == {0}


@pytest.mark.parametrize("name", SHIPPED)
def test_input_scaling(name: str) -> None:
    with zipfile.ZipFile(MODELS / name) as bundle:
        for member, scale in SCALES.items():
            model: Any = tflite_schema.ModelT.InitFromObj(tflite_schema.Model.GetRootAs(bundle.read(member), 0))
            (entry,) = (one for one in model.metadata if one.name == b"TFLITE_METADATA")
            raw = np.asarray(model.buffers[entry.buffer].data).tobytes()
            metadata: Any = metadata_schema.ModelMetadataT.InitFromObj(metadata_schema.ModelMetadata.GetRootAs(raw, 0))
            (image,) = metadata.subgraphMetadata[0].inputTensorMetadata
            (unit,) = image.processUnits
            assert (*unit.options.mean, *unit.options.std) == scale


def test_building_again_gives_the_same_bytes(script: dict[str, Any], tmp_path: Path) -> None:
    with zipfile.ZipFile(MODELS / "pose_landmarker_lite.task") as bundle:
        members = {
            "pose_detector.tflite": script["rebuild"](bundle.read("pose_detector.tflite"), script["DETECTOR"]),
            "pose_landmarks_detector.tflite": script["rebuild"](
                bundle.read("pose_landmarks_detector.tflite"), script["LANDMARKS"]
            ),
        }
    script["write_bundle"](tmp_path / "again.task", members)
    assert (tmp_path / "again.task").read_bytes() == (MODELS / "pose_landmarker_lite.task").read_bytes()


def test_another_source_is_refused(script: dict[str, Any]) -> None:
    with pytest.raises(SystemExit, match=r"pose_detection\.tflite: sha256 is .* is that the package named above"):
        script["checked"]("pose_detection.tflite", b"something else", "sources")
