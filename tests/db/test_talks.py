"""Events that the desk publishes."""

from dataclasses import replace
from datetime import date

from bot.clock import now
from bot.db.audit import DatabaseAudit
from bot.db.engine import Database
from bot.db.facts import DatabaseFacts
from bot.db.talks import DatabaseTalks
from bot.domain.language import Language
from bot.domain.talks import NewEvent, PartialDate, Stage, current_stage
from bot.services.catalogue import Catalogue, CatalogueHolder

ROUND_3 = NewEvent(
    date=PartialDate(2026, 11, 20),
    stage=Stage.ROUND,
    titles={Language.RU: "Третий раунд", Language.KK: "Үшінші раунд"},
    source_name="МИД РК",
    source_url="https://www.gov.kz/a",
)


async def snapshot(db: Database) -> Catalogue:
    return Catalogue.of(await DatabaseFacts(db).read_facts())


async def test_a_published_event_is_the_newest_fact(facts_database: Database) -> None:
    holder = CatalogueHolder(DatabaseFacts(facts_database))
    await holder.refresh()
    event_id = await DatabaseTalks(facts_database).publish(ROUND_3, by=7)
    assert await holder.refresh()
    stage = current_stage(holder.current.events)
    assert stage is not None
    assert (stage.id, stage.titles, stage.source_urls) == (event_id, ROUND_3.titles, ("https://www.gov.kz/a",))
    assert holder.current.events[0].id == event_id
    assert holder.current.newest_report == date(2026, 11, 20)
    assert holder.current.talks_checked_on == now().date()
    [entry] = await DatabaseAudit(facts_database).newest()
    assert (entry.actor, entry.action, entry.details["event"]) == (7, "talks.publish", event_id)


async def test_a_statement_does_not_move_the_stepper(facts_database: Database) -> None:
    before = current_stage((await snapshot(facts_database)).events)
    talks = DatabaseTalks(facts_database)
    await talks.publish(replace(ROUND_3, moves=False), by=7)
    await talks.publish(replace(ROUND_3, stage=Stage.CONTEXT), by=7)
    assert current_stage((await snapshot(facts_database)).events) == before


async def test_a_withdrawn_event_is_shown_nowhere(facts_database: Database) -> None:
    talks, before = DatabaseTalks(facts_database), await snapshot(facts_database)
    event_id = await talks.publish(ROUND_3, by=7)
    assert await talks.withdraw(event_id, by=7)
    assert not await talks.withdraw(event_id, by=7)
    after = await snapshot(facts_database)
    assert after.events == before.events
    assert after.newest_report == before.newest_report == date(2026, 3, 3)
    assert after.revision == before.revision + 2
    withdrawn = await talks.find(event_id)
    assert withdrawn is not None
    assert withdrawn.withdrawn


async def test_a_corrected_event_says_the_new(facts_database: Database) -> None:
    talks = DatabaseTalks(facts_database)
    event_id = await talks.publish(ROUND_3, by=7)
    details = {Language.RU: "В Брюсселе", Language.KK: "Брюссельде"}
    assert await talks.correct(event_id, replace(ROUND_3, date=PartialDate(2026, 11, 19), details=details), by=7)
    assert not await talks.correct(10**6, ROUND_3, by=7)
    event = (await snapshot(facts_database)).events[0]
    assert (event.id, str(event.date), event.details) == (event_id, "2026-11-19", details)


async def test_a_look_without_news_moves_only_the_day_of_the_look(facts_database: Database) -> None:
    talks, before = DatabaseTalks(facts_database), await snapshot(facts_database)
    await talks.note_check(date(2026, 12, 24))
    after = await snapshot(facts_database)
    assert (after.talks_checked_on, after.newest_report) == (date(2026, 12, 24), before.newest_report)
    await talks.note_check(date(2026, 12, 1))
    assert (await snapshot(facts_database)).revision == after.revision
