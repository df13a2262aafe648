"""Lists: /free, /required, paging through them in place; /where, which asks for the wishes one by one."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.domain.destination import Regime
from bot.domain.question import Filters
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.wishes import Wish
from bot.telegram.callbacks import ListCallback, ListMenuCallback, MenuCallback, WhereCallback
from bot.telegram.filters import Named
from bot.telegram.list_codes import decode
from bot.telegram.reply import send, show
from bot.telegram.responder import Responder
from bot.telegram.views import lists as views
from bot.telegram.views.where import STEPS, where_page


async def list_free(message: Message, argument: str, catalogue: Catalogue, texts: Texts, responder: Responder) -> None:
    """Show where one goes without a visa; `/free Азия 30 дней` narrows it."""
    filters = _wishes(responder, argument, Regime.VISA_FREE)
    await send(message, views.listing(catalogue, texts, filters))


async def list_required(
    message: Message, argument: str, catalogue: Catalogue, texts: Texts, responder: Responder
) -> None:
    """Show where a visa is needed."""
    filters = _wishes(responder, argument, Regime.VISA_REQUIRED)
    await send(message, views.listing(catalogue, texts, filters))


async def ask_where(message: Message, argument: str, catalogue: Catalogue, texts: Texts, responder: Responder) -> None:
    """Ask where one would like to go, step by step; `/where Азия 30 дней` shows the list at once."""
    if argument:
        await send(message, views.listing(catalogue, texts, responder.wishes(argument)))
    else:
        await send(message, where_page(catalogue, texts))


async def take_step(query: CallbackQuery, callback_data: WhereCallback, catalogue: Catalogue, texts: Texts) -> None:
    """Show another question of the guide in place, or the list after the last."""
    filters = await _decoded(query, callback_data, texts)
    if filters is None:
        return
    await query.answer()
    if callback_data.step in STEPS:
        await show(query, where_page(catalogue, texts, Wish(callback_data.step), filters))
    else:
        await show(query, views.listing(catalogue, texts, filters))


async def open_free(query: CallbackQuery, catalogue: Catalogue, texts: Texts) -> None:
    """Show where one goes without a visa, from a button."""
    await query.answer()
    await show(query, views.listing(catalogue, texts, Filters((Regime.VISA_FREE,))))


async def turn_page(query: CallbackQuery, callback_data: ListCallback, catalogue: Catalogue, texts: Texts) -> None:
    """Show a page of a list in place."""
    filters = await _decoded(query, callback_data, texts)
    if filters is not None:
        await query.answer()
        await show(query, views.listing(catalogue, texts, filters, callback_data.page))


async def open_menu(query: CallbackQuery, callback_data: ListMenuCallback, catalogue: Catalogue, texts: Texts) -> None:
    """Show the choices of a filter."""
    filters = await _decoded(query, callback_data, texts)
    if filters is not None:
        await query.answer()
        await show(query, views.list_menu(catalogue, texts, filters, callback_data.menu))


async def _decoded(
    query: CallbackQuery, data: ListCallback | ListMenuCallback | WhereCallback, texts: Texts
) -> Filters | None:
    try:
        return decode(data.regime, data.region, data.days)
    except ValueError:
        await query.answer(texts.plain("error-old-button"))
        return None


def _wishes(responder: Responder, argument: str, regime: Regime) -> Filters:
    return replace(responder.wishes(argument), regimes=(regime,)) if argument else Filters((regime,))


def build_router() -> Router:
    """Return the routes of this feature."""
    router = Router(name="lists")
    router.message.register(list_free, Named("free"))
    router.message.register(list_required, Named("required"))
    router.message.register(ask_where, Named("where"))
    router.callback_query.register(take_step, WhereCallback.filter())
    router.callback_query.register(open_free, MenuCallback.filter(F.page == "free"))
    router.callback_query.register(turn_page, ListCallback.filter())
    router.callback_query.register(open_menu, ListMenuCallback.filter())
    return router
