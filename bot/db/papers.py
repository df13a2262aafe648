"""Passports and visas, with their reminders."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.reminders import keep_reminders, stop_reminders, zone_of
from bot.db.schema import paper, reminder
from bot.domain.paper import MOST_PAPERS, Paper
from bot.domain.reminder import ReminderKind, carried_over


class DatabasePapers:
    """Papers in the database. zone: the time zone of people who set none."""

    def __init__(self, db: Database, zone: ZoneInfo) -> None:
        """Keep them in this database."""
        self._db, self._zone = db, zone

    async def of(self, user_id: int) -> tuple[Paper, ...]:
        """Return a person's papers: the passport, then visas by the day they end."""
        query = sa.select(paper).where(paper.c.user_id == user_id).order_by(paper.c.kind, paper.c.expires, paper.c.id)
        async with self._db.read() as c:
            return tuple(_paper(row) for row in (await c.execute(query)).mappings())

    async def put(self, user_id: int, one: Paper, moment: datetime) -> bool:
        """Keep a paper in place of the one of that place, and its reminders; False when there are too many."""
        async with self._db.write() as c:
            zone = await zone_of(c, user_id, self._zone)
            before = await _expires(c, user_id, one)
            if zone is None or (before is None and await _count(c, user_id) >= MOST_PAPERS):
                return False
            await _write(c, user_id, one, moment)
            distances = set(one.kind.usual)
            if before is not None:
                pending = await _pending(c, user_id, one)
                distances = carried_over(one.kind, before, pending, zone, moment)
            await keep_reminders(c, user_id, one.subject, distances, moment, self._zone)
            return True

    async def remove(self, user_id: int, kind: ReminderKind, place: str) -> bool:
        """Keep a paper no more, nor remind of it; False when there was none."""
        thing = sa.and_(paper.c.user_id == user_id, paper.c.kind == str(kind), paper.c.place == place)
        async with self._db.write() as c:
            found = (await c.execute(sa.delete(paper).where(thing))).rowcount
            await stop_reminders(c, user_id, kind, place)
            return bool(found)


async def _expires(c: AsyncConnection, user_id: int, one: Paper) -> Any:
    thing = (paper.c.user_id == user_id, paper.c.kind == str(one.kind), paper.c.place == one.place)
    return await c.scalar(sa.select(paper.c.expires).where(*thing))


async def _count(c: AsyncConnection, user_id: int) -> int:
    return await c.scalar(sa.select(sa.func.count()).select_from(paper).where(paper.c.user_id == user_id)) or 0


async def _write(c: AsyncConnection, user_id: int, one: Paper, moment: datetime) -> None:
    values = {"user_id": user_id, "kind": str(one.kind), "place": one.place}
    statement = insert(c, paper).values(**values, expires=one.expires, created_at=moment)
    keys = ["user_id", "kind", "place"]
    await c.execute(statement.on_conflict_do_update(index_elements=keys, set_={"expires": one.expires}))


async def _pending(c: AsyncConnection, user_id: int, one: Paper) -> list[int]:
    query = sa.select(reminder.c.days_before).where(
        reminder.c.user_id == user_id,
        reminder.c.kind == str(one.kind),
        reminder.c.place == one.place,
        reminder.c.campaign_id.is_(None),
    )
    return list((await c.scalars(query)).all())


def _paper(row: Any) -> Paper:
    return Paper(ReminderKind(row["kind"]), row["place"], row["expires"])
