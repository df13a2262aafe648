"""Events of the talks that the desk publishes, corrects and withdraws."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import now
from bot.db import schema
from bot.db.audit import write_audit
from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.facts import event_of
from bot.db.revision import bump
from bot.domain.facts import TALKS
from bot.domain.language import Language
from bot.domain.talks import NewEvent, Stage, TalksEvent

_event, _check = schema.talks_event, schema.source_check


class DatabaseTalks:
    """Events of the talks in the database. Every change raises the revision and is in the audit log."""

    def __init__(self, db: Database) -> None:
        """Keep them in this database."""
        self._db = db

    async def publish(self, event: NewEvent, by: int) -> int:
        """Store an event and return its id. by: the admin, 0 for the command line."""
        async with self._db.write() as c:
            return await publish(c, event, by)

    async def find(self, event_id: int) -> TalksEvent | None:
        """Return an event, a withdrawn one too; None when there is none of this id."""
        async with self._db.read() as c:
            row = (await c.execute(sa.select(_event).where(_event.c.id == event_id))).mappings().first()
        return None if row is None else event_of(dict(row), {})

    async def correct(self, event_id: int, event: NewEvent, by: int) -> bool:
        """Replace what an event says; False when there is none. A shipped event is the editor's from then on."""
        async with self._db.write() as c:
            return await correct(c, event_id, event, by)

    async def withdraw(self, event_id: int, by: int) -> bool:
        """Take an event back, so that it is shown nowhere; False when there is none or it was withdrawn before."""
        async with self._db.write() as c:
            return await withdraw(c, event_id, by)

    async def note_check(self, checked_on: date, newest_report: date | None = None) -> None:
        """Store that the sources were looked at on this day; the newest report's date only grows."""
        async with self._db.write() as c:
            if await note_check(c, checked_on, newest_report or date.min):
                await bump(c)


async def publish(c: AsyncConnection, event: NewEvent, by: int) -> int:
    """Store an event in a transaction of the caller, who may queue its alert in the same one; return its id."""
    moment = now()
    values = {**_values(event), "origin": "desk", "published_by": by, "published_at": moment}
    event_id = await c.scalar(sa.insert(_event).values(values).returning(_event.c.id))
    assert event_id is not None
    await note_check(c, moment.date(), date.min)  # the event itself is the newest report, as long as it stands
    await bump(c)
    await write_audit(c, by, "talks.publish", event=event_id, stage=event.stage.value, date=str(event.date))
    return int(event_id)


async def correct(c: AsyncConnection, event_id: int, event: NewEvent, by: int) -> bool:
    """Do in the caller's transaction what `DatabaseTalks.correct` does."""
    return await _change(c, event_id, by, "talks.correct", {**_values(event), "edited_at": now()})


async def withdraw(c: AsyncConnection, event_id: int, by: int) -> bool:
    """Do in the caller's transaction what `DatabaseTalks.withdraw` does."""
    still_shown = _event.c.withdrawn_at.is_(None)
    return await _change(c, event_id, by, "talks.withdraw", {"withdrawn_at": now()}, still_shown)


async def note_check(c: AsyncConnection, checked_on: date, newest_report: date) -> bool:
    """Move the dates of the last look at the talks' sources forward, never back; tell whether they moved."""
    known = (await c.execute(sa.select(_check).where(_check.c.subject == TALKS))).mappings().first()
    values = {"checked_on": checked_on, "newest_report": newest_report}
    if known is not None:
        values = {name: max(known[name], value) for name, value in values.items()}
        if all(known[name] == value for name, value in values.items()):
            return False
    statement = insert(c, _check).values(subject=TALKS, **values)
    await c.execute(statement.on_conflict_do_update(index_elements=["subject"], set_=values))
    return True


async def _change(
    c: AsyncConnection,
    event_id: int,
    by: int,
    action: str,
    values: dict[str, Any],
    *conditions: sa.ColumnElement[bool],
) -> bool:
    changed = await c.execute(sa.update(_event).where(_event.c.id == event_id, *conditions).values(values))
    if not changed.rowcount:
        return False
    await bump(c)
    await write_audit(c, by, action, event=event_id)
    return True


def _values(event: NewEvent) -> dict[str, Any]:
    return {
        "date": str(event.date),
        "stage": event.stage.value,
        "moves": event.moves and event.stage is not Stage.CONTEXT,
        **{f"title_{lang}": event.titles[lang] for lang in Language},
        **{f"details_{lang}": event.details.get(lang, "") for lang in Language},
        "source_name": event.source_name,
        "source_url": event.source_url,
        "confidence": event.confidence.value,
    }
