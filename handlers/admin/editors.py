"""/editors: owners add and remove the people who help them."""

from typing import Any

import structlog
from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message, MessageOriginHiddenUser, MessageOriginUser

from bot.domain.user import User
from bot.i18n import Texts, Translator
from bot.services.editors import Editors
from bot.services.refusals import Refusals
from bot.settings import Settings
from bot.telegram.callbacks import MenuCallback
from bot.telegram.desk_callbacks import EditorCallback
from bot.telegram.filters import OWNERS, Named
from bot.telegram.menu import DeskMenu
from bot.telegram.reply import Reply, send, show
from bot.telegram.views import admin as views

log = structlog.get_logger(__name__)


class Adding(StatesGroup):
    """An owner says who shall be an editor."""

    person = State()


async def show_editors(message: Message, texts: Texts, editors: Editors, state: FSMContext) -> None:
    """Show the editors."""
    await state.clear()
    await send(message, views.editors_page(texts, await editors.all()))


async def open_editors(query: CallbackQuery, texts: Texts, editors: Editors, state: FSMContext) -> None:
    """Show the editors, from a button."""
    await query.answer()
    await state.clear()
    await show(query, views.editors_page(texts, await editors.all()))


async def ask_person(query: CallbackQuery, texts: Texts, state: FSMContext) -> None:
    """Ask who shall be an editor."""
    await query.answer()
    await state.set_state(Adding.person)
    await show(query, views.ask_editor(texts))


async def add(
    message: Message,
    bot: Bot,
    user: User,
    texts: Texts,
    translator: Translator,
    settings: Settings,
    editors: Editors,
    desk_menu: DeskMenu,
    state: FSMContext,
) -> None:
    """Make an editor of the person that was named."""
    telegram_id, problem = _person(message)
    if telegram_id in settings.admin_ids:
        problem = "editors-owner"
    added = None
    if telegram_id is not None and not problem:
        added = await editors.add(telegram_id, user.telegram_id)
        problem = "" if added is not None else "editors-unknown"
    if added is None:
        await send(message, views.ask_editor(texts, problem))
        return
    await state.clear()
    await send(message, views.editor_changed(texts, "editors-added", added.telegram_id))
    await desk_menu.refresh(added.telegram_id)
    await _greet(bot, added.telegram_id, views.editor_welcome(translator[added.language]))


async def ask_remove(query: CallbackQuery, callback_data: EditorCallback, texts: Texts) -> None:
    """Ask before an editor is removed."""
    await query.answer()
    await show(query, views.ask_remove(texts, callback_data.id))


async def remove(
    query: CallbackQuery,
    callback_data: EditorCallback,
    user: User,
    texts: Texts,
    editors: Editors,
    desk_menu: DeskMenu,
    refusals: Refusals,
) -> None:
    """Remove an editor."""
    await query.answer()
    done = await editors.remove(callback_data.id, user.telegram_id)
    if done:
        await desk_menu.refresh(callback_data.id)
    else:
        await refusals.replay(user.telegram_id, user.role, query.data)
    await show(query, views.editor_changed(texts, "editors-removed" if done else "editors-not", callback_data.id))


def _person(message: Message) -> tuple[int | None, str]:
    """Return the id of the person a message names, or the key that says why there is none."""
    origin = message.forward_origin
    if isinstance(origin, MessageOriginUser):
        return (None, "editors-wrong") if origin.sender_user.is_bot else (origin.sender_user.id, "")
    if isinstance(origin, MessageOriginHiddenUser):
        return None, "editors-hidden"
    if message.contact is not None and message.contact.user_id is not None:
        return message.contact.user_id, ""
    written = (message.text or "").strip()
    if written.isascii() and written.isdigit() and len(written) <= 16:
        return int(written), ""
    return None, "editors-wrong"


async def _greet(bot: Bot, telegram_id: int, reply: Reply) -> None:
    try:
        await bot.send_message(telegram_id, reply.html)
    except TelegramAPIError as error:  # the rights are given even where the word of it does not arrive
        log.info("a new editor was not reached", user_id=telegram_id, error=error.message)


def _act(name: str) -> Any:
    return EditorCallback.filter(F.act == name)


def build_router() -> Router:
    """Return the routes of the editors."""
    router = Router(name="editors")
    router.message.register(show_editors, OWNERS, Named("editors"), F.chat.type == "private")
    router.message.register(add, OWNERS, Adding.person, ~F.text.startswith("/"))
    query = router.callback_query
    query.register(open_editors, OWNERS, MenuCallback.filter(F.page == "editors"))
    query.register(open_editors, OWNERS, _act("list"))
    query.register(ask_person, OWNERS, _act("add"))
    query.register(ask_remove, OWNERS, _act("remove"))
    query.register(remove, OWNERS, _act("remove-yes"))
    return router
