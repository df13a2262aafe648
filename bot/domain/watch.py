"""The watch: feeds, the items they bring, and the drafts that editors decide on. Nothing here reaches subscribers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.talks import Stage


class FeedKind(StrEnum):
    """What is to be read at a feed's address; the values are those of feeds.csv."""

    RSS = "rss"
    ATOM = "atom"
    JSON = "json"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class NewFeed:
    """A feed as a file or an editor names it. language: `ru`, `kk`, `en`, or empty. what: a remark for editors."""

    url: str
    name: str
    kind: FeedKind
    language: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and how it fares.

    origin: `file` or `desk`. etag, last_modified: the server's, given back at the next look.
    succeeded_at: None until the first look has gone well. outcome: of the last look, a value of `Outcome`, or empty.
    detail: what there is to say of it, an HTTP status or so.
    failures: in a row. told_failing_at: when editors were told of the present failure, None when they were not.
    """

    id: int
    url: str
    name: str
    kind: FeedKind
    language: str
    what: str
    origin: str
    is_muted: bool = False
    etag: str = ""
    last_modified: str = ""
    next_look_at: datetime | None = None
    looked_at: datetime | None = None
    succeeded_at: datetime | None = None
    newest_item_at: datetime | None = None
    outcome: str = ""
    detail: str = ""
    failures: int = 0
    failing_since: datetime | None = None
    told_failing_at: datetime | None = None


class Outcome(StrEnum):
    """How a look at a feed ended. Only the first two are good."""

    READ = "read"
    UNCHANGED = "unchanged"
    REFUSED = "refused"  # an HTTP status that is no success; the status is kept beside it
    NO_FEED = "no_feed"  # an answer, but not what the feed's kind says: an HTML error page, garbage, cut off
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    UNREACHABLE = "unreachable"  # no such host, no connection, broken TLS
    REDIRECTS = "redirects"  # too many, or in a circle
    PRIVATE = "private"  # an address that is not public, while FEEDS_ALLOW_PRIVATE is off

    @property
    def is_good(self) -> bool:
        """Tell whether the feed works."""
        return self in (Outcome.READ, Outcome.UNCHANGED)


@dataclass(frozen=True, slots=True)
class Item:
    """One report in a feed, as plain text: no tags, no control characters, lengths bounded.

    key: tells it apart within its feed. summary: may be empty. published: None where the feed gives no date.
    language: the feed's, or empty.
    """

    key: str
    link: str
    title: str
    summary: str = ""
    published: datetime | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at an address gave. items: as read, before anything is judged. detail: an HTTP status or so."""

    outcome: Outcome
    items: tuple[Item, ...] = ()
    detail: str = ""
    kind: FeedKind | None = None


class Subject(StrEnum):
    """What an item can be about that editors should hear of."""

    TALKS = "talks"
    REGIME = "regime"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Why an item concerns the editors.

    stage: what step of the talks it seems to report, None for a statement or a regime.
    places: ISO codes of the destinations whose regime is said to change, sorted; empty for the talks.
    """

    subject: Subject
    stage: Stage | None = None
    places: tuple[str, ...] = ()


class NewsState(StrEnum):
    """What became of a draft."""

    NEW = "new"
    LATER = "later"
    DISMISSED = "dismissed"
    PUBLISHED = "published"

    @property
    def is_open(self) -> bool:
        """Tell whether an editor still has to decide."""
        return self in (NewsState.NEW, NewsState.LATER)


@dataclass(frozen=True, slots=True)
class NewsSource:
    """An item of a draft and the feed that brought it."""

    feed: str
    item: Item
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class NewsDraft:
    """An event as the feeds report it. sources: at least one, the earliest first.

    event_id: the event of the talks it became, None when it became none.
    """

    id: int
    judgement: Judgement
    state: NewsState
    sources: tuple[NewsSource, ...]
    found_at: datetime
    told_at: datetime | None = None
    decided_by: int | None = None
    decided_at: datetime | None = None
    event_id: int | None = None

    @property
    def title(self) -> str:
        """Return the first report's title."""
        return self.sources[0].item.title


@dataclass(frozen=True, slots=True)
class Precision:
    """What editors made of the drafts they decided on: how many were worth it, how many were not."""

    published: int
    dismissed: int

    @property
    def share(self) -> float | None:
        """Return the share of drafts that were worth it, 0..1; None before the first decision."""
        decided = self.published + self.dismissed
        return self.published / decided if decided else None


@dataclass(frozen=True, slots=True)
class WatchHealth:
    """How the watch fares. feeds: those not removed. by_outcome: of the last looks, by `Outcome`'s value."""

    feeds: tuple[Feed, ...]
    by_outcome: Mapping[str, int]
    waiting: int
    precision: Precision
