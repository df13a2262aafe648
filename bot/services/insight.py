"""What the desk's statistics show: numbers, what people ask in vain, facts that grow old."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.destination import Destination
from bot.domain.statistics import Statistics
from bot.services.catalogue import CatalogueHolder
from bot.services.queue import Missed, MissedStore

OLD = timedelta(days=365)
"""Facts that nobody confirmed for longer than this carry a warning on their cards."""

SOON = timedelta(days=300)
"""Facts older than this will need a look before long."""

NOT_UNDERSTOOD = "not_understood"


class NumberStore(Protocol):
    """What this needs of a database."""

    async def read(self, moment: datetime) -> Statistics:
        """Return the numbers as of this moment."""
        ...


@dataclass(frozen=True, slots=True)
class Insight:
    """Statistics as shown. asked, missed: questions since the start of this process.

    top_missed: open questions, the most asked first; old, aging: destinations by how long ago they were confirmed.
    """

    numbers: Statistics
    asked: int
    missed: int
    top_missed: Sequence[Missed]
    old: tuple[Destination, ...]
    aging: tuple[Destination, ...]


@dataclass(frozen=True, slots=True)
class Insights:
    """Gathers the statistics. counts: questions by intent, as bot.services.questions counts them."""

    store: NumberStore
    questions: MissedStore
    counts: Mapping[str, int]
    holder: CatalogueHolder
    clock: Callable[[], datetime]

    async def gather(self, top: int = 5) -> Insight:
        """Return everything as of now, with so many of the questions asked in vain."""
        moment = self.clock()
        missed = self.counts.get(NOT_UNDERSTOOD, 0)
        by_age = sorted(self.holder.current.destinations.values(), key=lambda one: (one.confirmed_on, one.iso2))
        today = moment.date()
        return Insight(
            await self.store.read(moment),
            asked=sum(self.counts.values()),
            missed=missed,
            top_missed=await self.questions.top(top),
            old=tuple(one for one in by_age if today - one.confirmed_on > OLD),
            aging=tuple(one for one in by_age if SOON < today - one.confirmed_on <= OLD),
        )
