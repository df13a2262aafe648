"""From SQLite to PostgreSQL in one transaction, every row compared before it counts.

Each row is written down the same way on both sides and hashed; a table's digest is the sum of its rows' hashes, so it
does not depend on the order in which two engines give rows out, and one changed, missing or doubled row changes it.
"""

import asyncio
import hashlib
import json
import sqlite3
import tempfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.answers import AnswerJournal
from bot.db.backup import RestoreError
from bot.db.copying import continue_numbering, copy_tables
from bot.db.engine import Database
from bot.db.migrate import migrate, schema_version
from bot.db.schema import metadata

_CHUNK = 5000
_SHIPPED = frozenset(
    {
        "destination", "destination_change", "howto", "phrase", "place_name", "revision", "seed_file", "source_check",
        "talks_event", "talks_peer", "talks_stage", "talks_topic", "feed", "chore",
    }
)  # fmt: skip
"""Tables that a start fills by itself: rows in these alone are nobody's work."""


class MoveError(RuntimeError):
    """Nothing was moved, and why."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A table that is the same on both sides."""

    table: str
    rows: int
    digest: str


async def move(source: Path, target: Database) -> tuple[Moved, ...]:
    """Copy everything of a SQLite file into an empty PostgreSQL database and compare row by row.

    Raises MoveError when the source is in use or has unsettled answers, when somebody used the target already, or
    when a table differs. RestoreError when the source is no database of Sapar. The target is then as it was, but for
    its schema; the source is never changed.
    """
    if target.is_sqlite:
        raise MoveError("DATABASE_URL has to name the PostgreSQL database to move to; for SQLite use `restore`")
    held = await asyncio.to_thread(_held, source)
    try:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "moving.db"
            await asyncio.to_thread(_copy, held, copy)
            async with Database.open(f"sqlite+aiosqlite:///{copy}") as reading:
                if await schema_version(reading) is None:
                    raise RestoreError(f"{source} is no database of Sapar")
                await migrate(reading)
                await migrate(target)
                return await _move(reading, target)
    finally:
        held.close()


async def _move(source: Database, target: Database) -> tuple[Moved, ...]:
    async with source.read() as reader, target.write() as writer:
        await target.alone(writer, "move")
        await _refuse_used(writer)
        names = ", ".join(table.name for table in metadata.sorted_tables)
        await writer.execute(sa.text(f"TRUNCATE {names}"))
        await copy_tables(reader, writer)
        await continue_numbering(writer)
        return tuple([await _same(table, reader, writer) for table in metadata.sorted_tables])


async def _refuse_used(c: AsyncConnection) -> None:
    for table in metadata.sorted_tables:
        if table.name in _SHIPPED:
            continue
        if (await c.execute(sa.select(sa.literal(1)).select_from(table).limit(1))).first() is not None:
            raise MoveError(f"the target is in use: there are rows in its table {table.name}; give an empty database")


async def _same(table: sa.Table, reader: AsyncConnection, writer: AsyncConnection) -> Moved:
    ours, theirs = await digest(reader, table), await digest(writer, table)
    if ours != theirs:
        raise MoveError(f"{table.name} differs after the copy: {ours.rows} rows became {theirs.rows}, or not the same")
    return ours


async def digest(c: AsyncConnection, table: sa.Table) -> Moved:
    """Return how many rows a table has, and what they hold, in whichever order they come."""
    total, rows = 0, 0
    result = await c.stream(sa.select(table).execution_options(yield_per=_CHUNK))
    async for some in result.mappings().partitions():
        for row in some:
            total += int.from_bytes(hashlib.sha256(_written(dict(row))).digest())
        rows += len(some)
    return Moved(table.name, rows, f"{total % 2**256:064x}")


def _written(row: Mapping[str, Any]) -> bytes:
    values = {name: _plain(value) for name, value in row.items()}
    return json.dumps(values, sort_keys=True, ensure_ascii=True).encode()


def _plain(value: Any) -> Any:
    """Return a value as JSON has it, with its kind beside it where two kinds would look alike."""
    if isinstance(value, datetime):
        return ["moment", value.astimezone(UTC).isoformat()]
    if isinstance(value, date | time):
        return [type(value).__name__, value.isoformat()]
    if isinstance(value, bytes):
        return ["bytes", value.hex()]
    return value


def _held(source: Path) -> sqlite3.Connection:
    """Return a connection that keeps everybody else out; raise when a bot has the file open or left answers."""
    if not source.is_file():
        raise RestoreError(f"{source} is not there")
    if AnswerJournal(source).left():
        raise MoveError(f"{source}: the bot was killed while it sent; start it and stop it once, then move")
    connection = sqlite3.connect(source, timeout=0, check_same_thread=False)
    try:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.rollback()  # in this mode the lock stays
    except sqlite3.OperationalError as error:
        connection.close()
        raise MoveError(f"{source} is in use ({error}): stop the bot first") from None
    except sqlite3.DatabaseError as error:
        connection.close()
        raise RestoreError(f"{source} is no database: {error}") from None
    return connection


def _copy(held: sqlite3.Connection, copy: Path) -> None:
    """Copy the file, so that an older schema can be brought to today's without touching the source."""
    with closing(sqlite3.connect(copy)) as writer:
        held.backup(writer)
        if (verdict := writer.execute("PRAGMA quick_check").fetchone()[0]) != "ok":
            raise RestoreError(f"the database to move is damaged: {verdict}")
