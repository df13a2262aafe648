"""Destinations changed by hand."""

from dataclasses import replace
from datetime import date

import pytest

from bot.db.audit import DatabaseAudit
from bot.db.csv_rows import FactsError
from bot.db.destinations import ChangedMeanwhileError, DatabaseDestinations, to_csv
from bot.db.engine import Database
from bot.db.facts import DatabaseFacts
from bot.db.facts_files import DATA, read_destinations, shipped_territories
from bot.domain.destination import Regime
from bot.domain.destination_edit import Edit
from bot.domain.review import Concern, concerns, differences


async def test_the_export_is_the_shipped_file(facts_database: Database) -> None:
    exported = await DatabaseDestinations(facts_database).export()
    shipped = (DATA / "destinations.csv").read_text(encoding="utf-8").splitlines()
    assert sorted(exported.splitlines()) == sorted(shipped)
    assert exported.splitlines()[0] == shipped[0]


async def test_what_was_exported_can_be_imported_without_a_difference(sqlite_facts: Database) -> None:
    store = DatabaseDestinations(sqlite_facts)
    rows = read_destinations((await store.export()).encode(), shipped_territories(), "edited.csv")
    assert differences(await store.all(), rows) == ()


async def test_a_confirmed_change_is_written_with_its_history(facts_database: Database) -> None:
    store, facts = DatabaseDestinations(facts_database), DatabaseFacts(facts_database)
    before = await facts.read_facts()
    current = await store.all()
    edited = replace(
        current["DE"],
        regime=Regime.VISA_FREE,
        stay_days=90,
        as_of=date(2026, 11, 20),
        confirmed_on=date(2026, 11, 20),
    )
    [change] = differences(current, [edited, current["TR"]])
    assert change.columns == ("regime", "stay_days", "as_of", "confirmed_on")
    assert change.is_of_regime
    assert (await store.apply(Edit((change,), 7, reason="конец визам"))).is_new
    after = await facts.read_facts()
    assert (await store.all())["DE"] == edited
    assert after.revision == before.revision + 1
    [new] = [one for one in after.changes if one not in before.changes]
    assert (new.iso2, str(new.date), new.old, new.new) == (
        "DE",
        "2026-11-20",
        Regime.VISA_REQUIRED,
        Regime.VISA_FREE,
    )
    [entry] = await DatabaseAudit(facts_database).newest()
    assert entry.details == {"destinations": {"DE": list(change.columns)}, "reason": "конец визам"}


async def test_another_source_alone_is_no_event_for_travellers(facts_database: Database) -> None:
    store, facts = DatabaseDestinations(facts_database), DatabaseFacts(facts_database)
    current, before = await store.all(), (await facts.read_facts()).changes
    [change] = differences(current, [replace(current["TR"], source_name="МИД РК")])
    assert not change.concerns_travellers
    await store.apply(Edit((change,), 0))
    assert (await facts.read_facts()).changes == before


async def test_a_difference_that_was_overtaken_is_not_written(facts_database: Database) -> None:
    store = DatabaseDestinations(facts_database)
    current = await store.all()
    mine = differences(current, [replace(current["TR"], stay_days=30), replace(current["GE"], stay_days=30)])
    await store.apply(Edit(differences(current, [replace(current["TR"], stay_days=60)]), 7))
    with pytest.raises(ChangedMeanwhileError, match="TR"):
        await store.apply(Edit(mine, 8))
    assert (await store.all())["GE"] == current["GE"]
    assert (await store.apply(Edit((), 8))).versions == {}


async def test_a_new_destination_can_be_added(facts_database: Database) -> None:
    store = DatabaseDestinations(facts_database)
    current = await store.all()
    greenland = replace(current["AE"], iso2="GL", iso3="GRL", name_en="Greenland", mfa_group=None)
    [change] = differences(current, [greenland])
    assert change.before is None
    await store.apply(Edit((change,), 7))
    assert (await store.all())["GL"] == greenland


async def test_a_bad_row_of_an_import_is_named(sqlite_facts: Database) -> None:
    current = await DatabaseDestinations(sqlite_facts).all()
    text = to_csv([current["TR"], current["GE"]]).replace("visa_free", "no_visa")
    with pytest.raises(FactsError, match=r"^edited\.csv, line 2: regime 'no_visa'.*\nedited\.csv, line 3"):
        read_destinations(text.encode(), shipped_territories(), "edited.csv")


async def test_rows_that_need_a_look_are_found(sqlite_facts: Database) -> None:
    current = await DatabaseDestinations(sqlite_facts).all()
    fine = replace(current["TR"], confirmed_on=date(2026, 2, 17))
    assert concerns(fine, date(2026, 11, 22)) == ()
    assert concerns(fine, date(2027, 2, 17)) == ()
    assert concerns(fine, date(2027, 2, 18)) == (Concern.OLD,)
    assert concerns(current["AR"], date(2026, 11, 22)) == (Concern.CONFLICTING,)
    assert concerns(replace(fine, source_url=""), date(2026, 11, 22)) == (Concern.UNSOURCED,)
