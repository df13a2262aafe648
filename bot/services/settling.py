"""Writes what became of deliveries: group commit without a timer.

It writes as soon as one outcome is there and takes all that have come meanwhile: so its batches grow only under
load, and what a crash could double is what came within the last write.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from bot.domain.campaign import DeliveryState
from bot.domain.delivery import Claimed, Settled
from bot.services.delivery_ports import DeliveryStore

log = structlog.get_logger(__name__)

BACKLOG = 2000
"""Unwritten outcomes above which sending waits for the database."""

RETRY_AFTER = 0.5


@dataclass(slots=True)
class Settler:
    """Settles rows durably. given_back: told which campaigns have rows to claim again."""

    store: DeliveryStore
    given_back: Callable[[int], None]
    in_hand: Counter[int] = field(default_factory=Counter)
    _outcomes: list[Settled] = field(default_factory=list)
    _some: asyncio.Event = field(default_factory=asyncio.Event)
    _room: asyncio.Event = field(default_factory=asyncio.Event)
    _closing: bool = False

    def took(self, rows: Iterable[Claimed]) -> None:
        """Note rows that were claimed: they are in hand until they are settled."""
        self.in_hand.update(row.campaign_id for row in rows)

    def add(self, *settled: Settled) -> None:
        """Settle these rows soon."""
        self.store.note(settled)
        self._outcomes.extend(settled)
        self._some.set()

    async def room(self) -> None:
        """Wait while the database can't keep up."""
        while len(self._outcomes) > BACKLOG:
            self._room.clear()
            await self._room.wait()

    async def run(self) -> None:
        """Write outcomes until closed; a failing database is tried again, nothing is forgotten meanwhile."""
        while not (self._closing and not self._outcomes):
            await self._some.wait()
            self._some.clear()
            try:
                await self._write()
            except Exception:
                log.exception("deliveries could not be settled: trying again", rows=len(self._outcomes))
                await asyncio.sleep(RETRY_AFTER)
                self._some.set()
                if self._closing:
                    raise

    def close(self) -> None:
        """Let `run` end once everything is written."""
        self._closing = True
        self._some.set()

    async def _write(self) -> None:
        batch, self._outcomes = self._outcomes, []
        if not batch:
            return
        try:
            await self.store.settle(batch)
        except BaseException:
            self._outcomes = batch + self._outcomes
            raise
        self._room.set()
        self.in_hand.subtract(one.campaign_id for one in batch)
        for campaign_id in {one.campaign_id for one in batch if one.state is DeliveryState.PENDING}:
            self.given_back(campaign_id)


def given_back(row: Claimed, now: datetime) -> Settled:
    """Return what a row becomes that was claimed and not sent: who has waited his time does not wait again."""
    if row.held:
        return Settled(row.campaign_id, row.user_id, DeliveryState.HELD, not_before=now)
    return Settled(row.campaign_id, row.user_id, DeliveryState.PENDING)
