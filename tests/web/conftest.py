"""The site and its visitor."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.assembly import App, assemble
from bot.db.engine import Database
from bot.settings import Settings
from tests.web.site import Town, inhabited, visiting, visiting_site


@pytest.fixture
def town() -> Town:
    """Return what the site sees."""
    return Town()


@pytest.fixture
async def client(town: Town) -> AsyncIterator[aiohttp.ClientSession]:
    """Yield a client of the site."""
    async with visiting(town) as client:
        yield client


@pytest.fixture
async def app(sqlite_facts: Database) -> App:
    """Return the whole app, with no bot."""
    return await assemble(Settings(_env_file=None), sqlite_facts)  # type: ignore[call-arg]


@pytest.fixture
async def visitor(app: App) -> AsyncIterator[aiohttp.ClientSession]:
    """Yield a client of the whole app's site."""
    async with visiting_site(inhabited(app)) as client:
        yield client
