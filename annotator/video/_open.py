"""Opening a video file with PyAV, and saying in one line why it cannot be opened."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import av
import av.error
from av.container import InputContainer
from av.stream import Discard, Disposition
from av.video.stream import VideoStream

from annotator.errors import VideoError
from annotator.phrase import phrase
from annotator.video.boxes import Beginning, outer_boxes
from annotator.video.digest import unreadable

# Readers that would turn something else into a video: text as a picture of a terminal, still images, playlists that
# point to other files or to the network.
_NOT_VIDEO: Final = frozenset({"tty", "hls", "dash", "concat", "sdp", "rtsp", "image2", "imf", "webm_dash_manifest"})

_NO_VIDEO_REMEDY: Final = phrase("Wording", "Choose a video file, or film again.")
_DAMAGED_REMEDY: Final = phrase("Wording", "Copy the original file again, or film again.")


def open_video(path: str | Path) -> tuple[InputContainer, VideoStream]:
    """Opens the file and picks its picture stream; all other streams are switched off.

    Raises VideoError for whatever is not a readable video file.
    """
    path = Path(path)
    container = open_container(path)
    try:
        stream = _pick_stream(path, container)
    except BaseException:
        container.close()
        raise
    for other in container.streams:
        if other.index != stream.index:
            other.discard = Discard.all
    return container, stream


def open_container(path: Path) -> InputContainer:
    """Opens the file. Only the file itself is read: `protocol_whitelist` keeps a crafted one from making FFmpeg follow
    links. Raises VideoError for what is not a readable recording."""
    _check_readable(path)
    try:
        container = _opened(f"file:{path}")
    except av.error.FFmpegError as error:
        container = _open_torn(path, error)
    name = container.format.name
    if name in _NOT_VIDEO or name.endswith("_pipe"):
        container.close()
        raise VideoError(path, phrase("Wording", "this is not a video file"), _NO_VIDEO_REMEDY)
    return container


def _check_readable(path: Path) -> None:
    try:
        if path.is_dir():
            raise IsADirectoryError
        with path.open("rb") as file:
            if not file.read(1):
                raise VideoError(
                    path,
                    phrase("Wording", "the file is empty"),
                    phrase("Wording", "Copy it again from the phone or camera."),
                )
    except (OSError, ValueError) as error:
        if isinstance(error, ValueError):
            raise VideoError(
                path, phrase("Wording", "this is not a file name"), phrase("Wording", "Check the name and the folder.")
            ) from error
        raise unreadable(path, error) from error


def _opened(file: str | Beginning) -> InputContainer:
    return av.open(file, mode="r", container_options={"protocol_whitelist": "file"}, metadata_errors="replace")


def _open_torn(path: Path, error: av.error.FFmpegError) -> InputContainer:
    """Opens the whole boxes of an MP4 that was torn off within the header of a later fragment; raises for the rest."""
    boxes = outer_boxes(path)
    if not boxes:
        raise VideoError(
            path, phrase("Wording", "this is not a video file, or it is damaged"), _DAMAGED_REMEDY
        ) from error
    if not any(box.kind == b"moov" for box in boxes):
        cause = phrase("Wording", "the video is incomplete: its index is missing, as when filming or copying broke off")
        raise VideoError(path, cause, _DAMAGED_REMEDY) from error
    size = path.stat().st_size
    if boxes[-1].end <= size:
        raise VideoError(path, phrase("Wording", "the video is damaged"), _DAMAGED_REMEDY) from error
    try:
        return _opened(Beginning(path, boxes[-1].start))
    except av.error.FFmpegError as second:
        raise VideoError(
            path, phrase("Wording", "the video is incomplete and cannot be opened"), _DAMAGED_REMEDY
        ) from second


def _pick_stream(path: Path, container: InputContainer) -> VideoStream:
    pictures = [s for s in container.streams.video if not s.disposition & Disposition.attached_pic]
    if not pictures:
        cause = (
            phrase("Wording", "there is sound but no picture")
            if container.streams.audio
            else phrase("Wording", "there is no picture in it")
        )
        raise VideoError(path, cause, _NO_VIDEO_REMEDY)
    playable = [s for s in pictures if s.codec_context is not None]
    if not playable:
        raise VideoError(
            path,
            phrase("Wording", "its picture format is not known here"),
            phrase("Wording", "Convert it to an MP4 (H.264) file first."),
        )
    best = container.streams.best("video")
    return next((stream for stream in playable if best is not None and stream.index == best.index), playable[0])
