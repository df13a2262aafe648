"""aiogram's FSM in the database."""

from datetime import timedelta

import sqlalchemy as sa
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey

from bot.db import schema
from bot.db.conversation import DatabaseStorage
from bot.db.engine import Database

KEY = StorageKey(bot_id=9, chat_id=-100, user_id=1)
OTHER = StorageKey(bot_id=9, chat_id=-100, user_id=1, destiny="draft")


class Publishing(StatesGroup):
    """States for the tests."""

    title = State()


async def rows(db: Database) -> int:
    async with db.read() as c:
        return await c.scalar(sa.select(sa.func.count()).select_from(schema.conversation)) or 0


async def test_state_and_data_survive_a_restart(database: Database) -> None:
    context = FSMContext(DatabaseStorage(database), KEY)
    await context.set_state(Publishing.title)
    await context.update_data(title={"ru": "Раунд", "n": 3})
    again = FSMContext(DatabaseStorage(database), KEY)
    assert await again.get_state() == Publishing.title.state
    assert await again.get_data() == {"title": {"ru": "Раунд", "n": 3}}
    assert await again.update_data(date="2026-11-22") == {"title": {"ru": "Раунд", "n": 3}, "date": "2026-11-22"}


async def test_conversations_with_other_keys_are_others(database: Database) -> None:
    storage = DatabaseStorage(database)
    await storage.set_state(KEY, Publishing.title)
    assert await storage.get_state(OTHER) is None
    assert await storage.get_data(OTHER) == {}


async def test_an_ended_conversation_leaves_no_row(database: Database) -> None:
    context = FSMContext(DatabaseStorage(database), KEY)
    await context.clear()
    assert await rows(database) == 0
    await context.set_state(Publishing.title)
    await context.set_data({"a": 1})
    assert await rows(database) == 1
    await context.set_state(None)
    assert await context.get_data() == {"a": 1}
    await context.clear()
    assert await rows(database) == 0
    assert await context.get_state() is None


async def test_old_drafts_are_dropped(database: Database) -> None:
    storage = DatabaseStorage(database)
    await storage.set_state(KEY, "s")
    assert await storage.drop_older_than(timedelta(days=1)) == 0
    assert await storage.drop_older_than(timedelta(days=-1)) == 1
    assert await storage.get_state(KEY) is None
    await storage.close()
