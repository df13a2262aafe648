"""The doctor's look at the feeds: their file, and how those in the database fare."""

from collections.abc import Sequence

from bot.domain.watch import Feed
from bot.services.doctor import Finding, fine, note, wrong

MOST_NAMED = 5


def check_feeds(interval: int, file: str, named: int, problems: Sequence[str], feeds: Sequence[Feed]) -> list[Finding]:
    """Return how the feeds are.

    interval: WATCH_INTERVAL. file, named, problems: FEEDS_FILE, how many good rows it has and what is wrong with it.
    feeds: those in the database, which has none before the first start.
    """
    if not interval:
        return [note("feeds", "WATCH_INTERVAL is 0: no feed is watched")]
    return [_file(file, named, problems), *_database([feed for feed in feeds if not feed.is_muted])]


def _file(file: str, named: int, problems: Sequence[str]) -> Finding:
    if problems:
        return wrong("feeds", _some(problems, "; "), "check FEEDS_FILE; what is good in it is watched")
    return fine("feeds", f"{named} in {file}") if named else note("feeds", f"{file} names none")


def _database(feeds: Sequence[Feed]) -> list[Finding]:
    failing = [feed for feed in feeds if feed.failures]
    if not failing:
        return []
    told = _some([f"{feed.name}: {feed.outcome}" for feed in failing], ", ")
    if len(failing) == len(feeds):
        return [wrong("watch", f"every feed fails: {told}", "is there a way out to the internet?")]
    return [note("watch", f"{len(failing)} of {len(feeds)} feeds fail: {told}", "`python -m bot feeds test URL`")]


def _some(texts: Sequence[str], between: str) -> str:
    more = len(texts) - MOST_NAMED
    return between.join([*texts[:MOST_NAMED], *([f"and {more} more"] if more > 0 else [])])
