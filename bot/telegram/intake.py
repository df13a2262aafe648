"""Updates on their way in: parsed one by one, in order within a chat, side by side between chats."""

import asyncio
from collections import deque
from collections.abc import Coroutine
from typing import Any, Protocol

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError

log = structlog.get_logger(__name__)

AT_ONCE = 100
"""Updates handled side by side; further ones wait, and so does polling."""


class Spawner(Protocol):
    """Starts background work under a name; bot.tasks.Supervisor is one."""

    def spawn(self, name: str, work: Coroutine[Any, Any, Any]) -> "asyncio.Task[Any]":
        """Run this once."""
        ...


class Intake:
    """Feeds raw updates to the dispatcher. One that can't be parsed is logged and skipped: the next are served."""

    def __init__(self, dispatcher: Dispatcher, bot: Bot, tasks: Spawner) -> None:
        """Take where updates go."""
        self._dispatcher, self._bot, self._tasks = dispatcher, bot, tasks
        self._waiting: dict[int, deque[Update]] = {}
        self._places = asyncio.Semaphore(AT_ONCE)
        self._idle = asyncio.Event()
        self._idle.set()

    async def take(self, raw: object) -> bool:
        """Accept one update as Telegram sent it; False when it can't be parsed. Waits while many are in hand."""
        update = self._parse(raw)
        if update is None:
            return False
        chat = _chat_of(update)
        if chat in self._waiting:
            self._waiting[chat].append(update)
            return True
        await self._places.acquire()
        self._waiting.setdefault(chat, deque()).append(update)
        if len(self._waiting[chat]) > 1:  # another one of this chat came while we waited for a place
            self._places.release()
            return True
        self._idle.clear()
        self._tasks.spawn("update", self._serve(chat))
        return True

    @property
    def in_hand(self) -> int:
        """Return how many chats' updates are being handled."""
        return len(self._waiting)

    async def drain(self, seconds: float) -> bool:
        """Wait until everything taken is handled; False when that takes longer than so many seconds."""
        try:
            async with asyncio.timeout(seconds):
                await self._idle.wait()
        except TimeoutError:
            return False
        return True

    def _parse(self, raw: object) -> Update | None:
        try:
            update = Update.model_validate(raw, context={"bot": self._bot})
            _ = update.event_type
            return update
        except UpdateTypeLookupError:  # newer than our aiogram, or empty
            log.info("update of an unknown kind: skipped", update_id=update.update_id)
            return None
        except ValidationError as error:
            update_id = raw.get("update_id") if isinstance(raw, dict) else None
            log.warning("update can't be parsed: skipped", update_id=update_id, problems=error.error_count())
            return None

    async def _serve(self, chat: int) -> None:
        queue = self._waiting[chat]
        try:
            while queue:
                try:
                    await self._dispatcher.feed_update(self._bot, queue[0])
                except Exception:
                    log.exception("update failed outside the error boundary", update_id=queue[0].update_id)
                queue.popleft()
        finally:
            del self._waiting[chat]
            self._places.release()
            if not self._waiting:
                self._idle.set()


def _chat_of(update: Update) -> int:
    """Return whose turn it is: the chat, else the person, else the update itself."""
    try:
        event = update.event
    except UpdateTypeLookupError:  # a kind of update newer than our aiogram
        return -update.update_id
    message = getattr(event, "message", None)
    for place in (getattr(event, "chat", None), getattr(message, "chat", None), getattr(event, "from_user", None)):
        if place is not None:
            return int(place.id)
    return -update.update_id
