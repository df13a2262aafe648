"""Which table each shipped file fills, and which of its rows belong to the editors."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db import facts_files as files
from bot.db import schema

Values = dict[str, Any]
Rows = Mapping[str, list[Values]]

_EVERY, _NONE = sa.true(), sa.false()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows were added, changed, removed, and kept although the file says otherwise."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    kept: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Return both together."""
        return Counts(
            self.added + other.added,
            self.changed + other.changed,
            self.removed + other.removed,
            self.kept + other.kept,
        )


def _nobodys(existing: Values, new: Values | None) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class SeededTable:
    """One table and the files it is made of.

    key: the columns by which a file's row finds its row in the table. also: files that change what the rows become.
    is_editors(existing, new) tells whether the
    existing row stays as it is; new is None when the file no longer has it. kept_by: rows that nothing may remove.
    """

    table: sa.Table
    files: tuple[str, ...]
    key: tuple[str, ...]
    shape: Callable[[list[Values]], list[Values]] = list
    also: tuple[str, ...] = ()
    where: sa.ColumnElement[bool] = _EVERY
    is_editors: Callable[[Values, Values | None], bool] = _nobodys
    kept_by: sa.ColumnElement[bool] = _NONE

    def is_touched(self, changed: Sequence[str], rows: Rows) -> bool:
        """Tell whether one of its files changed and its own is there at all."""
        return any(name in changed for name in self.files + self.also) and self.files[0] in rows

    def collect(self, rows: Rows) -> list[Values]:
        """Return the rows of the table."""
        return self.shape([values for name in self.files for values in rows.get(name, [])])

    def key_of(self, values: Values) -> tuple[Any, ...]:
        """Return what finds a row."""
        return tuple(values[column] for column in self.key)


async def upsert(c: AsyncConnection, table: SeededTable, values: list[Values]) -> Counts:
    """Add the rows that are new and change those that differ, except what is the editors'."""
    existing = await _existing(c, table)
    added, changed, kept = [], [], 0
    for new in values:
        old = existing.get(table.key_of(new))
        if old is None:
            added.append(new)
        elif any(old[column] != value for column, value in new.items()):
            if table.is_editors(old, new):
                kept += 1
            else:
                changed.append(new)
    if added:
        await c.execute(sa.insert(table.table), added)
    for new in changed:
        await c.execute(sa.update(table.table).where(_is(table, new)).values(new))
    return Counts(added=len(added), changed=len(changed), kept=kept)


async def prune(c: AsyncConnection, table: SeededTable, values: list[Values]) -> Counts:
    """Remove the rows that the files no longer have, except what is the editors' or still referred to."""
    current = {table.key_of(new) for new in values}
    gone = [old for key, old in (await _existing(c, table)).items() if key not in current]
    removed = kept = 0
    for old in gone:
        if table.is_editors(old, None):
            kept += 1
            continue
        deleted = await c.execute(sa.delete(table.table).where(_is(table, old), sa.not_(table.kept_by)))
        removed, kept = removed + deleted.rowcount, kept + (not deleted.rowcount)
    return Counts(removed=removed, kept=kept)


async def _existing(c: AsyncConnection, table: SeededTable) -> dict[tuple[Any, ...], Values]:
    found = await c.execute(sa.select(table.table).where(table.where))
    return {table.key_of(old): old for old in map(dict, found.mappings())}


def _is(table: SeededTable, values: Values) -> sa.ColumnElement[bool]:
    return sa.and_(*(table.table.c[column] == values[column] for column in table.key))


def _numbered(values: list[Values]) -> list[Values]:
    return [{**one, "position": number} for number, one in enumerate(values, 1)]


def _unedited(values: list[Values]) -> list[Values]:
    return [{**one, "edited_at": None, "edited_by": None} for one in values]


def _keyed(values: list[Values]) -> list[Values]:
    """Give events keys that outlive a correction of their words: the number among those of a date and stage."""
    seen: dict[tuple[str, str], int] = {}
    keyed = []
    for one in values:
        place = one["date"], one["stage"]
        seen[place] = seen.get(place, 0) + 1
        keyed.append(
            {**one, "seed_key": f"{place[0]} {place[1]} {seen[place]}", "moves": one["moves"] and seen[place] == 1}
        )
    return keyed


def _is_editors_destination(existing: Values, new: Values | None) -> bool:
    if existing["edited_at"] is None:
        return False
    edited = existing["edited_at"].date()
    return new is None or not max(new["as_of"], new["confirmed_on"]) > edited


def _is_editors_phrase(existing: Values, new: Values | None) -> bool:
    """Tell whether a phrase is one that an editor added and no file has: one that comes with the code is checked."""
    return new is None and existing["edited_at"] is not None


def _is_editors_event(existing: Values, new: Values | None) -> bool:
    return existing["edited_at"] is not None or existing["withdrawn_at"] is not None


def _is_desks_change(existing: Values, new: Values | None) -> bool:
    return bool(existing["origin"] != "file")


def _is_checked_later(existing: Values, new: Values | None) -> bool:
    return new is None or existing["checked_on"] >= new["checked_on"]


_d, _e = schema.destination, schema.talks_event
_referred_destination = sa.or_(
    sa.exists().where(schema.destination_change.c.iso2 == _d.c.iso2),
    sa.exists().where(schema.subscription.c.topic == sa.literal("country:") + _d.c.iso2),
)
_said_of = (_d.c.stay_rule, _d.c.conditions, _d.c.agreement, _d.c.notes, _d.c.source_name)
_said_phrase = sa.exists().where(sa.or_(*(column == schema.phrase.c.en for column in _said_of)))

TABLES = (
    SeededTable(
        schema.phrase,
        (files.PHRASES.name,),
        ("en",),
        shape=_unedited,
        is_editors=_is_editors_phrase,
        kept_by=_said_phrase,  # by a row that an editor changed
    ),
    SeededTable(
        _d,
        (files.DESTINATIONS.name,),
        ("iso2",),
        shape=_unedited,
        is_editors=_is_editors_destination,
        kept_by=_referred_destination,
    ),
    SeededTable(
        schema.destination_change,
        (files.CHANGES.name,),
        ("iso2", "date", "old_regime", "new_regime", "note"),
        is_editors=_is_desks_change,
    ),
    SeededTable(
        schema.place_name,
        (files.ALIASES.name, files.NAMES.name, files.USUAL_NAMES.name),
        ("iso2", "name", "language", "kind"),
    ),
    SeededTable(schema.howto, (files.HOWTO.name,), ("place", "practical")),
    SeededTable(schema.talks_stage, (files.STAGES.name,), ("id",)),
    SeededTable(schema.talks_peer, (files.PEERS.name,), ("position",), shape=_numbered),
    SeededTable(schema.talks_topic, (files.TOPICS.name,), ("id",), shape=_numbered),
    SeededTable(
        _e,
        (files.EVENTS.name,),
        ("seed_key",),
        shape=_keyed,
        also=(files.MOVES.name,),
        where=_e.c.origin == "file",
        is_editors=_is_editors_event,
        kept_by=sa.exists().where(schema.campaign.c.event_id == _e.c.id),
    ),
    SeededTable(
        schema.source_check,
        (files.CHECKS.name,),
        ("subject",),
        is_editors=_is_checked_later,
    ),
)
