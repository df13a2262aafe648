"""Periodic jobs that must be done once, whatever restarts and however many processes there are."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.schema import chore


class DatabaseChores:
    """When each chore was done last."""

    def __init__(self, db: Database) -> None:
        """Keep it in this database."""
        self._db = db

    async def last(self, name: str) -> datetime | None:
        """Return when a chore was done last, None when it never was."""
        async with self._db.read() as c:
            found: datetime | None = await c.scalar(sa.select(chore.c.done_at).where(chore.c.name == name))
        return found

    async def claim(self, name: str, every: timedelta, at: datetime) -> bool:
        """Tell whether a chore is due, and take it: nobody else is told so until the time has passed again."""
        async with self._db.write() as c:
            statement = insert(c, chore).values(name=name, done_at=at)
            taken = await c.execute(
                statement.on_conflict_do_update(
                    index_elements=["name"], set_={"done_at": at}, where=chore.c.done_at <= at - every
                )
            )
            return bool(taken.rowcount)

    async def reopen(self, name: str) -> None:
        """Let a chore be claimed again at once."""
        async with self._db.write() as c:
            await c.execute(sa.delete(chore).where(chore.c.name == name))
