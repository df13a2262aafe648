"""Keeps one failure from filling the log: a database that is gone fails several times a second, always the same way."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import structlog
from structlog.types import EventDict

AT_MOST, SPAN = 5, 60.0
"""Lines of one kind within so many seconds; of further ones the next span's first line tells the number."""

TRACKED = 500
_WATCHED = ("warning", "error", "critical", "exception")


@dataclass(slots=True)
class _Kind:
    since: float
    told: int = 0
    left_out: int = 0


@dataclass(slots=True)
class Repeats:
    """A processor of structlog's that leaves out what was just said again and again. All of INFO passes."""

    clock: Callable[[], float] = time.monotonic
    _kinds: "OrderedDict[tuple[str, str], _Kind]" = field(default_factory=OrderedDict)

    def __call__(self, logger: Any, method: str, event: EventDict) -> EventDict:
        """Return the line, with `left_out` where lines like it were; DropEvent when it is one too many."""
        if method not in _WATCHED:
            return event
        kind = self._kind((str(getattr(logger, "name", "")), str(event.get("event"))))
        if kind.told >= AT_MOST:
            kind.left_out += 1
            raise structlog.DropEvent
        kind.told += 1
        if kind.left_out:
            event["left_out"], kind.left_out = kind.left_out, 0
        return event

    def _kind(self, key: tuple[str, str]) -> _Kind:
        now = self.clock()
        kind = self._kinds.setdefault(key, _Kind(now))
        self._kinds.move_to_end(key)
        if now - kind.since >= SPAN:
            kind.since, kind.told = now, 0
        while len(self._kinds) > TRACKED:
            self._kinds.popitem(last=False)
        return kind
