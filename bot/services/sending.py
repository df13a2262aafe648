"""The queue in memory and the messages in flight: each takes its slot, is sent, and hands its outcome to be settled."""

import asyncio
import heapq
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.domain.campaign import Campaign, DeliveryState, Message, Reason
from bot.domain.delivery import Claimed, Settled
from bot.services.delivery_ports import Sender
from bot.services.outcomes import Gone, Later, Moved, Outcome, Sent
from bot.services.settling import Settler

log = structlog.get_logger(__name__)

IN_FLIGHT = 1000
LOW_WATER = 300
"""Queued messages, of a kind or those before it, below which more are claimed."""

MOST_QUEUED = 3000

GIVE_UP_AFTER = timedelta(hours=3)
LONGEST_BACKOFF = 300.0
PATIENCE = 4.0
"""Seconds that messages in flight get at a stop."""


@dataclass(order=True, slots=True)
class _Queued:
    """A message that waits for its slot: alerts before broadcasts before digests, older campaigns first."""

    order: tuple[int, int, int]
    rows: tuple[Claimed, ...] = field(compare=False)
    message: Message = field(compare=False)


@dataclass(slots=True)
class Flights:
    """Sends what is queued, as many side by side as the latency asks for."""

    sender: Sender
    settler: Settler
    clock: Callable[[], datetime]
    hungry: Callable[[], None]
    _queue: list[_Queued] = field(default_factory=list)
    _resting: dict[tuple[int, int, int], _Queued] = field(default_factory=dict)
    _some: asyncio.Event = field(default_factory=asyncio.Event)
    _landed: asyncio.Event = field(default_factory=asyncio.Event)
    _flying: int = 0
    _number: int = 0
    _queued: Counter[int] = field(default_factory=Counter)

    @property
    def has_room(self) -> bool:
        """Tell whether messages that have waited their time can be queued beside what is queued already."""
        return len(self._queue) + len(self._resting) < MOST_QUEUED

    def wants(self, campaign: Campaign) -> bool:
        """Tell whether the queue runs low up to this campaign's kind: lesser kinds don't count."""
        return sum(n for kind, n in self._queued.items() if kind <= campaign.kind.priority) < LOW_WATER

    def put(self, campaign: Campaign, rows: tuple[Claimed, ...], message: Message) -> None:
        """Queue one message; rows: the deliveries it settles, more than one when several alerts were joined."""
        self._number += 1
        self._queued[campaign.kind.priority] += 1
        heapq.heappush(self._queue, _Queued((campaign.kind.priority, campaign.id, self._number), rows, message))
        self._some.set()

    def take_back(self, keep: Callable[[int], bool]) -> list[Claimed]:
        """Remove and return the queued rows of campaigns that are not to be kept."""
        every = [*self._queue, *self._resting.values()]
        out = [item for item in every if not all(keep(row.campaign_id) for row in item.rows)]
        if out:
            gone = {item.order for item in out}
            self._queue = [item for item in self._queue if item.order not in gone]
            heapq.heapify(self._queue)
            self._resting = {order: item for order, item in self._resting.items() if order not in gone}
            self._queued = Counter(order[0] for order in (*(item.order for item in self._queue), *self._resting))
        return [row for item in out for row in item.rows]

    async def run(self, tasks: asyncio.TaskGroup) -> None:
        """Send until cancelled, each message as a task of this group."""
        while True:
            await self._ready()
            slot = await self.sender.slot()
            item = self._next()
            if item is None:  # its campaign was paused while we waited for the slot
                self.sender.free(slot)
                continue
            self._flying += 1
            tasks.create_task(self._fly(slot, item))
            if len(self._queue) < LOW_WATER:
                self.hungry()

    async def land(self) -> None:
        """Wait for what is in flight, but not for ever."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while self._flying:
                    self._landed.clear()
                    await self._landed.wait()

    def _next(self) -> _Queued | None:
        """Return the first message whose chat may get one; those whose chat just got one rest meanwhile."""
        while self._queue:
            item = heapq.heappop(self._queue)
            wait = self.sender.wait(item.rows[0].user_id)
            if wait <= 0:
                self._queued[item.order[0]] -= 1
                return item
            self._resting[item.order] = item
            asyncio.get_running_loop().call_later(wait, self._rested, item)
        return None

    def _rested(self, item: _Queued) -> None:
        if self._resting.pop(item.order, None) is not None:
            heapq.heappush(self._queue, item)
            self._some.set()

    async def _ready(self) -> None:
        while not self._queue:
            self._some.clear()
            self.hungry()
            await self._some.wait()
        while self._flying >= IN_FLIGHT:
            self._landed.clear()
            await self._landed.wait()
        await self.settler.room()

    async def _fly(self, slot: Any, item: _Queued) -> None:
        row = item.rows[0]
        outcome: Outcome = Later()
        try:
            outcome = await self.sender.send(slot, row.user_id, item.message, row)
            if isinstance(outcome, Moved):
                outcome = await self.sender.send(await self.sender.slot(), outcome.chat_id, item.message, row)
        except Exception:
            log.exception("sending failed", campaign=row.campaign_id)
        finally:
            self._flying -= 1
            self._landed.set()
            now = self.clock()
            self.settler.add(*(settled_as(one, outcome, now, joined=len(item.rows) > 1) for one in item.rows))


def settled_as(row: Claimed, outcome: Outcome, now: datetime, *, joined: bool = False) -> Settled:
    """Return what an outcome makes of a row: its last word, or when to try again.

    joined: the message holds other campaigns too, so it is not this one's to edit or delete later.
    """
    state, reason, until, first, count = DeliveryState.FAILED, None, None, None, 1
    match outcome:
        case Sent(message_ids=ids):
            state, first, count = DeliveryState.SENT, (ids[0] if ids and not joined else None), max(1, len(ids))
        case Gone(reason=why):
            reason = why
        case Later() if now - (row.first_tried_at or now) > GIVE_UP_AFTER:
            reason = Reason.TIMED_OUT
        case Later(seconds=seconds):
            pause = min(2.0**row.attempts, LONGEST_BACKOFF) if seconds is None else seconds
            state = DeliveryState.HELD if row.held else DeliveryState.LATER  # what was joined is joined again
            until = now + timedelta(seconds=pause)
        case _:
            log.warning("message refused", campaign=row.campaign_id, outcome=repr(outcome))
            reason = Reason.REFUSED
    return Settled(row.campaign_id, row.user_id, state, reason, 1, now, until, message_id=first, message_count=count)
