"""The log of everything an admin does."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import now
from bot.db.engine import Database
from bot.db.schema import audit
from bot.domain.desk import AuditEntry


class DatabaseAudit:
    """The audit log; entries are only ever added."""

    def __init__(self, db: Database) -> None:
        """Keep it in this database."""
        self._db = db

    async def add(self, actor: int, action: str, **details: Any) -> None:
        """Write an entry. Details must be fit for JSON."""
        async with self._db.write() as c:
            await write_audit(c, actor, action, **details)

    async def newest(self, limit: int = 20, before: int | None = None, prefix: str = "") -> tuple[AuditEntry, ...]:
        """Return entries, newest first; before: only those with a smaller number; prefix: of the actions wanted."""
        query = sa.select(audit).order_by(audit.c.id.desc()).limit(limit)
        if before is not None:
            query = query.where(audit.c.id < before)
        if prefix:
            query = query.where(audit.c.action.startswith(prefix, autoescape=True))
        async with self._db.read() as c:
            rows = (await c.execute(query)).all()
        return tuple(
            AuditEntry(number, at, actor, action, details or {}) for number, at, actor, action, details in rows
        )


async def write_audit(c: AsyncConnection, actor: int, action: str, **details: Any) -> None:
    """Write an entry in the transaction of the act itself."""
    await c.execute(sa.insert(audit).values(at=now(), actor=actor, action=action, details=details))
