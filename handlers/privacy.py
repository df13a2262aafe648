"""One's own data: what is kept, a copy of it, and its end."""

import json

from aiogram import Bot, F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.domain.user import User
from bot.i18n import Texts
from bot.services.conversations import Conversations
from bot.services.users import Users
from bot.telegram.callbacks import MenuCallback, PrivacyCallback
from bot.telegram.filters import Named
from bot.telegram.reply import send, show
from bot.telegram.views import privacy as views


async def show_privacy(message: Message, texts: Texts) -> None:
    """Tell what is kept."""
    await send(message, views.privacy_page(texts, private=message.chat.type == "private"))


async def open_privacy(query: CallbackQuery, texts: Texts) -> None:
    """Tell what is kept, from a button."""
    await query.answer()
    await show(query, views.privacy_page(texts))


async def send_mydata(message: Message, bot: Bot, user: User, users: Users, texts: Texts) -> None:
    """Send everything kept of the person as a file."""
    await _send_file(bot, user, users, texts)


async def open_mydata(query: CallbackQuery, bot: Bot, user: User, users: Users, texts: Texts) -> None:
    """Send everything kept of the person, from a button."""
    await query.answer()
    await _send_file(bot, user, users, texts)


async def ask_forget(message: Message, user: User, texts: Texts) -> None:
    """Ask before deleting."""
    await send(message, views.ask_forget(texts, user))


async def open_forget(query: CallbackQuery, user: User, texts: Texts) -> None:
    """Ask before deleting, from a button."""
    await query.answer()
    await show(query, views.ask_forget(texts, user))


async def forget(
    query: CallbackQuery,
    user: User,
    users: Users,
    texts: Texts,
    state: FSMContext,
    conversations: Conversations,
) -> None:
    """Delete everything at once."""
    await query.answer()
    await state.clear()
    await users.forget(user.telegram_id)
    conversations.forget(user.telegram_id)
    await show(query, views.forgotten(texts))


async def keep(query: CallbackQuery, texts: Texts) -> None:
    """Delete nothing."""
    await query.answer()
    await show(query, views.kept(texts))


async def _send_file(bot: Bot, user: User, users: Users, texts: Texts) -> None:
    """Send the file to the person alone, also when they asked in a group."""
    data = await users.mydata(user.telegram_id)
    content = json.dumps(data or {}, ensure_ascii=False, indent=2, default=str).encode()
    await bot.send_document(
        user.telegram_id, BufferedInputFile(content, "sapar-mydata.json"), caption=texts("privacy-mydata")
    )


async def only_private(message: Message, texts: Texts) -> None:
    """Say in a group that this is between the bot and one person."""
    await send(message, views.only_private(texts))


def build_router() -> Router:
    """Return the routes of this feature. Buttons in a group can be tapped by anybody: nothing is deleted there."""
    router = Router(name="privacy")
    router.message.register(show_privacy, Named("privacy"))
    router.message.register(send_mydata, Named("mydata"), F.chat.type == "private")
    router.message.register(ask_forget, Named("forget"), F.chat.type == "private")
    for personal in ("mydata", "forget", "settings", "feedback"):
        router.message.register(only_private, Named(personal), F.chat.type != "private")
    query, private = router.callback_query, F.message.chat.type == "private"
    query.register(open_privacy, MenuCallback.filter(F.page == "privacy"), private)
    query.register(open_mydata, PrivacyCallback.filter(F.act == "mydata"), private)
    query.register(open_forget, PrivacyCallback.filter(F.act == "forget"), private)
    query.register(forget, PrivacyCallback.filter(F.act == "yes"), private)
    query.register(keep, PrivacyCallback.filter(F.act == "no"), private)
    return router
