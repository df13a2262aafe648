"""aiogram's FSM, durable: a draft in the making survives a restart."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import now
from bot.db.dialects import insert
from bot.db.engine import Database
from bot.db.schema import conversation


class DatabaseStorage(BaseStorage):
    """FSM states and data as rows; a conversation without both has no row.

    aiogram asks for the state with every update. SQLite has no second process that sets states, so there the keys
    that have a row are remembered, and all other chats cost no query.
    """

    def __init__(self, db: Database) -> None:
        """Keep them in this database, which somebody else closes."""
        self._db = db
        self._keys: set[str] = set()
        self._loaded = False

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Store the state, None to leave it."""
        await self._put(key, state=state.state if isinstance(state, State) else state)

    async def get_state(self, key: StorageKey) -> str | None:
        """Return the state, None when there is none."""
        if await self._is_idle(key):
            return None
        async with self._db.read() as c:
            state: str | None = await c.scalar(sa.select(conversation.c.state).where(_is(key)))
        return state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Store the data, which must be fit for JSON."""
        await self._put(key, data=dict(data) or None)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """Return the data, empty when there is none."""
        if await self._is_idle(key):
            return {}
        async with self._db.read() as c:
            return dict(await _data(c, key))

    async def update_data(self, key: StorageKey, data: Mapping[str, Any]) -> dict[str, Any]:
        """Add to the data in one transaction and return the whole."""
        await self._expect(key)
        async with self._db.write() as c:
            whole = {**await _data(c, key), **data}
            await _store(c, key, {"data": whole or None})
        return whole

    async def close(self) -> None:
        """Do nothing: the database is closed by whoever opened it."""

    async def drop_older_than(self, age: timedelta) -> int:
        """Delete conversations untouched for longer than this; return how many."""
        async with self._db.write() as c:
            return (await c.execute(sa.delete(conversation).where(conversation.c.updated_at < now() - age))).rowcount

    async def drop_begun(self, group: str, age: timedelta) -> int:
        """Delete conversations whose state is of this group and untouched for longer than this; return how many."""
        old = sa.and_(conversation.c.state.startswith(f"{group}:"), conversation.c.updated_at < now() - age)
        async with self._db.write() as c:
            return (await c.execute(sa.delete(conversation).where(old))).rowcount

    async def _put(self, key: StorageKey, **values: Any) -> None:
        if all(value is None for value in values.values()) and await self._is_idle(key):
            return  # aiogram clears states that were never set
        await self._expect(key)
        async with self._db.write() as c:
            await _store(c, key, values)

    async def _is_idle(self, key: StorageKey) -> bool:
        return self._db.is_sqlite and _key(key) not in await self._known_keys()

    async def _expect(self, key: StorageKey) -> None:
        if self._db.is_sqlite:
            (await self._known_keys()).add(_key(key))

    async def _known_keys(self) -> set[str]:
        if not self._loaded:
            async with self._db.read() as c:
                found = set((await c.scalars(sa.select(conversation.c.key))).all())
            self._keys |= found  # not replaced: another task may have added one meanwhile
            self._loaded = True
        return self._keys


async def _store(c: AsyncConnection, key: StorageKey, values: dict[str, Any]) -> None:
    row = {**values, "updated_at": now()}
    statement = insert(c, conversation).values(key=_key(key), **row)
    await c.execute(statement.on_conflict_do_update(index_elements=["key"], set_=row))
    nothing = sa.and_(conversation.c.state.is_(None), conversation.c.data.is_(None))
    await c.execute(sa.delete(conversation).where(_is(key), nothing))


async def _data(c: AsyncConnection, key: StorageKey) -> dict[str, Any]:
    return await c.scalar(sa.select(conversation.c.data).where(_is(key))) or {}


def _is(key: StorageKey) -> sa.ColumnElement[bool]:
    return conversation.c.key == _key(key)


def _key(key: StorageKey) -> str:
    """Return the key as text; it begins with the user, so that /forget finds a person's rows."""
    parts = (key.user_id, key.chat_id, key.bot_id, key.thread_id, key.business_connection_id, key.destiny)
    return ":".join("" if part is None else str(part) for part in parts)
