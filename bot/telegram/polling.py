"""Long polling with our own loop: aiogram's stops at an update that it can't parse."""

import asyncio

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramConflictError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod

from bot.telegram.intake import Intake

log = structlog.get_logger(__name__)

TIMEOUT = 30
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
CONFLICT = "another installation takes this bot's updates: stop one of the two; this one asks again in half a minute"


class RawUpdates(TelegramMethod[list[object]]):
    """getUpdates whose answer stays as it came, so that one odd update spoils no batch."""

    __returning__ = list[object]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int = TIMEOUT
    allowed_updates: list[str] | None = None


class Polling:
    """Asks Telegram for updates until cancelled, and confirms what was taken when it ends."""

    def __init__(self, bot: Bot, intake: Intake, allowed_updates: list[str], *, wait: int = TIMEOUT) -> None:
        """Take the bot and where updates go; wait: seconds of one long poll."""
        self._bot, self._intake, self._allowed, self._wait = bot, intake, allowed_updates, wait
        self._offset: int | None = None
        self.polled = asyncio.Event()

    async def run(self) -> None:
        """Poll; a failing Telegram is asked again after a growing pause."""
        pause = FIRST_PAUSE
        while True:
            try:
                await self._poll()
                pause = FIRST_PAUSE
            except TelegramUnauthorizedError:
                raise
            except TelegramConflictError as error:
                self.polled.clear()
                log.warning(CONFLICT, telegram=error.message)
                await asyncio.sleep(LONGEST_PAUSE)
            except TelegramRetryAfter as error:
                await asyncio.sleep(error.retry_after)
            except (TelegramAPIError, OSError, TimeoutError) as error:
                self.polled.clear()
                log.warning("polling failed", error=type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)

    async def confirm(self) -> None:
        """Tell Telegram what was taken, so that it is not sent again at the next start."""
        if self._offset is not None:
            try:
                await self._bot(RawUpdates(offset=self._offset, timeout=0), request_timeout=3)
            except (TelegramAPIError, OSError, TimeoutError):
                log.warning("could not confirm the last updates")

    async def _poll(self) -> None:
        updates = await self._bot(
            RawUpdates(offset=self._offset, timeout=self._wait, allowed_updates=self._allowed),
            request_timeout=self._wait + 10,
        )
        self.polled.set()
        for raw in updates:
            await self._intake.take(raw)
            self._offset = max(self._offset or 0, _id_of(raw) + 1)


def _id_of(raw: object) -> int:
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if isinstance(number, int) else -1
