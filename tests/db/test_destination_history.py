"""Edits of destinations: written once, kept whole, taken back exactly; with their alerts in one transaction."""

import asyncio
import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from bot.clock import now
from bot.db import schema
from bot.db.audit import DatabaseAudit
from bot.db.campaigns import DatabaseCampaigns
from bot.db.destinations import DatabaseDestinations
from bot.db.engine import Database
from bot.db.facts import DatabaseFacts
from bot.domain.campaign import Audience, CampaignState, Content, Message
from bot.domain.destination import Confidence, Destination, Regime
from bot.domain.destination_edit import Alert, Applied, ChangedMeanwhileError, Edit, EditOrigin, Version, Wording
from bot.domain.language import Language
from bot.domain.review import difference
from bot.domain.topic import LIST, Topic
from bot.domain.undo import UndoError, undo

SOON = {"as_of": date(2026, 11, 20), "confirmed_on": date(2026, 11, 22)}
WORDS = Content({language: Message("sendMessage", {"text": "changed"}) for language in Language})


def alert(*codes: str, iso2: str = "") -> Alert:
    return Alert(Audience(topic=Topic.country(codes[0]), also=(LIST,)), WORDS, codes, iso2)


async def follow(db: Database, *topics: Topic) -> None:
    """Have somebody follow these topics, so that alerts have a reader."""
    moment = now() - timedelta(days=1)
    async with db.write() as c:
        person = {"telegram_id": 1, "language": "ru", "created_at": moment, "last_seen_at": moment}
        await c.execute(sa.insert(schema.users).values(person))
        values = [{"topic": str(topic), "user_id": 1, "created_at": moment} for topic in topics]
        await c.execute(sa.insert(schema.subscription), values)


async def edit(store: DatabaseDestinations, iso2: str = "TR", **values: object) -> int:
    """Change a destination and return the number of the edit."""
    row = (await store.all())[iso2]
    told = {name: values.pop(name) for name in ("key", "reason", "alerts", "wordings") if name in values}
    change = difference(row, replace(row, **values))  # type: ignore[arg-type]
    return (await store.apply(Edit((change,), 7, **told))).versions[iso2]  # type: ignore[arg-type]


async def take_back(store: DatabaseDestinations, number: int) -> Applied:
    version = await store.version(number)
    assert version is not None
    change = undo(version.difference, (await store.all())[version.iso2])
    return await store.apply(Edit((change,), 8, EditOrigin.UNDO, undoes=number, action="destinations.undo"))


async def owner_of(db: Database, iso2: str) -> tuple[object, object]:
    table = schema.destination
    query = sa.select(table.c.edited_at, table.c.edited_by).where(table.c.iso2 == iso2)
    async with db.read() as c:
        edited_at, edited_by = (await c.execute(query)).one()
    return edited_at, edited_by


async def test_an_edit_is_kept_with_who_what_and_why(facts_database: Database) -> None:
    store = DatabaseDestinations(facts_database)
    await follow(facts_database, LIST)
    before = (await store.all())["TR"]
    number = await edit(store, regime=Regime.EVISA, stay_days=30, reason="указ № 5", alerts=(alert("TR", iso2="TR"),))
    [version] = await store.versions("TR", 10)
    assert (version.id, version.by, version.reason, version.origin) == (number, 7, "указ № 5", EditOrigin.DESK)
    assert version.before == before
    assert version.after == (await store.all())["TR"]
    assert version.difference.columns == ("regime", "stay_days")
    [campaign] = await DatabaseCampaigns(facts_database).list(5, 0)
    assert version.campaigns == (campaign.id,)
    assert (campaign.audience, campaign.created_by) == (Audience(topic=Topic.country("TR"), also=(LIST,)), 7)
    assert version.sent == 0
    assert await store.versions("GE", 10) == ()
    assert await store.version(number + 1) is None


async def test_the_same_confirmation_is_written_once_however_often_it_comes(facts_database: Database) -> None:
    store = DatabaseDestinations(facts_database)
    await follow(facts_database, Topic.country("TR"))
    row = (await store.all())["TR"]
    one = Edit((difference(row, replace(row, stay_days=30)),), 7, key="desk abc", alerts=(alert("TR", iso2="TR"),))
    assert await store.applied("desk abc") is None
    done = await asyncio.gather(*(store.apply(one) for _ in range(5)))
    assert sorted(each.is_new for each in done) == [False] * 4 + [True]
    assert len({tuple(each.versions.items()) for each in done}) == 1
    assert len({each.campaigns for each in done}) == 1
    assert len(await DatabaseCampaigns(facts_database).list(5, 0)) == 1
    assert len(await DatabaseAudit(facts_database).newest()) == 1
    again = await store.applied("desk abc")
    assert again is not None
    assert again.versions == done[0].versions


async def test_of_two_editors_at_once_the_second_is_told(facts_database: Database) -> None:
    store = DatabaseDestinations(facts_database)
    row = (await store.all())["TR"]
    edits = [Edit((difference(row, replace(row, stay_days=days)),), days, key=f"desk {days}") for days in (30, 60)]
    results = await asyncio.gather(*(store.apply(one) for one in edits), return_exceptions=True)
    [refused] = [one for one in results if isinstance(one, ChangedMeanwhileError)]
    assert refused.iso2 == "TR"
    assert len(await store.versions("TR", 10)) == 1


async def test_an_alert_that_nobody_would_read_is_not_queued(facts_database: Database) -> None:
    store = DatabaseDestinations(facts_database)
    await edit(store, stay_days=30, alerts=(alert("TR", iso2="TR"),))
    assert await DatabaseCampaigns(facts_database).list(5, 0) == ()
    row = (await store.all())["TR"]
    posted = replace(alert("TR", iso2="TR"), to_channel=True)
    await store.apply(Edit((difference(row, replace(row, stay_days=5)),), 7, alerts=(posted,)))
    assert len(await DatabaseCampaigns(facts_database).list(5, 0)) == 1, "the channel has readers"


async def test_a_refused_edit_leaves_nothing(facts_database: Database) -> None:
    store, facts = DatabaseDestinations(facts_database), DatabaseFacts(facts_database)
    stale = (await store.all())["TR"]
    await edit(store, stay_days=60)
    revision = await facts.read_revision()
    wordings = (Wording("New", dict.fromkeys(Language, "Жаңа")),)
    refused = Edit((difference(stale, replace(stale, stay_days=5)),), 8, alerts=(alert("TR"),), wordings=wordings)
    with pytest.raises(ChangedMeanwhileError):
        await store.apply(refused)
    assert await facts.read_revision() == revision
    assert await DatabaseCampaigns(facts_database).list(5, 0) == ()
    assert "New" not in (await facts.read_facts()).phrases


# -- taking back -----------------------------------------------------------------------------------


async def test_an_undo_restores_row_history_of_regimes_and_owner(facts_database: Database) -> None:
    store, facts = DatabaseDestinations(facts_database), DatabaseFacts(facts_database)
    before, changes = (await store.all())["TR"], (await facts.read_facts()).changes
    number = await edit(store, regime=Regime.EVISA, **SOON)
    assert (await owner_of(facts_database, "TR"))[1] == 7
    assert len((await facts.read_facts()).changes) == len(changes) + 1
    done = await take_back(store, number)
    assert (await store.all())["TR"] == before
    assert (await facts.read_facts()).changes == changes
    assert await owner_of(facts_database, "TR") == (None, None), "the row is the file's again"
    undone = await store.version(number)
    assert undone is not None
    assert undone.undone_by == done.versions["TR"]
    [entry, *_] = await DatabaseAudit(facts_database).newest()
    assert (entry.action, entry.details["undoes"]) == ("destinations.undo", number)


async def test_an_undo_of_an_undo_brings_all_of_it_again(facts_database: Database) -> None:
    store, facts = DatabaseDestinations(facts_database), DatabaseFacts(facts_database)
    number = await edit(store, regime=Regime.EVISA, **SOON)
    edited, told = (await store.all())["TR"], (await facts.read_facts()).changes
    original = None
    for _ in range(3):
        number = (await take_back(store, number)).versions["TR"]
        original = original or (await store.all())["TR"]
        assert (await store.all())["TR"] == original
        number = (await take_back(store, number)).versions["TR"]
        assert (await store.all())["TR"] == edited
        assert {(c.iso2, str(c.date), c.old, c.new) for c in (await facts.read_facts()).changes} == {
            (c.iso2, str(c.date), c.old, c.new) for c in told
        }


async def test_an_undo_stops_the_alert_that_is_still_going_out(facts_database: Database) -> None:
    store, campaigns = DatabaseDestinations(facts_database), DatabaseCampaigns(facts_database)
    await follow(facts_database, LIST)
    summary = alert("TR", "GE")
    number = await edit(store, stay_days=30, alerts=(alert("TR", iso2="TR"), summary))
    await take_back(store, number)
    states = {one.id: one.state for one in await campaigns.list(5, 0)}
    assert sorted(states.values()) == [CampaignState.CANCELLED, CampaignState.RUNNING], "the summary goes on"


@pytest.mark.parametrize("seed", range(4))
async def test_edits_taken_back_in_any_order_leave_the_row_as_it_was(sqlite_facts: Database, seed: int) -> None:
    """The newest edit can always be taken back; an older one only when no later one touched the same."""
    chance, store = random.Random(seed), DatabaseDestinations(sqlite_facts)
    before, standing = (await store.all())["TR"], []
    for number in range(8):
        values = chance.choice(
            [
                {"regime": chance.choice([Regime.EVISA, Regime.ETA]), "stay_days": number + 1},
                {"conditions": f"condition {number}"},
                {"confidence": chance.choice([Confidence.LOW, Confidence.MEDIUM]), "notes": f"note {number}"},
            ]
        )
        standing.append(await edit(store, **values))
    refused = 0
    while standing:
        number = chance.choice(standing)
        try:
            await take_back(store, number)
        except UndoError:
            refused += 1
            assert number != standing[-1]
            continue
        standing.remove(number)
    assert (await store.all())["TR"] == before
    assert refused


# -- phrases ---------------------------------------------------------------------------------------


async def test_a_new_phrase_is_translated_at_once_and_the_known_stay(facts_database: Database) -> None:
    store, facts = DatabaseDestinations(facts_database), DatabaseFacts(facts_database)
    said = {Language.RU: "Нужен зонт", Language.KK: "Қолшатыр керек"}
    known = "Not for work, study or business"
    wordings = (Wording("Bring an umbrella", said), Wording(known, dict.fromkeys(Language, "x")))
    await edit(store, conditions="Bring an umbrella", wordings=wordings)
    phrases = (await facts.read_facts()).phrases
    assert phrases["Bring an umbrella"] == said
    assert phrases[known][Language.RU] == "Не для работы, учёбы и бизнеса"


async def test_pages_of_the_history_join_without_gap(facts_database: Database) -> None:
    store = DatabaseDestinations(facts_database)
    for days in range(1, 6):
        await edit(store, "TR" if days % 2 else "GE", stay_days=days)
    every = await store.versions(None, 10)
    first = await store.versions(None, 2)
    rest = await store.versions(None, 10, first[-1].id)
    assert (*first, *rest) == every
    assert [one.iso2 for one in every] == ["TR", "GE", "TR", "GE", "TR"]
    of_turkey: tuple[Version, ...] = await store.versions("TR", 10)
    assert [one.after.stay_days for one in of_turkey] == [5, 3, 1]


async def test_one_row_can_be_exported(sqlite_facts: Database) -> None:
    store = DatabaseDestinations(sqlite_facts)
    text = await store.export("TR")
    [row] = store.parse(text.encode(), "one.csv")
    assert row == (await store.all())["TR"]
    assert isinstance(row, Destination)
