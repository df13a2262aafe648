"""How much one visitor may ask: a few at once, then at an even pace."""

import time
from collections import OrderedDict
from collections.abc import Callable

from aiohttp import web

REMEMBERED = 10_000
"""Bound of the visitors remembered; the one not seen for longest is forgotten first."""


class Allowance:
    """A bucket for each visitor, refilled as time passes."""

    def __init__(self, at_once: int, a_second: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Allow so many at once and so many a second thereafter."""
        self._full, self._pace, self._clock = float(at_once), a_second, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def spend(self, visitor: str) -> bool:
        """Tell whether a visitor may ask now, and count it if so."""
        now = self._clock()
        left, at = self._left.pop(visitor, (self._full, now))
        left = min(self._full, left + (now - at) * self._pace)
        allowed = left >= 1
        self._left[visitor] = (left - allowed, now)
        if len(self._left) > REMEMBERED:
            self._left.popitem(last=False)
        return allowed


def address_of(request: web.Request) -> str:
    """Return where a request comes from; a proxy on this machine is believed about whom it speaks for."""
    peer = request.remote or ""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if peer in ("127.0.0.1", "::1") and forwarded:
        return forwarded.rpartition(",")[2].strip()[:64]
    return peer
