"""How right, how fast and how lean the analysis is: `python -m tests.benchmarks.analysis`.

Prints Markdown: a table for each part with a row a clip, and last every figure beside its goal. `--help` lists the
options. Clips with truth are `NAME.mp4` with `NAME.truth.json`. What the benchmark makes is kept in a temporary folder.
Progress goes to the error stream.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Final

from tests.benchmarks.child import Cost, analysis, measured
from tests.benchmarks.report import Goal, load, machine, table

ROOT: Final = Path(__file__).resolve().parents[2]
CLIPS: Final = ROOT.parent / "shared" / "clips"
SAMPLES: Final = ROOT / "sample_clips"
PARTS: Final = ("accuracy", "speed", "memory")


class Bench:
    """One run: what was chosen, and the analyses done so far, for accuracy and speed share them."""

    def __init__(self, chosen: argparse.Namespace) -> None:
        self.chosen = chosen
        self.done: dict[Path, Cost[str]] = {}
        self.began = time.monotonic()

    def wanted(self, name: str) -> bool:
        """Whether a clip's name was asked for."""
        return not self.chosen.names or any(part in name for part in self.chosen.names)

    def analysed(self, video: Path) -> Cost[str]:
        """The analysis of one video, in a process of its own; once a run."""
        if video not in self.done:
            self.tell(f"analysing {video.stem}")
            cost = self.done[video] = measured(analysis, video)
            if self.chosen.sessions is not None:
                self.chosen.sessions.mkdir(parents=True, exist_ok=True)
                (self.chosen.sessions / f"{video.stem}.session.json").write_text(cost.value, encoding="utf-8")
        return self.done[video]

    def tell(self, what: str) -> None:
        """Says on the error stream what is being done."""
        print(f"[{time.monotonic() - self.began:5.0f} s] {what}", file=sys.stderr, flush=True)

    def with_truth(self) -> list[tuple[Path, Path]]:
        """The chosen (video, truth) pairs of the folder, or the variants made of them."""
        if self.chosen.variants:
            from tests.benchmarks.variants import made

            self.tell("making the variants")
            return made(self.chosen.clips, self.wanted)
        pairs = [(truth.with_name(truth.name.replace(".truth.json", ".mp4")), truth) for truth in self._truths()]
        return [(video, truth) for video, truth in pairs if self.wanted(video.stem)]

    def videos(self) -> list[Path]:
        """The chosen videos: with truth where there is any, else the folder's, else the sample clips."""
        with_truth = [video for video, _ in self.with_truth()]
        folder = self.chosen.clips if self.chosen.clips.is_dir() else SAMPLES
        return with_truth or [video for video in sorted(folder.glob("*.mp4")) if self.wanted(video.stem)]

    def _truths(self) -> list[Path]:
        return sorted(self.chosen.clips.glob("*.truth.json"))

    def accuracy(self) -> tuple[str, list[Goal]]:
        """Figures against the truth; a line instead where there is none."""
        from annotator.session.file import from_json
        from tests.benchmarks.accuracy import compare

        clips = self.with_truth()
        if not clips:
            return "### Accuracy\n\nSkipped: no chosen clip has truth. The sample clips have none; see --clips.", []
        title = "Variants" if self.chosen.variants else "Accuracy"
        return compare(clips, lambda video: from_json(self.analysed(video).value, video), title)

    def speed(self) -> tuple[str, list[Goal]]:
        """Against the plain loop on the chosen clips, and a still video against decoding."""
        from tests.benchmarks.speed import against_plain_loop, still

        videos = self.videos()
        if not videos:
            return "### Speed\n\nSkipped: no chosen clip.", []
        self.tell("timing against the plain loop")
        text, goals = against_plain_loop(videos, self.analysed)
        self.tell(f"timing {self.chosen.minutes:g} still minutes")
        more, others = still(SAMPLES / "isolated_jerks.mp4", self.chosen.minutes)
        return f"{text}\n\n{more}", goals + others

    def memory(self) -> tuple[str, list[Goal]]:
        """Peak memory on a short and a long file."""
        from tests.benchmarks.memory import peak

        self.tell(f"measuring memory on {self.chosen.minutes:g} minutes")
        return peak(SAMPLES / "startle_and_cry.mp4", self.chosen.minutes)


def main() -> None:
    """Runs the chosen parts and prints the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.analysis", description=__doc__)
    parser.add_argument("names", nargs="*", help="only clips whose names hold one of these")
    parser.add_argument("--clips", type=Path, default=CLIPS, help="folder of clips with truth (%(default)s)")
    parser.add_argument("--only", choices=PARTS, action="append", help="one part; may be given again")
    parser.add_argument(
        "--variants", action="store_true", help="the clips filmed otherwise, made from those with truth"
    )
    parser.add_argument("--minutes", type=float, default=10.0, help="length of the long files (%(default)s)")
    parser.add_argument("--full", action="store_true", help="long files of an hour")
    parser.add_argument("--sessions", type=Path, help="folder that keeps the session files, for other programs")
    chosen = parser.parse_args()
    if chosen.full:
        chosen.minutes = 60.0
    bench = Bench(chosen)
    busy = load()
    parts = chosen.only or (("accuracy",) if chosen.variants else PARTS)
    print(f"Machine: {machine()}.")
    if busy > 0.5:
        print(f"It was doing other work too (load {busy:.1f}): only ratios say anything, and they roughly.")
    print()
    goals: list[Goal] = []
    for part in PARTS:
        if part in parts:
            text, found = getattr(bench, part)()
            print(text, end="\n\n", flush=True)
            goals += found
    print("### Goals\n")
    print(table(("what", "figure", "goal", ""), [goal.row for goal in goals]))
    bench.tell("done")


if __name__ == "__main__":
    main()
