"""The highlights: every flagged segment of the annotated clips in one reel, each after a title card.

The pictures are the clips' own, copied as they were encoded (each segment begins at a keyframe that was set for it), so
the reel costs next to nothing and cannot differ from them. The sound is encoded anew, so that it runs through.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
import numpy as np
from av.bitstream import BitStreamFilterContext
from av.error import FFmpegError
from av.packet import Packet
from av.video.stream import VideoStream

from annotator.errors import OutputError
from annotator.export import paint, words
from annotator.export.clips import SegmentClips
from annotator.export.colours import STRIP, STRIP_MUTED, STRIP_TEXT, yuv
from annotator.export.context import PacketContext
from annotator.export.lettering import fitted, text_mask, text_width
from annotator.export.planes import Planes
from annotator.export.sound import SoundSpan
from annotator.export.text import line, wall_time
from annotator.export.view import FlagView
from annotator.export.writer import ClipWriter, PictureFormat, SoundFormat
from annotator.job import Job
from annotator.phrase import phrase
from annotator.video.reader import VideoReader
from annotator.wording.translate import clock, translate

CARD_S: Final = 4
# Players show a still as one long frame; some need a fresh one now and then to seek well.
_CARD_STEP: Final = Fraction(1, 2)


def write_reel(
    path: Path,
    context: PacketContext,
    made: Sequence[SegmentClips],
    reader: VideoReader,
    form: PictureFormat,
    sound: SoundFormat | None,
    job: Job,
) -> list[str]:
    """Writes the reel of the segments that hold a flag; returns a line for each (time in the reel, what it shows)."""
    shown = [clips for clips in made if clips.segment.flags]
    contents = []
    at = 0
    with ClipWriter(path, form, sound) as writer:
        for place, clips in enumerate(shown, 1):
            job.raise_if_cancelled()
            title = _title(clips, place, len(shown), context)
            text = translate("Wording", "{time} in the reel: segment {segment}")
            contents.append(text.format(time=words.moment(float(at * form.time_base), 0), segment=title[0]))
            at = _write_card(writer, form, sound, _card(form, title), at)
            at = _copy_segment(writer, clips, reader, form, sound, at)
    return contents


def _write_card(writer: ClipWriter, form: PictureFormat, sound: SoundFormat | None, card: Planes, at: int) -> int:
    step = max(round(_CARD_STEP / form.time_base), 1)
    count = int(CARD_S / _CARD_STEP)
    # By an encoder of its own, which gives up all its pictures at the end: the reel's own never gets one.
    path = writer.path.with_name("card.mp4")
    with ClipWriter(path, form, None) as cards:
        for n in range(count):
            cards.show(card, n * step, step, keyframe=n == 0)
    if sound is not None:
        samples = round(count * step * form.time_base * sound.rate_hz)
        writer.hear(np.zeros((sound.channels, samples), dtype=np.float32))
    _copy(writer, path, form, (0, count * step), at, lambda tick: None)
    path.unlink()
    return at + count * step


def _copy_segment(
    writer: ClipWriter,
    clips: SegmentClips,
    reader: VideoReader,
    form: PictureFormat,
    sound: SoundFormat | None,
    at: int,
) -> int:
    times, segment = reader.times, clips.segment
    first, last = clips.close
    source = clips.file("annotated")
    assert source is not None
    start = int(times.pts[first] - times.pts[segment.first])
    after = int(times.pts[last + 1] - times.pts[last]) if last + 1 < len(times) else int(times.last_duration)
    end = int(times.pts[last] - times.pts[segment.first]) + max(after, 1)
    begin = times.exact(first)
    until = begin + (end - start) * form.time_base
    sounds = SoundSpan(reader.info.path, reader.info, sound, begin, until) if sound is not None else None

    def hear(tick: int) -> None:
        if sounds is not None:
            writer.hear(sounds.until(begin + (tick - start) * form.time_base))

    _copy(writer, source.path, form, (start, end), at, hear)
    hear(end)
    return at + end - start


def _copy(
    writer: ClipWriter, path: Path, form: PictureFormat, span: tuple[int, int], at: int, hear: Callable[[int], None]
) -> None:
    """Copies the pictures of a file from tick `span[0]` (a keyframe) up to but without `span[1]`, to begin at `at`."""
    try:
        with av.open(path) as container:
            stream = container.streams.video[0]
            if _parameter_sets(stream.codec_context.extradata) != _parameter_sets(writer.extradata):
                raise OutputError(
                    writer.path.name,
                    phrase("Wording", "its segments were not encoded alike"),
                    phrase("Wording", "Export again"),
                )
            # A file holds pictures with their lengths in front; the writer takes them as an encoder gives them.
            plain = BitStreamFilterContext("h264_mp4toannexb", stream)
            for packet in container.demux(stream):
                tick = _tick(packet, form)
                if tick is None or tick < span[0]:
                    continue
                if tick >= span[1]:
                    break
                hear(tick)
                for part in plain.filter(packet):
                    writer.copy(part, at + tick - span[0])
    except FFmpegError as error:
        raise OutputError(
            writer.path.name, phrase("Wording", "a clip cannot be read back"), phrase("Wording", "Export again")
        ) from error


def _parameter_sets(extradata: bytes | None) -> list[bytes]:
    """The H.264 parameter sets (SPS and PPS) of an encoder's or a file's extradata (ISO/IEC 14496-10 annex B, -15)."""
    data = extradata or b""
    if data[:1] != b"\x01":
        units = [
            unit.rstrip(b"\x00") for unit in data.replace(b"\x00\x00\x00\x01", b"\x00\x00\x01").split(b"\x00\x00\x01")
        ]
        return [unit for unit in units if unit and unit[0] & 0x1F in (7, 8)]
    units, at = [], 5
    for mask in (0x1F, 0xFF):
        count, at = data[at] & mask, at + 1
        for _ in range(count):
            size = int.from_bytes(data[at : at + 2], "big")
            units.append(data[at + 2 : at + 2 + size])
            at += 2 + size
    return units


def _tick(packet: Packet[VideoStream], form: PictureFormat) -> int | None:
    if packet.pts is None or packet.time_base is None or not packet.size:
        return None
    return round(packet.pts * packet.time_base / form.time_base)


def _title(clips: SegmentClips, place: int, count: int, context: PacketContext) -> list[str]:
    segment = clips.segment
    local = wall_time(context.view.session.observer.clock_start, segment.start_s)
    head = f"{place} / {count}   {words.moment(segment.start_s, 0)} – {words.moment(segment.end_s, 0)}"
    return [head + (f"   ({local})" if local else ""), *_said(segment.flags)]


def _said(flags: Sequence[FlagView]) -> list[str]:
    """A line a flag; flags of one rule share one, with their times."""
    rules: dict[str, list[FlagView]] = {}
    for flag in flags:
        rules.setdefault(flag.flag.rule, []).append(flag)
    said = []
    for same in rules.values():
        if len(same) == 1:
            said.append(words.flag(same[0]))
            continue
        times = ", ".join(clock(f.flag.start_s) for f in same)
        name = f"{words.rule_title(same[0].flag.rule)} × {len(same)}"
        said.append(translate("Wording", "{rule}: at {times}").format(rule=name, times=times))
    return said


def _card(form: PictureFormat, title: Sequence[str]) -> Planes:
    card = Planes.empty(form.width, form.height)
    hd = form.colour[0] == 1
    text, muted = yuv(STRIP_TEXT, hd), yuv(STRIP_MUTED, hd)
    paint.box(card, 0, 0, form.width, form.height, yuv(STRIP, hd))
    size = max(round(min(form.width / 30, form.height / 16)), 10)
    margin = form.width // 14
    rows = [(title[0], size, True, text)]
    for sentence in title[1:]:
        rows += [
            (part, round(size * 0.8), False, text)
            for part in wrapped(line(sentence), round(size * 0.8), form.width - 2 * margin)
        ]
    room = form.height - 4 * size
    # What does not fit is in the report; the card says so rather than end within a sentence.
    cut = False
    while sum(round(1.6 * r[1]) for r in rows) > room and len(rows) > 2:
        rows.pop()
        cut = True
    if cut:
        last = rows[-1]
        rows[-1] = (fitted(last[0] + " …", last[1], form.width - 2 * margin), *last[1:])
    top = max((form.height - sum(round(1.6 * r[1]) for r in rows)) // 2 - size, size)
    for row, px, bold, colour in rows:
        paint.write(card, text_mask(row, px, bold), margin, top, colour)
        top += round(1.6 * px)
    paint.write(card, text_mask(words.clip_notice(), round(size * 0.7), True), margin, form.height - 2 * size, muted)
    return card


def wrapped(text: str, size_px: int, width: int) -> list[str]:
    """The text in rows of at most `width` pixels, broken between words where that is possible."""
    rows: list[str] = []
    row = ""
    for word in text.split():
        longer = f"{row} {word}".strip()
        if row and text_width(longer, size_px) > width:
            rows.append(row)
            row = word
        else:
            row = longer
        while text_width(row, size_px) > width and len(row) > 1:
            cut = max(len(row) * width // text_width(row, size_px) - 1, 1)
            rows.append(row[:cut])
            row = row[cut:]
    return [*rows, row] if row else rows
