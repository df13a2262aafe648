"""When a feed is looked at next."""

from datetime import datetime, timedelta

MOST_TIMES = 6
"""How many intervals a feed that fails is left alone at most."""

LONGEST = timedelta(hours=6)
JITTER = 0.1
"""The share of the time by which looks are spread, so that feeds don't fall into step."""


def next_look(
    at: datetime, interval: timedelta, failures: int, chance: float, retry_after: float | None = None
) -> datetime:
    """Return when to look again after a look; failures: in a row, this one included. chance: 0..1.

    The first failure changes nothing; from the second on the time doubles, and the server's own wish counts if longer.
    """
    times: int = min(2 ** max(0, min(failures, 10) - 1), MOST_TIMES)
    wait = min(interval * times, max(interval, LONGEST))
    wait *= 1 - JITTER + 2 * JITTER * chance
    return at + max(wait, timedelta(seconds=retry_after or 0))
