"""The map in a chat: the picture's words and the buttons to other parts of the world."""

from datetime import date

from aiogram.types import InlineKeyboardButton, WebAppInfo

from bot.domain.destination import Regime, Region
from bot.domain.question import Filters
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.lists import ASIA
from bot.telegram.callbacks import CardCallback, MapCallback
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.list_codes import encode, list_button
from bot.telegram.pictures import Picture
from bot.telegram.views.map_picture import counts_in, draw
from bot.telegram.views.wishes import region_title

PARTS: tuple[tuple[Region, ...], ...] = (
    (),
    (Region.EUROPE,),
    ASIA,
    (Region.MIDDLE_EAST,),
    (Region.SOUTHEAST_ASIA,),
    (Region.AFRICA,),
    (Region.NORTH_AMERICA,),
    (Region.SOUTH_AMERICA,),
    (Region.CARIBBEAN,),
    (Region.OCEANIA,),
)
"""Parts of the world that have a button; by words every region has its map."""


def world_map(
    catalogue: Catalogue,
    texts: Texts,
    regions: tuple[Region, ...],
    today: date,
    *,
    chosen: str = "",
    bot_name: str = "",
    page: str = "",
) -> Picture:
    """Return the map of regions, of the world when there are none.

    chosen: the code of a destination to point out. page: the address of the page, empty where it can't be opened.
    """
    svg = draw(catalogue, texts, regions, today, chosen=chosen, bot_name=bot_name)
    return Picture(svg, _caption(catalogue, texts, regions, chosen), keyboard(*_rows(texts, regions, chosen, page)))


def _caption(catalogue: Catalogue, texts: Texts, regions: tuple[Region, ...], chosen: str) -> str:
    if chosen in catalogue.destinations:
        return texts("map-caption-chosen", name=catalogue.name(chosen, texts.language))
    counts = counts_in(catalogue, regions)
    free, every = counts.get(Regime.VISA_FREE, 0), sum(counts.values())
    return texts("map-caption", place=region_title(texts, regions), free=free, all=every)


def _rows(texts: Texts, regions: tuple[Region, ...], chosen: str, page: str) -> list[Row]:
    parts = [_part(texts, one, is_shown=one == regions and not chosen) for one in PARTS]
    whole = [InlineKeyboardButton(text=texts.plain("button-map-open"), web_app=WebAppInfo(url=page))] if page else []
    listed = button(texts.plain("button-map-list"), list_button(Filters((Regime.VISA_FREE,), regions)))
    card = [button(texts.plain("button-map-card"), CardCallback(iso2=chosen))] if chosen else []
    return [card, *grid(parts, 2), [listed, *whole]]


def _part(texts: Texts, regions: tuple[Region, ...], *, is_shown: bool) -> InlineKeyboardButton:
    _, region, _ = encode(Filters(regions=regions))
    name = region_title(texts, regions)
    return button(f"• {name} •" if is_shown else name, MapCallback(region=region))
