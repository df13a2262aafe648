"""Deliveries: fanned out in slices, claimed, settled; each step one transaction."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.audience import recipients
from bot.db.campaigns import add_counts, campaign_of, targets
from bot.db.engine import Database
from bot.db.schema import campaign, delivery, subscription, users
from bot.domain.campaign import Campaign, CampaignKind, CampaignState, DeliveryState, Reason
from bot.domain.delivery import Claimed, Claims, Settled
from bot.domain.user import Cadence, QuietHours, UserState
from bot.domain.waiting import release_time

SENDER_LOCK = 7_283_001
"""The number of PostgreSQL's advisory lock that the sender holds."""

LOCK_EVERY = 2.0
"""Seconds between two tries to become the sender."""

_GONE = {
    Reason.BLOCKED: UserState.BLOCKED,
    Reason.DEACTIVATED: UserState.DEACTIVATED,
    Reason.NOT_FOUND: UserState.DEACTIVATED,
}


class DatabaseDeliveries:
    """Deliveries in the database. zone: the time zone of people who set none."""

    def __init__(self, db: Database, zone: ZoneInfo) -> None:
        """Keep them in this database."""
        self._db, self._zone = db, zone

    @asynccontextmanager
    async def lead(self) -> AsyncIterator[None]:
        """Wait until this process is the one that sends. On PostgreSQL a lock elects it, which its session holds."""
        if self._db.is_sqlite:
            yield
            return
        async with self._db.engine.connect() as session:
            await session.execution_options(isolation_level="AUTOCOMMIT")
            while not (await session.execute(sa.select(sa.func.pg_try_advisory_lock(SENDER_LOCK)))).scalar_one():  # noqa: ASYNC110
                await asyncio.sleep(LOCK_EVERY)
            try:
                yield
            finally:
                await session.execute(sa.select(sa.func.pg_advisory_unlock(SENDER_LOCK)))

    async def recover(self) -> int:
        """Give back what a stopped sender had claimed; return how many."""
        async with self._db.write() as c:
            result = await c.execute(
                sa.update(delivery)
                .where(delivery.c.state == DeliveryState.CLAIMED)
                .values(state=str(DeliveryState.PENDING))
            )
            return int(result.rowcount)

    async def fan_out(self, campaign_id: int, size: int, at: datetime) -> bool:
        """Write the rows of the next so many recipients; tell whether all have theirs."""
        async with self._db.write() as c:
            row = (await c.execute(sa.select(campaign).where(campaign.c.id == campaign_id))).mappings().one()
            if row["fanned_out"] or row["state"] != CampaignState.RUNNING:
                return True
            started = row["started_at"] or at
            one = campaign_of(dict(row), {})
            if row["started_at"] is None:
                await self._start(c, one, at)
            written, last = await self._slice(c, one, row["fanned_to"], size, started)
            done = written < size
            values: dict[str, Any] = {"fanned_to": last, "fanned_out": done}
            if done:
                values["total"] = await self._rows(c, campaign_id)
            await c.execute(sa.update(campaign).where(campaign.c.id == campaign_id).values(values))
            return done

    async def claim(self, one: Campaign, after: int, limit: int, now: datetime) -> Claims:
        """Take the next rows of a campaign behind this user id; those who wait or left are settled at once."""
        async with self._db.write() as c:
            rows = (await c.execute(_pending(one, after, limit))).mappings().all()
            if not rows:
                return Claims((), after, exhausted=True)
            last = int(rows[-1]["user_id"])
            await c.execute(
                sa.update(delivery)
                .where(
                    delivery.c.campaign_id == one.id,
                    delivery.c.user_id.between(int(rows[0]["user_id"]), last),
                    delivery.c.state == DeliveryState.PENDING,
                )
                .values(state=str(DeliveryState.CLAIMED))
            )
            claimed, settled = self._sorted(one, rows, now)
            await self._settle(c, settled)
        return Claims(claimed, last, exhausted=len(rows) < limit)

    async def claim_waiting(self, limit: int, now: datetime) -> tuple[Claimed, ...]:
        """Take rows whose time to wait is over, of running campaigns."""
        query = (
            sa.select(delivery, users.c.silent, campaign.c.kind)
            .join(campaign, campaign.c.id == delivery.c.campaign_id)
            .outerjoin(users, users.c.telegram_id == delivery.c.user_id)
            .where(
                delivery.c.state.in_([str(DeliveryState.LATER), str(DeliveryState.HELD)]),
                delivery.c.not_before <= now,
                campaign.c.state == CampaignState.RUNNING,
            )
            .order_by(delivery.c.not_before, delivery.c.user_id)
            .limit(limit)
        )
        async with self._db.write() as c:
            rows = (await c.execute(query)).mappings().all()
            keys = [{"c_id": row["campaign_id"], "u_id": row["user_id"]} for row in rows]
            if keys:
                await c.execute(
                    sa.update(delivery)
                    .where(delivery.c.campaign_id == sa.bindparam("c_id"), delivery.c.user_id == sa.bindparam("u_id"))
                    .values(state=str(DeliveryState.CLAIMED)),
                    keys,
                )
        return tuple(_claimed(row, held=row["state"] == DeliveryState.HELD) for row in rows)

    async def has_due(self, now: datetime) -> bool:
        """Tell whether rows of running campaigns have waited long enough."""
        query = (
            sa.select(delivery.c.user_id)
            .join(campaign, campaign.c.id == delivery.c.campaign_id)
            .where(
                delivery.c.state.in_([str(DeliveryState.LATER), str(DeliveryState.HELD)]),
                delivery.c.not_before <= now,
                campaign.c.state == CampaignState.RUNNING,
            )
        )
        async with self._db.read() as c:
            return (await c.execute(query.limit(1))).first() is not None

    async def settle(self, results: Sequence[Settled]) -> None:
        """Write what became of claimed rows: durable when this returns."""
        async with self._db.write() as c:
            await self._settle(c, results)

    async def finish(self, campaign_id: int, at: datetime) -> bool:
        """End a campaign in which everybody has a last word; tell whether it did."""
        async with self._db.write() as c:
            result = await c.execute(
                sa.update(campaign)
                .where(campaign.c.id == campaign_id, campaign.c.state == CampaignState.RUNNING)
                .values(state=str(CampaignState.DONE), finished_at=at)
            )
            return bool(result.rowcount)

    async def prune(self, before: datetime, limit: int = 5000) -> int:
        """Delete rows of campaigns that ended before this moment, at most so many; the counts stay."""
        old = sa.select(campaign.c.id).where(campaign.c.finished_at < before)
        keys = sa.select(delivery.c.campaign_id, delivery.c.user_id).where(delivery.c.campaign_id.in_(old)).limit(limit)
        async with self._db.write() as c:
            rows = (await c.execute(keys)).all()
            if rows:
                await c.execute(
                    sa.delete(delivery).where(
                        delivery.c.campaign_id == sa.bindparam("c_id"), delivery.c.user_id == sa.bindparam("u_id")
                    ),
                    [{"c_id": row[0], "u_id": row[1]} for row in rows],
                )
            return len(rows)

    async def _start(self, c: AsyncConnection, one: Campaign, at: datetime) -> None:
        query = _audience(one, at)
        total = (await c.execute(sa.select(sa.func.count()).select_from(query.subquery()))).scalar_one()
        await c.execute(sa.update(campaign).where(campaign.c.id == one.id).values(started_at=at, total=total))

    async def _slice(
        self, c: AsyncConnection, one: Campaign, after: int | None, size: int, at: datetime
    ) -> tuple[int, int | None]:
        query = _audience(one, at)
        person = query.selected_columns[0]
        if after is not None:
            query = query.where(person > after)
            if one.audience.topic is not None and one.target_id is None:
                query = query.where(subscription.c.user_id > after)
        chosen = query.order_by(person).limit(size).subquery()
        columns = ["campaign_id", "user_id", "language"]
        source = sa.select(sa.literal(one.id), *chosen.c)
        result = await c.execute(sa.insert(delivery).from_select(columns, source))
        last = sa.select(sa.func.max(delivery.c.user_id)).where(delivery.c.campaign_id == one.id)
        return int(result.rowcount), (await c.execute(last)).scalar_one()

    async def _rows(self, c: AsyncConnection, campaign_id: int) -> int:
        query = sa.select(sa.func.count()).where(delivery.c.campaign_id == campaign_id)
        return int((await c.execute(query)).scalar_one())

    def _sorted(
        self, one: Campaign, rows: Sequence[Any], now: datetime
    ) -> tuple[tuple[Claimed, ...], tuple[Settled, ...]]:
        claimed, settled = [], []
        for row in rows:
            if one.target_id is None and (row["user_state"] != UserState.ACTIVE or row["unsubscribed"]):
                settled.append(Settled(one.id, row["user_id"], DeliveryState.SKIPPED, Reason.LEFT))
            elif (until := self._waits(one, row, now)) is not None:
                settled.append(Settled(one.id, row["user_id"], DeliveryState.HELD, not_before=until))
            else:
                claimed.append(_claimed(row))
        return tuple(claimed), tuple(settled)

    def _waits(self, one: Campaign, row: Any, now: datetime) -> datetime | None:
        if one.target_id is not None or one.audience.user_ids:
            return None
        cadence = Cadence(row["cadence"] or Cadence.AT_ONCE)
        if one.kind is not CampaignKind.ALERT:
            cadence = Cadence.AT_ONCE
        if cadence is Cadence.AT_ONCE and row["quiet_start"] is None:
            return None
        zone = ZoneInfo(row["timezone"]) if row["timezone"] else self._zone
        return release_time(now, zone, cadence, _quiet(row["quiet_start"], row["quiet_end"]))

    async def _without_cancelled(self, c: AsyncConnection, results: Sequence[Settled]) -> Sequence[Settled]:
        """Give rows that would wait on their last word when their campaign was cancelled meanwhile."""
        unfinished = {one.campaign_id for one in results if not one.state.is_settled}
        if not unfinished or not (over := await _cancelled(c, unfinished)):
            return results
        return [
            replace(one, state=DeliveryState.SKIPPED, reason=Reason.CANCELLED, not_before=None)
            if one.campaign_id in over and not one.state.is_settled
            else one
            for one in results
        ]

    async def _settle(self, c: AsyncConnection, results: Sequence[Settled]) -> None:
        if not results:
            return
        results = await self._without_cancelled(c, results)
        await c.execute(_SETTLE, [_values(one) for one in results])
        totals: dict[int, dict[str, int]] = {}
        for one in results:
            if one.state.is_settled:
                key = f"{one.state}:{one.reason}" if one.reason else str(one.state)
                counts = totals.setdefault(one.campaign_id, {})
                counts[key] = counts.get(key, 0) + 1
        for campaign_id, counts in totals.items():
            await add_counts(c, campaign_id, counts)
        gone = [(one.user_id, _GONE[one.reason]) for one in results if one.reason in _GONE]
        if gone:
            await c.execute(_MARK, [{"u_id": user_id, "to": str(state)} for user_id, state in gone])


async def _cancelled(c: AsyncConnection, ids: set[int]) -> set[int]:
    query = sa.select(campaign.c.id).where(campaign.c.id.in_(ids), campaign.c.state == CampaignState.CANCELLED)
    return set((await c.execute(query)).scalars())


_SETTLE = (
    sa.update(delivery)
    .where(delivery.c.campaign_id == sa.bindparam("c_id"), delivery.c.user_id == sa.bindparam("u_id"))
    .values(
        state=sa.bindparam("to"),
        reason=sa.bindparam("why"),
        attempts=delivery.c.attempts + sa.bindparam("tries"),
        not_before=sa.bindparam("until"),
        first_tried_at=sa.func.coalesce(
            delivery.c.first_tried_at, sa.bindparam("tried_at", type_=delivery.c.first_tried_at.type)
        ),
        message_id=sa.func.coalesce(sa.bindparam("m_id"), delivery.c.message_id),
        message_count=sa.bindparam("m_count"),
    )
)
_MARK = sa.update(users).where(users.c.telegram_id == sa.bindparam("u_id")).values(state=sa.bindparam("to"))


def _values(one: Settled) -> dict[str, Any]:
    return {
        "c_id": one.campaign_id,
        "u_id": one.user_id,
        "to": str(one.state),
        "why": str(one.reason) if one.reason else None,
        "tries": one.tries,
        "until": one.not_before,
        "tried_at": one.tried_at,
        "m_id": one.message_id,
        "m_count": one.message_count,
    }


def _audience(one: Campaign, at: datetime) -> sa.Select[Any]:
    if one.target_id is not None:
        return targets(one.target_id, tuple(one.content.by_language))
    return recipients(one.audience, tuple(one.content.by_language), at)


def _pending(one: Campaign, after: int, limit: int) -> sa.Select[Any]:
    topic = str(one.audience.topic) if one.audience.topic is not None and one.target_id is None else None
    unsubscribed: sa.ColumnElement[Any] = sa.literal(False)
    if topic is not None:
        unsubscribed = subscription.c.user_id.is_(None)
    columns = [
        users.c.state.label("user_state"),
        users.c.cadence,
        users.c.quiet_start,
        users.c.quiet_end,
        users.c.timezone,
        users.c.silent,
        unsubscribed.label("unsubscribed"),
    ]
    source = delivery.outerjoin(users, users.c.telegram_id == delivery.c.user_id)
    if topic is not None:
        source = source.outerjoin(
            subscription, (subscription.c.topic == topic) & (subscription.c.user_id == delivery.c.user_id)
        )
    sent = delivery.alias("sent")
    if one.target_id is not None:
        source = source.join(sent, (sent.c.campaign_id == one.target_id) & (sent.c.user_id == delivery.c.user_id))
        columns += [sent.c.message_id.label("target_message_id"), sent.c.message_count.label("target_count")]
    query = sa.select(delivery, *columns).select_from(source)
    return (
        query.where(
            delivery.c.campaign_id == one.id,
            delivery.c.user_id > after,
            delivery.c.state == DeliveryState.PENDING,
        )
        .order_by(delivery.c.user_id)
        .limit(limit)
    )


def _claimed(row: Any, *, held: bool = False) -> Claimed:
    return Claimed(
        campaign_id=row["campaign_id"],
        user_id=row["user_id"],
        language=row["language"],
        attempts=row["attempts"],
        first_tried_at=row["first_tried_at"],
        silent=bool(row["silent"]),
        held=held,
        target_message_id=row.get("target_message_id"),
        target_count=row.get("target_count") or 1,
    )


def _quiet(start: int | None, end: int | None) -> QuietHours | None:
    if start is None or end is None:
        return None
    return QuietHours(time(start // 60, start % 60), time(end // 60, end % 60))
