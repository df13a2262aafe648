"""Questions that were not understood: the text and a count, nothing about who asked."""

import sqlalchemy as sa

from bot.clock import now
from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.schema import unanswered
from bot.domain.desk import Unanswered

LONGEST = 300


class DatabaseUnanswered:
    """The queue of questions nobody's rules understood."""

    def __init__(self, db: Database) -> None:
        """Keep it in this database."""
        self._db = db

    async def note(self, text: str, language: str) -> None:
        """Count a question; spelling in capitals and spaces makes no other one. A closed one opens again."""
        short = " ".join(text.casefold().split())[:LONGEST]
        if not short:
            return
        moment = now()
        async with self._db.write() as c:
            statement = insert(c, unanswered).values(text=short, language=language, count=1, last_asked_at=moment)
            again = {"count": unanswered.c.count + 1, "last_asked_at": moment, "closed_at": None}
            await c.execute(statement.on_conflict_do_update(index_elements=["text"], set_=again))

    async def top(self, limit: int = 20) -> tuple[Unanswered, ...]:
        """Return the open questions, the most asked first."""
        columns = (unanswered.c.text, unanswered.c.language, unanswered.c.count, unanswered.c.last_asked_at)
        query = sa.select(*columns).where(unanswered.c.closed_at.is_(None))
        query = query.order_by(unanswered.c.count.desc(), unanswered.c.last_asked_at.desc()).limit(limit)
        async with self._db.read() as c:
            return tuple(Unanswered(*row) for row in (await c.execute(query)))

    async def close(self, text: str) -> bool:
        """Take a question off the queue; False when it is not there."""
        condition = sa.and_(unanswered.c.text == text, unanswered.c.closed_at.is_(None))
        async with self._db.write() as c:
            return bool((await c.execute(sa.update(unanswered).where(condition).values(closed_at=now()))).rowcount)

    async def total(self) -> int:
        """Return how many open questions there are."""
        query = sa.select(sa.func.count()).select_from(unanswered).where(unanswered.c.closed_at.is_(None))
        async with self._db.read() as c:
            return await c.scalar(query) or 0
