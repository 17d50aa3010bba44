import errno
import hashlib
import json
import os
import resource
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from annotator.errors import OutputError, SessionError
from annotator.session import atomic, file
from annotator.session.model import LookedSpan, ObserverAnswers, Review, Session
from tests.session import sessions as make


@settings(max_examples=25)
@given(make.sessions())
def test_a_session_survives_writing_and_reading_and_writes_the_same_bytes_again(drawn: Session) -> None:
    text = file.to_json(drawn)
    read = file.from_json(text)
    assert read == drawn
    assert file.to_json(read) == text


def test_the_file_holds_every_key_of_the_contract(tmp_path: Path) -> None:
    found = make.movement(1.0, kind="rhythmic", frequency_hz=2.1)
    path = tmp_path / "a.session.json"
    file.save(make.session(found), path)
    written = json.loads(path.read_bytes())
    assert (written["format"], written["version"]) == ("annotator-session", 1)
    assert set(written["video"]) == {
        "file", "sha256", "duration_s", "frames", "width", "height", "rotation_deg", "timing", "has_audio",
    }  # fmt: skip
    assert set(written["coverage"]) == {"observed_s", "limbs_s", "excluded"}
    assert {
        "id", "onset_s", "peak_s", "offset_s", "kind", "limbs", "peak_displacement_torso", "peak_speed_torso_per_s",
        "frequency_hz", "source", "review",
    } <= set(written["movements"][0])  # fmt: skip
    assert written["movements"][0]["review"] is None
    assert written["patterns"] == []
    assert written["settings"]["cluster_longest_onset_gap_s"] == 10.0


def test_saving_and_loading_a_file(tmp_path: Path) -> None:
    path = tmp_path / "näht ☾.session.json"
    session = make.session(make.movement(1.0), make.movement(3.0, id=2))
    file.save(session, path)
    assert file.load(path) == session
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_unknown_keys_of_a_later_program_are_kept_everywhere() -> None:
    value = json.loads(file.to_json(make.session(make.movement(1.0, review=Review("accepted", "Kim")))))
    value["later"] = {"a": [1, 2]}
    value["video"]["camera"] = "phone"
    value["movements"][0]["mood"] = "calm"
    value["movements"][0]["review"]["weight"] = 2
    again = json.loads(file.to_json(file.from_json(json.dumps(value))))
    assert again == value


def test_numbers_and_mappings_of_numpy_are_written_plainly() -> None:
    session = make.session(make.movement(np.float64(1.5), cycles=np.int64(4), frequency_hz=np.float32(2.5)))
    read = file.from_json(file.to_json(session))
    assert (read.movements[0].onset_s, read.movements[0].cycles, read.movements[0].frequency_hz) == (1.5, 4, 2.5)


def test_a_file_name_that_is_not_unicode_survives(tmp_path: Path) -> None:
    session = make.session()
    session = replace(session, video=replace(session.video, file="clip\udcff.mp4"))
    path = tmp_path / "a.session.json"
    file.save(session, path)
    assert path.read_bytes().decode("utf-8")
    assert file.load(path) == session


def edited(change: Any) -> str:
    value = json.loads(file.to_json(make.session(make.movement(1.0), make.movement(2.0, id=2))))
    change(value)
    return json.dumps(value)


def put(*where: Any) -> Any:
    """A change that puts the last argument at the place the others name."""

    def change(value: Any) -> None:
        for key in where[:-2]:
            value = value[key]
        value[where[-2]] = where[-1]

    return change


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "damaged"),
        ("{", "damaged"),
        ("[" * 100_000, "damaged"),
        ("[]", "not a session"),
        ("{}", "not a session"),
        ('{"format": "boris"}', "not a session"),
        ('{"format": "annotator-session", "format": "annotator-session"}', "twice"),
        ('{"format": "annotator-session", "version": 1}', "missing"),
        ('{"format": "annotator-session"}', "version"),
        (edited(put("version", 2)), "newer program (version 2"),
        (edited(put("version", "1")), "version"),
        (edited(put("movements", 0, "onset_s", float("nan"))), "NaN"),
        (edited(put("movements", 0, "onset_s", float("inf"))), "Infinity"),
        (edited(put("movements", 0, "onset_s", 1)).replace('"onset_s": 1,', '"onset_s": 1e999,'), "too large"),
        (edited(put("movements", 0, "onset_s", 10**400)), "movements[0].onset_s"),
        (edited(put("movements", 0, "onset_s", "1.0")), "movements[0].onset_s is not a number"),
        (edited(put("movements", 0, "onset_s", True)), "movements[0].onset_s is not a number"),
        (edited(put("movements", 0, "onset_s", -1)), "movements[0].onset_s"),
        (edited(put("movements", 0, "onset_s", 50)), "does not run from onset"),
        (edited(put("movements", 0, "kind", "dance")), "movements[0].kind is not one of"),
        (edited(put("movements", 0, "limbs", ["tail"])), "movements[0].limbs[0] is not one of"),
        (edited(put("movements", 0, "limbs", [["head"]])), "movements[0].limbs[0] is not one of"),
        (edited(put("movements", 0, "limbs", ["head", "head"])), "names something twice"),
        (edited(put("movements", 0, "id", 2)), "movement id 2 is given twice"),
        (edited(put("movements", 0, "id", 1.5)), "not a whole number"),
        (edited(put("movements", 0, 5)), "movements[0] is not an object"),
        (edited(put("movements", {})), "movements is not a list"),
        (edited(put("movements", 0, "review", "fine")), "movements[0].review is not an object"),
        (edited(put("movements", 0, "review", {"verdict": "accepted"})), "review.reviewer is missing"),
        (edited(put("video", "sha256", "abc")), "video.sha256"),
        (edited(put("video", "has_audio", 1)), "neither true nor false"),
        (edited(put("settings", "cluster_fewest_movements", "three")), "settings.cluster_fewest_movements"),
        (edited(put("settings", "cluster_longest_onset_gap_s", None)), "settings.cluster_longest_onset_gap_s"),
        (edited(put("signals", {"file": "../x.npz", "sha256": None})), "plain name"),
        (edited(put("observer", {"rows": {"breathing": "perhaps"}})), "observer.rows.breathing"),
        (edited(put("coverage", "limbs_s", {"tail": 1})), "coverage.limbs_s"),
        (edited(put("coverage", "excluded", [{"start_s": 2, "end_s": 1, "reason": "x"}])), "before the start"),
        (edited(put("coverage", "excluded", [{"start_s": 1, "end_s": 2, "reason": "<b>"}])), "reason"),
    ],
)
def test_what_is_not_a_sound_session_is_refused_in_one_line(text: str, fault: str) -> None:
    with pytest.raises(SessionError) as caught:
        file.from_json(text, "a.session.json")
    assert fault in str(caught.value)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("a.session.json: ")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SessionError, match="no such file"):
        file.load(tmp_path / "none.session.json")
    with pytest.raises(SessionError, match="it is a folder"):
        file.load(tmp_path)
    (tmp_path / "notes.txt").write_text("hello")
    with pytest.raises(SessionError, match="not a session file"):
        file.load(tmp_path / "notes.txt")
    (tmp_path / "film.mp4").write_bytes(b"\x00\x00\x00\x20ftyp\xff\xfe")
    with pytest.raises(SessionError, match="not a session file"):
        file.load(tmp_path / "film.mp4")
    big = tmp_path / "big.session.json"
    with big.open("wb") as hole:
        hole.truncate(file.LARGEST_FILE_BYTES + 1)
    with pytest.raises(SessionError, match="too large"):
        file.load(big)


def test_what_could_not_be_read_back_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.session.json"
    file.save(make.session(), path)
    before = path.read_bytes()
    twice = make.session(make.movement(1.0), make.movement(2.0))
    endless = make.session(make.movement(1.0, peak_speed_torso_per_s=float("inf")))
    strange = make.session(extra={"x": object()})
    for bad in (twice, endless, strange):
        with pytest.raises(SessionError):
            file.save(bad, path)
        assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_former_versions_are_kept_and_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a[1].session.json"
    other = tmp_path / "a1.session.json"
    file.save(make.session(), other)
    for n in range(9):
        file.save(make.session(created_at=str(n)), path)
    assert file.backups(other) == ()
    kept = file.backups(path)
    assert [file.load(p).created_at for p in kept] == ["7", "6", "5", "4", "3"]
    file.save(make.session(created_at="8"), path)
    assert file.backups(path) == kept


def test_a_backup_that_cannot_be_made_does_not_stop_the_saving(tmp_path: Path) -> None:
    path = tmp_path / "a.session.json"
    (tmp_path / file.BACKUP_FOLDER).write_text("in the way")
    file.save(make.session(), path)
    file.save(make.session(created_at="2"), path)
    assert file.load(path).created_at == "2"


def test_a_folder_that_is_missing_or_a_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="its folder is not there"):
        file.save(make.session(), tmp_path / "gone" / "a.session.json")
    (tmp_path / "flat").write_text("")
    with pytest.raises(OutputError, match="its folder is not there"):
        file.save(make.session(), tmp_path / "flat" / "a.session.json")
    (tmp_path / "dir.session.json").mkdir()
    with pytest.raises(OutputError, match="a folder of that name"):
        file.save(make.session(), tmp_path / "dir.session.json")
    with pytest.raises(OutputError, match="too long"):
        file.save(make.session(), tmp_path / ("a" * 300 + ".session.json"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["dir.session.json", "flat"]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    """A limit on the size of files stops the write half-way, as a full disk does."""
    path = tmp_path / "a.session.json"
    file.save(make.session(), path)
    before = path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(OutputError, match="the disk is full"):
            file.save(make.session(created_at="2" * 5000), path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_full_and_a_read_only_disk_are_said() -> None:
    for number, words in ((errno.ENOSPC, "the disk is full"), (errno.EROFS, "cannot be written to")):
        assert words in str(atomic.output_error("a", OSError(number, os.strerror(number))))


def test_a_place_that_nobody_may_write_to() -> None:
    with pytest.raises(OutputError, match="cannot be written to"):
        file.save(make.session(), "/sys/a.session.json")


def interrupted(path: Path) -> None:
    with atomic.writing(path) as half:
        half.write(b"half of it")
        raise KeyboardInterrupt


def test_an_interruption_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.session.json"
    file.save(make.session(), path)
    before = path.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        interrupted(path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_link_and_a_mode_are_kept(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "a.session.json"
    file.save(make.session(), target)
    target.chmod(0o640)
    link = tmp_path / "link.session.json"
    link.symlink_to(target)
    file.save(make.session(created_at="2"), link)
    assert link.is_symlink()
    assert file.load(target).created_at == "2"
    assert target.stat().st_mode & 0o777 == 0o640


def test_where_the_video_is(tmp_path: Path) -> None:
    session_path = tmp_path / "out" / "deep" / "a.session.json"
    video = tmp_path / "films" / "a b.mp4"
    named = file.relative_video_file(video, session_path)
    assert named == "../../films/a b.mp4"
    session = file.with_video_at(make.session(), video, session_path)
    assert session.video.file == named
    assert file.video_path(session, session_path) == video
    absolute = replace(session, video=replace(session.video, file="/elsewhere/a.mp4"))
    assert file.video_path(absolute, session_path) == Path("/elsewhere/a.mp4")


def test_a_video_is_proved_to_be_the_one(tmp_path: Path) -> None:
    video, path = tmp_path / "a.mp4", tmp_path / "a.session.json"
    video.write_bytes(b"film")
    session = file.with_video_at(make.session(), video, path)
    session = replace(session, video=replace(session.video, sha256=hashlib.sha256(b"film").hexdigest()))
    assert file.check_video(session, path) == video
    assert file.check_video(session, path, lambda _: session.video.sha256) == video
    video.write_bytes(b"another film")
    with pytest.raises(SessionError, match="not the one"):
        file.check_video(session, path)
    video.unlink()
    with pytest.raises(SessionError, match="gone"):
        file.check_video(session, path)
    video.mkdir()
    with pytest.raises(SessionError, match="cannot be read"):
        file.check_video(session, path)


def test_what_makes_a_session_reviewed() -> None:
    plain = make.session(make.movement(1.0))
    assert not file.is_reviewed(plain)
    said = Review("unsure", "Kim")
    for touched in (
        make.session(make.movement(1.0, review=said)),
        make.session(make.movement(1.0, earlier_reviews=(said,))),
        make.session(make.movement(1.0, source="reviewer")),
        replace(plain, looked=(LookedSpan(0, 1, "Kim"),)),
        replace(plain, observer=ObserverAnswers(age_months=4)),
        replace(plain, observer=ObserverAnswers(rows={"breathing": "no"})),
    ):
        assert file.is_reviewed(touched)
