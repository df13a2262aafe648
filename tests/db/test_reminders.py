"""Reminders and papers in the database: kept, chosen, queued once whatever happens."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from bot.db import schema
from bot.db.campaigns import DatabaseCampaigns
from bot.db.deliveries import DatabaseDeliveries
from bot.db.engine import Database
from bot.db.papers import DatabasePapers
from bot.db.reminders import DatabaseReminders
from bot.db.users import DatabaseUsers
from bot.domain.campaign import Campaign, CampaignKind, Content, Message
from bot.domain.language import Language
from bot.domain.paper import MOST_PAPERS, Paper
from bot.domain.reminder import Due, ReminderKind, Subject, due_at
from tests.services.delivering import ALMATY, people

NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)
PASSPORT = Subject(ReminderKind.PASSPORT, "", date(2027, 8, 15))
VISA = Subject(ReminderKind.VISA, "SCHENGEN", date(2027, 3, 12))


def words(due: Due) -> Content:
    text = f"{due.subject.kind} {due.subject.place} {due.subject.day} {due.left}"
    return Content({language: Message("sendMessage", {"text": text}) for language in Language})


@pytest.fixture
async def reminders(database: Database) -> DatabaseReminders:
    return DatabaseReminders(database, ALMATY)


async def rows(db: Database) -> list[Any]:
    async with db.read() as c:
        return list((await c.execute(sa.select(schema.reminder).order_by(schema.reminder.c.id))).mappings())


async def running(db: Database) -> list[Campaign]:
    return sorted(await DatabaseCampaigns(db).running(), key=lambda one: one.id)


async def recipients_of(db: Database, one: Campaign) -> list[int]:
    await DatabaseDeliveries(db, ALMATY).fan_out(one.id, 100, NOW)
    async with db.read() as c:
        query = sa.select(schema.delivery.c.user_id).where(schema.delivery.c.campaign_id == one.id)
        return sorted((await c.scalars(query)).all())


def text_of(one: Campaign) -> str:
    return str(one.content.by_language[Language.RU].params["text"])


async def test_distances_that_have_passed_are_not_kept(database: Database, reminders: DatabaseReminders) -> None:
    [who] = await people(database, 1)
    assert await reminders.keep(who, VISA, (365, 90, 7), NOW) == (90, 7)
    assert [(one.subject, one.days_before) for one in await reminders.of(who)] == [(VISA, 90), (VISA, 7)]
    assert [one.due_at for one in await reminders.of(who)] == [due_at(VISA.day, d, ALMATY) for d in (90, 7)]


async def test_nobody_is_reminded_who_is_not_known(reminders: DatabaseReminders) -> None:
    assert await reminders.keep(404, VISA, (7,), NOW) == ()
    assert not await reminders.switch(404, VISA, 7, on=True, moment=NOW)


async def test_another_day_takes_the_place_of_the_one_before(database: Database, reminders: DatabaseReminders) -> None:
    [who] = await people(database, 1)
    other = Subject(VISA.kind, VISA.place, date(2027, 6, 1))
    await reminders.keep(who, VISA, (90, 7), NOW)
    await reminders.keep(who, PASSPORT, (90,), NOW)
    await reminders.keep(who, other, (30,), NOW)
    assert {(one.subject, one.days_before) for one in await reminders.of(who)} == {(PASSPORT, 90), (other, 30)}


async def test_distances_are_switched_one_by_one(database: Database, reminders: DatabaseReminders) -> None:
    [who] = await people(database, 1)
    await reminders.keep(who, VISA, (30,), NOW)
    assert await reminders.switch(who, VISA, 7, on=True, moment=NOW)
    assert not await reminders.switch(who, VISA, 7, on=True, moment=NOW)
    assert not await reminders.switch(who, VISA, 365, on=True, moment=NOW)
    assert await reminders.switch(who, VISA, 30, on=False, moment=NOW)
    assert not await reminders.switch(who, VISA, 30, on=False, moment=NOW)
    assert [one.days_before for one in await reminders.of(who)] == [7]


async def test_what_is_due_is_queued_in_one_campaign_for_the_same_words(
    database: Database, reminders: DatabaseReminders
) -> None:
    first, second, third = await people(database, 3)
    for who in (first, second):
        await reminders.keep(who, VISA, (90,), NOW)
    await reminders.keep(third, PASSPORT, (90,), NOW)
    assert await reminders.queue_due(NOW, words, 100) == 0
    moment = due_at(VISA.day, 90, ALMATY)
    assert await reminders.queue_due(moment, words, 100) == 2
    [one] = await running(database)
    assert one.kind is CampaignKind.REMINDER
    assert text_of(one) == "visa SCHENGEN 2027-03-12 90"
    assert await recipients_of(database, one) == [first, second]
    assert await reminders.queue_due(moment, words, 100) == 0
    assert await DatabaseCampaigns(database).list(10, 0) == ()


async def test_what_was_queued_is_not_kept_again(database: Database, reminders: DatabaseReminders) -> None:
    [who] = await people(database, 1)
    await reminders.keep(who, VISA, (90,), NOW)
    moment = due_at(VISA.day, 90, ALMATY)
    await reminders.queue_due(moment, words, 100)
    await reminders.keep(who, VISA, (90,), NOW)  # a clock that went back, or a double tap
    assert not await reminders.switch(who, VISA, 90, on=True, moment=NOW)
    assert await reminders.queue_due(moment, words, 100) == 0


async def test_late_reminders_say_how_many_days_are_really_left_and_come_once(
    database: Database, reminders: DatabaseReminders
) -> None:
    [who] = await people(database, 1)
    await reminders.keep(who, VISA, (90, 30, 7), NOW)
    assert await reminders.queue_due(datetime(2027, 3, 10, 12, tzinfo=UTC), words, 100) == 3
    [one] = await running(database)
    assert text_of(one) == "visa SCHENGEN 2027-03-12 2"
    assert await recipients_of(database, one) == [who]


async def test_reminders_of_days_that_are_over_are_dropped(database: Database, reminders: DatabaseReminders) -> None:
    [who] = await people(database, 1)
    await reminders.keep(who, VISA, (7,), NOW)
    assert await reminders.queue_due(datetime(2027, 3, 12, 19, 30, tzinfo=UTC), words, 100) == 1  # the 13th in Almaty
    assert await running(database) == []
    assert await rows(database) == []


async def test_the_last_day_itself_is_not_too_late(database: Database, reminders: DatabaseReminders) -> None:
    [who] = await people(database, 1)
    await reminders.keep(who, VISA, (7,), NOW)
    await reminders.queue_due(datetime(2027, 3, 12, 18, 30, tzinfo=UTC), words, 100)
    assert [text_of(one) for one in await running(database)] == ["visa SCHENGEN 2027-03-12 0"]


async def test_days_are_counted_from_the_end_of_quiet_hours(database: Database, reminders: DatabaseReminders) -> None:
    [who] = await people(database, 1, quiet_start=9 * 60, quiet_end=8 * 60)  # all day but for an hour
    await reminders.keep(who, VISA, (7,), NOW)
    await reminders.queue_due(due_at(VISA.day, 7, ALMATY), words, 100)
    assert [text_of(one) for one in await running(database)] == ["visa SCHENGEN 2027-03-12 6"]


async def test_people_who_blocked_the_bot_are_passed_over(database: Database, reminders: DatabaseReminders) -> None:
    [who] = await people(database, 1, state="blocked")
    await reminders.keep(who, VISA, (90, 7), NOW)
    await reminders.queue_due(due_at(VISA.day, 90, ALMATY), words, 100)
    assert await running(database) == []
    assert [one.days_before for one in await reminders.of(who)] == [7]


async def test_a_kill_between_two_campaigns_queues_nothing_and_the_next_run_everything_once(
    database: Database, reminders: DatabaseReminders
) -> None:
    first, second = await people(database, 2)
    await reminders.keep(first, VISA, (7,), NOW)
    await reminders.keep(second, Subject(VISA.kind, "JP", VISA.day), (7,), NOW)
    made: list[Due] = []

    def killed(due: Due) -> Content:
        made.append(due)
        if len(made) == 2:
            raise asyncio.CancelledError
        return words(due)

    moment = due_at(VISA.day, 7, ALMATY)
    with pytest.raises(asyncio.CancelledError):
        await reminders.queue_due(moment, killed, 100)
    assert await running(database) == []
    await reminders.queue_due(moment, words, 100)
    found = await running(database)
    assert [await recipients_of(database, one) for one in found] == [[first], [second]]


async def test_two_replicas_at_the_same_moment_queue_each_once(
    database: Database, reminders: DatabaseReminders, empty_url: str
) -> None:
    everybody = await people(database, 40)
    for who in everybody:
        await reminders.keep(who, VISA, (7,), NOW)
    moment = due_at(VISA.day, 7, ALMATY)
    async with Database.open(empty_url) as other:
        twin = DatabaseReminders(other, ALMATY)
        taken = await asyncio.gather(*(one.queue_due(moment, words, 7) for one in (reminders, twin) * 8))
    assert sum(taken) == len(everybody)
    reached = [who for one in await running(database) for who in await recipients_of(database, one)]
    assert sorted(reached) == everybody


async def test_another_time_zone_moves_what_is_still_to_come(database: Database, reminders: DatabaseReminders) -> None:
    [who] = await people(database, 1)
    await reminders.keep(who, VISA, (90, 7), NOW)
    await reminders.queue_due(due_at(VISA.day, 90, ALMATY), words, 100)
    user = await DatabaseUsers(database).find(who)
    assert user is not None
    async with database.write() as c:
        await c.execute(sa.update(schema.users).values(timezone="America/New_York"))
    await reminders.reschedule(who)
    [queued, waiting] = sorted(await rows(database), key=lambda row: -row["days_before"])
    assert queued["due_at"] == due_at(VISA.day, 90, ALMATY)
    assert waiting["due_at"] == due_at(VISA.day, 7, ZoneInfo("America/New_York"))


async def test_old_reminders_are_pruned(database: Database, reminders: DatabaseReminders) -> None:
    [who] = await people(database, 1)
    await reminders.keep(who, VISA, (7,), NOW)
    await reminders.queue_due(due_at(VISA.day, 7, ALMATY), words, 100)
    assert await reminders.prune(VISA.day) == 0
    assert await reminders.prune(VISA.day + timedelta(days=1)) == 1


async def test_papers_are_kept_changed_and_removed_with_their_reminders(
    database: Database, reminders: DatabaseReminders
) -> None:
    [who] = await people(database, 1)
    papers = DatabasePapers(database, ALMATY)
    passport, visa = (Paper(one.kind, one.place, one.day) for one in (PASSPORT, VISA))
    assert await papers.put(who, visa, NOW)
    assert await papers.put(who, passport, NOW)
    assert await papers.of(who) == (passport, visa)
    assert [one.days_before for one in await reminders.of(who)] == [30, 180, 7, 1, 90, 30]
    await reminders.switch(who, VISA, 7, on=False, moment=NOW)
    later = Paper(VISA.kind, VISA.place, date(2027, 4, 1))
    assert await papers.put(who, later, NOW)
    assert await papers.of(who) == (passport, later)
    kept = [(one.subject.day, one.days_before) for one in await reminders.of(who) if one.subject.place]
    assert kept == [(later.expires, 30), (later.expires, 1)]
    assert await papers.remove(who, VISA.kind, VISA.place)
    assert not await papers.remove(who, VISA.kind, VISA.place)
    assert {one.subject for one in await reminders.of(who)} == {PASSPORT}


async def test_a_person_keeps_so_many_papers_and_no_more(database: Database) -> None:
    [who] = await people(database, 1)
    papers = DatabasePapers(database, ALMATY)
    places = [f"{first}{second}" for first in "ABC" for second in "ABCDEFG"][:MOST_PAPERS]
    for place in places:
        assert await papers.put(who, Paper(ReminderKind.VISA, place, VISA.day), NOW)
    assert not await papers.put(who, Paper(ReminderKind.PASSPORT, "", VISA.day), NOW)
    assert await papers.put(who, Paper(ReminderKind.VISA, "AA", PASSPORT.day), NOW)
    assert not await papers.put(404, Paper(ReminderKind.VISA, "AA", PASSPORT.day), NOW)


async def test_forgetting_leaves_neither_papers_nor_reminders(database: Database) -> None:
    [who] = await people(database, 1)
    await DatabasePapers(database, ALMATY).put(who, Paper(ReminderKind.PASSPORT, "", PASSPORT.day), NOW)
    kept = await DatabaseUsers(database).mydata(who)
    assert kept is not None
    assert [row["expires"] for row in kept["papers"]] == ["2027-08-15"]  # type: ignore[attr-defined]
    assert {row["days_before"] for row in kept["reminders"]} == {180, 90, 30}  # type: ignore[attr-defined]
    await DatabaseUsers(database).forget(who)
    assert await rows(database) == []
    assert await DatabaseUsers(database).mydata(who) is None
