"""Fan-out: a row for each recipient, in slices (docs/decisions/0021-delivery-engine.md)."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.audience import addressed
from bot.db.campaigns import campaign_of, count_all
from bot.db.schema import campaign, delivery
from bot.domain.campaign import Campaign, CampaignState


async def write_slice(c: AsyncConnection, campaign_id: int, size: int, at: datetime) -> bool:
    """Write the rows of the next so many recipients of a running campaign; tell whether all have theirs."""
    query = sa.select(campaign).where(campaign.c.id == campaign_id).with_for_update()
    row = (await c.execute(query)).mappings().one()
    if row["fanned_out"] or row["state"] != CampaignState.RUNNING:
        return True
    one = campaign_of(dict(row), {})
    started = row["started_at"] or at
    if row["fanned_to"] is not None and not row["total"]:
        await count_all(c, one, started)  # not before the second slice: the messages of the first are on their way
    written, last = await _slice(c, one, row["fanned_to"], size, started)
    values: dict[str, Any] = {"started_at": started, "fanned_to": last, "fanned_out": written < size}
    if written < size:
        values["total"] = await _rows(c, campaign_id)
    await c.execute(sa.update(campaign).where(campaign.c.id == campaign_id).values(values))
    return written < size


async def _slice(
    c: AsyncConnection, one: Campaign, after: int | None, size: int, at: datetime
) -> tuple[int, int | None]:
    """Return how many rows were written, and the greatest id that has one."""
    query = addressed(one.audience, tuple(one.content.by_language), at, one.target_id)
    person = query.selected_columns[0]
    if after is not None:
        query = query.where(person > after)
    chosen = query.order_by(person).limit(size).subquery()
    source = sa.select(sa.literal(one.id), *chosen.c)
    result = await c.execute(sa.insert(delivery).from_select(["campaign_id", "user_id", "language"], source))
    last = sa.select(sa.func.max(delivery.c.user_id)).where(delivery.c.campaign_id == one.id)
    return int(result.rowcount), (await c.execute(last)).scalar_one()


async def _rows(c: AsyncConnection, campaign_id: int) -> int:
    query = sa.select(sa.func.count()).where(delivery.c.campaign_id == campaign_id)
    return int((await c.execute(query)).scalar_one())
