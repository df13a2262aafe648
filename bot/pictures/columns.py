"""Things side by side: a coloured head for each, and rows of what is compared under them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.pictures import theme
from bot.pictures.canvas import Canvas
from bot.pictures.lettering import wrap

_GUTTER = 28
_BAND = 16
_LINE = 1.32
_MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class Head:
    """What a column is of. words: a line or two below the name; fill: the colour of its band."""

    name: str
    words: str
    fill: str


@dataclass(frozen=True, slots=True)
class Row:
    """One thing compared: a value for each head. differs: whether a mark stands before the label."""

    label: str
    values: Sequence[str]
    differs: bool


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of columns."""

    heads: Sequence[Head]

    def draw(self, canvas: Canvas, x: float, y: float, width: float) -> float:
        """Draw below the line y and return the line where it ends."""
        room = column_room(width, len(self.heads))
        ends = [
            self._head(canvas, head, x + place * (room + _GUTTER), y, room) for place, head in enumerate(self.heads)
        ]
        return max(ends)

    @staticmethod
    def _head(canvas: Canvas, head: Head, x: float, y: float, room: float) -> float:
        canvas.rectangle(x, y + 16, room, _BAND, head.fill, radius=8)
        y += 16 + _BAND + 10
        y = write(canvas, x, y, head.name, room, size=theme.HEADING, bold=True, lines=2)
        return write(canvas, x, y, head.words, room, size=theme.SMALL, lines=2) + 8


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of values, a column for each head."""

    rows: Sequence[Row]
    size: float = theme.BODY

    def draw(self, canvas: Canvas, x: float, y: float, width: float) -> float:
        """Draw below the line y and return the line where it ends."""
        for row in self.rows:
            y = self._row(canvas, row, x, y, width)
        return y

    def _row(self, canvas: Canvas, row: Row, x: float, y: float, width: float) -> float:
        canvas.rule(x, y + 12, width)
        label = x
        if row.differs:
            canvas.circle(x + 10, y + 44, 10, theme.SECOND)
            label += 34
        canvas.text(label, y + 54, row.label, width - 34, size=theme.SMALL, fill=theme.MUTED, shrink=True)
        room = column_room(width, len(row.values))
        ends = [
            write(canvas, x + place * (room + _GUTTER), y + 62, value, room, size=self.size, lines=_MOST_LINES)
            for place, value in enumerate(row.values)
        ]
        return max(ends) + 10


def column_room(width: float, columns: int) -> float:
    """Return how wide a column is."""
    return (width - _GUTTER * (columns - 1)) / columns


def write(
    canvas: Canvas, x: float, y: float, words: str, room: float, *, size: float, lines: int, bold: bool = False
) -> float:
    """Write words below the line y, in at most so many lines, and return the line where they end."""
    for line in wrap(words, size, room, lines=lines, bold=bold):
        canvas.text(x, y + size, line, room, size=size, bold=bold, shrink=True)
        y += size * _LINE
    return y
