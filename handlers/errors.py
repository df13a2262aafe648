"""The one error boundary, narrow to wide."""

from collections.abc import Awaitable
from typing import Any

import structlog
from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import ErrorEvent

from bot.domain.user import User, UserState
from bot.i18n import Texts
from bot.services.users import Users

log = structlog.get_logger(__name__)

HARMLESS = ("message is not modified", "query is too old", "message to delete not found")


async def blocked(event: ErrorEvent, users: Users, user: User | None = None) -> None:
    """The person blocked the bot while it was answering: mark them."""
    if user is not None:
        await users.set_state(user.telegram_id, UserState.BLOCKED)


async def bad_request(event: ErrorEvent, bot: Bot, texts: Texts | None = None, user: User | None = None) -> None:
    """Let a double tap pass; anything else Telegram refused is our mistake."""
    if not any(text in str(event.exception) for text in HARMLESS):
        await unexpected(event, bot, texts, user)


async def unexpected(event: ErrorEvent, bot: Bot, texts: Texts | None = None, user: User | None = None) -> None:
    """Log with update and user, and say sorry in the person's language."""
    log.error(
        "update failed",
        update_id=event.update.update_id,
        user_id=user.telegram_id if user else None,
        exc_info=event.exception,
    )
    if texts is None or user is None:
        return
    if event.update.callback_query is not None:
        await _try(event.update.callback_query.answer(texts.plain("error-sorry"), show_alert=True))
    elif (message := event.update.message or event.update.edited_message) is not None:
        await _try(bot.send_message(message.chat.id, texts("error-sorry")))


async def _try(sending: Awaitable[Any]) -> None:
    try:
        await sending
    except Exception:
        log.warning("could not say sorry", exc_info=True)


def build_router() -> Router:
    """Return the routes of this feature."""
    router = Router(name="errors")
    router.errors.register(blocked, ExceptionTypeFilter(TelegramForbiddenError))
    router.errors.register(bad_request, ExceptionTypeFilter(TelegramBadRequest))
    router.errors.register(unexpected)
    return router
