"""Where the program starts: the window, or the command line when a command is named."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from annotator.errors import AnnotatorError, VideoError, one_line
from annotator.phrase import phrase


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit status."""
    try:
        return _main(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


def _main(words: list[str]) -> int:
    from annotator import cli  # here, so that Ctrl-C while it loads is answered, too

    if words and (words[0] in cli.COMMANDS or words[0].startswith("-")):
        return cli.main(words)
    commands = ", ".join(cli.COMMANDS)
    if words and not Path(words[0]).exists() and Path(words[0]).name == words[0] and not Path(words[0]).suffix:
        print(f"{one_line(words[0])}: no such command or file. Commands: {commands}", file=sys.stderr)
        return cli.USAGE
    try:
        return _window([Path(word) for word in words], commands)
    except AnnotatorError as error:
        print(error, file=sys.stderr)
        return cli.FAILED


def _window(paths: list[Path], commands: str) -> int:
    for path in paths:
        if not path.exists():
            remedy = phrase("Wording", "Name an existing video or session, or one of the commands: {commands}").filled(
                commands=commands
            )
            raise VideoError(path, phrase("Wording", "there is no such file"), remedy)
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        remedy = phrase("Wording", "Start it from a desktop, or name one of the commands: {commands}").filled(
            commands=commands
        )
        raise AnnotatorError("annotator", phrase("Wording", "there is no screen to open the window on"), remedy)
    try:
        from annotator.ui import app
    except ImportError as error:
        remedy = phrase("Wording", "Install the packages that README.md names")
        raise AnnotatorError(
            "annotator",
            phrase("Wording", "the window cannot start ({details})").filled(details=one_line(str(error))),
            remedy,
        ) from error
    return app.run(paths)


if __name__ == "__main__":
    sys.exit(main())
