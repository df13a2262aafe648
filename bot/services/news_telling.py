"""Tells the editors what the watch has found: late rather than never, and twice only if it dies in the middle."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from bot.domain.watch import Feed, NewsDraft, Outcome
from bot.services.watch_ports import IntakeStore, LookStore, Tell

log = structlog.get_logger(__name__)

FAILURES = 2
"""Failed looks in a row of which the editors are told: one is a hiccup."""

AT_ONCE = 200
LEAST_OFFLINE = 3
"""So many feeds must all be out of reach for it to be our own network that is."""


@dataclass(slots=True)
class Telling:
    """Reads from the database what is untold, tells it, and notes that. One process at a time does."""

    looks: LookStore
    intake: IntakeStore
    tell: Tell
    clock: Callable[[], datetime]
    extended: set[int] = field(default_factory=set)
    """Drafts that gained a source: those that editors see are drawn anew."""

    _is_offline: bool = False

    async def run(self) -> bool:
        """Tell what there is; False when some of it is left for later."""
        if not (self.extended or await self._has_untold()):
            return True
        if not await self.intake.begin_telling(self.clock()):
            return False
        await self._redraw()
        done = await self._drafts() and await self._feeds()
        if done:  # else this process keeps its turn, which ends by itself: a fault is not repeated every second
            await self.intake.end_telling()
        return done

    async def _has_untold(self) -> bool:
        return bool(await self.intake.untold(1) or await self._failing() or await self.looks.recovered_untold())

    async def _redraw(self) -> None:
        drafts = await self.intake.shown(self.extended) if self.extended else ()
        self.extended.clear()
        for draft in drafts:
            await self._told(self.tell.extended(draft), draft=draft.id)

    async def _drafts(self) -> bool:
        while drafts := await self.intake.untold(AT_ONCE):
            if not await self._told(self.tell.drafts(drafts), drafts=_ids(drafts)):
                return False
            await self.intake.told(_ids(drafts), self.clock())
        return True

    async def _feeds(self) -> bool:
        for feed in await self._failing():
            if not await self._told(self.tell.failing(feed), feed=feed.name):
                return False
            await self.looks.told_failing(feed.id, self.clock())
        for feed in await self.looks.recovered_untold():
            if not await self._told(self.tell.recovered(feed), feed=feed.name):
                return False
            await self.looks.told_failing(feed.id, None)
        return True

    async def _failing(self) -> Sequence[Feed]:
        """Return the feeds that fail untold; none while nothing at all can be reached, which is no fault of theirs."""
        failing = await self.looks.failing_untold(FAILURES)
        if not failing:
            return ()
        looked = [feed for feed in await self.looks.awake() if feed.outcome]
        offline = len(looked) >= LEAST_OFFLINE and all(feed.outcome == Outcome.UNREACHABLE for feed in looked)
        if offline and not self._is_offline:
            log.warning("no feed can be reached: the network of this machine?", feeds=len(looked))
        self._is_offline = offline
        return () if offline else failing

    async def _told(self, telling: Awaitable[None], **what: object) -> bool:
        try:
            await telling
        except Exception:
            log.exception("the editors could not be told", **what)
            return False
        return True


def _ids(drafts: Sequence[NewsDraft]) -> list[int]:
    return [draft.id for draft in drafts]
