"""The watch: looks at feeds in their time, keeps what concerns the editors, and has them told.

Each look stands alone: whatever a server does to one harms no other. Looks that end within a few seconds of each other
make one round, at the end of which the editors are told, so that several reports of one event make one message.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from bot.domain.look import Brought, Fetched, Looked, Report
from bot.domain.watch import Feed, Item, Outcome
from bot.services.folding import Folding
from bot.services.news_telling import FAILURES, Telling
from bot.services.watch_ports import Fetch, IntakeStore, Judge, LookStore, SameEvent, Tell
from bot.services.watch_schedule import next_look

log = structlog.get_logger(__name__)

AT_ONCE = 4
PAUSE = 1.0
"""Seconds between two rounds."""

PATIENCE = 3.0
"""Seconds that a round waits for its looks; a slower one belongs to a later round."""

TAKEN = timedelta(minutes=1)
"""How long a feed is one process's own: longer than a look takes."""

FIRST_LOOK_BACK = timedelta(days=7)
"""At the first look, what is older is no news."""

RECHECK = 60.0
"""Seconds after which it is looked for news that nobody was told of, as another process may have left some."""


@dataclass(slots=True)
class Watch:
    """Looks at the feeds of a database every `interval`; made whole by what is handed in.

    looked: how many looks ended in which outcome, since the start. chance: a random number, 0..1.
    """

    looks: LookStore
    intake: IntakeStore
    fetch: Fetch
    judge: Judge
    same_event: SameEvent
    tell: Tell
    interval: timedelta
    clock: Callable[[], datetime]
    chance: Callable[[], float]
    pause: float = PAUSE
    looked: Counter[str] = field(default_factory=Counter)
    _flights: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    _telling: Telling = field(init=False)
    _heard: int = 1  # grows whenever there may be something to tell
    _passed_on: int = 0  # what it was when all had been told
    _told_at: float = 0.0

    def __post_init__(self) -> None:
        """Make what tells."""
        self._telling = Telling(self.looks, self.intake, self.tell, self.clock)

    async def run(self) -> None:
        """Watch until cancelled; looks in hand are then given back."""
        self._flights = {}
        self._heard += 1
        try:
            async with asyncio.TaskGroup() as group:
                while True:
                    await self._round(group)
                    await asyncio.sleep(self.pause)
        finally:
            await self._give_back()

    async def _round(self, group: asyncio.TaskGroup) -> None:
        """Look at what is due now, a few at once, and tell what the looks that ended in time have brought."""
        began, due = time.monotonic(), self.clock()
        mine: set[asyncio.Task[None]] = set()
        while (left := PATIENCE - (time.monotonic() - began)) > 0:
            mine |= await self._start(group, due)
            if not mine:
                break
            _, mine = await asyncio.wait(mine, timeout=left, return_when=asyncio.FIRST_COMPLETED)
        await self._pass_on()

    async def _pass_on(self) -> None:
        """Tell the editors when there is something new, and now and then in case there is."""
        if not self._has_news and time.monotonic() - self._told_at < RECHECK:
            return
        heard, self._told_at = self._heard, time.monotonic()  # a look may end while they are told
        if await self._telling.run():
            self._passed_on = heard

    @property
    def _has_news(self) -> bool:
        return self._heard != self._passed_on

    async def _start(self, group: asyncio.TaskGroup, due: datetime) -> set[asyncio.Task[None]]:
        free = AT_ONCE - len(self._flights)
        feeds = await self.looks.claim(due, self.clock() + TAKEN, free) if free > 0 else ()
        feeds = [feed for feed in feeds if feed.id not in self._flights]  # taken longer than a minute, and now anew
        for feed in feeds:
            self._flights[feed.id] = group.create_task(self._fly(feed), name=f"look at {feed.url}")
        return {self._flights[feed.id] for feed in feeds}

    async def _fly(self, feed: Feed) -> None:
        try:
            await self._look(feed)
        except Exception:
            log.exception("a look was lost", feed=feed.name)
            self.looked["lost"] += 1
        self._flights.pop(feed.id, None)

    async def _look(self, feed: Feed) -> None:
        fetched = await self.fetch(feed)
        if fetched.outcome is Outcome.READ:
            self._note(await self._take(feed, fetched.items))
        settled = await self.looks.settle(self._looked(feed, fetched))
        self.looked[str(fetched.outcome)] += 1
        if settled is not None and _is_news(settled):
            self._heard += 1
        if not fetched.outcome.is_good:
            log.info("a feed fails", feed=feed.name, outcome=str(fetched.outcome), detail=fetched.detail)

    async def _take(self, feed: Feed, items: Sequence[Item]) -> Brought:
        known = await self.intake.known(feed.id, [item.key for item in items])
        reports, unjudged = [], set[str]()
        for item in self._to_judge(feed, [item for item in items if item.key not in known]):
            await asyncio.sleep(0)  # people are answered between two items
            try:
                judgement = self.judge(item)
            except Exception:  # it is judged again at the next look, by a better judge perhaps
                log.exception("an item could not be judged", feed=feed.name, key=item.key)
                unjudged.add(item.key)
                continue
            if judgement is not None:
                reports.append(Report(item, judgement))
        keys = [item.key for item in items if item.key not in unjudged]
        if not keys:
            return Brought()
        return await self.intake.take(feed.id, keys, reports, Folding(self.same_event), self.clock())

    def _to_judge(self, feed: Feed, items: Sequence[Item]) -> list[Item]:
        if feed.succeeded_at is not None:
            return list(items)
        since = self.clock() - FIRST_LOOK_BACK
        return [item for item in items if item.published is not None and item.published >= since]

    def _note(self, brought: Brought) -> None:
        if brought.new or brought.extended:
            self._telling.extended.update(brought.extended)
            self._heard += 1

    def _looked(self, feed: Feed, fetched: Fetched) -> Looked:
        now = self.clock()
        failures = 0 if fetched.outcome.is_good else feed.failures + 1
        after = next_look(now, self.interval, failures, self.chance(), fetched.retry_after)
        dates = [date for date in (feed.newest_item_at, *(item.published for item in fetched.items)) if date]
        newest = max(dates, default=None)
        return Looked(feed.id, now, fetched.outcome, after, fetched.etag, fetched.last_modified, newest, fetched.detail)

    async def _give_back(self) -> None:
        if not self._flights:
            return
        try:
            await self.looks.release(tuple(self._flights), self.clock())
        except Exception:  # they are due again a minute after they were taken
            log.warning("looks in hand could not be given back")


def _is_news(feed: Feed) -> bool:
    """Tell whether the editors may have to hear of how a feed fares now."""
    if feed.failures:
        return feed.failures >= FAILURES and feed.told_failing_at is None
    return feed.told_failing_at is not None
