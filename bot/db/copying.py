"""All rows from one database into another, whichever engines the two are."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.schema import metadata

_CHUNK = 5000


async def copy_tables(reader: AsyncConnection, writer: AsyncConnection) -> None:
    """Write every row of every table as it is; those that others refer to come first."""
    for table in metadata.sorted_tables:
        result = await reader.stream(sa.select(table).execution_options(yield_per=_CHUNK))
        async for rows in result.mappings().partitions():
            await writer.execute(sa.insert(table), [dict(row) for row in rows])


async def continue_numbering(c: AsyncConnection) -> None:
    """Let PostgreSQL's sequences go on after the rows that came with numbers of their own."""
    for table in metadata.sorted_tables:
        column = table.autoincrement_column
        if column is not None and column.autoincrement is True:
            highest = sa.select(sa.func.coalesce(sa.func.max(column), 0) + 1).scalar_subquery()
            sequence = sa.func.pg_get_serial_sequence(table.name, column.name)
            await c.execute(sa.select(sa.func.setval(sequence, highest, False)))
