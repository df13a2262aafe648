"""Statistics for the people who run the bot: as text, and as a picture."""

from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import F, Router
from aiogram.filters import Filter
from aiogram.types import BufferedInputFile, CallbackQuery, Message, TelegramObject

from bot.domain.statistics import PERIODS, USUAL_PERIOD
from bot.i18n import Texts
from bot.pictures.rendering import PictureError, Renderer
from bot.services.catalogue import Catalogue
from bot.services.insight import Insights
from bot.services.news_desk import FeedDesk
from bot.settings import Settings
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import StatsCallback
from bot.telegram.filters import ADMINS, Named
from bot.telegram.reply import Reply, send, show, show_below
from bot.telegram.views import stats as views
from bot.telegram.views.stats_picture import draw
from bot.telegram.views.stats_words import Board

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Gathering:
    """Gathers what the statistics are drawn with."""

    texts: Texts
    catalogue: Catalogue
    insights: Insights
    feed_desk: FeedDesk
    settings: Settings

    async def __call__(self, days: int = USUAL_PERIOD) -> Board:
        """Return the statistics of so many days."""
        insight, health = await self.insights.gather(days), await self.feed_desk.store.health()
        return Board(self.texts, self.catalogue, insight, self.settings.zone, health)


class Gathered(Filter):
    """Gives the handler `gathering`, in place of all that it takes."""

    async def __call__(
        self,
        _event: TelegramObject,
        texts: Texts,
        catalogue: Catalogue,
        insights: Insights,
        feed_desk: FeedDesk,
        settings: Settings,
    ) -> dict[str, Any]:
        """Let everything pass."""
        return {"gathering": Gathering(texts, catalogue, insights, feed_desk, settings)}


async def show_stats(message: Message, gathering: Gathering) -> None:
    """Show how the bot is doing."""
    await send(message, views.stats_page(await gathering()))


async def open_stats(query: CallbackQuery, gathering: Gathering) -> None:
    """Show how the bot is doing, from the desk's menu."""
    await query.answer()
    await show(query, views.stats_page(await gathering()))


async def show_period(query: CallbackQuery, callback_data: StatsCallback, gathering: Gathering) -> None:
    """Show another period, or the same one anew."""
    await query.answer()
    await show(query, views.stats_page(await gathering(callback_data.days)))


async def send_picture(
    query: CallbackQuery, callback_data: StatsCallback, gathering: Gathering, renderer: Renderer, bot_name: str
) -> None:
    """Send the statistics as a picture, below."""
    await query.answer(gathering.texts.plain("stats-drawing"))
    board = await gathering(callback_data.days)
    try:
        png = await renderer.png(draw(board, bot_name))
    except PictureError:
        log.exception("the statistics could not be drawn")
        await show_below(query, Reply(gathering.texts("stats-picture-failed")))
        return
    if query.message is not None and query.bot is not None:
        photo = BufferedInputFile(png, f"sapar-{board.insight.period.last}.png")
        await query.bot.send_photo(query.message.chat.id, photo, caption=views.picture_caption(board))


def build_router() -> Router:
    """Return the routes of the statistics."""
    router = Router(name="stats")
    router.message.register(show_stats, ADMINS, Named("stats"), F.chat.type == "private", Gathered())
    router.callback_query.register(open_stats, ADMINS, MenuCallback.filter(F.page == "stats"), Gathered())
    for act, handler in (("show", show_period), ("picture", send_picture)):
        chosen = StatsCallback.filter((F.act == act) & F.days.in_(PERIODS))
        router.callback_query.register(handler, ADMINS, chosen, Gathered())
    return router
