"""Where the two engines' SQL differs, and what neither takes."""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


def insert(c: AsyncConnection | sa.Connection, table: sa.Table) -> postgresql.Insert:
    """Return an INSERT that knows on_conflict_do_nothing and on_conflict_do_update on this connection's engine.

    SQLite's is typed as PostgreSQL's: both have the same methods for what we need.
    """
    make = sqlite.insert if c.dialect.name == "sqlite" else postgresql.insert
    return make(table)  # type: ignore[return-value]


LARGEST_ID = 2**63 - 1


def fits_id(number: int) -> bool:
    """Tell whether this can be the id of a row: what comes from a button may be any number."""
    return 0 < number <= LARGEST_ID
