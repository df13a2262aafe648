"""The feeds as editors see and steer them; every act of theirs is in the audit log."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import now
from bot.db.audit import write_audit
from bot.db.dialects import fits_id, insert
from bot.db.engine import Database
from bot.db.news_rows import OPEN
from bot.db.schema import feed, news_draft
from bot.domain.watch import Feed, FeedKind, NewFeed, NewsState, Precision, WatchHealth

FRESH: dict[str, Any] = {
    "muted_at": None,
    "removed_at": None,
    "next_look_at": None,
    "outcome": "",
    "detail": "",
    "failures": 0,
    "failing_since": None,
    "told_failing_at": None,
}
"""What a feed is that was not looked at lately; what it has shown before stays known."""

WATCHED = feed.c.removed_at.is_(None)


def read_feed(row: Any) -> Feed:
    """Return the feed of a row of its table."""
    values = row._mapping  # noqa: SLF001 - SQLAlchemy's documented name
    names = [name for name in Feed.__slots__ if name not in ("kind", "is_muted")]
    return Feed(
        **{name: values[name] for name in names},
        kind=FeedKind(values["kind"]),
        is_muted=values["muted_at"] is not None,
    )


class DatabaseFeeds:
    """The feeds in the database."""

    def __init__(self, db: Database) -> None:
        """Keep them in this database."""
        self._db = db

    async def all(self) -> tuple[Feed, ...]:
        """Return the feeds that are not removed, by name."""
        async with self._db.read() as c:
            rows = (await c.execute(sa.select(feed).where(WATCHED))).all()
        return tuple(sorted(map(read_feed, rows), key=lambda one: (one.name.casefold(), one.id)))

    async def find(self, feed_id: int) -> Feed | None:
        """Return a feed that is not removed, None when there is none."""
        if not fits_id(feed_id):
            return None
        async with self._db.read() as c:
            row = (await c.execute(sa.select(feed).where(WATCHED, feed.c.id == feed_id))).first()
        return None if row is None else read_feed(row)

    async def add(self, new: NewFeed, by: int) -> Feed | None:
        """Store a feed; None when one of this address is watched already. One removed before comes back."""
        values = values_of(new) | {"origin": "desk", "added_by": by, "added_at": now()}
        async with self._db.write() as c:
            statement = insert(c, feed).values(values).on_conflict_do_update(
                index_elements=["url"], set_=values | FRESH, where=feed.c.removed_at.is_not(None)
            )  # fmt: skip
            row = (await c.execute(statement.returning(feed))).first()
            if row is None:
                return None
            await write_audit(c, by, "feed.add", feed=row.id, name=row.name, url=row.url)
        return read_feed(row)

    async def remove(self, feed_id: int, by: int) -> bool:
        """Watch a feed no more, also when the file still names it; False when it is not watched."""
        return await self._change(feed_id, by, "feed.remove", {"removed_at": now()})

    async def mute(self, feed_id: int, by: int, *, muted: bool) -> bool:
        """Look at a feed no more for the time being, or again; False when nothing changes."""
        if muted:
            return await self._change(feed_id, by, "feed.mute", {"muted_at": now()}, feed.c.muted_at.is_(None))
        again = {"muted_at": None, "next_look_at": None}
        return await self._change(feed_id, by, "feed.unmute", again, feed.c.muted_at.is_not(None))

    async def health(self) -> WatchHealth:
        """Return how all feeds fare."""
        feeds = await self.all()
        async with self._db.read() as c:
            states = await count_states(c)
        return WatchHealth(
            feeds,
            Counter(one.outcome for one in feeds),
            sum(states.get(state, 0) for state in OPEN),
            Precision(states.get(NewsState.PUBLISHED, 0), states.get(NewsState.DISMISSED, 0)),
        )

    async def _change(
        self, feed_id: int, by: int, action: str, values: dict[str, Any], *conditions: sa.ColumnElement[bool]
    ) -> bool:
        if not fits_id(feed_id):
            return False
        statement = sa.update(feed).where(WATCHED, feed.c.id == feed_id, *conditions).values(values)
        async with self._db.write() as c:
            row = (await c.execute(statement.returning(feed.c.name, feed.c.url))).first()
            if row is not None:
                await write_audit(c, by, action, feed=feed_id, name=row.name, url=row.url)
        return row is not None


def values_of(new: NewFeed) -> dict[str, Any]:
    """Return the columns that a file or an editor names."""
    return {
        "url": new.url,
        "name": new.name,
        "kind": str(new.kind),
        "language": new.language,
        "what": new.what,
    }


async def count_states(c: AsyncConnection) -> dict[str, int]:
    """Return how many drafts there are in each state."""
    query = sa.select(news_draft.c.state, sa.func.count()).group_by(news_draft.c.state)
    rows: Sequence[Any] = (await c.execute(query)).all()
    return {state: number for state, number in rows}  # noqa: C416 - rows are no pairs to mypy
