"""The statistics as last counted. Counting takes long where there are many people, so it is not done at each look."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.statistics import Statistics

SLOW = 0.5
"""Seconds of counting that nobody should have to wait for: from here on it is done ahead, every minute."""

KEPT = timedelta(seconds=90)
"""How old a slow count may be when it is shown: a minute, and the time that the next one takes."""

REST = 20
"""A quick count is kept so many times as long as it took, so that counting never takes more of the time than that."""


class NumberStore(Protocol):
    """What this needs of a database."""

    async def read(self, moment: datetime) -> Statistics:
        """Return the numbers as of this moment."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """Numbers, the moment they are of, and how many seconds counting took."""

    numbers: Statistics
    moment: datetime
    took: float

    @property
    def is_slow(self) -> bool:
        """Tell whether counting took longer than somebody should wait."""
        return self.took >= SLOW

    @property
    def kept(self) -> timedelta:
        """Return how long this is shown before it is counted again."""
        return KEPT if self.is_slow else timedelta(seconds=REST * self.took)


@dataclass(slots=True)
class Readings:
    """Counts when the last count is too old, once for all who wait for it."""

    store: NumberStore
    clock: Callable[[], datetime]
    timer: Callable[[], float] = time.monotonic
    _last: Reading | None = None
    _counting: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def current(self, at_most: timedelta | None = None) -> Reading:
        """Return the last count, or a new one if that is too old: older than at_most, or than it is worth keeping."""
        async with self._counting:
            last = self._last
            if last is not None and self.clock() - last.moment <= (last.kept if at_most is None else at_most):
                return last
            return await self._count()

    async def count_ahead(self) -> None:
        """Count if that takes long, or nobody knows yet: run every minute, so that nobody waits for it."""
        async with self._counting:
            if self._last is None or self._last.is_slow:
                await self._count()

    async def _count(self) -> Reading:
        moment, began = self.clock(), self.timer()
        numbers = await self.store.read(moment)
        self._last = Reading(numbers, moment, self.timer() - began)
        return self._last
