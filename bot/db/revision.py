"""The revision of the facts: a number that grows with every change of what is shown."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.schema import revision

_ROW = 1


async def read_revision(c: AsyncConnection) -> int:
    """Return the number, 0 before the first facts."""
    return await c.scalar(sa.select(revision.c.number).where(revision.c.id == _ROW)) or 0


async def bump(c: AsyncConnection) -> int:
    """Raise the number by one, in the transaction that changes the facts, and return it."""
    raised = await c.execute(sa.update(revision).where(revision.c.id == _ROW).values(number=revision.c.number + 1))
    if not raised.rowcount:
        await c.execute(sa.insert(revision).values(id=_ROW, number=1))
    return await read_revision(c)
