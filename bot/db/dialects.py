"""Where the two engines' SQL differs."""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


def insert(c: AsyncConnection, table: sa.Table) -> postgresql.Insert:
    """Return an INSERT that knows on_conflict_do_nothing and on_conflict_do_update on this connection's engine.

    SQLite's is typed as PostgreSQL's: both have the same methods for what we need.
    """
    make = sqlite.insert if c.dialect.name == "sqlite" else postgresql.insert
    return make(table)  # type: ignore[return-value]
