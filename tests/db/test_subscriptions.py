"""Subscriptions in the database."""

from bot.db.engine import Database
from bot.db.subscriptions import DatabaseSubscriptions
from bot.db.users import DatabaseUsers
from bot.domain.topic import EU, LIST, NEWS, Topic
from bot.domain.user import UserState

TURKEY = Topic.country("TR")


async def test_subscribing_twice_is_one_subscription(database: Database, people: DatabaseUsers) -> None:
    store = DatabaseSubscriptions(database)
    assert await store.add(1, EU)
    assert not await store.add(1, EU)
    assert await store.of(1) == (EU,)
    assert await store.has(1, EU)
    assert not await store.has(1, NEWS)


async def test_unsubscribing_what_was_not_subscribed_is_told(database: Database, people: DatabaseUsers) -> None:
    store = DatabaseSubscriptions(database)
    await store.add(1, EU)
    await store.add(2, EU)
    assert await store.remove(1, EU)
    assert not await store.remove(1, EU)
    assert await store.of(2) == (EU,)


async def test_leaving_everything(database: Database, people: DatabaseUsers) -> None:
    store = DatabaseSubscriptions(database)
    for topic in (EU, TURKEY, LIST):
        await store.add(1, topic)
    await store.add(2, EU)
    assert await store.remove_all(1) == 3
    assert await store.of(1) == ()
    assert await store.of(2) == (EU,)


async def test_only_people_who_can_be_reached_are_counted(database: Database, people: DatabaseUsers) -> None:
    store = DatabaseSubscriptions(database)
    await store.add(1, TURKEY)
    await store.add(2, TURKEY)
    await store.add(2, EU)
    assert await store.counts() == {TURKEY: 2, EU: 1}
    await people.set_state(1, UserState.BLOCKED)
    assert await store.count(TURKEY) == 1
    assert await store.count(NEWS) == 0
