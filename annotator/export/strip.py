"""The strip beneath an annotated picture, which covers nothing of it: what moves now, the source's clock to the frame, a
timeline with each onset and offset, and what the clip is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from annotator.anatomy import Limb
from annotator.export import paint, words
from annotator.export.colours import ON_PICTURE, PLAYHEAD, STRIP, STRIP_LINE, STRIP_MUTED, STRIP_TEXT, yuv
from annotator.export.lettering import fitted, text_mask, text_width
from annotator.export.plan import Segment
from annotator.export.planes import Planes
from annotator.export.text import wall_time
from annotator.export.view import MovementView
from annotator.wording.translate import translate

_ROWS: Final = 4.5  # heights of a line of text: label, timeline, purpose, and the space between


@dataclass(frozen=True, slots=True)
class Clock:
    """The moment a frame shows: its number, seconds from the first frame, and the local time where it is known."""

    frame: int
    seconds: float
    clock_start: str

    @property
    def text(self) -> str:
        """The clock as the strip shows it."""
        local = wall_time(self.clock_start, self.seconds)
        frame = translate("Wording", "frame {number}").format(number=self.frame)
        return f"{local + '   ' if local else ''}{words.moment(self.seconds)}   {frame}"


class Strip:
    """Paints the strip of one segment. `top` is where it begins in the picture of `width` x `top + height`."""

    def __init__(self, segment: Segment, span_s: tuple[float, float], width: int, top: int, hd: bool):
        self.text_px = strip_text_px(width, top)
        self.height = strip_height(width, top)
        self._segment = segment
        self._span = span_s
        self._width = width
        self._top = top
        self._pad = self.text_px // 2 * 2
        self._text, self._muted = yuv(STRIP_TEXT, hd), yuv(STRIP_MUTED, hd)
        self._back, self._line = yuv(STRIP, hd), yuv(STRIP_LINE, hd)
        self._playhead = yuv(PLAYHEAD, hd)
        self._limbs: dict[Limb | None, tuple[int, int, int]] = {k: yuv(c, hd) for k, c in ON_PICTURE.items()}
        self._still = self._background()

    def draw(self, planes: Planes, clock: Clock, note: str = "") -> None:
        """Paints the strip for one frame; `note` stands before the clock ("slowed to 0.25")."""
        copied = self._still
        planes.y[self._top :] = copied.y
        planes.u[self._top // 2 :] = copied.u
        planes.v[self._top // 2 :] = copied.v
        text = f"{note}   {clock.text}" if note else clock.text
        mask = text_mask.__wrapped__(text, self.text_px)
        right = self._width - self._pad
        row = self._top + self.text_px // 2
        paint.write(planes, mask, max(right - mask.shape[1], 0), row, self._text)
        room = right - mask.shape[1] - 2 * self._pad
        self._label(planes, clock.seconds, room, row)
        at = self._x(clock.seconds)
        bar_top, bar_bottom = self._bar()
        paint.box(planes, at - 1, bar_top - 4, at + 2, bar_bottom + 4, self._playhead)

    def _label(self, planes: Planes, seconds: float, room: int, row: int) -> None:
        now = [m for m in self._segment.movements if m.onset_s <= seconds <= m.offset_s]
        if now:
            text, colour, bold = "; ".join(words.movement(m) for m in now), self._colour_of(now), True
        else:
            flags = [f for f in self._segment.flags if f.flag.start_s <= seconds <= f.flag.end_s]
            text = "; ".join(words.flag_short(f) for f in flags)
            colour, bold = self._muted, False
        if text and room > self.text_px:
            shown = fitted(text, self.text_px, room, bold)
            paint.write(planes, text_mask(shown, self.text_px, bold), self._pad, row, colour)

    def _colour_of(self, now: list[MovementView]) -> tuple[int, int, int]:
        """A limb's colour where one limb moves, the text's own where several do."""
        limbs = {limb for movement in now for limb in movement.limbs}
        return self._limbs[limbs.pop()] if len(limbs) == 1 else self._text

    def _background(self) -> Planes:
        """The strip as it stands still: bars of the movements, ticks at their ends, the purpose."""
        still = Planes.empty(self._width, self.height)
        paint.box(still, 0, 0, self._width, self.height, self._back)
        top, bottom = (side - self._top for side in self._bar())
        paint.box(
            still, self._pad, (top + bottom) // 2 - 1, self._width - self._pad, (top + bottom) // 2 + 1, self._line
        )
        for flag in self._segment.flags:
            left, right = self._x(flag.flag.start_s), self._x(flag.flag.end_s)
            paint.box(still, left, bottom + 2, max(right, left + 2), bottom + 6, self._muted)
        for movement in self._segment.movements:
            left, right = self._x(movement.onset_s), self._x(movement.offset_s)
            right = max(right, left + 4)
            share = (bottom - top) / max(len(movement.limbs), 1)
            for n, limb in enumerate(movement.limbs or (None,)):
                colour = self._limbs[limb]
                paint.box(still, left, round(top + n * share), right, round(top + (n + 1) * share), colour)
            # Onset and offset: taller than the bar, so that they are found where bars are short.
            paint.box(still, left, top - 3, left + 2, bottom + 1, self._text)
            paint.box(still, right - 2, top - 3, right, bottom + 1, self._text)
        row = self.height - round(1.45 * self.text_px)
        purpose = text_mask(words.clip_notice(), self.text_px, True)
        paint.write(still, purpose, self._pad, row, self._text)
        names = f"{words.moment(self._span[0], 1)} – {words.moment(self._span[1], 1)}"
        left = self._width - self._pad - text_width(names, self.text_px)
        if left > self._pad + purpose.shape[1]:
            paint.write(still, text_mask(names, self.text_px), left, row, self._muted)
        return still

    def _bar(self) -> tuple[int, int]:
        top = self._top + round(2.05 * self.text_px)
        return top, top + max(self.text_px // 2 // 2 * 2, 6)

    def _x(self, seconds: float) -> int:
        start, end = self._span
        share = min(max((seconds - start) / (end - start), 0.0), 1.0) if end > start else 0.0
        return round(self._pad + share * (self._width - 2 * self._pad))


def strip_text_px(width: int, height: int) -> int:
    """The size of the strip's text: readable when the clip fills a slide, small enough for a narrow picture."""
    return max(round(min(width / 44, (width + height) / 70)), 11)


def strip_height(width: int, height: int) -> int:
    """How much taller the strip makes the picture."""
    return round(_ROWS * strip_text_px(width, height)) // 2 * 2 + 4
