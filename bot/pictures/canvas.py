"""A sheet that shapes and words are put on, and its SVG. What comes from outside is escaped here and nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Literal

from bot.pictures import theme
from bot.pictures.lettering import FAMILY, fit, fitting_size, printable

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]

SMALLEST = 20
"""Letters are not shrunk below this: they are cut instead."""


@dataclass(slots=True)
class Canvas:
    """A sheet of a width; its height is known at the end."""

    width: int = theme.WIDTH
    _elements: list[str] = field(default_factory=list)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        room: float,
        *,
        size: float = theme.BODY,
        bold: bool = False,
        fill: str = theme.INK,
        anchor: Anchor = "start",
        shrink: bool = False,
        halo: str = "",
    ) -> None:
        """Write words on the line y, cut to their room; with shrink they are made smaller before they are cut.

        halo: a colour around the letters, for words on a motley ground.
        """
        shown = printable(words)
        if shrink:
            size = fitting_size(shown, size, room, least=min(size, SMALLEST), bold=bold)
        shown = fit(shown, size, room, bold=bold)
        weight = ' font-weight="700"' if bold else ""
        place = f'x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" text-anchor="{anchor}"'
        around = f' stroke="{halo}" stroke-width="5" stroke-linejoin="round" paint-order="stroke"' if halo else ""
        self._elements.append(f'<text {place}{weight}{around} fill="{fill}">{escape(shown, quote=False)}</text>')

    def rectangle(self, x: float, y: float, width: float, height: float, fill: str, *, radius: float = 0) -> None:
        """Draw a filled rectangle; its corners are rounded as far as it is large enough."""
        round_by = f' rx="{_n(min(radius, width / 2, height / 2))}"' if radius else ""
        place = f'x="{_n(x)}" y="{_n(y)}" width="{_n(max(0, width))}" height="{_n(max(0, height))}"'
        self._elements.append(f'<rect {place}{round_by} fill="{fill}"/>')

    def circle(self, x: float, y: float, radius: float, fill: str) -> None:
        """Draw a filled circle."""
        self._elements.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{fill}"/>')

    def ring(self, x: float, y: float, radius: float, stroke: str, thickness: float) -> None:
        """Draw an empty circle."""
        place = f'cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"'
        self._elements.append(f'<circle {place} fill="none" stroke="{stroke}" stroke-width="{_n(thickness)}"/>')

    def rule(self, x: float, y: float, width: float, *, fill: str = theme.LINE) -> None:
        """Draw a thin line from left to right."""
        self.rectangle(x, y - 1, width, 2, fill)

    def polyline(self, points: Sequence[Point], stroke: str, *, thickness: float = 5) -> None:
        """Draw a line through points."""
        style = f'stroke="{stroke}" stroke-width="{_n(thickness)}" stroke-linejoin="round" stroke-linecap="round"'
        self._elements.append(f'<polyline points="{_points(points)}" fill="none" {style}/>')

    def polygon(self, points: Sequence[Point], fill: str, *, opacity: float = 1) -> None:
        """Fill the shape between points."""
        self._elements.append(f'<polygon points="{_points(points)}" fill="{fill}" fill-opacity="{_n(opacity)}"/>')

    def path(self, shape: str, fill: str, *, stroke: str = "none", thickness: float = 0) -> None:
        """Draw an SVG path of our own data. shape: the value of its attribute `d`."""
        style = f'stroke="{stroke}" stroke-width="{_n(thickness)}"' if thickness else ""
        self._elements.append(f'<path d="{escape(shape)}" fill="{fill}" {style}/>')

    def under(self, drawn: "Canvas") -> None:
        """Put everything of another sheet on this one: a panel is drawn once the height of what is in it is known."""
        self._elements += drawn._elements  # noqa: SLF001 - of the same kind

    def enlarged(self, drawn: "Canvas", x: float, y: float, scale: float) -> None:
        """Put another sheet on this one, its origin at a place of this one; nothing of it is cut."""
        body = "\n".join(drawn._elements)  # noqa: SLF001 - of the same kind
        self._elements.append(f'<g transform="translate({_n(x)} {_n(y)}) scale({scale:.5g})">\n{body}\n</g>')

    def define(self, definitions: str) -> None:
        """Put definitions of our own on the sheet: patterns that shapes are filled with."""
        self._elements.insert(0, definitions)

    def svg(self, height: float, *, background: str = theme.PAGE) -> str:
        """Return the sheet, cut at this height."""
        size = f'width="{self.width}" height="{_n(height)}" viewBox="0 0 {self.width} {_n(height)}"'
        ground = f'<rect width="{self.width}" height="{_n(height)}" fill="{background}"/>'
        body = "\n".join([ground, *self._elements])
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FAMILY}">\n{body}\n</svg>\n'


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    """Return a number as short as it can be written: a hundredth of a dot is enough."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
