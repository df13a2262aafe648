"""The smallest aiogram bot that answers a constant: `python -m bench.minimal_bot ADDRESS [PORT]`."""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from bench.server import TOKEN

ANSWER = "🇹🇷 <b>Турция</b>\n🟢 Виза не нужна"


async def answer(message: Message) -> None:
    """Answer a constant."""
    await message.answer(ANSWER, parse_mode="HTML")


async def main() -> None:
    """Poll, or take updates by webhook if a port is given."""
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(sys.argv[1])))
    dispatcher = Dispatcher()
    dispatcher.message.register(answer)
    if len(sys.argv) == 2:
        await dispatcher.start_polling(bot, handle_signals=False)
        return
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot).register(app, "/webhook")
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", int(sys.argv[2])).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
