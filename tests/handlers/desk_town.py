"""A whole bot at work on the stand-in: dispatcher, delivery and progress, for tests of the desk."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties

from bot.assembly import App, assemble
from bot.db.engine import Database
from bot.playground import Person, Shown, StandIn, StandInSession, Town
from bot.running import Work, at_work
from bot.settings import Settings
from bot.telegram.progress import ProgressBoard
from bot.telegram.transport import StandInTransport

OWNER, SECOND_OWNER = 501, 502
RATE = 200.0
"""Messages a second: tests should not wait for Telegram's limit."""


@dataclass
class DeskTown:
    """Two owners and two people who talk to a bot that delivers."""

    telegram: StandIn
    town: Town
    app: App
    work: Work
    owner: Person
    second: Person
    aigul: Person
    erlan: Person

    async def compose(self, who: Person, russian: str = "Привет", kazakh: str = "Сәлем") -> list[Shown]:
        """Write a broadcast in both languages; returns the draft's page."""
        await who.say("/broadcast")
        await who.say(russian)
        return await who.say(kazakh)

    async def send_out(self, who: Person) -> Shown:
        """Preview and confirm; returns the message in which progress is shown."""
        page = (await who.tap("✅ Предпросмотр"))[-1]
        await who.press(send_button(page), page)
        return page

    async def until(self, told: Callable[[], bool]) -> None:
        """Wait until something has become true; AssertionError after five seconds."""
        async with asyncio.timeout(5):
            while not told():
                await asyncio.sleep(0.02)

    @staticmethod
    async def pause(seconds: float) -> None:
        """Let the bot work for a moment."""
        await asyncio.sleep(seconds)

    @property
    def work_board(self) -> ProgressBoard:
        """Return what redraws progress."""
        board: ProgressBoard = self.work.dispatcher["board"]
        return board

    def texts_of(self, who: Person) -> list[str]:
        """Return what the bot wrote to a person."""
        return [shown.text for shown in who.messages]


def send_button(page: Shown) -> str:
    """Return the data of the button that sends what this page asks about."""
    return next(b.data for row in page.buttons for b in row if b.data and ":send:" in b.data)


def button_like(page: Shown, part: str) -> str:
    """Return the text of the first button that has this in it."""
    return next(b.text for row in page.buttons for b in row if part in b.text)


@asynccontextmanager
async def desk_town(url: str, **settings: Any) -> AsyncIterator[DeskTown]:
    """Yield a bot at work on the database at this URL, everybody having started it."""
    known: dict[str, Any] = {
        "database_url": url,
        "admin_ids": frozenset({OWNER, SECOND_OWNER}),
        "send_rate": RATE,
        "watch_interval": 0,
    }
    chosen = Settings(_env_file=None, **(known | settings))
    telegram = StandIn()
    bot = Bot(telegram.token, session=StandInSession(telegram), default=DefaultBotProperties(parse_mode="HTML"))
    async with Database.open(url) as db:
        app = await assemble(chosen, db)
        async with at_work(app, bot, StandInTransport(telegram), "sapar_bot") as work:
            town = Town(telegram, work.dispatcher, bot)
            people = [
                town.person(name, user_id=number, language=language)
                for name, number, language in (
                    ("Owner", OWNER, "ru"),
                    ("Second", SECOND_OWNER, "ru"),
                    ("Айгүл", 601, "kk"),
                    ("Ерлан", 602, "ru"),
                )
            ]
            for person in people:
                await person.start()
            yield DeskTown(telegram, town, app, work, *people)
