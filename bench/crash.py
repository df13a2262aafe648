"""Killed five times in a fan-out at 200 a second: nobody lost, doubled at most what was in flight."""

import asyncio
import sys
import time
from typing import Any

from bench.engine import TEXT, people
from bench.server import server, stats
from bench.table import Figure
from bot import clock
from bot.db.campaigns import DatabaseCampaigns
from bot.domain.campaign import Audience, CampaignKind, Content, Message
from bot.domain.language import Language
from bot.services.campaigns import Campaigns

RATE = 200

UNREAD = 2
"""Messages a kill whose answer may have come and not been read yet: 10 ms at this rate."""


async def crash(quick: bool) -> tuple[Figure, Figure]:
    """Kill, start again, count."""
    kills = 2 if quick else 5
    in_flight = 0
    count = RATE * 3 * (kills + 1)
    async with server(latency=0.05, jitter=0.02) as address, people(count) as db:
        campaigns = Campaigns(DatabaseCampaigns(db), clock.now)
        content = Content({Language.RU: Message("sendMessage", {"text": TEXT})})
        number = await campaigns.create(CampaignKind.ALERT, Audience(), content)
        url = db.url.render_as_string(hide_password=False)
        for kill in range(kills + 1):
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bench.worker", url, address, str(RATE)
            )
            if kill == kills:
                await _until_over(campaigns, number)
            else:
                await _until_arrived(address, RATE * 3 * (kill + 1) - RATE // 2)
            process.kill()
            if kill < kills:
                # Asked at once: a killed process takes milliseconds to give its memory back before its connections end.
                in_flight += await _waiting(address)
            await process.wait()
            await asyncio.sleep(0.2)
        found: Any = await stats(address)
    allowed = in_flight + UNREAD * kills
    doubled = f"doubled after {kills} × kill -9 ({in_flight} on the wire, + {UNREAD} a kill unread)"
    return (
        Figure(f"lost after {kills} × kill -9", count - found["distinct"], 0, 0, most=True),
        Figure(doubled, found["doubled"], allowed, allowed, most=True),
    )


async def _until_arrived(address: str, count: int) -> None:
    while await _count(address, "arrived") < count:
        await asyncio.sleep(0.05)


async def _waiting(address: str) -> int:
    """Return how many messages the server has taken and not answered."""
    return await _count(address, "waiting")


async def _count(address: str, what: str) -> int:
    return int((await stats(address, "/count"))[what])  # type: ignore[call-overload]


async def _until_over(campaigns: Campaigns, number: int) -> None:
    began = time.monotonic()
    while (found := await campaigns.get(number)) is not None and not found.state.is_over:
        assert time.monotonic() - began < 120, found
        await asyncio.sleep(0.2)
