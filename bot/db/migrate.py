"""Brings a database to today's schema."""

from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.engine import Database

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0002"
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

    Raises NewerDatabaseError when the database is ahead of this code.
    """
    if await schema_version(db) == HEAD:
        return  # the usual case: Alembic, which takes long to import, is not needed
    async with db.write() as c:
        await db.alone(c, "migrate")
        version = await _version(c)
        if version != HEAD:
            await c.run_sync(_upgrade, version)


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
