"""/admin: what an admin can do; and the answer to those who are none any more."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.domain.user import User
from bot.i18n import Texts
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import (
    AuditCallback,
    DestinationCallback,
    DestinationDraftCallback,
    EditorCallback,
    EventDeskCallback,
    PublishCallback,
)
from bot.telegram.filters import ADMINS, Named
from bot.telegram.reply import send, show
from bot.telegram.views import admin as views


async def show_menu(message: Message, user: User, texts: Texts) -> None:
    """Show what the person may do."""
    await send(message, views.menu(texts, user.role))


async def open_menu(query: CallbackQuery, user: User, texts: Texts) -> None:
    """Show what the person may do, from a button."""
    await query.answer()
    await show(query, views.menu(texts, user.role))


async def deny(query: CallbackQuery, texts: Texts) -> None:
    """Answer a button of the desk to somebody it is not for, such as a former editor."""
    await query.answer(texts.plain("error-not-yours"), show_alert=True)


def build_router() -> Router:
    """Return the routes of the menu."""
    router = Router(name="admin-menu")
    router.message.register(show_menu, ADMINS, Named("admin"), F.chat.type == "private")
    router.callback_query.register(open_menu, ADMINS, MenuCallback.filter(F.page == "admin"))
    return router


def build_denying_router() -> Router:
    """Return the routes that come after all others of the desk."""
    router = Router(name="admin-denied")
    private = (DestinationCallback, DestinationDraftCallback)
    for data in (EventDeskCallback, PublishCallback, EditorCallback, AuditCallback, *private):
        router.callback_query.register(deny, data.filter())
    desk_pages = F.page.in_({"admin", *views.PAGES})
    router.callback_query.register(deny, MenuCallback.filter(desk_pages))
    return router
