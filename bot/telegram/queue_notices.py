"""Tells the editors that people wrote: at most once an hour, without a sound."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Protocol

from bot.domain.user import Role
from bot.i18n import Texts
from bot.services.queue import Queue
from bot.telegram.notices import Notices
from bot.telegram.reply import Reply
from bot.telegram.views import queue as views

EVERY = timedelta(hours=1)
CHORE = "queue notice"
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Chores(Protocol):
    """Where it is kept when something was done last."""

    async def last(self, name: str) -> datetime | None:
        """Return when a chore was done last, None when it never was."""
        ...

    async def claim(self, name: str, every: timedelta, at: datetime) -> bool:
        """Tell whether a chore is due, and take it."""
        ...


@dataclass(frozen=True, slots=True)
class QueueNotices:
    """Looks now and then whether people wrote since the last notice."""

    queue: Queue
    notices: Notices
    chores: Chores
    clock: Callable[[], datetime]

    async def look(self) -> None:
        """Tell the editors how much is new, if anything is and the hour has passed."""
        told = await self.chores.last(CHORE) or NEVER
        moment = self.clock()
        if moment - told < EVERY:
            return
        count = await self.queue.reports.newer(told)
        if count and await self.chores.claim(CHORE, EVERY, moment):
            await self.notices.tell(partial(_draw, count), silent=True)


def _draw(count: int, texts: Texts, _: Role) -> Reply:
    return views.new_ones(texts, count)
