"""Which faces to cover in which frames, found before the clips are written, and the page to check before sharing."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Final

from annotator.export.clips import SegmentClips
from annotator.export.covers import BothCovers, FoundFaces, HeadTrack
from annotator.export.headings import heading
from annotator.export.page import document
from annotator.export.plan import Segment
from annotator.export.skeleton import PoseAt
from annotator.export.words import disclaimer, moment
from annotator.job import Job
from annotator.phrase import phrase
from annotator.video.reader import VideoReader
from annotator.wording.translate import translate

# A face that comes into the picture is covered from the sample before it was found.
SAMPLE_EVERY_S: Final = 1.0
_LOOKED_AT_PX: Final = 640


def limits() -> tuple[str, ...]:
    """What covering faces does and cannot do."""
    return (
        translate(
            "Wording",
            "Faces are covered by a coarse mosaic: the baby's by the tracked landmarks of its head, other people's where "
            "a face detector found them once a second.",
        ),
        translate(
            "Wording",
            "What this cannot do: a face turned far away, half hidden, small or in the dark can be missed; name tags, "
            "voices, rooms and anything else that tells who this is are not covered.",
        ),
        translate("Wording", "Look through the pictures below before you share the packet."),
    )


def face_cover(reader: VideoReader, segments: Sequence[Segment], pose: PoseAt | None, job: Job) -> BothCovers:
    """Looks for faces through all segments. Raises Cancelled, and ModelError where the detector does not load."""
    from annotator.pose.faces import FaceFinder

    info, times = reader.info, reader.times
    cover = BothCovers(HeadTrack(pose, times.seconds, (info.width, info.height)), pose, FoundFaces())
    total = sum(float(times.seconds[s.last] - times.seconds[s.first]) for s in segments) or 1.0
    done = 0.0
    with FaceFinder() as finder:
        for segment in segments:
            first_s, last_s = float(times.seconds[segment.first]), float(times.seconds[segment.last])
            moments = [first_s + n * SAMPLE_EVERY_S for n in range(int((last_s - first_s) / SAMPLE_EVERY_S) + 1)]
            for frame in sorted({*(times.frame_at(moment) for moment in moments), segment.last}):
                job.raise_if_cancelled()
                picture = reader.frame(frame).rgb(_LOOKED_AT_PX)
                scale = info.width / picture.shape[1]
                circles = tuple((x * scale, y * scale, r * scale) for x, y, r in finder.find(picture))
                cover.found(frame, circles, times.seconds)
                job.report(done + float(times.seconds[frame]) - first_s, total, phrase("Wording", "Looking for faces"))
            done += last_s - first_s
    return cover


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
