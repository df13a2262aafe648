"""The messages in which admins watch campaigns."""

import sqlalchemy as sa

from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.schema import progress_message
from bot.domain.draft import Watched

_TABLE = progress_message


class DatabaseProgress:
    """Where campaigns are watched, kept so that a restart goes on editing."""

    def __init__(self, db: Database) -> None:
        """Keep it in this database."""
        self._db = db

    async def watch(self, watched: Watched) -> None:
        """Watch a campaign in this message; an older one in the same chat is left as it is."""
        values = {
            "campaign_id": watched.campaign_id,
            "chat_id": watched.chat_id,
            "message_id": watched.message_id,
        }
        async with self._db.write() as c:
            statement = insert(c, _TABLE).values(values)
            await c.execute(
                statement.on_conflict_do_update(
                    index_elements=["campaign_id", "chat_id"], set_={"message_id": watched.message_id}
                )
            )

    async def every(self) -> tuple[Watched, ...]:
        """Return all messages in which something is watched."""
        query = sa.select(_TABLE.c.campaign_id, _TABLE.c.chat_id, _TABLE.c.message_id)
        async with self._db.read() as c:
            return tuple(Watched(*row) for row in (await c.execute(query)).all())

    async def leave(self, watched: Watched) -> None:
        """Watch no more in this message."""
        condition = sa.and_(
            _TABLE.c.campaign_id == watched.campaign_id,
            _TABLE.c.chat_id == watched.chat_id,
            _TABLE.c.message_id == watched.message_id,
        )
        async with self._db.write() as c:
            await c.execute(sa.delete(_TABLE).where(condition))
