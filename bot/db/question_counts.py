"""Questions of each day by what was asked: numbers only, nothing about who."""

from collections.abc import Mapping
from datetime import date

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.schema import question_count
from bot.domain.statistics import Asked


class DatabaseQuestionCounts:
    """Adds to the counts; those of several processes add up."""

    def __init__(self, db: Database) -> None:
        """Keep them in this database."""
        self._db = db

    async def add(self, counts: Mapping[tuple[date, str, str], int]) -> None:
        """Add to the counts by day, intent and language, all in one transaction."""
        rows = [
            {"day": day, "intent": intent, "language": language, "count": count}
            for (day, intent, language), count in sorted(counts.items())  # one order: two writers never wait in a ring
            if count
        ]
        if not rows:
            return
        async with self._db.write() as c:
            statement = insert(c, question_count)
            more = question_count.c.count + statement.excluded.count
            keys = ["day", "intent", "language"]
            await c.execute(statement.on_conflict_do_update(index_elements=keys, set_={"count": more}), rows)


async def questions_since(c: AsyncConnection, day: date) -> tuple[Asked, ...]:
    """Return what was asked from this day on, by day."""
    columns = (question_count.c.day, question_count.c.intent, question_count.c.language, question_count.c.count)
    query = sa.select(*columns).where(question_count.c.day >= day).order_by(*columns[:3])
    return tuple(Asked(*row) for row in await c.execute(query))


async def counted_since(c: AsyncConnection) -> date | None:
    """Return the first day on which questions were counted, None before the first of all."""
    first: date | None = await c.scalar(sa.select(sa.func.min(question_count.c.day)))
    return first
