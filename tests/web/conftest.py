"""The site and its visitor."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.web.site import Town, visiting


@pytest.fixture
def town() -> Town:
    """Return what the site sees."""
    return Town()


@pytest.fixture
async def client(town: Town) -> AsyncIterator[aiohttp.ClientSession]:
    """Yield a client of the site."""
    async with visiting(town) as client:
        yield client
