"""Numbers of the desk."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.db.campaigns import add_counts, insert_campaign
from bot.db.engine import Database
from bot.db.question_counts import DatabaseQuestionCounts
from bot.db.statistics import DatabaseStatistics
from bot.db.subscriptions import DatabaseSubscriptions
from bot.db.users import DatabaseUsers
from bot.domain.campaign import Audience, CampaignKind, CampaignState, Content
from bot.domain.language import Language
from bot.domain.statistics import Asked, SentCampaign
from bot.domain.topic import EU, Topic
from bot.domain.user import User, UserState

NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)
ALMATY = ZoneInfo("Asia/Almaty")
TODAY = date(2026, 11, 23)


def person(number: int, language: Language, created: datetime, state: UserState = UserState.ACTIVE) -> User:
    return User(number, language, state=state, created_at=created, last_seen_at=created)


def ago(**span: float) -> datetime:
    return NOW - timedelta(**span)


async def test_an_empty_database_counts_nothing(database: Database) -> None:
    numbers = await DatabaseStatistics(database, ALMATY).read(NOW)
    assert (numbers.people.total, numbers.people.reachable, numbers.people.since) == (0, 0, None)
    assert (numbers.people.seen, numbers.people.joined) == ({1: 0, 7: 0, 30: 0}, {})
    assert (numbers.questions, numbers.counted_since, numbers.followers) == ((), None, {})
    assert (numbers.outcomes, numbers.outcomes_in_all, numbers.campaigns) == ({}, {}, ())


async def test_people_are_counted_by_state_language_and_last_visit(database: Database) -> None:
    users, subscriptions = DatabaseUsers(database), DatabaseSubscriptions(database)
    people = [
        person(1, Language.RU, ago(hours=2)),
        person(2, Language.RU, ago(days=5)),
        person(3, Language.KK, ago(days=29)),
        person(4, Language.KK, ago(days=400)),
        person(5, Language.KK, ago(hours=1), UserState.BLOCKED),
    ]
    for one in people:
        await users.add(one)
        await subscriptions.add(one.telegram_id, EU)
    await subscriptions.add(1, Topic.country("TR"))
    await subscriptions.add(5, Topic.country("GE"))
    numbers = await DatabaseStatistics(database, ALMATY).read(NOW)
    assert numbers.people.counts == {
        (UserState.ACTIVE, Language.RU): 2,
        (UserState.ACTIVE, Language.KK): 2,
        (UserState.BLOCKED, Language.KK): 1,
    }
    assert numbers.people.seen == {1: 1, 7: 2, 30: 3}  # who blocked the bot is not among them
    assert numbers.people.since == date(2025, 10, 19)
    assert sum(numbers.people.joined.values()) == 4  # the first came before the days that are looked at
    assert list(numbers.followers.items()) == [(EU, 4), (Topic.country("TR"), 1)]


@pytest.mark.parametrize(
    ("zone", "days"),
    [
        ("Asia/Almaty", {date(2026, 11, 22): 1, date(2026, 11, 23): 2}),
        ("UTC", {date(2026, 11, 22): 2, date(2026, 11, 23): 1}),
        ("Asia/Kathmandu", {date(2026, 11, 22): 1, date(2026, 11, 23): 2}),
        ("America/St_Johns", {date(2026, 11, 22): 3}),
    ],
)
async def test_a_day_is_one_of_the_bots_time_zone(database: Database, zone: str, days: dict[date, int]) -> None:
    users = DatabaseUsers(database)
    for number, moment in enumerate(("22T18:10", "22T19:20", "23T03:29"), start=1):
        await users.add(person(number, Language.KK, datetime.fromisoformat(f"2026-11-{moment}:00+00:00")))
    numbers = await DatabaseStatistics(database, ZoneInfo(zone)).read(NOW)
    assert numbers.people.joined == days


async def test_days_are_right_across_a_change_of_the_clock(database: Database) -> None:
    users, zone = DatabaseUsers(database), ZoneInfo("Europe/Berlin")  # on 25 October 2026 the day has 25 hours
    for number, (day, hour) in enumerate([(24, 23), (25, 0), (25, 23)], start=1):
        moment = datetime(2026, 10, day, hour, 59, tzinfo=zone)
        await users.add(person(number, Language.KK, moment.astimezone(UTC)))
    numbers = await DatabaseStatistics(database, zone).read(NOW)
    assert numbers.people.joined == {date(2026, 10, 24): 1, date(2026, 10, 25): 2}


async def test_deliveries_are_counted_by_the_day_their_campaign_began(database: Database) -> None:
    async with database.write() as c:
        old = await insert_campaign(c, CampaignKind.ALERT, Audience(), Content({}), at=ago(days=300))
        await add_counts(c, old, {"sent": 100})
        new = await insert_campaign(c, CampaignKind.BROADCAST, Audience(), Content({}), at=ago(days=2))
        await add_counts(c, new, {"sent": 5, "failed:blocked": 2, "failed:refused": 1, "skipped:left": 4})
        other = await insert_campaign(c, CampaignKind.BROADCAST, Audience(), Content({}), at=ago(days=2, hours=1))
        await add_counts(c, other, {"sent": 1})
        edit = await insert_campaign(c, CampaignKind.BROADCAST, Audience(), Content({}), at=NOW, target_id=new)
        await add_counts(c, edit, {"sent": 5})
        waiting = CampaignState.SCHEDULED
        await insert_campaign(c, CampaignKind.BROADCAST, Audience(), Content({}), at=NOW, state=waiting)
    numbers = await DatabaseStatistics(database, ALMATY).read(NOW)
    assert numbers.outcomes == {
        date(2026, 11, 21): {"sent": 6, "failed:blocked": 2, "failed:refused": 1, "skipped:left": 4},
        TODAY: {"sent": 5},
    }
    assert numbers.outcomes_in_all == {"sent": 111, "failed:blocked": 2, "failed:refused": 1, "skipped:left": 4}
    assert [one.id for one in numbers.campaigns] == [other, new, old]
    assert numbers.campaigns[0] == SentCampaign(other, CampaignKind.BROADCAST, date(2026, 11, 21), 0, {"sent": 1})


async def test_counts_of_questions_add_up_whoever_writes_them(database: Database) -> None:
    one, other = DatabaseQuestionCounts(database), DatabaseQuestionCounts(database)
    long_ago = TODAY - timedelta(days=400)
    await one.add({(TODAY, "country", "ru"): 2, (TODAY, "country", "kk"): 1, (long_ago, "fee", "ru"): 9})
    await other.add({(TODAY, "country", "ru"): 40, (TODAY, "status", "kk"): 0})
    await other.add({})
    numbers = await DatabaseStatistics(database, ALMATY).read(NOW)
    assert numbers.questions == (Asked(TODAY, "country", "kk", 1), Asked(TODAY, "country", "ru", 42))
    assert numbers.counted_since == long_ago
