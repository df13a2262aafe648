"""The delivery engine alone, on a database of its own, against a server."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bench.server import TOKEN
from bot import clock
from bot.db.campaigns import DatabaseCampaigns
from bot.db.deliveries import DatabaseDeliveries
from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.domain.campaign import Audience, Campaign, CampaignKind, Content, Message
from bot.domain.language import Language
from bot.services.campaigns import Campaigns
from bot.services.delivery import DeliveryLoop
from bot.tasks import Supervisor
from bot.telegram.bulk_sender import BulkSender
from bot.telegram.pacing import Limiter
from bot.telegram.transport import HttpTransport

TEXT = "🇪🇺 <b>Переговоры с ЕС</b>: второй раунд прошёл. Правила пока прежние."
PEOPLE_FROM = 1000
PEOPLE = f"""
WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :count)
INSERT INTO users (telegram_id, language, created_at, last_seen_at) SELECT {PEOPLE_FROM} + n, 'ru', 0, 0 FROM number
"""


@asynccontextmanager
async def people(count: int) -> AsyncIterator[Database]:
    """Yield a database with so many users."""
    with TemporaryDirectory() as folder:
        await fill(f"{folder}/bench.db", count)
        async with Database.open(f"sqlite+aiosqlite:///{folder}/bench.db") as db:
            yield db


async def fill(path: str, count: int) -> None:
    """Make a database with so many users."""
    async with Database.open(f"sqlite+aiosqlite:///{path}") as db:
        await migrate(db)
        async with db.write() as c:
            await c.execute(sa.text(PEOPLE), {"count": count})


@asynccontextmanager
async def engine(db: Database, address: str, rate: float) -> AsyncIterator[Campaigns]:
    """Yield the desk of a running delivery loop."""
    transport, tasks, store = HttpTransport(address, TOKEN), Supervisor(), DatabaseCampaigns(db)
    sender = BulkSender(transport, Limiter(rate))
    deliveries = DatabaseDeliveries(db, ZoneInfo("Asia/Almaty"))
    loop = DeliveryLoop(deliveries, store, sender, clock.now, lambda messages, _: messages[0])
    tasks.start("delivery", loop.run)
    await asyncio.sleep(0.5)
    try:
        yield Campaigns(store, clock.now, loop.wake)
    finally:
        await loop.stop()
        await tasks.stop()
        await transport.close()


async def send_to_all(campaigns: Campaigns, seconds: float = 600) -> tuple[Campaign, float]:
    """Alert everybody; return the campaign when it is over and the moment it was confirmed (monotonic)."""
    message = Message("sendMessage", {"text": TEXT, "parse_mode": "HTML"})
    began = time.monotonic()
    number = await campaigns.create(CampaignKind.ALERT, Audience(), Content({Language.RU: message}))
    async with asyncio.timeout(seconds):
        while True:
            found = await campaigns.get(number)
            assert found is not None
            if found.state.is_over:
                return found, began
            await asyncio.sleep(0.1)
