"""One look at an address that keeps nothing: for editors who add or test a feed."""

import asyncio
from dataclasses import dataclass

from bot.clock import now
from bot.domain.watch import FeedKind, Look, Outcome
from bot.feeds.client import FeedClient
from bot.feeds.reading import NoFeedError, kind_of, read


@dataclass(frozen=True, slots=True)
class FeedProbe:
    """Looks once; satisfies `Probe`."""

    allow_private: bool = False

    async def __call__(self, url: str, kind: FeedKind | None = None) -> Look:
        """Return what is there; kind: None to find out. It never raises."""
        async with FeedClient(allow_private=self.allow_private) as client:
            fetched = await client.fetch(url)
        if fetched.outcome is not Outcome.READ:
            return Look(fetched.outcome, detail=fetched.detail)
        found = kind or kind_of(fetched.body, fetched.content_type)
        if found is None:
            return Look(Outcome.NO_FEED)
        try:
            items = await asyncio.to_thread(read, fetched.body, found, url, "", now())
        except NoFeedError as error:
            return Look(Outcome.NO_FEED, detail=str(error))
        return Look(Outcome.READ, items, kind=found)
