"""What the watch needs from outside."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.look import Brought, Fetched, FoldReports, Looked, Report
from bot.domain.watch import Feed, Item, Judgement, NewsDraft

Fetch = Callable[[Feed], Awaitable[Fetched]]
"""Looks at a feed. It should not raise; when it does, that look is lost and no other."""

Judge = Callable[[Item], Judgement | None]
"""Says why an item concerns the editors, None when it doesn't."""

SameEvent = Callable[[tuple[Item, Judgement], tuple[Item, Judgement]], bool]
"""Tells whether two items report the same event."""


class LookStore(Protocol):
    """Whose turn it is, and how looks went."""

    async def claim(self, due: datetime, until: datetime, limit: int) -> Sequence[Feed]:
        """Take feeds that were due at this moment, the most overdue first: nobody else gets them until `until`."""
        ...

    async def release(self, feed_ids: Collection[int], at: datetime) -> None:
        """Give back feeds that were taken and not looked at."""
        ...

    async def settle(self, look: Looked) -> Feed | None:
        """Keep how a look went and return the feed; None when it was removed meanwhile."""
        ...

    async def failing_untold(self, failures: int) -> Sequence[Feed]:
        """Return the feeds that failed so many times in a row or more, and of which nobody was told."""
        ...

    async def recovered_untold(self) -> Sequence[Feed]:
        """Return the feeds that work again, while the editors were last told that they don't."""
        ...

    async def awake(self) -> Sequence[Feed]:
        """Return the feeds that are looked at: neither removed nor muted."""
        ...

    async def told_failing(self, feed_id: int, at: datetime | None) -> None:
        """Keep that the editors know a feed to fail; None: that they know it to work again."""
        ...


class IntakeStore(Protocol):
    """Where what looks bring is kept."""

    async def known(self, feed_id: int, keys: Collection[str]) -> Collection[str]:
        """Return which of these keys this feed has shown before."""
        ...

    async def take(
        self, feed_id: int, keys: Collection[str], reports: Sequence[Report], fold: FoldReports, at: datetime
    ) -> Brought:
        """Keep all keys that a feed shows now, and put the reports among them into drafts, in one transaction."""
        ...

    async def untold(self, limit: int) -> Sequence[NewsDraft]:
        """Return new drafts that the editors were not told of, the oldest first."""
        ...

    async def told(self, draft_ids: Collection[int], at: datetime) -> None:
        """Keep that the editors were told of these drafts."""
        ...

    async def shown(self, draft_ids: Collection[int]) -> Sequence[NewsDraft]:
        """Return those of these drafts that editors see, as they are now."""
        ...

    async def begin_telling(self, at: datetime) -> bool:
        """Tell whether this process may tell the editors now; no other one may until it ends, or for a minute."""
        ...

    async def end_telling(self) -> None:
        """Let others tell."""
        ...


class Tell(Protocol):
    """Tells the editors. It returns when they were told; when it raises, it is asked again later."""

    async def drafts(self, drafts: Sequence[NewsDraft]) -> None:
        """Show new drafts."""
        ...

    async def extended(self, draft: NewsDraft) -> None:
        """Draw a draft anew that they see already: it has a further source."""
        ...

    async def failing(self, feed: Feed) -> None:
        """Say that a feed fails."""
        ...

    async def recovered(self, feed: Feed) -> None:
        """Say that a feed works again."""
        ...
