"""Backups that were restored."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.clock import now
from bot.db import schema
from bot.db.answers import AnswerJournal
from bot.db.backup import RestoreError, backup, newest_moment, restore
from bot.db.engine import Database
from bot.db.facts import DatabaseFacts
from bot.db.migrate import NewerDatabaseError
from bot.db.reports import DatabaseReports
from bot.db.revision import bump
from bot.db.schema import metadata
from bot.db.subscriptions import DatabaseSubscriptions
from bot.db.users import DatabaseUsers
from bot.domain.campaign import DeliveryState
from bot.domain.delivery import Settled
from bot.domain.language import Language
from bot.domain.topic import EU
from bot.domain.user import User
from tests.databases import Engine


async def populate(db: Database) -> None:
    await DatabaseUsers(db).add(User(1, Language.KK, created_at=now() - timedelta(hours=1)))
    await DatabaseSubscriptions(db).add(1, EU)
    await DatabaseReports(db).add(1, "kk", "TR", "Қате бар")


async def contents(db: Database) -> dict[str, list[sa.Row[tuple[object, ...]]]]:
    async with db.read() as c:
        tables = [table for table in metadata.sorted_tables if table is not schema.revision]
        return {table.name: sorted((await c.execute(sa.select(table))).all(), key=str) for table in tables}


async def test_a_restored_backup_holds_everything(facts_database: Database, engine: Engine, tmp_path: Path) -> None:
    await populate(facts_database)
    await backup(facts_database, tmp_path / "copies" / "a.backup")
    async with Database.open(engine.copy("empty")) as other:
        await restore(other, tmp_path / "copies" / "a.backup")
        assert await contents(other) == await contents(facts_database)
        assert await DatabaseReports(other).add(1, "kk", "", "жалғасы") > 1
    assert [path.name for path in (tmp_path / "copies").iterdir()] == ["a.backup"]


async def test_a_backup_moves_a_bot_to_the_other_engine(
    facts_database: Database, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    await populate(facts_database)
    await backup(facts_database, tmp_path / "a.backup")
    other_engine = request.getfixturevalue("postgres_engine" if facts_database.is_sqlite else "sqlite_engine")
    async with Database.open(other_engine.copy("seeded")) as other:
        await restore(other, tmp_path / "a.backup")
        assert await contents(other) == await contents(facts_database)


async def test_a_restore_is_seen_by_a_running_bot(facts_database: Database, tmp_path: Path) -> None:
    await backup(facts_database, tmp_path / "a.backup")
    async with facts_database.write() as c:
        for _ in range(3):
            await bump(c)
    seen = await DatabaseFacts(facts_database).read_revision()
    await restore(facts_database, tmp_path / "a.backup")
    assert await DatabaseFacts(facts_database).read_revision() > seen


async def test_notes_of_the_replaced_database_are_discarded(facts_database: Database, tmp_path: Path) -> None:
    await backup(facts_database, tmp_path / "a.backup")
    journal = AnswerJournal.beside(facts_database)
    journal.open()
    journal.note([Settled(1, 2, DeliveryState.SENT)])
    assert len(journal.left()) == facts_database.is_sqlite
    await restore(facts_database, tmp_path / "a.backup")
    assert journal.left() == ()
    journal.close()


async def test_what_happened_since_is_overwritten_only_by_force(facts_database: Database, tmp_path: Path) -> None:
    await populate(facts_database)
    await backup(facts_database, tmp_path / "a.backup")
    await restore(facts_database, tmp_path / "a.backup")
    await DatabaseUsers(facts_database).add(User(2, Language.RU, created_at=now() + timedelta(seconds=1)))
    with pytest.raises(RestoreError, match="newer"):
        await restore(facts_database, tmp_path / "a.backup")
    assert await DatabaseUsers(facts_database).find(2) is not None
    await restore(facts_database, tmp_path / "a.backup", force=True)
    assert await DatabaseUsers(facts_database).find(2) is None


async def test_an_unused_database_has_no_newest_moment(facts_database: Database) -> None:
    assert await newest_moment(facts_database) is None
    await populate(facts_database)
    assert await newest_moment(facts_database) is not None


async def test_a_copy_made_while_people_write_is_whole(sqlite_facts: Database, tmp_path: Path) -> None:
    async with sqlite_facts.write() as c:
        moment = now()
        await c.execute(
            sa.insert(schema.users).values(telegram_id=5, language="ru", created_at=moment, last_seen_at=moment)
        )
        await backup(sqlite_facts, tmp_path / "a.backup")
    with closing(sqlite3.connect(tmp_path / "a.backup")) as copy:
        assert copy.execute("SELECT count(*) FROM users").fetchone() == (0,)
        assert copy.execute("SELECT count(*) FROM destination").fetchone() == (198,)


@pytest.mark.parametrize("content", [b"not a database", b"", None])
async def test_what_is_no_backup_is_refused(sqlite_facts: Database, tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "a.backup").write_bytes(content)
    with pytest.raises(RestoreError, match=r"a\.backup is no"):
        await restore(sqlite_facts, tmp_path / "a.backup")
    assert len((await DatabaseFacts(sqlite_facts).read_facts()).destinations) == 198


async def test_a_backup_of_a_newer_release_is_refused(sqlite_facts: Database, tmp_path: Path) -> None:
    await backup(sqlite_facts, tmp_path / "a.backup")
    with closing(sqlite3.connect(tmp_path / "a.backup")) as copy, copy:
        copy.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerDatabaseError, match="9999"):
        await restore(sqlite_facts, tmp_path / "a.backup")
