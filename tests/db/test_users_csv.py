"""Moving audiences in and out."""

import random
from pathlib import Path

import pytest

from bot.db.engine import Database
from bot.db.subscriptions import DatabaseSubscriptions
from bot.db.users import DatabaseUsers
from bot.db.users_csv import export_users, import_users
from bot.db.users_file import UsersFileError
from bot.domain.language import Language
from bot.domain.topic import EU, Topic
from bot.domain.user import User, UserState
from tests.db.conftest import MOMENT


def write(path: Path, *lines: str, header: str = "telegram_id,language,topics") -> Path:
    path.write_text("\n".join([header, *lines, ""]), encoding="utf-8")
    return path


async def test_what_was_exported_is_what_was_imported(facts_database: Database, tmp_path: Path) -> None:
    lines = ["5,kk,country:TR|eu", "7,ru,", "9007199254740,ru,list|news"]
    source, target = write(tmp_path / "in.csv", *reversed(lines)), tmp_path / "out.csv"
    report = await import_users(facts_database, source)
    assert (report.lines, report.users, report.subscriptions, report.written) == (3, 3, 4, True)
    assert await export_users(facts_database, target) == 3
    assert target.read_text(encoding="utf-8").splitlines()[1:] == lines


async def test_more_people_than_one_batch_holds(facts_database: Database, tmp_path: Path) -> None:
    ids = random.Random(1).sample(range(1, 10**9), 60_000)
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    write(source, *(f"{number},ru,eu" for number in ids))
    report = await import_users(facts_database, source)
    assert (report.users, report.subscriptions) == (60_000, 60_000)
    assert await export_users(facts_database, target) == 60_000
    exported = [int(line.split(",")[0]) for line in target.read_text(encoding="utf-8").splitlines()[1:]]
    assert exported == sorted(ids)


async def test_known_people_keep_their_language_and_gain_topics(facts_database: Database, tmp_path: Path) -> None:
    people, subscriptions = DatabaseUsers(facts_database), DatabaseSubscriptions(facts_database)
    await people.add(User(1, Language.RU, language_chosen=True, created_at=MOMENT))
    await people.add(User(2, Language.RU, language_chosen=False, created_at=MOMENT))
    await subscriptions.add(1, EU)
    source = write(tmp_path / "in.csv", "1,kk,country:TR|eu", "2,kk,", "1,kk,country:GE")
    report = await import_users(facts_database, source)
    assert (report.users, report.subscriptions) == (0, 2)
    first, second = await people.find(1), await people.find(2)
    assert first is not None
    assert second is not None
    assert (first.language, second.language, second.language_chosen) == (Language.RU, Language.KK, True)
    assert set(await subscriptions.of(1)) == {EU, Topic.country("TR"), Topic.country("GE")}


BAD = [
    ("abc,ru,", "'abc' is no Telegram id"),
    ("0,ru,", "'0' is no Telegram id"),
    ("-5,ru,", "'-5' is no Telegram id"),
    ("99999999999999999999,ru,", "is no Telegram id"),
    ("5,en,", "language 'en' is not one of ru, kk"),
    ("5,ru,mars", "'mars' is no topic"),
    ("5,ru,country:QQ", "topic 'country:QQ': no such destination"),
    ("5,ru", "2 values, not 3"),
    ("5,ru,eu,news", "4 values, not 3"),
]


@pytest.mark.parametrize(("line", "reason"), BAD)
async def test_a_bad_line_stops_everything_and_is_named(
    sqlite_facts: Database, tmp_path: Path, line: str, reason: str
) -> None:
    report = await import_users(sqlite_facts, write(tmp_path / "in.csv", "3,ru,eu", "", line, "4,kk,eu"))
    assert (report.bad, report.written) == (1, False)
    assert report.problems[0].startswith("line 4: ")
    assert reason in report.problems[0]
    assert (await DatabaseUsers(sqlite_facts).counts()).total == 0


async def test_bad_lines_can_be_passed_over(facts_database: Database, tmp_path: Path) -> None:
    source = write(tmp_path / "in.csv", "3,ru,eu", "x,ru,", "4,kk,eu", "5,de,")
    report = await import_users(facts_database, source, skip_bad=True)
    assert (report.bad, report.users, report.written) == (2, 2, True)
    assert [problem.split(":")[0] for problem in report.problems] == ["line 3", "line 5"]


async def test_all_bad_lines_are_counted_though_not_all_are_kept(sqlite_facts: Database, tmp_path: Path) -> None:
    report = await import_users(sqlite_facts, write(tmp_path / "in.csv", *["x,ru,"] * 12_000))
    assert (report.bad, len(report.problems)) == (12_000, 10_000)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"id,language,topics\n", "line 1: the columns must be telegram_id,language,topics"),
        (b"", "line 1: the columns must be"),
        ("telegram_id,language,topics\n1,ru,Тема\n".encode("cp1251"), "not UTF-8 text"),
    ],
)
async def test_a_file_of_something_else_is_refused(
    sqlite_facts: Database, tmp_path: Path, content: bytes, reason: str
) -> None:
    (tmp_path / "in.csv").write_bytes(content)
    with pytest.raises(UsersFileError, match=reason):
        await import_users(sqlite_facts, tmp_path / "in.csv")


async def test_columns_may_come_in_another_order(sqlite_facts: Database, tmp_path: Path) -> None:
    source = write(tmp_path / "in.csv", "eu,3,kk", header="topics,telegram_id,language")
    assert (await import_users(sqlite_facts, source)).users == 1
    person = await DatabaseUsers(sqlite_facts).find(3)
    assert person is not None
    assert person.language is Language.KK


async def test_deleted_accounts_are_not_exported(facts_database: Database, tmp_path: Path) -> None:
    people = DatabaseUsers(facts_database)
    await people.add(User(1, Language.RU, state=UserState.DEACTIVATED, created_at=MOMENT))
    await people.add(User(2, Language.RU, state=UserState.BLOCKED, created_at=MOMENT))
    assert await export_users(facts_database, tmp_path / "out.csv") == 1
