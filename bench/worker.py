"""The delivery loop in a process of its own, to be killed: `python -m bench.worker DATABASE_URL ADDRESS RATE`."""

import asyncio
import sys

from bench.engine import engine
from bot.db.engine import Database


async def main() -> None:
    """Deliver until killed."""
    url, address, rate = sys.argv[1:]
    async with Database.open(url) as db, engine(db, address, float(rate)):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
