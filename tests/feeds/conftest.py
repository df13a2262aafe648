"""A site of feeds and who looks at it."""

from collections.abc import AsyncIterator

import pytest

from bot.feeds.client import FeedClient
from tests.feeds.feed_site import FeedSite, feed_site


@pytest.fixture
async def site() -> AsyncIterator[FeedSite]:
    async with feed_site() as served:
        yield served


@pytest.fixture
def client() -> FeedClient:
    return FeedClient(allow_private=True)
