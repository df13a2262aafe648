"""What was refused at the desk: tried without the right to it, forged, or done already. All of it is in the log."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.services.audit_log import AuditLog

LONGEST_ATTEMPT = 200
"""Letters of what was tried that are kept."""

AT_MOST = 200
"""Entries of one person within a SPAN: the log must not be a way to fill the disk."""

SPAN = timedelta(hours=1)
TRACKED = 10_000


class Refusal(StrEnum):
    """Why an act was refused."""

    RIGHTS = "rights"
    FORGED = "forged"  # carries what no button of ours does, or one of a release long gone
    REPLAYED = "replayed"  # was done before, or what it is about is gone


@dataclass(slots=True)
class _Span:
    began: datetime
    count: int = 0


@dataclass(slots=True)
class Refusals:
    """Writes refusals down, of one person at most AT_MOST an hour; the last of those says that more are left out."""

    audit: AuditLog
    clock: Callable[[], datetime]
    _spans: "OrderedDict[int, _Span]" = field(default_factory=OrderedDict)

    async def note(self, person: int, role: str, why: Refusal, attempt: str) -> None:
        """Write down what a person tried: a command, or what a button carried."""
        span = self._span(person)
        span.count += 1
        if span.count > AT_MOST:
            return
        more = {"more": True} if span.count == AT_MOST else {}
        await self.audit.add(person, f"refused.{why}", role=role, attempt=attempt[:LONGEST_ATTEMPT], **more)

    async def replay(self, person: int, role: str, attempt: str | None) -> None:
        """Write down that a button was pressed whose work is done, or whose matter is gone."""
        await self.note(person, role, Refusal.REPLAYED, attempt or "")

    def _span(self, person: int) -> _Span:
        moment = self.clock()
        span = self._spans.get(person)
        if span is None or moment - span.began >= SPAN:
            span = self._spans[person] = _Span(moment)
        self._spans.move_to_end(person)
        while len(self._spans) > TRACKED:
            self._spans.popitem(last=False)
        return span
