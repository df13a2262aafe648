"""Brings the shipped facts into the database: again at every start, cheaply when nothing is new."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import now
from bot.db import schema
from bot.db.engine import Database
from bot.db.facts_files import DATA, parse_folder, read_folder
from bot.db.revision import bump
from bot.db.seed_tables import TABLES, Counts, prune, upsert

_FORMAT = "1"  # changed when the same files are to be read anew, because this code makes other rows of them


@dataclass(frozen=True, slots=True)
class SeedReport:
    """What seeding did. files: those read because they had changed; kept: rows left as an editor made them."""

    files: tuple[str, ...] = ()
    added: int = 0
    changed: int = 0
    removed: int = 0
    kept: int = 0

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing in the database changed."""
        return not (self.added or self.changed or self.removed)


async def seed(db: Database, folder: Path = DATA) -> SeedReport:
    """Make the database hold what the files say, all of it or nothing.

    What an editor changed by hand stays, unless the file's row is newer; events published at the desk are never
    touched. Files that were read before and have not changed are skipped.
    Raises FactsError, naming file and line, when a row is bad; nothing is written then.
    """
    data = read_folder(folder)
    digests = {name: _digest(content) for name, content in data.items()}
    async with db.read() as c:
        if not _changed(digests, await _stored(c)):
            return SeedReport()
    rows = parse_folder(data)
    async with db.write() as c:
        await db.alone(c, "seed")
        files = _changed(digests, await _stored(c))
        return await _apply(c, rows, files, digests) if files else SeedReport()


def _digest(content: bytes) -> str:
    return hashlib.sha256(_FORMAT.encode() + content).hexdigest()


def _changed(digests: Mapping[str, str], stored: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name for name, digest in digests.items() if stored.get(name) != digest)


async def _stored(c: AsyncConnection) -> dict[str, str]:
    found = await c.execute(sa.select(schema.seed_file.c.name, schema.seed_file.c.digest))
    return dict(found.all())


async def _apply(
    c: AsyncConnection, rows: Mapping[str, list[dict[str, Any]]], files: tuple[str, ...], digests: Mapping[str, str]
) -> SeedReport:
    counts = Counts()
    chosen = [(table, table.collect(rows)) for table in TABLES if table.is_touched(files, rows)]
    for table, values in chosen:
        counts += await upsert(c, table, values)
    for table, values in reversed(chosen):  # what refers goes before what it refers to
        counts += await prune(c, table, values)
    await _remember(c, {name: digests[name] for name in files})
    report = SeedReport(files, counts.added, counts.changed, counts.removed, counts.kept)
    if not report.is_empty:
        await bump(c)
    return report


async def _remember(c: AsyncConnection, digests: Mapping[str, str]) -> None:
    await c.execute(sa.delete(schema.seed_file).where(schema.seed_file.c.name.in_(digests)))
    moment = now()
    values = [{"name": name, "digest": digest, "seeded_at": moment} for name, digest in digests.items()]
    await c.execute(sa.insert(schema.seed_file), values)
