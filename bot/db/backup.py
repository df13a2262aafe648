"""A consistent copy of everything while the bot runs, and the way back.

A backup is a SQLite file whichever engine it was taken from, so that it can also move a bot from one to the other.
"""

import asyncio
import os
import sqlite3
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from bot.db import schema
from bot.db.answers import AnswerJournal
from bot.db.copying import continue_numbering, copy_tables
from bot.db.engine import Database
from bot.db.migrate import migrate, schema_version
from bot.db.schema import metadata
from bot.db.storage import DamagedDatabaseError

_MOMENTS = (  # whatever people or admins do shows in one of these
    schema.users.c.last_seen_at,
    schema.users.c.created_at,
    schema.subscription.c.created_at,
    schema.report.c.created_at,
    schema.audit.c.at,
    schema.campaign.c.created_at,
)


class RestoreError(RuntimeError):
    """The file can't be restored, or not without being forced to."""


async def backup(db: Database, path: Path) -> None:
    """Write a consistent copy; the file is there whole or not at all, and the bot goes on meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".part")
    try:
        await asyncio.to_thread(_make_private, partial)
        if db.is_sqlite:
            await asyncio.to_thread(_copy_file, _file_of(db), partial, "DELETE")
        else:
            await _dump(db, partial)
        await asyncio.to_thread(_put_in_place, partial, path)
    finally:
        partial.unlink(missing_ok=True)


async def restore(db: Database, path: Path, *, force: bool = False) -> None:
    """Replace everything in the database by a backup, brought to today's schema.

    Raises RestoreError when the file is no backup, is of a newer release, or when something happened in the
    database after the backup was taken and force is False. Nothing is changed then.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "restore.db"
        await asyncio.to_thread(_checked_copy, path, copy)
        async with Database.open(f"sqlite+aiosqlite:///{copy}") as source:
            if await schema_version(source) is None:
                raise RestoreError(f"{path} is no backup of Sapar")
            await migrate(source)
            await migrate(db)
            if not force:
                await _refuse_older(source, db, path)
            await _outnumber(source, db)
            await _fill(source, db)
            AnswerJournal.beside(db).discard()


async def newest_moment(db: Database) -> datetime | None:
    """Return when anybody last did anything, None in an unused database."""
    async with db.read() as c:
        moments = [await c.scalar(sa.select(sa.func.max(column, type_=schema.Instant()))) for column in _MOMENTS]
    return max((moment for moment in moments if moment is not None), default=None)


async def _refuse_older(source: Database, target: Database, path: Path) -> None:
    theirs, ours = await newest_moment(source), await newest_moment(target)
    if ours is not None and (theirs is None or ours > theirs):
        taken = "holds nothing" if theirs is None else f"ends {theirs:%Y-%m-%d %H:%M:%S} UTC"
        raise RestoreError(
            f"the database is newer than {path}: it was last used {ours:%Y-%m-%d %H:%M:%S} UTC, the backup {taken};"
            " --force overwrites it"
        )


async def _outnumber(source: Database, target: Database) -> None:
    """Give the restored facts a revision that no running process has seen."""
    async with target.read() as c:
        seen = await c.scalar(sa.select(sa.func.max(schema.revision.c.number))) or 0
    async with source.write() as c:
        number = schema.revision.c.number
        await c.execute(sa.update(schema.revision).values(number=sa.func.max(number, seen) + 1))


async def _fill(source: Database, target: Database) -> None:
    if target.is_sqlite:
        await asyncio.to_thread(_copy_file, _file_of(source), _file_of(target))
        return
    async with source.read() as reader, target.write() as writer:
        names = ", ".join(table.name for table in metadata.sorted_tables)
        await writer.execute(sa.text(f"TRUNCATE {names}"))
        await copy_tables(reader, writer)
        await continue_numbering(writer)


async def _dump(db: Database, path: Path) -> None:
    async with Database.open(f"sqlite+aiosqlite:///{path}") as target:
        await migrate(target)
        async with db.read() as reader, target.write() as writer:
            await copy_tables(reader, writer)
    for extra in ("-wal", "-shm"):
        path.with_name(path.name + extra).unlink(missing_ok=True)


def _make_private(file: Path) -> None:
    """Make an empty file that its owner alone can read: people's ids will be in it."""
    file.unlink(missing_ok=True)
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _put_in_place(partial: Path, path: Path) -> None:
    """Rename a copy that proved whole, once the disk has it: a power cut must not leave an empty backup."""
    if (verdict := _opinion(partial)) != "ok":
        raise DamagedDatabaseError(f"the copy is damaged, and so may be the database: {verdict}")
    _onto_disk(partial)
    partial.replace(path)
    _onto_disk(path.parent)


def _onto_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _file_of(db: Database) -> Path:
    return Path(db.url.database or "")


def _copy_file(source: Path, target: Path, journal: str = "WAL") -> None:
    """Copy under SQLite's own locks. journal: DELETE leaves one file that needs no others beside it."""
    with closing(sqlite3.connect(source)) as reader, closing(sqlite3.connect(target, timeout=30)) as writer:
        reader.backup(writer)
        writer.execute(f"PRAGMA journal_mode={journal}")


def _checked_copy(path: Path, copy: Path) -> None:
    if not path.is_file():
        raise RestoreError(f"{path} is not there")
    try:
        _copy_file(path, copy, "DELETE")  # not shutil: a database's latest may be in the -wal file beside it
        verdict = _opinion(copy)
    except sqlite3.DatabaseError as error:
        raise RestoreError(f"{path} is no backup: {error}") from None
    if verdict != "ok":
        raise RestoreError(f"{path} is damaged: {verdict}")


def _opinion(file: Path) -> str:
    """Return what SQLite says of a file: `ok` when it is whole."""
    with closing(sqlite3.connect(file)) as connection:
        return str(connection.execute("PRAGMA quick_check").fetchone()[0])
