"""Who is subscribed to what."""

from collections.abc import Mapping

import sqlalchemy as sa

from bot.clock import now
from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.schema import subscription, users
from bot.domain.topic import Topic
from bot.domain.user import UserState


class DatabaseSubscriptions:
    """Subscriptions in the database."""

    def __init__(self, db: Database) -> None:
        """Keep them in this database."""
        self._db = db

    async def add(self, user_id: int, topic: Topic) -> bool:
        """Subscribe a stored person; False when subscribed already."""
        values = {"user_id": user_id, "topic": str(topic), "created_at": now()}
        async with self._db.write() as c:
            done = await c.execute(insert(c, subscription).values(values).on_conflict_do_nothing())
        return bool(done.rowcount)

    async def remove(self, user_id: int, topic: Topic) -> bool:
        """Unsubscribe; False when there was no subscription."""
        async with self._db.write() as c:
            done = await c.execute(sa.delete(subscription).where(_is(user_id), subscription.c.topic == str(topic)))
        return bool(done.rowcount)

    async def remove_all(self, user_id: int) -> int:
        """Unsubscribe from everything; return from how many topics."""
        async with self._db.write() as c:
            return (await c.execute(sa.delete(subscription).where(_is(user_id)))).rowcount

    async def of(self, user_id: int) -> tuple[Topic, ...]:
        """Return a person's topics, in the order of subscribing."""
        query = sa.select(subscription.c.topic).where(_is(user_id))
        query = query.order_by(subscription.c.created_at, subscription.c.topic)
        async with self._db.read() as c:
            return tuple(Topic.parse(topic) for topic in (await c.scalars(query)).all())

    async def has(self, user_id: int, topic: Topic) -> bool:
        """Tell whether a person is subscribed."""
        query = sa.exists().where(_is(user_id), subscription.c.topic == str(topic))
        async with self._db.read() as c:
            return bool(await c.scalar(sa.select(query)))

    async def counts(self) -> Mapping[Topic, int]:
        """Return how many people who can be reached follow each topic, the most followed first."""
        amount = sa.func.count()
        query = (
            sa.select(subscription.c.topic, amount)
            .join(users, users.c.telegram_id == subscription.c.user_id)
            .where(users.c.state == UserState.ACTIVE.value)
            .group_by(subscription.c.topic)
            .order_by(amount.desc(), subscription.c.topic)
        )
        async with self._db.read() as c:
            return {Topic.parse(topic): n for topic, n in (await c.execute(query))}

    async def count(self, topic: Topic) -> int:
        """Return how many people who can be reached follow a topic."""
        query = (
            sa.select(sa.func.count())
            .select_from(subscription.join(users, users.c.telegram_id == subscription.c.user_id))
            .where(subscription.c.topic == str(topic), users.c.state == UserState.ACTIVE.value)
        )
        async with self._db.read() as c:
            return await c.scalar(query) or 0


def _is(user_id: int) -> sa.ColumnElement[bool]:
    return subscription.c.user_id == user_id
