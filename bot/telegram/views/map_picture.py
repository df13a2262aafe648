"""The world or a part of it, coloured by regime, with what the colours mean, how many there are and the day."""

from datetime import date

from bot.domain.destination import Destination, Regime, Region
from bot.i18n import Texts
from bot.pictures import theme
from bot.pictures.atlas import Atlas, Place, paint, patterns
from bot.pictures.canvas import Canvas
from bot.pictures.world import window_of, world
from bot.services.catalogue import Catalogue
from bot.telegram.views.wishes import region_title

WIDTH = 1120
"""Dots: as many as a phone shows; more would only take longer to draw."""

FRAME = WIDTH - 2 * theme.MARGIN
TALLEST = 1000
_ROW = 50
_COLUMNS = 2


def draw(
    catalogue: Catalogue,
    texts: Texts,
    regions: tuple[Region, ...],
    today: date,
    *,
    chosen: str = "",
    bot_name: str = "",
) -> str:
    """Return the picture as SVG. regions: none for the whole world; chosen: a destination to point out."""
    window = window_of(regions)
    scale = min(FRAME / window.width, TALLEST / window.height)
    canvas = Canvas(WIDTH)
    canvas.define(patterns(scale) + patterns(1, "key"))
    y = _title(canvas, catalogue, texts, regions, chosen)
    atlas = Atlas(canvas, world(), window, (WIDTH - window.width * scale) / 2, y, scale)
    places = {
        code: Place(catalogue.name(code, texts.language), one.regime) for code, one in catalogue.destinations.items()
    }
    atlas.draw(places, named=bool(regions), chosen=chosen, home=texts.plain("page-home"))
    y = _legend(canvas, texts, destinations_in(catalogue, regions), y + window.height * scale + 24)
    return canvas.svg(_foot(canvas, texts, today, bot_name, y))


def destinations_in(catalogue: Catalogue, regions: tuple[Region, ...]) -> list[Destination]:
    """Return the destinations of these regions, of the world when there are none."""
    return [one for one in catalogue.destinations.values() if not regions or one.region in regions]


def counts_in(catalogue: Catalogue, regions: tuple[Region, ...]) -> dict[Regime, int]:
    """Return how many destinations of these regions each regime has, in the order of the markers."""
    regimes = [one.regime for one in destinations_in(catalogue, regions)]
    return {regime: regimes.count(regime) for regime in Regime if regime in regimes}


def _title(canvas: Canvas, catalogue: Catalogue, texts: Texts, regions: tuple[Region, ...], chosen: str) -> float:
    place = region_title(texts, regions)
    if chosen in catalogue.destinations:
        place = f"{catalogue.name(chosen, texts.language)} · {place}"
    canvas.text(theme.MARGIN, 84, texts.plain("map-picture-title"), FRAME, size=52, bold=True, shrink=True)
    canvas.text(theme.MARGIN, 140, place, FRAME, size=36, fill=theme.MUTED, shrink=True)
    return 170


def _legend(canvas: Canvas, texts: Texts, shown: list[Destination], y: float) -> float:
    regimes = [one.regime for one in shown]
    used = [regime for regime in Regime if regime in regimes]
    wide = FRAME / _COLUMNS
    for number, regime in enumerate(used):
        left, top = theme.MARGIN + number % _COLUMNS * wide, y + number // _COLUMNS * _ROW
        canvas.rectangle(left, top + 8, 30, 30, paint(regime, "key"), radius=8)
        name = texts.plain(f"list-regime-{regime.replace('_', '-')}")
        words = f"{name} · {regimes.count(regime)}"
        canvas.text(left + 42, top + 34, words, wide - 54, size=29, shrink=True)
    return y + -(-len(used) // _COLUMNS) * _ROW


def _foot(canvas: Canvas, texts: Texts, today: date, bot_name: str, y: float) -> float:
    told = [texts.plain("map-picture-foot", date=texts.long_date(today)), f"@{bot_name}" if bot_name else ""]
    canvas.text(theme.MARGIN, y + 42, " · ".join(filter(None, told)), FRAME, size=30, fill=theme.MUTED, shrink=True)
    return y + 42 + theme.MARGIN
