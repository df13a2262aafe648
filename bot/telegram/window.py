"""The messages that may count in Telegram's present second."""

import heapq
import math
from collections import OrderedDict
from dataclasses import dataclass, field

SECOND = 1.0
MARGIN = 0.003
"""Seconds added to the window for what is not known exactly: the shortest trip, the clocks."""

LOOK_AGAIN = 0.003
"""Seconds until the next look when only an answer can open the window."""

GIVEN_UP = 60.0
"""Seconds after which a message without an end no longer counts; every transport gives up sooner."""


@dataclass(slots=True, eq=False)
class Slot:
    """A message on its way. left: when, in the clock's seconds."""

    left: float


@dataclass(slots=True)
class Window:
    """Holds every message until it must have left Telegram's second; all moments are those of leaving.

    A message that arrived late is held as if it had left that much later. One without an answer is held: it may
    arrive this very moment.
    """

    rate: float
    margin: float = MARGIN
    _flying: OrderedDict[Slot, None] = field(default_factory=OrderedDict)
    _landed: list[float] = field(default_factory=list)

    @property
    def limit(self) -> int:
        """Return how many messages a second may hold."""
        return max(1, math.floor(self.rate))

    def take(self, slot: Slot) -> None:
        """Hold a message that leaves now."""
        self._flying[slot] = None

    def land(self, slot: Slot, moment: float) -> None:
        """Hold a message from this moment only: its answer came."""
        if self.free(slot):
            heapq.heappush(self._landed, moment)

    def free(self, slot: Slot) -> bool:
        """Forget a message; tell whether it was held."""
        if slot not in self._flying:
            return False
        del self._flying[slot]
        return True

    def opens_at(self, now: float, least: float) -> float:
        """Return a moment before which no further message fits; not later than now when one fits now.

        least: the shortest trip lately. A message that is on its way longer than a second but no longer than that has
        been counted already.
        """
        past = now - SECOND - self.margin
        while self._landed and self._landed[0] <= past:
            heapq.heappop(self._landed)
        self._give_up(now)
        if len(self._landed) + len(self._flying) - self._counted_long_ago(past, now - least) < self.limit:
            return now
        return max(self._oldest() + SECOND + self.margin, now + LOOK_AGAIN)

    def _oldest(self) -> float:
        landed = self._landed[0] if self._landed else math.inf
        return min(landed, next(iter(self._flying)).left) if self._flying else landed

    def _give_up(self, now: float) -> None:
        while self._flying and (oldest := next(iter(self._flying))).left < now - GIVEN_UP:
            del self._flying[oldest]

    def _counted_long_ago(self, past: float, overdue: float) -> int:
        count = 0
        for slot in self._flying:
            if slot.left > past:
                break
            count += slot.left >= overdue
        return count
