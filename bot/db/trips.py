"""Trips that people asked to keep for the stay calculator. One that is followed too outlives this."""

from collections.abc import Iterable
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.schema import trip
from bot.domain.stay import Trip


class DatabaseTrips:
    """Kept trips, by person and place."""

    def __init__(self, db: Database) -> None:
        """Keep them in this database."""
        self._db = db

    async def of(self, user_id: int, place: str) -> tuple[Trip, ...]:
        """Return a person's trips to a place, the earliest first."""
        query = sa.select(trip.c.first, trip.c.last).where(_are(user_id, place)).order_by(trip.c.first)
        async with self._db.read() as c:
            return tuple(Trip(first, last) for first, last in await c.execute(query))

    async def places(self, user_id: int) -> tuple[str, ...]:
        """Return the places of a person's trips, the latest trip's first."""
        query = sa.select(trip.c.place).where(trip.c.user_id == user_id, trip.c.kept).group_by(trip.c.place)
        async with self._db.read() as c:
            return tuple((await c.scalars(query.order_by(sa.func.max(trip.c.first).desc(), trip.c.place))).all())

    async def keep(self, user_id: int, place: str, trips: Iterable[Trip], moment: datetime) -> None:
        """Make these a person's trips to a place; of those kept already the rest stays as it is.

        Of trips that begin on one day the longest is kept.
        """
        lasts = _longest(trips)
        async with self._db.write() as c:
            await _leave_out(c, _are(user_id, place), trip.c.first.not_in(list(lasts)))
            for first, last in lasts.items():
                whose = {"user_id": user_id, "place": place, "first": first}
                added = insert(c, trip).values(**whose, last=last, kept=True, created_at=moment)
                changed = {"last": last, "kept": True}
                await c.execute(added.on_conflict_do_update(index_elements=list(whose), set_=changed))

    async def forget(self, user_id: int, place: str) -> int:
        """Delete a person's trips to a place; return how many there were."""
        async with self._db.write() as c:
            return await _leave_out(c, _are(user_id, place))


async def _leave_out(c: AsyncConnection, *which: sa.ColumnElement[bool]) -> int:
    """Keep these trips no more; those that are followed stay for that. Return how many were kept."""
    alone = await c.execute(sa.delete(trip).where(*which, sa.not_(trip.c.followed)))
    followed = await c.execute(sa.update(trip).where(*which).values(kept=False))
    return alone.rowcount + followed.rowcount


def _longest(trips: Iterable[Trip]) -> dict[date, date | None]:
    found: dict[date, date | None] = {}
    for one in sorted(trips, key=lambda one: (one.first, one.last is None, one.last or one.first)):
        found[one.first] = one.last
    return found


def _are(user_id: int, place: str) -> sa.ColumnElement[bool]:
    return sa.and_(trip.c.user_id == user_id, trip.c.place == place, trip.c.kept)
