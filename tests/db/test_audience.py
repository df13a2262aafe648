"""Audiences of several topics: each person once, in the order of the ids, in slices as in one go."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.db import schema
from bot.db.audience import recipients
from bot.db.campaigns import DatabaseCampaigns
from bot.db.deliveries import DatabaseDeliveries
from bot.db.engine import Database
from bot.domain.campaign import Audience, CampaignKind, Content, DeliveryState, Message
from bot.domain.language import Language
from bot.domain.topic import EU, LIST, Topic
from tests.services.delivering import ALMATY

TURKEY, GEORGIA = Topic.country("TR"), Topic.country("GE")
START = datetime(2026, 11, 23, 7, tzinfo=UTC)
WORDS = Content({language: Message("sendMessage", {"text": "alert"}) for language in Language})


async def people(db: Database, following: dict[int, set[Topic]], **who: Any) -> None:
    moment = START - timedelta(days=1)
    row = {"language": "ru", "created_at": moment, "last_seen_at": moment, **who}
    topics = [(person, str(topic)) for person, of in following.items() for topic in of]
    async with db.write() as c:
        await c.execute(sa.insert(schema.users), [{"telegram_id": person, **row} for person in following])
        values = [{"user_id": person, "topic": topic, "created_at": moment} for person, topic in topics]
        await c.execute(sa.insert(schema.subscription), values)


def crowd(seed: int, size: int = 60) -> dict[int, set[Topic]]:
    chance = random.Random(seed)
    every = [TURKEY, GEORGIA, LIST, EU]
    return {chance.randrange(1, 10**12): set(chance.sample(every, chance.randrange(1, 5))) for _ in range(size)}


AUDIENCES = (
    Audience(topic=TURKEY, also=(LIST,)),
    Audience(topic=LIST, also=(GEORGIA, TURKEY)),
    Audience(topic=TURKEY, without=LIST),
    Audience(topic=TURKEY, also=(GEORGIA,), without=EU),
    Audience(without=LIST),
)


def expected(audience: Audience, following: dict[int, set[Topic]]) -> list[int]:
    return sorted(
        person
        for person, topics in following.items()
        if (not audience.topics or topics & set(audience.topics)) and audience.without not in topics
    )


@pytest.mark.parametrize("audience", AUDIENCES, ids=str)
async def test_everybody_is_in_an_audience_once(database: Database, audience: Audience) -> None:
    following = crowd(1)
    await people(database, following)
    async with database.read() as c:
        found = [row[0] for row in await c.execute(recipients(audience, tuple(Language), START))]
    assert sorted(found) == expected(audience, following)
    assert await DatabaseCampaigns(database).count(audience, tuple(Language), START) == len(found)


@pytest.mark.parametrize("audience", AUDIENCES, ids=str)
@pytest.mark.parametrize("size", [1, 7, 1000])
async def test_slices_hold_everybody_once(database: Database, audience: Audience, size: int) -> None:
    following = crowd(2, 25)
    await people(database, following)
    campaigns, deliveries = DatabaseCampaigns(database), DatabaseDeliveries(database, ALMATY)
    number = await campaigns.create(CampaignKind.ALERT, audience, WORDS, at=START)
    while not await deliveries.fan_out(number, size, START):
        pass
    async with database.read() as c:
        found = list((await c.scalars(sa.select(schema.delivery.c.user_id))).all())
    assert sorted(found) == expected(audience, following)
    stored = await campaigns.get(number)
    assert stored is not None
    assert (stored.total, stored.audience) == (len(found), audience)


async def test_who_turns_one_topic_off_between_two_slices_is_neither_missed_nor_doubled(database: Database) -> None:
    following = {number: {TURKEY, LIST} for number in range(1, 11)}
    await people(database, following)
    campaigns, deliveries = DatabaseCampaigns(database), DatabaseDeliveries(database, ALMATY)
    number = await campaigns.create(CampaignKind.ALERT, AUDIENCES[0], WORDS, at=START)
    await deliveries.fan_out(number, 5, START)
    async with database.write() as c:
        await c.execute(sa.delete(schema.subscription).where(schema.subscription.c.topic == str(TURKEY)))
    while not await deliveries.fan_out(number, 5, START):
        pass
    one = await campaigns.get(number)
    assert one is not None
    claims = await deliveries.claim(one, 0, 100, START)
    assert [row.user_id for row in claims.rows] == sorted(following), "they still follow the list"


async def test_who_left_every_topic_gets_nothing(database: Database) -> None:
    await people(database, {1: {TURKEY}, 2: {LIST}, 3: {TURKEY, LIST}})
    campaigns, deliveries = DatabaseCampaigns(database), DatabaseDeliveries(database, ALMATY)
    number = await campaigns.create(CampaignKind.ALERT, AUDIENCES[0], WORDS, at=START)
    await deliveries.fan_out(number, 100, START)
    async with database.write() as c:
        await c.execute(sa.delete(schema.subscription).where(schema.subscription.c.topic == str(TURKEY)))
    one = await campaigns.get(number)
    assert one is not None
    assert [row.user_id for row in (await deliveries.claim(one, 0, 100, START)).rows] == [2, 3]
    async with database.read() as c:
        left = await c.execute(sa.select(schema.delivery.c.state).where(schema.delivery.c.user_id == 1))
    assert left.scalar_one() == DeliveryState.SKIPPED


async def test_who_waited_and_still_follows_one_of_the_topics_gets_it(database: Database) -> None:
    await people(database, {1: {TURKEY}, 3: {TURKEY, LIST}}, cadence="daily")
    campaigns, deliveries = DatabaseCampaigns(database), DatabaseDeliveries(database, ALMATY)
    number = await campaigns.create(CampaignKind.ALERT, AUDIENCES[0], WORDS, at=START)
    await deliveries.fan_out(number, 100, START)
    one = await campaigns.get(number)
    assert one is not None
    assert (await deliveries.claim(one, 0, 100, START)).rows == ()
    async with database.write() as c:
        await c.execute(sa.delete(schema.subscription).where(schema.subscription.c.topic == str(TURKEY)))
    waited = await deliveries.claim_waiting(100, START + timedelta(days=2))
    assert [row.user_id for row in waited] == [3]
