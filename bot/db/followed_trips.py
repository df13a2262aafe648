"""Trips until whose end people hear of changes. One kept for the calculator too is the same row, and outlives this."""

from datetime import date, datetime

import sqlalchemy as sa

from bot.db.audience import lasts
from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.schema import trip, users
from bot.domain.followed_trip import FollowedTrip
from bot.domain.stay_days import Trip

MOST_TRIPS = 30
"""Followed trips of one person that have not ended."""


class DatabaseFollowedTrips:
    """Followed trips in the database."""

    def __init__(self, db: Database) -> None:
        """Keep them in this database."""
        self._db = db

    async def of(self, user_id: int, since: date) -> tuple[FollowedTrip, ...]:
        """Return the trips a person follows that end on this day or later, the next first."""
        query = sa.select(trip.c.place, trip.c.first, trip.c.last).where(trip.c.user_id == user_id, lasts(trip, since))
        async with self._db.read() as c:
            rows = await c.execute(query.order_by(trip.c.first, trip.c.place))
            return tuple(FollowedTrip(place, Trip(first, last)) for place, first, last in rows)

    async def follow(self, user_id: int, one: FollowedTrip, moment: datetime) -> bool:
        """Follow a trip; False when there are too many, or nobody is known by this id."""
        ahead = sa.select(sa.func.count()).where(trip.c.user_id == user_id, lasts(trip, moment.date()))
        person = sa.select(users.c.telegram_id).where(users.c.telegram_id == user_id).with_for_update(read=True)
        async with self._db.write() as c:
            if (await c.execute(person)).first() is None or (await c.scalar(ahead) or 0) >= MOST_TRIPS:
                return False
            values = {"user_id": user_id, "place": one.place, "first": one.trip.first}
            added = insert(c, trip).values(**values, last=one.trip.last, followed=True, created_at=moment)
            keys, changed = ["user_id", "place", "first"], {"last": one.trip.last, "followed": True}
            await c.execute(added.on_conflict_do_update(index_elements=keys, set_=changed))
            return True

    async def stop(self, user_id: int, places: tuple[str, ...], first: date | None = None) -> int:
        """Follow the trips to these places no more, or the one that begins on a day; return how many were followed.

        Those that are kept for the calculator stay there.
        """
        which = [trip.c.user_id == user_id, trip.c.place.in_(places), trip.c.followed]
        if first is not None:
            which.append(trip.c.first == first)
        async with self._db.write() as c:
            alone = await c.execute(sa.delete(trip).where(*which, sa.not_(trip.c.kept)))
            kept = await c.execute(sa.update(trip).where(*which).values(followed=False))
            return alone.rowcount + kept.rowcount
