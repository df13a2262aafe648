"""What every edit of a destination changed, when, by whom, why and whom it was told: written once, then only read."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import now
from bot.db.campaigns import stop
from bot.db.dialects import insert
from bot.db.schema import campaign, campaign_count, destination_change, destination_version
from bot.domain.campaign import DeliveryState
from bot.domain.destination import Destination
from bot.domain.destination_edit import Alert, Applied, Edit, EditOrigin, Version
from bot.domain.review import Difference, difference

_v = destination_version
_undoing = destination_version.alias("undoing")


async def remember(c: AsyncConnection, edit: Edit, campaigns: Sequence[tuple[Alert, int]]) -> Applied:
    """Add an edit to the history of each of its destinations; return its versions."""
    undone = await version(c, edit.undoes) if edit.undoes else None
    numbers = {}
    for change in edit.changes:
        told = [number for alert, number in campaigns if change.iso2 in alert.changes]
        added = sa.insert(_v).values(_row(edit, change, told)).returning(_v.c.id)
        numbers[change.iso2] = int((await c.execute(added)).scalar_one())
        await _tell_of_regime(c, edit, change, undone)
    return Applied(numbers, tuple(number for _, number in campaigns))


async def applied(c: AsyncConnection, key: str) -> Applied | None:
    """Return what was written under a key, None when nothing was."""
    query = sa.select(_v.c.iso2, _v.c.id, _v.c.campaigns).where(_v.c.key == key).order_by(_v.c.id)
    rows = (await c.execute(query)).all()
    if not key or not rows:
        return None
    campaigns = dict.fromkeys(number for row in rows for number in row.campaigns)
    return Applied({row.iso2: row.id for row in rows}, tuple(sorted(campaigns)), is_new=False)


async def versions(c: AsyncConnection, iso2: str | None, limit: int, before: int | None) -> tuple[Version, ...]:
    """Return edits, newest first, of one destination or of all; before: only those with a smaller number."""
    query = _versions().order_by(_v.c.id.desc()).limit(limit)
    if iso2 is not None:
        query = query.where(_v.c.iso2 == iso2)
    if before is not None:
        query = query.where(_v.c.id < before)
    return await _found(c, query)


async def version(c: AsyncConnection, number: int) -> Version | None:
    """Return an edit, None when there is none of this number."""
    found = await _found(c, _versions().where(_v.c.id == number))
    return found[0] if found else None


async def stop_alerts(c: AsyncConnection, undone: int) -> None:
    """Cancel what is still going out about an edit alone; a summary of several goes on."""
    query = sa.select(_v.c.iso2, _v.c.campaigns).where(_v.c.id == undone)
    row = (await c.execute(query)).one()
    if row.campaigns:
        await stop(c, sa.and_(campaign.c.id.in_(row.campaigns), campaign.c.iso2 == row.iso2))


def _versions() -> sa.Select[Any]:
    undone_by = sa.select(sa.func.max(_undoing.c.id)).where(_undoing.c.undoes == _v.c.id).scalar_subquery()
    return sa.select(_v, undone_by.label("undone_by"))


async def _found(c: AsyncConnection, query: sa.Select[Any]) -> tuple[Version, ...]:
    rows = (await c.execute(query)).mappings().all()
    sent = await _sent(c, {number for row in rows for number in row["campaigns"]})
    return tuple(_version(dict(row), sent) for row in rows)


async def _sent(c: AsyncConnection, campaigns: Iterable[int]) -> dict[int, int]:
    """Return how many people have the message of each campaign."""
    query = sa.select(campaign_count.c.campaign_id, campaign_count.c.count).where(
        campaign_count.c.campaign_id.in_(sorted(campaigns)), campaign_count.c.outcome == str(DeliveryState.SENT)
    )
    return dict(map(tuple, (await c.execute(query)).all()))


def _version(row: Mapping[str, Any], sent: Mapping[int, int]) -> Version:
    before = Destination.from_texts(row["before"]) if row["before"] is not None else None
    return Version(
        id=row["id"],
        iso2=row["iso2"],
        at=row["at"],
        by=row["by"],
        origin=EditOrigin(row["origin"]),
        reason=row["reason"],
        difference=difference(before, Destination.from_texts(row["after"])),
        undoes=row["undoes"] or 0,
        undone_by=row["undone_by"] or 0,
        campaigns=tuple(row["campaigns"]),
        sent=sum(sent.get(number, 0) for number in row["campaigns"]),
    )


def _row(edit: Edit, change: Difference, campaigns: list[int]) -> dict[str, Any]:
    return {
        "iso2": change.iso2,
        "at": now(),
        "by": edit.by,
        "origin": str(edit.origin),
        "reason": edit.reason,
        "before": change.before.to_texts() if change.before else None,
        "after": change.after.to_texts(),
        "undoes": edit.undoes or None,
        "key": edit.key,
        "campaigns": campaigns,
    }


async def _tell_of_regime(c: AsyncConnection, edit: Edit, change: Difference, undone: Version | None) -> None:
    """Keep the history of regimes true: an edit that was taken back never happened, an undo of that did after all."""
    if not change.concerns_travellers:
        return
    if undone is not None and await _is_told(c, undone):
        await c.execute(sa.delete(destination_change).where(*_of_desk(undone)))
    else:
        values = _change(change, edit.by, edit.reason)
        await c.execute(insert(c, destination_change).values(values).on_conflict_do_nothing())


async def _is_told(c: AsyncConnection, one: Version) -> bool:
    """Tell whether an edit stands in the history of regimes: an undo does only when it takes back an undo."""
    undone = await version(c, one.undoes) if one.undoes else None
    return undone is None or not await _is_told(c, undone)


def _of_desk(undone: Version) -> list[sa.ColumnElement[bool]]:
    table = destination_change.c
    values = _change(undone.difference, undone.by, undone.reason)
    keys = ("iso2", "date", "old_regime", "new_regime", "note")
    return [table.origin == "desk", *(table[key] == values[key] for key in keys)]


def _change(change: Difference, by: int, note: str) -> dict[str, Any]:
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
