"""How a number grew, day by day: a line over a washed ground, with a few whole numbers at its side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.pictures import theme
from bot.pictures.canvas import Canvas, Point
from bot.pictures.lettering import width as width_of

HEIGHT = 170


@dataclass(frozen=True, slots=True)
class Curve:
    """Values from left to right. first, last: the words under both ends; in_words: a number as it is written.

    The scale begins near the least value, not at nothing: it is written at the side.
    """

    values: Sequence[int]
    first: str
    last: str
    in_words: Callable[[int], str]

    def draw(self, canvas: Canvas, x: float, y: float, width: float) -> float:
        """Draw below the line y and return the line where it ends."""
        marks = scale(min(self.values), max(self.values))
        top, bottom = y + 24, y + 24 + HEIGHT
        numbers = [self.in_words(mark) for mark in marks]
        beside = min(width / 3, max(width_of(one, theme.SMALL) for one in numbers) + 20)
        for number, mark in zip(numbers, marks, strict=True):
            height = bottom - HEIGHT * (mark - marks[0]) / (marks[-1] - marks[0])
            canvas.rule(x + beside, height, width - beside)
            canvas.text(x, height + 10, number, beside - 12, size=theme.SMALL, fill=theme.MUTED, shrink=True)
        self._line(canvas, self._points(marks, x + beside, top, width - beside), bottom)
        half = (width - beside) / 2 - 8
        canvas.text(x + beside, bottom + 46, self.first, half, size=theme.SMALL, fill=theme.MUTED)
        canvas.text(x + width, bottom + 46, self.last, half, size=theme.SMALL, fill=theme.MUTED, anchor="end")
        return bottom + 58

    @staticmethod
    def _line(canvas: Canvas, points: Sequence[Point], bottom: float) -> None:
        canvas.polygon([(points[0][0], bottom), *points, (points[-1][0], bottom)], theme.WASH, opacity=0.6)
        canvas.polyline(points, theme.ACCENT)
        canvas.circle(*points[-1], 10, theme.ACCENT)

    def _points(self, marks: Sequence[int], x: float, top: float, width: float) -> list[Point]:
        step = width / max(1, len(self.values) - 1)
        span = marks[-1] - marks[0]
        return [(x + n * step, top + HEIGHT * (marks[-1] - value) / span) for n, value in enumerate(self.values)]


def scale(least: int, most: int, steps: int = 3) -> tuple[int, ...]:
    """Return round whole numbers, evenly apart, from at most the least to at least the most; never below nothing."""
    step = _round_up(max(1, -(-(most - least) // steps)))
    begin = least // step * step
    while begin + step * steps < most:
        step = _round_up(step + 1)
        begin = least // step * step
    return tuple(begin + step * n for n in range(steps + 1))


def _round_up(step: int) -> int:
    """Return the next number of the form 1, 2 or 5 and noughts."""
    power = int("1" + "0" * (len(str(step)) - 1))
    return next(power * digit for digit in (1, 2, 5, 10) if power * digit >= step)
