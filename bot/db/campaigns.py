"""Campaigns: made, listed, steered."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import reduce
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import now
from bot.db.audience import addressed, count, count_at_once
from bot.db.engine import Database
from bot.db.schema import campaign, campaign_count, delivery
from bot.db.settling import count_outcomes
from bot.domain.campaign import Audience, Campaign, CampaignKind, CampaignState, Content, DeliveryState, Post, Reason
from bot.domain.language import Language


async def insert_campaign(
    c: AsyncConnection,
    kind: CampaignKind,
    audience: Audience,
    content: Content,
    *,
    at: datetime,
    created_by: int | None = None,
    event_id: int | None = None,
    iso2: str | None = None,
    scheduled_at: datetime | None = None,
    to_channel: bool = False,
    state: CampaignState | None = None,
    target_id: int | None = None,
) -> int:
    """Store a campaign within a transaction of the caller's and return its id.

    at: this moment; who comes later is not reached. state: RUNNING, or SCHEDULED when a time is given.
    target_id: the campaign whose sent messages this one edits or deletes.
    """
    chosen = state or (CampaignState.SCHEDULED if scheduled_at else CampaignState.RUNNING)
    values = {
        "kind": str(kind),
        "state": str(chosen),
        "audience": str(audience),
        "content": content.to_json(),
        "total": await count_at_once(c, addressed(audience, tuple(content.by_language), at, target_id)),
        "created_by": created_by,
        "created_at": at,
        "started_at": at if chosen is CampaignState.RUNNING else None,
        "event_id": event_id,
        "iso2": iso2,
        "scheduled_at": scheduled_at,
        "to_channel": to_channel,
        "target_id": target_id,
    }
    result = await c.execute(sa.insert(campaign).values(values).returning(campaign.c.id))
    return int(result.scalar_one())


class DatabaseCampaigns:
    """Campaigns in the database."""

    def __init__(self, db: Database) -> None:
        """Keep them in this database."""
        self._db = db

    async def create(
        self, kind: CampaignKind, audience: Audience, content: Content, *, at: datetime, **details: Any
    ) -> int:
        """Store a campaign and return its id."""
        async with self._db.write() as c:
            return await insert_campaign(c, kind, audience, content, at=at, **details)

    async def count(self, audience: Audience, languages: tuple[Language, ...], at: datetime) -> int:
        """Return how many people an audience holds."""
        async with self._db.read() as c:
            return await count(c, addressed(audience, languages, at, None))

    async def get(self, campaign_id: int) -> Campaign | None:
        """Return a campaign, None when there is none."""
        found = await self._select(sa.select(campaign).where(campaign.c.id == campaign_id))
        return found[0] if found else None

    async def list(self, limit: int, offset: int) -> tuple[Campaign, ...]:
        """Return campaigns that are more than drafts, newest first; reminders are nobody's to steer."""
        query = sa.select(campaign).where(
            campaign.c.state != CampaignState.DRAFT, campaign.c.kind != CampaignKind.REMINDER
        )
        return await self._select(query.order_by(campaign.c.id.desc()).limit(limit).offset(offset))

    async def running(self) -> tuple[Campaign, ...]:
        """Return the campaigns that are being sent."""
        return await self._select(sa.select(campaign).where(campaign.c.state == CampaignState.RUNNING))

    async def switch(
        self, campaign_id: int, allowed: Sequence[CampaignState], state: CampaignState, at: datetime
    ) -> bool:
        """Change the state if it is one of the allowed; tell whether it was."""
        values: dict[str, Any] = {"state": str(state)}
        if state.is_over:
            values["finished_at"] = at
        async with self._db.write() as c:
            result = await c.execute(
                sa.update(campaign)
                .where(campaign.c.id == campaign_id, campaign.c.state.in_([str(one) for one in allowed]))
                .values(values)
            )
            if result.rowcount and state is CampaignState.CANCELLED:
                await skip_rest(c, campaign_id)
            return bool(result.rowcount)

    async def posted(self, campaign_id: int, posts: Sequence[Post]) -> None:
        """Store where a campaign stands in the channel; nowhere when Telegram refused it."""
        values = {
            "channel_message_id": posts[0].message_id if posts else 0,
            "channel_posts": [[post.message_id, post.count] for post in posts],
        }
        async with self._db.write() as c:
            await c.execute(sa.update(campaign).where(campaign.c.id == campaign_id).values(values))

    async def standing(self, one: Campaign) -> tuple[Content, tuple[Post, ...]]:
        """Return what the target of an edit shows after it and all edits before, and the posts it stands in by now."""
        query = (
            sa.select(campaign.c.content, campaign.c.channel_message_id, campaign.c.channel_posts)
            .where(sa.or_(campaign.c.id == one.target_id, campaign.c.target_id == one.target_id))
            .where(campaign.c.id <= one.id)
            .order_by(campaign.c.id)
        )
        async with self._db.read() as c:
            rows = (await c.execute(query)).all()
        contents = [Content.from_json(row.content) for row in rows]
        posted = [row for row in rows if row.channel_message_id is not None]
        return reduce(Content.edited_by, contents), _posts(posted[-1]) if posted else ()

    async def start_due(self, at: datetime) -> int:
        """Start the scheduled campaigns whose time has come; return how many. Their audience is that of now."""
        due = sa.select(campaign).where(campaign.c.state == CampaignState.SCHEDULED, campaign.c.scheduled_at <= at)
        async with self._db.read() as c:
            if (await c.execute(due)).first() is None:
                return 0  # asked several times a second: it takes the write lock only when there is work
        async with self._db.write() as c:
            rows = (await c.execute(due)).mappings().all()
            for row in rows:
                content = Content.from_json(row["content"])
                audience = Audience.parse(row["audience"])
                total = await count_at_once(c, addressed(audience, tuple(content.by_language), at, row["target_id"]))
                await c.execute(
                    sa.update(campaign)
                    .where(campaign.c.id == row["id"])
                    .values(state=str(CampaignState.RUNNING), started_at=at, total=total)
                )
            return len(rows)

    async def _select(self, query: sa.Select[Any]) -> tuple[Campaign, ...]:
        async with self._db.read() as c:
            rows = (await c.execute(query)).mappings().all()
            counts = await _counts(c, [row["id"] for row in rows])
        return tuple(campaign_of(row, counts.get(row["id"], {})) for row in rows)


async def skip_rest(c: AsyncConnection, campaign_id: int) -> None:
    """Settle what was not tried of a cancelled campaign: rows that wait, and people who have no row yet."""
    waiting = (DeliveryState.PENDING, DeliveryState.LATER, DeliveryState.HELD)
    result = await c.execute(
        sa.update(delivery)
        .where(delivery.c.campaign_id == campaign_id, delivery.c.state.in_([str(one) for one in waiting]))
        .values(state=str(DeliveryState.SKIPPED), reason=str(Reason.CANCELLED))
    )
    rows = sa.select(sa.func.count()).where(delivery.c.campaign_id == campaign_id)
    written = int((await c.execute(rows)).scalar_one())
    row = (await c.execute(sa.select(campaign).where(campaign.c.id == campaign_id))).mappings().one()
    total = row["total"]
    if not row["fanned_out"] and row["started_at"] and not total:
        total = await count_all(c, campaign_of(dict(row), {}), row["started_at"])
    unwritten = max(0, total - written) if not row["fanned_out"] else 0
    await add_counts(c, campaign_id, {"skipped:cancelled": result.rowcount + unwritten})


async def unfinished(c: AsyncConnection, which: sa.ColumnElement[bool]) -> tuple[int, ...]:
    """Return the campaigns among these that are not over."""
    under_way = campaign.c.state.not_in([str(state) for state in CampaignState if state.is_over])
    return tuple((await c.scalars(sa.select(campaign.c.id).where(which, under_way))).all())


async def stop(c: AsyncConnection, which: sa.ColumnElement[bool]) -> bool:
    """Cancel the campaigns among these that are under way; tell whether there were any."""
    found = await unfinished(c, which)
    for one in found:
        await skip_rest(c, one)
        stopped = {"state": str(CampaignState.CANCELLED), "finished_at": now()}
        await c.execute(sa.update(campaign).where(campaign.c.id == one).values(stopped))
    return bool(found)


async def add_counts(c: AsyncConnection, campaign_id: int, counts: Mapping[str, int]) -> None:
    """Add to the settled deliveries of a campaign, by outcome."""
    await c.run_sync(count_outcomes, campaign_id, counts)


async def set_counts(c: AsyncConnection, campaign_id: int, counts: Mapping[str, int]) -> None:
    """Replace the counts of a campaign by these."""
    await c.execute(sa.delete(campaign_count).where(campaign_count.c.campaign_id == campaign_id))
    await add_counts(c, campaign_id, counts)


async def _counts(c: AsyncConnection, ids: Sequence[int]) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    if ids:
        rows = await c.execute(sa.select(campaign_count).where(campaign_count.c.campaign_id.in_(ids)))
        for row in rows.mappings():
            found.setdefault(row["campaign_id"], {})[row["outcome"]] = row["count"]
    return found


def campaign_of(row: Mapping[str, Any], counts: dict[str, int]) -> Campaign:
    """Return the campaign of a row of the table."""
    return Campaign(
        id=row["id"],
        kind=CampaignKind(row["kind"]),
        state=CampaignState(row["state"]),
        audience=Audience.parse(row["audience"]),
        content=Content.from_json(row["content"]),
        total=row["total"],
        fanned_out=row["fanned_out"],
        counts=counts,
        created_by=row["created_by"],
        created_at=row["created_at"],
        scheduled_at=row["scheduled_at"],
        started_at=row["started_at"],
        finished_at=row["finished_at"],
        target_id=row["target_id"],
        to_channel=row["to_channel"],
        is_posted=row["channel_message_id"] is not None,
    )


async def count_all(c: AsyncConnection, one: Campaign, started_at: datetime) -> int:
    """Count the audience of a campaign as it was at the start, store its total and return it."""
    query = addressed(one.audience, tuple(one.content.by_language), started_at, one.target_id)
    total = await count(c, query)
    await c.execute(sa.update(campaign).where(campaign.c.id == one.id).values(total=total))
    return total


def _posts(row: Any) -> tuple[Post, ...]:
    if row.channel_posts is None:  # of a release that kept the first message alone
        return (Post(row.channel_message_id),) if row.channel_message_id else ()
    return tuple(Post(*post) for post in row.channel_posts)
