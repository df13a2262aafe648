"""Destinations as editors change them: rows, history, alerts and log in one transaction."""

import csv
import io
from collections.abc import Iterable, Sequence
from functools import cache

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import now
from bot.db import destination_history as history
from bot.db.audience import recipients
from bot.db.audit import write_audit
from bot.db.campaigns import insert_campaign
from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.facts import destination_of
from bot.db.facts_files import DATA, DESTINATIONS, read_destinations, shipped_territories
from bot.db.facts_rows import DESTINATION_COLUMNS, destination_values
from bot.db.revision import bump
from bot.db.schema import destination, phrase
from bot.domain.campaign import CampaignKind
from bot.domain.destination import Destination
from bot.domain.destination_edit import Alert, Applied, ChangedMeanwhileError, Edit, Version, Wording
from bot.domain.review import Difference

__all__ = ["ChangedMeanwhileError", "DatabaseDestinations", "to_csv"]

_EDITING = "edit destinations"


class DatabaseDestinations:
    """Destinations in the database; what bot.services.destinations asks for as a DestinationStore."""

    def __init__(self, db: Database) -> None:
        """Keep them in this database."""
        self._db = db

    async def all(self) -> dict[str, Destination]:
        """Return every destination by its code, in the order of the codes."""
        async with self._db.read() as c:
            return await _read(c)

    async def apply(self, edit: Edit) -> Applied:
        """Write an edit, all or nothing: rows, history, alerts, log, revision.

        Raises ChangedMeanwhileError when somebody changed one of the rows since the difference was shown.
        """
        async with self._db.write() as c:
            await self._db.alone(c, _EDITING)
            if edit.key and (done := await history.applied(c, edit.key)) is not None:
                return done
            if not edit.changes:
                return Applied({})
            _refuse_overtaken(edit.changes, await _read(c, lock=True))
            return await _write(c, edit)

    async def applied(self, key: str) -> Applied | None:
        """Return what was written under this key, None when nothing was."""
        async with self._db.read() as c:
            return await history.applied(c, key)

    async def versions(self, iso2: str | None, limit: int, before: int | None = None) -> tuple[Version, ...]:
        """Return edits, newest first, of one destination or of all; before: only those with a smaller number."""
        async with self._db.read() as c:
            return await history.versions(c, iso2, limit, before)

    async def version(self, number: int) -> Version | None:
        """Return an edit, None when there is none of this number."""
        async with self._db.read() as c:
            return await history.version(c, number)

    def parse(self, data: bytes, name: str) -> list[Destination]:
        """Return the rows of a CSV file; FactsError, a ValueError, names what is wrong with it line by line."""
        return read_destinations(data, shipped_territories(), name)

    async def export(self, iso2: str | None = None) -> str:
        """Return all rows, or one, as CSV with the columns of destinations.csv."""
        return to_csv(row for row in (await self.all()).values() if iso2 in (None, row.iso2))


def to_csv(destinations: Iterable[Destination]) -> str:
    """Return destinations as CSV, column for column like the shipped file."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, DESTINATION_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(Destination.to_texts, destinations))
    return file.getvalue()


def _refuse_overtaken(changes: Sequence[Difference], current: dict[str, Destination]) -> None:
    for change in changes:
        if current.get(change.iso2) != change.before:
            raise ChangedMeanwhileError(change.iso2)


async def _write(c: AsyncConnection, edit: Edit) -> Applied:
    if edit.undoes:
        await history.stop_alerts(c, edit.undoes)
    for change in edit.changes:
        await _put(c, change.after, edit.by)
    await _translate(c, edit.wordings, edit.by)
    campaigns = [(alert, await _queue(c, alert, edit.by)) for alert in edit.alerts if await _is_for_anybody(c, alert)]
    applied = await history.remember(c, edit, campaigns)
    await bump(c)
    details = {change.iso2: list(change.columns) for change in edit.changes}
    more = {"reason": edit.reason, "undoes": edit.undoes, "campaigns": list(applied.campaigns)}
    told = {name: value for name, value in more.items() if value}
    await write_audit(c, edit.by, edit.action, destinations=details, **told)
    return applied


async def _put(c: AsyncConnection, row: Destination, by: int) -> None:
    """Write a row; one that says what the shipped file says belongs to the file again."""
    is_files = _shipped().get(row.iso2) == row
    values = {
        **destination_values(row),
        "edited_at": None if is_files else now(),
        "edited_by": None if is_files else by,
    }
    statement = insert(c, destination).values(values)
    await c.execute(statement.on_conflict_do_update(index_elements=["iso2"], set_=values))


async def _translate(c: AsyncConnection, wordings: Sequence[Wording], by: int) -> None:
    """Add phrases to the table of translations; those that are known stay as they are."""
    for one in wordings:
        values = {"en": one.en, **{str(lang): text for lang, text in one.translations.items()}}
        statement = insert(c, phrase).values(**values, edited_at=now(), edited_by=by)
        await c.execute(statement.on_conflict_do_nothing())


async def _queue(c: AsyncConnection, alert: Alert, by: int) -> int:
    return await insert_campaign(
        c,
        CampaignKind.ALERT,
        alert.audience,
        alert.content,
        at=now(),
        created_by=by,
        iso2=alert.iso2 or None,
        to_channel=alert.to_channel,
    )


async def _is_for_anybody(c: AsyncConnection, alert: Alert) -> bool:
    """Tell whether an alert has a reader: an import of the whole world would queue two hundred that have none."""
    query = recipients(alert.audience, tuple(alert.content.by_language), now()).limit(1)
    return alert.to_channel or (await c.execute(query)).first() is not None


@cache
def _shipped() -> dict[str, Destination]:
    """Return the destinations that come with the code."""
    data = (DATA / DESTINATIONS.name).read_bytes()
    return {row.iso2: row for row in read_destinations(data, shipped_territories())}


async def _read(c: AsyncConnection, *, lock: bool = False) -> dict[str, Destination]:
    query = sa.select(destination).order_by(destination.c.iso2)
    rows = (await c.execute(query.with_for_update() if lock else query)).mappings()
    return {row["iso2"]: destination_of(dict(row)) for row in rows}
