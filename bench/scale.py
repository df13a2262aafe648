"""A million subscribers: import, confirm → first message, memory."""

import asyncio
import csv
import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.engine import TEXT, engine
from bench.server import server, stats
from bench.table import Figure
from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.db.users_csv import import_users
from bot.domain.campaign import Audience, CampaignKind, Content, Message
from bot.domain.language import Language
from bot.domain.topic import EU


def resident() -> float:
    """Return this process's resident memory in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def scale(quick: bool) -> tuple[Figure, ...]:
    """Import, publish, send for a while."""
    count = 100_000 if quick else 1_000_000
    with TemporaryDirectory() as folder:
        audience = Path(folder) / "people.csv"
        _write(audience, count)
        async with Database.open(f"sqlite+aiosqlite:///{folder}/scale.db") as db:
            await migrate(db)
            began = time.monotonic()
            await import_users(db, audience)
            imported = time.monotonic() - began
            async with server() as address, engine(db, address, 200) as campaigns:
                await asyncio.sleep(1)
                idle, most = resident(), 0.0
                began = time.monotonic()
                content = Content({lang: Message("sendMessage", {"text": TEXT}) for lang in Language})
                await campaigns.create(CampaignKind.ALERT, Audience(topic=EU), content)
                first = await _first(address, began)
                for _ in range(100 if quick else 300):
                    most = max(most, resident())
                    await asyncio.sleep(0.1)
                found: Any = await stats(address)
    name = f"{count:,} subscribers: "
    return (
        Figure(name + "import, seconds", imported, 60 * count / 1e6, 20 * count / 1e6, most=True),
        Figure(name + "confirm → first message, seconds", first, 1, 0.2, most=True),
        Figure(name + "memory while sending over idle, MB", most - idle, 40, 10, most=True),
        Figure(name + "sent twice", found["doubled"], 0, 0, most=True),
    )


def _write(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["telegram_id", "language", "topics"])
        rows.writerows([10_000 + n, "kk" if n % 2 else "ru", "eu|news"] for n in range(count))


async def _first(address: str, began: float) -> float:
    """Return when the first message arrived, in seconds after the confirmation; monotonic clocks are shared."""
    while True:
        if (await stats(address, "/count"))["arrived"]:
            arrivals: Any = (await stats(address))["arrivals"]
            return float(arrivals[0] - began)
        await asyncio.sleep(0.02)
