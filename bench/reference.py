"""What we compare ourselves with: plain aiogram."""

import asyncio
import time

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bench.engine import TEXT
from bench.server import TOKEN

TASKS = 50


async def aiogram_rate(address: str, count: int) -> float:
    """Return messages a second of `Bot.send_message` from 50 tasks."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(address))
    bot, left = Bot(TOKEN, session=session), iter(range(1, count + 1))

    async def work() -> None:
        for number in left:
            await bot.send_message(1000 + number, TEXT, parse_mode="HTML")

    await bot.get_me()
    began = time.monotonic()
    async with asyncio.TaskGroup() as tasks:
        for _ in range(TASKS):
            tasks.create_task(work())
    took = time.monotonic() - began
    await session.close()
    return count / took
