"""Statistics for the people who run the bot."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.insight import Insights
from bot.services.news_desk import FeedDesk
from bot.telegram.callbacks import MenuCallback
from bot.telegram.filters import ADMINS, Named
from bot.telegram.reply import send, show
from bot.telegram.views import stats as views


async def show_stats(
    message: Message, catalogue: Catalogue, texts: Texts, insights: Insights, feed_desk: FeedDesk
) -> None:
    """Show how the bot is doing."""
    await send(message, views.stats_page(texts, catalogue, await insights.gather(), await feed_desk.store.health()))


async def open_stats(
    query: CallbackQuery, catalogue: Catalogue, texts: Texts, insights: Insights, feed_desk: FeedDesk
) -> None:
    """Show how the bot is doing, from a button."""
    await query.answer()
    await show(query, views.stats_page(texts, catalogue, await insights.gather(), await feed_desk.store.health()))


def build_router() -> Router:
    """Return the routes of the statistics."""
    router = Router(name="stats")
    router.message.register(show_stats, ADMINS, Named("stats"), F.chat.type == "private")
    router.callback_query.register(open_stats, ADMINS, MenuCallback.filter(F.page == "stats"))
    return router
