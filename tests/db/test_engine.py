"""Readers, and one writer at a time."""

import asyncio
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from bot.db import schema
from bot.db.engine import Database
from bot.db.revision import bump, read_revision


async def test_a_failed_write_leaves_nothing(database: Database) -> None:
    async def fail_half_way() -> None:
        async with database.write() as c:
            await bump(c)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail_half_way()
    async with database.read() as c:
        assert await read_revision(c) == 0


async def test_writers_wait_for_each_other(database: Database) -> None:
    async def raise_once() -> None:
        async with database.write() as c:
            await database.alone(c, "test")
            await bump(c)

    await asyncio.gather(*(raise_once() for _ in range(8)))
    async with database.read() as c:
        assert await read_revision(c) == 8


async def test_a_reader_sees_one_state_while_others_write(database: Database) -> None:
    async with database.read() as reader:
        assert await read_revision(reader) == 0
        async with database.write() as writer:
            await bump(writer)
        assert await read_revision(reader) == 0
    async with database.read() as reader:
        assert await read_revision(reader) == 1


async def test_a_moment_comes_back_to_the_millisecond(database: Database) -> None:
    moments = [datetime(2026, 11, 22, 10, 30, 0, micros, UTC) for micros in (0, 1_000, 123_000, 999_000)]
    async with database.write() as c:
        rows = [{"name": str(n), "digest": "", "seeded_at": moment} for n, moment in enumerate(moments)]
        await c.execute(sa.insert(schema.seed_file), rows)
    async with database.read() as c:
        query = sa.select(schema.seed_file.c.seeded_at).order_by(schema.seed_file.c.name)
        assert (await c.scalars(query)).all() == moments
