"""The world of bot/data/map.json: outlines, the parts of it that pictures show, and where names can stand.

Points and lengths are in the map's own units: 2000 from edge to edge, y grows to the south.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.domain.destination import Region

Point = tuple[float, float]
Ring = list[Point]

MAP = Path(__file__).parent.parent / "data" / "map.json"


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the map."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Return how wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return how high it is."""
        return self.bottom - self.top

    def holds(self, point: Point) -> bool:
        """Tell whether a point is in it."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def with_other(self, other: "Window") -> "Window":
        """Return the smallest part that holds both."""
        return Window(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


WORLD = Window(30, 0, 2000, 864)
_WINDOWS = {
    Region.AFRICA: Window(790, 205, 1265, 745),
    Region.CARIBBEAN: Window(475, 285, 650, 425),
    Region.CAUCASUS: Window(1115, 150, 1230, 230),
    Region.CENTRAL_AMERICA: Window(420, 330, 530, 440),
    Region.CENTRAL_ASIA: Window(1150, 95, 1370, 240),
    Region.EAST_ASIA: Window(1300, 105, 1680, 345),
    Region.EUROPE: Window(850, 22, 1200, 242),
    Region.MIDDLE_EAST: Window(1065, 170, 1285, 400),
    Region.NORTH_AMERICA: Window(240, 20, 705, 390),
    Region.OCEANIA: Window(1510, 400, 2090, 830),
    Region.SOUTH_AMERICA: Window(465, 380, 765, 860),
    Region.SOUTH_ASIA: Window(1240, 195, 1465, 465),
    Region.SOUTHEAST_ASIA: Window(1425, 262, 1665, 568),
}
"""Chosen by eye: with their neighbours at the edges, without the far ends of Russia, and islands at home overseas."""


@dataclass(frozen=True, slots=True)
class World:
    """Outlines (the value of `d` of an SVG path) by code, dots for small states, and land that is no destination."""

    home: str
    shapes: dict[str, str]
    dots: dict[str, Point]
    others: str


@cache
def world() -> World:
    """Return the map, read once."""
    told = json.loads(MAP.read_text(encoding="utf-8"))
    dots = {code: (float(x), float(y)) for code, (x, y) in told["dots"].items()}
    return World(told["home"], told["shapes"], dots, told["others"])


def window_of(regions: tuple[Region, ...]) -> Window:
    """Return the part of the map that shows these regions; the whole when there are none."""
    if not regions:
        return WORLD
    found = _WINDOWS[regions[0]]
    for region in regions[1:]:
        found = found.with_other(_WINDOWS[region])
    return found


def dot_within(point: Point, window: Window) -> Point:
    """Return where a dot stands: over the eastern edge when the window looks there (Kiribati beside Samoa)."""
    turned = (point[0] + 2000, point[1])
    return turned if not window.holds(point) and window.holds(turned) else point


def seen(ring: Ring, window: Window) -> Ring:
    """Return the part of an outline that a window shows (Sutherland and Hodgman 1974); empty when it shows none."""
    for axis, limit, sign in ((0, window.left, 1), (0, window.right, -1), (1, window.top, 1), (1, window.bottom, -1)):
        ring = _cut(ring, axis, limit, sign)
    return ring


def within(path: str, window: Window) -> str:
    """Return an outline as far as a window shows it, as a path; empty when it shows nothing of it."""
    rings = rings_of(path)
    if all(window.holds(corner) for ring in rings for corner in ring):
        return path
    parts = [part for ring in rings if len(part := seen(ring, window)) > 2]
    return "".join(f"M{' '.join(f'{x:.1f} {y:.1f}' for x, y in part)}z" for part in parts)


def _cut(ring: Ring, axis: int, limit: float, sign: int) -> Ring:
    kept: Ring = []
    for before, point in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        was_in, is_in = (sign * (one[axis] - limit) >= 0 for one in (before, point))
        if was_in != is_in:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if is_in:
            kept.append(point)
    return kept


def area(ring: Ring) -> float:
    """Return the area of a ring."""
    return abs(_twice_area(ring)) / 2


def middle(ring: Ring) -> Point:
    """Return the centre of gravity of a ring that has an area."""
    whole = _twice_area(ring)
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in _sides(ring))
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in _sides(ring))
    return x / (3 * whole), y / (3 * whole)


def seat(ring: Ring) -> Point:
    """Return a point in a ring where its name can stand: the centre of gravity, or the middle of the widest stretch."""
    centre = middle(ring)
    if any(left <= centre[0] <= right for left, right in _stretches(ring, centre[1])):
        return centre
    top, bottom = min(y for _, y in ring), max(y for _, y in ring)
    lines = [top + (bottom - top) * (number + 0.5) / _SCANNED for number in range(_SCANNED)]
    wide, left, y = max((right - left, left, y) for y in lines for left, right in _stretches(ring, y))
    return left + wide / 2, y


_SCANNED = 24
"""Lines looked at for the widest stretch."""


def _stretches(ring: Ring, y: float) -> list[Point]:
    """Return where a line crosses a ring, as pairs of left and right."""
    crossed = [
        a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in _sides(ring) if (a[1] > y) is not (b[1] > y)
    ]
    crossed.sort()
    return list(zip(crossed[::2], crossed[1::2], strict=True))


def breadth(ring: Ring) -> float:
    """Return how wide a ring is."""
    return max(x for x, _ in ring) - min(x for x, _ in ring)


def _twice_area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in _sides(ring))


def _sides(ring: Ring) -> list[tuple[Point, Point]]:
    return list(zip(ring, [*ring[1:], *ring[:1]], strict=True))


@cache
def rings_of(path: str) -> list[Ring]:
    """Return the corners of an outline of map.json, a path of relative whole steps; the largest part comes first."""
    found: list[Ring] = []
    x = y = 0
    for part in path.split("m")[1:]:
        steps = [int(number) for number in re.findall(r"-?\d+", part)]
        ring: Ring = []
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        x, y = int(ring[0][0]), int(ring[0][1])
        found.append(ring)
    return found
