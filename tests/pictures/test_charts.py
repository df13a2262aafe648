"""Bars, shares, curves: whatever the numbers are, everything stays in its place."""

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.pictures import theme
from bot.pictures.canvas import Canvas
from bot.pictures.charts import Bar, Bars, Numbers, Share, Shares, Words, portions
from bot.pictures.curve import Curve, scale
from bot.pictures.sheet import Part, Sheet, Tile
from tests.pictures.svg import read

amounts = st.one_of(st.just(0), st.integers(0, 10), st.integers(0, 10**15))
labels = st.text(max_size=60)
parts = st.one_of(
    st.builds(Bars, st.lists(st.builds(Bar, labels, amounts, labels), max_size=6), amounts),
    st.lists(st.builds(Share, labels, amounts, labels, st.just(theme.GOOD)), min_size=1, max_size=5).map(Shares),
    st.lists(st.tuples(labels, labels), min_size=1, max_size=4).map(Numbers),
    st.builds(Words, labels),
    st.builds(Curve, st.lists(amounts, min_size=1, max_size=90), labels, labels, st.just(str)),
)


@given(labels, st.lists(parts, max_size=4), st.lists(st.builds(Tile, labels, labels, labels), min_size=1, max_size=4))
def test_words_stay_in_their_panel_and_off_each_other(heading: str, drawn: list[Part], tiles: list[Tile]) -> None:
    sheet = Sheet()
    sheet.title(heading, heading)
    sheet.tiles(tiles)
    sheet.panel(heading, *drawn)
    sheet.foot(heading)
    whole, rectangles, words = read(sheet.svg())
    panels = [one for one in rectangles if one.fill == theme.PANEL]
    assert len(panels) == len(tiles) + 1
    assert all(whole.holds(one) for one in (*rectangles, *words))
    for one in words:
        assert [panel for panel in panels if panel.holds(one)] or not [panel for panel in panels if panel.touches(one)]
    for number, one in enumerate(words):
        assert not [other.words for other in words[number + 1 :] if one.words and other.words and one.touches(other)]


@given(st.lists(st.integers(1, 10**12), max_size=20), st.floats(0, 1000))
def test_portions_fill_the_room_and_can_be_seen(values: list[int], room: float) -> None:
    found = portions(values, room)
    assert len(found) == len(values)
    if values:
        assert sum(found) == pytest.approx(room)
        assert min(found) >= min(6.0, room / len(values)) - 1e-6
        ordered = sorted(zip(values, found, strict=True))
        assert all(less[1] <= more[1] + 1e-6 for less, more in pairwise(ordered))


@given(st.integers(0, 10**15), st.integers(0, 10**15))
@example(9, 38)
def test_a_scale_is_even_round_and_wide_enough(one: int, other: int) -> None:
    least, most = sorted((one, other))
    marks = scale(least, most)
    assert 0 <= marks[0] <= least
    assert marks[-1] >= most
    steps = {after - before for before, after in pairwise(marks)}
    assert len(steps) == 1
    assert str(steps.pop()).strip("0") in ("1", "2", "5")


def test_a_bar_is_as_long_as_its_share_and_a_small_one_can_be_seen() -> None:
    canvas = Canvas()
    Bars([Bar("а", 500_000, "1"), Bar("ә", 1, "1"), Bar("б", 0, "0")], 1_000_000).draw(canvas, 0, 0, 900)
    _, rectangles, _ = read(canvas.svg(400))
    assert [one.right - one.left for one in rectangles if one.fill == theme.ACCENT] == [450, 6]


def test_what_comes_from_outside_is_escaped() -> None:
    canvas = Canvas()
    canvas.text(0, 40, '<script>&amp;"x"</script>', 900)
    canvas.path('M0 0"/><script/>', "#FFFFFF", stroke="#000000", thickness=2)
    svg = canvas.svg(100)
    assert "<script" not in svg
    assert [one.words for one in read(svg)[2]] == ['<script>&amp;"x"</script>']
    assert ET.fromstring(svg).find(".//{*}path").attrib["d"].startswith("M0 0")  # type: ignore[union-attr]


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_words_and_shapes_stand_out_from_their_ground() -> None:
    for words in (theme.INK, theme.MUTED):
        assert min(contrast(words, ground) for ground in (theme.PAGE, theme.PANEL)) >= 4.5
    for shape in (theme.ACCENT, theme.SECOND, theme.GOOD, theme.BAD, theme.IDLE):
        assert min(contrast(shape, ground) for ground in (theme.PANEL, theme.WASH)) >= 3
