"""A picture for the phone: a title, panels one under another, a line at the foot. One idea a panel."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.pictures import theme
from bot.pictures.canvas import Canvas


class Part(Protocol):
    """Something that can be drawn in a panel, as wide as the panel and as high as it needs."""

    def draw(self, canvas: Canvas, x: float, y: float, width: float) -> float:
        """Draw below the line y and return the line where it ends."""
        ...


@dataclass(frozen=True, slots=True)
class Tile:
    """A number that is seen first, with what it counts above it and a remark below it."""

    label: str
    value: str
    note: str = ""


@dataclass(slots=True)
class Sheet:
    """Puts panels under each other."""

    canvas: Canvas = field(default_factory=Canvas)
    y: float = theme.MARGIN

    @property
    def room(self) -> float:
        """Return how wide a panel is."""
        return self.canvas.width - 2 * theme.MARGIN

    def title(self, words: str, below: str) -> None:
        """Write the title and a line below it."""
        x = theme.MARGIN
        self.canvas.text(x, self.y + 54, words, self.room, size=theme.TITLE, bold=True, shrink=True)
        self.canvas.text(x, self.y + 112, below, self.room, size=theme.BODY, fill=theme.MUTED, shrink=True)
        self.y += 144

    def tiles(self, tiles: Sequence[Tile]) -> None:
        """Put numbers side by side, each on a small panel."""
        wide = (self.room - theme.GAP * (len(tiles) - 1)) / len(tiles)
        for number, tile in enumerate(tiles):
            self._tile(tile, theme.MARGIN + number * (wide + theme.GAP), wide)
        self.y += _TILE + theme.GAP

    def panel(self, heading: str, *parts: Part) -> None:
        """Put a panel with a heading and parts one under another."""
        inside, x, room = Canvas(self.canvas.width), theme.MARGIN + theme.PAD, self.room - 2 * theme.PAD
        inside.text(x, self.y + theme.PAD + 34, heading, room, size=theme.HEADING, bold=True, shrink=True)
        end = self.y + theme.PAD + 46
        for part in parts:
            end = part.draw(inside, x, end, room)
        height = end + theme.PAD - self.y
        self.canvas.rectangle(theme.MARGIN, self.y, self.room, height, theme.PANEL, radius=theme.RADIUS)
        self.canvas.under(inside)
        self.y += height + theme.GAP

    def foot(self, words: str) -> None:
        """Write what the picture is of: the bot, the moment."""
        self.canvas.text(theme.MARGIN, self.y + 30, words, self.room, size=theme.SMALL, fill=theme.MUTED, shrink=True)
        self.y += 30

    def svg(self) -> str:
        """Return the picture."""
        return self.canvas.svg(round(self.y + theme.MARGIN))

    def _tile(self, tile: Tile, x: float, wide: float) -> None:
        canvas, left, room = self.canvas, x + 26, wide - 52
        canvas.rectangle(x, self.y, wide, _TILE, theme.PANEL, radius=theme.RADIUS)
        canvas.text(left, self.y + 50, tile.label, room, size=theme.SMALL, fill=theme.MUTED, shrink=True)
        canvas.text(left, self.y + 116, tile.value, room, size=theme.NUMBER, bold=True, shrink=True)
        canvas.text(left, self.y + 166, tile.note, room, size=theme.SMALL, fill=theme.MUTED, shrink=True)


_TILE = 192
