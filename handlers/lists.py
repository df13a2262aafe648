"""Lists: /free, /required, and paging through them in place."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.domain.destination import Regime
from bot.domain.question import Filters
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.telegram.callbacks import ListCallback, ListMenuCallback, MenuCallback
from bot.telegram.filters import Named
from bot.telegram.list_codes import decode
from bot.telegram.reply import send, show
from bot.telegram.responder import Responder
from bot.telegram.views import lists as views


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


async def _decoded(query: CallbackQuery, data: ListCallback | ListMenuCallback, texts: Texts) -> Filters | None:
    try:
        return decode(data.regime, data.region, data.days)
    except ValueError:
        await query.answer(texts.plain("error-old-button"))
        return None


def _wishes(responder: Responder, argument: str, regime: Regime) -> Filters:
    if not argument:
        return Filters((regime,))
    wanted = responder.understanding.understand(f"страны {argument}").filters
    return Filters((regime,), wanted.regions, wanted.min_days)


def build_router() -> Router:
    """Return the routes of this feature."""
    router = Router(name="lists")
    router.message.register(list_free, Named("free"))
    router.message.register(list_required, Named("required"))
    router.callback_query.register(open_free, MenuCallback.filter(F.page == "free"))
    router.callback_query.register(turn_page, ListCallback.filter())
    router.callback_query.register(open_menu, ListMenuCallback.filter())
    return router
