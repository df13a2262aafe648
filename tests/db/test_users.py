"""People in the database."""

from datetime import UTC, datetime, time, timedelta

import sqlalchemy as sa

from bot.db import schema
from bot.db.audit import DatabaseAudit
from bot.db.engine import Database
from bot.db.reports import DatabaseReports
from bot.db.subscriptions import DatabaseSubscriptions
from bot.db.trips import DatabaseTrips
from bot.db.users import DatabaseUsers
from bot.domain.language import Language
from bot.domain.stay import Trip
from bot.domain.topic import EU, Topic
from bot.domain.user import Cadence, QuietHours, Role, User, UserState
from tests.db.conftest import MOMENT


async def test_a_person_is_kept_as_added(people: DatabaseUsers) -> None:
    assert await people.find(1) == User(1, Language.RU, created_at=MOMENT, last_seen_at=MOMENT)
    assert await people.find(99) is None


async def test_adding_a_known_person_changes_nothing(people: DatabaseUsers) -> None:
    await people.add(User(2, Language.RU, created_at=datetime(2030, 1, 1, tzinfo=UTC)))
    known = await people.find(2)
    assert known is not None
    assert (known.language, known.created_at) == (Language.KK, MOMENT)


async def test_an_id_beyond_32_bits_is_kept(people: DatabaseUsers) -> None:
    await people.add(User(2**52, Language.KK, created_at=MOMENT))
    known = await people.find(2**52)
    assert known is not None
    assert known.last_seen_at == MOMENT


async def test_language_state_and_delivery_are_changed(people: DatabaseUsers) -> None:
    await people.set_language(1, Language.KK)
    await people.set_state(1, UserState.BLOCKED)
    wish = User(
        1,
        Language.RU,
        cadence=Cadence.WEEKLY,
        quiet=QuietHours(time(22, 30), time(7, 0)),
        timezone="Asia/Oral",
        silent=True,
    )
    await people.set_delivery(wish)
    known = await people.find(1)
    assert known is not None
    assert (known.language, known.language_chosen, known.state) == (Language.KK, True, UserState.BLOCKED)
    assert (known.cadence, known.quiet, known.timezone, known.silent) == (
        Cadence.WEEKLY,
        wish.quiet,
        "Asia/Oral",
        True,
    )
    await people.set_delivery(User(1, Language.RU))
    known = await people.find(1)
    assert known is not None
    assert (known.quiet, known.timezone) == (None, None)


async def test_editors_come_and_go(people: DatabaseUsers) -> None:
    assert await people.set_editor(2, True, by=7)
    assert not await people.set_editor(99, True, by=7)
    assert await people.editors() == (2,)
    known = await people.find(2)
    assert known is not None
    assert known.role is Role.EDITOR
    await people.set_editor(2, False, by=7)
    assert await people.editors() == ()


async def test_last_seen_is_written_for_many_at_once(people: DatabaseUsers) -> None:
    later = MOMENT + timedelta(hours=1)
    await people.touch({1: later, 2: later, 99: later})
    await people.touch({})
    known = await people.find(1)
    assert known is not None
    assert (known.last_seen_at, known.created_at) == (later, MOMENT)
    assert await people.active_since(later) == 2
    assert await people.active_since(later + timedelta(seconds=1)) == 0


async def test_people_are_counted_by_state_and_language(people: DatabaseUsers) -> None:
    await people.add(User(3, Language.RU, state=UserState.BLOCKED, created_at=MOMENT))
    await people.set_editor(2, True, by=7)
    counts = await people.counts()
    assert counts.by_state == {UserState.ACTIVE: 2, UserState.BLOCKED: 1, UserState.DEACTIVATED: 0}
    assert counts.by_language == {Language.RU: 2, Language.KK: 1}
    assert (counts.total, counts.editors) == (3, 1)


async def leave_traces(db: Database) -> None:
    subscriptions = DatabaseSubscriptions(db)
    await subscriptions.add(1, EU)
    await subscriptions.add(2, Topic.country("TR"))
    await DatabaseReports(db).add(1, "ru", "TR", "Не 90 дней")
    await DatabaseAudit(db).add(1, "talks.publish", event=5)
    await DatabaseTrips(db).keep(1, "TR", [Trip(MOMENT.date())], MOMENT)
    async with db.write() as c:
        await c.execute(sa.insert(schema.conversation).values(key="1:1:9::", state="s", updated_at=MOMENT))
        await c.execute(sa.insert(schema.conversation).values(key="11:1:9::", state="s", updated_at=MOMENT))
        campaign = {"id": 1, "kind": "alert", "state": "running", "audience": "all", "content": {}, "total": 4}
        await c.execute(sa.insert(schema.campaign).values(**campaign, created_at=MOMENT))
        rows = [(1, "pending"), (2, "sent"), (3, "claimed")]
        values = [{"campaign_id": 1, "user_id": who, "language": "ru", "state": state} for who, state in rows]
        await c.execute(sa.insert(schema.delivery), values)
        paper = {"user_id": 1, "kind": "passport", "expires": MOMENT.date(), "created_at": MOMENT}
        await c.execute(sa.insert(schema.paper).values(paper))
        reminder = {"user_id": 1, "kind": "passport", "day": MOMENT.date(), "days_before": 7, "due_at": MOMENT}
        await c.execute(sa.insert(schema.reminder).values(reminder))


async def test_everything_of_a_person_is_shown(database: Database, people: DatabaseUsers) -> None:
    await leave_traces(database)
    data = await people.mydata(1)
    assert data is not None
    assert {name: len(rows) for name, rows in data.items() if isinstance(rows, list)} == {
        "subscriptions": 1,
        "reports": 1,
        "conversations": 1,
        "messages": 1,
        "trips": 1,
        "papers": 1,
        "reminders": 1,
        "audit": 1,
    }
    user = data["user"]
    assert isinstance(user, dict)
    assert (user["telegram_id"], user["created_at"]) == (1, MOMENT.isoformat())
    assert await people.mydata(99) is None


async def test_forgetting_leaves_nothing_but_the_desks_log(database: Database, people: DatabaseUsers) -> None:
    await leave_traces(database)
    assert await people.forget(1)
    assert not await people.forget(1)
    data = await people.mydata(1)
    assert data is not None
    assert [name for name, rows in data.items() if rows] == ["audit"]
    other = await people.mydata(2)
    assert other is not None
    assert len(other["subscriptions"]) == 1  # type: ignore[arg-type]
    async with database.read() as c:
        assert await c.scalar(sa.select(schema.conversation.c.key)) == "11:1:9::"


async def test_a_message_still_to_be_sent_to_somebody_forgotten_is_counted(
    database: Database, people: DatabaseUsers
) -> None:
    await leave_traces(database)
    await people.forget(1)
    await people.forget(2)
    await people.forget(3)
    async with database.read() as c:
        assert await c.scalar(sa.select(sa.func.count()).select_from(schema.delivery)) == 0
        counts = (await c.execute(sa.select(schema.campaign_count))).all()
    assert counts == [(1, "skipped:left", 1)]
