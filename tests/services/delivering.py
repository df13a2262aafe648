"""The delivery loop on a real database, against a Telegram whose answers are scripted."""

import asyncio
import json
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.db.campaigns import DatabaseCampaigns
from bot.db.deliveries import DatabaseDeliveries
from bot.db.engine import Database
from bot.db.schema import delivery, subscription, users
from bot.domain.campaign import Audience, Campaign, CampaignKind, Content, Message
from bot.domain.language import Language
from bot.services.campaigns import Campaigns
from bot.services.channel import Channel
from bot.services.delivery import DeliveryLoop
from bot.telegram.bulk_sender import BulkSender
from bot.telegram.pacing import Limiter

Answer = tuple[int, dict[str, Any]]
ALMATY = ZoneInfo("Asia/Almaty")
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
CHANNEL = "@sapar_channel"


def refused(status: int, description: str, **parameters: Any) -> Answer:
    """Return an error of the Bot API."""
    return status, {"ok": False, "error_code": status, "description": description, "parameters": parameters}


BLOCKED = refused(403, "Forbidden: bot was blocked by the user")
DEACTIVATED = refused(403, "Forbidden: user is deactivated")
NOT_FOUND = refused(400, "Bad Request: chat not found")
MALFORMED = refused(400, "Bad Request: can't parse entities")
BROKEN = refused(502, "Bad Gateway")


def too_many(seconds: int = 1) -> Answer:
    """Return a 429."""
    return refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


@dataclass
class Telegram:
    """Answers from scripts by chat, then `otherwise`, else delivers; remembers calls and what was delivered."""

    latency: float = 0.0
    scripts: dict[Any, list[Answer | BaseException]] = field(default_factory=lambda: defaultdict(list))
    otherwise: Callable[[int], Answer | BaseException | None] = lambda call: None
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    delivered: list[tuple[Any, dict[str, Any]]] = field(default_factory=list)

    async def post(self, method: str, body: bytes) -> Answer:
        params = json.loads(body)
        chat = params["chat_id"]
        self.calls.append((method, params))
        number = len(self.calls)
        answer = self.scripts[chat].pop(0) if self.scripts[chat] else self.otherwise(number)
        if self.latency:
            await asyncio.sleep(self.latency)
        if isinstance(answer, BaseException):
            raise answer
        if answer is not None:
            return answer
        self.delivered.append((chat, params))
        return 200, {"ok": True, "result": {"message_id": number}}

    @property
    def received(self) -> Counter[Any]:
        """Return how many messages each chat got."""
        return Counter(chat for chat, _ in self.delivered)


@dataclass
class Office:
    """Everything at hand. `later` moves the clock that decides about waiting."""

    db: Database
    telegram: Telegram
    rate: float = 1e5
    channel: str | None = None
    shift: timedelta = timedelta()
    began: datetime = datetime(2026, 11, 23, 7, tzinfo=UTC)
    _started: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self.store = DatabaseCampaigns(self.db)
        self.deliveries = DatabaseDeliveries(self.db, ALMATY)
        self.limiter = Limiter(self.rate)
        self.sender = BulkSender(self.telegram, self.limiter)
        posts = None
        if self.channel:
            posts = Channel(self.channel, self.store, self.sender, lambda content: tuple(content.by_language.values()))
        self.loop = DeliveryLoop(self.deliveries, self.store, self.sender, self.now, join, posts)
        self.campaigns = Campaigns(self.store, self.now, self.loop.wake)

    def now(self) -> datetime:
        return self.began + timedelta(seconds=time.monotonic() - self._started) + self.shift

    def later(self, **span: float) -> None:
        self.shift += timedelta(**span)
        self.loop.wake()

    @asynccontextmanager
    async def open(self) -> AsyncIterator["Office"]:
        """Deliver within."""
        running = asyncio.create_task(self.loop.run())
        try:
            yield self
        finally:
            await self.loop.stop()
            await running

    async def alert(self, audience: Audience | None = None, text: str = "alert", **details: Any) -> int:
        kind = details.pop("kind", CampaignKind.ALERT)
        return await self.campaigns.create(kind, audience or Audience(), texts(text), **details)

    async def over(self, *numbers: int, seconds: float = 20) -> Campaign:
        """Wait until these campaigns are over; return the last."""
        async with asyncio.timeout(seconds):
            while True:
                found = [await self.get(number) for number in numbers]
                if all(one.state.is_over for one in found):
                    return found[-1]
                await asyncio.sleep(0.02)

    async def get(self, number: int) -> Campaign:
        found = await self.campaigns.get(number)
        assert found is not None
        return found

    async def rows(self, number: int) -> dict[str, int]:
        """Return the deliveries of a campaign by outcome, as their rows say."""
        columns = delivery.c.state, delivery.c.reason, sa.func.count()
        query = sa.select(*columns).where(delivery.c.campaign_id == number).group_by(*columns[:2])
        async with self.db.read() as c:
            return {f"{state}:{why}" if why else state: n for state, why, n in (await c.execute(query)).all()}

    async def have_rows(self, expected: dict[str, int], *numbers: int) -> None:
        """Wait until the rows of these campaigns are so."""
        async with asyncio.timeout(20):
            while not all([await self.rows(number) == expected for number in numbers]):
                await asyncio.sleep(0.02)


def texts(text: str) -> Content:
    """Return a content in both languages."""
    return Content({lang: Message("sendMessage", {"text": f"{text} {lang}"}) for lang in Language})


def join(messages: Sequence[Message], language: Language) -> Message:
    return Message("sendMessage", {"text": " + ".join(message.params["text"] for message in messages)})


async def until(condition: Callable[[], object], seconds: float = 20) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.005)


async def quiet(telegram: Telegram, seconds: float = 0.5) -> int:
    """Wait until nothing was sent for so long; return how many calls were made until then."""
    async with asyncio.timeout(20):
        while True:
            calls = len(telegram.calls)
            await asyncio.sleep(seconds)
            if len(telegram.calls) == calls:
                return calls


async def people(db: Database, count: int, *topics: str, first: int = 1, **values: Any) -> list[int]:
    """Add so many people, Russian and Kazakh in turn; return their ids."""
    ids = list(range(first, first + count))
    usual = {"created_at": LONG_AGO, "last_seen_at": LONG_AGO, **values}
    rows = [{"telegram_id": one, "language": "kk" if one % 2 else "ru", **usual} for one in ids]
    async with db.write() as c:
        await c.execute(sa.insert(users), rows)
        for topic in topics:
            await c.execute(
                sa.insert(subscription), [{"topic": topic, "user_id": one, "created_at": LONG_AGO} for one in ids]
            )
    return ids


async def states(db: Database) -> dict[int, str]:
    """Return everybody's state."""
    async with db.read() as c:
        return dict((await c.execute(sa.select(users.c.telegram_id, users.c.state))).all())  # type: ignore[arg-type]
