"""The packet of one session: one folder that a clinician opens with nothing installed.

<out>/<name>-packet/
    index.html             the report, with the clips in it
    report.pdf             the same on paper
    check_before_sharing.html
    highlights.mp4         all flagged segments in one reel
    clips/                 each segment as the original picture and annotated
    data/                  tables and interchange files
    manifest.json          every file with its SHA-256
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import annotator
from annotator.errors import OutputError, SessionError, VideoError
from annotator.export.bids import write_bids
from annotator.export.boris import write_boris
from annotator.export.context import PacketContext
from annotator.export.elan import write_eaf
from annotator.export.headings import clip_name
from annotator.export.manifest import write_manifest, write_zip
from annotator.export.options import NEED_VIDEO, ExportOptions
from annotator.export.subtitles import write_srt, write_vtt
from annotator.export.tables import write_tables
from annotator.export.text import file_name
from annotator.export.textgrid import write_textgrid
from annotator.export.view import packet_view
from annotator.job import Job
from annotator.phrase import phrase
from annotator.session.file import load
from annotator.session.model import Session
from annotator.session.signals import StoredSignals, load_session_signals
from annotator.wording.translate import capitalized, said, translate

if TYPE_CHECKING:
    from annotator.export.clips import SegmentClips
    from annotator.video.info import VideoInfo

_WRITES = phrase("Wording", "Choose another folder, or free some space")


def export_session(
    session_path: str | Path, out_dir: str | Path, options: ExportOptions | None = None, job: Job | None = None
) -> Path:
    """Writes the packet of the session file `session_path` into a new folder inside `out_dir`, and returns that folder.

    The command line's `annotator export` and the window's Export call this with `ExportOptions` (`parse_formats` reads
    `--formats`). A packet that is already there is kept: the new one gets a number. With `zip_packet` a zip of the same
    name lies beside the folder. Nothing appears in `out_dir` before the packet is complete and proven: a failed or
    cancelled export leaves nothing.

    Raises SessionError (the session cannot be read), VideoError (its video is gone or has changed), ModelError (faces
    are to be covered and the detector does not load), OutputError (the packet cannot be written, or a clip does not
    match the source) and Cancelled.
    """
    options, job = options or ExportOptions(), job or Job()
    session_path, out_dir = Path(session_path), Path(out_dir)
    session = load(session_path)
    info, notes = _video(session, session_path, options, job)
    signals = _signals(session, session_path, notes)
    times = info.times if info is not None else None
    context = PacketContext(
        packet_view(session), options, times, datetime.now(UTC).replace(microsecond=0), annotator.__version__
    )
    name = _packet_name(context, session_path)
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=".packet-", dir=out_dir))
    except OSError as error:
        raise _not_written(out_dir, error) from error
    try:
        _Packet(context, temporary, job, info, signals, notes).write()
        if options.zip_packet:
            write_zip(temporary, temporary / ".packet.zip", name, job)
        job.raise_if_cancelled()
        return _put_in_place(temporary, out_dir, name)
    except OSError as error:
        raise _not_written(out_dir, error) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _not_written(folder: Path, error: OSError) -> OutputError:
    if isinstance(error, FileExistsError | NotADirectoryError):
        cause = phrase("Wording", "a file of that name is in the way")
        return OutputError(folder, cause, phrase("Wording", "Choose another folder"))
    cause = phrase("Wording", "the packet cannot be written ({reason})").filled(reason=error.strerror)
    return OutputError(folder, cause, _WRITES)


@dataclass(slots=True)
class _Packet:
    """One packet being written into `folder`."""

    context: PacketContext
    folder: Path
    job: Job
    info: VideoInfo | None
    signals: StoredSignals | None
    notes: list[str]
    about: dict[str, str] = field(default_factory=dict)

    def write(self) -> None:
        """Writes every file that was asked for, the manifest last."""
        options = self.context.options
        self._interchange()
        made: list[SegmentClips] = []
        reel: str | None = None
        contents: list[str] = []
        if self.info is not None and options.wants("clips", "highlights", "html", "pdf"):
            made, reel, contents = self._clips(self.info)
        if options.wants("html", "pdf"):
            self._report(made, reel, contents)
        checks = [
            {
                "file": f"clips/{f.path.name}",
                "first_frame": made_of.segment.first if f.kind != "slow" else made_of.close[0],
                "last_frame": made_of.segment.last if f.kind != "slow" else made_of.close[1],
                "frames": f.proof.frames,
                "largest_time_error_ms": f.proof.largest_time_error_ms,
            }
            for made_of in made
            for f in made_of.files
        ]
        self.job.report(1, 1, phrase("Wording", "Listing the files"))
        write_manifest(self.context, self.folder, self.about, checks)

    def _interchange(self) -> None:
        context, options, stem = self.context, self.context.options, self.context.stem
        data = self.folder / "data"
        self.job.report(0, 1, phrase("Wording", "Writing tables"))
        if options.wants("csv", "eaf", "boris", "vtt", "srt", "textgrid", "bids"):
            data.mkdir()
        if options.wants("csv"):
            for path in write_tables(context, data):
                self._tell(path, translate("Wording", "table (CSV); its columns are explained in dictionary.csv"))
        if options.wants("eaf"):
            about = translate("Wording", "ELAN annotations, on the source video's clock")
            write_eaf(context, self._tell(data / f"{stem}.eaf", about))
        if options.wants("boris"):
            write_boris(
                context,
                self._tell(data / f"{stem}.boris", translate("Wording", "BORIS project")),
                self._tell(data / f"{stem}_aggregated_events.tsv", translate("Wording", "BORIS aggregated events")),
            )
        if options.wants("vtt"):
            about = translate("Wording", "captions for the source video (WebVTT)")
            write_vtt(context, self._tell(data / f"{stem}.vtt", about))
        if options.wants("srt"):
            about = translate("Wording", "captions for the source video (SubRip)")
            write_srt(context, self._tell(data / f"{stem}.srt", about))
        if options.wants("textgrid"):
            write_textgrid(context, self._tell(data / f"{stem}.TextGrid", translate("Wording", "Praat TextGrid")))
        if options.wants("bids"):
            write_bids(
                context,
                self._tell(data / f"{stem}_events.tsv", translate("Wording", "BIDS-style events")),
                self._tell(
                    data / f"{stem}_events.json",
                    translate("Wording", "what the columns of the BIDS-style events mean"),
                ),
            )

    def _clips(self, info: VideoInfo) -> tuple[list[SegmentClips], str | None, list[str]]:
        # Imported here: without clips an export needs neither PyAV nor OpenCV.
        from annotator.export.clips import ClipMaker
        from annotator.export.plan import plan_segments
        from annotator.export.privacy import face_cover, write_check_page
        from annotator.export.reel import write_reel
        from annotator.export.skeleton import PoseAt
        from annotator.video.reader import VideoReader

        context, options = self.context, self.context.options
        segments = plan_segments(context.view, info.times, options)
        if not segments or not options.wants("clips", "highlights"):
            return [], None, []
        folder = self.folder / "clips"
        folder.mkdir()
        pose = PoseAt.of(self.signals)
        if pose is None:
            self.notes.append(translate("Wording", "No pose was stored with this session: the clips show no skeleton."))
        made: list[SegmentClips] = []
        with VideoReader(info.path, info) as reader:
            visits = [e for e in context.view.session.coverage.excluded if e.reason == "other_person"]
            cover = face_cover(reader, segments, pose, visits, self.job) if options.blur_face else None
            maker = ClipMaker(reader, context, pose, cover, folder)
            seconds = info.times.seconds
            lengths = [float(seconds[s.last] - seconds[s.first]) for s in segments]
            done, total = 0.0, sum(lengths) or 1.0
            for n, segment in enumerate(segments):
                label = phrase("Wording", "Writing clip {n} of {count}").filled(n=n + 1, count=len(segments))
                made.append(maker.make(segment, self.job, _reporter(self.job, done, total, label)))
                done += lengths[n]
            if maker.shrunk:
                text = translate("Wording", "The clips' longer side was made {count} pixels.")
                self.notes.append(text.format(count=options.largest_side_px))
            reel, contents = None, []
            if options.wants("highlights") and any(m.segment.flags for m in made):
                self.job.report(total, total, phrase("Wording", "Writing the highlights"))
                form = maker.formats(reader.frame(segments[0].first))[1]
                about = translate("Wording", "all flagged segments, each after a title card")
                path = self._tell(self.folder / "highlights.mp4", about)
                contents = write_reel(path, context, made, reader, form, maker.sound, self.job)
                reel = path.name
            sound = maker.sound is not None
        for clips in made:
            for file in clips.files:
                text = translate("Wording", "segment {number}: {kind}")
                self._tell(file.path, text.format(number=clips.segment.number, kind=clip_name(file.kind)))
        if not options.wants("clips"):
            shutil.rmtree(folder)
            for clips in made:
                clips.files = []
        about = translate("Wording", "sampled frames, to look through before sharing")
        page = self._tell(self.folder / "check_before_sharing.html", about)
        write_check_page(page, made, options.blur_face, sound)
        return made, reel, contents

    def _report(self, made: Sequence[SegmentClips], reel: str | None, contents: Sequence[str]) -> None:
        from annotator.export.content import build_report
        from annotator.export.page import write_page
        from annotator.export.pdf import write_pdf

        self.job.raise_if_cancelled()
        self.job.report(1, 1, phrase("Wording", "Writing the report"))
        report = build_report(self.context, made, self.signals, self.notes, reel, contents)
        if self.context.options.wants("html"):
            about = translate("Wording", "the report: open this first")
            write_page(report, self._tell(self.folder / "index.html", about))
        if self.context.options.wants("pdf"):
            write_pdf(report, self._tell(self.folder / "report.pdf", translate("Wording", "the report on paper")))

    def _tell(self, path: Path, about: str) -> Path:
        """Notes what a file is, for the manifest."""
        self.about[path.relative_to(self.folder).as_posix()] = about
        return path


def _reporter(job: Job, done: float, total: float, label: str) -> Callable[[float], None]:
    """Tells how far one clip of several has come."""
    return lambda seconds: job.report(done + seconds, total, label)


def _video(session: Session, path: Path, options: ExportOptions, job: Job) -> tuple[VideoInfo | None, list[str]]:
    """The session's video, checked to be the one that was analysed; None where nothing asked for needs it."""
    if not options.formats & NEED_VIDEO:
        return None, []
    from annotator.video.digest import sha256_of
    from annotator.video.probe import probe

    video = path.parent / session.video.file
    if not video.is_file():
        remedy = phrase(
            "Wording",
            "Put it back beside the session, or export only tables and reports (--formats interchange,report)",
        )
        raise VideoError(video, phrase("Wording", "the session's video is not there"), remedy)
    job.report(0, 1, phrase("Wording", "Checking the video"))
    if sha256_of(video, job) != session.video.sha256:
        raise VideoError(
            video,
            phrase("Wording", "the video is not the one that was analysed"),
            phrase("Wording", "Analyze it again, or restore the original"),
        )
    return probe(video, job), []


def _signals(session: Session, path: Path, notes: list[str]) -> StoredSignals | None:
    try:
        signals = load_session_signals(session, path)
    except SessionError as error:
        text = translate("Wording", "{cause}: the report has no traces and the clips no skeleton.")
        notes.append(text.format(cause=capitalized(said(error.cause))))
        return None
    return signals


def _packet_name(context: PacketContext, session_path: Path) -> str:
    if context.options.baby:
        return f"{file_name(context.options.baby, 'baby')}-packet"
    if context.options.hide_video_name:
        return "packet"
    return f"{file_name(session_path.name.removesuffix('.session.json'), 'video')}-packet"


def _put_in_place(temporary: Path, out_dir: Path, name: str) -> Path:
    """Moves the finished packet to its name, or to the first numbered one that is free."""
    packed = temporary / ".packet.zip"
    for number in range(1, 10_000):
        target = out_dir / (name if number == 1 else f"{name}-{number}")
        archive = target.with_name(target.name + ".zip")
        if target.exists() or (packed.exists() and archive.exists()):
            continue
        if packed.exists():
            packed.replace(archive)
        # mkdtemp's folder is for its owner alone; a packet is there to be given away.
        temporary.chmod(0o755)
        try:
            temporary.rename(target)
        except OSError:
            archive.unlink(missing_ok=True)
            raise
        return target
    raise OutputError(
        out_dir,
        phrase("Wording", "there are too many packets named {name}").filled(name=name),
        phrase("Wording", "Choose another folder"),
    )
