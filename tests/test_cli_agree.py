"""`annotator agree`: real runs on real session files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from annotator.session import file
from tests.commands import run
from tests.session import sessions


def test_two_reviews_are_compared_and_differences_named(tmp_path: Path) -> None:
    both = [sessions.movement(10.0), sessions.movement(20.0, limbs=("right_leg",))]
    first = sessions.session(*sessions.numbered(*both))
    second = sessions.session(*sessions.numbered(*both, sessions.movement(40.0, limbs=("head",))))
    file.save(first, tmp_path / "a.session.json")
    file.save(second, tmp_path / "b.session.json")
    ran = run("agree", tmp_path / "a.session.json", tmp_path / "b.session.json")
    assert (ran.status, ran.err) == (0, [])
    told = " ".join(ran.out)
    assert "Movements that both have: 2." in told
    assert "0:40.0: only the second review has a jerk (head)." in told


def test_reviews_of_two_videos_cannot_be_compared(tmp_path: Path) -> None:
    first = sessions.session(sessions.movement(10.0))
    other = replace(first, video=replace(first.video, sha256="cd" * 32))
    file.save(first, tmp_path / "a.session.json")
    file.save(other, tmp_path / "b.session.json")
    ran = run("agree", tmp_path / "a.session.json", tmp_path / "b.session.json")
    assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)
    assert "another video" in ran.err[0]


def test_a_session_of_a_newer_version_or_a_missing_one_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "a.session.json"
    file.save(sessions.session(sessions.movement(10.0)), path)
    newer = json.loads(path.read_text("utf-8")) | {"version": 2}
    (tmp_path / "newer.session.json").write_text(json.dumps(newer), "utf-8")
    for name, said in (("newer.session.json", "newer program"), ("gone.session.json", "no such file")):
        ran = run("agree", path, tmp_path / name)
        assert (ran.status, ran.out, len(ran.err)) == (1, [], 1)
        assert said in ran.err[0]
