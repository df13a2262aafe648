"""What editors do with what the watch found, and with the feeds themselves. Every act is in the audit log."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.watch import Feed, FeedKind, Item, Look, NewFeed, NewsDraft, NewsState, WatchHealth
from bot.understanding.tokens import KAZAKH_LETTERS


class NewsStore(Protocol):
    """What this needs of a database for drafts."""

    async def waiting(self, limit: int = 20, offset: int = 0) -> Sequence[NewsDraft]:
        """Return the open drafts: new ones first, the newest of them first, then those put off."""
        ...

    async def total(self) -> int:
        """Return how many drafts are open."""
        ...

    async def find(self, draft_id: int) -> NewsDraft | None:
        """Return a draft, None when there is none."""
        ...

    async def decide(self, draft_id: int, state: NewsState, by: int, event_id: int | None = None) -> bool:
        """Store a decision and its audit entry in one transaction; False when it is decided already.

        LATER is no last word: it may be followed by another decision.
        """
        ...

    async def notices(self, draft_id: int) -> Sequence[tuple[int, int]]:
        """Return (chat_id, message_id) of the messages in which editors see this draft."""
        ...

    async def remember_notice(self, draft_id: int, chat_id: int, message_id: int) -> None:
        """Keep where an editor sees a draft; a chat has one such message, the newest."""
        ...


class FeedStore(Protocol):
    """What this needs of a database for feeds."""

    async def all(self) -> Sequence[Feed]:
        """Return the feeds that are not removed, by name."""
        ...

    async def find(self, feed_id: int) -> Feed | None:
        """Return a feed that is not removed, None when there is none."""
        ...

    async def add(self, feed: NewFeed, by: int) -> Feed | None:
        """Store a feed; None when one of this address is watched already. One removed before comes back."""
        ...

    async def remove(self, feed_id: int, by: int) -> bool:
        """Watch a feed no more, also when the file still names it; False when it is not watched."""
        ...

    async def mute(self, feed_id: int, by: int, *, muted: bool) -> bool:
        """Look at a feed no more for the time being, or again; False when nothing changes."""
        ...

    async def health(self) -> WatchHealth:
        """Return how all feeds fare."""
        ...


class Probe(Protocol):
    """Looks at an address once and keeps nothing."""

    async def __call__(self, url: str, kind: FeedKind | None = None) -> Look:
        """Return what is there; kind: None to find out. It never raises."""
        ...


class FeedError(ValueError):
    """A feed can't be added. key: of a text for people."""

    def __init__(self, text: str, key: str) -> None:
        """Take the words for the log and the key of those for the chat."""
        super().__init__(text)
        self.key = key


@dataclass(frozen=True, slots=True)
class NewsDesk:
    """Drafts of the watch."""

    store: NewsStore

    async def dismiss(self, draft_id: int, by: int) -> bool:
        """Say that a draft concerns nobody: it is kept, and counted in the watch's precision. False when decided."""
        return await self.store.decide(draft_id, NewsState.DISMISSED, by)

    async def put_off(self, draft_id: int, by: int) -> bool:
        """Keep a draft for later; False when it is decided."""
        return await self.store.decide(draft_id, NewsState.LATER, by)

    async def published(self, draft_id: int, by: int, event_id: int | None = None) -> bool:
        """Say that a draft was published, as this event of the talks if it is one; False when it is decided."""
        return await self.store.decide(draft_id, NewsState.PUBLISHED, by, event_id)


@dataclass(frozen=True, slots=True)
class FeedDesk:
    """Feeds: added after a look that went well, removed, muted, tested."""

    store: FeedStore
    probe: Probe

    async def add(self, url: str, by: int, name: str = "") -> tuple[Feed, Look]:
        """Watch an address from now on. FeedError when it can't be read, is no address or is watched already."""
        url, name = _checked(url), " ".join(name.split())[:LONGEST_NAME]
        look = await self.probe(url)
        kind = _readable(url, look)
        added = await self.store.add(NewFeed(url, name or _site(url), kind, language_of(look.items)), by)
        if added is None:
            raise FeedError(f"{url} is watched already", "feed-problem-known")
        return added, look

    async def remove(self, feed_id: int, by: int) -> bool:
        """Watch a feed no more; False when it is not watched."""
        return await self.store.remove(feed_id, by)

    async def mute(self, feed_id: int, by: int, *, muted: bool) -> bool:
        """Leave a feed alone for the time being, or look at it again; False when nothing changes."""
        return await self.store.mute(feed_id, by, muted=muted)

    async def test(self, feed_id: int) -> tuple[Feed, Look] | None:
        """Look at a feed now and keep nothing of it; None when it is not watched."""
        feed = await self.store.find(feed_id)
        return None if feed is None else (feed, await self.probe(feed.url, feed.kind))


LONGEST_URL, LONGEST_NAME = 500, 60


def language_of(items: Sequence[Item]) -> str:
    """Return the language that most titles are in: `ru`, `kk` or `en`; empty when there are none."""
    titles = [set(item.title.lower()) for item in items]
    kazakh = sum(bool(letters & KAZAKH_LETTERS) for letters in titles)
    cyrillic = sum(any("а" <= letter <= "я" for letter in letters) for letters in titles)
    if not titles:
        return ""
    if cyrillic * 2 < len(titles):
        return "en"
    return "kk" if kazakh * 2 >= len(titles) else "ru"


def _readable(url: str, look: Look) -> FeedKind:
    """Return what is to be read there; FeedError when it is nothing: any page opens, not every page has news."""
    if not look.outcome.is_good:
        raise FeedError(f"{url} can't be watched: {look.outcome}", f"feed-problem-{look.outcome}".replace("_", "-"))
    if look.kind is None or (look.kind is FeedKind.HTML and not look.items):
        raise FeedError(f"{url} has no news", "feed-problem-no-feed")
    return look.kind


def _checked(url: str) -> str:
    url = url.strip()
    if not url.startswith(("http://", "https://")) or len(url) > LONGEST_URL or any(one.isspace() for one in url):
        raise FeedError(f"{url[:80]!r} is no address", "feed-problem-address")
    return url


def _site(url: str) -> str:
    return url.split("//", 1)[1].split("/", 1)[0].removeprefix("www.")
