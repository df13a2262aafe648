"""The map: /map, «покажи карту Азии», from a card, from part to part of the world."""

from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import F, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.domain.destination import Regime, Region
from bot.domain.question import Filters
from bot.i18n import Texts
from bot.pictures.rendering import PictureError
from bot.services.catalogue import Catalogue
from bot.settings import Settings
from bot.telegram.callbacks import MapCallback
from bot.telegram.filters import Named
from bot.telegram.list_codes import decode
from bot.telegram.pictures import Picture, Pictures
from bot.telegram.reply import Reply, send, show_below
from bot.telegram.responder import Responder
from bot.telegram.views.lists import listing
from bot.telegram.views.maps import world_map
from bot.understanding.map_words import asked_for_map

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Atlas:
    """Makes maps for the person of an update. page: the page's address, empty in groups and where it has none."""

    texts: Texts
    catalogue: Catalogue
    responder: Responder
    page: str

    def of_words(self, words: str) -> tuple[Picture, Reply]:
        """Return the map that words mean: of a country, of a region, of the world; and what to say if it fails."""
        question = self.responder.understanding.understand(words) if words else None
        for place in question.places if question else ():
            if place in self.catalogue.destinations:
                return self.of((self.catalogue.destinations[place].region,), place)
        wished = self.responder.understanding.understand(f"страны {words}").filters if words else Filters()
        return self.of(wished.regions)

    def of(self, regions: tuple[Region, ...], chosen: str = "") -> tuple[Picture, Reply]:
        """Return the map of regions, and what to say if it fails."""
        today, bot_name = self.responder.today(), self.responder.bot_name
        picture = world_map(
            self.catalogue, self.texts, regions, today, chosen=chosen, bot_name=bot_name, page=self.page
        )
        listed = listing(self.catalogue, self.texts, Filters((Regime.VISA_FREE,), regions))
        return picture, Reply(f"{self.texts('map-failed')}\n\n{listed.html}", listed.keyboard)


class WithAtlas(Filter):
    """Gives the handler `atlas`, in place of all that it takes."""

    async def __call__(
        self, event: TelegramObject, texts: Texts, catalogue: Catalogue, responder: Responder, settings: Settings
    ) -> dict[str, Any]:
        """Let everything pass."""
        message = event.message if isinstance(event, CallbackQuery) else event
        is_private = isinstance(message, Message) and message.chat.type == "private"
        page = f"{settings.site}/?lang={texts.language}" if is_private and settings.site.startswith("https://") else ""
        return {"atlas": Atlas(texts, catalogue, responder, page)}


async def is_about_map(message: Message) -> bool | dict[str, Any]:
    """Tell whether plain words ask for the map; gives the handler `argument`, what it is wanted of."""
    wanted = asked_for_map(message.text or "")
    return False if wanted is None else {"argument": wanted}


async def show_map(message: Message, argument: str, atlas: Atlas, pictures: Pictures) -> None:
    """Send the map that was asked for in words."""
    picture, instead = atlas.of_words(argument)
    try:
        await pictures.send(message, picture)
    except PictureError:
        log.exception("the map could not be drawn")
        await send(message, instead)


async def turn_map(
    query: CallbackQuery, callback_data: MapCallback, atlas: Atlas, pictures: Pictures, texts: Texts
) -> None:
    """Show another part of the world in place, or the map of a card's country below the card."""
    try:
        regions = decode("-", callback_data.region, 0).regions
    except ValueError:
        await query.answer(texts.plain("error-old-button"))
        return
    await query.answer()
    chosen = callback_data.iso2 if callback_data.iso2 in atlas.catalogue.destinations else ""
    picture, instead = atlas.of(regions, chosen)
    try:
        await (pictures.show_below if chosen else pictures.show)(query, picture)
    except PictureError:
        log.exception("the map could not be drawn")
        await show_below(query, instead)


def build_router() -> Router:
    """Return the routes of this feature."""
    router = Router(name="maps")
    router.message.register(show_map, Named("map"), WithAtlas())
    router.message.register(show_map, F.text, F.chat.type == "private", is_about_map, WithAtlas())
    router.callback_query.register(turn_map, MapCallback.filter(), WithAtlas())
    return router
