"""Buttons on cards: open a card, practical questions."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.domain.question import Practical
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.conversations import Conversations
from bot.telegram.acts import PersonActs
from bot.telegram.callbacks import CardCallback, HowtoCallback, HowtoMenuCallback
from bot.telegram.reply import show, show_below
from bot.telegram.responder import Responder
from bot.telegram.views import howto as views
from bot.telegram.views.answers import answer


async def open_card(
    query: CallbackQuery,
    callback_data: CardCallback,
    texts: Texts,
    responder: Responder,
    conversations: Conversations,
    acts: PersonActs,
) -> None:
    """Show a country's card, below or in place."""
    await query.answer()
    reply = await responder.card(texts, callback_data.iso2, acts)
    await (show if callback_data.edit else show_below)(query, reply)
    _remember(conversations, query, callback_data.iso2)


async def open_howto(
    query: CallbackQuery,
    callback_data: HowtoCallback,
    catalogue: Catalogue,
    texts: Texts,
    conversations: Conversations,
) -> None:
    """Show the answer to a practical question."""
    try:
        practical = Practical(callback_data.practical)
    except ValueError:
        await query.answer(texts.plain("error-old-button"))
        return
    await query.answer()
    await show(query, answer(catalogue, texts, callback_data.place, practical))
    _remember(conversations, query, callback_data.place)


async def open_howto_menu(
    query: CallbackQuery, callback_data: HowtoMenuCallback, catalogue: Catalogue, texts: Texts
) -> None:
    """Show every practical question known for a place."""
    await query.answer()
    await show(query, views.howto_menu(catalogue, texts, callback_data.place))


def _remember(conversations: Conversations, query: CallbackQuery, place: str) -> None:
    if query.message is not None:
        conversations.remember(query.message.chat.id, (place,), None)


def build_router() -> Router:
    """Return the routes of this feature."""
    router = Router(name="cards")
    router.callback_query.register(open_card, CardCallback.filter())
    router.callback_query.register(open_howto, HowtoCallback.filter())
    router.callback_query.register(open_howto_menu, HowtoMenuCallback.filter())
    return router
