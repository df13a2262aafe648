"""Deliveries: fanned out in slices, claimed, settled; each step one transaction."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.answers import AnswerJournal
from bot.db.audience import still_wanted
from bot.db.campaigns import add_counts, set_counts
from bot.db.delivery_statements import (
    CLAIM,
    claimed_in,
    claimed_of,
    due,
    locked_states,
    pending,
    quiet_hours,
    waiting,
)
from bot.db.engine import Database
from bot.db.fan_out import write_slice
from bot.db.schema import campaign, delivery, users
from bot.db.sender_lock import SenderLock
from bot.db.settling import outcome, settle_claimed, settle_rows
from bot.domain.campaign import Audience, Campaign, CampaignKind, CampaignState, DeliveryState, Reason
from bot.domain.delivery import Claimed, Claims, Settled
from bot.domain.user import Cadence, UserState
from bot.domain.waiting import release_time


class DatabaseDeliveries:
    """Deliveries in the database. zone: the time zone of people who set none."""

    def __init__(self, db: Database, zone: ZoneInfo) -> None:
        """Keep them in this database."""
        self._db, self._zone = db, zone
        self._lock = SenderLock(db)
        self._answers = AnswerJournal.beside(db)
        self._answered: tuple[Settled, ...] = ()

    @asynccontextmanager
    async def lead(self) -> AsyncIterator[None]:
        """Wait until this process is the one that sends, and stay it."""
        async with self._lock.hold():
            self._answered = self._answers.open()
            try:
                yield
            finally:
                self._answers.close()

    async def leads(self) -> bool:
        """Tell whether this process is still the one that sends."""
        return await self._lock.is_held()

    async def recover(self) -> int:
        """Give back what a stopped sender had claimed; return how many. Who had waited his time doesn't wait again."""
        given_back = sa.case(
            (delivery.c.not_before.is_(None), str(DeliveryState.PENDING)), else_=str(DeliveryState.HELD)
        )
        unfinished = (CampaignState.RUNNING, CampaignState.PAUSED)
        async with self._db.write() as c:
            await c.run_sync(settle_claimed, self._answered)
            await self._skip_cancelled(c)
            result = await c.execute(sa.update(delivery).where(claimed_in(*unfinished)).values(state=given_back))
        self._answers.clear()
        return int(result.rowcount)

    async def _skip_cancelled(self, c: AsyncConnection) -> None:
        """Give the last word to rows that were in hand when their campaign was cancelled and the sender killed."""
        cancelled = claimed_in(CampaignState.CANCELLED)
        query = sa.select(delivery.c.campaign_id, sa.func.count()).where(cancelled).group_by(delivery.c.campaign_id)
        for campaign_id, number in (await c.execute(query)).all():
            await add_counts(c, campaign_id, {outcome(DeliveryState.SKIPPED, Reason.CANCELLED): number})
        skipped = {"state": str(DeliveryState.SKIPPED), "reason": str(Reason.CANCELLED)}
        await c.execute(sa.update(delivery).where(cancelled).values(skipped))

    async def fan_out(self, campaign_id: int, size: int, at: datetime) -> bool:
        """Write the rows of the next so many recipients; tell whether all have theirs."""
        async with self._db.write() as c:
            return await write_slice(c, campaign_id, size, at)

    async def claim(self, one: Campaign, after: int, limit: int, now: datetime) -> Claims:
        """Take the next rows of a campaign behind this user id; those who wait or left are settled at once."""
        return await self._db.transact(partial(self._claim, one=one, after=after, limit=limit, now=now))

    def _claim(self, c: sa.Connection, one: Campaign, after: int, limit: int, now: datetime) -> Claims:
        # Locked before its rows, as a cancel does it: else both could wait for each other on PostgreSQL.
        state = c.execute(locked_states([one.id])).mappings().one()["state"]
        running = state == CampaignState.RUNNING
        rows = c.execute(pending(one, after, limit)).mappings().all() if running else ()
        if not rows:
            return Claims((), after, exhausted=True)
        last = int(rows[-1]["user_id"])
        c.execute(
            sa.update(delivery)
            .where(delivery.c.campaign_id == one.id, delivery.c.user_id.in_([row["user_id"] for row in rows]))
            .values(state=str(DeliveryState.CLAIMED))
        )
        claimed, settled = self._sorted(one, rows, now)
        settle_rows(c, settled)
        return Claims(claimed, last, exhausted=len(rows) < limit)

    async def claim_waiting(self, limit: int, now: datetime) -> tuple[Claimed, ...]:
        """Take rows whose time to wait is over: all of a person at once. People who left meanwhile are skipped."""
        async with self._db.write() as c:
            rows = (await c.execute(waiting(limit, now))).mappings().all()
            left = await _left(c, rows)
            taken = [row for row in rows if (row["campaign_id"], row["user_id"]) not in left]
            if taken:
                await c.execute(CLAIM, [{"c_id": row["campaign_id"], "u_id": row["user_id"]} for row in taken])
            await c.run_sync(settle_rows, [Settled(*key, DeliveryState.SKIPPED, Reason.LEFT) for key in left])
        return tuple(claimed_of(row, held=row["state"] == DeliveryState.HELD) for row in taken)

    async def has_due(self, now: datetime) -> bool:
        """Tell whether rows of running campaigns have waited long enough."""
        async with self._db.read() as c:
            return (await c.execute(due(now).limit(1))).first() is not None

    def note(self, results: Sequence[Settled]) -> None:
        """Note what is about to be settled, so that a kill until then doubles no message that arrived."""
        self._answers.note(results)

    async def settle(self, results: Sequence[Settled]) -> None:
        """Write what became of claimed rows, all that was noted among them: durable when this returns."""
        self._answers.turn()
        await self._db.transact(partial(settle_rows, results=results))
        self._answers.forget()

    async def finish(self, campaign_id: int, at: datetime) -> bool:
        """End a campaign if everybody has a last word; tell whether it did. Its counts are taken from its rows."""
        query = (
            sa.select(delivery.c.state, delivery.c.reason, sa.func.count())
            .where(delivery.c.campaign_id == campaign_id)
            .group_by(delivery.c.state, delivery.c.reason)
        )
        async with self._db.write() as c:
            state = sa.select(campaign.c.state).where(campaign.c.id == campaign_id).with_for_update()
            if (await c.execute(state)).scalar_one() != CampaignState.RUNNING:
                return False
            found = {(DeliveryState(state), reason): number for state, reason, number in (await c.execute(query)).all()}
            await set_counts(
                c, campaign_id, {outcome(*key): number for key, number in found.items() if key[0].is_settled}
            )
            if not all(state.is_settled for state, _ in found):
                return False
            done = {"state": str(CampaignState.DONE), "finished_at": at}
            await c.execute(sa.update(campaign).where(campaign.c.id == campaign_id).values(done))
            return True

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

    def _sorted(
        self, one: Campaign, rows: Sequence[Any], now: datetime
    ) -> tuple[tuple[Claimed, ...], tuple[Settled, ...]]:
        claimed: list[Claimed] = []
        settled: list[Settled] = []
        for row in rows:
            if one.target_id is None and (row["user_state"] != UserState.ACTIVE or row["unsubscribed"]):
                settled.append(Settled(one.id, row["user_id"], DeliveryState.SKIPPED, Reason.LEFT))
            elif (until := self._waits(one, row, now)) is not None:
                settled.append(Settled(one.id, row["user_id"], DeliveryState.HELD, not_before=until))
            else:
                claimed.append(claimed_of(row))
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
        return release_time(now, zone, cadence, quiet_hours(row["quiet_start"], row["quiet_end"]))


async def _left(c: AsyncConnection, rows: Sequence[Any]) -> set[tuple[int, int]]:
    """Return the rows of people who blocked the bot or unsubscribed while their message waited."""
    own = [row for row in rows if row["target_id"] is None]
    gone = {(row["campaign_id"], row["user_id"]) for row in own if row["user_state"] != UserState.ACTIVE}
    for text in {row["audience"] for row in own}:
        wanted = still_wanted(Audience.parse(text), users.c.telegram_id)
        if wanted is None:
            continue
        of_audience = [row for row in own if row["audience"] == text]
        who = users.c.telegram_id.in_([row["user_id"] for row in of_audience])
        staying = set((await c.execute(sa.select(users.c.telegram_id).where(who, wanted))).scalars())
        gone |= {(row["campaign_id"], row["user_id"]) for row in of_audience if row["user_id"] not in staying}
    return gone
