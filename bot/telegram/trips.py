"""How long messages are on their way, and how late one may have arrived."""

import math
from dataclasses import dataclass

WORTH = 0.02
"""Seconds in each second, on the average, that jitter may cost: beyond that, part of it is taken to be the answers'."""

OUTLIER = 4.0
"""Times the mean delay above which a message was held up on its way: that counts in full."""

NOTED = 0.05
"""Seconds of delay that always count for the mean; an outlier counts no more than its bound."""

REMEMBERED = 5.0
"""Seconds after which the shortest trip seen begins to be forgotten: networks change."""

KNOWN = 30
"""Trips after which the shortest one is known well: the first ones make connections."""

HORIZON = 10.0
"""Seconds that the mean looks back: what ended in one moment, after a stall, weighs little however much it is."""


@dataclass(slots=True)
class Trips:
    """Learns the usual trip."""

    _lately: float = math.inf
    _before: float = math.inf
    _turned_at: float = 0.0
    _mean: float = 0.0
    _noted_at: float = 0.0
    _number: int = 0

    @property
    def least(self) -> float:
        """Return the shortest trip lately, there and back, in seconds; infinite while none has ended."""
        return min(self._lately, self._before)

    def note(self, now: float, left: float) -> float:
        """Count a trip; return by how many seconds more than usual the message may have arrived after it left."""
        trip = now - left
        if now - self._turned_at > REMEMBERED:
            self._before, self._lately, self._turned_at = self._lately, math.inf, now
        self._lately = min(self._lately, trip)
        self._number += 1
        if self._number <= KNOWN:
            self._noted_at = now
            return trip
        delay = trip - self.least
        share = min(1.0, (now - self._noted_at) / HORIZON)
        self._mean += share * (min(delay, max(NOTED, OUTLIER * self._mean)) - self._mean)
        self._noted_at = now
        return self._lateness(delay)

    def _lateness(self, delay: float) -> float:
        if self._mean <= WORTH:
            return delay
        usual = min(delay, OUTLIER * self._mean)
        return usual * WORTH / self._mean + (delay - usual)
