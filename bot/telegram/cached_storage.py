"""Conversations kept durably, read from memory: a plain question must not cost a look at the database."""

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

TRACKED = 20_000


class CachedStorage(BaseStorage):
    """Writes through to a storage and remembers what it holds. Right only while this process is the only writer."""

    def __init__(self, storage: BaseStorage) -> None:
        """Stand before this storage."""
        self._storage = storage
        self._states: OrderedDict[StorageKey, str | None] = OrderedDict()
        self._data: OrderedDict[StorageKey, dict[str, Any]] = OrderedDict()

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Store the state of a conversation."""
        await self._storage.set_state(key, state)
        _keep(self._states, key, state.state if isinstance(state, State) else state)

    async def get_state(self, key: StorageKey) -> str | None:
        """Return the state of a conversation."""
        if key not in self._states:
            _keep(self._states, key, await self._storage.get_state(key))
        return self._states[key]

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Store the data of a conversation."""
        await self._storage.set_data(key, data)
        _keep(self._data, key, dict(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """Return the data of a conversation."""
        if key not in self._data:
            _keep(self._data, key, await self._storage.get_data(key))
        return dict(self._data[key])

    async def update_data(self, key: StorageKey, data: Mapping[str, Any]) -> dict[str, Any]:
        """Change the data of a conversation in one step and return the whole."""
        merged = await self._storage.update_data(key, data)
        _keep(self._data, key, dict(merged))
        return dict(merged)

    async def close(self) -> None:
        """Close the storage behind."""
        await self._storage.close()


def _keep(cache: "OrderedDict[StorageKey, Any]", key: StorageKey, value: Any) -> None:
    cache[key] = value
    cache.move_to_end(key)
    while len(cache) > TRACKED:
        cache.popitem(last=False)
