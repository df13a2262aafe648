"""People's reports of mistakes and their feedback, until an editor has answered."""

from datetime import datetime

import sqlalchemy as sa

from bot.clock import now
from bot.db.audit import write_audit
from bot.db.engine import Database
from bot.db.schema import report
from bot.domain.desk import Report

_WAITS = report.c.answered_at.is_(None)


class DatabaseReports:
    """The queue of reports. A mistake has a subject, the code of its destination; feedback has none."""

    def __init__(self, db: Database) -> None:
        """Keep it in this database."""
        self._db = db

    async def add(self, user_id: int, language: str, subject: str, text: str) -> int:
        """Store a report and return its number."""
        values = {"user_id": user_id, "language": language, "subject": subject, "text": text, "created_at": now()}
        async with self._db.write() as c:
            number = await c.scalar(sa.insert(report).values(values).returning(report.c.id))
        assert number is not None
        return int(number)

    async def find(self, report_id: int) -> Report | None:
        """Return a report, None when there is none of this number."""
        async with self._db.read() as c:
            row = (await c.execute(sa.select(report).where(report.c.id == report_id))).first()
        return None if row is None else Report(*row)

    async def waiting(self, limit: int = 20, *, mistakes: bool | None = None) -> tuple[Report, ...]:
        """Return the reports without an answer: mistakes by place, the most reported first, else the oldest first.

        mistakes: True for those alone, False for feedback alone.
        """
        query = sa.select(report).where(_WAITS, *_kind(mistakes))
        if mistakes:
            of_place = report.alias()
            same = sa.and_(of_place.c.subject == report.c.subject, of_place.c.answered_at.is_(None))
            amount = sa.select(sa.func.count()).select_from(of_place).where(same).scalar_subquery()
            query = query.order_by(amount.desc(), report.c.subject)
        async with self._db.read() as c:
            return tuple(Report(*row) for row in (await c.execute(query.order_by(report.c.id).limit(limit))))

    async def answer(self, report_id: int, by: int, action: str = "report.answer", reply: str = "") -> bool:
        """Mark a report as answered; False when it is not waiting, so that two editors don't both answer.

        action, reply: for the log.
        """
        values = {"answered_at": now(), "answered_by": by}
        async with self._db.write() as c:
            statement = sa.update(report).where(report.c.id == report_id, _WAITS).values(values)
            done = bool((await c.execute(statement)).rowcount)
            if done:
                await write_audit(c, by, action, report=report_id, reply=reply)
        return done

    async def reopen(self, report_id: int) -> None:
        """Put a report back into the queue: its answer could not be sent."""
        async with self._db.write() as c:
            statement = sa.update(report).where(report.c.id == report_id)
            await c.execute(statement.values(answered_at=None, answered_by=None))

    async def newer(self, moment: datetime) -> int:
        """Return how many of the waiting reports are newer than a moment."""
        query = sa.select(sa.func.count()).select_from(report).where(_WAITS, report.c.created_at > moment)
        async with self._db.read() as c:
            return await c.scalar(query) or 0

    async def total(self, *, mistakes: bool | None = None) -> int:
        """Return how many reports wait. mistakes: as in `waiting`."""
        query = sa.select(sa.func.count()).select_from(report).where(_WAITS, *_kind(mistakes))
        async with self._db.read() as c:
            return await c.scalar(query) or 0


def _kind(mistakes: bool | None) -> list[sa.ColumnElement[bool]]:
    if mistakes is None:
        return []
    return [report.c.subject != "" if mistakes else report.c.subject == ""]
