"""The whole bot for minutes: questions, subscriptions, alerts, a Telegram that fails at times, restarts in between."""

import asyncio
import itertools
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp

from bench.engine import PEOPLE_FROM, TEXT, fill
from bench.server import server, stats
from bench.table import Figure
from bench.whole import HEADERS, QUESTIONS, free_port, running, settings_of, until_listening, update, webhook_settings
from bot import clock
from bot.db.campaigns import DatabaseCampaigns
from bot.db.engine import Database
from bot.domain.campaign import Audience, CampaignKind, Content, Message
from bot.domain.language import Language
from bot.services.campaigns import Campaigns

PEOPLE = 3000
A_SECOND = 40
"""Messages of people."""


async def soak(quick: bool) -> list[Figure]:
    """Run three lives; the second ends politely, the third tells whether memory grows."""
    lives, settling = ((20, 20, 40), 20) if quick else ((60, 60, 240), 120)
    with TemporaryDirectory() as folder:
        file, askers = Path(folder) / "sapar.db", itertools.count(PEOPLE_FROM + 1)
        await fill(str(file), PEOPLE)
        async with server(latency=0.03, jitter=0.02, faults=1) as address:
            growth = 0.0
            for seconds in lives:
                await _alert(file)
                growth = await _life(address, folder, seconds, askers, settling)
            found: Any = await stats(address)
    # The server refuses four in a hundred for good: they blocked the bot, or are gone.
    missed = {PEOPLE_FROM + 1 + n for n in range(PEOPLE)} - set(found["reached"])
    lost = sum(one % 100 > 3 for one in missed)
    return [
        Figure(f"growth of memory after {settling} s, MB in {lives[-1] - settling} s", growth, 8, 3, most=True),
        Figure("people never reached, who could be", lost, 0, 0, most=True),
    ]


async def _life(address: str, folder: str, seconds: float, askers: Iterator[int], settling: float) -> float:
    """Let the bot live and stop it politely; return megabytes by which its memory grew once its caches were full."""
    port = free_port()
    settings = settings_of(address, folder) | webhook_settings(port) | {"SEND_RATE": "100"}
    async with running("-m", "bot", "run", **settings) as process, aiohttp.ClientSession() as client:
        await until_listening(port)
        load = asyncio.create_task(_load(client, port, askers))
        settling = min(settling, seconds / 2)
        await asyncio.sleep(settling)
        settled = _resident(process.pid)
        await asyncio.sleep(seconds - settling)
        grown = _resident(process.pid) - settled
        load.cancel()
        await asyncio.gather(load, return_exceptions=True)
        return grown / 1_000_000


async def _load(client: aiohttp.ClientSession, port: int, askers: Iterator[int]) -> None:
    """Let people write at an even pace: mostly questions, every tenth a subscription."""
    began = time.monotonic()
    with suppress(aiohttp.ClientError):
        for number, person in enumerate(askers):
            text = "/subscribe Турция" if number % 10 == 0 else QUESTIONS[number % len(QUESTIONS)]
            asked = update(PEOPLE_FROM + person % PEOPLE, text) | {"update_id": person}
            async with client.post(f"http://127.0.0.1:{port}/webhook", json=asked, headers=HEADERS) as answer:
                assert answer.status == 200
            await asyncio.sleep(max(0.0, began + number / A_SECOND - time.monotonic()))


async def _alert(file: Path) -> None:
    async with Database.open(f"sqlite+aiosqlite:///{file}") as db:
        content = Content({Language.RU: Message("sendMessage", {"text": TEXT, "parse_mode": "HTML"})})
        await Campaigns(DatabaseCampaigns(db), clock.now).create(CampaignKind.ALERT, Audience(), content)


def _resident(pid: int) -> int:
    """Return the bytes of memory a process holds."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
