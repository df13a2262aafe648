"""Months one under another, a cell a day: what was spent, what may still be, what counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.pictures import theme
from bot.pictures.canvas import Canvas

_LABEL = 190.0
_ROW = 46.0
_HEAD = 34.0
_GAP = 3.0
_DAYS = 31


@dataclass(frozen=True, slots=True)
class Month:
    """A row. first: its first day; label: its name."""

    first: date
    label: str


@dataclass(frozen=True, slots=True)
class CalendarGrid:
    """Months with the colours of their days; a day without a colour is drawn empty. ringed: days that stand out."""

    months: Sequence[Month]
    fills: Mapping[date, str]
    ringed: Mapping[date, str]

    def draw(self, canvas: Canvas, x: float, y: float, width: float) -> float:
        """Draw below the line y and return the line where it ends."""
        cell = (width - _LABEL) / _DAYS
        for number in (1, 5, 10, 15, 20, 25, 30):
            middle = x + _LABEL + cell * (number - 0.5)
            canvas.text(middle, y + 24, str(number), 2 * cell, size=20, fill=theme.MUTED, anchor="middle")
        y += _HEAD
        for month in self.months:
            canvas.text(x, y + 32, month.label, _LABEL - 12, size=theme.SMALL, shrink=True)
            self._days(canvas, month.first, x + _LABEL, y, cell)
            y += _ROW
        return y

    def _days(self, canvas: Canvas, day: date, x: float, y: float, cell: float) -> None:
        month = day.month
        while day.month == month:
            left, side = x + cell * (day.day - 1), cell - _GAP
            fill = self.fills.get(day, theme.PAGE)
            if colour := self.ringed.get(day):
                canvas.rectangle(left - 2, y, side + 4, _ROW - _GAP, colour, radius=7)
                canvas.rectangle(left + 2, y + 4, side - 4, _ROW - _GAP - 8, fill, radius=4)
            else:
                canvas.rectangle(left, y + 2, side, _ROW - _GAP - 4, fill, radius=5)
            day += timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Key:
    """What a colour means."""

    fill: str
    words: str


@dataclass(frozen=True, slots=True)
class Keys:
    """What the colours mean, two in a row."""

    keys: Sequence[Key]

    def draw(self, canvas: Canvas, x: float, y: float, width: float) -> float:
        """Draw below the line y and return the line where it ends."""
        y += 14
        for number, key in enumerate(self.keys):
            left, top = x + number % 2 * width / 2, y + number // 2 * 44
            canvas.rectangle(left, top + 6, 28, 28, key.fill, radius=6)
            canvas.text(left + 42, top + 31, key.words, width / 2 - 56, size=theme.SMALL, shrink=True)
        return y + -(-len(self.keys) // 2) * 44
