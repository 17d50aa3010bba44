"""What must not be seen or known is not: faces, sound, places, devices."""

from __future__ import annotations

import json
import subprocess
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import pytest

from annotator.export.covers import LONGEST_UNSEEN_S, BothCovers, Cover, FoundFaces, HeadTrack, hide
from annotator.export.options import ExportOptions, parse_formats
from annotator.export.packet import export_session
from annotator.export.planes import Planes
from annotator.export.privacy import _lit
from annotator.export.skeleton import PoseAt
from annotator.pose.faces import FaceFinder
from annotator.pose.people import PeopleFinder
from annotator.session.signals import StoredSignals
from annotator.video.reader import VideoReader
from annotator.video.times import FrameTimes
from tests import clips
from tests.export import sessions

SIZE = (640, 384)
SAMPLES = Path(__file__).resolve().parents[2] / "sample_clips"
TIMES = FrameTimes(np.arange(30 * 600, dtype=np.int64), Fraction(1, 30), 1)


def checkered(n: int, width: int, height: int) -> av.VideoFrame:
    """Detail everywhere: a fine chequer that moves."""
    rows, columns = np.indices((height, width))
    return clips.from_luma((((rows // 3 + columns // 3 + n) % 2) * 150 + 50).astype(np.uint8))


def pose(frames: list[int]) -> PoseAt:
    arrays = {
        "pose_frames": np.array(frames),
        "pose_xy_px": np.repeat(sessions.lying(*SIZE)[None], len(frames), axis=0),
        "pose_visibility": np.ones((len(frames), 33)),
    }
    made = PoseAt.of(StoredSignals(arrays))
    assert made is not None
    return made


def detail(picture: npt.NDArray[np.uint8]) -> float:
    """Mean difference between pixels side by side."""
    return float(np.abs(np.diff(picture.astype(int), axis=1)).mean())


def test_the_face_is_covered_through_the_whole_clip_also_while_nobody_sees_it(tmp_path: Path) -> None:
    video = clips.write(
        tmp_path / "video.mp4", [n * 3000 for n in range(240)], style=clips.Style(size=SIZE), paint=checkered
    )
    limbs = ("left_arm", "right_arm", "left_leg", "right_leg")
    made = sessions.of_video(video, sessions.movement(1, 3.0, 3.5, *limbs))
    # The pose is lost from 1.7 s to 6 s: the clip's middle and end.
    seen = [*range(0, 50, 5), *range(180, 240, 5)]
    session = sessions.saved(tmp_path, made, (seen, [sessions.lying(*SIZE)] * len(seen)))
    packet = export_session(
        session,
        tmp_path / "out",
        ExportOptions(blur_face=True, lead_in_s=2, lead_out_s=2, formats=parse_formats("clips html")),
    )
    x, y = int(0.15 * SIZE[0]), int(0.5 * SIZE[1])
    for path in (packet / "clips").glob("*.mp4"):
        with av.open(path) as container:
            frames = [np.asarray(f.to_ndarray(format="gray"), dtype=np.uint8) for f in container.decode(video=0)]
        assert len(frames) > 100
        for luma in frames:
            assert detail(luma[y - 40 : y + 40, x - 40 : x + 40]) < 4
            assert detail(luma[20:80, 500:620]) > 20, "the rest stays sharp"
    said = (packet / "check_before_sharing.html").read_text(encoding="utf-8")
    assert "can be missed" in said
    assert said.count("data:image/jpeg") >= 3


def test_a_head_that_was_never_seen_covers_everything() -> None:
    nobody = HeadTrack(None, TIMES.seconds, SIZE)
    assert nobody.at(10).everything
    long_ago = HeadTrack(pose([0]), TIMES.seconds, SIZE)
    assert not long_ago.at(30).everything
    assert long_ago.at(int((LONGEST_UNSEEN_S + 1) * 30)).everything
    planes = Planes.empty(64, 48)
    planes.buffer[:] = np.random.default_rng(1).integers(0, 255, planes.buffer.shape, dtype=np.uint8)
    hide(planes, Cover((), everything=True), 1.0)
    assert detail(planes.y) < 10


def test_the_cover_grows_while_the_head_is_not_seen_and_spans_its_way() -> None:
    head = HeadTrack(pose([0, 300]), TIMES.seconds, SIZE)
    at_once, later = head.at(0).circles, head.at(150).circles
    assert later[0][2] > at_once[0][2]
    moved = pose([0, 30])
    moved.xy[1] += (200, 0)
    spans = HeadTrack(moved, TIMES.seconds, SIZE).at(15).circles
    places = sorted(x for x, _, _ in spans)
    assert max(np.diff(places)) <= min(r for _, _, r in spans)


def test_a_found_face_is_covered_well_before_and_after_it_was_found() -> None:
    faces = FoundFaces(TIMES.seconds)
    for frame in range(0, 301, 30):
        faces.add(frame, ((500.0, 50.0, 40.0),) if frame == 120 else ())
    covered = [n for n in range(301) if faces.at(n)]
    assert covered == list(range(covered[0], covered[-1] + 1))
    assert covered[0] <= 90, "a second before: it came in between two looks"
    assert covered[-1] >= 150, "a second after"
    assert covered[0] > 30
    assert covered[-1] < 210


def test_what_lies_on_the_babys_own_trunk_stays_open() -> None:
    cover = BothCovers(HeadTrack(pose([0]), TIMES.seconds, SIZE), pose([0]), FoundFaces(TIMES.seconds))
    trunk = (0.45 * SIZE[0], 0.5 * SIZE[1], 60.0)
    somebody = (0.9 * SIZE[0], 0.05 * SIZE[1], 30.0)
    cover.found(0, (trunk, somebody), TIMES.seconds)
    circles = cover.at(0).circles
    assert somebody in circles
    assert trunk not in circles


def test_who_leans_over_the_baby_is_covered_there() -> None:
    def cover() -> BothCovers:
        return BothCovers(HeadTrack(pose([0]), TIMES.seconds, SIZE), pose([0]), FoundFaces(TIMES.seconds))

    over_the_trunk = (0.45 * SIZE[0], 0.5 * SIZE[1], 60.0)
    noticed = cover()
    noticed.found(0, (over_the_trunk,), TIMES.seconds, visited=True)
    assert over_the_trunk in noticed.at(0).circles
    baby = sessions.lying(*SIZE)
    somebody = baby * 1.8 + (40, -300)
    seen = cover()
    seen.found(0, (), TIMES.seconds, [baby, somebody])
    alone = cover()
    alone.found(0, (), TIMES.seconds, [baby])
    (x, y, radius), *others = [c for c in seen.at(0).circles if c not in alone.at(0).circles]
    assert not others, "the baby's own body is no second person"
    head = somebody[:11].mean(axis=0)
    assert np.hypot(x - head[0], y - head[1]) < radius


def test_everybody_is_found_also_in_the_dark() -> None:
    with VideoReader(SAMPLES / "startle_and_cry.mp4") as reader, PeopleFinder() as finder:
        picture = reader.frame(30).rgb(640)
        two = np.ascontiguousarray(np.hstack([picture, picture[:, ::-1]]))
        assert len(finder.find(picture)) >= 1
        assert len(finder.find(two)) >= 2
        assert finder.find(np.full(picture.shape, 128, np.uint8)) == ()
        dark = (picture // 6).astype(np.uint8)
        assert int(_lit(dark).max()) > 200
        assert _lit(picture) is picture
        assert len(finder.find(_lit(dark))) >= 1


def test_the_detector_finds_a_face_at_every_quarter_turn() -> None:
    with VideoReader(SAMPLES / "startle_and_cry.mp4") as reader, FaceFinder() as finder:
        picture = reader.frame(30).rgb(640)
        height, width = picture.shape[:2]
        upright = np.array(finder.find(picture))
        assert len(upright), "the sample's baby looks at the camera"
        x, y = np.median(upright[:, 0]), np.median(upright[:, 1])
        turned = np.array(finder.find(np.ascontiguousarray(np.rot90(picture))))
        assert np.hypot(np.median(turned[:, 0]) - y, np.median(turned[:, 1]) - (width - x)) < 30
        assert finder.find(np.full((height, width, 3), 128, np.uint8)) == ()


def test_place_and_device_never_travel_along(tmp_path: Path) -> None:
    plain = clips.write(tmp_path / "plain.mov", [n * 3000 for n in range(150)], tone=clips.Tone(end=5.0))
    video = tmp_path / "video.mov"
    tags = {"location": "+52.5200+013.4050/", "make": "Phone Maker", "model": "Phone 15", "artist": "Somebody"}
    options = [part for key, value in tags.items() for part in ("-metadata", f"{key}={value}")]
    subprocess.run(
        [
            "ffmpeg",
            "-v",
            "error",
            "-i",
            str(plain),
            "-c",
            "copy",
            "-movflags",
            "use_metadata_tags",
            *options,
            str(video),
        ],
        check=True,
    )
    assert b"Phone Maker" in video.read_bytes()
    limbs = ("left_arm", "right_arm", "left_leg", "right_leg")
    session = sessions.saved(tmp_path, sessions.of_video(video, sessions.movement(1, 2.0, 2.5, *limbs)))
    packet = export_session(session, tmp_path / "out", ExportOptions(no_audio=True, lead_in_s=1, lead_out_s=1))
    for path in packet.rglob("*.mp4"):
        probed = subprocess.run(
            ["ffprobe", "-v", "error", "-show_format", "-show_streams", "-of", "json", str(path)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        assert [s["codec_type"] for s in json.loads(probed)["streams"]] == ["video"]
        content = path.read_bytes()
        assert not any(value.encode() in content for value in tags.values())
    assert "The clips have no sound" in (packet / "check_before_sharing.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("cells", [(8, 8), (64, 48)])
def test_a_mosaic_keeps_no_detail(cells: tuple[int, int]) -> None:
    planes = Planes.empty(*cells)
    planes.buffer[:] = np.random.default_rng(2).integers(0, 255, planes.buffer.shape, dtype=np.uint8)
    hide(planes, Cover(((cells[0] / 2, cells[1] / 2, 40.0),)), 1.0)
    assert detail(planes.y) < 30
