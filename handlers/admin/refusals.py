"""What nobody at the desk took: commands and buttons tried without the right to them, forged, or long done.

A stranger is answered as if the desk did not exist; what was tried is in the log.
"""

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.domain.user import Role, User
from bot.i18n import Texts
from bot.services.refusals import Refusal, Refusals
from bot.telegram.callbacks import MenuCallback
from bot.telegram.commands import OWNERS_ONLY, find_command, split_command
from bot.telegram.desk_callbacks import DESK_PREFIXES, OWNERS_PREFIXES
from bot.telegram.filters import HasRole
from bot.telegram.reply import Reply, send
from bot.telegram.views.admin import PAGES


class DeskCommand(Filter):
    """A command of the desk in any spelling, meant for this bot."""

    async def __call__(self, message: Message, bot_name: str = "") -> bool:
        """Tell whether the message is one."""
        spelling, mention, _ = split_command(message.text or message.caption or "") or ("", "", "")
        command = find_command(spelling)
        is_meant = mention.lower() == bot_name.lower() if mention else message.chat.type == "private"
        return command is not None and command.place == "desk" and is_meant


class DeskButton(Filter):
    """A button of the desk, whether what it carries can be read or not. owners: one that editors may not press."""

    def __init__(self, *, owners: bool = False) -> None:
        """Take which buttons are let through."""
        self.prefixes = OWNERS_PREFIXES if owners else DESK_PREFIXES
        self.pages = frozenset(OWNERS_ONLY if owners else ("admin", *PAGES))

    async def __call__(self, query: CallbackQuery) -> bool:
        """Tell whether it is one."""
        prefix, _, value = (query.data or "").partition(":")
        return prefix in self.prefixes or (prefix == MenuCallback.__prefix__ and value in self.pages)


async def refuse_command(message: Message, user: User, texts: Texts, refusals: Refusals) -> None:
    """Tell an editor that this is the owners'; tell anybody else what an unknown command gets."""
    attempt = message.text or message.caption or ""
    if message.chat.type == "private" or user.role is Role.USER:
        await refusals.note(user.telegram_id, user.role, Refusal.RIGHTS, attempt)
    await send(message, Reply(texts("error-owners-only" if user.role is Role.EDITOR else "command-unknown")))


async def refuse_button(query: CallbackQuery, user: User, texts: Texts, refusals: Refusals) -> None:
    """Answer somebody whom the button is not for, such as a former editor."""
    await refusals.note(user.telegram_id, user.role, Refusal.RIGHTS, query.data or "")
    key = "error-owners-only" if user.role is Role.EDITOR else "error-not-yours"
    await query.answer(texts.plain(key), show_alert=True)


async def refuse_forged(query: CallbackQuery, user: User, texts: Texts, refusals: Refusals) -> None:
    """Answer a button that says what none of ours does."""
    await refusals.note(user.telegram_id, user.role, Refusal.FORGED, query.data or "")
    await query.answer(texts.plain("error-old-button"), show_alert=True)


def build_router() -> Router:
    """Return the routes that come after all others of the desk."""
    router = Router(name="admin-refusals")
    router.message.register(refuse_command, HasRole(Role.USER, Role.EDITOR), DeskCommand())
    router.callback_query.register(refuse_button, HasRole(Role.USER), DeskButton())
    router.callback_query.register(refuse_button, HasRole(Role.EDITOR), DeskButton(owners=True))
    router.callback_query.register(refuse_forged, DeskButton())
    return router
