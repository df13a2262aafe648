"""The delivery loop: fan out, claim, send, settle (architecture, decision 3).

A row is claimed durably before it is sent, and settled durably before it could be claimed again. So a crash loses
nothing and doubles at most what was sent and not settled yet. Rows are given out in the order alerts, broadcasts,
digests; a paused campaign holds nobody up.
"""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from bot.domain.campaign import Campaign, CampaignKind, DeliveryState, Reason
from bot.domain.delivery import Claimed, Claims, Settled
from bot.services.channel import Channel
from bot.services.delivery_ports import CampaignFeed, Compose, DeliveryStore, LeadLostError, Sender
from bot.services.sending import Flights
from bot.services.settling import Settler, given_back

log = structlog.get_logger(__name__)

FIRST_SLICE, SLICE = 500, 5_000
"""Rows of a fan-out in one transaction: the first message must not wait for the millionth row."""

CLAIM = 500
LOOK_EVERY = 0.3
"""Seconds between two looks for work that another process queued, or whose time has come."""

KEPT = timedelta(days=30)
LOWEST = -(2**62)


@dataclass(slots=True)
class DeliveryLoop:
    """Sends what campaigns hold. One at a time a token: `store.lead` elects it."""

    store: DeliveryStore
    campaigns: CampaignFeed
    sender: Sender
    clock: Callable[[], datetime]
    compose: Compose
    channel: Channel | None = None
    _running: dict[int, Campaign] = field(default_factory=dict)
    _cursors: dict[int, int] = field(default_factory=dict)
    _drained: set[int] = field(default_factory=set)
    _due: bool = False
    _lost: bool = False
    _looked_at: float = 0.0
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _work: asyncio.Event = field(default_factory=asyncio.Event)
    _stopping: bool = False
    _ended: asyncio.Event = field(default_factory=asyncio.Event)
    _flights: Flights = field(init=False)
    _settler: Settler = field(init=False)

    def __post_init__(self) -> None:
        """Make what is made anew at every run."""
        self._reset()
        self._ended.set()

    def wake(self) -> None:
        """Look for work now."""
        self._looked_at = 0.0
        self._wake.set()

    async def stop(self) -> None:
        """Finish and settle what is in flight, give back what was claimed; return when that is done."""
        self._stopping = True
        self._wake.set()
        with suppress(TimeoutError):
            async with asyncio.timeout(6):
                await self._ended.wait()

    async def run(self) -> None:
        """Deliver until `stop` or cancelled."""
        self._reset()
        self._stopping = False
        self._ended.clear()
        try:
            async with self.store.lead():
                if number := await self.store.recover():
                    log.info("deliveries of a stopped sender are taken up", rows=number)
                await self._deliver()
        finally:
            self._ended.set()

    async def prune(self) -> int:
        """Delete a slice of the rows of campaigns that ended a month ago; return how many."""
        return await self.store.prune(self.clock() - KEPT)

    def _reset(self) -> None:
        self._running, self._cursors, self._drained, self._lost = {}, {}, set(), False
        self._settler = Settler(self.store, self._restart)
        self._flights = Flights(self.sender, self._settler, self.clock, self._wake.set)

    async def _deliver(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            settling = tasks.create_task(self._settler.run(), name="settle")
            sending = tasks.create_task(self._flights.run(tasks), name="send")
            try:
                await self._feed()
            finally:
                sending.cancel()
                await self._flights.land()
                left = self._flights.take_back(lambda _: False)
                if not self._lost:  # else who leads now has taken them up
                    self._give_back(left)
                self._settler.close()
                await settling

    async def _feed(self) -> None:
        while not self._stopping:
            try:
                busy = await self._step()
            except LeadLostError:
                raise
            except Exception:  # the database's: what is queued goes on, and nothing in hand may be forgotten
                log.exception("no deliveries could be claimed: trying again")
                busy = False
            if not busy:
                self._wake.clear()
                with suppress(TimeoutError):
                    async with asyncio.timeout(LOOK_EVERY):
                        await self._wake.wait()

    async def _step(self) -> bool:
        """Look when it is time, write one slice, claim once; tell whether there may be more to do at once."""
        if time.monotonic() - self._looked_at > LOOK_EVERY:
            await self._look()
        busy = await self._fan_out()
        return await self._claim() or busy

    async def _look(self) -> None:
        """See what runs, what was paused or cancelled, what has ended, what has waited long enough."""
        self._looked_at, now = time.monotonic(), self.clock()
        if not await self.store.leads():
            self._lost = True
            raise LeadLostError("another process may send now")
        await self.campaigns.start_due(now)
        self._running = {one.id: one for one in await self.campaigns.running()}
        for gone in set(self._cursors) - set(self._running):
            self._restart(gone)
        self._give_back(self._flights.take_back(lambda campaign_id: campaign_id in self._running))
        self._due = await self.store.has_due(now)
        await self._post()
        for one in tuple(self._running.values()):
            if self._is_complete(one):
                await self._finish(one, now)

    async def _finish(self, one: Campaign, now: datetime) -> None:
        if await self.store.finish(one.id, now):
            log.info("campaign done", campaign=one.id, counts=one.counts)
            del self._running[one.id]
        else:  # the counts were wrong, after two senders: look for rows that are left
            self._restart(one.id)

    def _is_complete(self, one: Campaign) -> bool:
        to_post = self.channel is not None and one.to_channel and not one.is_posted
        return one.fanned_out and not one.pending and not self._settler.in_hand[one.id] and not to_post

    async def _post(self) -> None:
        for one in self._running.values():
            if self.channel is not None and one.to_channel and not one.is_posted:
                await self.channel.post(one)

    async def _fan_out(self) -> bool:
        for one in self._by_priority():
            if not one.fanned_out:
                size = SLICE if one.id in self._cursors else FIRST_SLICE
                self._cursors.setdefault(one.id, LOWEST)
                self._drained.discard(one.id)
                if await self.store.fan_out(one.id, size, self.clock()):
                    self._looked_at = 0.0
                    await self._look()
                return True
        return False

    async def _claim(self) -> bool:
        if self._due and self._flights.has_room and await self._claim_waiting():
            return True
        for one in self._by_priority():
            if one.id not in self._drained and self._flights.wants(one):
                cursor = self._cursors.setdefault(one.id, LOWEST)
                claims = await self.store.claim(one, cursor, CLAIM, self.clock())
                self._take(one, claims)
                if claims.rows or not claims.exhausted:
                    return True
        return False

    def _take(self, one: Campaign, claims: Claims) -> None:
        self._cursors[one.id] = claims.last
        if claims.exhausted:
            self._drained.add(one.id)
        self._settler.took(claims.rows)
        for row in claims.rows:
            self._queue(one, row)

    async def _claim_waiting(self) -> bool:
        rows = await self.store.claim_waiting(CLAIM, self.clock())
        self._due = len(rows) >= CLAIM
        self._settler.took(rows)
        piled_up: dict[int, list[Claimed]] = {}
        for row in rows:
            one = self._running.get(row.campaign_id)
            if one is None:
                self._give_back([row])
            elif row.held and one.kind is CampaignKind.ALERT and one.target_id is None:
                piled_up.setdefault(row.user_id, []).append(row)
            else:
                self._queue(one, row)
        for held in piled_up.values():
            self._queue_joined(held)
        return bool(rows)

    def _queue(self, one: Campaign, row: Claimed) -> None:
        message = one.content.by_language.get(row.language)
        if message is None:
            self._settler.add(Settled(row.campaign_id, row.user_id, DeliveryState.SKIPPED, Reason.NO_TEXT))
        else:
            self._flights.put(one, (row,), message)

    def _queue_joined(self, held: list[Claimed]) -> None:
        """Queue what piled up for one person as one message."""
        first = self._running[held[0].campaign_id]
        contents = [self._running[row.campaign_id].content.by_language for row in held]
        messages = [by_language[held[0].language] for by_language in contents if held[0].language in by_language]
        if len(held) == 1 or not messages:
            self._queue(first, held[0])
        else:
            self._flights.put(first, tuple(held), self.compose(messages, held[0].language))

    def _give_back(self, rows: list[Claimed]) -> None:
        now = self.clock()
        self._settler.add(*(given_back(row, now) for row in rows))

    def _restart(self, campaign_id: int) -> None:
        """Look at a campaign's rows from the beginning again: some were given back."""
        self._cursors.pop(campaign_id, None)
        self._drained.discard(campaign_id)

    def _by_priority(self) -> list[Campaign]:
        return sorted(self._running.values(), key=lambda one: (one.kind.priority, one.id))
