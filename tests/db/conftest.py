"""People for the tests of the stores."""

from datetime import UTC, datetime

import pytest

from bot.db.engine import Database
from bot.db.users import DatabaseUsers
from bot.domain.language import Language
from bot.domain.user import User

MOMENT = datetime(2026, 11, 22, 10, 30, 0, 123_000, UTC)


@pytest.fixture
async def people(database: Database) -> DatabaseUsers:
    """Return the store with two people: 1 speaks Russian, 2 Kazakh."""
    store = DatabaseUsers(database)
    await store.add(User(1, Language.RU, created_at=MOMENT, last_seen_at=MOMENT))
    await store.add(User(2, Language.KK, language_chosen=True, created_at=MOMENT, last_seen_at=MOMENT))
    return store
