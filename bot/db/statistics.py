"""Numbers about people, subscriptions and deliveries, all of one moment."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.engine import Database
from bot.db.schema import campaign_count, subscription, users
from bot.domain.language import Language
from bot.domain.statistics import Statistics
from bot.domain.topic import Topic
from bot.domain.user import UserState

_REACHED = users.c.state == UserState.ACTIVE.value


class DatabaseStatistics:
    """Counts what is in the database."""

    def __init__(self, db: Database) -> None:
        """Count in this database."""
        self._db = db

    async def read(self, moment: datetime) -> Statistics:
        """Return the numbers as of this moment."""
        async with self._db.read() as c:
            people = (await c.execute(_people())).all()
            seen_day = await c.scalar(_count(users.c.last_seen_at >= moment - timedelta(days=1)))
            seen_month = await c.scalar(_count(users.c.last_seen_at >= moment - timedelta(days=30)))
            new_week = await c.scalar(_count(users.c.created_at >= moment - timedelta(days=7)))
            followers = {Topic.parse(topic): n for topic, n in (await c.execute(_followers())).all()}
            deliveries = await _deliveries(c)
        return Statistics(
            {state: sum(n for one, _, n in people if one == state) for state in UserState},
            {lang: sum(n for state, one, n in people if one == lang and state == "active") for lang in Language},
            seen_day or 0,
            seen_month or 0,
            new_week or 0,
            followers,
            deliveries,
        )


def _people() -> sa.Select[str, str, int]:
    return sa.select(users.c.state, users.c.language, sa.func.count()).group_by(users.c.state, users.c.language)


def _count(condition: sa.ColumnElement[bool]) -> sa.Select[int]:
    return sa.select(sa.func.count()).select_from(users).where(_REACHED, condition)


def _followers() -> sa.Select[str, int]:
    amount = sa.func.count()
    return (
        sa.select(subscription.c.topic, amount)
        .join(users, users.c.telegram_id == subscription.c.user_id)
        .where(_REACHED)
        .group_by(subscription.c.topic)
        .order_by(amount.desc(), subscription.c.topic)
    )


async def _deliveries(c: AsyncConnection) -> dict[str, int]:
    query = sa.select(campaign_count.c.outcome, sa.func.sum(campaign_count.c.count)).group_by(campaign_count.c.outcome)
    return {outcome: int(n) for outcome, n in (await c.execute(query)).all()}
