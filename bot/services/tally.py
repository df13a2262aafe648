"""How often what was asked: since the start for the metrics, by day for the statistics."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain.language import Language


class TallyStore(Protocol):
    """What this needs of a database."""

    async def add(self, counts: Mapping[tuple[date, str, str], int]) -> None:
        """Add to the counts by day, intent and language."""
        ...


@dataclass(slots=True)
class Tally:
    """Counts questions in memory and writes them in batches. zone: in which a day begins and ends.

    since_start: by intent and language, of this process.
    """

    store: TallyStore
    clock: Callable[[], datetime]
    zone: ZoneInfo
    since_start: Counter[tuple[str, str]] = field(default_factory=Counter)
    _unwritten: Counter[tuple[date, str, str]] = field(default_factory=Counter)

    def count(self, intent: str, language: Language) -> None:
        """Count a question, on the day it was asked."""
        day = self.clock().astimezone(self.zone).date()
        self.since_start[intent, str(language)] += 1
        self._unwritten[day, intent, str(language)] += 1

    async def flush(self) -> None:
        """Write what was counted since the last time: run every few seconds. What fails is written the next time."""
        counts, self._unwritten = self._unwritten, Counter()
        if not counts:
            return
        try:
            await self.store.add(counts)
        except BaseException:
            self._unwritten += counts
            raise
