"""The database: an engine with the right settings, readers, and one writer at a time."""

import asyncio
import zlib
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=10000",
    "PRAGMA temp_store=MEMORY",
)

T = TypeVar("T")


class Database:
    """One SQL on two engines. Values come and go as plain dataclasses through the modules beside this one."""

    def __init__(self, url: str) -> None:
        """Make the engine of a SQLAlchemy URL; nothing is opened before the first use."""
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = _sqlite_engine(self.url) if self.is_sqlite else create_async_engine(self.url, pool_size=10)
        self._writing = asyncio.Lock()
        self._writer = _Thread(self.url, writes=True) if self.is_sqlite else None
        self._reader = _Thread(self.url, writes=False) if self.is_sqlite else None

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str) -> "AsyncIterator[Database]":
        """Yield the database and close it at the end."""
        database = cls(url)
        try:
            yield database
        finally:
            await database.close()

    async def close(self) -> None:
        """Close every connection."""
        for thread in (self._reader, self._writer):
            if thread is not None:
                await asyncio.to_thread(thread.close)
        await self.engine.dispose()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """Yield a connection for reading; it sees one consistent state."""
        async with self.engine.connect() as connection:
            if not self.is_sqlite:
                await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """Yield a connection in a transaction of its own: committed at the end, rolled back on any exception.

        On SQLite the transaction takes the write lock at once (BEGIN IMMEDIATE) and this process writes one at a
        time, so that a plain read that turns into a write can't fail half-way.
        """
        if not self.is_sqlite:
            async with self.engine.begin() as connection:
                yield connection
            return
        async with self._writing, self.engine.connect() as connection:
            await connection.execution_options(sapar_writes=True)
            async with connection.begin():
                yield connection

    async def look(self, work: Callable[[sa.Connection], T]) -> T:
        """Run a function that reads, and return what it returns: for what every message needs (see `transact`)."""
        if self._reader is None:
            async with self.read() as connection:
                return await connection.run_sync(work)
        return await self._reader.run(work)

    async def transact(self, work: Callable[[sa.Connection], T]) -> T:
        """Run a function in a transaction as of `write`, and return what it returns.

        On SQLite all of it runs in one thread. A step of `write` crosses threads three times, which waits for the
        interpreter's lock each time: settling ten rows takes 6 ms that way while the bot is busy, and 1 ms this way.
        """
        if self._writer is None:
            async with self.write() as connection:
                return await connection.run_sync(work)
        async with self._writing:
            return await self._writer.run(work)

    async def alone(self, connection: AsyncConnection, what: str) -> None:
        """Wait, in a write, until no other process does this until the end of its transaction.

        SQLite has one writer anyway; on PostgreSQL this takes an advisory lock.
        """
        if not self.is_sqlite:
            await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(zlib.crc32(what.encode()))))


class _Thread:
    """A thread with a connection of its own to an SQLite file."""

    def __init__(self, url: URL, *, writes: bool) -> None:
        self._engine = sa.create_engine(
            url.set(drivername="sqlite"), connect_args={"timeout": 10}, execution_options={"sapar_writes": writes}
        )
        sa.event.listen(self._engine, "connect", _prepare)
        sa.event.listen(self._engine, "begin", _begin)
        name = "database writer" if writes else "database reader"
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    async def run(self, work: Callable[[sa.Connection], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._transact, work)

    def _transact(self, work: Callable[[sa.Connection], T]) -> T:
        with self._engine.begin() as connection:
            return work(connection)

    def close(self) -> None:
        self._thread.shutdown()
        self._engine.dispose()


def _sqlite_engine(url: URL) -> AsyncEngine:
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(
        url, poolclass=AsyncAdaptedQueuePool, pool_size=5, max_overflow=5, connect_args={"timeout": 10}
    )
    sa.event.listen(engine.sync_engine, "connect", _prepare)
    sa.event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver opens no transactions of its own: `_begin` does
    cursor = connection.cursor()
    for pragma in SQLITE_PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("sapar_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
