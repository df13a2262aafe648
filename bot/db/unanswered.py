"""Questions that were not understood: the text and a count, nothing about who asked."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import now
from bot.db.audit import write_audit
from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.schema import unanswered
from bot.domain.desk import Unanswered

LONGEST = 300
SPELLINGS = 5
"""Spellings of a question that are shown."""

_OPEN = unanswered.c.closed_at.is_(None)


class DatabaseUnanswered:
    """The queue of questions nobody's rules understood, by what their spellings have in common."""

    def __init__(self, db: Database) -> None:
        """Keep it in this database."""
        self._db = db

    async def note(self, text: str, language: str, fold: str) -> None:
        """Count a question; spelling in capitals and spaces makes no other one. A closed one opens again.

        fold: the same for all spellings that are one question to the editors.
        """
        short = " ".join(text.casefold().split())[:LONGEST]
        if not short:
            return
        moment = now()
        row = {"text": short, "language": language, "count": 1, "last_asked_at": moment, "fold": fold}
        again = {
            "count": unanswered.c.count + 1,
            "last_asked_at": moment,
            "closed_at": None,
            "closed_as": "",
            "fold": fold,
        }
        async with self._db.write() as c:
            statement = insert(c, unanswered).values(row)
            await c.execute(statement.on_conflict_do_update(index_elements=["text"], set_=again))

    async def top(self, limit: int = 20) -> tuple[Unanswered, ...]:
        """Return the open questions, the most asked first."""
        total = sa.func.sum(unanswered.c.count)
        latest = sa.func.max(unanswered.c.last_asked_at)
        query = sa.select(unanswered.c.fold, total).where(_OPEN).group_by(unanswered.c.fold)
        async with self._db.read() as c:
            found = (await c.execute(query.order_by(total.desc(), latest.desc(), unanswered.c.fold).limit(limit))).all()
            spellings = await _spellings(c, [fold for fold, _ in found])
        return tuple(_question(fold, int(count), spellings[fold]) for fold, count in found)

    async def close(self, fold: str, how: str, by: int) -> bool:
        """Take a question off the queue in all its spellings; False when it is not there.

        how: `alias`, `fixed` or `dropped`. by: the editor.
        """
        values = {"closed_at": now(), "closed_as": how}
        async with self._db.write() as c:
            statement = sa.update(unanswered).where(unanswered.c.fold == fold, _OPEN).values(values)
            done = bool((await c.execute(statement)).rowcount)
            if done:
                await write_audit(c, by, "question.close", text=fold, how=how)
        return done

    async def total(self) -> int:
        """Return how many open questions there are."""
        query = sa.select(sa.func.count(sa.distinct(unanswered.c.fold))).where(_OPEN)
        async with self._db.read() as c:
            return await c.scalar(query) or 0


async def _spellings(c: AsyncConnection, folds: Sequence[str]) -> dict[str, list[Any]]:
    query = sa.select(unanswered).where(_OPEN, unanswered.c.fold.in_(folds))
    found: dict[str, list[Any]] = {}
    for row in await c.execute(query.order_by(unanswered.c.count.desc(), unanswered.c.text)):
        found.setdefault(row.fold, []).append(row)
    return found


def _question(fold: str, count: int, rows: list[Any]) -> Unanswered:
    return Unanswered(
        text=rows[0].text,
        language=rows[0].language,
        count=count,
        last_asked_at=max(row.last_asked_at for row in rows),
        fold=fold,
        spellings=tuple(row.text for row in rows[:SPELLINGS]),
    )
