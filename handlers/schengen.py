"""The guide to Schengen: its pages, in place."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.telegram.callbacks import SchengenCallback
from bot.telegram.reply import show
from bot.telegram.responder import Responder
from bot.telegram.views import schengen as views


async def open_page(
    query: CallbackQuery, callback_data: SchengenCallback, catalogue: Catalogue, texts: Texts, responder: Responder
) -> None:
    """Show a page of the guide in place; one that there is none of is told to be old."""
    if callback_data.page not in (views.CARD, *views.PAGES):
        await query.answer(texts.plain("error-old-button"))
        return
    await query.answer()
    await show(query, views.schengen_page(catalogue, texts, callback_data.page, responder.today()))


def build_router() -> Router:
    """Return the routes of this feature."""
    router = Router(name="schengen")
    router.callback_query.register(open_page, SchengenCallback.filter())
    return router
