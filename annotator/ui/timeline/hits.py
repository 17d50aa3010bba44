"""What lies under the pointer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from annotator.anatomy import LIMBS
from annotator.ui.timeline import words
from annotator.ui.timeline.edges import Edge
from annotator.ui.timeline.lanes import Lane, Lanes
from annotator.ui.timeline.look import Look
from annotator.ui.timeline.marks import Marks
from annotator.ui.timeline.paint_bars import bar_box
from annotator.ui.timeline.paint_observed import limb_rows
from annotator.ui.timeline.scene import Scene
from annotator.ui.timeline.ticks import time_text
from annotator.ui.timeline.viewport import Viewport

# A hand is not steadier than this.
SLACK_PX: Final = 4.0
EDGE_PX: Final = 5.0
# A bar narrower than this is grabbed as a whole, unless it is selected.
EDGED_FROM_PX: Final = 14.0


@dataclass(frozen=True, slots=True)
class Hit:
    """`lane` is None outside all rows; at most one of the others says what lies there. `crowd` counts the movements
    that share the pointer's few pixels."""

    seconds: float
    lane: Lane | None = None
    movement: int | None = None
    edge: Edge | None = None
    flag: int | None = None
    excluded: int | None = None
    looked: int | None = None
    sound: int | None = None
    crowd: int = 0


def find_hit(
    scene: Scene, lanes: Lanes, view: Viewport, look: Look, x: float, y: float, selected: int | None = None
) -> Hit:
    """What lies at a point of the zoomable view. `selected` is the movement whose edges can be held however narrow."""
    seconds = view.seconds(x)
    lane = lanes.at(y)
    if lane is None or not view.left_px <= x <= view.right_px:
        return Hit(seconds, None)
    slack_s = SLACK_PX / view.px_per_s
    if lane.role == "limb":
        return _limb_hit(scene, lane, view, look, x, y, selected)
    if lane.role == "flag" and lane.rule is not None:
        return Hit(seconds, lane, flag=_key_at(scene.flags.get(lane.rule), seconds, slack_s))
    if lane.role == "looked":
        return Hit(seconds, lane, looked=_key_at(scene.looked_marks, seconds, slack_s))
    if lane.role == "sound":
        return Hit(seconds, lane, sound=_key_at(scene.sound_marks, seconds, slack_s))
    if lane.role == "observed":
        excluded = _key_at(scene.unseen.get(None), seconds, slack_s / 2)
        if excluded is None:
            rows = limb_rows(lane)
            limb = next((name for name in LIMBS if y < rows[name][0] + rows[name][1] + 1), LIMBS[-1])
            excluded = _key_at(scene.unseen.get(limb), seconds, slack_s / 2)
        return Hit(seconds, lane, excluded=excluded)
    return Hit(seconds, lane)


def _key_at(marks: Marks | None, seconds: float, slack_s: float) -> int | None:
    index = marks.at(seconds, slack_s) if marks is not None else None
    return None if marks is None or index is None else int(marks.key[index])


def _limb_hit(scene: Scene, lane: Lane, view: Viewport, look: Look, x: float, y: float, selected: int | None) -> Hit:
    seconds = view.seconds(x)
    marks = scene.lane(lane.limb)
    slack_s = SLACK_PX / view.px_per_s
    excluded = _key_at(scene.unseen.get(lane.limb), seconds, 0.0) if lane.limb is not None else None
    if excluded is None:
        excluded = _key_at(scene.unseen.get(None), seconds, 0.0)
    crowd = len(marks.within(seconds - slack_s / 2, seconds + slack_s / 2))
    if y < bar_box(lane, look)[0] - SLACK_PX and crowd <= 1:
        return Hit(seconds, lane, excluded=excluded)
    if selected is not None and selected in scene.movements and marks.index_of(selected) is not None:
        edge = _edge_at(scene, selected, view, x, 0.0)
        if edge is not None:
            return Hit(seconds, lane, selected, edge)
    key = _key_at(marks, seconds, slack_s)
    if key is None:
        return Hit(seconds, lane, excluded=excluded)
    return Hit(seconds, lane, key, _edge_at(scene, key, view, x, EDGED_FROM_PX), crowd=crowd)


def _edge_at(scene: Scene, key: int, view: Viewport, x: float, wide_px: float) -> Edge | None:
    shown = scene.movements[key]
    left, right = view.x(shown.onset_s), view.x(shown.offset_s)
    if right - left < wide_px:
        return None
    # At most a third of a bar belongs to each edge, so that its middle can always be clicked.
    inner = min(EDGE_PX, (right - left) / 3)
    if left - EDGE_PX <= x <= left + inner and x - left <= right - x:
        return "onset"
    if right - inner <= x <= right + EDGE_PX:
        return "offset"
    return None


def hit_lines(scene: Scene, hit: Hit) -> tuple[str, ...]:
    """What the card under the pointer says of a hit; nothing where there is nothing to say."""
    if hit.crowd > 2:
        return (words.count_line(hit.crowd),)
    if hit.movement is not None:
        return words.movement_lines(scene.movements[hit.movement])
    if hit.flag is not None:
        return words.flag_lines(scene.patterns[hit.flag])
    if hit.looked is not None:
        return words.looked_lines(scene.looked[hit.looked])
    if hit.sound is not None:
        sound = scene.sounds[hit.sound]
        return (words.sound_name(sound.kind), f"{time_text(sound.start_s)} – {time_text(sound.end_s)}")
    if hit.excluded is not None:
        return words.excluded_lines(scene.excluded[hit.excluded])
    return ()
