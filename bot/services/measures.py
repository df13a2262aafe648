"""What the process counts and times of its own work since its start: /metrics shows it."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds; what took no longer than a bound is counted in it."""


@dataclass(slots=True)
class Times:
    """How often something took how long. counts: by bound, the last for all that was longer than any."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    total: float = 0.0

    def note(self, seconds: float) -> None:
        """Take one in."""
        self.counts[bisect_left(BOUNDS, seconds)] += 1
        self.total += seconds

    def cumulative(self) -> tuple[tuple[float, int], ...]:
        """Return how many took no longer than each bound, infinity last."""
        found, so_far = [], 0
        for bound, count in zip((*BOUNDS, float("inf")), self.counts, strict=True):
            so_far += count
            found.append((bound, so_far))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Measures:
    """Updates by kind, handlers by name, calls to Telegram by method and outcome."""

    updates: Counter[str] = field(default_factory=Counter)
    handlers: dict[str, Times] = field(default_factory=dict)
    failures: Counter[str] = field(default_factory=Counter)
    calls: Counter[tuple[str, str]] = field(default_factory=Counter)

    def handled(self, handler: str, seconds: float, *, failed: bool) -> None:
        """Take in that a handler has ended; the names are those in the code, so there are not many."""
        self.handlers.setdefault(handler, Times()).note(seconds)
        if failed:
            self.failures[handler] += 1
