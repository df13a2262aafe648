"""Updates that wait to be fetched."""

import asyncio
from collections import deque
from typing import Any

from bot.playground.errors import Refusal

NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
Update = dict[str, Any]


class Updates:
    """The queue behind getUpdates: what is below the offset is confirmed and forgotten."""

    def __init__(self, keep: int = 100_000) -> None:
        """Take how many to hold; beyond that the oldest are lost."""
        self._waiting: deque[Update] = deque(maxlen=keep)
        self._allowed: frozenset[str] | None = None
        self._last = 0
        self._poll = 0
        self._released = False
        self._arrived = asyncio.Condition()

    def __len__(self) -> int:
        """Return how many wait."""
        return len(self._waiting)

    def number(self, kind: str, content: dict[str, Any]) -> Update:
        """Return a new update with the next id; it doesn't wait for anybody yet."""
        self._last += 1
        return {"update_id": self._last, kind: content}

    def allow(self, kinds: list[str]) -> None:
        """Keep only these kinds from now on; an empty list means all but the rare ones."""
        self._allowed = frozenset(kinds) or None

    async def put(self, update: Update) -> None:
        """Let an update wait, if its kind is wanted."""
        kind = next(key for key in update if key != "update_id")
        wanted = kind not in NOT_BY_DEFAULT if self._allowed is None else kind in self._allowed
        if wanted:
            async with self._arrived:
                self._waiting.append(update)
                self._arrived.notify_all()

    def drop(self) -> None:
        """Forget all that wait."""
        self._waiting.clear()

    async def fetch(self, offset: int, limit: int, wait: float) -> list[Update]:
        """Return the updates from the offset on, waiting up to `wait` seconds for the first.

        A negative offset means so many from the end. A newer poll ends this one with a 409.
        """
        self._poll += 1
        mine = self._poll
        async with self._arrived:
            self._arrived.notify_all()
            self._confirm(offset)
            try:
                async with asyncio.timeout(wait):
                    await self._arrived.wait_for(lambda: self._waiting or self._released or self._poll != mine)
            except TimeoutError:
                return []
            if self._poll != mine:
                raise Refusal(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                )
            return list(self._waiting)[:limit]

    async def release(self) -> None:
        """End the polls that wait, with nothing."""
        async with self._arrived:
            self._released = True
            self._arrived.notify_all()

    async def take(self) -> Update:
        """Return the next update and forget it, waiting for it as long as it takes."""
        async with self._arrived:
            await self._arrived.wait_for(lambda: bool(self._waiting))
            return self._waiting.popleft()

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        while self._waiting and self._waiting[0]["update_id"] < offset:
            self._waiting.popleft()
