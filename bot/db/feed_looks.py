"""The feeds as the watch sees them: which are due, how looks went, what the editors were told."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.db.engine import Database
from bot.db.feeds import WATCHED, read_feed
from bot.db.schema import feed
from bot.db.schema.base import Instant
from bot.domain.look import Looked
from bot.domain.watch import Feed, Outcome

_AWAKE = sa.and_(WATCHED, feed.c.muted_at.is_(None))


class DatabaseLooks:
    """Whose turn it is, and how each look went. A feed is taken by one process at a time."""

    def __init__(self, db: Database) -> None:
        """Keep it in this database."""
        self._db = db

    async def claim(self, due: datetime, until: datetime, limit: int) -> tuple[Feed, ...]:
        """Take feeds that were due at this moment, the most overdue first: nobody else gets them until `until`."""
        is_due = sa.and_(_AWAKE, sa.or_(feed.c.next_look_at.is_(None), feed.c.next_look_at <= due))
        chosen = sa.select(feed.c.id).where(is_due)
        async with self._db.read() as c:  # mostly none is, and a write would hold up others
            if (await c.execute(chosen.limit(1))).first() is None:
                return ()
        order = (feed.c.next_look_at.nulls_first(), feed.c.id)
        # A CTE: PostgreSQL may run a plain sub-select again for each row, and would take more than the limit.
        first = chosen.order_by(*order).limit(limit).with_for_update(skip_locked=True).cte("first")
        taken = sa.update(feed).where(feed.c.id.in_(sa.select(first.c.id)), is_due).values(next_look_at=until)
        async with self._db.write() as c:
            return tuple(map(read_feed, (await c.execute(taken.returning(feed))).all()))

    async def release(self, feed_ids: Collection[int], at: datetime) -> None:
        """Give back feeds that were taken and not looked at."""
        async with self._db.write() as c:
            await c.execute(sa.update(feed).where(feed.c.id.in_(feed_ids)).values(next_look_at=at))

    async def settle(self, look: Looked) -> Feed | None:
        """Keep how a look went and return the feed; None when it was removed meanwhile."""
        statement = sa.update(feed).where(WATCHED, feed.c.id == look.feed_id).values(_kept(look))
        async with self._db.write() as c:
            row = (await c.execute(statement.returning(feed))).first()
        return None if row is None else read_feed(row)

    async def failing_untold(self, failures: int) -> tuple[Feed, ...]:
        """Return the feeds that failed so many times in a row or more, and of which nobody was told."""
        return await self._some(feed.c.failures >= failures, feed.c.told_failing_at.is_(None))

    async def recovered_untold(self) -> tuple[Feed, ...]:
        """Return the feeds that work again, while the editors were last told that they don't."""
        return await self._some(feed.c.failures == 0, feed.c.told_failing_at.is_not(None))

    async def awake(self) -> tuple[Feed, ...]:
        """Return the feeds that are looked at: neither removed nor muted."""
        return await self._some()

    async def told_failing(self, feed_id: int, at: datetime | None) -> None:
        """Keep that the editors know a feed to fail; None: that they know it to work again."""
        async with self._db.write() as c:
            await c.execute(sa.update(feed).where(feed.c.id == feed_id).values(told_failing_at=at))

    async def _some(self, *conditions: sa.ColumnElement[bool]) -> tuple[Feed, ...]:
        async with self._db.read() as c:
            rows = (await c.execute(sa.select(feed).where(_AWAKE, *conditions).order_by(feed.c.id))).all()
        return tuple(map(read_feed, rows))


def _kept(look: Looked) -> dict[str, Any]:
    values: dict[str, Any] = {
        "looked_at": look.at,
        "outcome": str(look.outcome),
        "detail": look.detail,
        "next_look_at": look.next_look_at,
    }
    if not look.outcome.is_good:
        since = sa.func.coalesce(feed.c.failing_since, sa.literal(look.at, Instant))
        return values | {"failures": feed.c.failures + 1, "failing_since": since}
    values |= {"succeeded_at": look.at, "failures": 0, "failing_since": None}
    if look.outcome is Outcome.READ:
        values |= {"etag": look.etag, "last_modified": look.last_modified, "newest_item_at": look.newest_item_at}
    return values
