"""Numbers about people, subscriptions, questions and deliveries, all of one moment."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.campaign_statistics import last_campaigns, outcomes_by_day, outcomes_in_all
from bot.db.engine import Database
from bot.db.question_counts import counted_since, questions_since
from bot.db.schema import subscription, users
from bot.domain.language import Language
from bot.domain.statistics import REMEMBERED, SEEN, People, Period, Statistics
from bot.domain.topic import Topic
from bot.domain.user import UserState

_QUARTER = timedelta(minutes=15)
"""Every time zone's midnight falls on one, so that days can be put together from them."""

_REACHED = users.c.state == UserState.ACTIVE.value


class DatabaseStatistics:
    """Counts what is in the database. A million people take it three seconds: see bot.services.readings."""

    def __init__(self, db: Database, zone: ZoneInfo) -> None:
        """Count in this database, by days of this time zone."""
        self._db, self._zone = db, zone

    async def read(self, moment: datetime) -> Statistics:
        """Return the numbers as of this moment."""
        today = moment.astimezone(self._zone).date()
        first = Period(today, REMEMBERED).first
        begin = datetime.combine(first, time(), self._zone).astimezone(UTC)
        async with self._db.read() as c:
            return Statistics(
                today=today,
                people=await self._people(c, moment, begin),
                questions=await questions_since(c, first),
                counted_since=await counted_since(c),
                followers=await _followers(c),
                outcomes=await outcomes_by_day(c, begin, self._zone),
                outcomes_in_all=await outcomes_in_all(c),
                campaigns=await last_campaigns(c, self._zone),
            )

    async def _people(self, c: AsyncConnection, moment: datetime, begin: datetime) -> People:
        rows = (await c.execute(_by_state_and_language(moment))).all()
        since = min((row[3] for row in rows), default=None)
        return People(
            counts={(UserState(row[0]), Language(row[1])): row[2] for row in rows},
            seen={days: sum(row[4 + n] for row in rows if row[0] == UserState.ACTIVE) for n, days in enumerate(SEEN)},
            joined=self._by_day((await c.execute(_joined(begin))).all()),
            since=None if since is None else since.astimezone(self._zone).date(),
        )

    def _by_day(self, quarters: Iterable[sa.Row[int, int]]) -> dict[date, int]:
        found: dict[date, int] = {}
        for number, count in quarters:
            day = datetime.fromtimestamp(number * _QUARTER.total_seconds(), self._zone).date()
            found[day] = found.get(day, 0) + count
        return found


def _by_state_and_language(moment: datetime) -> sa.Select[*tuple[Any, ...]]:
    """Count everybody, the first who came, and who was seen within each of SEEN: one look through the table."""
    seen = [sa.func.count().filter(users.c.last_seen_at >= moment - timedelta(days=days)) for days in SEEN]
    query = sa.select(users.c.state, users.c.language, sa.func.count(), sa.func.min(users.c.created_at), *seen)
    return query.group_by(users.c.state, users.c.language)


def _joined(begin: datetime) -> sa.Select[int, int]:
    milliseconds = sa.type_coerce(users.c.created_at, sa.BigInteger)
    quarter = (milliseconds // sa.literal_column(str(round(_QUARTER.total_seconds() * 1000)))).label("quarter")
    return sa.select(quarter, sa.func.count()).where(users.c.created_at >= begin).group_by(quarter)


async def _followers(c: AsyncConnection) -> dict[Topic, int]:
    """Count subscriptions, less those of people who are gone: joining all of them to people takes far longer."""
    every = sa.select(subscription.c.topic, sa.func.count()).group_by(subscription.c.topic)
    gone = every.where(subscription.c.user_id.in_(sa.select(users.c.telegram_id).where(~_REACHED)))
    counts = {row[0]: row[1] for row in await c.execute(every)}
    for topic, count in await c.execute(gone):
        counts[topic] -= count
    most_first = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return {Topic.parse(topic): count for topic, count in most_first if count}
