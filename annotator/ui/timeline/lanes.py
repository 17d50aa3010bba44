"""Which lanes there are, and how high: everything else in the timeline reads its rows from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from annotator.anatomy import LIMBS, Limb
from annotator.session.model import Rule
from annotator.ui.timeline.scene import Scene

Role = Literal["axis", "flag", "limb", "looked", "observed", "sound"]
# Lowest and highest height of a lane, in heights of a line of text.
HEIGHTS_EM: Final[dict[Role, tuple[float, float]]] = {
    "axis": (1.75, 1.9),
    "flag": (1.0, 1.35),
    "limb": (2.05, 5.0),
    "looked": (1.0, 1.25),
    "observed": (2.3, 3.2),
    "sound": (1.7, 3.2),
}


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of the timeline, from `top` `height` pixels down. `limb` where it is a limb's, `rule` where a flag's."""

    role: Role
    top: float
    height: float
    limb: Limb | None = None
    rule: Rule | None = None

    @property
    def bottom(self) -> float:
        """Where the next lane begins."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Lanes:
    """All rows from top to bottom."""

    rows: tuple[Lane, ...]

    @property
    def bottom(self) -> float:
        """Where the last lane ends."""
        return self.rows[-1].bottom if self.rows else 0.0

    def at(self, y: float) -> Lane | None:
        """The row at a height."""
        return next((lane for lane in self.rows if lane.top <= y < lane.bottom), None)

    def of(self, role: Role) -> tuple[Lane, ...]:
        """All rows of a role."""
        return tuple(lane for lane in self.rows if lane.role == role)

    def limb(self, limb: Limb | None) -> Lane | None:
        """A limb's row."""
        return next((lane for lane in self.rows if lane.role == "limb" and lane.limb == limb), None)


def needed_rows(scene: Scene, has_unnamed_trace: bool = False) -> tuple[tuple[Role, Limb | None, Rule | None], ...]:
    """The rows that this scene fills: one a rule that was met; the unnamed limb's and looked-here where used."""
    rows: list[tuple[Role, Limb | None, Rule | None]] = [("axis", None, None)]
    rows += [("flag", None, rule) for rule in scene.flags]
    rows += [("limb", limb, None) for limb in LIMBS]
    if has_unnamed_trace or len(scene.lane(None)):
        rows.append(("limb", None, None))
    rows.append(("observed", None, None))
    if scene.looked:
        rows.append(("looked", None, None))
    if scene.has_audio:
        rows.append(("sound", None, None))
    return tuple(rows)


def lowest_height(scene: Scene, em: float, has_unnamed_trace: bool = False) -> float:
    """The height in which every row can still be read."""
    return sum(round(HEIGHTS_EM[role][0] * em) for role, _, _ in needed_rows(scene, has_unnamed_trace))


def lay_out(scene: Scene, height: float, em: float, has_unnamed_trace: bool = False) -> Lanes:
    """Shares a height out among the rows, on whole pixels; each gets its lowest height and a share of what is left."""
    rows = needed_rows(scene, has_unnamed_trace)
    lowest = [round(HEIGHTS_EM[role][0] * em) for role, _, _ in rows]
    room = [HEIGHTS_EM[role][1] * em - low for (role, _, _), low in zip(rows, lowest, strict=True)]
    share = min(max((height - sum(lowest)) / sum(room), 0.0), 1.0)
    top = 0
    lanes = []
    for (role, limb, rule), low, more in zip(rows, lowest, room, strict=True):
        tall = int(low + share * more)
        lanes.append(Lane(role, top, tall, limb, rule))
        top += tall
    return Lanes(tuple(lanes))
