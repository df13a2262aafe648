"""Results of inline queries: cards, lists and the talks as articles that can be sent into any chat."""

from dataclasses import dataclass
from datetime import date

from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InlineQueryResultUnion,
    InputTextMessageContent,
)

from bot.domain.destination import Destination
from bot.domain.question import SCHENGEN
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.inline import Offer
from bot.services.talks import Talks
from bot.telegram.keyboards import keyboard, link
from bot.telegram.list_codes import payload
from bot.telegram.reply import NO_PREVIEW, Reply, to_plain
from bot.telegram.views import cards, lists, schengen, talks

PAGE = 20
"""Articles an answer; Telegram takes 50, a phone shows five."""

THUMBNAIL_SIDE = 96


@dataclass(frozen=True, slots=True)
class Counter:
    """What articles are drawn with. bot_name: for links to the bot. site: the public address, empty without one."""

    catalogue: Catalogue
    texts: Texts
    talks: Talks
    today: date
    bot_name: str
    site: str = ""

    def page(self, offer: Offer, page: int) -> tuple[list[InlineQueryResultUnion], bool]:
        """Return the articles of a page, from 0, and whether more follow."""
        shown = offer.places[page * PAGE : (page + 1) * PAGE]
        articles: list[InlineQueryResultUnion] = [self._place(one) for one in shown]
        if page == 0:
            articles = [*self._talks(offer), *self._list(offer), *articles]
        return articles, len(offer.places) > (page + 1) * PAGE

    def button(self, offer: Offer) -> InlineQueryResultsButton:
        """Return the button above the results."""
        key = "inline-open" if not offer.is_empty else "inline-nothing"
        return InlineQueryResultsButton(text=self.texts.plain(key), start_parameter="help")

    def _talks(self, offer: Offer) -> list[InlineQueryResultArticle]:
        if not offer.talks:
            return []
        reply = talks.status(self.talks, self.catalogue, self.texts, self.today)
        lines = reply.plain.splitlines()
        return [self._article("eu", lines[0], lines[1], reply, "eu", "talks")]

    def _list(self, offer: Offer) -> list[InlineQueryResultArticle]:
        if offer.filters is None or not offer.places:
            return []
        reply = lists.listing(self.catalogue, self.texts, offer.filters)
        code = payload(offer.filters)
        title = reply.plain.splitlines()[0]
        names = ", ".join(self.catalogue.name(one, self.texts.language) for one in offer.places)
        return [self._article(f"list-{code}", title, names[:120], reply, code, "list")]

    def _place(self, iso2: str) -> InlineQueryResultArticle:
        if iso2 == SCHENGEN:
            reply = schengen.schengen_card(self.catalogue, self.texts)
            first, *rest = reply.plain.splitlines()
            return self._article(iso2, first, rest[0] if rest else "", reply, iso2, "visa_required")
        destination = self.catalogue.destinations[iso2]
        reply = cards.card(self.catalogue, self.texts, iso2, self.today)
        return self._article(iso2, *self._words(destination), reply, iso2, destination.regime)

    def _words(self, destination: Destination) -> tuple[str, str]:
        name = self.catalogue.name(destination.iso2, self.texts.language)
        regime = self.texts.plain(f"regime-{destination.regime.replace('_', '-')}")
        told = to_plain(cards.stay_sentence(self.catalogue, self.texts, destination))
        return f"{destination.flag} {name}", f"{destination.regime.marker} {regime}" + (f" · {told}" if told else "")

    def _article(
        self, result_id: str, title: str, description: str, reply: Reply, start: str, picture: str
    ) -> InlineQueryResultArticle:
        thumbnail = f"{self.site}/thumbnails/{picture}.png" if self.site else None
        return InlineQueryResultArticle(
            id=f"{result_id}-{self.texts.language}",
            title=title,
            description=description,
            input_message_content=InputTextMessageContent(
                message_text=reply.html, parse_mode="HTML", link_preview_options=NO_PREVIEW
            ),
            reply_markup=self._keyboard(start),
            thumbnail_url=thumbnail,
            thumbnail_width=THUMBNAIL_SIDE if thumbnail else None,
            thumbnail_height=THUMBNAIL_SIDE if thumbnail else None,
        )

    def _keyboard(self, start: str) -> InlineKeyboardMarkup:
        other = InlineKeyboardButton(text=self.texts.plain("button-inline-other"), switch_inline_query_current_chat="")
        if not self.bot_name:
            return keyboard([other])
        return keyboard(
            [link(self.texts.plain("button-inline-bot"), f"https://t.me/{self.bot_name}?start={start}"), other]
        )
