"""Replies count against Telegram's limit too, and go before bulk messages."""

from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter
from aiogram.methods import TelegramMethod
from aiogram.methods.base import Response, TelegramType

from bot.telegram.pacing import Limiter

COUNTED = ("send", "copy", "forward", "edit")
"""Beginnings of the methods that Telegram counts as messages."""

UNCOUNTED = ("sendChatAction",)


class RepliesFirst(BaseRequestMiddleware):
    """Takes a reply's slot for every message that leaves through aiogram."""

    def __init__(self, limiter: Limiter) -> None:
        """Take the limiter of the process."""
        self._limiter = limiter

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType] | Any:
        """Wait for the slot, which is there at once unless replies alone fill the second."""
        name = method.__api_method__
        if not name.startswith(COUNTED) or name in UNCOUNTED:
            return await make_request(bot, method)
        chat = getattr(method, "chat_id", None)
        slot, answered = await self._limiter.reply(chat if isinstance(chat, int | str) else 0), True
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter as error:
            if isinstance(chat, int) and chat > 0:  # a group has a limit of its own
                self._limiter.pause(error.retry_after)
            raise
        except TelegramNetworkError:
            answered = False
            raise
        finally:
            self._limiter.land(slot, answered=answered)
