"""A chore is done once in its time, whoever asks."""

import asyncio
from datetime import timedelta

from bot.db.chores import DatabaseChores
from bot.db.engine import Database
from tests.db.conftest import MOMENT

WEEK = timedelta(days=7)


async def test_a_chore_is_claimed_once_in_its_time(database: Database) -> None:
    chores = DatabaseChores(database)
    assert await chores.claim("ageing", WEEK, MOMENT)
    assert not await chores.claim("ageing", WEEK, MOMENT + timedelta(days=6))
    assert await chores.claim("ageing", WEEK, MOMENT + WEEK)
    assert not await chores.claim("ageing", WEEK, MOMENT + WEEK)
    assert await chores.claim("another", WEEK, MOMENT)


async def test_of_many_at_once_one_gets_it(database: Database) -> None:
    chores = DatabaseChores(database)
    taken = await asyncio.gather(*(chores.claim("ageing", WEEK, MOMENT) for _ in range(8)))
    assert sum(taken) == 1
