"""People's reports of mistakes and their feedback, until an editor has answered."""

import sqlalchemy as sa

from bot.clock import now
from bot.db.engine import Database
from bot.db.schema import report
from bot.domain.desk import Report


class DatabaseReports:
    """The queue of reports."""

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

    async def waiting(self, limit: int = 20) -> tuple[Report, ...]:
        """Return the reports without an answer, the oldest first."""
        query = sa.select(report).where(report.c.answered_at.is_(None)).order_by(report.c.id).limit(limit)
        async with self._db.read() as c:
            return tuple(Report(*row) for row in (await c.execute(query)))

    async def answer(self, report_id: int, by: int) -> bool:
        """Mark a report as answered; False when it is not waiting, so that two editors don't both answer."""
        condition = sa.and_(report.c.id == report_id, report.c.answered_at.is_(None))
        values = {"answered_at": now(), "answered_by": by}
        async with self._db.write() as c:
            return bool((await c.execute(sa.update(report).where(condition).values(values))).rowcount)

    async def total(self) -> int:
        """Return how many reports wait."""
        query = sa.select(sa.func.count()).select_from(report).where(report.c.answered_at.is_(None))
        async with self._db.read() as c:
            return await c.scalar(query) or 0
