"""Replies count against Telegram's limit too, go before bulk messages, and are sent again when Telegram refuses one."""

import asyncio
from collections.abc import Awaitable, Callable
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

TRIES = 3
LONGEST_WAIT = 30.0
"""Seconds that a refused reply is held at most: later it would answer nothing any more."""


class RepliesFirst(BaseRequestMiddleware):
    """Takes a reply's slot for every message that leaves through aiogram."""

    def __init__(self, limiter: Limiter, sleep: Callable[[float], Awaitable[object]] = asyncio.sleep) -> None:
        """Take the limiter of the process."""
        self._limiter, self._sleep = limiter, sleep

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType] | Any:
        """Wait for the slot, which is there at once unless replies alone fill the second; a refusal is waited out."""
        name = method.__api_method__
        if not name.startswith(COUNTED) or name in UNCOUNTED:
            return await make_request(bot, method)
        chat = getattr(method, "chat_id", None)
        for _ in range(TRIES - 1):
            try:
                return await self._send(make_request, bot, method, chat)
            except TelegramRetryAfter as error:
                if error.retry_after > LONGEST_WAIT:
                    raise
                await self._sleep(error.retry_after)
        return await self._send(make_request, bot, method, chat)

    async def _send(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
        chat: Any,
    ) -> Response[TelegramType] | Any:
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
