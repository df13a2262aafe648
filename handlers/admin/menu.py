"""/admin: what an admin can do."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.domain.user import User
from bot.i18n import Texts
from bot.services.news_desk import NewsDesk
from bot.telegram.callbacks import MenuCallback
from bot.telegram.filters import ADMINS, Named
from bot.telegram.reply import send, show
from bot.telegram.views import admin as views


async def show_menu(message: Message, user: User, texts: Texts, news_desk: NewsDesk) -> None:
    """Show what the person may do."""
    await send(message, views.menu(texts, user.role, await news_desk.store.total()))


async def open_menu(query: CallbackQuery, user: User, texts: Texts, news_desk: NewsDesk) -> None:
    """Show what the person may do, from a button."""
    await query.answer()
    await show(query, views.menu(texts, user.role, await news_desk.store.total()))


def build_router() -> Router:
    """Return the routes of the menu."""
    router = Router(name="admin-menu")
    router.message.register(show_menu, ADMINS, Named("admin"), F.chat.type == "private")
    router.callback_query.register(open_menu, ADMINS, MenuCallback.filter(F.page == "admin"))
    return router
