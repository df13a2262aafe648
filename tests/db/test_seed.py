"""Seeding: what the files say comes in, what editors did stays."""

import csv
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.clock import now
from bot.db import schema
from bot.db.csv_rows import FactsError
from bot.db.destinations import DatabaseDestinations
from bot.db.engine import Database
from bot.db.facts import DatabaseFacts
from bot.db.facts_files import DATA, FILES
from bot.db.revision import read_revision
from bot.db.seed import SeedReport, seed
from bot.db.talks import DatabaseTalks
from bot.domain.language import Language
from bot.domain.talks import NewEvent, PartialDate, Stage

Edit = Callable[[list[dict[str, str]]], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the files that the contract names, and no others."""
    for file in FILES:
        if file.required:
            shutil.copy(DATA / file.name, tmp_path)
    return tmp_path


def rewrite(path: Path, edit: Edit) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        columns, rows = list(reader.fieldnames or ()), list(reader)
    edit(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


def set_row(code: str, **values: str) -> Edit:
    def edit(rows: list[dict[str, str]]) -> None:
        next(row for row in rows if row["iso2"] == code).update(values)

    return edit


async def destination(db: Database, code: str) -> sa.RowMapping | None:
    async with db.read() as c:
        query = sa.select(schema.destination).where(schema.destination.c.iso2 == code)
        return (await c.execute(query)).mappings().first()


async def revision(db: Database) -> int:
    async with db.read() as c:
        return await read_revision(c)


async def test_seeding_again_reads_nothing_and_changes_nothing(facts_database: Database) -> None:
    before = await revision(facts_database)
    assert await seed(facts_database) == SeedReport()
    assert await revision(facts_database) == before == 1


async def test_reading_unchanged_facts_anew_changes_nothing(facts_database: Database) -> None:
    async with facts_database.write() as c:
        await c.execute(sa.delete(schema.seed_file))
    report = await seed(facts_database)
    assert report.is_empty
    assert report.kept == 0
    assert set(report.files) >= {file.name for file in FILES if file.required}
    assert await revision(facts_database) == 1


async def test_a_changed_row_changes_only_that_row(facts_database: Database, folder: Path) -> None:
    rewrite(folder / "destinations.csv", set_row("TH", regime="visa_required", stay_days=""))
    report = await seed(facts_database, folder)
    assert (report.added, report.changed, report.removed) == (0, 1, 0)
    row = await destination(facts_database, "TH")
    assert row is not None
    assert (row["regime"], row["stay_days"]) == ("visa_required", None)
    assert await revision(facts_database) == 2


async def test_a_row_gone_from_the_file_goes(facts_database: Database, folder: Path) -> None:
    rewrite(folder / "destinations.csv", lambda rows: rows.remove(next(r for r in rows if r["iso2"] == "TV")))
    assert (await seed(facts_database, folder)).removed == 1
    assert await destination(facts_database, "TV") is None


async def test_a_followed_destination_stays_when_its_row_goes(facts_database: Database, folder: Path) -> None:
    async with facts_database.write() as c:
        moment = now()
        await c.execute(
            sa.insert(schema.users).values(telegram_id=1, language="ru", created_at=moment, last_seen_at=moment)
        )
        await c.execute(sa.insert(schema.subscription).values(topic="country:TV", user_id=1, created_at=moment))
    rewrite(folder / "destinations.csv", lambda rows: rows.remove(next(r for r in rows if r["iso2"] == "TV")))
    report = await seed(facts_database, folder)
    assert (report.removed, report.kept) == (0, 1)
    assert await destination(facts_database, "TV") is not None


async def edit_turkey(db: Database) -> None:
    from dataclasses import replace

    from bot.domain.destination_edit import Edit
    from bot.domain.review import differences

    store = DatabaseDestinations(db)
    current = await store.all()
    await store.apply(Edit(differences(current, [replace(current["TR"], stay_days=60)]), 7))


async def test_an_editors_row_stays_over_an_older_file(facts_database: Database, folder: Path) -> None:
    await edit_turkey(facts_database)
    rewrite(folder / "destinations.csv", set_row("TR", stay_days="30"))
    report = await seed(facts_database, folder)
    assert (report.changed, report.kept) == (0, 1)
    row = await destination(facts_database, "TR")
    assert row is not None
    assert (row["stay_days"], row["edited_by"]) == (60, 7)


async def test_an_editors_row_gives_way_to_a_newer_file(facts_database: Database, folder: Path) -> None:
    await edit_turkey(facts_database)
    later = (now().date() + timedelta(days=2)).isoformat()
    rewrite(folder / "destinations.csv", set_row("TR", stay_days="30", confirmed_on=later))
    assert (await seed(facts_database, folder)).changed == 1
    row = await destination(facts_database, "TR")
    assert row is not None
    assert (row["stay_days"], row["edited_at"], row["edited_by"]) == (30, None, None)


async def test_an_editors_row_stays_when_the_file_has_lost_it(facts_database: Database, folder: Path) -> None:
    await edit_turkey(facts_database)
    rewrite(folder / "regime_changes.csv", lambda rows: rows.clear())
    rewrite(folder / "destinations.csv", lambda rows: rows.remove(next(r for r in rows if r["iso2"] == "TR")))
    await seed(facts_database, folder)
    assert await destination(facts_database, "TR") is not None


async def test_events_of_the_desk_are_never_touched(facts_database: Database, folder: Path) -> None:
    talks = DatabaseTalks(facts_database)
    titles = {Language.RU: "Парафирование", Language.KK: "Парафтау"}
    published = await talks.publish(
        NewEvent(PartialDate(2026, 11, 20), Stage.INITIALLING, titles, "МИД", "https://gov.kz/"), by=7
    )
    rewrite(folder / "negotiation_timeline.csv", lambda rows: rows.clear())
    await seed(facts_database, folder)
    event = await talks.find(published)
    assert event is not None
    assert event.titles == titles
    assert [one.id for one in (await DatabaseFacts(facts_database).read_facts()).events] == [published]


async def test_a_withdrawn_or_corrected_event_of_the_file_stays_so(facts_database: Database, folder: Path) -> None:
    talks, facts = DatabaseTalks(facts_database), DatabaseFacts(facts_database)
    newest, second, *_ = (await facts.read_facts()).events
    await talks.withdraw(newest.id, by=7)
    titles = {Language.RU: "Исправлено", Language.KK: "Түзетілді"}
    await talks.correct(second.id, NewEvent(second.date, second.stage, titles, "МИД", "https://gov.kz/"), by=7)

    def edit(rows: list[dict[str, str]]) -> None:
        for row in rows:
            row["title_ru"] += " (уточнено)"

    rewrite(folder / "negotiation_timeline.csv", edit)
    report = await seed(facts_database, folder)
    events = {one.id: one for one in (await facts.read_facts()).events}
    assert newest.id not in events
    assert events[second.id].titles == titles
    assert (report.added, report.removed, report.kept) == (0, 0, 2)


async def test_only_the_events_that_move_the_stepper_move_it(facts_database: Database) -> None:
    events = (await DatabaseFacts(facts_database).read_facts()).events
    moving = [(str(one.date), one.stage.value) for one in reversed(events) if one.moves]
    assert moving == [
        ("2023-05-15", "dialogue"),
        ("2025-03-27", "mandate"),
        ("2025-12-01", "launch"),
        ("2025-12-02", "round"),
        ("2026-03-03", "round"),
    ]


async def test_a_folder_with_the_contracts_files_only_is_enough(database: Database, folder: Path) -> None:
    report = await seed(database, folder)
    assert report.added > 2000
    facts = await DatabaseFacts(database).read_facts()
    assert len(facts.destinations) == 198
    assert facts.revision == 1


BAD = [
    ("destinations.csv", {"regime": "free"}, "regime 'free' is not one of visa_free, "),
    ("destinations.csv", {"iso2": "XX"}, "iso2 'XX' is no ISO 3166 alpha-2 code"),
    ("destinations.csv", {"iso3": "TUT"}, "iso3 'TUT' does not belong to"),
    ("destinations.csv", {"stay_days": "0"}, "stay_days '0' is not a whole number from 1 to 3650"),
    ("destinations.csv", {"stay_days": "3651"}, "stay_days '3651' is not a whole number"),
    ("destinations.csv", {"stay_days": "ninety"}, "stay_days 'ninety' is not a whole number"),
    ("destinations.csv", {"as_of": "2026-02-30"}, "as_of '2026-02-30' is not a date"),
    ("destinations.csv", {"confirmed_on": "2026-02"}, "confirmed_on '2026-02' is not a date as YYYY-MM-DD"),
    ("destinations.csv", {"confirmed_on": "1999-01-01"}, "is before as_of"),
    ("destinations.csv", {"source_url": "ftp://example.org/a"}, "is not a web address"),
    ("destinations.csv", {"source_url": "javascript:alert(1)"}, "is not a web address"),
    ("destinations.csv", {"source_url": ""}, "source_url is empty"),
    ("destinations.csv", {"name_en": " "}, "name_en is empty"),
    ("destinations.csv", {"confidence": "sure"}, "confidence 'sure' is not one of high, medium, low"),
    ("destinations.csv", {"region": "Mars"}, "region 'Mars' is not one of"),
    ("destinations.csv", {"mfa_group": "42"}, "mfa_group '42' is not one of"),
    ("destinations.csv", {"notes": "a\x07b"}, "notes holds an unprintable character"),
    ("destinations.csv", {"notes": "a" * 5000}, "notes is longer than 4000 characters"),
    ("aliases.csv", {"iso2": "QQ"}, "iso2 'QQ' is no ISO 3166 alpha-2 code"),
    ("aliases.csv", {"lang": "fr"}, "lang 'fr' is not one of en, ru, kk, translit"),
    ("aliases.csv", {"kind": "nick"}, "kind 'nick' is not one of"),
    ("aliases.csv", {"alias": ""}, "alias is empty"),
    ("howto.csv", {"topic": "weather"}, "topic 'weather' is not one of"),
    ("howto.csv", {"answer_kk": ""}, "answer_kk is empty"),
    ("howto.csv", {"iso2_or_group": "ASIA"}, "iso2_or_group 'ASIA' is no"),
    ("regime_changes.csv", {"iso2": "GL"}, "iso2 'GL' is not among the destinations"),
    ("regime_changes.csv", {"new_regime": ""}, "new_regime is empty"),
    ("negotiation_timeline.csv", {"stage": "party"}, "stage 'party' is not one of"),
    ("negotiation_timeline.csv", {"date": "2026-13"}, "date '2026-13' is not a date"),
    ("negotiation_timeline.csv", {"title_kk": ""}, "title_kk is empty"),
    ("negotiation_topics.csv", {"source_url": "see the law"}, "is not a web address"),
]


@pytest.mark.parametrize(("name", "values", "reason"), BAD, ids=[f"{n}-{r[:30]}" for n, _, r in BAD])
async def test_a_bad_row_is_refused_by_its_line(
    sqlite_facts: Database, folder: Path, name: str, values: dict[str, str], reason: str
) -> None:
    rewrite(folder / name, lambda rows: rows[2].update(values))
    rewrite(folder / "aliases.csv", lambda rows: rows.append({**rows[0], "alias": "Новое имя"}))
    with pytest.raises(FactsError) as refusal:
        await seed(sqlite_facts, folder)
    assert str(refusal.value).startswith(f"{name}, line ")
    assert reason in str(refusal.value)
    assert await revision(sqlite_facts) == 1
    async with sqlite_facts.read() as c:
        assert (
            await c.scalar(sa.select(schema.place_name.c.iso2).where(schema.place_name.c.name == "Новое имя")) is None
        )


async def test_the_line_is_that_of_the_file_even_after_texts_of_several_lines(database: Database, folder: Path) -> None:
    def edit(rows: list[dict[str, str]]) -> None:
        rows[0]["notes"] = "one\ntwo\nthree"
        rows[1]["regime"] = "free"

    rewrite(folder / "destinations.csv", edit)
    with pytest.raises(FactsError, match=r"^destinations\.csv, line 5: regime 'free'"):
        await seed(database, folder)
    assert await destination(database, "AF") is None


async def test_every_bad_row_is_named(database: Database, folder: Path) -> None:
    rewrite(folder / "destinations.csv", lambda rows: [row.update(regime="free") for row in rows][:0])
    with pytest.raises(FactsError) as refusal:
        await seed(database, folder)
    lines = str(refusal.value).splitlines()
    assert [line.split(":")[0] for line in lines[:3]] == [f"destinations.csv, line {n}" for n in (2, 3, 4)]
    assert lines[-1] == "… and 178 more"


@pytest.mark.parametrize("name", ["destinations.csv", "aliases.csv", "howto.csv", "negotiation_timeline.csv"])
async def test_a_repeated_row_is_refused(database: Database, folder: Path, name: str) -> None:
    rewrite(folder / name, lambda rows: rows.append(rows[0]))
    with pytest.raises(FactsError, match="repeats line 2"):
        await seed(database, folder)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"iso2,alias,lang\nTR,x,ru\n", "line 1: column kind is missing"),
        (b"iso2,alias,lang,kind,extra\n", "line 1: column 'extra' is not known"),
        (b"iso2,alias,lang,kind,kind\n", "line 1: a column is there twice"),
        (b"", "line 1: column iso2 is missing"),
        (b"iso2,alias,lang,kind\nTR,x,ru\n", "line 2: 3 values where the header has 4"),
        ("iso2,alias,lang,kind\nTR,Турция,ru,country\n".encode("cp1251"), "line 2: not UTF-8 text"),
        (b'iso2,alias,lang,kind\nTR,"x,ru,country\n', "line 2: unexpected end of data"),
        (b"iso2,alias,lang,kind\n" + b"\n" * 5_000_000, "5000021 bytes, more than 5000000"),
    ],
)
async def test_a_file_that_is_no_such_table_is_refused(
    sqlite_facts: Database, folder: Path, content: bytes, reason: str
) -> None:
    (folder / "aliases.csv").write_bytes(content)
    with pytest.raises(FactsError) as refusal:
        await seed(sqlite_facts, folder)
    assert reason in str(refusal.value)


async def test_a_missing_file_is_named(database: Database, folder: Path) -> None:
    (folder / "howto.csv").unlink()
    with pytest.raises(FactsError, match=r"howto\.csv is missing"):
        await seed(database, folder)


async def test_a_byte_order_mark_and_another_order_of_columns_are_fine(facts_database: Database, folder: Path) -> None:
    path = folder / "aliases.csv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, ("kind", "lang", "alias", "iso2"))
        writer.writeheader()
        writer.writerows(rows)
    report = await seed(facts_database, folder)
    assert report.files == ("aliases.csv",)
    assert report.is_empty


async def test_the_last_look_at_the_sources_never_goes_back(facts_database: Database) -> None:
    talks = DatabaseTalks(facts_database)
    await talks.note_check(date(2026, 12, 24), date(2026, 3, 3))
    async with facts_database.write() as c:
        await c.execute(sa.delete(schema.seed_file))
    await seed(facts_database)
    facts = await DatabaseFacts(facts_database).read_facts()
    assert facts.checks["talks"].checked_on == date(2026, 12, 24)


async def add_phrase(db: Database, english: str, conditions: str = "") -> None:
    from dataclasses import replace

    from bot.domain.destination_edit import Edit, Wording
    from bot.domain.review import differences

    store = DatabaseDestinations(db)
    current = await store.all()
    changes = differences(current, [replace(current["TR"], conditions=conditions or english)])
    await store.apply(Edit(changes, 7, wordings=(Wording(english, dict.fromkeys(Language, "Қолшатыр")),)))


async def phrase(db: Database, english: str) -> Any:
    async with db.read() as c:
        found = await c.execute(sa.select(schema.phrase).where(schema.phrase.c.en == english))
        return found.mappings().one_or_none()


async def test_a_phrase_of_an_editor_stays_until_a_file_brings_its_own(facts_database: Database, folder: Path) -> None:
    shutil.copy(DATA / "phrases.csv", folder)
    await add_phrase(facts_database, "Bring an umbrella")
    rewrite(folder / "phrases.csv", lambda rows: rows.append({"en": "Other", "ru": "Другое", "kk": "Басқа"}))
    assert (await seed(facts_database, folder)).removed == 0
    assert (await phrase(facts_database, "Bring an umbrella"))["edited_by"] == 7
    new = {"en": "Bring an umbrella", "ru": "Возьмите зонт", "kk": "Қолшатыр алыңыз"}
    rewrite(folder / "phrases.csv", lambda rows: rows.append(new))
    await seed(facts_database, folder)
    kept = await phrase(facts_database, "Bring an umbrella")
    assert (kept["ru"], kept["edited_by"]) == ("Возьмите зонт", None)


async def test_a_phrase_that_an_edited_row_says_stays_when_the_file_drops_it(
    facts_database: Database, folder: Path
) -> None:
    said, unsaid = "Not for work, study or business", "Irish visa before the trip; a Schengen visa does not serve"
    shutil.copy(DATA / "phrases.csv", folder)
    await add_phrase(facts_database, "New one", conditions=said)
    rewrite(folder / "destinations.csv", drop_condition({said, unsaid}))
    rewrite(folder / "phrases.csv", drop_phrases({said, unsaid}))
    await seed(facts_database, folder)
    assert await phrase(facts_database, said) is not None
    assert await phrase(facts_database, unsaid) is None


def drop_condition(texts: set[str]) -> Any:
    def drop(rows: list[dict[str, str]]) -> None:
        for row in rows:
            if row["conditions"] in texts:
                row["conditions"] = ""

    return drop


def drop_phrases(texts: set[str]) -> Any:
    return lambda rows: rows.__setitem__(slice(None), [row for row in rows if row["en"] not in texts])
