"""What became of what was sent to many: by outcome, by day, by campaign."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.schema import campaign, campaign_count
from bot.domain.campaign import CampaignKind
from bot.domain.statistics import SentCampaign

LAST = 5
"""Campaigns that are told of one by one."""

_OUTCOMES = sa.select(campaign_count.c.outcome, sa.func.sum(campaign_count.c.count))


async def outcomes_in_all(c: AsyncConnection) -> dict[str, int]:
    """Return the deliveries of all campaigns, by outcome."""
    query = _OUTCOMES.group_by(campaign_count.c.outcome)
    return {outcome: int(count) for outcome, count in await c.execute(query)}


async def outcomes_by_day(c: AsyncConnection, begin: datetime, zone: ZoneInfo) -> dict[date, dict[str, int]]:
    """Return the deliveries of the campaigns that began since a moment, by the day they began."""
    query = (
        sa.select(campaign.c.started_at, campaign_count.c.outcome, campaign_count.c.count)
        .join(campaign_count, campaign_count.c.campaign_id == campaign.c.id)
        .where(campaign.c.started_at >= begin)
    )
    found: dict[date, dict[str, int]] = {}
    for began, outcome, count in await c.execute(query):
        of_day = found.setdefault(began.astimezone(zone).date(), {})
        of_day[outcome] = of_day.get(outcome, 0) + count
    return found


async def last_campaigns(c: AsyncConnection, zone: ZoneInfo) -> tuple[SentCampaign, ...]:
    """Return the last campaigns that began, newest first; edits of earlier ones are none, nor are reminders."""
    query = (
        sa.select(campaign.c.id, campaign.c.kind, campaign.c.started_at, campaign.c.total)
        .where(campaign.c.started_at.is_not(None), campaign.c.target_id.is_(None))
        .where(campaign.c.kind != CampaignKind.REMINDER)
        .order_by(campaign.c.id.desc())
        .limit(LAST)
    )
    rows = (await c.execute(query)).all()
    counts = await _counts(c, [row.id for row in rows])
    return tuple(
        SentCampaign(
            row.id, CampaignKind(row.kind), row.started_at.astimezone(zone).date(), row.total, counts.get(row.id, {})
        )
        for row in rows
    )


async def _counts(c: AsyncConnection, ids: Sequence[int]) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    query = sa.select(campaign_count).where(campaign_count.c.campaign_id.in_(ids))
    for number, outcome, count in await c.execute(query):
        found.setdefault(number, {})[outcome] = count
    return found
