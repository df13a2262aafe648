"""A map of regimes: shapes with a pattern beside the colour, dots for small states, names where there is room."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.destination import Regime
from bot.pictures import theme
from bot.pictures.canvas import Canvas
from bot.pictures.lettering import width as width_of
from bot.pictures.world import Point, Ring, Window, World, area, breadth, dot_within, rings_of, seat, seen, within

SEA, LAND, HOME = "#E3ECF4", "#C3CCD5", "#E0A100"
TONES = {
    Regime.VISA_FREE: "#0E612E",
    Regime.VISA_ON_ARRIVAL: "#1D6FD1",
    Regime.EVISA: "#8250DF",
    Regime.ETA: "#9A6700",
    Regime.VISA_REQUIRED: "#D9605A",
    Regime.NOT_ADMITTED: "#4A5561",
}
LINES = {
    Regime.VISA_ON_ARRIVAL: "M0 5h10",
    Regime.EVISA: "M-2 2l4-4M-2 12l14-14M8 12l4-4",
    Regime.ETA: "M5 0v10",
    Regime.NOT_ADMITTED: "M-2-2l14 14M-2 8l4 4M8-2l4 4",
}
"""What is drawn over the colour, for eyes that don't tell colours apart: in squares of ten. The two that cover most of
the world have none, for patterns take long to draw: one of them is twice as light as the other."""

NAME = 24
LEAST_NAME = 16
OVERHANG = 1.2
"""How much wider than its state a name may be: more would seem to name the neighbours."""


@dataclass(frozen=True, slots=True)
class Place:
    """A destination on the map."""

    name: str
    regime: Regime


@dataclass(slots=True)
class Atlas:
    """Draws the part of the world that a window shows into a frame of the canvas, `scale` dots a unit."""

    canvas: Canvas
    world: World
    window: Window
    x: float
    y: float
    scale: float
    _names: list[tuple[float, float, float, float]] = field(default_factory=list)

    def draw(self, places: Mapping[str, Place], *, named: bool, chosen: str = "", home: str = "") -> None:
        """Draw every place. named: with their names, as far as there is room; chosen: the code of one to point out."""
        inner, window = Canvas(self.canvas.width), self.window
        inner.rectangle(window.left, window.top, window.width, window.height, SEA)
        self._shape(inner, self.world.others, LAND)
        self._shape(inner, self.world.shapes[self.world.home], HOME)
        self._shapes(inner, places)
        self._dots(inner, places)
        if chosen:
            self._ring_around(inner, chosen)
        self.canvas.enlarged(inner, self.x - window.left * self.scale, self.y - window.top * self.scale, self.scale)
        if named:
            self._name_all({**places, self.world.home: Place(home, Regime.VISA_FREE)}, chosen)

    def _shape(self, canvas: Canvas, shape: str, fill: str) -> None:
        if cut := within(shape, self.window):
            canvas.path(cut, fill, stroke=SEA, thickness=1.2 / self.scale)

    def _shapes(self, canvas: Canvas, places: Mapping[str, Place]) -> None:
        """Draw the shapes of a regime as one path: a pattern is laid out anew for each, which takes time."""
        for regime in Regime:
            of_regime = [shape for code, shape in self.world.shapes.items() if _regime(places, code) is regime]
            parts = [cut for shape in of_regime if (cut := within(shape, self.window))]
            if parts:
                # Each path begins at a place of its own, not where the one before it began.
                canvas.path(
                    "".join(f"M0 0{part}" for part in parts), paint(regime), stroke=SEA, thickness=1.2 / self.scale
                )

    def _dots(self, canvas: Canvas, places: Mapping[str, Place]) -> None:
        seen_here = {code: dot_within(at, self.window) for code, at in self.world.dots.items() if code in places}
        shown = {code: at for code, at in seen_here.items() if self.window.holds(at)}
        canvas.path("".join(_disc(at, self._radius + 2.5 / self.scale) for at in shown.values()), SEA)
        for regime in Regime:
            discs = [_disc(at, self._radius) for code, at in shown.items() if places[code].regime is regime]
            if discs:
                canvas.path("".join(discs), paint(regime))

    @property
    def _radius(self) -> float:
        return (6 if self.scale < 1 else 9) / self.scale

    def _ring_around(self, canvas: Canvas, code: str) -> None:
        if code in self.world.shapes:
            shape = within(self.world.shapes[code], self.window)
            canvas.path(shape, "none", stroke=theme.INK, thickness=5 / self.scale)
        elif code in self.world.dots:
            canvas.ring(*dot_within(self.world.dots[code], self.window), self._radius, theme.INK, 5 / self.scale)

    def _name_all(self, places: Mapping[str, Place], chosen: str) -> None:
        """Name the chosen one first, then shapes, the largest first, then dots: who comes late may find no room."""
        shown = {code: parts for code in places if (parts := self._seen(code))}
        dots = {code: dot_within(at, self.window) for code, at in self.world.dots.items() if code in places}
        order = [*sorted(shown, key=lambda code: -area(shown[code])), *sorted(dots)]
        for code in sorted(order, key=lambda code: code != chosen):
            if code in shown:
                self._name_on(places[code].name, shown[code], bold=code == chosen)
            elif self.window.holds(dots[code]):
                self._name_beside(places[code].name, dots[code], bold=code == chosen)

    def _seen(self, code: str) -> Ring:
        rings = rings_of(self.world.shapes.get(code, ""))
        parts = [part for ring in rings if len(part := seen(ring, self.window)) > 2 and area(part) > 0]
        return max(parts, key=area, default=[])

    def _name_on(self, name: str, part: Ring, *, bold: bool) -> None:
        room = breadth(part) * self.scale * OVERHANG
        size = min(NAME, NAME * room / max(1.0, width_of(name, NAME, bold=bold)))
        if bold:
            size = NAME
        if size < LEAST_NAME:
            return
        x, y = self._on_canvas(seat(part))
        self._write(name, x - width_of(name, size, bold=bold) / 2, y + size / 3, size, bold=bold)

    def _name_beside(self, name: str, dot: Point, *, bold: bool) -> None:
        x, y = self._on_canvas(dot)
        size = NAME if bold else LEAST_NAME
        away, wide = self._radius * self.scale + 6, width_of(name, size, bold=bold)
        for left in (x + away, x - away - wide):
            if self._write(name, left, y + size / 3, size, bold=bold):
                return

    def _write(self, name: str, left: float, line: float, size: float, *, bold: bool) -> bool:
        """Write a name unless something stands there or it would leave the frame."""
        wide = width_of(name, size, bold=bold)
        box = (left - 4, line - size, left + wide + 4, line + size / 3)
        frame = (self.x, self.y, self.x + self.window.width * self.scale, self.y + self.window.height * self.scale)
        fits = box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]
        if not fits or any(_overlap(box, other) for other in self._names):
            return False
        self._names.append(box)
        self.canvas.text(left, line, name, wide + size, size=size, bold=bold, halo="#FFFFFF")
        return True

    def _on_canvas(self, point: Point) -> Point:
        return self.x + (point[0] - self.window.left) * self.scale, self.y + (point[1] - self.window.top) * self.scale


def paint(regime: Regime, where: str = "map") -> str:
    """Return how a regime is filled: its colour, with its pattern where it has one. where: as `patterns` called it."""
    return f"url(#{where}-{regime})" if regime in LINES else TONES[regime]


def patterns(scale: float, where: str = "map") -> str:
    """Return the patterns as SVG definitions. scale: dots a unit where they are drawn, so that they look the same."""
    size = 10 / scale
    style = 'stroke="#FFFFFF" stroke-opacity=".75" stroke-width="1.6" stroke-linecap="round" fill="none"'
    tiles = (
        f'<pattern id="{where}-{regime}" width="{size:.4g}" height="{size:.4g}" patternUnits="userSpaceOnUse" '
        f'viewBox="0 0 10 10"><rect width="10" height="10" fill="{TONES[regime]}"/>'
        f'<path d="{lines}" {style}/></pattern>'
        for regime, lines in LINES.items()
    )
    return f"<defs>{''.join(tiles)}</defs>"


def _regime(places: Mapping[str, Place], code: str) -> Regime | None:
    return places[code].regime if code in places else None


def _disc(at: Point, radius: float) -> str:
    """Return a filled circle as a part of a path."""
    x, y = at
    arc = f"a{radius:.2f} {radius:.2f} 0 1 0"
    return f"M{x - radius:.2f} {y:.2f}{arc} {2 * radius:.2f} 0{arc} {-2 * radius:.2f} 0z"


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
