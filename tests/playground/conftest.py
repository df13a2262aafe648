"""A toy bot in a town, and the Bot API over HTTP."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiohttp import ClientSession, web

from bot.playground import StandIn, Town, build_bot_api
from tests.playground import toy


@pytest.fixture
def telegram() -> StandIn:
    return StandIn()


@pytest.fixture
def bot(telegram: StandIn) -> Bot:
    return toy.build_bot(telegram)


@pytest.fixture
def town(telegram: StandIn, bot: Bot) -> Town:
    return Town(telegram, toy.build_dispatcher(), bot)


@pytest.fixture
async def api_url(telegram: StandIn) -> AsyncIterator[str]:
    runner = web.AppRunner(build_bot_api(telegram, telegram.token), shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session
