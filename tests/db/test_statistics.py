"""Numbers of the desk."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.db.campaigns import add_counts, insert_campaign
from bot.db.engine import Database
from bot.db.statistics import DatabaseStatistics
from bot.db.subscriptions import DatabaseSubscriptions
from bot.db.users import DatabaseUsers
from bot.domain.campaign import Audience, CampaignKind, Content
from bot.domain.language import Language
from bot.domain.topic import EU, Topic
from bot.domain.user import User, UserState

NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)


def person(number: int, language: Language, days: int, state: UserState = UserState.ACTIVE) -> User:
    moment = NOW - timedelta(days=days)
    return User(number, language, state=state, created_at=moment, last_seen_at=moment)


async def test_an_empty_database_counts_nothing(database: Database) -> None:
    numbers = await DatabaseStatistics(database).read(NOW)
    assert set(numbers.by_state.values()) == set(numbers.by_language.values()) == {0}
    assert (numbers.seen_day, numbers.followers, numbers.deliveries) == (0, {}, {})


async def test_people_topics_and_deliveries_are_counted(database: Database) -> None:
    users, subscriptions = DatabaseUsers(database), DatabaseSubscriptions(database)
    people = [
        person(1, Language.RU, 0),
        person(2, Language.RU, 5),
        person(3, Language.KK, 40),
        person(4, Language.KK, 0, UserState.BLOCKED),
    ]
    for one in people:
        await users.add(one)
        await subscriptions.add(one.telegram_id, EU)
    await subscriptions.add(1, Topic.country("TR"))
    async with database.write() as c:
        number = await insert_campaign(c, CampaignKind.BROADCAST, Audience(), Content({}), at=NOW)
        await add_counts(c, number, {"sent": 5, "failed:blocked": 2, "failed:refused": 1, "skipped:left": 4})
    numbers = await DatabaseStatistics(database).read(NOW)
    assert numbers.by_state == {UserState.ACTIVE: 3, UserState.BLOCKED: 1, UserState.DEACTIVATED: 0}
    assert numbers.by_language == {Language.RU: 2, Language.KK: 1}
    assert (numbers.seen_day, numbers.seen_month, numbers.new_week) == (1, 2, 2)
    assert list(numbers.followers.items()) == [(EU, 3), (Topic.country("TR"), 1)]
    assert [numbers.delivered(state) for state in ("sent", "failed", "skipped")] == [5, 3, 4]
    assert replace(numbers, deliveries={}).delivered("sent") == 0
