import io
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from annotator.errors import OutputError, SessionError
from annotator.session import signals as stored
from annotator.session.signals import StoredSignals, load_session_signals, load_signals, save_signals
from tests.session import sessions as make

SHAPES: dict[str, stored.Shape] = {"pts": ("frames",), "speed_torso_per_s": ("frames", 5)}


def example() -> StoredSignals:
    arrays: dict[str, stored.Array] = {
        "pts": np.arange(9),
        "speed_torso_per_s": np.full((9, 5), 0.25, np.float32),
        "seen": np.ones(9, bool),
    }
    return StoredSignals(arrays, {"step_s": 1 / 30, "limbs": ("left_arm", "head")})


def test_signals_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "a.signals.npz"
    digest = save_signals(example(), path)
    read = load_signals(path, digest, SHAPES)
    assert read.meta == example().meta
    assert set(read.arrays) == {"pts", "speed_torso_per_s", "seen"}
    assert read["speed_torso_per_s"].dtype == np.float32
    assert save_signals(read, tmp_path / "b.signals.npz") == digest


@settings(max_examples=30)
@given(
    st.dictionaries(
        st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True),
        npst.arrays(st.sampled_from(["f4", "f8", "i8", "u1", "?"]), npst.array_shapes(min_dims=0, min_side=0)),
        max_size=3,
    )
)
def test_any_numbers_survive(tmp_path_factory: pytest.TempPathFactory, arrays: dict[str, stored.Array]) -> None:
    path = tmp_path_factory.mktemp("signals") / "a.npz"
    save_signals(StoredSignals(arrays), path)
    read = load_signals(path)
    assert set(read.arrays) == set(arrays)
    for name, array in arrays.items():
        np.testing.assert_array_equal(read[name], array, strict=True)


def test_the_arrays_are_read_only(tmp_path: Path) -> None:
    save_signals(example(), tmp_path / "a.npz")
    for signals in (example(), load_signals(tmp_path / "a.npz")):
        with pytest.raises(ValueError, match="read-only"):
            signals["pts"][0] = 1


@pytest.mark.parametrize(
    ("arrays", "fault"),
    [
        ({"x": np.array([{}], dtype=object)}, "something other than numbers"),
        ({"x": np.array(["text"])}, "something other than numbers"),
        ({"meta_json": np.zeros(1)}, "cannot name"),
        ({"../x": np.zeros(1)}, "cannot name"),
    ],
)
def test_what_may_not_be_stored(arrays: dict[str, stored.Array], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        StoredSignals(arrays)


@pytest.mark.parametrize(
    ("shapes", "fault"),
    [
        ({"gone": (1,)}, "gone is missing"),
        ({"pts": ("frames", 2)}, "pts has 1 dimensions, not 2"),
        ({"pts": (8,)}, "length of 9 where 8 is expected"),
        ({"pts": ("a",), "speed_torso_per_s": (9, "a")}, "length of 5 where 9 is expected"),
    ],
)
def test_shapes_are_checked(tmp_path: Path, shapes: dict[str, stored.Shape], fault: str) -> None:
    save_signals(example(), tmp_path / "a.npz")
    with pytest.raises(SessionError, match=fault):
        load_signals(tmp_path / "a.npz", shapes=shapes)


def test_signals_that_are_gone_damaged_or_another_runs(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    with pytest.raises(SessionError, match="cannot be read"):
        load_signals(path)
    save_signals(example(), path)
    with pytest.raises(SessionError, match="not those of this session"):
        load_signals(path, "0" * 64)
    whole = path.read_bytes()
    pickled = io.BytesIO()
    np.savez(pickled, x=np.array([{}], dtype=object))
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 0xFF
    for data in (b"", b"PK", whole[: len(whole) // 2], bytes(flipped), pickled.getvalue()):
        path.write_bytes(data)
        with pytest.raises(SessionError, match="damaged"):
            load_signals(path)


def test_a_packed_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.npz"
    save_signals(example(), path)
    monkeypatch.setattr(stored, "LARGEST_UNPACKED_BYTES", 500)
    with pytest.raises(SessionError, match="too large"):
        load_signals(path)


def test_an_array_that_claims_more_than_any_memory_holds(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "<f8", "fortran_order": False, "shape": (2**50,)})
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("x.npy", header.getvalue())
    with pytest.raises(SessionError, match="damaged"):
        load_signals(path)


def test_signals_that_cannot_be_written_leave_nothing(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        save_signals(example(), tmp_path / "gone" / "a.npz")
    assert list(tmp_path.iterdir()) == []


def test_a_session_finds_its_own_signals(tmp_path: Path) -> None:
    digest = save_signals(example(), tmp_path / "a.signals.npz")
    session = replace(make.session(), signals_file="a.signals.npz", signals_sha256=digest)
    found = load_session_signals(session, tmp_path / "a.session.json", SHAPES)
    assert found is not None
    assert set(found.arrays) == set(example().arrays)
    assert load_session_signals(make.session(), tmp_path / "a.session.json") is None
