"""Every shipped row, one by one, as issue and contract ask: codes, names, regime, days, source, dates."""

import csv
import re
from datetime import date

import pytest

from bot.db.cldr_names import COLUMNS, cldr_rows
from bot.db.engine import Database
from bot.db.facts import DatabaseFacts
from bot.db.facts_files import DATA, FILES
from bot.domain.destination import Destination, Regime
from bot.domain.language import Language
from bot.domain.talks import STEPS, PartialDate, current_stage, rounds_held
from bot.domain.web_address import is_web_address
from bot.services.catalogue import Catalogue

NEWEST_LOOK = date(2026, 11, 23)


def shipped(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
async def catalogue(sqlite_facts: Database) -> Catalogue:
    return Catalogue.of(await DatabaseFacts(sqlite_facts).read_facts())


def test_names_of_territories_are_those_of_babels_cldr() -> None:
    rows = [tuple(row[column] for column in COLUMNS) for row in shipped("names.csv")]
    assert rows == cldr_rows(), "run python -m bot.db.cldr_names > bot/data/names.csv"


@pytest.mark.parametrize("row", shipped("destinations.csv"), ids=lambda row: row["iso2"])
def test_a_shipped_destination_is_whole(row: dict[str, str]) -> None:
    known = {name["iso2"]: name for name in shipped("names.csv")}
    assert row["iso3"] == known[row["iso2"]]["iso3"]
    assert all(known[row["iso2"]][language] for language in ("ru", "kk", "en"))
    assert row["regime"] in set(Regime)
    if row["stay_days"]:
        assert 1 <= int(row["stay_days"]) <= 3650
    assert is_web_address(row["source_url"])
    assert row["source_name"]
    assert (
        date(2010, 1, 1) <= date.fromisoformat(row["as_of"]) <= date.fromisoformat(row["confirmed_on"]) <= NEWEST_LOOK
    )


async def test_the_database_holds_every_shipped_destination_column_for_column(catalogue: Catalogue) -> None:
    def written(destination: Destination, column: str) -> str:
        value = getattr(destination, column)
        return "" if value is None else str(value)

    rows = shipped("destinations.csv")
    assert len(rows) == len(catalogue.destinations) == 198
    for row in rows:
        kept = catalogue.destinations[row["iso2"]]
        assert {column: written(kept, column) for column in row} == row


async def test_every_destination_has_a_name_in_both_languages(catalogue: Catalogue) -> None:
    for iso2 in catalogue.destinations:
        for language in Language:
            name = catalogue.name(iso2, language)
            assert re.search("[а-яёәғқңөұүһі]", name.lower()), (iso2, name)
            assert "(" not in name
            assert "о-ва" not in name


async def test_every_cldr_name_and_every_alias_is_known(catalogue: Catalogue) -> None:
    known = {(iso2, name, language) for iso2, name, language, _ in catalogue.place_names}
    for row in shipped("names.csv"):
        assert {(row["iso2"], row[language], language) for language in ("en", "ru", "kk")} <= known
    for row in shipped("aliases.csv"):
        assert (row["iso2"], row["alias"], row["lang"]) in known


async def test_the_ministrys_count_is_as_the_sources_say(catalogue: Catalogue) -> None:
    groups = [one.mfa_group for one in catalogue.destinations.values()]
    assert groups.count("visa_free_42") == 40  # type: ignore[arg-type]
    assert len(catalogue.schengen) == 29


async def test_the_talks_are_where_the_facts_say(catalogue: Catalogue) -> None:
    stage = current_stage(catalogue.events)
    assert stage is not None
    assert (stage.stage.value, stage.date) == ("round", PartialDate(2026, 3, 3))
    assert [str(one.date) for one in rounds_held(catalogue.events)] == ["2025-12-02", "2026-03-03"]
    assert catalogue.newest_report == date(2026, 3, 3)
    assert catalogue.talks_checked_on >= catalogue.newest_report


async def test_events_are_newest_first_and_whole(catalogue: Catalogue) -> None:
    assert len(catalogue.events) == len(shipped("negotiation_timeline.csv"))
    days = [event.date.first_day for event in catalogue.events]
    assert days == sorted(days, reverse=True)
    for event in catalogue.events:
        assert all(event.titles[language] for language in Language)
        assert event.source_urls
        assert all(map(is_web_address, event.source_urls))


async def test_topics_have_links_without_remarks(catalogue: Catalogue) -> None:
    assert [topic.id for topic in catalogue.topics[:4]] == [
        "processing_time",
        "documents",
        "validity",
        "multiple_entry",
    ]
    for topic in catalogue.topics:
        assert all(map(is_web_address, topic.source_urls))


async def test_there_are_thirteen_stages_in_order(catalogue: Catalogue) -> None:
    assert [one.stage for one in catalogue.stages] == list(STEPS)
    for one in catalogue.stages:
        assert all(one.titles[language] for language in Language)


def test_every_file_that_is_read_is_shipped() -> None:
    assert [file.name for file in FILES if not (DATA / file.name).is_file()] == []
