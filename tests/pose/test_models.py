from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from annotator.errors import ModelError
from annotator.pose.models import CHECKSUMS, bundle_name, expected_sha256, models_folder, read_bundle
from annotator.settings import ModelName


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped models that a test may spoil."""
    copy = tmp_path / "models"
    shutil.copytree(models_folder(), copy)
    return copy


@pytest.mark.parametrize("model", ["lite", "full"])
def test_shipped_models_are_whole(model: ModelName) -> None:
    assert read_bundle(model)[:2] == b"PK"


def test_missing_model_is_named(folder: Path) -> None:
    (folder / "pose_landmarker_full.task").unlink()
    with pytest.raises(ModelError, match=r"pose_landmarker_full\.task: the pose model is missing\. Install"):
        read_bundle("full", folder)


def test_heavy_says_how_to_build_it(folder: Path) -> None:
    (folder / bundle_name("heavy")).unlink(missing_ok=True)
    with pytest.raises(ModelError, match=r"not built yet\. Build it with: python .*build\.py heavy"):
        read_bundle("heavy", folder)


def test_one_changed_byte_is_damage(folder: Path) -> None:
    path = folder / "pose_landmarker_lite.task"
    content = bytearray(path.read_bytes())
    content[1_000_000] ^= 1
    path.write_bytes(content)
    with pytest.raises(ModelError, match=r"the pose model is damaged: .* Install the program again"):
        read_bundle("lite", folder)


def test_model_cut_short_is_damage(folder: Path) -> None:
    path = folder / "pose_landmarker_lite.task"
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(ModelError, match="damaged: 1000 bytes"):
        read_bundle("lite", folder)


def test_folder_in_place_of_a_model(folder: Path) -> None:
    path = folder / "pose_landmarker_lite.task"
    path.unlink()
    path.mkdir()
    with pytest.raises(ModelError, match="cannot be read"):
        read_bundle("lite", folder)


@pytest.mark.parametrize("record", ["", "[]", "{}", '{"bundles": {}}', "\x00"])
def test_unreadable_record(folder: Path, record: str) -> None:
    (folder / CHECKSUMS).write_text(record)
    with pytest.raises(ModelError, match="list of model checksums cannot be read"):
        expected_sha256("full", folder)


def test_missing_record(folder: Path) -> None:
    (folder / CHECKSUMS).unlink()
    with pytest.raises(ModelError, match="list of model checksums is missing"):
        read_bundle("full", folder)


def test_messages_are_one_line(folder: Path) -> None:
    (folder / CHECKSUMS).unlink()
    with pytest.raises(ModelError) as raised:
        read_bundle("full", folder)
    assert "\n" not in str(raised.value)


def test_installed_models_come_before_a_checkout(tmp_path: Path) -> None:
    package = tmp_path / "annotator"
    (tmp_path / "models").mkdir()
    package.mkdir()
    assert models_folder(package) == tmp_path / "models"
    (package / "_data" / "models").mkdir(parents=True)
    assert models_folder(package) == package / "_data" / "models"
