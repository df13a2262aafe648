"""Replies while a fan-out runs at full rate: the 95th percentile against the idle one."""

import asyncio
import time
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bench.engine import TEXT, people
from bench.server import TOKEN, server
from bench.table import Figure
from bot import clock
from bot.db.campaigns import DatabaseCampaigns
from bot.db.deliveries import DatabaseDeliveries
from bot.domain.campaign import Audience, CampaignKind, Content, Message
from bot.domain.language import Language
from bot.services.campaigns import Campaigns
from bot.services.delivery import DeliveryLoop
from bot.tasks import Supervisor
from bot.telegram.bulk_sender import BulkSender
from bot.telegram.middlewares.pacing import RepliesFirst
from bot.telegram.pacing import Limiter
from bot.telegram.transport import HttpTransport


async def replies(quick: bool) -> Figure:
    """One reply every 0.4 s, first alone, then beside a fan-out at 25 a second on the same limiter."""
    rounds = 20 if quick else 60
    async with server(limit=30, latency=0.05, jitter=0.02) as address, people(5000) as db:
        limiter, transport, tasks = Limiter(25), HttpTransport(address, TOKEN), Supervisor()
        bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(address)))
        bot.session.middleware(RepliesFirst(limiter))
        idle = await _p95(bot, rounds)
        store = DatabaseCampaigns(db)
        deliveries = DatabaseDeliveries(db, ZoneInfo("Asia/Almaty"))
        loop = DeliveryLoop(deliveries, store, BulkSender(transport, limiter), clock.now, lambda m, _: m[0])
        tasks.start("delivery", loop.run)
        content = Content({Language.RU: Message("sendMessage", {"text": TEXT})})
        await Campaigns(store, clock.now, loop.wake).create(CampaignKind.ALERT, Audience(), content)
        await asyncio.sleep(2)
        busy = await _p95(bot, rounds)
        await loop.stop()
        await tasks.stop()
        await transport.close()
        await bot.session.close()
    allowed, wanted = 1.5 * idle + 0.05, 1.1 * idle + 0.01
    return Figure(
        f"reply p95 during a fan-out, seconds (idle {idle:.3f})", busy, round(allowed, 3), round(wanted, 3), most=True
    )


async def _p95(bot: Bot, rounds: int) -> float:
    times = []
    for number in range(rounds):
        began = time.monotonic()
        await bot.send_message(900_000 + number, "да")
        times.append(time.monotonic() - began)
        await asyncio.sleep(0.4)
    return sorted(times)[int(len(times) * 0.95)]
