"""The playground: a small town whose people are played by whoever looks at the page."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.methods import TelegramMethod

from bot.playground.people import Person
from bot.playground.standin import StandIn
from bot.playground.town import Town
from bot.playground.world import Event

log = logging.getLogger(__name__)

OWNER_ID = 1000
KEPT_CALLS = 2000
KEPT_MESSAGES = 400
KEPT_TAPS = 500


@dataclass(slots=True)
class Resident:
    """A person of the page. role: user or owner; unread: bot's messages not seen yet."""

    person: Person
    role: str
    unread: int = 0


class Playground:
    """Айгүл (Kazakh), Ерлан (Russian) and the owner, each in a private chat with the bot.

    Give the owner's id (`owner_id`) to the bot as its owner. They count as having started the bot, so that what
    a database remembers of an earlier run can be delivered.
    """

    def __init__(self, standin: StandIn | None = None, town: Town | None = None, *, owner_id: int = OWNER_ID) -> None:
        """Take a stand-in and a town without a dispatcher, or make them."""
        self.standin = standin or StandIn(keep_calls=KEPT_CALLS, keep_messages=KEPT_MESSAGES)
        self.town = town or Town(self.standin)
        self.owner_id = owner_id
        self.residents = {resident.person.id: resident for resident in self._settle()}
        self.standin.world.watchers.append(self._count)

    def _settle(self) -> list[Resident]:
        aigul = self.town.person("Айгүл", language="kk", user_id=self.owner_id + 1)
        erlan = self.town.person("Ерлан", language="ru", user_id=self.owner_id + 2)
        owner = self.town.person("Дана", language="ru", user_id=self.owner_id)
        return [Resident(aigul, "user"), Resident(erlan, "user"), Resident(owner, "owner")]

    @property
    def token(self) -> str:
        """Return the token for a Bot whose session is a StandInSession."""
        return self.standin.token

    async def run(self, dispatcher: Dispatcher, bot: Bot) -> None:
        """Feed what people do to the dispatcher until cancelled: in order for each person, side by side for all."""
        turns: dict[int, asyncio.Lock] = {}
        async with asyncio.TaskGroup() as handlers:
            while True:
                update = await self.standin.world.updates.take()
                turn = turns.setdefault(_whose(update), asyncio.Lock())
                handlers.create_task(_handle(dispatcher, bot, update, turn))

    async def pump(self, take: Callable[[dict[str, Any]], Awaitable[object]]) -> None:
        """Hand each raw update to `take`, one after the other, until cancelled."""
        while True:
            await take(await self.standin.world.updates.take())

    def read(self, user_id: int) -> None:
        """Mark everything as seen by this person."""
        self.residents[user_id].unread = 0
        self.standin.world.tell("read", user_id)

    def clear(self, user_id: int) -> None:
        """Empty this person's chat, so that it can be started anew."""
        chat = self.residents[user_id].person.chat
        for number in list(chat.messages):
            self.standin.world.delete(chat, number)
        chat.keyboard = None
        self.standin.world.tell("keyboard", chat.id, keyboard=None)

    def _count(self, event: Event) -> None:
        resident = self.residents.get(event.chat_id)
        if resident is not None and event.kind == "sent" and event.data["mine"]:
            resident.unread += 1
        if event.kind == "sent":  # forgotten taps and queries would pile up in a page that is open for weeks
            world = self.standin.world
            for waiting in (world.taps, world.inquiries, world.inline_messages):
                while len(waiting) > KEPT_TAPS:
                    del waiting[next(iter(waiting))]


def _whose(update: dict[str, Any]) -> int:
    content = next(value for key, value in update.items() if key != "update_id")
    return int((content.get("from") or content.get("chat") or {}).get("id", 0))


async def _handle(dispatcher: Dispatcher, bot: Bot, update: dict[str, Any], turn: asyncio.Lock) -> None:
    async with turn:
        try:
            answer = await dispatcher.feed_raw_update(bot, update)
            if isinstance(answer, TelegramMethod):
                await bot(answer)
        except Exception:
            log.exception("update %s failed", update.get("update_id"))
