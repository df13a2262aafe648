"""The database's own health: whole at the start, writable, and why not."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.assembly import open_app
from bot.clock import now
from bot.db import schema
from bot.db.backup import backup
from bot.db.causes import cause_of
from bot.db.chores import DatabaseChores
from bot.db.engine import Database
from bot.db.storage import PROBE, DamagedDatabaseError, Storage, check_integrity, database_file
from bot.domain.trouble import Cause
from bot.settings import Settings
from tests.databases import SqliteEngine


async def test_a_mark_is_left_again_and_again(database: Database) -> None:
    storage = Storage(database)
    for _ in range(2):
        moment = now().replace(microsecond=0)
        assert await storage.trouble(moment) is None
        assert await DatabaseChores(database).last(PROBE) == moment
    assert (storage.room() is None) is not database.is_sqlite


async def test_a_server_that_takes_no_writes_is_said_so(request: pytest.FixtureRequest) -> None:
    url = request.getfixturevalue("postgres_engine").copy("empty")
    async with Database.open(url) as db:
        async with db.engine.begin() as c:
            name = await c.scalar(sa.text("SELECT current_database()"))
            await c.execute(sa.text(f"ALTER DATABASE {name} SET default_transaction_read_only = on"))
        await db.engine.dispose()
        assert await Storage(db).trouble(now()) is Cause.READ_ONLY


async def test_a_server_that_is_not_there_is_out_of_reach() -> None:
    async with Database.open("postgresql+asyncpg://sapar:x@127.0.0.1:1/sapar") as db:
        assert await Storage(db).trouble(now()) is Cause.UNREACHABLE


def file_of(db: Database) -> Path:
    file = database_file(db)
    assert file is not None
    return file


def damage(file: Path) -> None:
    """Overwrite pages in the middle, as a failing disk does."""
    with file.open("r+b") as content:
        content.seek(file.stat().st_size // 3)
        content.write(b"\xff" * 40_000)


async def test_a_damaged_file_stops_the_start_with_what_to_do(sqlite_engine: SqliteEngine) -> None:
    url = sqlite_engine.copy("seeded")
    async with Database.open(url) as db:
        assert await check_integrity(db)
        damage(file_of(db))
    with pytest.raises(DamagedDatabaseError, match=r"is damaged.*restore"):
        async with open_app(Settings(_env_file=None, database_url=url)):  # type: ignore[call-arg]
            pass


async def test_a_file_that_is_no_database_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_text("not a database at all, however long this text may be" * 40)
    async with Database.open(f"sqlite+aiosqlite:///{tmp_path}/a.db") as db:
        with pytest.raises(DamagedDatabaseError, match="not a database"):
            await check_integrity(db)


async def test_the_look_at_the_start_takes_no_longer_than_it_may(sqlite_facts: Database) -> None:
    assert await check_integrity(sqlite_facts, patience=-1) is False


async def test_what_is_no_file_is_not_looked_at(tmp_path: Path) -> None:
    for url in ("sqlite+aiosqlite:///:memory:", f"sqlite+aiosqlite:///{tmp_path}/none.db"):
        async with Database.open(url) as db:
            assert await check_integrity(db)


async def test_of_a_damaged_database_no_backup_is_made(sqlite_facts: Database, tmp_path: Path) -> None:
    damage(file_of(sqlite_facts))
    with pytest.raises((DamagedDatabaseError, sqlite3.DatabaseError)):
        await backup(sqlite_facts, tmp_path / "copies" / "a.db")
    assert list((tmp_path / "copies").iterdir()) == []


async def test_a_backup_can_be_read_by_its_owner_alone(facts_database: Database, tmp_path: Path) -> None:
    await backup(facts_database, tmp_path / "a.db")
    assert (tmp_path / "a.db").stat().st_mode & 0o777 == 0o600


async def test_a_full_database_is_told_from_a_locked_one(sqlite_facts: Database) -> None:
    def overfill(c: sa.Connection) -> None:
        c.exec_driver_sql("PRAGMA max_page_count=1")
        for number in range(500):
            c.execute(sa.insert(schema.chore).values(name=f"{number}" * 1000, done_at=now()))

    with pytest.raises(sa.exc.DatabaseError) as full:
        await sqlite_facts.transact(overfill)
    assert cause_of(full.value) is Cause.FULL
    file = file_of(sqlite_facts)
    with closing(sqlite3.connect(file)) as one, closing(sqlite3.connect(file, timeout=0)) as other:
        one.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError) as locked:
            other.execute("BEGIN IMMEDIATE")
    assert cause_of(locked.value) is Cause.LOCKED


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (OSError(errno.ENOSPC, "no room"), Cause.FULL),
        (OSError(errno.EROFS, "read-only"), Cause.READ_ONLY),
        (PermissionError(errno.EACCES, "no"), Cause.READ_ONLY),
        (ConnectionRefusedError(errno.ECONNREFUSED, "no"), Cause.UNREACHABLE),
        (TimeoutError(), Cause.UNREACHABLE),
        (ValueError("what?"), Cause.OTHER),
        (sqlite3.OperationalError("no code"), Cause.OTHER),
    ],
)
def test_causes_by_their_exceptions(error: Exception, cause: Cause) -> None:
    assert cause_of(error) is cause
    wrapped = RuntimeError("outside")
    wrapped.__cause__ = error
    assert cause_of(wrapped) is cause
    error.__context__ = wrapped  # a ring
    assert cause_of(wrapped) is cause


@pytest.mark.parametrize(
    ("state", "cause"),
    [("53100", Cause.FULL), ("25006", Cause.READ_ONLY), ("57P01", Cause.UNREACHABLE), ("42601", Cause.OTHER)],
)
def test_causes_by_postgresqls_codes(state: str, cause: Cause) -> None:
    error = RuntimeError("of the server")
    error.sqlstate = state  # type: ignore[attr-defined]
    assert cause_of(error) is cause
