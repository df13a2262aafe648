"""Which process sends: on PostgreSQL one of several, on SQLite the only one."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.delivery_statements import claimed_in
from bot.db.engine import Database
from bot.db.schema import delivery
from bot.domain.campaign import CampaignState

SENDER_LOCK = 7_283_001
"""The number of PostgreSQL's advisory lock that the sender holds."""

TRY_EVERY = 2.0
"""Seconds between two tries to become the sender."""

GRACE = 1.0
"""Seconds until rows that another sender left in hand are taken up: one that only lost its session ends meanwhile."""


class SenderLock:
    """The lock that makes a process the sender. It belongs to a session: when that breaks, it is free."""

    def __init__(self, db: Database) -> None:
        """Make a lock that is not held."""
        self._db = db
        self._session: AsyncConnection | None = None

    @asynccontextmanager
    async def hold(self) -> AsyncIterator[None]:
        """Wait for the lock and hold it."""
        if self._db.is_sqlite:
            yield
            return
        async with self._db.engine.connect() as session:
            await session.execution_options(isolation_level="AUTOCOMMIT")
            while not (await session.execute(sa.select(sa.func.pg_try_advisory_lock(SENDER_LOCK)))).scalar_one():  # noqa: ASYNC110
                await asyncio.sleep(TRY_EVERY)
            in_hand = sa.select(delivery.c.user_id).where(claimed_in(CampaignState.RUNNING)).limit(1)
            if (await session.execute(in_hand)).first() is not None:
                await asyncio.sleep(GRACE)
            self._session = session
            try:
                yield
            finally:
                self._session = None
                with suppress(sa.exc.SQLAlchemyError, OSError):  # a broken session holds no lock
                    await session.execute(sa.select(sa.func.pg_advisory_unlock(SENDER_LOCK)))

    async def is_held(self) -> bool:
        """Tell whether the lock is still held."""
        if self._db.is_sqlite:
            return True
        if self._session is None:
            return False
        try:
            await self._session.execute(sa.select(1))
        except (sa.exc.SQLAlchemyError, OSError):
            return False
        return True
