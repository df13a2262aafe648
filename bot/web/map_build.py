"""Writes bot/data/map.json from Natural Earth's shapes: `python -m bot.web.map_build countries-50m.json`.

How to get the input: docs/data.md. Projection, simplified outlines and the places of dots are worked out here,
once. The page and the pictures only draw.
"""

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import asin, cos, hypot, radians, sin, sqrt
from pathlib import Path
from typing import Any

from babel.core import get_global

DATA = Path(__file__).parent.parent / "data"
HOME = "KZ"
NUMBERLESS = {"Kosovo": "XK"}
"""Names of shapes that have no ISO number but are a destination."""
LEFT_OUT = {"AQ"}
OFFSHORE = {"PS": (33.2, 31.0)}
"""Longitude and latitude of dots that would hide a small neighbour where they belong."""
UNDRAWN = {"TV": (179.2, -8.5)}
"""Longitude and latitude of destinations that are too small for the source."""

WIDTH, CENTRE, SOUTH, NORTH = 2000, 11.0, -56.0, 84.0
SEAM = CENTRE - 180
SMALLEST_SHAPE = 26.0
"""Square units; a state below is a dot."""
SMALLEST_RING = 3.0
DETAIL = 1.1
"""Square units of the triangle that a point must span to be kept."""
APART = 17.0
"""Units between two dots: 24 pixels on a phone at the map's greatest zoom."""

Point = tuple[float, float]
Ring = list[Point]


def project(longitude: float, latitude: float) -> Point:
    """Return the Equal Earth projection (Šavrič, Patterson, Jenny 2018), unscaled, y growing to the south."""
    theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    t2 = theta * theta
    t6 = t2**3
    x = (
        2
        * sqrt(3)
        * radians(longitude - CENTRE)
        * cos(theta)
        / (3 * (9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1))
    )
    return x, -theta * (a4 * t6 * t2 + a3 * t6 + a2 * t2 + a1)


_SCALE = WIDTH / (2 * project(CENTRE + 180, 0)[0])
_TOP = project(CENTRE, NORTH)[1] * _SCALE
HEIGHT = round(project(CENTRE, SOUTH)[1] * _SCALE - _TOP)


def place(point: Point) -> Point:
    """Return where a point of the Earth lies on the map."""
    x, y = project(*point)
    return x * _SCALE + WIDTH / 2, y * _SCALE - _TOP


def build(topology: dict[str, Any], destinations: Iterable[str]) -> dict[str, Any]:
    """Return the map; LookupError names destinations that the source does not have."""
    wanted = {*destinations, HOME}
    drawn, dots = _draw(topology, wanted)
    if missing := wanted - set(drawn) - set(dots):
        raise LookupError(f"not on the map: {', '.join(sorted(missing))}")
    shapes = {code: _path(rings) for code, rings in sorted(drawn.items()) if code in wanted}
    others = [ring for code, rings in drawn.items() if code not in wanted for ring in rings]
    spread = spread_out(dots)
    return {
        "projection": f"Equal Earth, central meridian {CENTRE:g}° E",
        "source": "Natural Earth 1:50m, public domain",
        "viewBox": [0, 0, WIDTH, HEIGHT],
        "home": HOME,
        "shapes": shapes,
        "dots": {code: [round(x), round(y)] for code, (x, y) in sorted(spread.items())},
        "others": _path(others),
    }


def _draw(topology: dict[str, Any], wanted: set[str]) -> tuple[dict[str, list[Ring]], dict[str, Point]]:
    """Return the outlines by code, those of no destination too, and the dots."""
    drawn: dict[str, list[Ring]] = {}
    arcs = [_thinned(arc) for arc in _arcs(topology)]
    dots = {code: place(point) for code, point in UNDRAWN.items() if code in wanted}
    for code, outlines in _by_code(topology).items():
        rings = sorted((_placed(ring, arcs) for ring in outlines), key=area, reverse=True)
        if code in wanted and area(rings[0]) < SMALLEST_SHAPE:
            dots[code] = place(OFFSHORE[code]) if code in OFFSHORE else _middle(rings[0])
        else:
            drawn[code] = [ring for ring in rings if area(ring) >= SMALLEST_RING]
    return drawn, dots


def _by_code(topology: dict[str, Any]) -> dict[str, list[list[int]]]:
    """Return the outlines of each state; a far part may be a shape of its own."""
    found: dict[str, list[list[int]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        if (code := _code(shape)) not in LEFT_OUT:
            found.setdefault(code, []).extend(_outlines(shape))
    return {code: outlines for code, outlines in found.items() if outlines}


def _code(shape: dict[str, Any]) -> str:
    name = shape["properties"]["name"]
    if (number := shape.get("id")) is None:
        return str(NUMBERLESS.get(name, name))
    return str(get_global("territory_aliases").get(number, [number])[0])


def _arcs(topology: dict[str, Any]) -> Iterator[Ring]:
    """Yield the lines that borders are made of, in degrees."""
    (scale_x, scale_y), (first_x, first_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * scale_x + first_x, y * scale_y + first_y))
        yield _unbroken(line)


def _unbroken(line: Ring) -> Ring:
    """Return a line that goes on over the date line instead of leaping around the Earth."""
    whole = line[:1]
    for x, y in line[1:]:
        turns = round((whole[-1][0] - x) / 360)
        whole.append((x + 360 * turns, y))
    return whole


def _thinned(line: Ring) -> Ring:
    """Return a line without the points that no eye would miss (Visvalingam); both sides of a border lose the same."""
    flat = [place(point) for point in line]
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))

    def span(n: int) -> float:
        return area([flat[before[n]], flat[n], flat[after[n]]])

    waiting = [(span(n), n) for n in range(1, len(line) - 1)]
    heapify(waiting)
    gone: set[int] = set()
    fewest = 4 if line[0] == line[-1] else 2
    while waiting and len(line) - len(gone) > fewest:
        least, n = heappop(waiting)
        if n in gone or least != span(n):  # it grew when a neighbour went: it waits again below
            continue
        if least >= DETAIL:
            break
        gone.add(n)
        after[before[n]], before[after[n]] = after[n], before[n]
        for beside in (before[n], after[n]):
            if 0 < beside < len(line) - 1:
                heappush(waiting, (span(beside), beside))
    return [point for n, point in enumerate(line) if n not in gone]


def _outlines(shape: dict[str, Any]) -> list[list[int]]:
    """Return the rings of a shape as numbers of arcs; holes are other states, drawn over it."""
    if shape["type"] == "Polygon":
        return [shape["arcs"][0]]
    return [polygon[0] for polygon in shape.get("arcs", [])]


def _placed(numbers: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    ring = _unbroken(ring)
    if sum(x for x, _ in ring) / len(ring) < SEAM:  # Chukotka, Samoa: behind the eastern edge
        ring = [(x + 360, y) for x, y in ring]
    elif sum(x for x, _ in ring) / len(ring) > SEAM + 360:
        ring = [(x - 360, y) for x, y in ring]
    return [place(point) for point in ring]


def area(ring: Ring) -> float:
    """Return the area of a ring in square units."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def _middle(ring: Ring) -> Point:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def spread_out(dots: dict[str, Point]) -> dict[str, Point]:
    """Return the dots pushed apart until each can be tapped, none further than it must."""
    codes = sorted(dots)
    at = {code: dots[code] for code in codes}
    for _ in range(2000):
        close = [(a, b) for n, a in enumerate(codes) for b in codes[n + 1 :] if _distance(at[a], at[b]) < APART + 1]
        if not close:
            break
        for a, b in close:
            _push(at, a, b)
    return at


def _push(at: dict[str, Point], a: str, b: str) -> None:
    (ax, ay), (bx, by) = at[a], at[b]
    gap = _distance(at[a], at[b])
    dx, dy = ((bx - ax) / gap, (by - ay) / gap) if gap else (1.0, 0.0)
    step = max(0.0, APART + 1.5 - gap) / 2
    at[a], at[b] = (ax - dx * step, ay - dy * step), (bx + dx * step, by + dy * step)


def _distance(a: Point, b: Point) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def _path(rings: Iterable[Ring]) -> str:
    """Return an SVG path of whole numbers, each relative to the one before."""
    parts, start = [], (0, 0)
    for ring in rings:
        corners = [(round(x), round(y)) for x, y in ring]
        steps = [(corners[0][0] - start[0], corners[0][1] - start[1])]
        turns = pairwise(corners[:-1])
        steps += [(b[0] - a[0], b[1] - a[1]) for a, b in turns if a != b]
        start = corners[0]
        numbers = " ".join(f"{x} {y}" for x, y in steps)
        parts.append(f"m{numbers}z".replace(" -", "-"))
    return "".join(parts)


def main(source: str) -> None:
    """Write the map and say how large it is."""
    with (DATA / "destinations.csv").open(encoding="utf-8", newline="") as file:
        codes = [row["iso2"] for row in csv.DictReader(file)]
    made = build(json.loads(Path(source).read_text(encoding="utf-8")), codes)
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    (DATA / "map.json").write_text(text + "\n", encoding="utf-8")
    print(f"{len(made['shapes'])} shapes, {len(made['dots'])} dots, {len(text.encode())} bytes")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
