"""The whole bot in memory: the app's own dispatcher, Telegram's stand-in, and people to talk through it."""

from dataclasses import dataclass

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties

from bot import clock
from bot.assembly import App, assemble
from bot.db.campaigns import DatabaseCampaigns
from bot.db.conversation import DatabaseStorage
from bot.db.deliveries import DatabaseDeliveries
from bot.db.engine import Database
from bot.db.progress import DatabaseProgress
from bot.dispatch import build_dispatcher
from bot.playground import Person, StandIn, StandInSession, Town
from bot.services.delivery import DeliveryLoop
from bot.settings import Settings
from bot.tasks import Supervisor
from bot.telegram.bulk_sender import BulkSender
from bot.telegram.cached_storage import CachedStorage
from bot.telegram.pacing import Limiter
from bot.telegram.progress import ProgressBoard
from bot.telegram.transport import StandInTransport
from bot.telegram.views.digests import compose_digest

OWNER = 7000


@dataclass
class House:
    """The bot under test. deliver: sends what is queued until nothing is left."""

    app: App
    telegram: StandIn
    town: Town
    bot: Bot
    board: ProgressBoard
    loop: DeliveryLoop

    async def deliver(self, seconds: float = 5) -> None:
        """Run the delivery loop until every running campaign is done."""
        import asyncio

        tasks = Supervisor()
        tasks.start("delivery", self.loop.run)
        try:
            async with asyncio.timeout(seconds):
                while await DatabaseCampaigns(self.app.db).running():
                    await asyncio.sleep(0.01)
        finally:
            await self.loop.stop()
            await tasks.stop()


@pytest.fixture
async def house(sqlite_facts: Database) -> House:
    settings = Settings(_env_file=None, admin_ids=frozenset({OWNER}), send_rate=1000)  # type: ignore[call-arg]
    app = await assemble(settings, sqlite_facts)
    telegram = StandIn()
    bot = Bot(telegram.token, session=StandInSession(telegram), default=DefaultBotProperties(parse_mode="HTML"))
    me = await bot.me()
    board = ProgressBoard(
        bot, DatabaseProgress(app.db), app.campaigns, app.users, app.translator, app.holder, settings.zone, clock.now
    )
    storage = CachedStorage(DatabaseStorage(app.db))
    dispatcher = build_dispatcher(app, bot, storage, bot_name=me.username or "", board=board)
    sender = BulkSender(StandInTransport(telegram), Limiter(settings.send_rate))
    loop = DeliveryLoop(
        DatabaseDeliveries(app.db, settings.zone),
        DatabaseCampaigns(app.db),
        sender,
        clock.now,
        compose_digest(app.translator),
    )
    return House(app, telegram, Town(telegram, dispatcher, bot), bot, board, loop)


@pytest.fixture
async def town(house: House) -> Town:
    return house.town


@pytest.fixture
async def aigul(town: Town) -> Person:
    """Айгүл, who writes Kazakh."""
    return town.person("Айгүл", language="kk")


@pytest.fixture
async def erlan(town: Town) -> Person:
    """Ерлан, who writes Russian."""
    return town.person("Ерлан", language="ru")


@pytest.fixture
async def owner(town: Town) -> Person:
    """The owner of the bot."""
    return town.person("Дана", language="ru", user_id=OWNER)


@pytest.fixture
async def editor(house: House, aigul: Person) -> Person:
    """Айгүл, made an editor."""
    await aigul.start()
    await house.app.editors.add(aigul.id, OWNER)
    return aigul
