"""How the database itself fares: whole at the start, writable while the bot runs, with room to grow."""

import asyncio
import shutil
import sqlite3
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
import structlog

from bot.db.causes import cause_of
from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.schema import chore
from bot.domain.trouble import Cause

log = structlog.get_logger(__name__)

PATIENCE = 2.0
"""Seconds that the look at the start may take: a bot with gigabytes must not keep people waiting."""

STEPS = 20_000
"""Instructions of SQLite's machine between two looks at the clock."""

PROBE = "storage probe"


class DamagedDatabaseError(RuntimeError):
    """The database's file is damaged; the text says what to do."""


def database_file(db: Database) -> Path | None:
    """Return SQLite's file, None for other databases and for one in memory."""
    name = db.url.database if db.is_sqlite else None
    return Path(name) if name and name != ":memory:" else None


async def check_integrity(db: Database, patience: float = PATIENCE) -> bool:
    """Look whether SQLite's file is whole; False when there was no time to look at all of it.

    PostgreSQL looks after itself. Raises DamagedDatabaseError.
    """
    file = database_file(db)
    if file is None or not file.exists():
        return True
    verdict = await asyncio.to_thread(_verdict, file, patience)
    if verdict is None:
        log.info("the database is large: it was not looked at as a whole", seconds=patience)
        return False
    if verdict != "ok":
        raise DamagedDatabaseError(
            f"{file} is damaged ({' '.join(verdict.split())}): put it aside, with the files named like it,"
            " then `sapar restore` the newest backup"
        )
    return True


class Storage:
    """Tells whether writing works."""

    def __init__(self, db: Database) -> None:
        """Look at this database."""
        self._db = db

    async def trouble(self, at: datetime) -> Cause | None:
        """Write one small row, as everybody's writes are made; return why that failed, None when it did not."""
        try:
            await self._db.transact(lambda c: _leave_mark(c, at))
        except Exception as error:
            cause = cause_of(error)
            log.warning("the database can't be written", cause=str(cause), error=type(error).__name__)
            return cause
        return None

    def room(self) -> int | None:
        """Return the bytes that are free beside SQLite's file, None where the database is elsewhere."""
        file = database_file(self._db)
        return None if file is None else shutil.disk_usage(file.parent).free


def _leave_mark(c: sa.Connection, at: datetime) -> None:
    statement = insert(c, chore).values(name=PROBE, done_at=at)
    c.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"done_at": at}))


def _verdict(file: Path, patience: float) -> str | None:
    """Return SQLite's opinion of its file, None when it came to none in time."""
    until = time.monotonic() + patience
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=patience)) as connection:
            connection.set_progress_handler(lambda: time.monotonic() > until, STEPS)
            return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.OperationalError as error:  # interrupted, or another process holds it: neither is damage
        if cause_of(error) is Cause.DAMAGED:
            return str(error)
        return None
    except sqlite3.DatabaseError as error:
        return str(error)
