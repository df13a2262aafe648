"""A limit a person can reach only by flooding: 20 messages at once, 2 a second thereafter."""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import BaseMiddleware, Bot
from aiogram.types import TelegramObject, Update

from bot.domain.user import User
from bot.i18n import Texts

log = structlog.get_logger(__name__)

BURST = 20.0
PER_SECOND = 2.0
TRACKED = 50_000

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float
    warned: bool = False


class Flood(BaseMiddleware):
    """Drops what comes faster; the person is told once each time, not once a message."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Take the clock, in seconds."""
        self._clock = clock
        self._buckets: OrderedDict[int, _Bucket] = OrderedDict()

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Hand on what is within the limit."""
        user: User | None = data.get("user")
        if user is None or user.role.is_admin or self._take(user.telegram_id):
            return await handler(event, data)  # an editor's two albums are twenty messages at once
        await self._warn(self._buckets[user.telegram_id], event, data)
        return None

    def _take(self, person: int) -> bool:
        now = self._clock()
        bucket = self._buckets.setdefault(person, _Bucket(BURST, now))
        self._buckets.move_to_end(person)
        if len(self._buckets) > TRACKED:
            self._buckets.popitem(last=False)
        bucket.tokens = min(BURST, bucket.tokens + (now - bucket.at) * PER_SECOND)
        bucket.at = now
        if bucket.tokens < 1:
            return False
        bucket.tokens -= 1
        bucket.warned = False
        return True

    async def _warn(self, bucket: _Bucket, event: TelegramObject, data: dict[str, Any]) -> None:
        if bucket.warned or not isinstance(event, Update):
            return
        bucket.warned = True
        texts: Texts = data["texts"]
        bot: Bot = data["bot"]
        log.warning("flood", user_id=data["user"].telegram_id)
        if event.callback_query is not None:
            await event.callback_query.answer(texts.plain("error-slow-down"))
        elif (chat := data.get("event_chat")) is not None and chat.type == "private":
            await bot.send_message(chat.id, texts("error-slow-down"))
