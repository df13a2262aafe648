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

UNWRITTEN = 2
"""Messages a kill that may be answered and not yet written down: 10 ms at this rate. They are in flight for the bot."""


async def crash(quick: bool) -> tuple[Figure, Figure]:
    """Kill, start again, count."""
    kills = 2 if quick else 5
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
            await process.wait()
            await asyncio.sleep(0.2)
        found: Any = await stats(address)
    in_flight = found["cut_off"]
    allowed = in_flight + UNWRITTEN * kills
    doubled = f"doubled after {kills} × kill -9 ({in_flight} on the wire, + {UNWRITTEN} a kill unwritten)"
    return (
        Figure(f"lost after {kills} × kill -9", count - found["distinct"], 0, 0, most=True),
        Figure(doubled, found["doubled"], allowed, allowed, most=True),
    )


async def _until_arrived(address: str, count: int) -> None:
    while int((await stats(address, "/count"))["arrived"]) < count:  # type: ignore[call-overload]
        await asyncio.sleep(0.05)


async def _until_over(campaigns: Campaigns, number: int) -> None:
    began = time.monotonic()
    while (found := await campaigns.get(number)) is not None and not found.state.is_over:
        assert time.monotonic() - began < 120, found
        await asyncio.sleep(0.2)
