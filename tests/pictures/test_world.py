"""The map: every destination in its colour, small states included, and names where they belong."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageColor

from bot.domain.destination import Regime, Region
from bot.domain.language import Language
from bot.i18n import Translator
from bot.pictures import theme
from bot.pictures.atlas import LINES, SEA, TONES
from bot.pictures.rendering import Renderer
from bot.pictures.world import (
    WORLD,
    Point,
    Ring,
    Window,
    area,
    dot_within,
    middle,
    rings_of,
    seat,
    seen,
    window_of,
    within,
    world,
)
from bot.services.lists import ASIA
from bot.telegram.views.map_picture import WIDTH, draw
from tests.facts import shipped

TODAY = date(2026, 11, 23)
TOP = 170.0
"""Where the map begins below the title."""

SQUARE: Ring = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
HORSESHOE: Ring = [(0, 0), (30, 0), (30, 30), (20, 30), (20, 5), (10, 5), (10, 30), (0, 30)]


def test_every_destination_is_a_shape_or_a_dot() -> None:
    drawn = world().shapes.keys() | world().dots.keys()
    assert drawn == shipped().destinations.keys() | {"KZ"}
    assert not world().shapes.keys() & world().dots.keys()


@pytest.mark.parametrize("regions", [(), ASIA, *((region,) for region in Region)])
async def test_every_destination_is_painted_as_its_regime(regions: tuple[Region, ...]) -> None:
    svg = draw(shipped(), Translator()[Language.RU], regions, TODAY)
    picture = Image.open(io.BytesIO(await Renderer().png(svg))).convert("RGB")
    window = window_of(regions)
    scale = min((WIDTH - 2 * theme.MARGIN) / window.width, 1000 / window.height)
    left = (WIDTH - window.width * scale) / 2
    for code, one in shipped().destinations.items():
        if regions and one.region not in regions:
            continue
        points = [dot_within(world().dots[code], window)] if code in world().dots else inner_points(code, window)
        assert points, f"{code} is not on the map of {regions}"
        spots = [(left + (x - window.left) * scale, TOP + (y - window.top) * scale) for x, y in points]
        assert any(is_painted(picture, spot, TONES[one.regime]) for spot in spots), (code, one.regime)


def inner_points(code: str, window: Window) -> list[Point]:
    """Return points within the parts of a shape that a window shows, the largest first."""
    parts = [seen(ring, window) for ring in rings_of(world().shapes[code])]
    whole = sorted((part for part in parts if len(part) > 2 and area(part) > 1), key=area, reverse=True)
    found = [seat(part) for part in whole]
    return [(x + dx, y + dy) for x, y in found for dx, dy in ((0, 0), (-2, -2), (2, 2), (-4, 3), (3, -5), (0, 6))]


def is_painted(picture: Image.Image, spot: Point, tone: str) -> bool:
    """Tell whether a colour is found around a spot: names and patterns cover a part of it."""
    x, y = round(spot[0]), round(spot[1])
    wanted = ImageColor.getrgb(tone)
    near = ((x + dx, y + dy) for dx in range(-6, 7) for dy in range(-6, 7))
    colours = {picture.getpixel(at) for at in near if 0 <= at[0] < picture.width and 0 <= at[1] < picture.height}
    return any(
        isinstance(one, tuple) and max(abs(a - b) for a, b in zip(one, wanted, strict=True)) < 12 for one in colours
    )


def test_no_regime_is_told_by_its_colour_alone() -> None:
    assert TONES.keys() == set(Regime)
    plain = TONES.keys() - LINES.keys()
    assert plain == {Regime.VISA_FREE, Regime.VISA_REQUIRED}
    dark, light = sorted(lightness(TONES[regime]) for regime in plain)
    assert (light + 0.05) / (dark + 0.05) >= 2
    assert len(set(LINES.values())) == len(LINES)


def test_every_colour_stands_out_from_the_sea() -> None:
    for tone in TONES.values():
        assert (lightness(SEA) + 0.05) / (lightness(tone) + 0.05) >= 3, tone


def lightness(tone: str) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    parts = [part / 255 for part in ImageColor.getrgb(tone)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_chosen_country_is_named_whatever_its_size() -> None:
    for code in ("SM", "RU", "ME", "KI"):
        one = shipped().destinations[code]
        svg = draw(shipped(), Translator()[Language.KK], (one.region,), TODAY, chosen=code)
        name = shipped().name(code, Language.KK)
        assert svg.count(f">{name}<") >= 1, code


def test_no_name_stands_in_another_country() -> None:
    window = window_of((Region.CENTRAL_ASIA,))
    parts = [seen(ring, window) for ring in rings_of(world().shapes["RU"])]
    russia = max((part for part in parts if len(part) > 2), key=area)
    kazakhstan = rings_of(world().shapes["KZ"])[0]
    assert is_inside(middle(russia), kazakhstan), "or this test shows nothing"
    assert not is_inside(seat(russia), kazakhstan)


def is_inside(point: Point, ring: Ring) -> bool:
    x, y = point
    sides = zip(ring, [*ring[1:], ring[0]], strict=True)
    crossed = [
        a for a, b in sides if (a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
    ]
    return len(crossed) % 2 == 1


def test_shapes_are_cut_at_the_edges_of_a_window() -> None:
    assert area(seen(SQUARE, Window(5, 5, 20, 20))) == 25
    assert seen(SQUARE, Window(20, 20, 30, 30)) == []
    assert area(seen(SQUARE, Window(-5, -5, 20, 20))) == 100
    assert within("m0 0 10 0 0 10z", Window(0, 0, 10, 10)) == "m0 0 10 0 0 10z"
    assert within("m0 0 10 0 0 10z", Window(20, 0, 30, 10)) == ""
    assert within("m0 0 10 0 0 10z", Window(5, 0, 30, 10)).startswith("M")


def test_a_name_is_seated_within_a_concave_shape() -> None:
    assert not is_inside(middle(HORSESHOE), HORSESHOE)
    assert is_inside(seat(HORSESHOE), HORSESHOE)
    assert seat(SQUARE) == (5, 5)


corner = st.integers(-50, 50)


@given(
    corner, corner, st.integers(1, 60), st.integers(1, 60), st.lists(st.tuples(corner, corner), min_size=3, max_size=9)
)
def test_what_a_window_shows_lies_in_it(left: int, top: int, wide: int, high: int, ring: list[tuple[int, int]]) -> None:
    window = Window(left, top, left + wide, top + high)
    edge = Window(left - 1e-6, top - 1e-6, left + wide + 1e-6, top + high + 1e-6)
    assert all(edge.holds(point) for point in seen([(float(x), float(y)) for x, y in ring], window))


def test_a_dot_behind_the_edge_comes_to_its_neighbours() -> None:
    assert dot_within(world().dots["KI"], WORLD) == world().dots["KI"]
    assert dot_within(world().dots["KI"], window_of((Region.OCEANIA,)))[0] > 2000
