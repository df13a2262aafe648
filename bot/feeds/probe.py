"""One look at an address that keeps nothing: for editors who add or test a feed."""

from dataclasses import dataclass

from bot.domain.watch import FeedKind, Look
from bot.feeds.client import FeedClient


@dataclass(frozen=True, slots=True)
class FeedProbe:
    """Looks once; satisfies `Probe`. allow_private: also at addresses on this machine and its network."""

    allow_private: bool = False

    async def __call__(self, url: str, kind: FeedKind | None = None) -> Look:
        """Return what is there; kind: None to find out. It never raises."""
        found = await FeedClient(self.allow_private).probe(url, kind)
        return Look(found.outcome, found.items, found.detail, found.kind)
