"""The command line: arguments, exit statuses and what is printed, nothing else.

Exit status 0: done; 1: at least one input failed; 2: usage; 130: stopped with Ctrl-C.
"""

from __future__ import annotations

import argparse
import json
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final, get_args

from annotator import __version__, wording
from annotator.batch import Batch, Outcome, Progress, Task
from annotator.errors import AnnotatorError, OutputError, SessionError
from annotator.inputs import is_session, not_a_video, session_name, videos
from annotator.phrase import phrase
from annotator.settings import AnalysisSettings, ModelName
from annotator.tasks import Analyze, Export
from annotator.terminal import Terminal
from annotator.wording.languages import LANGUAGES

DONE, FAILED, USAGE, STOPPED = 0, 1, 2, 130
COMMANDS: Final = ("analyze", "export", "info", "agree")
_DESCRIPTION: Final = (
    "Marks a baby's movements in a video for a clinician to review. Not a diagnosis. If you are worried, contact a "
    "clinician now; do not wait for a result."
)
_EPILOG: Final = "Without a command, 'annotator [VIDEO-or-SESSION ...]' opens the window."


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit status. Usage errors leave by `SystemExit(2)`."""
    options = _parser().parse_args(arguments)
    terminal = Terminal()
    try:
        status: int = options.run(options, terminal)
    except AnnotatorError as error:
        terminal.fail(str(error))
        status = FAILED
    except KeyboardInterrupt:
        terminal.fail("Stopped.")
        status = STOPPED
    terminal.close()
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="annotator", description=_DESCRIPTION, epilog=_EPILOG, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"annotator {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    analyze = commands.add_parser(
        "analyze",
        help="analyse videos and write a session file for each",
        description="Analyses each video and writes NAME.session.json for NAME.mp4. A folder stands for all videos in it "
        "and below.",
        allow_abbrev=False,
    )
    analyze.add_argument("videos", nargs="+", type=Path, metavar="VIDEO", help="a video, or a folder of videos")
    analyze.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="where sessions go (default: beside the video)"
    )
    analyze.add_argument("--jobs", type=_count, default=1, metavar="N", help="videos to work on at once (default 1)")
    analyze.add_argument("--model", choices=get_args(ModelName), default="full", help="pose model (default full)")
    analyze.add_argument("--json", action="store_true", help="print one line of JSON for each video")
    analyze.add_argument("--force", action="store_true", help="write over a session that somebody has reviewed")
    analyze.set_defaults(run=_analyze)

    info = commands.add_parser(
        "info",
        help="what a video file holds, and what will limit its analysis",
        description="Tells a video's codec, size, rotation, timing, frames, duration, and what will limit its analysis.",
        allow_abbrev=False,
    )
    info.add_argument("video", type=Path, metavar="VIDEO")
    info.add_argument("--json", action="store_true", help="print one line of JSON")
    info.set_defaults(run=_info)

    export = commands.add_parser(
        "export",
        help="write the packet for a clinician",
        description="Writes a folder for each session: report, clips with and without marks, tables, interchange files.",
        allow_abbrev=False,
    )
    export.add_argument("sessions", nargs="+", type=Path, metavar="SESSION", help="a session file")
    export.add_argument("-o", "--output", type=Path, metavar="DIR", required=True, help="where the packets go")
    export.add_argument("--blur-face", action="store_true", help="cover the face in every picture")
    export.add_argument("--no-audio", action="store_true", help="leave the sound out of every clip")
    export.add_argument(
        "--formats",
        type=_formats,
        metavar="LIST",
        help="what to write, apart by commas (default all): clips, highlights, html, pdf, csv, eaf, boris, vtt, srt, "
        "textgrid, bids; 'report' stands for html and pdf, 'interchange' for all tables and interchange files",
    )
    export.add_argument(
        "--movement-clips",
        choices=("none", "accepted", "accepted_or_unreviewed"),
        default="none",
        help="clips of single movements besides those of the flags (default none)",
    )
    export.add_argument("--slow-motion", type=_speed, metavar="SPEED", help="add slowed clips, for instance 0.25")
    export.add_argument(
        "--baby",
        default="",
        metavar="NAME",
        help="what the report calls the baby (initials, a code); the packet's folder is named after it, too",
    )
    export.add_argument(
        "--language",
        choices=LANGUAGES,
        default="en",
        help="language of the report, the clips' captions and every sentence in the packet (default en); names of "
        "columns, tiers, kinds and rules are English in any",
    )
    export.add_argument("--hide-video-name", action="store_true", help="keep the video's file name out of the packet")
    export.add_argument("--zip", action="store_true", help="write a zip beside each packet, too")
    export.set_defaults(run=_export)

    agree = commands.add_parser(
        "agree",
        help="how far two reviews of one video agree",
        description="Compares two reviews of one video: movements, time, limbs, kinds, onsets, and where they differ.",
        allow_abbrev=False,
    )
    agree.add_argument("session_a", type=Path, metavar="SESSION_A")
    agree.add_argument("session_b", type=Path, metavar="SESSION_B")
    agree.set_defaults(run=_agree)
    return parser


def _count(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError("give a whole number from 1 up")
    return number


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 0.05 <= speed < 1:
        raise argparse.ArgumentTypeError("give a speed from 0.05 to below 1")
    return speed


def _formats(text: str) -> frozenset[str]:
    from annotator.export.options import parse_formats

    try:
        return parse_formats(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _analyze(options: argparse.Namespace, terminal: Terminal) -> int:
    found, failures = videos(options.videos)
    tasks, clashes = _plan(found, options)
    for error in [*failures, *clashes]:
        _tell_failure(error.subject, str(error), options, terminal)

    def tell(outcome: Outcome) -> None:
        video = tasks[outcome.task].subject
        if outcome.failure is not None:
            _tell_failure(video, outcome.failure, options, terminal)
        elif outcome.result is not None:
            _tell_session(video, outcome.result, options, terminal)

    done = _run(tasks, options.jobs, tell)
    if done and not options.json:
        terminal.say(wording.disclaimer())
    return DONE if done == len(tasks) and not failures and not clashes else FAILED


def _run(tasks: Sequence[Task], jobs: int, tell: Callable[[Outcome], None]) -> int:
    """Works on all tasks under a progress bar and tells how each ended; returns how many came out well."""
    from annotator.progress import Bar

    bar = Bar([_size(task.subject) for task in tasks])
    batch = Batch(tasks, jobs)
    done = 0

    def hear(message: Progress | Outcome) -> None:
        nonlocal done
        if isinstance(message, Progress):
            bar.move(message.task, message.share, message.label)
            return
        done += message.result is not None
        bar.end(message.task)
        bar.aside()
        tell(message)

    with _stopping(batch):
        batch.run(hear)
    bar.close()
    if batch.stopped:
        raise KeyboardInterrupt
    return done


def _plan(found: list[Path], options: argparse.Namespace) -> tuple[list[Analyze], list[AnnotatorError]]:
    """What can be done, and what cannot because another video's session has or would have the same file."""
    tasks: list[Analyze] = []
    settings = AnalysisSettings(model=options.model)
    if options.output is not None and found:
        _make_folder(options.output)
    taken: dict[Path, Path] = {}
    failures: list[AnnotatorError] = []
    for video in found:
        session = (options.output or video.parent).resolve() / session_name(video)
        other = taken.get(session) or (None if options.force else _other_owner(session, video))
        if other is not None:
            cause = phrase("Wording", "its session would have the same file as that of {other}").filled(other=other)
            failures.append(
                OutputError(
                    video, cause, phrase("Wording", "Rename one of them, or analyze it into another folder with -o")
                )
            )
            continue
        taken[session] = video
        tasks.append(Analyze(video, options.output, settings, options.force))
    return tasks, failures


def _other_owner(path: Path, video: Path) -> Path | None:
    """The video that a session already at `path` belongs to, if that is there and another one."""
    from annotator.session import file

    try:
        owner = file.video_path(file.load(path), path)
        return owner if owner.exists() and not owner.samefile(video) else None
    except (SessionError, OSError):
        return None  # none there, or none that can be read: the analysis itself refuses what it must not replace


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        from annotator.session.atomic import output_error

        if isinstance(error, FileExistsError | NotADirectoryError):
            raise OutputError(
                folder,
                phrase("Wording", "a file of that name is in the way"),
                phrase("Wording", "Choose another folder"),
            ) from error
        raise output_error(folder, error) from error


def _tell_failure(video: str | Path, line: str, options: argparse.Namespace, terminal: Terminal) -> None:
    terminal.fail(line)
    if options.json:
        terminal.say(json.dumps({"video": str(video), "status": "failed", "error": line}))


def _tell_session(video: Path, path: Path, options: argparse.Namespace, terminal: Terminal) -> None:
    from annotator.session import file
    from annotator.session.model import UNCOUNTED_KINDS

    session = file.load(path)
    counted = [movement for movement in session.movements if movement.kind not in UNCOUNTED_KINDS]
    observed_s, duration_s = session.coverage.observed_s, session.video.duration_s
    if options.json:
        facts = {
            "video": str(video),
            "status": "done",
            "session": str(path),
            "duration_s": duration_s,
            "observed_s": observed_s,
            "excluded": sorted({span.reason for span in session.coverage.excluded if not span.limbs}),
            "movements": len(counted),
            "patterns": [flag.rule for flag in session.patterns],
        }
        terminal.say(json.dumps(facts))
    else:
        said = [wording.summary_sentence(len(counted), len(session.patterns), observed_s, duration_s)]
        said += wording.excluded_sentences(span for span in session.coverage.excluded if not span.limbs)
        terminal.say(f"{video}: {' '.join(said)} Written to {path}")


def _info(options: argparse.Namespace, terminal: Terminal) -> int:
    from annotator import describe

    if is_session(options.video):
        raise not_a_video(options.video)
    info, limits = describe.look(options.video)
    if options.json:
        terminal.say(json.dumps(describe.as_facts(info, limits)))
    else:
        for line in describe.as_lines(info, limits):
            terminal.say(line)
    return DONE


def _export(options: argparse.Namespace, terminal: Terminal) -> int:
    from annotator.export.options import FORMATS, ExportOptions

    chosen = ExportOptions(
        blur_face=options.blur_face,
        no_audio=options.no_audio,
        formats=options.formats or frozenset(FORMATS),
        movement_clips=options.movement_clips,
        slow_motion=options.slow_motion,
        baby=options.baby,
        hide_video_name=options.hide_video_name,
        zip_packet=options.zip,
    )
    tasks = [Export(session, options.output, chosen, options.language) for session in dict.fromkeys(options.sessions)]

    def tell(outcome: Outcome) -> None:
        if outcome.failure is not None:
            terminal.fail(outcome.failure)
        elif outcome.result is not None:
            terminal.say(f"{tasks[outcome.task].subject}: packet written to {outcome.result}")

    return DONE if _run(tasks, 1, tell) == len(tasks) else FAILED


def _agree(options: argparse.Namespace, terminal: Terminal) -> int:
    from annotator.session import file
    from annotator.session.agreement import agreement

    compared = agreement(file.load(options.session_a), file.load(options.session_b))
    for sentence in wording.agreement_sentences(compared):
        terminal.say(sentence)
    for disagreement in compared.disagreements:
        terminal.say(wording.disagreement_sentence(disagreement))
    return DONE


def _size(video: Path) -> int:
    try:
        return max(video.stat().st_size, 1)
    except OSError:
        return 1


@contextmanager
def _stopping(batch: Batch) -> Iterator[None]:
    """Lets Ctrl-C and a polite kill end the batch cleanly; pressed again, they end it at once."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        batch.stop()

    numbers = [signal.SIGINT, signal.SIGTERM]
    before = [signal.signal(number, stop) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
