"""Which faces to cover in which frames, found before the clips are written, and the page to check before sharing."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from annotator.export.clips import SegmentClips
from annotator.export.covers import BothCovers, FoundFaces, HeadTrack
from annotator.export.headings import heading
from annotator.export.page import document
from annotator.export.plan import Segment
from annotator.export.skeleton import PoseAt
from annotator.export.words import disclaimer, moment
from annotator.job import Job
from annotator.phrase import phrase
from annotator.session.model import Excluded
from annotator.video.reader import VideoReader
from annotator.wording.translate import translate

SAMPLE_EVERY_S: Final = 1.0
# While somebody else was noticed in the picture, and a moment before and after.
VISITED_EVERY_S: Final = 1 / 3
VISIT_MARGIN_S: Final = 1.0
_LOOKED_AT_PX: Final = 640
_DARK_LEVELS: Final = 160


def limits() -> tuple[str, ...]:
    """What covering faces does and cannot do."""
    return (
        translate(
            "Wording",
            "Faces are covered by a coarse mosaic: the baby's by the tracked landmarks of its head, other people's where "
            "a look once a second, or three times while somebody else was noticed, found a face or a body.",
        ),
        translate(
            "Wording",
            "What this cannot do: a face of which the body is not in the picture and that is turned away, half hidden, "
            "small or in the dark can be missed; hands, name tags, voices, rooms and anything else that tells who this is "
            "are not covered.",
        ),
        translate("Wording", "Look through the pictures below before you share the packet."),
    )


def face_cover(
    reader: VideoReader, segments: Sequence[Segment], pose: PoseAt | None, visits: Sequence[Excluded], job: Job
) -> BothCovers:
    """Looks for faces and people through all segments, more often during `visits` (spans with somebody else in them).

    Raises Cancelled, and ModelError where a detector does not load.
    """
    from annotator.pose.faces import EAGER_SCORE, LEAST_SCORE, FaceFinder
    from annotator.pose.people import PeopleFinder

    info, times = reader.info, reader.times
    cover = BothCovers(HeadTrack(pose, times.seconds, (info.width, info.height)), pose, FoundFaces(times.seconds))
    total = sum(float(times.seconds[s.last] - times.seconds[s.first]) for s in segments) or 1.0
    done = 0.0
    with FaceFinder() as faces, PeopleFinder() as everybody:
        for segment in segments:
            first_s, last_s = float(times.seconds[segment.first]), float(times.seconds[segment.last])
            moments = [*np.arange(first_s, last_s, SAMPLE_EVERY_S), last_s]
            moments += [m for m in np.arange(first_s, last_s, VISITED_EVERY_S) if _visited(m, visits)]
            for frame in sorted({times.frame_at(float(moment)) for moment in moments}):
                job.raise_if_cancelled()
                picture = _lit(reader.frame(frame).rgb(_LOOKED_AT_PX))
                scale = info.width / picture.shape[1]
                visited = _visited(float(times.seconds[frame]), visits)
                found = faces.find(picture, EAGER_SCORE if visited else LEAST_SCORE)
                circles = tuple((x * scale, y * scale, r * scale) for x, y, r in found)
                people = [body * scale for body in everybody.find(picture)]
                cover.found(frame, circles, times.seconds, people, visited)
                job.report(done + float(times.seconds[frame]) - first_s, total, phrase("Wording", "Looking for faces"))
            done += last_s - first_s
    return cover


def _visited(seconds: float, visits: Sequence[Excluded]) -> bool:
    return any(visit.start_s - VISIT_MARGIN_S <= seconds <= visit.end_s + VISIT_MARGIN_S for visit in visits)


def _lit(rgb: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """A dark picture stretched to full brightness, any other as it is: the detectors were not taught on darkness."""
    dark, bright = np.percentile(rgb[::4, ::4], (1, 99))
    if bright >= _DARK_LEVELS or bright - dark < 1:
        return rgb
    levels = np.clip((np.arange(256) - dark) * (255 / (bright - dark)), 0, 255).astype(np.uint8)
    return np.asarray(levels[rgb], np.uint8)


def write_check_page(path: Path, made: Sequence[SegmentClips], blurred: bool, sound: bool) -> None:
    """Writes the page of sampled frames, as they stand in the clips."""
    told = list(limits()) if blurred else []
    if not blurred:
        told.append(translate("Wording", "Faces are not covered in this packet. Look through it before you share it."))
    if sound:
        told.append(translate("Wording", "The clips have sound."))
    else:
        told.append(translate("Wording", "The clips have no sound."))
    told.append(translate("Wording", "Place, device and owner were not copied from the source file."))
    name, items = heading("check"), "".join(f"<li>{escape(one)}</li>" for one in told)
    parts = [f"<header><h1>{escape(name)}</h1></header><section><ul>{items}</ul></section>"]
    for clips in made:
        shown = "".join(
            f'<figure><img alt="" src="data:image/jpeg;base64,{base64.b64encode(picture).decode("ascii")}">'
            f"<figcaption>{moment(seconds, 1)}</figcaption></figure>"
            for seconds, picture in clips.checks
        )
        parts.append(f'<section><h2>{escape(clips.segment.stem)}</h2><div class="check">{shown}</div></section>')
    path.write_text(document(name, disclaimer(), parts), encoding="utf-8", newline="\n")
