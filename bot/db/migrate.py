"""Brings a database to today's schema."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.engine import Database

if TYPE_CHECKING:
    from alembic.config import Config

log = structlog.get_logger(__name__)

HEAD = "0003"
"""The newest revision in migrations/versions; a test holds it there."""

_FOLDER = Path(__file__).parent / "migrations"


class NewerDatabaseError(RuntimeError):
    """The database was made by a newer release than this one."""


async def schema_version(db: Database) -> str | None:
    """Return the revision the database is at, None when it is empty."""
    async with db.read() as c:
        return await _version(c)


async def migrate(db: Database) -> None:
    """Bring the schema to HEAD, in one transaction; several processes may try at once.

    Of a SQLite file that holds an older schema a copy is kept beside it first, `sapar.db.before-0003`.
    Raises NewerDatabaseError when the database is ahead of this code.
    """
    version = await schema_version(db)
    if version == HEAD:
        return  # the usual case: Alembic, which takes long to import, is not needed
    if version is not None:
        await asyncio.to_thread(_keep_copy, db)
    async with db.write() as c:
        await db.alone(c, "migrate")
        version = await _version(c)
        if version != HEAD:
            await c.run_sync(_upgrade, version)


def _keep_copy(db: Database) -> None:
    """Copy an SQLite file as it is; on PostgreSQL a migration is one transaction, and its owner has pg_dump."""
    if not db.is_sqlite or not db.url.database:
        return
    source = Path(db.url.database)
    target = source.with_name(f"{source.name}.before-{HEAD}")
    if target.exists():
        return
    partial = target.with_name(f"{target.name}.part")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(source)) as reader, closing(sqlite3.connect(partial)) as writer:
        reader.backup(writer)
    partial.replace(target)
    log.info("the schema is older: a copy is kept", copy=str(target))


def alembic_config(connection: sa.Connection | None = None) -> "Config":
    """Return Alembic's configuration for our migrations, made without an ini file."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    return config


async def _version(c: AsyncConnection) -> str | None:
    if not await c.run_sync(lambda sync: sa.inspect(sync).has_table("alembic_version")):
        return None
    version: str | None = await c.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return version


def _upgrade(connection: sa.Connection, version: str | None) -> None:
    from alembic import command
    from alembic.script import ScriptDirectory

    config = alembic_config(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if version is not None and version not in known:
        raise NewerDatabaseError(
            f"the database is at revision {version}, this release knows {HEAD} at most: install the newer release"
        )
    command.upgrade(config, "head")
