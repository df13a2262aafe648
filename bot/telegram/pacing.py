"""When a message may leave: one limiter for the process, replies before bulk, even in every window of a second.

Telegram counts arrivals in a sliding second. So a message leaves only when the one `rate` places before it left more
than a second and a margin ago; the margin covers what the network adds to one and not to the other, and follows the
jitter that is seen. Slots are spaced evenly; a short stall is made up for by slightly closer ones, never by a burst.
"""

import asyncio
import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

TELEGRAMS_LIMIT = 30.0
LEAST_MARGIN, MOST_MARGIN = 0.006, 0.02
"""Seconds added to the window. The greatest keeps the rate at 0.98 of what is allowed."""

CLOSEST = 0.6
"""Least gap between two bulk messages, as a share of the even one: a short stall is made up for, but in no burst."""

TICK = 0.005
"""Gaps below this can't be kept by a timer that ticks in milliseconds: there the window alone decides."""

LONGEST_LAG = 0.2
"""Seconds behind the even rhythm that are made up for; after a longer stall, or idle, it begins anew."""

STORM = 60.0
"""Seconds within which a second refusal means that the rate itself is too high."""

SLOWEST = 0.2
RECOVERY = 0.02
"""Share of the rate regained each second without a refusal."""


@dataclass(slots=True)
class Slot:
    """A message's place in the second: the moment from which it is counted, in the clock's seconds."""

    moment: float


class Window:
    """The slots of the last messages: tells when one more keeps any second within the limit."""

    def __init__(self, limit: float) -> None:
        """Take how many may leave in any second."""
        self.limit = max(1, math.floor(limit))
        self._slots: deque[Slot] = deque(maxlen=self.limit)

    def opens_at(self, margin: float) -> float:
        """Return the moment from which one more fits, in the clock's seconds."""
        if len(self._slots) < self.limit:
            return 0.0
        return self._slots[0].moment + 1.0 + margin

    def note(self, slot: Slot) -> None:
        """Count a message that leaves now."""
        self._slots.append(slot)


@dataclass(slots=True)
class Limiter:
    """Gives out slots. `bulk` keeps SEND_RATE; `reply` goes first; both together keep max(30, SEND_RATE)."""

    rate: float
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], "asyncio.Future[None] | object"] = asyncio.sleep
    margin: float = LEAST_MARGIN
    _slowness: float = 1.0
    _next: float = 0.0
    _soonest: float = 0.0
    _paused_until: float = 0.0
    _refused_at: float = -1e9
    _refusals: int = 0
    _recovered_at: float = 0.0
    _replies_waiting: int = 0
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
        """Wait for a bulk message's slot: even, after replies, not in a pause.

        Whoever learns that the message was late on its way says so with `late`: it is counted from there.
        """
        async with self._turn:
            while (wait := self._bulk_wait()) > 0:
                await self.sleep(wait)  # type: ignore[misc]
            now = self.clock()
            spacing = (1.0 + self.margin) / max(1e-9, self.current_rate)
            self._next = (self._next if now - self._next < LONGEST_LAG else now) + spacing
            self._soonest = now + spacing * CLOSEST if spacing > TICK else now
            slot = Slot(now)
            self._bulk.note(slot)
            self._all.note(slot)
            return slot

    async def reply(self) -> None:
        """Wait for a reply's slot: at once, unless replies alone fill the second."""
        self._replies_waiting += 1
        try:
            while (wait := self._all.opens_at(self.margin) - self.clock()) > 0:
                await self.sleep(wait)  # type: ignore[misc]
            self._all.note(Slot(self.clock()))
        finally:
            self._replies_waiting -= 1

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

    def late(self, slot: Slot, seconds: float) -> None:
        """Count a message from when it may have arrived: the network held it back longer than it usually does."""
        slot.moment += min(max(0.0, seconds), 1.0)

    def observe(self, spread: float) -> None:
        """Fit the margin to the jitter of the network: spread of the round trips, in seconds."""
        self.margin = min(MOST_MARGIN, max(LEAST_MARGIN, LEAST_MARGIN + spread / 2))

    def _bulk_wait(self) -> float:
        now = self.clock()
        self._recover(now)
        moments = (
            self._next,
            self._paused_until,
            self._bulk.opens_at(self.margin),
            self._all.opens_at(self.margin),
        )
        wait = max(moments) - now
        if wait <= 0 and self._replies_waiting:
            return 0.002
        return wait

    def _recover(self, now: float) -> None:
        if self._slowness < 1 and now > self._recovered_at:
            self._slowness = min(1.0, self._slowness + RECOVERY * (now - self._recovered_at))
            self._recovered_at = now
