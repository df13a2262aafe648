"""Parts of panels: bars, shares of a whole, a line of words."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.pictures import theme
from bot.pictures.canvas import Canvas
from bot.pictures.lettering import width as width_of
from bot.pictures.lettering import wrap

LEAST_SEEN = 6.0
"""Dots that a bar or a share has at least: what is there can be seen."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of `Bars`. shown: the value in words."""

    label: str
    value: int
    shown: str
    fill: str = theme.ACCENT


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars from left to right, each with its words above it. whole: what a bar as wide as the panel would be."""

    rows: Sequence[Bar]
    whole: int

    def draw(self, canvas: Canvas, x: float, y: float, width: float) -> float:
        """Draw below the line y and return the line where it ends."""
        for row in self.rows:
            self._row(canvas, row, x, y, width)
            y += 67
        return y - 4

    def _row(self, canvas: Canvas, row: Bar, x: float, y: float, room: float) -> None:
        taken = min(width_of(row.shown, theme.BODY, bold=True), room / 2)
        canvas.text(x, y + 40, row.label, room - taken - 24)
        canvas.text(x + room, y + 40, row.shown, room / 2, bold=True, anchor="end")
        canvas.rectangle(x, y + 50, room, 12, theme.WASH, radius=6)
        if row.value > 0:
            long = min(room, max(LEAST_SEEN, room * row.value / max(1, self.whole)))
            canvas.rectangle(x, y + 50, long, 12, row.fill, radius=6)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole. shown: its size in words."""

    label: str
    value: int
    shown: str
    fill: str


@dataclass(frozen=True, slots=True)
class Shares:
    """One bar cut into shares, with a legend below it; what is nothing is left out, unless all are."""

    shares: Sequence[Share]

    def draw(self, canvas: Canvas, x: float, y: float, width: float) -> float:
        """Draw below the line y and return the line where it ends."""
        seen = [share for share in self.shares if share.value > 0]
        canvas.rectangle(x, y + 16, width, 34, theme.WASH, radius=8)
        self._bar(canvas, seen, x, y + 16, width)
        return self._legend(canvas, seen or self.shares, x, y + 54, width)

    @staticmethod
    def _bar(canvas: Canvas, seen: Sequence[Share], x: float, y: float, room: float) -> None:
        gap = 4.0
        widths = portions([one.value for one in seen], room - gap * (len(seen) - 1))
        for share, wide in zip(seen, widths, strict=True):
            canvas.rectangle(x, y, wide, 34, share.fill, radius=8)
            x += wide + gap

    @staticmethod
    def _legend(canvas: Canvas, shares: Sequence[Share], x: float, y: float, room: float) -> float:
        """Write the shares one after another, in as many lines as that takes."""
        left = x
        for share in shares:
            name = width_of(share.label, theme.BODY) + 12
            value = width_of(share.shown, theme.BODY, bold=True)
            if left > x and left + 36 + name + value > x + room:
                left, y = x, y + 48
            canvas.circle(left + 11, y + 29, 11, share.fill)
            canvas.text(left + 36, y + 40, share.label, room - 48 - value)
            name = min(name, room - 36 - value)
            canvas.text(left + 36 + name, y + 40, share.shown, room - 36 - name, bold=True)
            left += 36 + name + value + 44
        return y + 52


@dataclass(frozen=True, slots=True)
class Numbers:
    """A few numbers side by side, each with what it counts below it."""

    numbers: Sequence[tuple[str, str]]

    def draw(self, canvas: Canvas, x: float, y: float, width: float) -> float:
        """Draw below the line y and return the line where it ends."""
        step = width / len(self.numbers)
        for place, (number, label) in enumerate(self.numbers):
            left, room = x + place * step, step - 24
            canvas.text(left, y + 54, number, room, size=theme.NUMBER - 12, bold=True, shrink=True)
            canvas.text(left, y + 98, label, room, size=theme.SMALL, fill=theme.MUTED, shrink=True)
        return y + 104


@dataclass(frozen=True, slots=True)
class Words:
    """A few lines of plain words."""

    words: str
    lines: int = 2
    fill: str = theme.MUTED
    size: float = theme.BODY

    def draw(self, canvas: Canvas, x: float, y: float, width: float) -> float:
        """Draw below the line y and return the line where it ends."""
        for line in wrap(self.words, self.size, width, lines=self.lines):
            canvas.text(x, y + self.size + 10, line, width, size=self.size, fill=self.fill)
            y += self.size * 1.4
        return y + 12


def portions(values: Sequence[int], room: float) -> list[float]:
    """Return how wide each value's share of the room is; what is more than nothing is wide enough to be seen."""
    least, total = min(LEAST_SEEN, room / max(1, len(values))), sum(values)
    found = [0.0] * len(values)
    for place in sorted(range(len(values)), key=lambda place: values[place]):
        found[place] = max(least, room * values[place] / total)
        room, total = room - found[place], total - values[place]
    return found
