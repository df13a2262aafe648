"""The file of feeds (FEEDS_FILE): read strictly, and brought into the table at every start.

What editors decided stays: a feed they removed or muted, and the feeds they added.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import now
from bot.db.csv_rows import FactsError, Row, read_rows
from bot.db.engine import Database
from bot.db.facts_files import DATA
from bot.db.feeds import FRESH, values_of
from bot.db.schema import feed
from bot.domain.watch import FeedKind, NewFeed

DEFAULT, SHIPPED = Path("bot/data/feeds.csv"), DATA / "feeds.csv"
COLUMNS = ("name", "url", "kind", "language")
LANGUAGES = ("ru", "kk", "en")
LONGEST_URL = 500
DROPPED = "dropped"
"""The origin of a feed that the file no longer names: unlike one that an editor removed, it may come back with it."""


@dataclass(frozen=True, slots=True)
class FeedsFile:
    """What a file names. problems: one a line of the file; a file that can't be read at all has just one."""

    feeds: tuple[NewFeed, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(slots=True)
class FeedsReport:
    """What the file changed in the table."""

    added: int = 0
    changed: int = 0
    dropped: int = 0
    problems: tuple[str, ...] = field(default=())


def read_feeds_file(path: Path) -> FeedsFile:
    """Return the good rows of a file of feeds, and what is wrong with the others or with the file.

    The shipped file is found wherever the bot was started.
    """
    try:
        return parse_feeds(path.name, (SHIPPED if path == DEFAULT and not path.exists() else path).read_bytes())
    except OSError as error:
        return FeedsFile(problems=(f"{path}: {error.strerror or 'it cannot be read'}",))


def parse_feeds(name: str, data: bytes) -> FeedsFile:
    """Return what the bytes of a file of feeds say; columns beyond the four that it needs are optional."""
    feeds: dict[str, NewFeed] = {}
    problems: list[str] = []
    try:
        for row in read_rows(name, data, COLUMNS, others=True):
            try:
                found = _read(row)
                if found.url in feeds:
                    raise row.error(f"url {found.url!r} is there twice")
                feeds[found.url] = found
            except FactsError as error:
                problems.append(str(error))
    except FactsError as error:
        problems.append(str(error))
    return FeedsFile(tuple(feeds.values()), tuple(problems))


async def bring_feeds(db: Database, file: FeedsFile) -> FeedsReport:
    """Make the table hold what the file names; nothing is dropped while the file has a problem."""
    report = FeedsReport(problems=file.problems)
    async with db.write() as c:
        await db.alone(c, "feeds")
        rows = {row.url: row for row in (await c.execute(sa.select(feed))).all()}
        for one in file.feeds:
            await _bring(c, one, rows.get(one.url), report)
        if not file.problems:
            await _drop(c, file.feeds, list(rows.values()), report)
    return report


def _read(row: Row) -> NewFeed:
    kind = (row.text("kind").split())[0]  # «json api» is a json
    if kind not in list(FeedKind):
        raise row.error(f"kind {kind!r} is not one of {', '.join(FeedKind)}")
    language = (row.optional("language").split() or [""])[0].rstrip(",")  # «ru (also kk)» is ru
    if language and language not in LANGUAGES:
        raise row.error(f"language {language!r} is not one of {', '.join(LANGUAGES)}, nor empty")
    what = row.optional("what") if "what" in row.values else ""
    return NewFeed(_url(row), row.text("name"), FeedKind(kind), language, what)


def _url(row: Row) -> str:
    url = row.text("url")
    try:
        parts = urlsplit(url)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        is_address = False
    if not is_address or len(url) > LONGEST_URL or any(one.isspace() for one in url):
        raise row.error(f"url {url[:80]!r} is not a web address with http or https")
    if "{" in url:
        raise row.error(f"url {url[:80]!r} has a placeholder to fill in")
    return url


async def _bring(c: AsyncConnection, new: NewFeed, row: Any, report: FeedsReport) -> None:
    if row is None:
        values = values_of(new) | {"origin": "file", "added_at": now()}
        await c.execute(sa.insert(feed).values(values))
        report.added += 1
    elif row.origin == DROPPED:
        await c.execute(sa.update(feed).where(feed.c.id == row.id).values(values_of(new) | FRESH | {"origin": "file"}))
        report.added += 1
    elif row.origin == "file" and (changes := _changes(new, row)):
        await c.execute(sa.update(feed).where(feed.c.id == row.id).values(changes))
        report.changed += 1


def _changes(new: NewFeed, row: Any) -> dict[str, Any]:
    changes = {name: value for name, value in values_of(new).items() if getattr(row, name) != value}
    if "kind" in changes:  # “unchanged” would say nothing of how it reads now
        changes |= {"etag": "", "last_modified": "", "next_look_at": None}
    return changes


async def _drop(c: AsyncConnection, feeds: Sequence[NewFeed], rows: Sequence[Any], report: FeedsReport) -> None:
    named = {one.url for one in feeds}
    moment: datetime = now()
    gone = [row.id for row in rows if row.origin == "file" and row.removed_at is None and row.url not in named]
    if gone:
        await c.execute(sa.update(feed).where(feed.c.id.in_(gone)).values(origin=DROPPED, removed_at=moment))
        report.dropped = len(gone)
