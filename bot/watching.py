"""The watch of a running bot: made of its parts, its file of feeds brought in, its figures for /metrics."""

import asyncio
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

import structlog

from bot import clock
from bot.assembly import App
from bot.db.engine import Database
from bot.db.feed_looks import DatabaseLooks
from bot.db.feeds import DatabaseFeeds
from bot.db.feeds_file import bring_feeds, read_feeds_file
from bot.db.news import DatabaseNews
from bot.db.news_intake import DatabaseIntake
from bot.domain.watch import Feed, NewsState, Outcome
from bot.feeds.client import FeedClient, agent_of
from bot.services.watch import Watch
from bot.services.watch_ports import Tell
from bot.settings import Settings
from bot.web.metrics import Figure

log = structlog.get_logger(__name__)

NOT_YET = "not_yet"
"""The outcome of a feed that was not looked at."""


def build_watch(app: App, tell: Tell, bot_name: str) -> Watch:
    """Return the watch of this app, which tells the editors through `tell`."""
    client = FeedClient(app.settings.feeds_allow_private, agent_of(bot_name))
    return Watch(
        looks=DatabaseLooks(app.db),
        intake=DatabaseIntake(app.db),
        fetch=client.look,
        judge=app.news_reader.judge,
        same_event=app.news_reader.same_event,
        tell=tell,
        interval=timedelta(seconds=app.settings.watch_interval),
        clock=clock.now,
        chance=random.random,
    )


async def read_feeds(settings: Settings, db: Database) -> tuple[str, ...]:
    """Bring FEEDS_FILE into the database and return what is wrong with it, which stops nothing."""
    file = await asyncio.to_thread(read_feeds_file, Path(settings.feeds_file))
    report = await bring_feeds(db, file)
    for problem in report.problems:
        log.error("the file of feeds has a problem", problem=problem)
    if report.added or report.changed or report.dropped:
        log.info("feeds read", added=report.added, changed=report.changed, dropped=report.dropped)
    return report.problems


async def watch_figures(db: Database, watch: Watch | None) -> tuple[Figure, ...]:
    """Return what /metrics shows of feeds and drafts; watch: None where nothing is watched."""
    feeds = await DatabaseFeeds(db).all()
    outcomes = Counter(feed.outcome or NOT_YET for feed in feeds)
    states = await DatabaseNews(db).counts()
    names = _labels(feeds)
    looked: Mapping[str, int] = watch.looked if watch else {}
    return (
        Figure(
            "sapar_feeds",
            "Feeds by the outcome of the last look.",
            {(name,): float(outcomes[name]) for name in (*Outcome, NOT_YET)},
            ("outcome",),
        ),
        Figure(
            "sapar_feed_failures_in_a_row",
            "Failed looks since the last good one.",
            {(names[one.id],): float(one.failures) for one in feeds},
            ("feed",),
        ),
        Figure(
            "sapar_feed_last_success_timestamp_seconds",
            "When a look went well last.",
            {(names[one.id],): one.succeeded_at.timestamp() for one in feeds if one.succeeded_at},
            ("feed",),
        ),
        Figure(
            "sapar_news_drafts",
            "Drafts of news by state.",
            {(str(state),): float(states.get(state, 0)) for state in NewsState},
            ("state",),
        ),
        Figure(
            "sapar_watch_looks",
            "Looks at feeds by outcome.",
            {(name,): float(number) for name, number in looked.items()},
            ("outcome",),
            "counter",
        ),
    )


def _labels(feeds: Sequence[Feed]) -> dict[int, str]:
    """Return the feeds' names by id, with their number where several have the same."""
    times = Counter(feed.name for feed in feeds)
    return {feed.id: feed.name if times[feed.name] == 1 else f"{feed.name} #{feed.id}" for feed in feeds}
