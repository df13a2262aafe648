"""From SQLite to PostgreSQL: everything or nothing, and never over somebody's work."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.clock import now
from bot.db import moving, schema
from bot.db.answers import AnswerJournal
from bot.db.backup import RestoreError
from bot.db.engine import Database
from bot.db.migrate import schema_version
from bot.db.moving import MoveError, digest, move
from bot.db.reports import DatabaseReports
from bot.db.schema import metadata
from bot.db.storage import database_file
from bot.db.subscriptions import DatabaseSubscriptions
from bot.db.users import DatabaseUsers
from bot.domain.campaign import DeliveryState
from bot.domain.delivery import Settled
from bot.domain.language import Language
from bot.domain.topic import EU
from bot.domain.user import User
from tests.databases import PostgresEngine, SqliteEngine

pytestmark = pytest.mark.postgres


@pytest.fixture
async def source(sqlite_engine: SqliteEngine) -> Path:
    """Return the file of a bot that people used and that was stopped."""
    async with Database.open(sqlite_engine.copy("seeded")) as db:
        for number in range(1, 40):
            await DatabaseUsers(db).add(User(number * 10**10, Language.KK, created_at=now() - timedelta(hours=number)))
        await DatabaseSubscriptions(db).add(10**10, EU)
        await DatabaseReports(db).add(10**10, "kk", "TR", "Қате бар 'кавычки' \\ 😀")
        file = database_file(db)
        assert file is not None
        return file


@pytest.fixture
async def target(postgres_engine: PostgresEngine) -> AsyncIterator[Database]:
    """Yield an empty database on PostgreSQL."""
    async with Database.open(postgres_engine.copy("empty")) as db:
        yield db


async def count(db: Database, table: sa.Table = schema.users) -> int:
    async with db.read() as c:
        return await c.scalar(sa.select(sa.func.count()).select_from(table)) or 0


async def test_every_row_arrives_and_numbering_goes_on(source: Path, target: Database) -> None:
    before = source.read_bytes()
    moved = await move(source, target)
    assert {one.table for one in moved} == set(metadata.tables)
    assert {one.table: one.rows for one in moved}["users"] == 39
    assert await DatabaseUsers(target).find(10**10) is not None
    assert await DatabaseReports(target).add(10**10, "ru", "", "дальше") == 2
    assert source.read_bytes() == before
    async with Database.open(f"sqlite+aiosqlite:///{source}") as db, db.read() as ours, target.read() as theirs:
        for table in metadata.sorted_tables:
            if table is not schema.report:
                assert await digest(ours, table) == await digest(theirs, table), table.name


async def test_facts_that_a_start_brought_are_replaced(source: Path, postgres_engine: PostgresEngine) -> None:
    async with Database.open(postgres_engine.copy("seeded")) as db:
        await move(source, db)
        assert await count(db) == 39


async def test_a_database_that_somebody_uses_is_left_alone(source: Path, target: Database) -> None:
    await DatabaseUsers(target).add(User(5, Language.RU, created_at=now()))
    with pytest.raises(MoveError, match="in use"):
        await move(source, target)
    assert await count(target) == 1


async def test_a_second_move_is_refused(source: Path, target: Database) -> None:
    await move(source, target)
    with pytest.raises(MoveError, match="in use"):
        await move(source, target)
    assert await count(target) == 39


async def test_a_running_bot_has_to_be_stopped(source: Path, target: Database) -> None:
    async with Database.open(f"sqlite+aiosqlite:///{source}") as bot:
        assert await count(bot) == 39
        with pytest.raises(MoveError, match="stop the bot"):
            await move(source, target)
    await move(source, target)


async def test_what_a_killed_bot_left_in_its_log_is_moved_too(source: Path, target: Database, tmp_path: Path) -> None:
    with closing(sqlite3.connect(source)) as bot:
        bot.execute("UPDATE users SET language = 'ru'")
        bot.commit()
        killed = tmp_path / "killed.db"
        for ending in ("", "-wal"):
            killed.with_name(killed.name + ending).write_bytes(source.with_name(source.name + ending).read_bytes())
    assert killed.with_name("killed.db-wal").stat().st_size
    await move(killed, target)
    async with target.read() as c:
        assert set((await c.execute(sa.select(schema.users.c.language))).scalars()) == {"ru"}


async def test_answers_that_no_transaction_holds_stop_the_move(source: Path, target: Database) -> None:
    journal = AnswerJournal(source)
    journal.open()
    journal.note([Settled(1, 2, DeliveryState.SENT)])
    journal.close()
    with pytest.raises(MoveError, match="killed"):
        await move(source, target)


async def test_a_row_that_changes_on_the_way_undoes_all(
    source: Path, target: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def lossy(reader: Any, writer: Any) -> None:
        await copy_tables(reader, writer)
        await writer.execute(sa.update(schema.users).where(schema.users.c.telegram_id == 10**10).values(language="ru"))

    copy_tables = moving.copy_tables
    monkeypatch.setattr(moving, "copy_tables", lossy)
    with pytest.raises(MoveError, match="users differs"):
        await move(source, target)
    assert await count(target) == 0
    monkeypatch.undo()
    await move(source, target)


async def test_an_older_schema_is_brought_up_on_the_way(source: Path, target: Database) -> None:
    with closing(sqlite3.connect(source)) as file, file:
        for table in ("reminder", "paper", "trip"):
            file.execute(f"DROP TABLE {table}")
        file.execute("UPDATE alembic_version SET version_num = '0002'")
    await move(source, target)
    async with Database.open(f"sqlite+aiosqlite:///{source}") as db:
        assert await schema_version(db) == "0002"


@pytest.mark.parametrize("content", [None, b"", b"not a database" * 100])
async def test_what_is_no_database_of_ours_is_refused(target: Database, tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "a.db").write_bytes(content)
    with pytest.raises(RestoreError):
        await move(tmp_path / "a.db", target)


async def test_sqlite_is_no_place_to_move_to(source: Path, sqlite_facts: Database) -> None:
    with pytest.raises(MoveError, match="PostgreSQL"):
        await move(source, sqlite_facts)


async def test_the_digest_sees_every_change(sqlite_facts: Database) -> None:
    async def now_is() -> str:
        async with sqlite_facts.read() as c:
            return (await digest(c, schema.chore)).digest

    seen = {await now_is()}
    moment = now()
    for statement in (
        sa.insert(schema.chore).values(name="a", done_at=moment),
        sa.insert(schema.chore).values(name="b", done_at=moment),
        sa.update(schema.chore).where(schema.chore.c.name == "a").values(done_at=moment + timedelta(seconds=1)),
        sa.delete(schema.chore).where(schema.chore.c.name == "b"),
    ):
        async with sqlite_facts.write() as c:
            await c.execute(statement)
        assert await now_is() not in seen
        seen.add(await now_is())
