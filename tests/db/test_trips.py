"""Kept trips, on both engines."""

from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from bot.db.engine import Database
from bot.db.schema import trip
from bot.db.trips import DatabaseTrips
from bot.db.users import DatabaseUsers
from bot.domain.language import Language
from bot.domain.stay import Trip
from bot.domain.user import User

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
MARCH = Trip(date(2026, 3, 12), date(2026, 3, 20))
MAY = Trip(date(2026, 5, 5), date(2026, 5, 8))
OPEN = Trip(date(2026, 11, 1))


@pytest.fixture
async def trips(database: Database) -> DatabaseTrips:
    users = DatabaseUsers(database)
    for person in (7, 8):
        await users.add(User(person, Language.RU, created_at=NOW))
    return DatabaseTrips(database)


async def test_trips_come_back_in_order_and_to_their_own_person(trips: DatabaseTrips) -> None:
    await trips.keep(7, "TR", [OPEN, MARCH], NOW)
    await trips.keep(7, "SCHENGEN", [MAY], NOW)
    await trips.keep(8, "TR", [MAY], NOW)
    assert await trips.of(7, "TR") == (MARCH, OPEN)
    assert await trips.of(8, "TR") == (MAY,)
    assert await trips.of(8, "SCHENGEN") == ()
    assert await trips.places(7) == ("TR", "SCHENGEN")
    assert await trips.places(9) == ()


async def test_keeping_again_replaces(trips: DatabaseTrips) -> None:
    await trips.keep(7, "TR", [MARCH, OPEN], NOW)
    ended = Trip(OPEN.first, date(2026, 11, 20))
    await trips.keep(7, "TR", [ended, MAY], NOW)
    assert await trips.of(7, "TR") == (MAY, ended)


async def test_of_one_first_day_the_longest_is_kept(trips: DatabaseTrips) -> None:
    longer = Trip(MAY.first, date(2026, 5, 30))
    await trips.keep(7, "TR", [longer, MAY], NOW)
    assert await trips.of(7, "TR") == (longer,)
    await trips.keep(7, "TR", [Trip(MAY.first), longer], NOW)
    assert await trips.of(7, "TR") == (Trip(MAY.first),)


async def test_forgetting_tells_how_many_there_were(trips: DatabaseTrips) -> None:
    await trips.keep(7, "TR", [MARCH, MAY], NOW)
    assert await trips.forget(7, "TR") == 2
    assert await trips.forget(7, "TR") == 0
    assert await trips.of(7, "TR") == ()


async def test_a_trip_that_is_followed_outlives_the_calculator(database: Database, trips: DatabaseTrips) -> None:
    await trips.keep(7, "TR", [MARCH, MAY], NOW)
    async with database.write() as c:
        await c.execute(sa.update(trip).values(followed=True))
    await trips.keep(7, "TR", [MARCH], NOW)
    assert await trips.of(7, "TR") == (MARCH,)
    assert await trips.forget(7, "TR") == 1
    assert await trips.of(7, "TR") == ()
    assert await trips.places(7) == ()
    async with database.read() as c:
        assert await c.scalar(sa.select(sa.func.count()).select_from(trip).where(trip.c.followed)) == 2


async def test_keeping_nothing_leaves_nothing(trips: DatabaseTrips) -> None:
    await trips.keep(7, "TR", [MARCH], NOW)
    await trips.keep(7, "TR", [], NOW)
    assert await trips.of(7, "TR") == ()
