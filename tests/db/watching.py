"""Feeds and reports for the tests of the watch's stores."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.db.engine import Database
from bot.db.feed_looks import DatabaseLooks
from bot.db.feeds import DatabaseFeeds
from bot.domain.look import Fold, Looked, Report
from bot.domain.talks import Stage
from bot.domain.watch import Feed, FeedKind, Item, Judgement, NewFeed, NewsDraft, Outcome, Subject
from tests.db.conftest import MOMENT

EDITOR = 7
TALKS = Judgement(Subject.TALKS, Stage.ROUND)
REGIME = Judgement(Subject.REGIME, None, ("CN", "TR"))


async def add_feed(database: Database, name: str = "one") -> Feed:
    """Watch a feed."""
    feed = await DatabaseFeeds(database).add(
        NewFeed(f"https://{name}.example/rss", name, FeedKind.RSS, "ru", "news"), EDITOR
    )
    assert feed is not None
    return feed


async def looked(
    database: Database, feed: Feed, outcome: Outcome = Outcome.READ, at: datetime = MOMENT, **values: str
) -> Feed:
    """Keep how a look went."""
    after = at + timedelta(minutes=15)
    settled = await DatabaseLooks(database).settle(Looked(feed.id, at, outcome, after, **values))  # type: ignore[arg-type]
    assert settled is not None
    return settled


def report(key: str, judgement: Judgement = TALKS, published: datetime | None = MOMENT) -> Report:
    """Return a report of this key."""
    return Report(Item(key, f"https://one.example/{key}", f"Title {key}", "Summary", published, "ru"), judgement)


def each_alone(_drafts: Sequence[NewsDraft], reports: Sequence[Report]) -> list[Fold]:
    """Make a draft of each report."""
    return [Fold((one,)) for one in reports]


def all_together(drafts: Sequence[NewsDraft], reports: Sequence[Report]) -> list[Fold]:
    """Put everything into the newest draft, or into a new one."""
    return [Fold(tuple(reports), drafts[0].id if drafts else None)]
