"""Followed trips, and alerts to those who follow one: each person once, until the trip is over where they are."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.db import schema
from bot.db.audience import recipients
from bot.db.campaigns import DatabaseCampaigns
from bot.db.deliveries import DatabaseDeliveries
from bot.db.engine import Database
from bot.db.followed_trips import MOST_TRIPS, DatabaseFollowedTrips
from bot.db.trips import DatabaseTrips
from bot.domain.campaign import Audience, CampaignKind, Content, Message
from bot.domain.followed_trip import FollowedTrip
from bot.domain.language import Language
from bot.domain.stay_days import Trip
from bot.domain.topic import LIST, Topic
from tests.services.delivering import ALMATY, people

NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)  # the 24th in Almaty, the 23rd in New York
TODAY = date(2026, 11, 24)
TURKEY = Topic.country("TR")
WORDS = Content({language: Message("sendMessage", {"text": "alert"}) for language in Language})
ALERTED = Audience(topic=TURKEY, also=(LIST,), trips=("TR",))


def to(place: str, last: date, *, days: int = 10) -> FollowedTrip:
    return FollowedTrip(place, Trip(last - timedelta(days=days), last))


async def alerted(db: Database, audience: Audience = ALERTED) -> list[int]:
    async with db.read() as c:
        found = [row[0] for row in await c.execute(recipients(audience, tuple(Language), NOW))]
    assert await DatabaseCampaigns(db).count(audience, tuple(Language), NOW) == len(found)
    return sorted(found)


async def test_followers_of_a_trip_are_alerted_until_its_last_day(database: Database) -> None:
    ending, over, planned, elsewhere, dropped, untold = await people(database, 6)
    trips = DatabaseFollowedTrips(database)
    await trips.follow(ending, to("TR", TODAY), NOW)
    await trips.follow(over, to("TR", TODAY - timedelta(days=1)), NOW)
    await trips.follow(planned, to("TR", TODAY + timedelta(days=90)), NOW)
    await trips.follow(elsewhere, to("GE", TODAY), NOW)
    await trips.follow(dropped, to("TR", TODAY), NOW)
    await trips.stop(dropped, ("TR", "SCHENGEN"))
    await DatabaseTrips(database).keep(untold, "TR", [Trip(TODAY, TODAY)], NOW)
    assert await alerted(database) == [ending, planned]
    assert await alerted(database, Audience(topic=TURKEY, trips=("TR", "GE"))) == [ending, planned, elsewhere]


@pytest.mark.parametrize(
    ("zone", "last", "is_told"),
    [
        ("America/New_York", date(2026, 11, 23), True),
        ("America/New_York", date(2026, 11, 22), False),
        ("Asia/Tokyo", date(2026, 11, 23), False),
        (None, date(2026, 11, 23), False),
        (None, date(2026, 11, 24), True),
    ],
)
async def test_a_trip_ends_by_the_day_it_is_where_the_person_is(
    database: Database, zone: str | None, last: date, is_told: bool
) -> None:
    [who] = await people(database, 1, timezone=zone)
    await DatabaseFollowedTrips(database).follow(who, to("TR", last), NOW)
    assert await alerted(database) == ([who] if is_told else [])


async def test_a_trip_without_an_end_is_under_way(database: Database) -> None:
    [who] = await people(database, 1)
    trips = DatabaseFollowedTrips(database)
    await trips.follow(who, to("TR", TODAY), NOW)
    await DatabaseTrips(database).keep(who, "TR", [Trip(TODAY - timedelta(days=10))], NOW)  # still there
    assert await alerted(database) == [who]
    [kept] = await trips.of(who, TODAY + timedelta(days=30))
    assert kept.trip.last is None


@pytest.mark.parametrize("size", [1, 7, 1000])
async def test_who_follows_all_of_it_and_several_trips_gets_one_alert(database: Database, size: int) -> None:
    chance = random.Random(size)
    everybody = await people(database, 40)
    trips = DatabaseFollowedTrips(database)
    expected = set()
    for who in everybody:
        wishes = chance.sample(["country:TR", "list", "TR", "SCHENGEN", "eu"], chance.randrange(1, 4))
        for wish in wishes:
            if wish.isupper():
                await trips.follow(who, to(wish, TODAY + timedelta(days=1), days=1), NOW)
                await trips.follow(who, to(wish, TODAY + timedelta(days=2), days=3), NOW)
            else:
                values = {"user_id": who, "topic": wish, "created_at": NOW}
                async with database.write() as c:
                    await c.execute(sa.insert(schema.subscription).values(values))
        expected |= {who} if set(wishes) - {"eu"} else set()
    audience = Audience(topic=TURKEY, also=(LIST,), trips=("TR", "SCHENGEN"))
    campaigns, deliveries = DatabaseCampaigns(database), DatabaseDeliveries(database, ALMATY)
    number = await campaigns.create(CampaignKind.ALERT, audience, WORDS, at=NOW)
    while not await deliveries.fan_out(number, size, NOW):
        pass
    async with database.read() as c:
        found = list((await c.scalars(sa.select(schema.delivery.c.user_id))).all())
    assert sorted(found) == sorted(expected)


async def test_who_follows_the_list_is_left_out_with_the_summary(database: Database) -> None:
    both, trip_only = await people(database, 2)
    subscription = {"user_id": both, "topic": "list", "created_at": NOW - timedelta(days=1)}
    async with database.write() as c:
        await c.execute(sa.insert(schema.subscription), [subscription])
    for who in (both, trip_only):
        await DatabaseFollowedTrips(database).follow(who, to("TR", TODAY), NOW)
    assert await alerted(database, Audience(topic=TURKEY, without=LIST, trips=("TR",))) == [trip_only]


async def test_who_stops_between_the_fan_out_and_the_claim_is_left_out(database: Database) -> None:
    staying, leaving = await people(database, 2)
    trips = DatabaseFollowedTrips(database)
    for who in (staying, leaving):
        await trips.follow(who, to("TR", TODAY), NOW)
    campaigns, deliveries = DatabaseCampaigns(database), DatabaseDeliveries(database, ALMATY)
    number = await campaigns.create(CampaignKind.ALERT, ALERTED, WORDS, at=NOW)
    await deliveries.fan_out(number, 100, NOW)
    await trips.stop(leaving, ("TR",))
    campaign = await campaigns.get(number)
    assert campaign is not None
    claims = await deliveries.claim(campaign, -1, 100, NOW)
    assert [row.user_id for row in claims.rows] == [staying]


async def test_trips_are_listed_stopped_one_by_one_and_bounded(database: Database) -> None:
    [who] = await people(database, 1)
    trips = DatabaseFollowedTrips(database)
    first, second = to("TR", TODAY + timedelta(days=20)), to("GE", TODAY + timedelta(days=40))
    assert await trips.follow(who, second, NOW)
    assert await trips.follow(who, first, NOW)
    assert await trips.of(who, TODAY) == (first, second)
    await DatabaseTrips(database).keep(who, "TR", [first.trip], NOW)
    assert await trips.stop(who, ("TR",), second.trip.first) == 0
    assert await trips.stop(who, ("TR",), first.trip.first) == 1
    assert await trips.of(who, TODAY) == (second,)
    assert await DatabaseTrips(database).of(who, "TR") == (first.trip,), "it stays in the calculator"
    assert await DatabaseTrips(database).of(who, "GE") == (), "a plan that is followed is none of its trips"
    assert not await trips.follow(404, first, NOW)
    for number in range(MOST_TRIPS - 1):
        assert await trips.follow(who, to("JP", TODAY + timedelta(days=50 + number)), NOW)
    assert not await trips.follow(who, first, NOW)
