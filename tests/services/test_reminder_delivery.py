"""Reminders on their way: queued, delivered once, waiting for the end of quiet hours, given up by who stops them."""

from datetime import UTC, date, datetime

import sqlalchemy as sa

from bot.db import schema
from bot.db.engine import Database
from bot.db.reminders import DatabaseReminders
from bot.domain.campaign import Content, Message
from bot.domain.language import Language
from bot.domain.reminder import Due, ReminderKind, Subject
from tests.services.delivering import ALMATY, Office, Telegram, people, until

SUBJECT = Subject(ReminderKind.VISA, "SCHENGEN", date(2026, 12, 23))
KEPT_AT = datetime(2026, 11, 1, tzinfo=UTC)
DUE = datetime(2026, 11, 23, 7, tzinfo=UTC)  # two hours after ten o'clock in Almaty


def words(due: Due) -> Content:
    return Content({language: Message("sendMessage", {"text": f"{due.left} {language}"}) for language in Language})


async def queued(db: Database, **who: object) -> list[int]:
    everybody = await people(db, 3, **who)
    reminders = DatabaseReminders(db, ALMATY)
    for one in everybody:
        await reminders.keep(one, SUBJECT, (30,), KEPT_AT)
    await reminders.queue_due(DUE, words, 100)
    return everybody


async def numbers(office: Office) -> list[int]:
    async with office.db.read() as c:
        return list((await c.scalars(sa.select(schema.campaign.c.id))).all())


async def test_everybody_gets_a_reminder_once_in_their_language(database: Database) -> None:
    everybody = await queued(database, cadence="weekly")  # which is for alerts
    office = Office(database, Telegram())
    async with office.open():
        await office.over(*await numbers(office))
        await DatabaseReminders(database, ALMATY).queue_due(office.now(), words, 100)
        await office.over(*await numbers(office))
    assert office.telegram.received == dict.fromkeys(everybody, 1)
    assert {params["text"] for _, params in office.telegram.delivered} == {"30 ru", "30 kk"}


async def test_a_sender_that_starts_after_a_kill_delivers_what_was_queued(database: Database) -> None:
    everybody = await queued(database)
    [number] = await numbers(Office(database, Telegram()))
    killed = Office(database, Telegram())
    await killed.deliveries.fan_out(number, 2, DUE)
    await killed.deliveries.claim(await killed.get(number), -1, 1, DUE)  # in hand when it was killed
    office = Office(database, Telegram())
    async with office.open():
        await office.over(number)
    assert office.telegram.received == dict.fromkeys(everybody, 1)


async def test_quiet_hours_hold_a_reminder_and_who_stops_it_meanwhile_gets_none(database: Database) -> None:
    staying, leaving, blocking = await queued(database, quiet_start=11 * 60, quiet_end=14 * 60)
    office = Office(database, Telegram())
    [number] = await numbers(office)
    async with office.open():
        await office.have_rows({"held": 3}, number)
        await DatabaseReminders(database, ALMATY).stop(leaving, SUBJECT.kind, SUBJECT.place)
        async with database.write() as c:
            blocked = sa.update(schema.users).where(schema.users.c.telegram_id == blocking)
            await c.execute(blocked.values(state="blocked"))
        office.later(hours=2, minutes=30)
        await office.over(number)
        await until(lambda: office.telegram.received[staying] == 1)
    assert office.telegram.received == {staying: 1}
    assert await office.rows(number) == {"sent": 1, "skipped:left": 2}


async def test_who_removes_it_before_its_turn_gets_none(database: Database) -> None:
    staying, leaving, _ = await queued(database)
    office = Office(database, Telegram())
    [number] = await numbers(office)
    await office.deliveries.fan_out(number, 2, DUE)
    await DatabaseReminders(database, ALMATY).stop(leaving, SUBJECT.kind, SUBJECT.place)
    async with office.open():
        await office.over(number)
    assert office.telegram.received[staying] == 1
    assert office.telegram.received[leaving] == 0
