"""When a message may leave: one limiter for the process, replies before bulk, even in every window of a second.

Telegram counts messages when they arrive, we only see when they leave and when the answer comes. So a message takes
up its second from the latest moment at which it can have arrived (`Window`), and while no answer is there it takes
it up for good. So whatever the network does on the way, no second at Telegram's end holds more than it may.
(docs/decisions/0020-pacing.md)
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.telegram.chat_pace import ChatPace
from bot.telegram.trips import Trips
from bot.telegram.window import Slot, Window

TELEGRAMS_LIMIT = 30.0

CLOSEST = 0.6
"""Least gap between two bulk messages, as a share of the even one: a short stall is made up for, but in no burst."""

TICK = 0.005
"""Seconds within which gaps are not kept one by one: timers tick in milliseconds."""

LONGEST_LAG = 0.2
"""Seconds behind the even rhythm that are made up for."""

STALL = 0.5
"""Seconds behind the even rhythm after which it begins anew: after a stall or idle nothing is made up for."""

BREATH = 16
"""Bulk messages that leave at most without the event loop's turning: else nobody would send them."""

STORM = 60.0
"""Seconds within which a second refusal means that the rate itself is too high."""

SLOWEST = 0.2
RECOVERY = 0.02
"""Share of the rate regained each second without a refusal."""

STEP_ASIDE = 0.002
"""Seconds for which a bulk message lets replies pass."""


@dataclass(slots=True)
class Limiter:
    """Gives out slots. `bulk` keeps SEND_RATE; `reply` goes first; both together keep max(30, SEND_RATE)."""

    rate: float
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
    trips: Trips = field(default_factory=Trips)
    chats: ChatPace = field(default_factory=ChatPace)
    _slowness: float = 1.0
    _next: float = 0.0
    _soonest: float = 0.0
    _paused_until: float = 0.0
    _refused_at: float = -1e9
    _refusals: int = 0
    _recovered_at: float = 0.0
    _replies_waiting: int = 0
    _given: int = 0
    _bulk: Window = field(init=False)
    _all: Window = field(init=False)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def __post_init__(self) -> None:
        """Make the windows."""
        self._bulk = Window(self.rate)
        self._all = Window(max(TELEGRAMS_LIMIT, self.rate))

    @property
    def current_rate(self) -> float:
        """Return bulk messages a second as of now, slowed down after repeated refusals."""
        return self.rate * self._slowness

    async def bulk(self) -> Slot:
        """Wait for a bulk message's slot: even, after replies, not in a pause. `land` or `free` ends it."""
        async with self._turn:
            self._given += 1
            if not self._given % BREATH:
                await asyncio.sleep(0)
            while (wait := self._bulk_wait()) > 0:
                await self.sleep(wait)
            now = self.clock()
            self._keep_rhythm(now, (1.0 + self._bulk.margin) / self.current_rate)
            slot = Slot(now)
            self._bulk.take(slot)
            self._all.take(slot)
            return slot

    async def reply(self, chat: int | str = 0) -> Slot:
        """Wait for a reply's slot: at once, unless replies alone fill the second or the group's minute. `land` ends it.

        chat: the chat's id or name, 0 when there is none.
        """
        while chat and (wait := self.chats.reply(chat, self.clock())) > 0:
            await self.sleep(wait)
        self._replies_waiting += 1
        try:
            while (wait := self._all.opens_at(self.clock(), self.trips.least) - self.clock()) > 0:
                await self.sleep(wait)
        finally:
            self._replies_waiting -= 1
        slot = Slot(self.clock())
        self._all.take(slot)
        return slot

    def land(self, slot: Slot, *, answered: bool = True) -> None:
        """Note that the answer came, or that none will: by now the message has been counted, if it ever will be."""
        now = self.clock()
        moment = slot.left + self.trips.note(now, slot.left) if answered else now
        self._bulk.land(slot, moment)
        self._all.land(slot, moment)

    def free(self, slot: Slot) -> None:
        """Give back a slot in which nothing was sent."""
        self._bulk.free(slot)
        self._all.free(slot)

    def pause(self, seconds: float) -> None:
        """Hold the bulk queue: Telegram asked for it. Repeated within a minute, the rate is lowered too."""
        now = self.clock()
        fresh = now >= self._paused_until
        self._paused_until = max(self._paused_until, now + seconds)
        if not fresh:
            return  # one storm: the messages that were on their way together
        self._refusals = self._refusals + 1 if now - self._refused_at < STORM else 1
        self._refused_at = now
        if self._refusals > 1:
            self._slowness = max(SLOWEST, self._slowness * 0.8)
        self._recovered_at = self._paused_until

    def _bulk_wait(self) -> float:
        now = self.clock()
        self._recover(now)
        least = self.trips.least
        moment = max(self._next, self._soonest, self._paused_until)
        if moment <= now:
            moment = max(self._bulk.opens_at(now, least), self._all.opens_at(now, least))
        if moment <= now and self._replies_waiting:
            return STEP_ASIDE
        return moment - now

    def _keep_rhythm(self, now: float, spacing: float) -> None:
        behind = now - self._next
        self._next = (now if behind > STALL else max(self._next, now - LONGEST_LAG)) + spacing
        self._soonest = max(self._soonest, now - TICK) + spacing * CLOSEST

    def _recover(self, now: float) -> None:
        if self._slowness < 1 and now > self._recovered_at:
            self._slowness = min(1.0, self._slowness + RECOVERY * (now - self._recovered_at))
            self._recovered_at = now
