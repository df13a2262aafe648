"""Destinations as editors change them, with their history."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import now
from bot.db.audit import write_audit
from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.facts import destination_of
from bot.db.facts_rows import DESTINATION_COLUMNS, destination_values
from bot.db.revision import bump
from bot.db.schema import destination, destination_change
from bot.domain.destination import Destination
from bot.domain.review import Difference


class ChangedMeanwhileError(RuntimeError):
    """A row is no longer what the shown difference started from."""


class DatabaseDestinations:
    """Destinations in the database. Every change raises the revision and is in the audit log."""

    def __init__(self, db: Database) -> None:
        """Keep them in this database."""
        self._db = db

    async def all(self) -> dict[str, Destination]:
        """Return every destination by its code, in the order of the codes."""
        async with self._db.read() as c:
            return await _read(c)

    async def apply(self, changes: Sequence[Difference], by: int, note: str = "") -> int:
        """Write confirmed differences, all or none, with their history; return how many.

        by: the admin, 0 for the command line. note: kept with the history.
        Raises ChangedMeanwhileError when somebody changed one of the rows since the difference was shown.
        """
        if not changes:
            return 0
        async with self._db.write() as c:
            await apply_changes(c, changes, by, note)
        return len(changes)

    async def export(self) -> str:
        """Return all rows as CSV with the columns of destinations.csv."""
        return to_csv((await self.all()).values())


async def apply_changes(c: AsyncConnection, changes: Sequence[Difference], by: int, note: str = "") -> None:
    """Write differences in a transaction of the caller, who may queue the alerts in the same one."""
    current = await _read(c, lock=True)
    for change in changes:
        if current.get(change.iso2) != change.before:
            raise ChangedMeanwhileError(f"{change.iso2} was changed meanwhile: look at the difference again")
    for change in changes:
        values = {**destination_values(change.after), "edited_at": now(), "edited_by": by}
        statement = insert(c, destination).values(values)
        await c.execute(statement.on_conflict_do_update(index_elements=["iso2"], set_=values))
        if change.concerns_travellers:
            await c.execute(insert(c, destination_change).values(_history(change, by, note)).on_conflict_do_nothing())
    await bump(c)
    details = {change.iso2: list(change.columns) for change in changes}
    await write_audit(c, by, "destinations.change", destinations=details)


def to_csv(destinations: Iterable[Destination]) -> str:
    """Return destinations as CSV, column for column like the shipped file."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, DESTINATION_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(destination_values, destinations))
    return file.getvalue()


async def _read(c: AsyncConnection, *, lock: bool = False) -> dict[str, Destination]:
    query = sa.select(destination).order_by(destination.c.iso2)
    rows = (await c.execute(query.with_for_update() if lock else query)).mappings()
    return {row["iso2"]: destination_of(dict(row)) for row in rows}


def _history(change: Difference, by: int, note: str) -> dict[str, Any]:
    after = change.after
    return {
        "iso2": after.iso2,
        "date": after.as_of.isoformat(),
        "old_regime": change.before.regime.value if change.before else "",
        "new_regime": after.regime.value,
        "stay_days": after.stay_days,
        "source_url": after.source_url,
        "note": note,
        "origin": "desk",
        "changed_by": by,
    }
