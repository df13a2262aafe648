"""Conversations while the database fails: people are answered as if they were in none."""

from collections.abc import Mapping
from typing import Any

import structlog
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

log = structlog.get_logger(__name__)


class ForgivingStorage(BaseStorage):
    """Says `no conversation` where the state can't be read, so that a question still gets its answer.

    All else fails as it does behind: a draft must not look empty, and what was not written must not look written.
    """

    def __init__(self, storage: BaseStorage) -> None:
        """Stand before this storage."""
        self._storage = storage

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Store the state of a conversation."""
        await self._storage.set_state(key, state)

    async def get_state(self, key: StorageKey) -> str | None:
        """Return the state of a conversation, None when it can't be read."""
        try:
            return await self._storage.get_state(key)
        except Exception as error:
            log.warning("a conversation can't be read", error=type(error).__name__)
            return None

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Store the data of a conversation."""
        await self._storage.set_data(key, data)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """Return the data of a conversation."""
        return await self._storage.get_data(key)

    async def update_data(self, key: StorageKey, data: Mapping[str, Any]) -> dict[str, Any]:
        """Change the data of a conversation in one step and return the whole."""
        return await self._storage.update_data(key, data)

    async def close(self) -> None:
        """Close the storage behind."""
        await self._storage.close()
