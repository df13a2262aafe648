"""People: met once, cached, marked, forgotten."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.db.engine import Database
from bot.db.subscriptions import DatabaseSubscriptions
from bot.db.users import DatabaseUsers
from bot.domain.language import Language
from bot.domain.topic import EU, Topic
from bot.domain.user import Cadence, QuietHours, Role, User, UserState
from bot.services import users as module
from bot.services.subscriptions import Subscriptions
from bot.services.users import Users

START = datetime(2026, 11, 23, 6, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def people(database: Database, clock: Clock) -> Users:
    return Users(DatabaseUsers(database), frozenset({7}), clock)


async def test_a_new_person_is_stored_with_a_guessed_language(people: Users, database: Database) -> None:
    met = await people.meet(5, "kk")
    assert (met.language, met.language_chosen, met.role) == (Language.KK, False, Role.USER)
    assert await DatabaseUsers(database).find(5) is not None


async def test_owners_come_from_settings_and_editors_from_owners(people: Users) -> None:
    assert (await people.meet(7, "ru")).role is Role.OWNER
    await people.meet(5, "ru")
    assert await people.set_editor(5, True, by=7)
    assert (await people.meet(5, "ru")).role is Role.EDITOR
    assert await people.editors() == (5,)
    assert await people.set_editor(5, False, by=7)
    assert (await people.meet(5, "ru")).role is Role.USER
    assert not await people.set_editor(404, True, by=7)


async def test_the_chosen_language_lasts(people: Users) -> None:
    await people.set_language(await people.meet(5, "ru"), Language.KK)
    people.clear()
    met = await people.meet(5, "ru")
    assert (met.language, met.language_chosen) == (Language.KK, True)


async def test_a_blocked_person_who_writes_again_is_reachable_again(people: Users) -> None:
    await people.meet(5, "ru")
    await people.set_state(5, UserState.BLOCKED)
    assert (await people.get(5)).state is UserState.BLOCKED  # type: ignore[union-attr]
    assert (await people.meet(5, "ru")).state is UserState.ACTIVE


async def test_settings_of_delivery_last(people: Users) -> None:
    met = await people.meet(5, "ru")
    met = await people.set_cadence(met, Cadence.WEEKLY)
    met = await people.set_quiet(met, QuietHours(time(22), time(7, 30)))
    met = await people.set_timezone(met, "Asia/Aqtau")
    met = await people.set_silent(met, True)
    people.clear()
    found = await people.get(5)
    assert found is not None
    assert (found.cadence, found.quiet, found.timezone, found.silent) == (
        Cadence.WEEKLY,
        QuietHours(time(22), time(7, 30)),
        "Asia/Aqtau",
        True,
    )


async def test_last_seen_is_written_in_one_go_and_not_lost_when_that_fails(people: Users, clock: Clock) -> None:
    await people.meet(5, "ru")
    clock.now = START + timedelta(hours=1)
    await people.meet(5, "ru")
    touch = people.store.touch

    async def fail(seen: Mapping[int, datetime]) -> None:
        raise OSError("disk full")

    people.store.touch = fail  # type: ignore[method-assign]
    with pytest.raises(OSError, match="disk full"):
        await people.flush()
    people.store.touch = touch  # type: ignore[method-assign]
    await people.flush()
    people.clear()
    found = await people.get(5)
    assert found is not None
    assert found.last_seen_at == clock.now


async def test_what_another_process_changed_is_seen_within_a_minute(
    people: Users, clock: Clock, database: Database
) -> None:
    await people.meet(5, "ru")
    await DatabaseUsers(database).set_editor(5, True, by=7)
    assert (await people.meet(5, "ru")).role is Role.USER
    clock.now += module.FRESH_FOR
    assert (await people.meet(5, "ru")).role is Role.EDITOR


async def test_the_cache_is_bounded(people: Users, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CACHED_USERS", 3)
    for number in range(1, 6):
        await people.meet(number, "ru")
    assert (await people.get(1)) is not None  # read again from the database


async def test_a_forgotten_person_leaves_nothing(people: Users) -> None:
    await people.meet(5, "ru")
    assert (await people.mydata(5)) is not None
    assert await people.forget(5)
    assert await people.mydata(5) is None
    assert not await people.forget(5)


class SlowStore(DatabaseUsers):
    """Counts the looks; fails as often as it is told to."""

    looks, failures = 0, 0

    async def find_with_topics(self, telegram_ids: Sequence[int]) -> dict[int, tuple[User, tuple[Topic, ...]]]:
        self.looks += 1
        await asyncio.sleep(0.01)
        if self.failures:
            self.failures -= 1
            raise OSError("the database is away")
        return await super().find_with_topics(telegram_ids)


async def test_who_writes_at_the_same_time_is_looked_up_together(database: Database, clock: Clock) -> None:
    store, subscriptions = SlowStore(database), DatabaseSubscriptions(database)
    people = Users(store, frozenset(), clock)
    for number in range(1, 31):
        await store.add(User(number, Language.KK, created_at=START))
        await subscriptions.add(number, Topic.country("TR") if number % 2 else EU)
    store.looks = 0
    met = await asyncio.gather(*(people.meet(number, "ru") for number in range(1, 31)))
    assert [one.telegram_id for one in met] == list(range(1, 31))
    assert {one.language for one in met} == {Language.KK}
    assert store.looks == 2, "the first at once, the others together"
    assert await people.topics(3) == (Topic.country("TR"),)
    assert await people.topics(4) == (EU,)
    assert store.looks == 2


async def test_a_look_that_fails_fails_for_one_and_is_made_again_for_the_others(
    database: Database, clock: Clock
) -> None:
    store = SlowStore(database)
    people = Users(store, frozenset(), clock)
    for number in range(1, 6):
        await store.add(User(number, Language.KK, created_at=START))
    store.failures = 2
    found = await asyncio.gather(*(people.get(number) for number in range(1, 6)), return_exceptions=True)
    assert sum(isinstance(one, OSError) for one in found) == 2
    assert all(one is not None for one in found)


async def test_what_a_person_follows_is_known_anew_after_a_change(people: Users, database: Database) -> None:
    subscriptions = Subscriptions(DatabaseSubscriptions(database), people.drop)
    user = await people.meet(5, "ru")
    assert await people.topics(5) == ()
    await subscriptions.subscribe(5, EU)
    await people.set_language(user, Language.KK)
    assert await people.topics(5) == (EU,)
    await subscriptions.unsubscribe_all(5)
    assert await people.topics(5) == ()
