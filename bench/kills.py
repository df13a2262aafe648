"""The whole bot on SQLite, killed again and again at random moments while people ask, subscribe and get an alert."""

import asyncio
import itertools
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp

from bench.engine import PEOPLE_FROM, TEXT, fill
from bench.server import server, stats
from bench.table import Figure
from bench.whole import HEADERS, free_port, running, settings_of, until_listening, update, webhook_settings
from bot import clock
from bot.db.campaigns import DatabaseCampaigns
from bot.db.engine import Database
from bot.domain.campaign import Audience, CampaignKind, Content, Message
from bot.domain.language import Language
from bot.services.campaigns import Campaigns

RATE = 200
AT_ONCE = 8
"""People who write at the same time."""

SUBSCRIBERS_FROM = 10_000_000
UNREAD = 2
"""Messages a kill whose answer may have come and not been read yet: 10 ms at this rate."""


async def kills(quick: bool) -> list[Figure]:
    """Kill, check the file, start again; count at the end."""
    count = 8 if quick else 100
    chance = random.Random(7)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "sapar.db"
        async with server(latency=0.03, jitter=0.02) as address:
            await fill(str(file), RATE * count)
            await _alert(file)
            subscribers, broken, in_flight = itertools.count(SUBSCRIBERS_FROM), 0, 0
            for _ in range(count):
                in_flight += await _life(address, folder, chance.uniform(0.3, 2.5), subscribers)
                broken += _integrity(file) != "ok"
            await _until_over(address, folder, file)
            found: Any = await stats(address)
        reached = set(found["reached"])
        lost = sum(PEOPLE_FROM + 1 + n not in reached for n in range(RATE * count))
        told = {one for one in reached if one >= SUBSCRIBERS_FROM}
        forgotten = len(told - _subscribed(file))
    allowed = in_flight + UNREAD * count
    return [
        Figure(f"broken files after {count} × kill -9", broken, 0, 0, most=True),
        Figure("people of the alert lost", lost, 0, 0, most=True),
        Figure(
            f"alerts doubled ({in_flight} on the wire, + {UNREAD} a kill unread)",
            found["doubled"],
            allowed,
            allowed,
            most=True,
        ),
        Figure(f"confirmed subscriptions lost, of {len(told)}", forgotten, 0, 0, most=True),
    ]


async def _alert(file: Path) -> None:
    """Queue an alert to everybody who is there now."""
    async with Database.open(f"sqlite+aiosqlite:///{file}") as db:
        content = Content({Language.RU: Message("sendMessage", {"text": TEXT, "parse_mode": "HTML"})})
        await Campaigns(DatabaseCampaigns(db), clock.now).create(CampaignKind.ALERT, Audience(), content)


async def _life(address: str, folder: str, seconds: float, subscribers: Iterator[int]) -> int:
    """Let the bot live under load and kill it; return how many messages were on the wire."""
    port = free_port()
    settings = settings_of(address, folder) | webhook_settings(port) | {"SEND_RATE": str(RATE)}
    async with running("-m", "bot", "run", **settings) as process, aiohttp.ClientSession() as client:
        await until_listening(port)
        load = [asyncio.create_task(_subscribe(client, port, subscribers)) for _ in range(AT_ONCE)]
        await asyncio.sleep(seconds)
        process.kill()
        # Asked at once: a killed process takes milliseconds to give its memory back before its connections end.
        waiting: Any = (await stats(address, "/count"))["waiting"]
        await process.wait()
        for task in load:
            task.cancel()
        await asyncio.gather(*load, return_exceptions=True)
        return int(waiting)


async def _subscribe(client: aiohttp.ClientSession, port: int, subscribers: Iterator[int]) -> None:
    """Subscribe one new person after another, until nobody answers."""
    with suppress(aiohttp.ClientError):
        for person in subscribers:
            asked = update(person, "/subscribe Турция")
            async with client.post(f"http://127.0.0.1:{port}/webhook", json=asked, headers=HEADERS) as answer:
                assert answer.status == 200


async def _until_over(address: str, folder: str, file: Path) -> None:
    """Let the bot finish what is queued."""
    began = time.monotonic()
    async with running("-m", "bot", "run", **settings_of(address, folder), SEND_RATE="1000"):
        while _is_running(file):
            assert time.monotonic() - began < 300, "never over"
            await asyncio.sleep(0.5)
        await asyncio.sleep(1)


def _integrity(file: Path) -> str:
    with closing(sqlite3.connect(file)) as db:
        return str(db.execute("PRAGMA integrity_check").fetchone()[0])


def _is_running(file: Path) -> bool:
    with closing(sqlite3.connect(file, timeout=30)) as db:
        return bool(db.execute("SELECT 1 FROM campaign WHERE state NOT IN ('done', 'cancelled', 'failed')").fetchone())


def _subscribed(file: Path) -> set[int]:
    with closing(sqlite3.connect(file)) as db:
        return {one for (one,) in db.execute("SELECT user_id FROM subscription WHERE topic = 'country:TR'")}
