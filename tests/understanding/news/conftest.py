"""One reader for all tests: it is read-only."""

import pytest

from bot.understanding.news import NewsReader


@pytest.fixture(scope="session")
def reader() -> NewsReader:
    return NewsReader()
